"""A shared role written in a mapping: as another way of its task, read back, and taken back."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.errors import NothingThere
from taskmap.model.alternative import AlternativeKind
from taskmap.model.edit import RemoveTask
from taskmap.workspace import Signed, Workspace

MAPPINGS = Path(__file__).parents[2] / "mappings"
SIGNED = Signed(who="leader", at=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
UNIT, TASK, LENDER = "furuskar-medicinavdelning-3", "fysio_bedomning", "almkullens-vardcentral"


@pytest.fixture
def hall(tmp_path):
    shutil.copy(MAPPINGS / "samverkan-furuskar.yaml", tmp_path)
    for name in ("medicinavdelning-3.yaml", "almkullens-vardcentral.yaml"):
        shutil.copy(MAPPINGS / "furuskar" / name, tmp_path)
    return Workspace(tmp_path, date(2026, 11, 22))


def test_a_press_writes_the_other_way_once_and_it_can_be_taken_back(hall):
    (partnership,) = hall.partnerships()
    found = hall.sharings(partnership)
    (task,) = hall.shareable(found)
    assert (task.hangs.unit, task.hangs.leaf, task.lenders) == (UNIT, TASK, (LENDER,))
    assert hall.trips(partnership, found) == {}
    before = hall.open(UNIT)
    leaf = before.mapping.by_leaf[TASK]

    assert hall.share(task, LENDER, 3.5, SIGNED).version is not None
    (way,) = hall.open(UNIT).mapping.by_task[TASK].alternatives
    assert way.kind is AlternativeKind.SHARE_BETWEEN_UNITS
    assert (way.unit, way.unit_role, way.unit_room) == (LENDER, task.role, 3.5)
    assert way.count.by_band == {band: n for band, n in leaf.count.items() if n}
    assert (way.minutes.low, way.minutes.likely) == (leaf.minutes.low, leaf.minutes.likely)
    assert hall.shareable(hall.sharings(partnership)) == ()

    hall.undo(UNIT, SIGNED)
    assert hall.open(UNIT).digest == before.digest

    hall.edit(UNIT, (RemoveTask(TASK),), based_on=before.digest, signed=SIGNED)
    with pytest.raises(NothingThere):
        hall.share(task, LENDER, 3.5, SIGNED)
