"""A move in words, and its way from gross to net."""

from dataclasses import replace

import pytest
from telling import TODAY, dosette, plan, spaced, speaker

from taskmap.model.plan import BandLoad, MoveKind, MoveMinutes, RoleLoad
from taskmap.model.question import Price, Question
from taskmap.present import moves, outcome, waterfall
from taskmap.present.changes import numbers
from taskmap.present.phrases import how_often
from taskmap.present.waterfall import net_minutes

TIMES = "\N{MULTIPLICATION SIGN}"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nb", "Fra sykepleier til helsefagarbeider, 12 ganger i uka"),
        ("sv", "Från sjuksköterska till norsk undersköterska, 12 gånger i veckan"),
        ("en", "From registered nurse to health care worker, 12 times a week"),
    ],
)
def test_a_line_says_from_to_and_how_often(language, line):
    assert moves.line(dosette(), speaker(language)).startswith(f"{line}: ")


def test_steps_go_from_gross_to_net_with_the_arithmetic():
    found = moves.steps(dosette(), speaker())
    assert [(spaced(s.label), s.minutes) for s in found] == [
        ("Sykepleier avlastes", 144),
        ("Helsefagarbeider bruker tid på oppgaven", -173),
        ("Veiledning", -10),
        ("Opplæring, fordelt over perioden", -18),
        ("Netto", -57),
    ]
    assert sum(s.minutes for s in found[:-1]) == found[-1].minutes == dosette().minutes.net
    assert spaced(found[0].arithmetic) == f"12 {TIMES} 12 min"
    assert spaced(found[1].arithmetic) == f"12 {TIMES} 14,4 min"
    assert [s.total for s in found] == [True, False, False, False, True]


def test_rounding_is_told_once_and_the_arithmetic_gives_its_figures():
    even = MoveMinutes(relieved=505, taken_on=504, training=2)
    small = dosette(minutes=even, from_minutes=4.0, to_minutes=4.0, occurrences=125.94)
    found = moves.steps(small, speaker())
    assert [(spaced(s.hours), spaced(s.arithmetic)) for s in found[:2]] == [
        ("+8,42 t", f"125,94 {TIMES} 4 min, i hele minutter i hvert tidsrom"),
        ("\N{MINUS SIGN}8,42 t", f"125,94 {TIMES} 4 min, i hele minutter i hvert tidsrom"),
    ]
    assert found[-1].arithmetic.startswith("Begge bruker like lang tid.")
    assert sum(s.minutes for s in found[:-1]) == found[-1].minutes == -2
    uneven = dosette(minutes=MoveMinutes(relieved=148, taken_on=173))
    assert spaced(moves.steps(uneven, speaker())[0].arithmetic).startswith("12 ")
    assert "hele minutter" in moves.steps(uneven, speaker())[0].arithmetic


@pytest.mark.parametrize(
    ("relieved", "taken_on", "told"),
    [
        (150, 126, ["+2,5 t", "2,1 t", "0,4 t"]),
        (159, 127, ["+2,65 t", "2,12 t", "0,53 t"]),
        (152, 100, ["+152 min", "100 min", "52 min"]),
    ],
)
def test_what_is_shown_of_a_move_adds_up(relieved, taken_on, told):
    move = dosette(minutes=MoveMinutes(relieved=relieved, taken_on=taken_on), training=())
    found = [spaced(s.hours).removeprefix("\N{MINUS SIGN}") for s in moves.steps(move, speaker())]
    assert found == told


def test_rounding_is_no_gain():
    even = MoveMinutes(relieved=297, taken_on=295)
    move = dosette(minutes=even, to_minutes=12.0, training=(), occurrences=24.7)
    assert spaced(moves.line(move, speaker())).endswith("netto 0 t")
    assert "gjenstår 0 t" in spaced(moves.effect(move, speaker()))
    alone = replace(plan(), moves=(move,))
    assert "Til sammen brukes like mye som i dag." in spaced(outcome.summary(alone, speaker()))


@pytest.mark.parametrize(
    ("relieved", "taken_on", "to_minutes"), [(297, 295, 14.4), (300, 295, 12.0)]
)
def test_a_real_difference_is_not_called_rounding(relieved, taken_on, to_minutes):
    minutes = MoveMinutes(relieved=relieved, taken_on=taken_on)
    assert waterfall.rounding(dosette(minutes=minutes, to_minutes=to_minutes)) == 0


def test_all_steps_of_a_move_are_in_one_unit():
    short = dosette(minutes=MoveMinutes(relieved=59, taken_on=58, training=2))
    assert {spaced(s.hours).split()[1] for s in moves.steps(short, speaker())} == {"min"}
    long = dosette(minutes=MoveMinutes(relieved=60, taken_on=58, training=2))
    assert {spaced(s.hours).split()[1] for s in moves.steps(long, speaker())} == {"t"}


def test_the_summary_says_when_work_not_done_today_takes_the_gain():
    up = dosette(giver=None, from_minutes=None, minutes=MoveMinutes(relieved=0, taken_on=90))
    told = spaced(outcome.summary(replace(plan(), moves=(up,)), speaker()))
    assert told.startswith("1 oppgave tas opp igjen. ")
    assert "til sammen bruker de 1,5 t mer, fordi 1,5 t i uka går til arbeid som i dag ikke" in told


def test_the_break_even_factor_is_a_sentence():
    told = moves.told(dosette(), plan(), speaker())
    assert (
        "Lønner seg så lenge helsefagarbeider bruker under 1,4 ganger så lang tid som sykepleier."
        in told.reasons
    )


def test_everything_a_leader_must_know_is_told():
    told = moves.told(dosette(), plan(), speaker())
    assert "0,08 årsverk" in spaced(told.effect)
    assert spaced(told.training[0]).startswith("2 i yrkesgruppen helsefagarbeider lærer")
    assert "kurspris i alt 3 000 kr" in spaced(told.training[0])
    assert [spaced(limit) for limit in told.limits] == [
        "Flyttingen gjelder 50 % av gangene oppgaven gjøres.",
        "Mer får ikke plass: helsefagarbeider har ikke mer ledig tid (dag).",
    ]
    assert told.cautions == ("Lønner seg bare sammen med de andre flyttingene i forslaget.",)


def test_work_nobody_does_has_no_giver_and_no_break_even():
    minutes = MoveMinutes(relieved=0, taken_on=60)
    missed = dosette(
        giver=None, from_minutes=None, minutes=minutes, breakeven_factor=None, training=()
    )
    told = moves.told(missed, plan(), speaker())
    assert "tar det som ikke blir gjort i dag" in told.line
    assert told.reasons == ("Arbeid som ellers blir liggende, går foran å spare tid.",)
    assert told.steps[0].minutes == 0


def test_a_repair_says_so_first():
    told = moves.told(dosette(kind=MoveKind.REPAIR), plan(), speaker())
    assert told.kind == "Retter opp et brudd"
    assert "oppfyller kravene" in told.reasons[0]
    assert len(told.reasons) == 1  # it need not pay


def test_work_that_leaves_the_service_is_not_freed_time():
    told = moves.told(dosette(receiver="parorende"), plan(), speaker())
    assert "regnes ikke som frigjort tid" in told.effect
    assert "årsverk" not in told.effect
    assert told.reasons == ("Det er åpnet for at pårørende tar oppgaver.",)


def test_a_move_that_does_not_pay_by_itself_says_so():
    told = moves.told(dosette(breakeven_factor=1.1), plan(), speaker())
    (reason,) = told.reasons
    assert reason.startswith("Flyttingen lønner seg ikke i seg selv.")


def test_the_worth_in_kroner_is_told_where_cost_was_asked_for():
    by_cost = Question(as_of=TODAY, price=Price.COST)
    told = moves.told(dosette(price_saved=250_000), replace(plan(), question=by_cost), speaker())
    worth = "Regnet etter timekostnad er flyttingen verdt 2 500 kr i uka."
    assert worth in [spaced(reason) for reason in told.reasons]
    plain = moves.told(dosette(price_saved=250_000), plan(), speaker())
    assert not [reason for reason in plain.reasons if "kr" in reason.split()]


@pytest.mark.parametrize(
    ("occurrences", "told"),
    [
        (1, "1 gang i uka"),
        (12, "12 ganger i uka"),
        (2.5, "2,5 ganger i uka"),
        (12 / 52, "12 ganger i året"),
        (1 / 52, "1 gang i året"),
        (0.001, "1 gang i året"),
        (1.03, "1 gang i uka"),
    ],
)
def test_how_often_as_people_say_it(occurrences, told):
    assert how_often(occurrences, speaker().reader) == told


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_the_wards_plan_is_told_in_every_language(language):
    said = speaker(language)
    told = [moves.told(move, plan(), said) for move in plan().moves]
    assert told
    for one, move in zip(told, plan().moves, strict=True):
        assert sum(s.minutes for s in one.steps[:-1]) == net_minutes(move)
        assert len(one.rulings) == 6
    drawn = moves.moves_table(plan(), said)
    assert [row[1].key for row in drawn.rows] == [move.leaf for move in plan().moves]


def test_relatives_are_counted_apart_from_the_staff():
    to_them = dosette(
        receiver="parorende", training=(), minutes=MoveMinutes(relieved=120, taken_on=130)
    )
    from_them = dosette(
        giver="parorende", training=(), minutes=MoveMinutes(relieved=36, taken_on=40)
    )
    found = outcome.outcome(replace(plan(), moves=(to_them, from_them)), speaker())
    assert (found.relieved, found.net, found.outside) == (120, 80, {"parorende": 94})
    told = spaced(outcome.summary(replace(plan(), moves=(to_them, from_them)), speaker()))
    assert "Personalet avlastes med 2 t i uka." in told
    assert "Utenom personalet: pårørende bruker 1,6 t mer i uka." in told


def test_the_table_has_the_numbers_of_the_list():
    table = moves.moves_table(plan(), speaker())
    found = numbers(plan(), speaker().mapping)
    task_of = speaker().mapping.by_leaf
    for row in table.rows:
        assert row[0].value == found.get(task_of[row[1].key].task_id)
    ranks = [row[0].value for row in table.rows if row[0].value is not None]
    assert ranks == sorted(ranks)


def test_work_that_goes_up_to_relieve_says_so():
    day = BandLoad(band="dag", full=1000, room=850, other=0, baseline=1100, plan=900)
    over = replace(plan(), roles=(RoleLoad(role="helsefagarbeider", level=4, bands=(day,)),))
    up = dosette(giver="helsefagarbeider", receiver="sykepleier")
    (first, *_) = moves.told(up, over, speaker()).reasons
    assert first.startswith("Oppgaven går oppover, til sykepleier")
    spare = replace(over, roles=())
    assert not [r for r in moves.told(up, spare, speaker()).reasons if "oppover" in r]
