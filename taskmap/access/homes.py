"""Where the units of a store are at home, and who shares in what, by all that says so."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from taskmap.access.belonging import NOBODY, Belonging
from taskmap.access.identity import Scope
from taskmap.model.units import UnitId

_COLUMNS = ".columns"  # after a mapping's name, in that of what is known of its files' columns


@dataclass(frozen=True, slots=True)
class Homes:
    """What the mappings and partnerships of a store say together.

    Where two disagree, a scope must hold what both say: a document that claims somebody else's
    unit opens nothing.

    Args:
        mapped: whose each mapping is, by its name without the ending.
        organisations: of each unit.
        partnerships: every document that says to be a partnership of that id.
        named: units and partnerships that any document is about.
    """

    mapped: dict[str, Belonging]
    organisations: dict[UnitId, set[str]]
    partnerships: dict[str, list[Belonging]]
    named: set[str]

    def holds(self, scope: Scope, whose: Belonging) -> bool:
        """Whether somebody's scope has a part in a document: enough to look at it."""
        if scope.everything:
            return True
        if whose.unit is not None:
            return self._holds_unit(scope, whose.unit, whose.organisation)
        return bool(self._shared(whose)) and all(
            self._has_part(scope, each) for each in self._shared(whose)
        )

    def holds_all(self, scope: Scope, whose: Belonging) -> bool:
        """Whether a scope holds everybody a document is of: enough to change it."""
        if scope.everything or whose.unit is not None:
            return self.holds(scope, whose)
        return bool(self._shared(whose)) and all(
            each.organisations and each.organisations <= scope.organisations
            for each in self._shared(whose)
        )

    def beside(self, name: str) -> Belonging:
        """Whose what is known of a file's columns is: that of the mapping it is named after."""
        stem = PurePosixPath(name).with_suffix("")
        known = self.mapped.get(stem.with_suffix("").as_posix())
        return Belonging(unit=known.unit) if known and stem.suffix == _COLUMNS else NOBODY

    def _shared(self, whose: Belonging) -> list[Belonging]:
        own = [whose] if whose.organisations else []
        return [*own, *self.partnerships.get(whose.partnership or "", ())]

    def _has_part(self, scope: Scope, whose: Belonging) -> bool:
        return bool(whose.organisations & scope.organisations) or any(
            self._holds_unit(scope, unit, None) for unit in whose.units
        )

    def _holds_unit(self, scope: Scope, unit: UnitId, organisation: str | None) -> bool:
        said = {organisation} - {None} | self.organisations.get(unit, set())
        return unit in scope.units or (bool(said) and said <= scope.organisations)


def homes(documents: Iterable[tuple[str, Belonging]]) -> Homes:
    """The homes by documents' names and whose they are."""
    found = Homes({}, defaultdict(set), defaultdict(list), set())
    for name, whose in documents:
        found.named.update(filter(None, (whose.unit, whose.partnership)))
        if whose.unit is not None and whose.organisation is not None:
            found.mapped[PurePosixPath(name).with_suffix("").as_posix()] = whose
            found.organisations[whose.unit].add(whose.organisation)
        elif whose.partnership is not None and whose.organisations:
            found.partnerships[whose.partnership].append(whose)
    return found
