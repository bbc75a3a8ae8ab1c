"""Units side by side and good examples, on their pages."""

import re
from itertools import cycle
from pathlib import Path

import pytest

from taskmap.language import LANGUAGES, reader

MAPPINGS = Path(__file__).parents[2] / "mappings"
THREE = ",".join(f"landkommune-m{n}-2016" for n in (1, 2, 3))
TITLES = {
    "figures": "compare.figures_title",
    "asked": "compare.asked_title",
    "tasks": "compare.ranking_title",
    "matrices": "compare.matrices_title",
    "progress": "compare.progress_title",
}


@pytest.mark.parametrize(("part", "language"), tuple(zip(TITLES, cycle(LANGUAGES), strict=False)))
def test_every_view_of_the_published_three_opens(open_page, part, language):
    at = open_page("compare", lang=language, who="project_leader", units=THREE, comparing=part)
    assert not at.exception
    assert reader(language).say(TITLES[part]) in [found.value for found in at.subheader]
    assert not [
        info for info in at.info if info.value == reader(language).say("compare.illustrative")
    ]


def test_examples_beside_real_units_are_left_out_and_named(open_page):
    at = open_page("compare", lang="nb", who="project_leader", units=f"{THREE},havblikk-2")
    assert not at.exception
    [told] = [info.value for info in at.info if "Havblikk" in info.value]
    assert "holdt utenfor" in told
    assert not [t for t in at.table if "Havblikk" in str(t.value)]


def test_one_unit_is_too_few(open_page):
    at = open_page("compare", lang="nb", who="project_leader", units="landkommune-m1-2016")
    assert [info.value for info in at.info] == [reader("nb").say("compare.page.too_few")]


def test_the_published_medicine_room_is_a_good_example(open_page):
    at = open_page("precedents", lang="sv", who="project_leader")
    assert not at.exception
    [example] = [e for e in at.expander if "Fredrikstad" in e.label]
    assert any("Apotekforeningen" in line.value for line in example.markdown)


def test_a_good_example_is_tried_in_ones_own_unit(open_page, tmp_path, monkeypatch):
    for path in ("solvik/hjemmetjeneste-nord", "elvestrand/hjemmetjeneste-sentrum"):
        text = (MAPPINGS / f"{path}.yaml").read_text("utf-8")
        real = re.sub(r"^illustrative:.*\n", "", text, flags=re.MULTILINE)
        (tmp_path / f"{path.partition('/')[2]}.yaml").write_text(real, "utf-8")
    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    unit = "solvik-hjemmetjeneste-nord"
    at = open_page("precedents", lang="nb", who="project_leader", unit=unit)
    [button] = [b for b in at.button if b.key == "try_hc_med_multidose_hand_helsefagarbeider"]
    assert button.label.startswith("Gi legemidler fra multidose")
    button.click().run()
    assert not at.exception
    assert at.session_state["demands"][unit].startswith("forced:")
