"""A year of courses written on: runs held or cancelled, places ordered, the last taken back."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.errors import FileChanged
from taskmap.language import reader
from taskmap.model.programme import Ordered
from taskmap.present.training import orders_table
from taskmap.workspace import Signed, Workspace

MAPPINGS = Path(__file__).parents[2] / "mappings"
YEAR = "samarbeid-kystlinjen-kurs-2027.yaml"
SIGNED = Signed(who="project_leader", at=datetime(2027, 3, 12, 12, 0, tzinfo=UTC))
RUN = {
    "course": "hlr", "on": date(2027, 3, 11), "venue": "torget", "lecturer": "solvik",
    "came": [
        {"from": "solvik", "persons": 6, "role": "helsefagarbeider"},
        {"from": "granmo", "persons": 3},
    ],
}  # fmt: skip


@pytest.fixture
def hall(tmp_path):
    for name in (YEAR, "samarbeid-kystlinjen.yaml"):
        shutil.copy(MAPPINGS / name, tmp_path)
    return Workspace(tmp_path, date(2027, 3, 12))


def held(hall):
    return hall.programme("kystlinjen").whole.held


def test_a_run_is_written_down_and_what_people_wrote_by_hand_stays(hall, tmp_path):
    assert hall.last_of_courses(hall.programme("kystlinjen")) is None
    done = hall.record_run(hall.programme("kystlinjen"), RUN, SIGNED)
    assert done.findings == ()
    (run,) = held(hall)
    assert (run.course, run.venue, run.lecturer) == ("hlr", "torget", "solvik")
    assert run.by_member == {"solvik": 6, "granmo": 3}
    assert [some.role for some in run.came] == ["helsefagarbeider", None]
    text = (tmp_path / YEAR).read_text(encoding="utf-8")
    before = (MAPPINGS / YEAR).read_text(encoding="utf-8")
    assert text.startswith(before.rstrip())
    last = hall.last_of_courses(hall.programme("kystlinjen"))
    assert (last.who, last.at) == (SIGNED.who, SIGNED.at)


def test_the_last_change_is_taken_back_and_a_run_written_by_mistake_is_taken_out(hall, tmp_path):
    before = (tmp_path / YEAR).read_bytes()
    cancelled = {"course": "hlr", "on": date(2027, 4, 2), "cancelled": True}
    for run in (RUN, cancelled):
        hall.record_run(hall.programme("kystlinjen"), run, SIGNED)
    hall.drop_run(hall.programme("kystlinjen"), 0, SIGNED)
    assert [run.cancelled for run in held(hall)] == [True]
    hall.take_back_courses(hall.programme("kystlinjen"), SIGNED)
    assert [run.cancelled for run in held(hall)] == [False, True]
    for _ in range(2):
        hall.drop_run(hall.programme("kystlinjen"), 0, SIGNED)
    assert (tmp_path / YEAR).read_bytes().rstrip() == before.rstrip()


def test_mistakes_are_told_all_at_once_and_nothing_is_saved(hall, tmp_path):
    before = (tmp_path / YEAR).read_bytes()
    wrong = {**RUN, "on": date(2026, 3, 11), "cancelled": True}
    done = hall.record_run(hall.programme("kystlinjen"), wrong, SIGNED)
    assert {each.code for each in done.findings} == {
        "programme.held_other_year", "programme.held_cancelled"
    }  # fmt: skip
    assert (tmp_path / YEAR).read_bytes() == before
    seen = hall.programme("kystlinjen")
    hall.record_run(seen, RUN, SIGNED)
    with pytest.raises(FileChanged):
        hall.record_run(seen, RUN, SIGNED)
    assert len(held(hall)) == 1


def test_places_are_ordered_anew_in_place_of_what_was_ordered_before(hall, tmp_path):
    def places():
        found = hall.programme("kystlinjen").whole.ordered
        return {(o.unit or o.organisation, o.by): o.persons for o in found if o.course == "hlr"}

    def order(who, persons, by=2, course="hlr", unit=None):
        ordered = Ordered(course=course, organisation=who, unit=unit, persons=persons, by=by)
        assert hall.order(hall.programme("kystlinjen"), ordered, SIGNED).findings == ()

    before = (tmp_path / YEAR).read_bytes()
    assert places() == {("elvestrand", 2): 22, ("solvik", 2): 14, ("granmo", 2): 9}
    order("solvik", 15)
    order("solvik", 3, unit="havblikk-2", by=1)
    order("granmo", 0)
    assert places() == {("elvestrand", 2): 22, ("solvik", 2): 15, ("havblikk-2", 1): 3}
    order("solvik", 0, unit="havblikk-2", by=1)
    order("solvik", 14)
    order("granmo", 9)
    assert (tmp_path / YEAR).read_bytes() == before


def test_what_is_ordered_is_told_by_course_and_never_how_few_a_unit_sends(hall):
    words = reader("nb")
    table = orders_table(hall.naming(hall.programme("kystlinjen"), words))
    told = {row[0].key: row[-1].text for row in table.rows}
    assert told["hlr"] == "Elvestrand 22, Solvik 14, Granmo 9"
    few = words.say("training.fewer", n=5)
    assert told["kurs_sarstell"] == f"Elvestrand 5, solvik-hjemmetjeneste-nord {few}, Granmo 4"
