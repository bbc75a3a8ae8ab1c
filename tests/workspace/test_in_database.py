"""The hall over a database answers and saves as it does over the same folder."""

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from taskmap.errors import UnitNotFound
from taskmap.model.edit import SetField, SetPost
from taskmap.workspace import Signed, Workspace, storing

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
SIGNED = Signed(who="leader", at=datetime(2026, 11, 22, 12, tzinfo=UTC))
UNIT = "liten-post"
_OWN = count(1)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "north").mkdir()
    (tmp_path / "north/ward.yaml").write_bytes((ROOT / "tests/cases/ward.yaml").read_bytes())
    return tmp_path


@pytest.fixture
def hall(folder, database):
    place = database / f"hall-{next(_OWN)}"
    assert storing.copy_all(folder, place, datetime.now(UTC)).documents == 1
    return Workspace(place, TODAY)


def edit(hall, likely, *, based_on=None):
    edits = [SetField("dosett", "minutes", likely)]
    return hall.edit(UNIT, edits, based_on=based_on or hall.said(UNIT)[1], signed=SIGNED)


def test_the_same_units_with_the_same_answers(hall, folder):
    other = Workspace(folder, TODAY)
    assert hall.units() == other.units()
    assert hall.open(UNIT).mapping == other.open(UNIT).mapping
    question = hall.question()
    assert hall.levels(UNIT, question) == other.levels(UNIT, question)
    with pytest.raises(UnitNotFound) as refused:
        hall.open("liten-pos")
    assert refused.value.values["nearest"] == UNIT


def test_an_edit_is_a_version_that_is_merged_taken_back_and_restored(hall):
    seen = hall.said(UNIT)[1]
    assert edit(hall, 20).version.number == 2
    post = [SetPost("sykepleier", "vacant", 1)]
    assert hall.edit(UNIT, post, based_on=seen, signed=SIGNED).version.number == 3
    assert hall.said(UNIT)[0]["dosett"].minutes[1] == 20
    assert edit(hall, 25, based_on=seen).conflicts
    assert hall.undo(UNIT, SIGNED).version.number == 4
    now = hall.open(UNIT).digest
    assert hall.restore(UNIT, 1, based_on=now, signed=SIGNED).version.number == 5
    assert [version.number for version in hall.history(UNIT)] == [1, 2, 3, 4, 5]
    assert hall.differences(UNIT, 1, 5) == ()


def test_documents_beside_the_mapping_lie_beside_it(hall):
    name = hall.make_scenario(UNIT, "Vinter", "", SIGNED)
    drafting = hall.drafting(UNIT, name)
    drafting.edit(
        UNIT,
        [SetField("dosett", "minutes", 30)],
        based_on=drafting.said(UNIT)[1],
        signed=SIGNED,
    )
    assert hall.under(name).open(UNIT).mapping.by_task["dosett"].minutes.likely == 30
    group = hall.begin_input(UNIT, ["sykepleier"], SIGNED)
    sheet = hall.answering(UNIT, group)
    sheet.edit(
        UNIT, [SetField("dosett", "minutes", 15)], based_on=sheet.said(UNIT)[1], signed=SIGNED
    )
    hall.remove_input(UNIT, group)
    hall.put_back_beside(UNIT, f"{UNIT}.input.{group}.yaml", SIGNED)
    assert [card.id for card in hall.inputs(UNIT)] == [group]


def test_a_mapping_that_was_taken_away_is_offered_back(hall):
    edit(hall, 20)
    beside = hall._beside(UNIT)
    beside.take_away("ward.yaml", based_on=hall.open(UNIT).digest)
    (kept,) = hall.gone()
    assert (kept.file, kept.unit, kept.version.number) == ("north/ward.yaml", UNIT, 2)
    hall.bring_back(kept, SIGNED)
    assert hall.open(UNIT).mapping.by_task["dosett"].minutes.likely == 20
