"""What was said is gathered by what it is about, however it was named."""

from datetime import date

from taskmap.followup import about_move, voices
from taskmap.model.followup import Decision, FollowUp, Measure, MeasureKind
from taskmap.model.participation import WHOLE, About, Comment, Hold, Participation, Party
from taskmap.model.plan import Move, MoveKind, MoveMinutes

TODAY = date(2026, 11, 22)
MOVE = Move(
    kind=MoveKind.GAIN, leaf="stell/urolig", giver="nurse", receiver="worker", occurrences=7,
    share=1, bands=(), from_minutes=10, to_minutes=12,
    minutes=MoveMinutes(relieved=70, taken_on=84, supervision=0, training=0),
    freed_fte_gross=0.1, freed_fte_net=0.1, breakeven_factor=None, breakeven_weeks=None,
    price_saved=1,
)  # fmt: skip
NAMED = About(task="stell", case="urolig", giver="nurse", receiver="worker")
MEASURE = Measure(
    id="m", kind=MeasureKind.MOVE, decision=Decision.ACCEPTED, decided=TODAY, office="leder",
    reason="fordi", task="stell", case="urolig", giver="nurse", receiver="worker",
)  # fmt: skip


def comment(id_, about):
    return Comment(
        id=id_, on=TODAY, party=Party.UNION, office="tillitsvalgt", text=id_, about=about
    )


def hold(about, lifted=None):
    return Hold(
        id="h", on=TODAY, party=Party.COMMITTEE, office="HMS-utvalget", reason="uklart",
        about=about, lifted=lifted,
    )  # fmt: skip


def said(*comments, holds=(), measures=()):
    having_a_say = Participation(comments=comments, holds=holds)
    return FollowUp(unit="u", measures=measures, participation=having_a_say)


def test_the_move_and_the_measure_about_it_are_the_same():
    both = (comment("a", NAMED), comment("b", About(measure="m")))
    (found,) = voices(said(*both, measures=(MEASURE,)))
    assert [each.id for each in found.comments] == ["a", "b"]
    assert found.measure == MEASURE


def test_the_whole_plan_comes_first_and_nothing_is_lost():
    found = voices(said(comment("a", NAMED), comment("b", WHOLE)))
    assert [(each.about, [c.id for c in each.comments]) for each in found] == [
        (WHOLE, ["b"]),
        (NAMED, ["a"]),
    ]


def test_a_move_waits_for_its_own_holds_and_the_whole_plans():
    other = About(task="vask", giver="nurse", receiver="worker")
    for about, waits in ((NAMED, True), (WHOLE, True), (other, False)):
        assert bool(about_move(MOVE, said(holds=(hold(about),))).held) is waits
        assert not about_move(MOVE, said(holds=(hold(about, lifted=TODAY),))).held
