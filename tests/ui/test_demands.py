"""Demands one at a time: added, listed, taken away, and kept as text in the address."""

import pytest

from taskmap.language import reader
from taskmap.model.demand import (
    SUBJECTS,
    WITHOUT_AMOUNT,
    Demand,
    added,
    listed,
    taken_away,
    together,
)
from taskmap.model.demands import NOTHING_MORE
from taskmap.present import demands as told
from taskmap.present.figures.naming import Naming
from taskmap.ui import state
from taskmap.ui.parts import demanding
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import Workspace
from tests.ui.conftest import ROOT, TODAY

UNIT = "havblikk-2"


@pytest.fixture(scope="module")
def ready():
    opened = Workspace(ROOT / "mappings", TODAY).open(UNIT)
    naming = Naming(reader("nb"), opened.mapping, opened.catalogue)
    return Ready(opened=opened, mapping=opened.mapping, catalogue=opened.catalogue, naming=naming)


@pytest.fixture
def held(monkeypatch):
    """What the session remembers, without a browser."""
    texts = {}
    monkeypatch.setattr(state, "demands", lambda unit: texts.get(unit, ""))
    monkeypatch.setattr(state, "demand", texts.__setitem__)
    return texts


def one_of_each(ready):
    about = {
        "leaf": ready.mapping.leaves[0].id,
        "role": ready.mapping.staffing[0].role,
        "gate": "competence",
        "course": min(ready.catalogue.courses),
        "band": ready.mapping.band_ids[0],
    }
    return [
        Demand(
            field=field,
            about=tuple(about[name] for name in names),
            amount=None if field in WITHOUT_AMOUNT else 0.5 if field in demanding.SHARES else 3,
        )
        for field, names in SUBJECTS.items()
    ]


def test_every_demand_is_listed_as_it_was_added_and_gone_when_taken_away(ready):
    every = one_of_each(ready)
    demands = together(every)
    assert list(listed(demands)) == every
    for one in every:
        left = taken_away(demands, one)
        assert list(listed(left)) == [other for other in every if other != one]
    assert together(()) == NOTHING_MORE


def test_of_two_about_the_same_the_last_holds():
    first = Demand(field="cap_role", about=("sykepleier",), amount=60)
    last = Demand(field="cap_role", about=("sykepleier",), amount=120)
    assert listed(added(together([first]), last)) == (last,)


@pytest.mark.parametrize(
    ("field", "about", "amount"),
    [("pinned", (), None), ("pinned", ("a",), 1.0), ("forced", ("a", "b"), None), ("x", (), None)],
)
def test_nonsense_is_no_demand(field, about, amount):
    with pytest.raises(ValueError):
        Demand(field=field, about=about, amount=amount)


def test_the_address_holds_every_demand_and_gives_it_back(ready, held):
    every = one_of_each(ready)
    demanding.add(ready, *[one for one in every if one.field not in {"pinned", "forbidden"}])
    found = demanding.demands(ready)
    held[UNIT] = demanding.written(found)
    assert demanding.demands(ready) == found
    assert len(listed(found)) == len(every) - 2


@pytest.mark.parametrize(
    "text",
    [
        "pinned",
        "pinned:finnes-ikke",
        "pinned:utdeling:1",
        "forced:utdeling:sykepleier:1.5",
        "forced:utdeling:sykepleier:nan",
        "training_kroner:-1",
        "training_kroner:inf",
        "cap_gate:nothing:2",
        "__class__:x",
        ",,:,",
    ],
)
def test_what_no_unit_has_in_an_address_is_left_aside(ready, held, text):
    held[UNIT] = text
    assert demanding.demands(ready) == NOTHING_MORE


def test_the_latest_click_holds_against_an_earlier_one(ready, held):
    leaf, role = ready.mapping.leaves[0].id, ready.mapping.staffing[0].role
    stays = Demand(field="pinned", about=(leaf,))
    goes = Demand(field="forced", about=(leaf, role), amount=1.0)
    never = Demand(field="forbidden", about=(leaf, role))
    for first, then in ((stays, goes), (goes, stays), (goes, never), (never, goes)):
        held.clear()
        demanding.add(ready, first)
        demanding.add(ready, then)
        assert listed(demanding.demands(ready)) == (then,)
        demanding.take_away(ready, then)
        assert held[UNIT] == ""


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_every_demand_is_a_sentence_and_a_choice(ready, language):
    naming = Naming(reader(language), ready.mapping, ready.catalogue)
    sentences = [told.sentence(one, naming) for one in one_of_each(ready)]
    assert all(one.endswith(".") and one[:1] in "«”“" + one[:1].upper() for one in sentences)
    assert len({told.kind(field, naming) for field in SUBJECTS}) == len(SUBJECTS)
