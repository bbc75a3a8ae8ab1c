"""One facade over documents, catalogue and analyses."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from taskmap.access.guarded import Clock
from taskmap.access.identity import LOCAL, AccessRole, Identity
from taskmap.access.rights import Action
from taskmap.errors import FormatUnknown, UnitNotFound
from taskmap.exchange import graphml, nodelink
from taskmap.graph.contract import Graph
from taskmap.model.capacity import Capacity
from taskmap.model.partnership import Partnership
from taskmap.model.plan import LeafLevel, Plan
from taskmap.model.question import Question
from taskmap.model.ruling import Rulings
from taskmap.model.units import BandId, LeafId, MinutesPerWeek, RoleId, UnitId
from taskmap.store.stored import Stored
from taskmap.workspace import analyses, asking, checking, leaving, opening, trying
from taskmap.workspace.about import About
from taskmap.workspace.cards import Asked, Checked, Opened, UnitCard
from taskmap.workspace.cooperating import Cooperating
from taskmap.workspace.courses import Courses
from taskmap.workspace.explaining import Explaining
from taskmap.workspace.importing import Importing
from taskmap.workspace.inputs import Inputs
from taskmap.workspace.keeping import with_day
from taskmap.workspace.lending import Lending
from taskmap.workspace.loading import Loading
from taskmap.workspace.mending import Mending
from taskmap.workspace.participating import Participating
from taskmap.workspace.partnerships import called
from taskmap.workspace.presets import DEFAULT_MOVES, Preset, question_for
from taskmap.workspace.reach import Reach, now
from taskmap.workspace.reporting import Reporting
from taskmap.workspace.scenarios import Scenarios
from taskmap.workspace.side_by_side import SideBySide
from taskmap.workspace.starting import Starting

GRAPH_FORMATS = {".graphml": graphml.write, ".json": nodelink.write}


class Workspace(
    Explaining,
    Importing,
    Scenarios,
    Inputs,
    Participating,
    Reporting,
    Starting,
    Loading,
    Mending,
    SideBySide,
    Cooperating,
    Courses,
    Lending,
):
    """What a folder of mappings can be asked.

    Args:
        folder: where the documents lie.
        today: the day rules and decisions are read on.
        scenarios: ids, names or files; every unit is opened under them.
        files: whether a unit or a scenario may be named by a file anywhere on this machine; where
            names come from an address somebody typed, it may not.
        identity: who asks; everything they are told and change is within their rights and scope.
        clock: tells the time, against which somebody's time ends.
        outside: whether every unit is opened as readers outside it may see it.
    """

    def __init__(  # noqa: PLR0913 - where, when, and for whom
        self,
        folder: Path,
        today: date,
        scenarios: Sequence[str | Path] = (),
        *,
        files: bool = True,
        identity: Identity = LOCAL,
        clock: Clock = now,
        outside: bool = False,
    ) -> None:
        self.folder = folder
        self.today = today
        self.reach = Reach(folder=folder, identity=identity, files=files, clock=clock)
        self.outside = outside
        self._scenarios = tuple(scenarios)

    def under(self, *scenarios: str | Path) -> "Workspace":
        """The same folder with every unit as it would be under scenarios; none: as mapped."""
        return self._again(scenarios, outside=self.outside)

    def for_outside(self) -> "Workspace":
        """The same folder with every unit as readers outside it may see it."""
        return self._again(self._scenarios, outside=True)

    def _again(self, scenarios: Sequence[str | Path], *, outside: bool) -> "Workspace":
        reach = self.reach
        return Workspace(
            self.folder, self.today, scenarios,
            files=reach.files, identity=reach.identity, clock=reach.clock, outside=outside,
        )  # fmt: skip

    @property
    def roles(self) -> frozenset[AccessRole]:
        """The roles of whoever asks."""
        return self.reach.identity.roles

    def may(self, action: Action) -> bool:
        """Whether whoever asks has a role that allows an action, on what is in their scope."""
        return self.reach.may(action)

    def units(self) -> tuple[UnitCard, ...]:
        """Every unit in the folder, by organisation and name."""
        cards = [opened.card for opened in self._units()]
        return tuple(sorted(cards, key=lambda card: (card.organisation, card.name, card.id)))

    def partnerships(self) -> tuple[Partnership, ...]:
        """Every partnership in the folder whose document has no errors."""
        stored = (s for s in self.reach.store().documents() if s.kind == "partnership")
        found = (opening.partnership(s) for s in stored)
        return tuple(partnership for partnership, _ in found if partnership is not None)

    def partnership_called(self, name: str) -> Partnership | None:
        """A partnership by its id, or in a file; None where neither is one.

        Raises:
            PartnershipHasErrors: its document has errors.
        """
        return called(name, self.reach.store().documents(), self.reach.file(name))

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path, under the scenarios chosen.

        Raises:
            UnitNotFound: neither a unit nor a file of that name; values hold the nearest unit.
            ScenarioNotFound: the unit has no such scenario.
            ScenariosConflict: two of them change the same, each in another way.
        """
        found = self._found(unit)
        if self._scenarios and found.mapping is not None:
            cards = trying.chosen(found, self._scenarios, self.reach)
            found = trying.under(found, cards, self.reach)
        return leaving.left(found, self.question(max_changes=None)) if self.outside else found

    def _found(self, unit: str | Path) -> Opened:
        named, path = str(unit), Path(unit)
        file = self.reach.file(path)
        if file is not None and len(path.parts) > 1:
            return self._seen(file)
        ids: list[UnitId] = []
        for opened in self._units():
            if opened.card.id == named:
                return opened
            ids.append(opened.card.id)
        if file is not None:
            return self._seen(file)
        nearest = opening.nearest(named, ids)
        raise UnitNotFound(unit=named, folder=self.folder.as_posix(), nearest=nearest)

    def check(self, paths: Iterable[Path]) -> Checked:
        """Read files and folders and collect all findings.

        Raises:
            UnitNotFound: a path does not exist.
        """
        return checking.check(paths, self.today, self.reach)

    def question(
        self, preset: Preset = Preset.FROM_BELOW, max_changes: int | None = DEFAULT_MOVES
    ) -> Question:
        """A preset's question, asked today."""
        return question_for(self.today, preset, max_changes=max_changes)

    def question_file(self, path: Path, unit: UnitId | None = None) -> Asked:
        """A question document, its names looked up in its unit.

        Args:
            path: of a YAML or JSON file.
            unit: whom it is asked of; None: the unit it names, or no one.

        Raises:
            OSError: the file cannot be read.
            UnitNotFound: there is no such unit.
            AccessDenied: somebody else than the one at the keyboard asks.
        """
        stored = self.reach.read(path)
        return self.question_read(stored.data, stored.name, unit or asking.unit_of(stored.data))

    def question_read(self, data: bytes, file: str, unit: UnitId | None) -> Asked:
        """The same for a document that is no file of ours, such as one that was uploaded."""
        return asking.read(data, file, self.open(unit) if unit else None)

    def asked(self, unit: UnitId, question: Question) -> Asked:
        """A question made of choices, checked as if it had been written down."""
        return asking.checked(question, self.open(unit))

    def rulings(self, unit: UnitId, question: Question) -> Rulings:
        """The six gates' rulings for every leaf and role.

        Raises:
            MappingHasErrors: the document has errors.
        """
        return analyses.rulings(self.about(unit, question))

    def levels(self, unit: UnitId, question: Question) -> tuple[LeafLevel, ...]:
        """Where each leaf is done today and its effective level, without solving a plan."""
        return analyses.levels(self.about(unit, question))

    def minutes_now(self, unit: UnitId, leaf: LeafId, role: RoleId) -> MinutesPerWeek | None:
        """What a role spends on a leaf by the mapping as it is; None: the leaf is gone."""
        levels = self.levels(unit, self.question(max_changes=None))
        return next((each.today.get(role, 0) for each in levels if each.leaf == leaf), None)

    def capacities(self, unit: UnitId, question: Question) -> dict[tuple[RoleId, BandId], Capacity]:
        """Hours at hand, full hours, room and load today, by role and band."""
        return analyses.capacities(self.about(unit, question))

    def graph(self, unit: UnitId, question: Question, plan: Plan | None = None) -> Graph:
        """The judged graph that page, GraphML and JSON show alike."""
        return analyses.graph(self.about(unit, question), plan)

    def graph_file(
        self, unit: UnitId, question: Question, ending: str, plan: Plan | None = None
    ) -> bytes:
        """The judged graph as a file.

        Args:
            unit: id or file.
            question: as for ``graph``.
            ending: ".graphml" or ".json".
            plan: its moves become edges.

        Raises:
            FormatUnknown: another ending; values name those there are.
        """
        if ending not in GRAPH_FORMATS:
            raise FormatUnknown(ending=ending, known=tuple(sorted(GRAPH_FORMATS)))
        with self.reach.handing_out("graph", ending, unit, outside=self.outside):
            made = self.open(unit).outside
            if made is not None:
                return GRAPH_FORMATS[ending](leaving.graph(self.about(unit, question), made))
            return GRAPH_FORMATS[ending](self.graph(unit, question, plan))

    def _place(self) -> str:
        return self.folder.as_posix()

    def _units(self) -> list[Opened]:
        # A file that says no kind may be a mapping with a broken first line: shown with errors.
        stored = (s for s in self.reach.store().documents() if s.kind in ("mapping", None))
        return opening.told_apart([self._seen(s) for s in stored])

    def _seen(self, stored: Stored) -> Opened:
        return with_day(opening.opened(stored), stored, self.today)

    def about(self, unit: UnitId, question: Question) -> About:
        """The unit's content and the question, its tasks replaced by their leaves.

        Raises:
            MappingHasErrors: the document has errors.
        """
        opened = self.open(unit)
        if opened.mapping is None or opened.catalogue is None:
            raise opened.refusal
        named = asking.of_leaves(question, opened.mapping)
        return About(opened.digest, opened.mapping, opened.catalogue, named)
