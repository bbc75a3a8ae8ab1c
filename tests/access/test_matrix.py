"""Every role, everything it may and may not do, on units within and outside its scope.

Through the hall, on a real folder, and a thin part of it on a real PostgreSQL. What is allowed is
read from the table of rights; what is outside the scope must answer as what never was.
"""

import pytest
from wards import (
    NB,
    NEVER,
    NOW,
    OTHERS,
    OWN,
    ROOT,
    SIGNED,
    TODAY,
    counted,
    edit,
    hall,
    seen,
    somebody,
)

from taskmap.access.identity import AccessRole
from taskmap.access.rights import RIGHTS, Action
from taskmap.errors import (
    AccessDenied,
    FundNotFound,
    PartnershipNotFound,
    TaskmapError,
    UnitNotFound,
)
from taskmap.store.copying import copy
from taskmap.store.places import store_at
from taskmap.workspace import Workspace


def measure(workspace, unit):
    said = {
        "kind": "digital", "name": f"Rutine {next(counted)}", "decision": "accepted",
        "decided": TODAY, "office": "avdelingsleder", "reason": "Den sparer tid",
    }  # fmt: skip
    based_on = workspace.followup(unit).digest
    return workspace.new_measure(unit, said, based_on=based_on, signed=SIGNED)[1]


def speak(workspace, unit):
    said = {"date": TODAY, "party": "safety", "office": "verneombud", "text": "For få om natten."}
    based_on = workspace.followup(unit).digest
    return workspace.speak(unit, "comments", said, based_on=based_on, signed=SIGNED)


def need(workspace, unit):
    said = {
        "name": f"Kurs {next(counted)}", "date": TODAY, "organisation": "x", "office": "leder",
        "text": "Såren tar tid.", "cost": 30000, "effect": {"hours": 90, "basis": "stated"},
    }  # fmt: skip
    card = workspace.fund(unit.replace("-1", "-midler"))
    return workspace.new_need(card, said, SIGNED)[1]


def forget(workspace, unit):
    store, name = workspace.reach.store(), f"{unit.removesuffix('-1')}/{unit}-sommer.yaml"
    seen = store.read(name).digest
    return store.forget(name, None, based_on=seen, who="leader", why="", at=NOW)


DEEDS = {
    Action.LOOK: (
        lambda h, u: h.open(u).mapping.unit.id,
        lambda h, u: len(h.scenarios(u)),
        lambda h, u: h.under("sommer").open(u).card.id,
        lambda h, u: len(h.levels(u, h.question())),
        lambda h, u: len(h.history(u)) >= 0,
        lambda h, u: h.followup(u).file,
        lambda h, u: h.compare([u]).units,
        lambda h, u: len(h.inputs(u)),
        lambda h, u: h.fund(u.replace("-1", "-midler")).id,
        lambda h, u: h.programme(u.replace("-1", "-sammen")).partnership.id,
        lambda h, u: h.reach.store().read(f"{u[:4]}/{u}.yaml").name,
    ),
    Action.EXPORT: (
        lambda h, u: h.document_file(u),
        lambda h, u: h.sheet_file(u, ".csv", NB),
        lambda h, u: h.graph_file(u, h.question(), ".json"),
        lambda h, u: h.reach.store().whole(f"{u[:4]}/{u}.yaml").stands,
    ),
    Action.EDIT: (
        edit,
        lambda h, u: h.make_scenario(u, "Vinter", "", SIGNED),
        lambda h, u: h.remove_scenario(u, "sommer"),
        lambda h, u: h.put_back_beside(u, f"{u}-sommer.yaml", SIGNED),
        lambda h, u: h.call_scenario(u, "sommer", "Sommeren", "", SIGNED),
        lambda h, u: h.begin_input(u, ["sykepleier"], SIGNED),
        lambda h, u: h.restore(u, 1, based_on=seen(h, u), signed=SIGNED),
    ),
    Action.DECIDE: (measure,),
    Action.COMMENT: (speak,),
    Action.SHARE: (need,),
    Action.ADMINISTER: (forget,),
}


def done(deed, workspace, unit):
    """The answer, or the refusal with the unit's id told as one."""
    try:
        return deed(workspace, unit)
    except TaskmapError as refused:
        told = {k: str(v).replace(unit[:4], "…") for k, v in refused.values.items()}
        return type(refused), told


def content(folder):
    return {
        path: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".taskmap" not in path.parts
    }


def test_the_matrix_knows_every_role_and_every_action():
    assert set(RIGHTS) == set(AccessRole)
    assert set(DEEDS) == set(Action)
    assert all(Action.LOOK in rights for rights in RIGHTS.values())


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        *((role, {"organisations": ["nord"]}) for role in AccessRole),
        (AccessRole.DEPARTMENT_HEAD, {"units": [OWN]}),
    ],
    ids=str,
)
def test_every_role_does_what_its_rights_allow_within_its_scope_and_nothing_outside(
    folder, role, scope
):
    mine = hall(folder, somebody(role, **scope))
    edit(Workspace(folder, TODAY), OWN)  # so that there are versions
    edit(Workspace(folder, TODAY), OTHERS)
    for action, deeds in DEEDS.items():
        for deed in deeds:
            before = content(folder)
            outside = done(deed, mine, OTHERS)
            assert outside == done(deed, mine, NEVER), (action, outside)
            assert isinstance(outside, tuple), (action, outside)
            assert content(folder) == before
            found = done(deed, mine, OWN)
            allowed = action in RIGHTS[role]
            if action is Action.SHARE and "units" in scope:
                allowed = False  # a fund is of the whole partnership
            refused = isinstance(found, tuple) and found[0] is AccessDenied
            assert refused is not allowed, (action, found)
            if allowed:
                assert not isinstance(found, tuple), (action, found)
                assert not getattr(found, "findings", ())
            else:
                assert content(folder) == before


def test_lists_and_suggestions_hold_nothing_from_outside(folder):
    mine = hall(folder, somebody(*AccessRole, organisations=["nord"]))
    everybody = Workspace(folder, TODAY)
    assert {card.id for card in everybody.units()} == {OWN, OTHERS}
    assert [card.id for card in mine.units()] == [OWN]
    assert [card.id for card in mine.funds()] == ["nord-midler"]
    assert {each.id for each in mine.partnerships()} == {"begge", "nord-sammen"}
    for asked, ask in (
        ("sora-2", mine.open),
        ("sora-midle", mine.fund),
        ("sora-samme", mine.programme),
        ("sora-1", lambda id_: mine.compare([id_])),
    ):
        with pytest.raises((UnitNotFound, FundNotFound, PartnershipNotFound)) as refused:
            ask(asked)
        assert "sora" not in str(refused.value.values["nearest"])
    begge = next(each for each in mine.partnerships() if each.id == "begge")
    by_unit = {each.unit: each for each in mine.cooperation(begge).departments}
    assert by_unit[OWN].progress is not None
    assert by_unit[OTHERS].progress is None
    assert by_unit[OTHERS].name == OTHERS  # as the partnership's own document has it


@pytest.mark.parametrize("role", [AccessRole.DEPARTMENT_HEAD, AccessRole.READER])
def test_a_database_is_guarded_as_a_folder_is(folder, role, database):
    place = database / f"matrix-{next(counted)}"
    copy(store_at(folder), store_at(place))
    mine = hall(place, somebody(role, organisations=["nord"]))
    assert [card.id for card in mine.units()] == [OWN]
    assert [card.id for card in mine.funds()] == ["nord-midler"]
    for action in (Action.LOOK, Action.EDIT):
        deed = DEEDS[action][0]
        assert done(deed, mine, OTHERS) == done(deed, mine, NEVER)
        refused = isinstance(done(deed, mine, OWN), tuple)
        assert refused is (action not in RIGHTS[role])


def test_every_way_to_a_store_goes_through_one_reach():
    """Beside it only what the commands at the keyboard do to a place seen as a whole."""
    asking = {
        path.name
        for path in (ROOT / "taskmap/workspace").glob("*.py")
        if "store_at" in path.read_text(encoding="utf-8")
    }
    assert asking <= {"reach.py", "storing.py", "forgetting.py"}
