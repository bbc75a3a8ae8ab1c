"""No page breaks WCAG 2.2 A or AA, on a desk or on a phone; nothing runs off a narrow screen."""

import pytest

from tests.journeys.axe import violations

pytestmark = pytest.mark.browser

UNIT = "unit=havblikk-2"
PAGES = {
    "welcome": "?lang=nb",
    "overview": f"?lang=nb&{UNIT}",
    "cell": f"?lang=en&{UNIT}&cell=6-4",
    "tasks": f"mapping?lang=nb&{UNIT}&view=tasks",
    "edit": f"mapping?lang=sv&{UNIT}&view=edit",
    "history": f"mapping?lang=nb&{UNIT}&view=history",
    "levels": f"mapping?lang=sv&{UNIT}&view=levels",
    "map": f"mapping?lang=nb&{UNIT}&view=map",
    "map-role": f"mapping?lang=sv&{UNIT}&view=map&focus=role:sykepleier",
    "map-task": f"mapping?lang=en&{UNIT}&view=map&focus=task:blodprove",
    "exchange": f"exchange?lang=sv&{UNIT}&source=paste",
    "scenarios": f"scenarios?lang=nb&{UNIT}&scenario=to-vakante",
    "scenario-edit": f"scenarios?lang=sv&{UNIT}&part=edit",
    "suggestions": f"suggestions?lang=nb&{UNIT}",
    "load": f"load?lang=sv&{UNIT}",
}


def _seen():
    """Every page at both widths; ordinarily every third page at one of the two, turn by turn."""
    for number, page in enumerate(PAGES):
        for turn, width in enumerate((1400, 390)):
            marks = [] if number % 6 == 3 * turn else [pytest.mark.full]
            yield pytest.param(page, width, id=f"{page}-{width}", marks=marks)


@pytest.mark.parametrize(("page", "width"), list(_seen()))
def test_a_page_is_accessible(visit, page, width):
    opened = visit(PAGES[page], width)
    assert opened.locator("[data-testid=stException]").count() == 0
    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
