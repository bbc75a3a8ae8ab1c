"""Every role, everything it may and may not do, on units within and outside its scope.

Through the hall, on a real folder, and a thin part of it on a real PostgreSQL. What is allowed is
read from the table of rights; what is outside the scope must answer as what never was.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from taskmap.access.identity import LOCAL, AccessRole, Identity, Scope
from taskmap.access.rights import RIGHTS, Action
from taskmap.errors import (
    AccessDenied,
    AccessExpired,
    FileChanged,
    FundNotFound,
    PartnershipNotFound,
    ScenarioNotFound,
    TaskmapError,
    UnitNotFound,
)
from taskmap.language import reader
from taskmap.model.edit import SetField
from taskmap.model.unit import Country, Setting
from taskmap.store.copying import copy
from taskmap.store.places import store_at
from taskmap.workspace import NewPost, NewUnit, NewWeek, Signed, WeekForm, Workspace, usual_starts

ROOT = Path(__file__).parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_text(encoding="utf-8")
FUND = (ROOT / "mappings/medel-furuskar-forebyggande.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SIGNED = Signed(who="leader", at=NOW)
NB = reader("nb")
# Two names as far from ours, so that what is suggested instead may be the same.
OWN, OTHERS, NEVER = "nord-1", "sora-1", "torp-1"
_COUNTED = count(1)


def ward(unit, organisation):
    named = WARD.replace("id: liten-post", f"id: {unit}")
    return named.replace("id: provkommune", f"id: {organisation}")


def partnership(id_, *organisations):
    members = "".join(
        f"  - {{organisation: {{id: {each}, name: {each}}}, population: 9000, units: [{each}-1]}}\n"
        for each in organisations
    )
    head = f"taskmap: partnership/1\nid: {id_}\nname: {id_}\ncountry: NO\nillustrative: true\n"
    return f"{head}members:\n{members}"


@pytest.fixture
def folder(tmp_path):
    """Two organisations, each with a unit, its scenario, a partnership and a fund of its own."""
    for name in ("nord", "sora"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}-1.yaml").write_text(ward(f"{name}-1", name))
        scenario = f"taskmap: scenario/1\nid: sommer\nunit: {name}-1\nname: Sommer\nchanges: {{}}\n"
        (tmp_path / name / f"{name}-1-sommer.yaml").write_text(scenario)
        (tmp_path / f"{name}-sammen.yaml").write_text(partnership(f"{name}-sammen", name))
        fund = FUND.replace("id: furuskar-forebyggande", f"id: {name}-midler", 1)
        fund = fund.replace("partnership: furuskar-uppgiftsvaxling", f"partnership: {name}-sammen")
        (tmp_path / f"{name}-midler.yaml").write_text(fund)
    (tmp_path / "begge.yaml").write_text(partnership("begge", "nord", "sora"))
    return tmp_path


def somebody(*roles, until=NOW + timedelta(hours=8), **scope):
    held = Scope(**{name: frozenset(ids) for name, ids in scope.items()})
    return Identity(subject="7f3", roles=frozenset(roles), scope=held, until=until)


def hall(folder, identity):
    return Workspace(folder, TODAY, files=False, identity=identity, clock=lambda: NOW)


def seen(workspace, unit):
    """What somebody who changes a unit saw of it; a change asks for it again."""
    return workspace.said(unit)[1]


def edit(workspace, unit):
    minutes = 10 + next(_COUNTED) % 50
    edits = [SetField("dosett", "minutes", minutes)]
    return workspace.edit(unit, edits, based_on=seen(workspace, unit), signed=SIGNED)


def measure(workspace, unit):
    said = {
        "kind": "digital", "name": f"Rutine {next(_COUNTED)}", "decision": "accepted",
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
        "name": f"Kurs {next(_COUNTED)}", "date": TODAY, "organisation": "x", "office": "leder",
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


CRAFTED = (
    "sora/sora-1.yaml", "./sora/sora-1.yaml", "../sora-1.yaml", "nord/../sora/sora-1.yaml",
    "sora-1/", "SORA-1", "sora-1\x00", "%73ora-1", "*", "", ".", "..", "nord-1/../sora-1",
)  # fmt: skip


@pytest.mark.parametrize("crafted", [*CRAFTED, "absolute", "long"])
def test_no_crafted_name_leads_outside(folder, crafted):
    crafted = {"absolute": str(folder / "sora/sora-1.yaml"), "long": "a/" * 3000}.get(
        crafted, crafted
    )
    mine = hall(folder, somebody(*AccessRole, organisations=["nord"]))
    for ask in (mine.open, mine.history, mine.document_file, mine.scenarios):
        with pytest.raises(UnitNotFound):
            ask(crafted)
    with pytest.raises(ScenarioNotFound):
        mine.under(crafted or "x").open(OWN)
    with pytest.raises(FundNotFound):
        mine.fund(crafted)
    with pytest.raises(PartnershipNotFound):
        mine.programme(crafted)
    assert mine.partnership_called(crafted) is None
    store = mine.reach.store()
    with pytest.raises(TaskmapError) as refused:
        store.read(crafted)
    assert refused.value.code in {"store.name", "store.removed", "store.failed"}
    with pytest.raises((TaskmapError, OSError)):
        mine.reach.store(folder / crafted / "..").read("sora/sora-1.yaml")


def test_files_of_the_machine_are_for_the_one_at_its_keyboard(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    file = elsewhere / "utenfor.yaml"
    file.write_text(ward("utenfor", "nord"))
    assert Workspace(folder, TODAY).open(file).card.id == "utenfor"
    boss = somebody(*AccessRole, organisations=["nord"])
    for mine in (
        Workspace(folder, TODAY, identity=boss, clock=lambda: NOW),
        Workspace(folder, TODAY, files=False),
    ):
        with pytest.raises(UnitNotFound):
            mine.open(file)
        with pytest.raises(FundNotFound):
            mine.fund(str(file))
        assert mine.partnership_called(str(file)) is None
    for place in (elsewhere, folder / ".." / elsewhere.name):
        with pytest.raises(AccessDenied):
            hall(folder, boss).check([place])
        with pytest.raises(AccessDenied):
            hall(folder, boss).question_file(place / "utenfor.yaml")


def test_what_one_has_worked_out_opens_nothing_to_another(folder):
    """Two in one process, whose answers are remembered by content."""
    theirs = hall(folder, somebody(AccessRole.DEPARTMENT_HEAD, organisations=["sora"]))
    edit(theirs, OTHERS)
    digest = seen(theirs, OTHERS)
    theirs.graph(OTHERS, theirs.question())
    copy = theirs.drafting(OTHERS, "sommer").said(OTHERS)[1]
    mine = hall(folder, somebody(AccessRole.DEPARTMENT_HEAD, organisations=["nord"]))
    edits = [SetField("dosett", "minutes", 7)]
    for based_on in (digest, copy):
        with pytest.raises(FileChanged):
            mine.edit(OWN, edits, based_on=based_on, signed=SIGNED)
        with pytest.raises(FileChanged):
            mine.drafting(OWN, "sommer").edit(OWN, edits, based_on=based_on, signed=SIGNED)
        assert mine.said_at(OWN, based_on[:12]) is None
    for ask in (theirs.graph, mine.graph):
        unit = OTHERS if ask == theirs.graph else OWN
        assert ask(unit, mine.question()).graph["unit"] == unit
    with pytest.raises(UnitNotFound):
        mine.graph(OTHERS, mine.question())


def test_a_hall_under_scenarios_is_the_same_somebodys(folder):
    mine = hall(folder, somebody(AccessRole.READER, units=[OWN]))
    under = mine.under("sommer")
    assert under.reach == mine.reach
    with pytest.raises(UnitNotFound):
        under.open(OTHERS)
    with pytest.raises(AccessDenied):
        under.document_file(OWN)


def test_a_new_unit_is_made_in_ones_own_organisation_and_in_no_other(folder):
    form = WeekForm.ROUND_THE_CLOCK
    week = NewWeek(form, tuple(usual_starts(form).values()))
    names = {"day": "Dag", "evening": "Kveld", "night": "Natt", "weekend": "Helg"}

    def start(identity, organisation):
        new = NewUnit(
            country=Country.NO, setting=Setting.NURSING_HOME, organisation=organisation,
            name="Sora 1", week=week, band_names=names, purpose="Kartlegging",
            posts=(NewPost(role="sykepleier", persons=7, posts=4.5, at_work={"day": 1}),),
            delete_after=date(2028, 12, 31),
        )  # fmt: skip
        return hall(folder, identity).start(new, SIGNED).unit

    head = somebody(AccessRole.DEPARTMENT_HEAD, organisations=["nord"])
    assert start(head, "Nord kommune") == "sora-1-2"  # the first is taken, and not seen
    assert hall(folder, head).open("sora-1-2").mapping.unit.organisation.id == "nord"
    for refused in (
        somebody(AccessRole.DEPARTMENT_HEAD, units=[OWN]),
        somebody(AccessRole.REPRESENTATIVE, organisations=["nord"]),
        somebody(AccessRole.DEPARTMENT_HEAD, organisations=["nord", "vest"]),
    ):
        with pytest.raises(AccessDenied):
            start(refused, "Sora kommune")


def test_only_the_very_identity_of_the_keyboard_is_let_past_the_guard(folder):
    alike = Identity(subject=LOCAL.subject, roles=LOCAL.roles, scope=Scope(), until=None)
    assert hall(folder, alike).units() == ()
    assert hall(folder, LOCAL).units()


def test_whoever_has_no_role_or_whose_time_has_ended_is_refused(folder):
    for identity, refusal in (
        (somebody(organisations=["nord"]), AccessDenied),
        (somebody(*AccessRole, until=NOW, organisations=["nord"]), AccessExpired),
    ):
        mine = hall(folder, identity)
        for ask in (mine.units, mine.funds, mine.partnerships, lambda h=mine: h.open(OWN)):
            with pytest.raises(refusal):
                ask()
        with pytest.raises(refusal):
            hall(folder, identity).sheet_file(OWN, ".csv", NB)


@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("role", [AccessRole.DEPARTMENT_HEAD, AccessRole.READER])
def test_a_database_is_guarded_as_a_folder_is(folder, role, database):
    place = database / f"matrix-{next(_COUNTED)}"
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
