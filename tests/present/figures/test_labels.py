"""Labels: harmless to plotly, and cut where a reader would cut them."""

import pytest

from taskmap.present.figures.palette import inert, short, two_lines


@pytest.mark.parametrize("text", ["<b>x</b>", "%{y}", "$x$", "a & b", "<a href='javascript:x'>"])
def test_nothing_plotly_reads_is_left(text):
    told = inert(text)
    assert not set("<>${%") & set(told)


def test_a_label_is_cut_at_a_word():
    assert short("Rapport, møter og samordning", 20) == "Rapport, møter og…"
    assert short("Kort", 20) == "Kort"
    assert len(short("Enormtlangtordutenmellomrom" * 2, 20)) == 20


def test_two_lines_keep_the_end_of_a_name():
    assert two_lines("Dela ut läkemedel på avdelning \N{EN DASH} nyinsatt", 36) == (
        "Dela ut läkemedel på avdelning<br>\N{EN DASH} nyinsatt"
    )
    assert two_lines("Kort <i>", 36) == "Kort &lt;i&gt;"
