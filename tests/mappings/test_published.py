"""Published figures read as mappings: what the sources say comes out, and nothing more."""

from datetime import date
from pathlib import Path

import pytest

from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.leon.suggest import suggest
from taskmap.model.amount import Basis
from taskmap.model.finding import Finding, Severity
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.model.today import minutes_today

PUBLISHED = Path(__file__).parents[2] / "mappings" / "published"
RURAL = ("m1", "m2", "m3")
# Table 2 of s12913-018-3794-2, written here once more and by hand.
REGISTERED = {
    "m1": {"direkte": 5110, "kjoring": 5935, "rapport": 659, "dokumentasjon": 1680},
    "m2": {"direkte": 5859, "kjoring": 6111, "rapport": 578, "dokumentasjon": 402},
    "m3": {"direkte": 6728, "kjoring": 7000, "rapport": 1202, "dokumentasjon": 692},
}


def read(name: str) -> tuple[Mapping, tuple[Finding, ...]]:
    path = PUBLISHED / f"{name}.yaml"
    mapping, findings = read_mapping(path.read_bytes(), file=path.name)
    assert mapping is not None, findings
    return mapping, findings


def rural(name: str) -> Mapping:
    return read(f"landkommune-{name}-2016")[0]


def answer(mapping: Mapping) -> Plan:
    question = Question(as_of=date(2026, 11, 21))
    return suggest(mapping, load(mapping.unit.country), question)


@pytest.mark.parametrize("path", sorted(PUBLISHED.glob("*.yaml")), ids=lambda p: p.stem)
def test_published_figures_tell_their_source_and_are_not_invented(path: Path) -> None:
    mapping, findings = read(path.stem)
    assert mapping.source
    assert not mapping.illustrative
    assert all(finding.severity is not Severity.ERROR for finding in findings)


def test_stokke_warns_of_the_one_hour_its_parts_lack() -> None:
    _, findings = read("stokke-uke-2005")
    (told,) = [f for f in findings if f.code == "registered_total.differs"]
    assert told.severity is Severity.WARNING
    assert told.values == {"parts": 1143.5, "total": 1144.5, "difference": 1.0}


def test_stokke_direct_time_is_the_sum_of_its_parts() -> None:
    mapping, _ = read("stokke-uke-2005")
    minutes = {
        leaf.id: sum(minutes_today(leaf, role) for role in leaf.roles_today())
        for leaf in mapping.leaves
    }
    direct = [leaf.id for leaf in mapping.leaves if leaf.task.parent == "direkte"]
    assert sum(minutes[leaf] for leaf in direct) == 979 * 60
    assert sum(minutes.values()) == 1143.5 * 60


def test_fredrikstad_comes_out_of_suggest_as_it_was_measured() -> None:
    before, _ = read("fredrikstad-medisinrom-for")
    (move,) = answer(before).moves
    assert (move.giver, move.receiver) == ("sykepleier", "apotektekniker")
    assert move.minutes.relieved == 27 * 60
    assert move.minutes.taken_on == 16 * 60
    assert move.minutes.net == 11 * 60


def test_fredrikstad_planned_hours_are_the_hours_measured_afterwards() -> None:
    before, _ = read("fredrikstad-medisinrom-for")
    after, _ = read("fredrikstad-medisinrom-etter")
    planned = {load.role: load.total("plan") for load in answer(before).roles}
    measured = {
        role: sum(minutes_today(leaf, role) for leaf in after.leaves) for role in after.by_role
    }
    assert planned == measured == {"sykepleier": 33 * 60, "apotektekniker": 16 * 60}


def test_fredrikstad_with_equal_minutes_would_say_net_nothing() -> None:
    path = PUBLISHED / "fredrikstad-medisinrom-for.yaml"
    text = path.read_text(encoding="utf-8").replace("0.592593", "1")
    equal, _ = read_mapping(text, file=path.name)
    assert equal is not None
    assert [move.minutes.net for move in answer(equal).moves] == [0]


@pytest.mark.parametrize("name", RURAL)
def test_rural_registrations_are_those_of_the_table(name: str) -> None:
    mapping = rural(name)
    eight_weeks = {leaf.id: sum(leaf.count.values()) * 8 for leaf in mapping.leaves}
    assert eight_weeks == REGISTERED[name]


def test_rural_documentation_ranks_one_way_by_count_and_another_by_time() -> None:
    leaf = {name: rural(name).by_leaf["dokumentasjon"] for name in RURAL}
    count = {name: sum(leaf[name].count.values()) for name in RURAL}
    time = {name: minutes_today(leaf[name], "helsefagarbeider") for name in RURAL}
    assert sorted(RURAL, key=count.__getitem__, reverse=True) == ["m1", "m3", "m2"]
    assert sorted(RURAL, key=time.__getitem__, reverse=True) == ["m3", "m2", "m1"]
    assert count["m1"] > 4 * count["m2"]
    assert time["m1"] < time["m2"] / 4


def test_a_figure_the_source_gives_for_all_three_is_marked_an_estimate() -> None:
    for name in RURAL:
        basis = {leaf.id: leaf.minutes.basis for leaf in rural(name).leaves}
        assert basis["direkte"] is basis["kjoring"] is Basis.ESTIMATE
        assert basis["rapport"] is basis["dokumentasjon"] is Basis.MEASURED


@pytest.mark.parametrize("name", ["stokke-uke-2005", "landkommune-m2-2016"])
def test_nothing_is_suggested_from_figures_without_professions(name: str) -> None:
    plan = answer(read(name)[0])
    assert plan.moves == ()
    assert plan.breaches == ()
