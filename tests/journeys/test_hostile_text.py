"""Text of a mapping is shown as it was written, whatever it looks like."""

import re

import pytest

from tests.journeys.running import ROOT, serving

pytestmark = pytest.mark.browser

HOSTILE = (
    "<img src=x onerror=document.title='taken'> [a](javascript:alert(1)) :red[b] $x^2$ %{y} **c**"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The smallest ward with a task and a unit nobody should trust."""
    text = (ROOT / "tests" / "cases" / "ward.yaml").read_text(encoding="utf-8")
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    text = re.sub(r"(\n  - id: kjokken\n)", rf"\1    name: {quoted}\n", text)
    text = text.replace("name: Liten post", f"name: {quoted}")
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "ward.yaml").write_text(text, encoding="utf-8")
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize(
    "path",
    [
        "",
        pytest.param("mapping?view=tasks", marks=pytest.mark.full),
        pytest.param("mapping?view=levels&group=kitchen", marks=pytest.mark.full),
        "mapping?view=map",
        pytest.param("suggestions", marks=pytest.mark.full),
    ],
)
def test_nothing_is_read_as_markup(visit, hostile, path):
    sign = "&" if "?" in path else "?"
    page = visit(f"{path}{sign}lang=nb&unit=liten-post", at=hostile)
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.locator("img[src=x]").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator(".katex").count() == 0
    assert "taken" not in page.title()
    if not path:
        assert HOSTILE in page.locator("h2").inner_text()
