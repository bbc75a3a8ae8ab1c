"""What `--also` adds to the answer, as text and as JSON; and the answer to the impossible."""

import pytest
from running import WARD
from test_question import DAY, told

KEYS = {"path", "front", "freeings", "worth", "sureness", "stress", "spread"}


def ask(taskmap, *options, language="nb"):
    return taskmap("suggest", WARD, *options, "--lang", language, *DAY)


def test_nothing_is_added_unasked(taskmap):
    assert not KEYS & set(told(ask(taskmap, "--format", "json")))


def test_all_answers_keep_the_schema(taskmap):
    answer = told(ask(taskmap, "--also", "all", "--format", "json"))
    assert set(answer) > KEYS
    assert answer["sureness"]["samples"] == 1000
    assert [step["tasks"] for step in answer["path"]["steps"]]
    assert {one["code"] for one in answer["stress"]} >= {"stress.ill", "stress.summer"}
    assert answer["front"][0]["changes"] <= answer["front"][-1]["changes"]


def test_answers_are_added_in_their_order_whatever_order_they_are_asked_in(taskmap):
    answer = told(ask(taskmap, "--also", "stress,free", "--format", "json"))
    assert list(answer)[-2:] == ["freeings", "stress"]
    assert (
        ask(taskmap, "--also", "free,stress", "--format", "json").out
        == ask(taskmap, "--also", "stress,free", "--format", "json").out
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("Hva skal til?", "Beslutningene i rekkefølge", "Tåler forslaget en dårlig uke?")),
        ("sv", ("Vad krävs?",)),
        ("en", ("What would it take?",)),
    ],
)
def test_answers_are_told_in_three_languages(taskmap, language, words):
    said = ask(taskmap, "--also", "all", language=language)
    assert said.status == 0
    assert all(word in said.out for word in words)
    assert max(map(len, said.out.splitlines())) <= 100


IMPOSSIBLE = ("--pin", "dosett", "--force", "dosett:helsefagarbeider")


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "lar seg ikke forene"), ("sv", "går inte att förena"), ("en", "cannot all be had")],
)
def test_an_impossible_question_names_what_clashes(taskmap, language, words):
    said = ask(taskmap, *IMPOSSIBLE, language=language)
    assert said.status == 1
    assert words in said.err
    assert said.out.count("\N{BULLET}") == 2


def test_an_impossible_question_is_an_object_of_its_own(taskmap):
    said = ask(taskmap, *IMPOSSIBLE, "--format", "json")
    assert said.status == 1
    answer = told(said)
    assert answer["schema"] == "taskmap/clash/1"
    assert [one["code"] for one in answer["clash"]] == ["clash.pinned", "clash.forced"]
