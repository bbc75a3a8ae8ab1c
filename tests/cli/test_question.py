"""The question of `taskmap suggest`: options, documents, what is wrong with them, what is kept."""

import json

import jsonschema
import pytest
from running import ROOT, WARD

DAY = ("--date", "2026-11-02")
SAID = "taskmap: question/1\nunit: liten-post\nas_of: 2026-11-02\nprice: cost\nmax_changes: 1\n"


def told(said):
    """The JSON answer, of its schema."""
    answer = json.loads(said.out)
    name = answer["schema"].split("/")[1]
    schema = json.loads((ROOT / f"schema/{name}.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(answer)
    return answer


def moved(answer):
    return {(move["task"], move["to"]) for move in answer["moves"]}


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    path = tmp_path_factory.mktemp("questions") / "sporsmal.yaml"
    path.write_text(SAID, encoding="utf-8")
    return path


@pytest.fixture
def asked(taskmap):
    def ask(*options):
        return told(taskmap("suggest", WARD, "--format", "json", *DAY, *options))

    return ask


@pytest.fixture
def asked_of(taskmap):
    return lambda unit, *options: told(taskmap("suggest", unit, "--format", "json", *DAY, *options))


def test_what_moves_without_demands(asked):
    assert moved(asked()) == {
        ("morgenstell/stabil", "helsefagarbeider"),
        ("kjokken", "matvert"),
    }


def test_a_pinned_task_stays(asked):
    answer = asked("--pin", "morgenstell")
    assert answer["question"]["pinned"] == ["morgenstell/stabil", "morgenstell/ustabil"]
    assert moved(answer) == {("kjokken", "matvert")}


def test_a_forbidden_role_takes_nothing_of_the_task(asked):
    answer = asked("--forbid", "kjokken:matvert", "--forbid", "morgenstell:helsefagarbeider")
    assert len(answer["question"]["forbidden"]) == 3
    assert not moved(answer) & {
        ("kjokken", "matvert"),
        ("morgenstell/stabil", "helsefagarbeider"),
    }


def test_a_forced_task_goes_where_it_must(asked):
    assert moved(asked("--moves", "1")) == {("morgenstell/stabil", "helsefagarbeider")}
    answer = asked("--moves", "1", "--force", "kjokken:matvert=50 %")
    assert moved(answer) == {("kjokken", "matvert")}
    assert answer["question"]["forced"] == [{"task": "kjokken", "role": "matvert", "share": 0.5}]


def test_a_capped_role_takes_on_no_more(asked):
    answer = asked("--cap", "matvert=2")
    (move,) = [move for move in answer["moves"] if move["task"] == "kjokken"]
    assert 1 < move["hours"]["taken_on"] <= 2
    assert answer["question"]["cap_role"] == {"matvert": 2}


def test_budgets_and_alternatives_are_asked_for(asked):
    answer = asked("--budget", "1000", "--training-hours", "7,5", "--alternatives", "all")
    assert answer["question"]["training_kroner"] == 1000
    assert answer["question"]["training_hours"] == 7.5
    assert len(answer["question"]["alternatives"]) == 5


def test_a_document_is_asked_and_options_go_before_it(taskmap, document):
    answer = told(taskmap("suggest", WARD, "--format", "json", "--question", document))
    assert (answer["question"]["price"], answer["question"]["max_changes"]) == ("cost", 1)
    assert answer["question"]["as_of"] == "2026-11-02"
    options = ("--moves", "2", "--price", "level", "--date", "2026-11-03")
    answer = told(taskmap("suggest", WARD, "--format", "json", "--question", document, *options))
    assert (answer["question"]["price"], answer["question"]["max_changes"]) == ("level", 2)
    assert answer["question"]["as_of"] == "2026-11-03"


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_saved_question_gives_the_same_answer(taskmap, tmp_path, ending):
    file = tmp_path / f"q.{ending}"
    options = ("--pin", "kjokken", "--cap", "matvert=2", "--format", "json")
    once = taskmap("suggest", WARD, *options, "--save-question", file, "--lang", "nb", *DAY)
    assert once.err == f"Spørsmålet er lagret i {file}.\n"
    again = taskmap("suggest", WARD, "--format", "json", "--question", file, "--lang", "nb")
    assert again.out == once.out


def test_the_question_in_the_answer_is_a_document(taskmap, asked, tmp_path):
    answer = asked("--pin", "kjokken", "--moves", "2")
    file = tmp_path / "q.json"
    file.write_text(json.dumps(answer["question"]), encoding="utf-8")
    again = told(taskmap("suggest", WARD, "--format", "json", "--question", file))
    assert again["hashes"] == answer["hashes"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--pin", "dosset"), "--pin: Oppgaven «dosset» finnes ikke i kartleggingen. Mente du «do"),
        (("--forbid", "dosett:matvart"), "--forbid: Rollen «matvart» finnes ikke. Mente du «matv"),
        (("--cap", "renholder=3"), "--cap: Rollen «renholder» står ikke i bemanningen"),
        (
            ("--force", "dosett=50%"),
            "«dosett=50%». Skriv OPPGAVE:ROLLE[=ANDEL].",
        ),
        (("--force", "a:b=200%"), "--force kan ikke være «a:b=200%»."),
        (("--cap", "matvert"), "--cap kan ikke være «matvert». Skriv ROLLE=TIMER."),
        (("--budget", "mye"), "--budget kan ikke være «mye»."),
        (("--budget", "-1"), "--budget kan ikke være «-1»."),
        (("--alternatives", "stopp"), "--alternatives må være en eller flere av stop, simplify"),
        (("--also", "alt"), "--also må være en eller flere av path, front"),
    ],
)
def test_a_wrong_option_is_told_in_words_with_status_two(taskmap, options, words):
    said = taskmap("suggest", WARD, *options, "--lang", "nb", *DAY)
    assert (said.status, said.out) == (2, "")
    assert words in said.err


def test_all_wrong_options_are_told_at_once(taskmap):
    said = taskmap("suggest", WARD, "--pin", "dosset", "--cap", "matvart=1", "--lang", "sv", *DAY)
    assert said.status == 2
    assert "--pin: Uppgiften ”dosset”" in said.err
    assert "--cap: Rollen ”matvart”" in said.err


def test_a_document_with_errors_is_refused_with_its_findings(taskmap, tmp_path):
    file = tmp_path / "q.yaml"
    file.write_text(f"{SAID}pinned: [dosset]\nbudget: 3\n", encoding="utf-8")
    said = taskmap("suggest", WARD, "--question", file, "--lang", "nb")
    assert said.status == 1
    assert "Mente du «dosett»?" in said.out
    assert f"Spørsmålet i {file} har feil" in said.err
    said = taskmap("suggest", WARD, "--question", file, "--format", "json")
    assert said.status == 1
    assert [f["line"] for f in told(said)["findings"]] == [6, 7]


def test_a_question_for_another_unit_is_doubted(taskmap, tmp_path):
    file = tmp_path / "q.yaml"
    file.write_text(SAID.replace("liten-post", "storpost"), encoding="utf-8")
    said = taskmap("suggest", WARD, "--question", file, "--format", "json", "--lang", "nb")
    assert said.status == 0
    assert "gjelder enheten «storpost», men stilles til «liten-post»" in said.err


def test_a_document_that_is_not_there_is_told(taskmap, tmp_path):
    said = taskmap("suggest", WARD, "--question", tmp_path / "nowhere.yaml", "--lang", "nb")
    assert said.status == 1
    assert "finnes ikke" in said.err


def test_check_reads_questions_too(taskmap, tmp_path):
    (tmp_path / "ward.yaml").write_text(WARD.read_text())
    (tmp_path / "q.yaml").write_text(f"{SAID}pinned: [dosset]\n", encoding="utf-8")
    said = taskmap("check", tmp_path, "--lang", "nb")
    assert said.status == 1
    assert "q.yaml" in said.out
    assert "Mente du «dosett»?" in said.out


@pytest.mark.parametrize(("ending", "last"), [("mps", "ENDATA"), ("lp", "End")])
def test_the_programme_is_written_for_other_solvers(taskmap, tmp_path, ending, last):
    file = tmp_path / f"ward.{ending}"
    said = taskmap("suggest", WARD, "--export-model", file, "--lang", "nb", *DAY)
    assert said.status == 0
    assert said.err == f"Regnestykket er skrevet til {file}.\n"
    text = file.read_text(encoding="utf-8")
    assert text.rstrip().endswith(last)
    assert "capacity.matvert" in text


def test_another_ending_for_the_programme_is_wrong_use(taskmap, tmp_path):
    said = taskmap("suggest", WARD, "--export-model", tmp_path / "ward.txt", "--lang", "nb", *DAY)
    assert said.status == 2
    assert "--export-model" in said.err


@pytest.mark.parametrize("option", ["--save-question", "--export-model"])
def test_no_file_is_written_over(option, tmp_path, taskmap):
    there = tmp_path / "kept.mps"
    there.write_text("kept", encoding="utf-8")
    said = taskmap("suggest", WARD, option, there, *DAY)
    assert said.status == 1
    assert "kept.mps" in said.err
    assert there.read_text(encoding="utf-8") == "kept"


def test_a_unit_with_nothing_in_it_has_no_moves(tmp_path, asked_of):
    bare = tmp_path / "bare.yaml"
    bare.write_text(
        "taskmap: mapping/1\n"
        "unit: {id: tom, name: Tom, country: NO, setting: nursing_home,"
        " organisation: {id: by, name: By}}\n"
        "date: 2026-10-15\n"
        "bands: [{id: dag, name: Dag, when: [{days: mon-sun, from: 00:00, to: 24:00}]}]\n",
        encoding="utf-8",
    )
    assert asked_of(bare, "--also", "all")["moves"] == []
