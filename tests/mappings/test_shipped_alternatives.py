"""Other ways of doing a task in the invented units: marked as estimates, and worth asking for."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.leon.suggest import suggest
from taskmap.model.alternative import AlternativeKind
from taskmap.model.amount import Basis
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question

SHIPPED = Path(__file__).parents[2] / "mappings"
ASKED = Question(as_of=date(2026, 11, 21), alternatives=frozenset(AlternativeKind))


@cache
def read(name: str) -> Mapping:
    mapping, findings = read_mapping((SHIPPED / f"{name}.yaml").read_bytes(), file=name)
    assert mapping is not None, findings
    return mapping


def test_three_units_have_other_ways_of_doing_something():
    documents = [
        p for p in sorted(SHIPPED.glob("*/*.yaml")) if b"taskmap: mapping/" in p.read_bytes()
    ]
    every = [read(str(p.relative_to(SHIPPED))[:-5]) for p in documents]
    with_ways = [mapping for mapping in every if mapping.other_ways]
    assert len(with_ways) >= 3
    assert all(mapping.illustrative for mapping in with_ways)
    ways = [way for mapping in with_ways for way in mapping.other_ways]
    assert len({way.alternative.kind for way in ways}) >= 4
    minutes = [way.alternative.minutes for way in ways if way.alternative.minutes is not None]
    assert all(m.basis is Basis.ESTIMATE and m.low < m.likely < m.high for m in minutes)


@pytest.mark.parametrize(
    ("name", "task", "kind"),
    [
        ("granmo/hjemmetjeneste-ovre-dal", "nattilsyn", AlternativeKind.DIGITISE),
        ("solvik/hjemmetjeneste-nord", "dispenser", AlternativeKind.SIMPLIFY),
    ],
)
def test_a_unit_that_asks_for_other_ways_gets_the_one_that_pays(name, task, kind):
    mapping = read(name)
    found = suggest(mapping, load(mapping.unit.country), ASKED)
    (chosen,) = (one for one in found.alternatives if one.task == task)
    assert chosen.kind is kind
    assert chosen.net > 0 < chosen.price_saved
    net = sum(m.minutes.net for m in found.moves) + sum(c.net for c in found.alternatives)
    assert net == sum(r.total("baseline") - r.total("plan") for r in found.roles)
    bare = suggest(mapping, load(mapping.unit.country), replace(ASKED, alternatives=frozenset()))
    price = {o.name: o.value for o in found.objectives}["price"]
    assert price < {o.name: o.value for o in bare.objectives}["price"]
