"""The hall: units listed, opened, checked, and analyses worked once for the same content."""

from datetime import date
from pathlib import Path

import pytest

from taskmap.errors import (
    CalculationFailed,
    FormatUnknown,
    MappingHasErrors,
    QuestionImpossible,
    ScenarioNotFound,
    UnitNotFound,
)
from taskmap.model.alternative import AlternativeKind
from taskmap.model.demands import Demands
from taskmap.model.question import Price
from taskmap.remembered import Remembered
from taskmap.workspace import MODEL_FORMATS, Preset, Workspace, question_for
from taskmap.workspace.answers import answer
from tests.confined import work

ROOT = Path(__file__).resolve().parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 2)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ward.yaml").write_text(WARD, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(
        WARD.replace("id: liten-post", "id: odelagt").replace("role: matvert", "role: matvart"),
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def workspace(folder):
    return Workspace(folder, TODAY)


def test_units_are_listed_also_those_with_errors(workspace):
    cards = {card.id: card for card in workspace.units()}
    assert cards["liten-post"].tasks == 4
    assert cards["liten-post"].errors == 0
    # 75.1 morning care, 10.5 kitchen, 4.6 dosettes, 0.5 weighing.
    assert cards["liten-post"].hours_per_week == pytest.approx(90.7, abs=0.1)
    assert cards["broken.yaml"].errors > 0


def test_a_unit_opens_by_id_and_by_file(workspace, folder):
    by_id = workspace.open("liten-post")
    by_file = workspace.open(folder / "ward.yaml")
    assert by_id.mapping == by_file.mapping
    assert by_id.digest == by_file.digest


def test_an_unknown_unit_names_the_nearest(workspace):
    with pytest.raises(UnitNotFound) as refused:
        workspace.open("litenpost")
    assert refused.value.values["nearest"] == "liten-post"


def test_a_mapping_with_errors_is_not_analysed(workspace):
    with pytest.raises(MappingHasErrors) as refused:
        workspace.levels("broken.yaml", workspace.question())
    assert refused.value.values["file"] == "broken.yaml"


def test_a_changed_file_is_read_afresh(workspace, folder):
    before = workspace.open("liten-post").mapping
    path = folder / "ward.yaml"
    path.write_text(WARD.replace("minutes: 12", "minutes: 15"), encoding="utf-8")
    after = workspace.open("liten-post").mapping
    assert before.by_leaf["dosett"].minutes.likely == 12
    assert after.by_leaf["dosett"].minutes.likely == 15


def test_findings_about_hours_stand_at_their_line(workspace, folder):
    path = folder / "ward.yaml"
    path.write_text(WARD.replace("posts: 5.6", "posts: 20.6"), encoding="utf-8")
    found = [f for f in workspace.open("liten-post").findings if f.code == "workload.used_share"]
    nurse = next(f for f in found if f.values["role"] == "sykepleier")
    line = path.read_text(encoding="utf-8").splitlines()[nurse.place.line - 1]
    assert "role: sykepleier" in line
    assert nurse.place.file == "ward.yaml"


def test_two_documents_of_one_unit_are_told(workspace, folder):
    (folder / "copy.yaml").write_text(WARD, encoding="utf-8")
    codes = [f.code for f in workspace.check([folder]).findings]
    assert codes.count("unit.id_shared") == 2
    # Whichever was shown, its figures could be taken for the other's.
    with pytest.raises(MappingHasErrors):
        workspace.levels("liten-post", workspace.question())


def test_a_broken_file_does_not_hide_the_unit_it_is_named_after(workspace, folder):
    (folder / "liten-post.yaml").write_text("taskmap: mapping/1\nunit: [\n", encoding="utf-8")
    assert workspace.open("liten-post").mapping is not None


def test_an_id_goes_before_a_file_of_that_name(workspace, folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "sub").mkdir()
    dotted = WARD.replace("id: liten-post", "id: post.yaml")
    (folder / "sub" / "other.yaml").write_text(dotted, encoding="utf-8")
    (folder / "post.yaml").write_text(WARD.replace("id: liten-post", "id: annen"), encoding="utf-8")
    assert workspace.open("post.yaml").mapping.unit.id == "post.yaml"


def test_a_check_of_a_path_that_is_not_there_is_refused(workspace, folder):
    with pytest.raises(UnitNotFound):
        workspace.check([folder / "nowhere"])


def test_the_same_question_is_worked_once(workspace):
    question = workspace.question()
    assert workspace.rulings("liten-post", question) is workspace.rulings("liten-post", question)


def test_a_file_is_told_by_the_name_it_was_asked_for(workspace, folder):
    path = folder / "ward.yaml"
    assert workspace.open(path).card.file == path.as_posix()
    assert workspace.open("liten-post").card.file == "ward.yaml"


def test_hours_are_those_of_the_day_asked_for(folder):
    accepted = "{office: avdelingsleder, date: 2026-11-01, consent: true}"
    opened = f"  - {{role: pasienten_selv, stated_hours: {{dag: 4}}, acceptance: {accepted}}}\n"
    text = WARD.replace("\ntasks:\n", f"{opened}\ntasks:\n", 1)
    (folder / "ward.yaml").write_text(text, encoding="utf-8")
    days = (date(2026, 10, 31), date(2026, 11, 1))
    at_hand = [
        Workspace(folder, day).capacities("liten-post", question_for(day))["pasienten_selv", "dag"]
        for day in days
    ]
    assert [capacity.at_hand for capacity in at_hand] == [0, 240]


def test_free_hours_follow_the_ceiling_asked_for(workspace):
    free = [
        workspace.rulings("liten-post", question_for(TODAY, staff_ceiling=ceiling))
        for ceiling in (0.85, 1.0)
    ]
    low, high = (found["dosett", "sykepleier"][-1].values["free_hours"] for found in free)
    assert low < high


def test_rulings_know_the_other_solutions_that_are_accepted(workspace, folder):
    stop = "  - id: vekt\n    alternatives: [{id: slutt, kind: stop}]\n"
    text = WARD.replace("  - id: vekt\n", stop)
    (folder / "ward.yaml").write_text(text, encoding="utf-8")
    kinds = (frozenset(), frozenset({AlternativeKind.STOP}))
    without, accepted = (
        workspace.rulings("liten-post", question_for(TODAY, alternatives=some)) for some in kinds
    )
    assert set(without) < set(accepted)


def test_equal_questions_are_worked_once_however_they_were_put_together(workspace):
    pins = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
    asked = [
        question_for(TODAY, demands=Demands(pinned=frozenset(some)))
        for some in (pins, reversed(pins))
    ]
    found = [workspace.levels("liten-post", question) for question in asked]
    assert found[0] is found[1]


def test_a_graph_is_written_in_the_formats_there_are(workspace):
    question = workspace.question()
    assert workspace.graph_file("liten-post", question, ".graphml").startswith(b"<?xml")
    assert workspace.graph_file("liten-post", question, ".json").startswith(b"{")
    with pytest.raises(FormatUnknown) as refused:
        workspace.graph_file("liten-post", question, ".png")
    assert refused.value.values["known"] == (".graphml", ".json")


@pytest.mark.parametrize(
    ("preset", "price", "hire_only"),
    [
        (Preset.FROM_BELOW, Price.LEVEL, False),
        (Preset.SCARCE, Price.SCARCITY, False),
        (Preset.LESS_HIRE, Price.SCARCITY, True),
    ],
)
def test_a_preset_is_an_ordinary_question(preset, price, hire_only):
    question = question_for(TODAY, preset, staff_ceiling=0.9)
    assert (question.price, question.hire_only) == (price, hire_only)
    assert (question.max_changes, question.staff_ceiling) == (3, 0.9)


def test_the_oldest_result_is_let_go():
    held: Remembered[int] = Remembered(2)
    worked = []
    for key in ("a", "b", "a", "c", "a", "b"):
        held.get(key, lambda key=key: worked.append(key) or len(worked))
    assert worked == ["a", "b", "c", "b"]


def test_an_answer_beside_the_plan_is_worked_once_for_the_same_content(workspace, folder):
    question = workspace.question()
    told = []
    found = workspace.freeings(
        "liten-post", question, progress=lambda _name, share: told.append(share)
    )
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1
    assert workspace.freeings(folder / "ward.yaml", question) is found
    assert len(workspace.freeings("liten-post", question, most=1)) <= 1


def test_a_sample_is_remembered_with_its_seed(workspace):
    asked = ("liten-post", workspace.question(), 50)
    first, again, other = (workspace.sureness(*asked, seed) for seed in (1, 1, 2))
    assert first is again
    assert first.seed != other.seed
    assert first.moves != other.moves


def test_a_question_that_can_be_met_has_no_clash(workspace):
    assert workspace.clash("liten-post", workspace.question()) == ()


def test_an_impossible_question_is_refused_and_its_clash_told(workspace):
    demands = Demands(pinned=frozenset({"dosett"}), forced={("dosett", "helsefagarbeider"): 1.0})
    question = question_for(TODAY, demands=demands)
    with pytest.raises(QuestionImpossible):
        workspace.suggest("liten-post", question)
    steps = workspace.clash("liten-post", question)
    assert [step.code for step in steps] == ["clash.pinned", "clash.forced"]


def test_the_programme_is_written_in_the_formats_there_are(workspace):
    question = workspace.question()
    for ending in MODEL_FORMATS:
        assert b"capacity.matvert" in workspace.model_file("liten-post", question, ending)
    with pytest.raises(FormatUnknown):
        workspace.model_file("liten-post", question, ".xlsx")


def test_a_fault_in_a_calculation_is_refused_with_words_and_logged(workspace, caplog):
    about = workspace.about("liten-post", question_for(TODAY, Preset.FROM_BELOW))
    with pytest.raises(CalculationFailed) as caught:
        answer(work.out_of_order, about)
    assert "out_of_order failed" in caplog.text
    assert "a screw is loose" in caplog.text
    assert caught.value.values == {"calculation": "out_of_order"}


def test_files_are_named_on_the_command_line_alone(folder, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text(WARD, encoding="utf-8")
    assert Workspace(folder, TODAY).open(str(secret)).card.file == secret.as_posix()
    closed = Workspace(folder, TODAY, files=False)
    for hall in (closed, closed.under()):
        with pytest.raises(UnitNotFound):
            hall.open(str(secret))
    with pytest.raises(ScenarioNotFound):
        closed.under(str(secret)).open("liten-post")
