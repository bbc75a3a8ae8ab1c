"""Groups of professions answer blind, their answers are weighed, and the leader decides."""

from datetime import UTC, date, datetime

import pytest

from taskmap.errors import InputClosed, InputTooFew
from taskmap.model.edit import SetField
from taskmap.workspace import Aspect, Signed, Standing, Workspace

TODAY = date(2026, 11, 22)
ME = Signed(who="leader", at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
MAPPING = """\
# Kommentaren blir stående.
taskmap: mapping/1
unit:
  id: sor-1
  name: Sør 1
  country: NO
  setting: nursing_home
  organisation: {id: lia, name: Lia kommune}
date: 2026-10-15
purpose: Oppgavedeling
delete_after: 2028-10-15
volumes: {residents: 20}
bands:
  - {id: dag, when: [{days: mon-sun, from: 07:00, to: 22:00}]}
  - {id: natt, when: rest}
staffing:
  - {role: sykepleier, persons: 6, posts: 5, bands: {dag: 80 %, natt: 20 %}}
  - {role: helsefagarbeider, persons: 9, posts: 7, bands: {dag: 80 %, natt: 20 %}}
  - {role: fysioterapeut, persons: 2, posts: 1.5, bands: {dag: 100 %}}
  - {role: ergoterapeut, persons: 3, posts: 2, bands: {dag: 100 %}}
  - {role: pasienten_selv}
tasks:
  - {id: stell, library: nh_morning_care, count: {dag: 70}, minutes: 99, today: sykepleier}
  - {id: tilsyn, name: Tilsyn, group: housekeeping, unfinished: true}
"""
NURSES, WORKERS = "sykepleier", "helsefagarbeider"


@pytest.fixture
def hall(tmp_path):
    (tmp_path / "sor-1.yaml").write_text(MAPPING, encoding="utf-8")
    return Workspace(tmp_path, TODAY)


def answer(hall, group, **tasks):
    """A group's answers, field by field as its sheet is edited."""
    sheet = hall.answering("sor-1", group)
    edits = [SetField(task, name, v) for task, said in tasks.items() for name, v in said.items()]
    _, digest = sheet.said("sor-1")
    saved = sheet.edit("sor-1", edits, based_on=digest, signed=ME)
    assert saved.findings == ()
    assert saved.version is not None


def both(hall, nurses, workers):
    for group, tasks in ((NURSES, nurses), (WORKERS, workers)):
        hall.begin_input("sor-1", [group], ME)
        answer(hall, group, **tasks)
        hall.finish_input("sor-1", group, ME)


def standing(hall, task, aspect):
    return next(w.standing for w in hall.weighed("sor-1") if (w.task, w.aspect) == (task, aspect))


def decide(hall, *decided):
    _, digest = hall.said("sor-1")
    return hall.decide_input("sor-1", decided, based_on=digest, signed=ME, why="Enighet")


def test_fewer_than_five_answer_only_within_a_joined_group(hall):
    alone = {each.role: each.alone for each in hall.may_answer("sor-1")}
    assert alone == {
        "sykepleier": True, "helsefagarbeider": True, "fysioterapeut": False, "ergoterapeut": False,
    }  # fmt: skip
    with pytest.raises(InputTooFew) as refused:
        hall.begin_input("sor-1", ["fysioterapeut"], ME)
    assert refused.value.values == {"persons": 2, "floor": 5}
    group = hall.begin_input("sor-1", ["fysioterapeut", "ergoterapeut"], ME)
    assert group == "fysioterapeut-ergoterapeut"
    assert {each.role for each in hall.may_answer("sor-1")} == {NURSES, WORKERS}
    assert (hall.folder / f"sor-1.input.{group}.yaml").exists()


def test_the_sheet_says_nothing_of_the_mapping_and_nothing_of_the_other_group(hall):
    hall.begin_input("sor-1", [NURSES], ME)
    answer(hall, NURSES, stell={"count": {"dag": 60}, "minutes": 25, "today": "sykepleier"})
    hall.begin_input("sor-1", [WORKERS], ME)
    said, digest = hall.answering("sor-1", WORKERS).said("sor-1")
    assert {(s.minutes, tuple(s.count), tuple(s.today)) for s in said.values()} == {(None, (), ())}
    assert digest != hall.answering("sor-1", NURSES).said("sor-1")[1]
    assert hall.weighed("sor-1") == ()


def test_answers_lie_open_when_all_have_finished_and_then_stay_as_they_are(hall):
    hall.begin_input("sor-1", [NURSES], ME)
    hall.begin_input("sor-1", [WORKERS], ME)
    hall.finish_input("sor-1", NURSES, ME)
    assert not hall.comparable("sor-1")
    hall.finish_input("sor-1", NURSES, ME, done=False)
    hall.finish_input("sor-1", NURSES, ME)
    hall.finish_input("sor-1", WORKERS, ME)
    assert hall.comparable("sor-1")
    with pytest.raises(InputClosed):
        hall.finish_input("sor-1", NURSES, ME, done=False)


@pytest.mark.parametrize(
    ("nurses", "workers", "aspect", "expected"),
    [
        ({"count": {"dag": 70}}, {"count": {"dag": 63}}, Aspect.COUNT, Standing.AGREE),
        ({"count": {"dag": 70}}, {"count": {"dag": 62}}, Aspect.COUNT, Standing.DIFFER),
        (
            {"count": {"every": "day", "bands": {"dag": 10}}}, {"count": {"dag": 70}},
            Aspect.COUNT, Standing.AGREE,
        ),
        ({"count": {"dag": 70, "natt": 7}}, {"count": {"dag": 70}}, Aspect.COUNT, Standing.DIFFER),
        ({"minutes": 20}, {"minutes": 18}, Aspect.MINUTES, Standing.AGREE),
        ({"minutes": 20}, {"minutes": 17}, Aspect.MINUTES, Standing.DIFFER),
        ({"minutes": 20}, {}, Aspect.MINUTES, Standing.LACKING),
        (
            {"count": {"dag": 7}, "today": {"sykepleier": "50 %", "helsefagarbeider": "50 %"}},
            {"count": {"dag": 7}, "today": {"sykepleier": "40 %", "helsefagarbeider": "60 %"}},
            Aspect.TODAY, Standing.AGREE,
        ),
        (
            {"count": {"dag": 7}, "today": "sykepleier"},
            {"count": {"dag": 7}, "today": "helsefagarbeider"},
            Aspect.TODAY, Standing.DIFFER,
        ),
    ],
)  # fmt: skip
def test_agreement_is_within_the_tolerance(hall, nurses, workers, aspect, expected):
    both(hall, {"stell": nurses}, {"stell": workers} if workers else {"tilsyn": {"minutes": 5}})
    assert standing(hall, "stell", aspect) is expected


def test_the_leader_takes_one_answer_a_range_and_all_that_agree_and_both_answers_stay(hall):
    both(
        hall,
        {
            "stell": {"count": {"dag": 70}, "minutes": {"low": 15, "likely": 20, "high": 30}},
            "tilsyn": {"count": {"dag": 14, "natt": 7}, "minutes": 5, "today": "sykepleier"},
        },
        {
            "stell": {"count": {"dag": 35}, "minutes": 30, "note": "Lengre i helgene"},
            "tilsyn": {"count": {"dag": 14, "natt": 7}, "minutes": 5, "today": "sykepleier"},
        },
    )
    files = {p.name: p.read_bytes() for p in hall.folder.glob("*.input.*.yaml")}
    decide(hall, ("stell", Aspect.COUNT, [WORKERS]))
    decide(hall, ("stell", Aspect.MINUTES, [NURSES, WORKERS]))
    agreed = [w for w in hall.weighed("sor-1") if w.standing is Standing.AGREE]
    assert {w.task for w in agreed} == {"tilsyn"}
    saved = decide(hall, *((w.task, w.aspect, w.answered) for w in agreed))
    assert saved.findings == ()

    tasks = hall.open("sor-1").mapping.by_task
    assert tasks["stell"].count.by_band == {"dag": 35}
    minutes = tasks["stell"].minutes
    assert (minutes.low, minutes.likely, minutes.high) == (15, 25, 30)
    assert not tasks["tilsyn"].unfinished
    assert tasks["tilsyn"].today == {"dag": {"sykepleier": 1.0}, "natt": {"sykepleier": 1.0}}
    assert (hall.folder / "sor-1.yaml").read_text(encoding="utf-8").startswith("# Kommentaren")
    assert hall.history("sor-1")[-1].why == "Enighet"
    assert {p.name: p.read_bytes() for p in hall.folder.glob("*.input.*.yaml")} == files
    workers = next(card for card in hall.inputs("sor-1") if card.id == WORKERS)
    assert workers.input.answers["stell"]["comment"] == "Lengre i helgene"


def test_a_count_taken_in_another_band_leaves_the_task_to_be_finished(hall):
    both(hall, {"stell": {"count": {"natt": 7}}}, {"stell": {"count": {"dag": 70}}})
    assert decide(hall, ("stell", Aspect.COUNT, [NURSES])).findings == ()
    task = hall.open("sor-1").mapping.by_task["stell"]
    assert task.count.by_band == {"natt": 7}
    assert task.unfinished or task.today == {"natt": {"sykepleier": 1.0}}


def test_agreement_that_is_not_word_for_word_becomes_the_middle(hall):
    both(
        hall,
        {"stell": {"count": {"dag": 70}, "minutes": 20,
                   "today": {"sykepleier": "25 %", "helsefagarbeider": "75 %"}}},
        {"stell": {"count": {"dag": 66}, "minutes": 19,
                   "today": {"sykepleier": "30 %", "helsefagarbeider": "70 %"}}},
    )  # fmt: skip
    groups = [NURSES, WORKERS]
    decide(hall, *(("stell", aspect, groups) for aspect in Aspect))
    task = hall.open("sor-1").mapping.by_task["stell"]
    assert task.count.by_band == {"dag": 68}
    assert (task.minutes.low, task.minutes.likely, task.minutes.high) == (19, 19.5, 20)
    assert task.today["dag"] == pytest.approx({"sykepleier": 0.28, "helsefagarbeider": 0.72})


def test_check_reads_the_documents_and_tells_what_is_wrong_at_its_line(hall):
    hall.begin_input("sor-1", [NURSES], ME)
    answer(hall, NURSES, stell={"minutes": 20})
    assert [f.code for f in hall.check([hall.folder]).findings if "input" in f.place.file] == []
    path = hall.folder / "sor-1.input.sykepleier.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("{minutes: 20}", "{minutes: 20, count: {dag: 7}, today: {dag: matvert}}")
        if "{minutes: 20}" in text
        else text.replace("minutes: 20", "minutes: 20\n    count: {dag: 7}\n    today: matvert"),
        encoding="utf-8",
    )
    found = [f for f in hall.check([path]).findings if "input" in f.place.file]
    assert [f.code for f in found] == ["role.not_staffed"]
    assert found[0].place.field.startswith("tasks.stell.today")
    line = found[0].place.line
    assert "matvert" in path.read_text(encoding="utf-8").splitlines()[line - 1]


def test_a_profession_in_two_groups_is_told_in_both_and_shown_in_none(hall):
    group = hall.begin_input("sor-1", ["fysioterapeut", "sykepleier"], ME)
    own = (hall.folder / f"sor-1.input.{group}.yaml").read_text(encoding="utf-8")
    other = own.replace(f"group: {group}", "group: to").replace("fysioterapeut, ", "")
    other = other.replace("  - fysioterapeut\n", "").replace("fysioterapeut\n", "\n", 0)
    (hall.folder / "sor-1.input.to.yaml").write_text(other, encoding="utf-8")
    cards = hall.inputs("sor-1")
    assert [card.sheet for card in cards] == [None, None]
    assert {f.code for card in cards for f in card.findings} == {"input.role_shared"}


def test_a_group_taken_away_by_mistake_is_brought_back_with_its_answers(hall):
    hall.begin_input("sor-1", [NURSES], ME)
    answer(hall, NURSES, stell={"minutes": 20})
    file = hall.remove_input("sor-1", NURSES)
    assert hall.inputs("sor-1") == ()
    hall.put_back_beside("sor-1", file, ME)
    assert hall.inputs("sor-1")[0].input.answers == {"stell": {"minutes": "20"}}


def test_what_was_said_of_a_task_that_is_gone_is_kept(hall):
    hall.begin_input("sor-1", [NURSES], ME)
    answer(hall, NURSES, stell={"minutes": 20}, tilsyn={"minutes": 5})
    path = hall.folder / "sor-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: tilsyn", "id: runde"), "utf-8")
    answer(hall, NURSES, stell={"minutes": 25})
    card = hall.inputs("sor-1")[0]
    assert card.input.answers == {"stell": {"minutes": "25"}, "tilsyn": {"minutes": "5"}}
    assert [f.code for f in card.findings] == ["input.task_gone"]
