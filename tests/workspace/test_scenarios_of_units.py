"""Units under scenarios: found beside the mapping, opened, analysed, compared, taken into use."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.document import edited
from taskmap.errors import ScenarioHasErrors, ScenarioNotFound, ScenariosConflict
from taskmap.model.demands import Demands
from taskmap.model.edit import SetPost
from taskmap.model.finding import Severity
from taskmap.workspace import Signed, Workspace, question_for

ROOT = Path(__file__).resolve().parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
HEAD = "taskmap: scenario/1\nunit: liten-post\n"
VACANT = HEAD + "id: ledig\nname: Ledig stilling\nchanges:\n  staffing: {sykepleier: {vacant: 2}}\n"
WINTER = HEAD + "id: vinter\nname: Vinter\nchanges:\n  tasks: {dosett: {minutes: 20}}\n"
SUMMER = HEAD + "id: sommer\nname: Sommer\nchanges:\n  tasks: {dosett: {minutes: 10}}\n"
BROKEN = HEAD + "id: feil\nname: Feil\nchanges:\n  staffing: {sykepleier: {vacant: 9}}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ward.yaml").write_text(WARD, encoding="utf-8")
    for name, text in {"a": VACANT, "b": WINTER, "c": SUMMER, "d": BROKEN}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def workspace(folder):
    return Workspace(folder, TODAY)


QUESTION = question_for(TODAY)


def test_scenarios_are_no_units_and_are_listed_by_name(workspace):
    assert [card.id for card in workspace.units()] == ["liten-post"]
    cards = workspace.scenarios("liten-post")
    assert [card.name for card in cards] == ["Feil", "Ledig stilling", "Sommer", "Vinter"]
    assert [card.sound for card in cards] == [False, True, True, True]


def test_a_unit_under_a_scenario_is_the_unit_edited_by_hand(workspace, tmp_path_factory):
    by_hand = tmp_path_factory.mktemp("hand")
    data = edited(WARD.encode(), [SetPost("sykepleier", "vacant", 2)])
    (by_hand / "ward.yaml").write_bytes(data)
    hand, under = Workspace(by_hand, TODAY), workspace.under("ledig")
    opened = under.open("liten-post")
    assert opened.digest == hand.open("liten-post").digest
    assert [card.id for card in opened.scenarios] == ["ledig"]
    for ask in ("capacities", "levels", "suggest"):
        told, wanted = (getattr(hall, ask)("liten-post", QUESTION) for hall in (under, hand))
        assert told == wanted, ask
    graphs = [hall.graph_file("liten-post", QUESTION, ".json") for hall in (under, hand)]
    assert graphs[0] == graphs[1]


def test_the_mapping_stays_as_it_is(workspace, folder):
    before = workspace.open("liten-post")
    workspace.under("ledig", "vinter").levels("liten-post", QUESTION)
    assert (folder / "ward.yaml").read_text(encoding="utf-8") == WARD
    assert workspace.open("liten-post") == before


def test_scenarios_are_chosen_by_id_name_and_file_in_any_order(workspace, folder):
    one = workspace.under("ledig", "Vinter").open("liten-post")
    two = workspace.under(folder / "b.yaml", "LEDIG", "ledig").open("liten-post")
    assert one.mapping == two.mapping
    assert one.digest == two.digest != workspace.open("liten-post").digest


def test_an_unknown_scenario_names_the_nearest(workspace):
    with pytest.raises(ScenarioNotFound) as refused:
        workspace.under("vintr").open("liten-post")
    assert refused.value.values["nearest"] == "vinter"


def test_scenarios_in_conflict_are_refused_with_both_values(workspace):
    with pytest.raises(ScenariosConflict) as refused:
        workspace.under("vinter", "sommer").open("liten-post")
    assert dict(refused.value.values) == {
        "one": "sommer",
        "other": "vinter",
        "place": "tasks.dosett.minutes",
        "one_says": "10",
        "other_says": "20",
    }


def test_a_scenario_that_makes_the_mapping_wrong_is_refused_at_its_line(workspace):
    under = workspace.under("feil")
    opened = under.open("liten-post")
    assert opened.mapping is None
    (found,) = opened.findings
    assert (found.code, found.place.file, found.place.line) == ("staffing.vacant", "d.yaml", 6)
    with pytest.raises(ScenarioHasErrors) as refused:
        under.levels("liten-post", QUESTION)
    assert refused.value.values["file"] == "d.yaml"


def test_check_reads_scenarios_with_their_units(workspace, folder):
    checked = workspace.check([folder])
    errors = [f for f in checked.findings if f.severity is Severity.ERROR]
    assert [(f.code, f.place.file, f.place.line) for f in errors] == [
        ("staffing.vacant", "d.yaml", 6)
    ]
    assert workspace.check([folder / "a.yaml"]).clean
    (folder / "a.yaml").write_text(VACANT.replace("liten-post", "litenpost"), encoding="utf-8")
    (found,) = workspace.check([folder / "a.yaml"]).findings
    assert (found.code, found.values["nearest"]) == ("scenario.unit_unknown", "liten-post")


def test_columns_side_by_side(workspace):
    compared = workspace.compared("liten-post", QUESTION, [["ledig", "vinter"]])
    assert [[card.id for card in c.cards] for c in compared] == [[], ["ledig", "vinter"]]
    assert [len(c.differences) for c in compared] == [0, 2]
    hours = [sum(c.full for (role, _), c in each.capacities.items() if role == "sykepleier")
             for each in compared]  # fmt: skip
    assert hours[0] > hours[1]
    under = workspace.under("ledig", "vinter")
    assert compared[1].plan == under.suggest("liten-post", QUESTION)
    assert compared[1].levels == under.levels("liten-post", QUESTION)


def test_a_question_that_cannot_be_met_has_no_plan(workspace):
    demands = Demands(pinned=frozenset({"kjokken"}), forced={("kjokken", "matvert"): 1.0})
    question = replace(QUESTION, demands=demands)
    assert [c.plan for c in workspace.compared("liten-post", question, [])] == [None]


def test_taking_into_use_makes_the_mapping_so(workspace):
    _, based_on = workspace.said("liten-post")
    names = ["ledig", "vinter"]
    copy = workspace.under(*names).open("liten-post")
    workspace.edit(
        "liten-post",
        workspace.adopting("liten-post", names),
        based_on=based_on,
        signed=Signed(who="leader", at=NOW),
        why="Tatt i bruk",
    )
    assert workspace.open("liten-post").digest == copy.digest


SHIPPED = ROOT / "mappings"
SCENARIOS = [p for p in sorted(SHIPPED.rglob("*.yaml")) if b"taskmap: scenario/" in p.read_bytes()]


def test_two_scenarios_are_shipped():
    assert len(SCENARIOS) >= 2


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_shipped_scenario_reads_and_solves(path):
    workspace = Workspace(path.parent, TODAY)
    assert workspace.check([path]).findings == ()
    text = path.read_text(encoding="utf-8")
    unit = text.split("\nunit: ")[1].split("\n")[0]
    (card,) = [c for c in workspace.scenarios(unit) if c.file == path.name]
    assert card.scenario.illustrative
    assert workspace.difference(unit, [card.id])
    under = workspace.under(card.id)
    assert under.suggest(unit, question_for(TODAY, max_changes=1)).unit == unit
    assert under.capacities(unit, QUESTION) != workspace.capacities(unit, QUESTION)
