"""A previewed file taken into a unit: as edits of one that is here, or as a new document."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from taskmap import scenario
from taskmap.document import differences, mapping_table, write_mapping
from taskmap.errors import FileChanged, FileRemoved, FileThere
from taskmap.exchange.columns import laid
from taskmap.exchange.headers import guess_as
from taskmap.exchange.matching import Matching, SheetMatch, read_matching, write_matching
from taskmap.exchange.offered import ColumnOffer, columns_offered
from taskmap.exchange.preview import Preview, imported
from taskmap.exchange.recalled import remembered
from taskmap.model.difference import Change, Difference, Written
from taskmap.model.units import TaskId, UnitId
from taskmap.sheets import Sheet
from taskmap.workspace.cards import UnitCard
from taskmap.workspace.editing import Edited, Editing, Signed, Stands
from taskmap.workspace.exchanging import Exchanging, Incoming

_COLUMNS = ".columns.yaml"  # after the name of the unit's document
_KEPT = frozenset({"tasks", "chains"})  # what stays where a file says nothing of it
_NAMES = {"tasks": "id", "chains": "id", "staffing": "role"}
_SUM = "registered_total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What an import changes in a unit.

    Args:
        differences: between the unit as it is and as it would be.
        gone: tasks of the unit that the file says nothing of.
    """

    differences: tuple[Difference, ...]
    gone: tuple[TaskId, ...]


class Importing(Exchanging, Editing):
    """Foreign files taken into units."""

    folder: Path

    def units(self) -> tuple[UnitCard, ...]:
        """Every unit in the folder."""
        raise NotImplementedError

    def arrival(self, incoming: Incoming, told: Preview, *, keep: bool) -> Arrival:
        """What a previewed file would change in the unit that is here.

        Args:
            incoming: the file, meant for a unit that is here.
            told: its preview, of a sound mapping.
            keep: tasks the file says nothing of stay; then the sum it states is not the unit's.
        """
        if incoming.before is None or told.mapping is None:
            return Arrival(differences=(), gone=())
        before, after = (
            write_mapping(mapping_table(mapping)).encode()
            for mapping in (incoming.before, told.mapping)
        )
        all_ = tuple(each for d in differences(before, after) for each in _item_by_item(d))
        gone = tuple(d.path[1] for d in all_ if _goes(d) and d.path[0] == "tasks")
        kept = all_
        if keep:
            kept = tuple(d for d in all_ if not (_goes(d) or (gone and d.path[0] == _SUM)))
        return Arrival(differences=kept, gone=gone)

    def take_in(  # noqa: PLR0913 - everything a version tells
        self,
        incoming: Incoming,
        told: Preview,
        accepted: Collection[str],
        *,
        keep: bool,
        based_on: str,
        signed: Signed,
        why: str,
        stands: Stands | None = None,
    ) -> Edited:
        """Save what a file changes, as edits of the unit that is here.

        Args:
            incoming: the file, meant for a unit that is here.
            told: its preview.
            accepted: rows somebody has accepted are left out.
            keep: tasks the file says nothing of stay.
            based_on: digest of what the user saw.
            signed: who and when.
            why: in their words.
            stands: whose value where both changed the same; None: nothing is saved, both are told.

        Raises:
            ImportHasErrors: there is no sound mapping, whichever rows are left out.
            RowsLeftOut: rows are left out that nobody has accepted.
            TaskmapError: as ``edit``.
        """
        imported(told, accepted)
        changes = {d.path: d.after for d in self.arrival(incoming, told, keep=keep).differences}
        edits = scenario.as_edits(changes, incoming.before) if incoming.before else ()
        unit = incoming.unit or ""
        return self.edit(unit, edits, based_on=based_on, signed=signed, why=why, stands=stands)

    def create(
        self, told: Preview, accepted: Collection[str], *, signed: Signed, why: str
    ) -> UnitId:
        """Save a file that says everything of a new unit as a document beside the others.

        Raises:
            ImportHasErrors: there is no sound mapping, whichever rows are left out.
            RowsLeftOut: rows are left out that nobody has accepted.
            FileThere: a unit or a document of that name is here already.
        """
        text = imported(told, accepted)
        unit = told.mapping.unit.id if told.mapping else ""
        name = f"{unit}.yaml"
        if any(card.id == unit for card in self.units()):
            raise FileThere(file=unit)
        try:
            self.reach.store().save(
                name, text.encode(), based_on=None, who=signed.who, why=why, at=signed.at
            )
        except FileChanged:
            raise FileThere(file=name) from None
        return unit

    def known_columns(self, unit: UnitId) -> Matching:
        """What was confirmed for a unit's files before; nothing where that cannot be read."""
        return self._columns(unit)[0]

    def know_columns(self, unit: UnitId, confirmed: Matching, signed: Signed) -> None:
        """Remember a matching for the unit's next file.

        Raises:
            TaskmapError: the disk refuses.
        """
        known, based_on = self._columns(unit)
        new = remembered(known, confirmed)
        if new == known:
            return
        place = self._at(unit)
        place.folder.save(
            _beside(place.name), write_matching(new).encode(), based_on=based_on,
            who=signed.who, why="", at=signed.at,
        )  # fmt: skip

    def _columns(self, unit: UnitId) -> tuple[Matching, str | None]:
        place = self._at(unit)
        try:
            stored = place.folder.read(_beside(place.name))
        except FileRemoved:
            return Matching(()), None
        found, _ = read_matching(stored.data, file=stored.name)
        return found or Matching(()), stored.digest


def sheets_in(incoming: Incoming) -> tuple[Sheet, ...]:
    """The sheets of a file that say something and are shown."""
    sheets = incoming.book.sheets if incoming.book else ()
    return tuple(sheet for sheet in sheets if not sheet.hidden and any(sheet.filled()))


def matched_as(incoming: Incoming, sheet: Sheet, holds: str, header: int) -> SheetMatch:
    """A sheet's matching where somebody says what it holds and in which row its titles stand."""
    before = next((m for m in incoming.matching.sheets if m.sheet == sheet.name), None)
    if before and (before.holds, laid(sheet, before).header) == (holds, header):
        return before
    return guess_as(sheet, incoming.words, holds, header)


def offers(sheet: Sheet, match: SheetMatch) -> tuple[ColumnOffer, ...]:
    """Every column of a sheet beside what it is taken as."""
    return columns_offered(sheet, match)


def _item_by_item(difference: Difference) -> Iterator[Difference]:
    """A list that comes or goes as a whole, taken apart."""
    (part, *inner), key = difference.path, _NAMES.get(difference.path[0], "")
    if inner or not key:
        yield difference
        return
    sides = (difference.before, difference.after)
    before, after = ({_named(item, key): item for item in side or ()} for side in sides)
    for name in (*before, *after):
        yield Difference((part, name), before.get(name), after.get(name))


def _named(item: Written, key: str) -> str:
    return str(item[key]) if isinstance(item, Mapping) else str(item)


def _goes(difference: Difference) -> bool:
    """Whether a whole task or chain goes."""
    path = difference.path
    return difference.change is Change.REMOVED and path[0] in _KEPT and len(path) == 2


def _beside(name: str) -> str:
    return f"{name.rpartition('.')[0]}{_COLUMNS}"
