"""`taskmap compare` on the shipped units, for people and for programs."""

import json

import pytest

THREE = [f"landkommune-m{n}-2016" for n in (1, 2, 3)]


def test_the_published_three_are_told_with_their_questions(taskmap):
    said = taskmap("compare", *THREE, "--lang", "nb")
    told = said.out
    assert said.status == 0
    assert "Dokumentere besøk" in told
    assert "Oftest er ikke alltid lengst" in told
    assert "Spørsmål å stille hverandre" in told
    assert "er forutsatt: kilden oppgir dem ikke" in " ".join(told.split())


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "229 t i uka, er antatt"), ("sv", "är antagna"), ("en", "are assumed")],
)
def test_assumed_hours_are_told_in_the_readers_language(taskmap, language, words):
    """Of the published unit in a comparison, and of its roles beside its own suggestions."""
    for asked in (("compare", *THREE), ("suggest", THREE[0])):
        told = " ".join(taskmap(*asked, "--lang", language).out.split())
        assert words in told.replace("\xa0", " ")


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_the_answer_for_programs_is_the_same_in_every_language(taskmap, language):
    said = taskmap("compare", *THREE, "--format", "json", "--lang", language)
    answer = json.loads(said.out)
    assert said.status == 0
    assert answer["schema"] == "taskmap/comparison/1"
    assert [unit["id"] for unit in answer["units"]] == THREE
    assert all("forutsatt" in unit["note"] for unit in answer["units"])
    assert [unit["assumed_hours"] for unit in answer["units"]] == [229, 276, 355]
    records = next(task for task in answer["tasks"] if task["key"] == "hc_document_home")
    assert records["orders_differ"]


def test_an_unknown_unit_is_refused_with_the_nearest(taskmap):
    said = taskmap("compare", "landkommune-m1-2017", THREE[1], "--lang", "en")
    assert said.status == 2
    assert THREE[0] in said.err


def test_all_units_that_are_not_there_are_told_at_once(taskmap):
    said = taskmap("compare", "landkommune-m1-2017", THREE[1], "havblik-2", "--lang", "nb")
    assert said.status == 2
    for told in ("landkommune-m1-2017", "havblik-2", THREE[0], "havblikk-2"):
        assert told in " ".join(said.err.split())
    assert THREE[1] not in said.err


def test_what_is_wrong_with_every_unit_is_told_at_once(taskmap, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text("taskmap: mapping/1\nunits: []\n", encoding="utf-8")
    files = [str(tmp_path / f"{name}.yaml") for name in ("one", "two")]
    for_people = taskmap("compare", THREE[0], *files, "--lang", "nb")
    assert for_people.status == 1
    assert "one.yaml\n" in for_people.out
    assert "two.yaml\n" in for_people.out
    for_programs = taskmap("compare", THREE[0], *files, "--format", "json")
    assert for_programs.status == 1
    told = json.loads(for_programs.out)
    assert told["schema"] == "taskmap/check/1"
    assert {finding["file"].rpartition("/")[2] for finding in told["findings"]} == {
        "one.yaml",
        "two.yaml",
    }


def test_what_nobody_does_yet_is_told_once_however_many_give_it_away(taskmap):
    said = taskmap("compare", "havblikk-2", "--plan", "--lang", "nb")
    told = said.out.partition("Hvem gjør det forslaget sier")[2].split("\N{BULLET}")[1:]
    assert said.status == 0
    assert told
    assert len({" ".join(line.split()) for line in told}) == len(told)
