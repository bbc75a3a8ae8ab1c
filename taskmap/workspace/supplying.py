"""Who there will be: mappings, plans and what a fund states, put together for a partnership."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.errors import TaskmapError
from taskmap.funding import RoleAhead, ahead, today_in
from taskmap.model.mapping import Mapping
from taskmap.model.partnership import Partnership
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.model.units import Fte, RoleId, UnitId
from taskmap.workspace.cards import Opened
from taskmap.workspace.fund_cards import FundCard
from taskmap.workspace.reach import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyAnswer:
    """Who there will be in each role.

    Args:
        units: whose mappings and suggestions are in it.
        left_out: units that cannot be read, or are examples beside real ones.
        with_moves: the suggestions of the units are counted.
    """

    roles: tuple[RoleAhead, ...]
    units: tuple[UnitId, ...]
    left_out: tuple[UnitId, ...]
    with_moves: bool


class Supplying:
    """Competence over several units."""

    reach: Reach

    def open(self, unit: UnitId) -> Opened:
        """A unit by its id."""
        raise NotImplementedError

    def partnerships(self) -> tuple[Partnership, ...]:
        """Every partnership that can be read."""
        raise NotImplementedError

    def question(self) -> Question:
        """What is asked of every unit."""
        raise NotImplementedError

    def suggest(self, unit: UnitId, question: Question) -> Plan:
        """A unit's plan."""
        raise NotImplementedError

    def partnership(self, id_: str | None) -> Partnership | None:
        """A partnership by its id."""
        return next((each for each in self.partnerships() if each.id == id_), None)

    def partnership_called(self, name: str) -> Partnership | None:
        """A partnership by its id, or in a file; None where neither is one."""
        raise NotImplementedError

    def supply(self, card: FundCard, *, with_moves: bool = True) -> SupplyAnswer | None:
        """The years of each role a fund looks ahead at; None where it states nothing.

        Args:
            card: the fund.
            with_moves: a suggestion is worked out for each unit of its partnership.
        """
        fund = card.whole
        if fund.supply is None:
            return None
        found, left_out = self._units_of(fund.partnership, illustrative=fund.illustrative)
        mapped = today_in(s for mapping in found.values() for s in mapping.staffing)
        moved = self._moved(found) if with_moves else {}
        roles = ahead(fund.supply, mapped, moved)
        return SupplyAnswer(
            roles=roles, units=tuple(found), left_out=left_out, with_moves=with_moves
        )

    def _units_of(
        self, partnership: str | None, *, illustrative: bool
    ) -> tuple[dict[UnitId, Mapping], tuple[UnitId, ...]]:
        """The units' mappings; examples never stand among real ones."""
        found: dict[UnitId, Mapping] = {}
        left_out: list[UnitId] = []
        for unit in _members(self.partnership(partnership)):
            try:
                mapping = self.open(unit).mapping
            except TaskmapError:
                mapping = None
            if mapping is None or (mapping.illustrative and not illustrative):
                left_out.append(unit)
            else:
                found[unit] = mapping
        return found, tuple(left_out)

    def _moved(self, units: dict[UnitId, Mapping]) -> dict[RoleId, Fte]:
        """Full-time equivalents the units' suggestions set free, by role."""
        freed: dict[RoleId, Fte] = {}
        for unit, mapping in units.items():
            for load in self.suggest(unit, self.question()).roles:
                staffing = mapping.by_role.get(load.role)
                full = load.total("full")
                if staffing is not None and staffing.filled > 0 and full > 0:
                    less = load.total("baseline") - load.total("plan")
                    freed[load.role] = freed.get(load.role, 0.0) + less * staffing.filled / full
        return freed


def _members(partnership: Partnership | None) -> Iterable[UnitId]:
    return () if partnership is None else (u for m in partnership.members for u in m.units)
