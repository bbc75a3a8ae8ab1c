"""Answers to "why" and "what if" in words and tables: nothing lost, nothing untold."""

from dataclasses import replace

import pytest
from telling import QUESTION, dosette, plan, spaced, speaker

from taskmap.model.explanations import (
    Freeing,
    Front,
    FrontPoint,
    Measurement,
    MoveSureness,
    Path,
    PathStep,
    Shortage,
    Spread,
    Step,
    Stress,
    Sureness,
    Worth,
)
from taskmap.model.plan import ChainFaces, Mix
from taskmap.model.question import Price
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict
from taskmap.present import (
    continuity,
    freeing,
    front,
    path,
    settle,
    spread,
    stress,
    sureness,
    worth,
)
from taskmap.present.price import explained, weighed

LANGUAGES = ("nb", "sv", "en")


def step(*tasks, relieved=120, net=30, saved=200, trained=()):
    return PathStep(
        tasks=tasks, relieved=relieved, net=net, price_saved=saved, price=0, trained=trained
    )


@pytest.mark.parametrize(
    ("price", "units", "told"),
    [
        (Price.LEVEL, 360, "360 poeng"),
        (Price.SCARCITY, 12_500, "125 poeng"),
        (Price.SCARCITY, 40, "0,4 poeng"),
        (Price.COST, 42_000, "420 kr"),
    ],
)
def test_price_units_are_money_or_points_that_are_explained(price, units, told):
    question = replace(QUESTION, price=price)
    assert spaced(weighed(units, question, speaker())) == told
    assert bool(explained(question, speaker())) == (price is not Price.COST)


def test_a_bundle_of_more_than_three_is_one_decision():
    names = ("dosett", "stell", "kjokken", "sarstell")
    assert path.name(names[:1], speaker()) == speaker().whole_task("dosett")
    assert path.name(names[:3], speaker()).count(" + ") == 2
    told = path.name(names, speaker())
    assert told.startswith("Én samlet beslutning: ")
    assert told.endswith("og 3 oppgaver til")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_path_tells_every_step_and_what_beginning_so_costs(language):
    learnt = (("helsefagarbeider", "legemiddelhandtering", 2),)
    found = Path(
        steps=(step("dosett", trained=learnt), step("stell")),
        first=1,
        loss=41,
        gap=0.01,
        at_once=240,
    )
    table = path.path_table(found, QUESTION, speaker(language))
    assert len(table.rows) == 2
    assert "2" in table.rows[0][5].text
    told = path.summary(found, QUESTION, speaker(language))
    assert "41" in told
    assert "1" in told
    free = path.summary(replace(found, loss=0, gap=0.0), QUESTION, speaker(language))
    assert "41" not in free


def test_steps_that_put_right_are_told_apart_from_those_that_gain():
    """Gains and hours are those of the steps that gain; the whole is told in both."""
    right = replace(step("dosett", relieved=0, saved=-20), rights=True)
    steps = (right, step("stell", saved=300), step("kjokken", saved=100), step("sarstell", saved=9))
    found = Path(steps=steps, first=3, loss=0, gap=0, at_once=420)
    told = spaced(path.summary(found, QUESTION, speaker()))
    assert "en gevinst på 389 poeng i uka og avlaster 6 t" in told
    assert "Begynn med de 3 første: 1 går foran gevinst" in told
    assert "de 2 andre gir 400 poeng i uka og avlaster 4 t" in told
    assert "Gevinsten blir like stor" in told
    assert "7 t" in told
    righted = path.path_table(found, QUESTION, speaker()).rows[0][1].text
    assert righted.startswith("Går foran gevinst: ")
    dear = replace(found, steps=(right, *steps[2:]), loss=200, first=1)
    assert "200 poeng i uka dårligere" in spaced(path.summary(dear, QUESTION, speaker()))
    assert "Den avlaster" in path.summary(dear, QUESTION, speaker())
    more = path.summary(replace(dear, at_once=1), QUESTION, speaker())
    assert "selv om den avlaster mer (" in more
    costs = replace(found, steps=(right,), first=1)
    assert "koster 20 poeng i uka" in spaced(path.summary(costs, QUESTION, speaker()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_that_are_demanded_are_told_apart_and_so_is_a_way_that_ends(language):
    say = speaker(language).reader.say
    forced = replace(step("dosett", saved=-200), demanded=True)
    steps = (forced, step("stell", saved=50), step("kjokken", saved=9))
    found = Path(steps=steps, first=2, loss=0, gap=0, at_once=360, left=("sarstell", "mat"))
    told = path.summary(found, QUESTION, speaker(language))
    assert say("path.left", n=2) in told
    assert "141" in told
    last = path.path_table(found, QUESTION, speaker(language)).rows
    assert last[0][1].text == say("path.demanded", tasks=speaker(language).whole_task("dosett"))
    assert last[1][1].text == speaker(language).whole_task("stell")
    stuck = Path(steps=(), first=0, loss=0, gap=0, at_once=0, left=("dosett",))
    assert path.summary(stuck, QUESTION, speaker(language)) == say("path.left", n=1)


def test_a_path_without_steps_says_so():
    nothing = Path(steps=(), first=0, loss=0, gap=0, at_once=0)
    assert "ingen beslutninger" in path.summary(nothing, QUESTION, speaker())


def point(changes, saved, kroner=0.0, gap=0.0):
    return FrontPoint(
        max_changes=changes,
        training_kroner=None,
        changes=changes,
        kroner=kroner,
        price_saved=saved,
        relieved=saved,
        gap=gap,
    )


def test_shares_are_counted_from_the_plan_that_only_puts_right():
    """Putting right costs 45; nothing is a negative share of the gain."""
    righted = replace(point(3, -45, gap=0.0), max_changes=0, relieved=0)
    found = Front(points=(righted, point(4, -5), point(8, 355)))
    assert [front.share(one, found) for one in found.points] == [0.0, 0.1, 1.0]
    told = spaced(front.summary(found, QUESTION, speaker()))
    assert "gevinsten er 355 poeng i uka" in told
    assert "3 endringer går foran gevinst og koster 45 poeng" in told
    assert "bare det som går foran gevinst" in front.name(righted, found, speaker())
    alone = Front(points=(righted,))
    assert front.share(righted, alone) == 0.0
    without = Front(points=(point(1, -197), point(3, 2173)))
    assert [front.share(one, without) for one in without.points] == [0.0, 1.0]


def test_a_front_that_is_not_proved_says_so_and_gives_no_figure_for_it():
    rough = Front(points=(replace(point(3, 40, gap=1.0), rough=True), point(8, 100)))
    told = front.summary(rough, QUESTION, speaker())
    assert "retter opp mer" in told
    assert "%" not in front.front_table(rough, speaker()).rows[0][-1].text
    near = Front(points=(point(3, 40, gap=0.02), point(8, 100)))
    assert "2,0" in front.summary(near, QUESTION, speaker())


def test_the_front_tells_how_far_few_changes_go():
    found = Front(points=(point(1, 30), point(2, 60), point(5, 100, 8000)))
    assert front.share(found.points[1], found) == 0.6
    told = spaced(front.summary(found, QUESTION, speaker()))
    assert "Allerede 2 endringer gir 60 % av gevinsten" in told
    assert spaced(front.name(found.points[2], found, speaker())).endswith("8 000 kr")
    taking_up = replace(found.points[2], taken_up=90)
    beside = Front(points=(*found.points[:2], taking_up))
    assert front.name(taking_up, beside, speaker()).endswith("arbeid som ikke blir gjort i dag")
    assert front.name(taking_up, Front(points=(taking_up,)), speaker()).endswith("kr")
    assert front.front_table(found, speaker()).rows[0][3].text == "ingen kurs"
    assert "avvik" not in told
    assert "ingen endring" in front.summary(Front(points=()), QUESTION, speaker()).lower()


@pytest.mark.parametrize(
    ("stays", "told"),
    [
        (1.0, "Sikkert: står seg i 100 av 100 utprøvinger"),
        (0.999, "Sikkert: står seg i 99 av 100 utprøvinger"),
        (0.72, "Nokså sikkert: står seg i 72 av 100 utprøvinger"),
        (0.5, "Usikkert: står seg i 50 av 100 utprøvinger"),
        (0.12, "Svært usikkert: står seg i 12 av 100 utprøvinger"),
    ],
)
def test_sureness_is_a_word_with_its_number(stays, told):
    assert sureness.line(stays, speaker()) == told


def sampled(*stays):
    moves = tuple(
        MoveSureness(
            leaf="dosett",
            giver="sykepleier",
            receiver=receiver,
            stays=share,
            low=-90,
            middle=30,
            high=120,
        )
        for receiver, share in zip(("helsefagarbeider", "assistent"), stays, strict=True)
    )
    measured = tuple(
        Measurement(leaf="dosett", field=field, role="helsefagarbeider", value=value)
        for field, value in (("minutes", 30), ("count", 20), ("factor", 0))
    )
    return Sureness(
        samples=1000, seed=0, moves=moves, measure_first=measured, net_low=-60, net_high=240
    )


def test_a_card_tells_its_least_sure_move_and_worthless_measurements_are_left_out():
    found = sampled(0.94, 0.41)
    both = (dosette(), dosette(receiver="assistent"))
    assert "41 av 100" in sureness.task_line(both, found, speaker())
    assert "94 av 100" in sureness.task_line(both[:1], found, speaker())
    assert sureness.task_line((dosette(leaf="stell"),), found, speaker()) == ""
    assert len(sureness.measure_table(found, QUESTION, speaker()).rows) == 2
    assert [row[3].text for row in sureness.sureness_table(found, speaker()).rows] == ["94", "41"]
    assert "4 t" in spaced(sureness.summary(found, speaker()))


def test_when_most_moves_are_unsure_it_is_said_first_with_what_to_measure():
    assert sureness.doubt(sampled(0.94, 0.41), speaker()) == ""
    told = sureness.doubt(sampled(0.5, 0.41), speaker())
    assert told.startswith("De fleste flyttingene er usikre. Mål dette")
    assert "hvor lang tid" in told
    assert sureness.summary(sampled(0.5, 0.41), speaker()).startswith(told)
    nothing = replace(sampled(0.5, 0.41), measure_first=())
    assert "ingen enkelt måling" in sureness.doubt(nothing, speaker())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strain_tells_whether_the_plan_holds_and_what_breaks_first(language):
    short = Shortage(role="sykepleier", band="dag", minutes=180)
    undone = Shortage(role=None, band="dag", minutes=60, leaf="stell")
    breaks = Stress(
        code="stress.ill",
        values={"role": "sykepleier", "persons": 2},
        today=(),
        plan=(short, undone),
        holds=False,
        first=short,
    )
    say = speaker(language).reader.say
    told = stress.verdict(breaks, speaker(language))
    hours = speaker(language).reader.hours
    what = stress.shortage(short, speaker(language))
    assert told.startswith(say("stress.breaks", what=what, today=hours(0)))
    assert told.endswith(say("stress.mended"))
    before = replace(breaks, today=(replace(short, minutes=90),))
    assert hours(90) in stress.verdict(before, speaker(language))
    assert speaker(language).task("stell") in stress.shortage(undone, speaker(language))
    row = stress.stress_table([breaks], speaker(language)).rows[0]
    assert [cell.value for cell in row[1:4]] == [0, 240, 0]
    kept = replace(breaks, holds=True, plan=(), first=None)
    assert stress.verdict(kept, speaker(language)) == say("stress.holds")


def test_where_it_does_not_hold_what_gets_worse_is_named_not_what_is_largest():
    nurses = Shortage(role="sykepleier", band="dag", minutes=1200)
    helpers = Shortage(role="helsefagarbeider", band="dag", minutes=300)
    found = Stress(
        code="stress.summer",
        values={"share": 0.2},
        today=(replace(nurses, minutes=1800), replace(helpers, minutes=240)),
        plan=(nurses, helpers),
        holds=False,
        first=nurses,
        left=(helpers,),
    )
    assert spaced(stress.verdict(found, speaker())) == (
        "Forslaget holder ikke helt: helsefagarbeider mangler 5 t (dag), mot 4 t uten forslaget. "
        "I alt mangler det 25 t, mot 34 t uten forslaget."
    )
    row = stress.stress_table([found], speaker()).rows[0]
    assert spaced(row[-1].text) == "helsefagarbeider mangler 5 t (dag)"


def test_worth_is_ranked_and_says_how_it_is_known():
    found = (
        Worth(of="krone", relaxation=0.5),
        Worth(of="hour", role="helsefagarbeider", band="dag", relaxation=90, checked=60),
        Worth(of="person", role="assistent", competence="legemiddelhandtering", relaxation=80),
        Worth(of="hour", role="sykepleier", band="dag", relaxation=4, checked=0),
    )
    table = worth.worth_table(found, QUESTION, speaker())
    assert [row[1].value for row in table.rows] == [80, 60, 0.5]
    assert table.rows[0][3].text != table.rows[1][3].text
    assert "360 poeng" in table.summary
    assert "tilsvarer" in table.rows[1][1].text
    assert table.rows[1][1].text.endswith("helsefagarbeider)")
    assert "tilsvarer" not in table.rows[2][1].text
    assert "pårørende" not in table.summary
    outside = Worth(of="hour", role="parorende", band="dag", relaxation=314)
    apart = worth.worth_table((*found, outside), QUESTION, speaker())
    assert [row[1].value for row in apart.rows] == [80, 60, 0.5]
    assert "andre enn personalet (pårørende)" in apart.summary
    krone = worth.worth_table(found, replace(QUESTION, price=Price.COST), speaker())
    assert "tilsvarer" not in krone.rows[1][1].text


def test_an_hour_where_the_role_has_none_today_says_so():
    known = speaker()
    nurse = replace(known.mapping.by_role["sykepleier"], rostered={"dag": 100.0})
    others = tuple(staff for staff in known.mapping.staffing if staff.role != "sykepleier")
    here = replace(known, mapping=replace(known.mapping, staffing=(nurse, *others)))
    told = [
        worth.subject(Worth(of="hour", role="sykepleier", band=band, relaxation=1), here)
        for band in ("dag", "natt")
    ]
    assert "ingen timer" not in told[0]
    assert told[1].endswith("har ingen timer her i dag)")


def test_ways_of_dividing_are_told_against_the_plan():
    ways = tuple(
        Spread(
            weight=weight,
            price=price,
            tasks_per_role={"sykepleier": 4, "assistent": 2},
            faces=faces,
            met_in=4,
            fragile=1,
            moves=3,
            gap=0,
        )
        for weight, price, faces in ((0, 1000, 9), (1, 1060, 7))
    )
    rows = spread.spread_table(ways, QUESTION, speaker()).rows
    assert rows[0][1].text == "3,0"
    assert [row[5].value for row in rows] == [0, 60]
    assert [row[2].text for row in rows] == ["2,3", "1,8"]


def test_without_chains_nobody_is_said_to_be_met_by_nobody():
    way = Spread(weight=0, price=9, tasks_per_role={}, faces=0, met_in=0, fragile=1, moves=3, gap=0)
    table = spread.spread_table((way,), QUESTION, speaker())
    assert not any("møter" in column.title for column in table.columns)
    assert "kan ikke telles" in table.summary


@pytest.mark.parametrize(
    ("steps", "tried", "begins"),
    [
        (1, True, "Dette skal til"),
        (2, True, "Alt dette skal til"),
        (0, True, "Ingenting enheten selv"),
        (0, False, "Vi fant ingen endring"),
    ],
)
def test_what_would_free_a_task_is_told_with_all_it_takes(steps, tried, begins):
    change = Step("free.hours", {"role": "helsefagarbeider", "band": "dag", "minutes": 120})
    found = Freeing(
        leaf="dosett",
        role="helsefagarbeider",
        giver="sykepleier",
        minutes=144,
        steps=(change,) * steps,
        tried=tried,
    )
    told = freeing.told(found, speaker())
    assert told.lead.startswith(begins)
    assert len(told.steps) == steps


def test_what_must_be_settled_stands_once_with_its_tasks_and_who_decides():
    decide = Ruling(
        gate=Gate.POLICY,
        verdict=Verdict.CONDITION,
        code="policy.undecided",
        condition=Condition.DECIDE,
    )
    written = replace(decide, code="policy.conditions", values={"conditions": "Bestått prøve"})
    train = replace(decide, gate=Gate.COMPETENCE, code="x", condition=Condition.TRAIN)
    moves = (
        dosette(rulings=(decide, train)),
        dosette(leaf="stell", rulings=(decide,), training=()),
        dosette(leaf="kjokken", rulings=(written,), training=()),
    )
    asked = replace(plan(), moves=moves, trainings=dosette().training)
    table = settle.settle_table(asked, speaker())
    whats = [row[0].text for row in table.rows]
    assert len(whats) == 3
    assert whats[0].startswith("2 ")
    assert "; " in table.rows[1][1].text
    assert whats[2] == "Det beslutningen krever: Bestått prøve"
    assert all(row[2].text for row in table.rows)
    nothing = settle.settle_table(replace(plan(), moves=(), trainings=()), speaker())
    assert not nothing.rows
    assert nothing.summary


def test_faces_and_the_mix_of_professions_stand_before_and_after():
    faces = (
        ChainFaces(chain="a", band="dag", before=2, after=3),
        ChainFaces(chain="b", band="dag", before=2, after=1),
    )
    mix = Mix(band="dag", present_before=0.4, present_after=0.4, work_before=0.5, work_after=0.45)
    asked = replace(plan(), faces=faces, mixes=(mix,))
    table = continuity.faces_table(asked, speaker())
    assert len(table.rows) == 2
    assert "flere yrkesgrupper" in table.summary
    assert table.summary.endswith("I én møter pasienten færre.")
    assert [cell.value for cell in continuity.mix_table(asked, speaker()).rows[0][1:]] == [
        0.5,
        0.45,
        0.4,
        0.4,
    ]
    none = continuity.faces_table(replace(asked, faces=()), speaker())
    assert "Ingen tjenestekjeder" in none.summary
