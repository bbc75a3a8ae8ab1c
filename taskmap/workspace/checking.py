"""Files and folders checked: every finding of every document in them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from taskmap.document import read_fund
from taskmap.errors import UnitNotFound
from taskmap.exchange.matching import read_matching
from taskmap.store.stored import Stored
from taskmap.workspace import asking, courses, following, input_cards, trying
from taskmap.workspace.cards import Checked
from taskmap.workspace.keeping import with_day
from taskmap.workspace.opening import ID_SHARED, opened, partnership, told_apart
from taskmap.workspace.reach import Reach

_KINDS = frozenset(
    {"partnership", "fund", "programme", "question", "scenario", "input", "followup", "columns"}
)


def check(paths: Iterable[Path], day: date, reach: Reach) -> Checked:
    """Read files and folders and collect all findings, as they are on a day.

    Raises:
        UnitNotFound: a path does not exist.
    """
    by_kind: dict[str, list[Stored]] = defaultdict(list)
    for stored in _documents(paths, reach):
        # A file that says no kind may be a mapping with a broken first line.
        by_kind[stored.kind if stored.kind in _KINDS else "mapping"].append(stored)
    read_ = [partnership(each) for each in by_kind["partnership"]]
    partnerships = {members.id: members for members, _ in read_ if members is not None}
    units = [with_day(opened(each), each, day) for each in by_kind["mapping"]]
    shared = told_apart(units)
    findings = (
        *(f for _, told in read_ for f in told),
        *(f for each in by_kind["fund"] for f in read_fund(each.data, file=each.name)[1]),
        *(f for each in by_kind["columns"] for f in read_matching(each.data, file=each.name)[1]),
        *(f for unit in units for f in unit.findings),
        *(f for unit in shared for f in unit.findings if f.code == ID_SHARED),
        *(f for each in by_kind["programme"] for f in courses.check(each, partnerships, reach)),
        *(f for each in by_kind["question"] for f in asking.check(each, shared, reach)),
        *(f for each in by_kind["scenario"] for f in trying.check(each, shared, reach)),
        *(f for each in by_kind["input"] for f in input_cards.check(each, shared, reach)),
        *(f for each in by_kind["followup"] for f in following.check(each, shared, reach)),
    )
    return Checked(findings=findings, opened=tuple(shared))


def _documents(paths: Iterable[Path], reach: Reach) -> Iterable[Stored]:
    for path in paths:
        if path.is_dir():
            yield from reach.store(path).documents()
        elif path.is_file():
            yield reach.read(path)
        else:
            raise UnitNotFound(unit=path.as_posix(), folder=Path.cwd().as_posix(), nearest=None)
