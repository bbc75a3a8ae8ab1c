"""Names, places, caches and identities that were made up lead nobody outside their scope."""

from datetime import date

import pytest
from wards import NB, NOW, OTHERS, OWN, SIGNED, TODAY, edit, hall, seen, somebody, ward

from taskmap.access.identity import LOCAL, AccessRole, Identity, Scope
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
from taskmap.model.edit import SetField
from taskmap.model.unit import Country, Setting
from taskmap.workspace import NewPost, NewUnit, NewWeek, WeekForm, Workspace, usual_starts

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
