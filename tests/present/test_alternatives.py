"""A task done in another way, in words, and its way from gross to net."""

from dataclasses import replace

import pytest
from telling import QUESTION, spaced, speaker

from taskmap.model.alternative import Alternative, AlternativeKind
from taskmap.model.amount import Count, Duration
from taskmap.model.plan import Chosen
from taskmap.model.question import Price
from taskmap.present import alternatives
from taskmap.present.exact.alternatives import alternatives_list
from taskmap.present.names import Speaker

K = AlternativeKind


def said(way: Alternative, language: str = "nb", task: str = "dosett") -> Speaker:
    """The ward, with one other way of doing a task."""
    ours = speaker(language)
    held = ours.mapping.by_task[task]
    tasks = tuple(replace(t, alternatives=(way,)) if t is held else t for t in ours.mapping.tasks)
    return replace(ours, mapping=replace(ours.mapping, tasks=tasks))


def way(kind: K, **more) -> Alternative:
    work = {} if kind is K.STOP else {"count": Count({"dag": 12}), "minutes": Duration(5, 5, 5)}
    return Alternative(**{"id": "ny", "kind": kind} | work | more)


def chosen(kind: K, **more) -> Chosen:
    facts = {
        "task": "dosett",
        "alternative": "ny",
        "kind": kind,
        "relieved": {"sykepleier": 144},
        "taken_on": {"helsefagarbeider": 60},
        "one_off": {"sykepleier": 12},
        "supervision": {"sykepleier": 8},
        "kroner": 450.0,
        "price_saved": 12000,
    }
    return Chosen(**facts | more)


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
@pytest.mark.parametrize("kind", list(K))
def test_every_kind_is_told_in_every_language(kind, language):
    there = {"unit": "nabo", "unit_role": "helsesekretaer", "unit_room": 4.0}
    more = there if kind is K.SHARE_BETWEEN_UNITS else {}
    told = alternatives.told(chosen(kind, missed=0.1), QUESTION, said(way(kind, **more), language))
    assert told.title
    assert told.kind[0].isupper()
    assert told.effect.endswith(".")
    assert all(line.endswith(".") for line in told.lines)
    assert len(told.lines) == 3  # who, what it costs, what nobody does today


def test_steps_go_from_gross_to_net():
    found = alternatives.steps(chosen(K.DIGITISE), said(way(K.DIGITISE)))
    assert [(spaced(step.label), step.minutes) for step in found] == [
        ("Sykepleier avlastes", 144),
        ("Helsefagarbeider bruker tid på det nye", -60),
        ("Innføring, fordelt på ukene", -12),
        ("Veiledning", -8),
        ("Netto", 64),
    ]
    assert sum(step.minutes for step in found[:-1]) == chosen(K.DIGITISE).net


def test_what_it_costs_and_what_it_takes_to_put_in_place_is_told():
    dear = way(K.DIGITISE, one_off_hours={"sykepleier": 10}, running_kroner=450)
    lines = alternatives.told(
        chosen(K.DIGITISE), replace(QUESTION, price=Price.COST), said(dear)
    ).lines
    assert [spaced(line) for line in lines] == [
        "Gjøres 12 ganger i uka (dag) av helsefagarbeider.",
        "Koster 450 kr i uka, innføringen medregnet.",
        "Å få det på plass tar 10 t i alt av sykepleier, fordelt på 52 uker.",
        "Sparer 120 kr i uka når alt er trukket fra.",
    ]


def test_the_units_own_words_go_before_the_kinds():
    named = said(way(K.DIGITISE, name="Multidose med app"))
    assert alternatives.title(chosen(K.DIGITISE), named).endswith(": Multidose med app")
    assert alternatives.title(chosen(K.DIGITISE), said(way(K.DIGITISE))).endswith("gjøres digitalt")


def test_the_json_counts_the_same_minutes():
    (found,) = alternatives_list([chosen(K.DIGITISE)], said(way(K.DIGITISE)))
    minutes = {part: round(hours * 60) for part, hours in found["hours"].items()}
    net = minutes.pop("net")
    assert minutes.pop("relieved") - sum(minutes.values()) == net == chosen(K.DIGITISE).net
    assert found["by_role"]["taken_on"] == [{"role": "helsefagarbeider", "hours": 1.0}]
