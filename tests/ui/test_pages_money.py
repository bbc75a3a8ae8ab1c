"""The pages about money and partnerships open in every language, with what they are to tell."""

import pytest

from taskmap.language import LANGUAGES, reader

PARTS = ("plan", "inbox", "meetings", "supply")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_funds_opens(open_page, language):
    words = reader(language)
    seen = set()
    for part in PARTS:
        at = open_page(
            "funds", lang=language, who="project_leader", fund="furuskar-forebyggande",
            fund_part=part,
        )  # fmt: skip
        assert not at.exception
        assert at.header[0].value == words.say("ui.page.funds")
        assert words.say("fund.page.illustrative") in [found.value for found in at.info]
        seen |= {found.value for found in at.subheader}
    assert words.say("fund.left") in seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_partnership_is_told_on_one_page(open_page, language):
    words = reader(language)
    at = open_page(
        "cooperation", lang=language, who="project_leader", partnership="furuskar-uppgiftsvaxling"
    )
    assert not at.exception
    assert words.say("cooperation.gained") in [found.value for found in at.subheader]
    told = " ".join(found.value for found in at.markdown)
    assert reader(language).say("cooperation.page.no_money") not in told
    assert "2026" in told
