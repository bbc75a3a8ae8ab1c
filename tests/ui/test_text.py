"""A mapping's words are shown, never read as markup."""

import pytest

from taskmap.ui.parts.text import bold, plain


@pytest.mark.parametrize(
    "text",
    ["**b**", "[a](http://x)", ":red[x]", "$x$", "# h", "<b>", "`c`", "| a |", "- a", "1. a"],
)
def test_marks_are_escaped(text):
    told = plain(text)
    assert told.replace("\\", "").replace("\u2060", "") == text
    for at, mark in enumerate(told):
        if mark in "*[]$#<>`|_-.:":
            assert told[at - 1] == "\\"


def test_a_shortcode_and_a_new_line_lose_their_meaning():
    assert "\u2060" in plain(":smile:")
    assert "\n" not in plain("a\nb")
    assert bold(" ") == ""
