"""A partnership on one page: how far each department is, what moved, what came of it, money."""

from dataclasses import dataclass
from datetime import date

from taskmap.comparison.progress import Progress, progress
from taskmap.errors import TaskmapError
from taskmap.followup import Stage, gain, stage
from taskmap.funding import YearMoney
from taskmap.model.followup import FollowUp, Measure, MeasureKind
from taskmap.model.fund import Fund
from taskmap.model.partnership import Member, Partnership
from taskmap.model.units import MinutesPerWeek, UnitId
from taskmap.workspace.cards import Opened
from taskmap.workspace.following import FollowUpCard
from taskmap.workspace.fund_cards import FundCard
from taskmap.workspace.funds import Funds

_ON = frozenset({Stage.UNDER_WAY, Stage.KEPT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """One unit of a partnership.

    Args:
        progress: None where its documents cannot be read.
        moved: moves that are under way or kept.
        courses: courses under way or kept.
        promised: minutes a week its moves under way or kept promise.
        freed: minutes a week the last count of each found; of those that were counted.
        counted: how many of the moves were counted.
    """

    unit: UnitId
    name: str
    organisation: str
    illustrative: bool
    progress: Progress | None = None
    moved: tuple[Measure, ...] = ()
    courses: int = 0
    promised: MinutesPerWeek = 0
    freed: MinutesPerWeek = 0
    counted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation:
    """A partnership's departments and funds.

    Args:
        money: each fund with its years.
    """

    partnership: Partnership
    departments: tuple[Department, ...]
    money: tuple[tuple[Fund, tuple[YearMoney, ...]], ...]


class Cooperating(Funds):
    """Where a partnership stands."""

    today: date

    def open(self, unit: UnitId) -> Opened:
        """A unit by its id."""
        raise NotImplementedError

    def followup(self, unit: UnitId) -> FollowUpCard:
        """A unit's decisions."""
        raise NotImplementedError

    def cooperation(self, partnership: Partnership) -> Cooperation:
        """How far a partnership is; examples are left out of a real one."""
        found = (
            self._department(unit, member)
            for member in partnership.members
            for unit in member.units
        )
        kept = (each for each in found if partnership.illustrative or not each.illustrative)
        return Cooperation(
            partnership=partnership,
            departments=tuple(kept),
            money=tuple(self._money(card) for card in self._of(partnership)),
        )

    def _of(self, partnership: Partnership) -> list[FundCard]:
        return [c for c in self.funds() if c.fund and c.fund.partnership == partnership.id]

    def _money(self, card: FundCard) -> tuple[Fund, tuple[YearMoney, ...]]:
        return card.whole, self.divided(card).years

    def _department(self, unit: UnitId, member: Member) -> Department:
        try:
            opened, card = self.open(unit), self.followup(unit)
        except TaskmapError:
            return Department(
                unit=unit, name=unit, organisation=member.organisation.name, illustrative=False
            )
        decided = card.followup or FollowUp(unit=unit)
        on = [m for m in decided.measures if stage(m, self.today) in _ON]
        moves = tuple(m for m in on if m.kind is MeasureKind.MOVE)
        last = [counts[-1] for counts in map(gain, moves) if counts]
        return Department(
            unit=unit,
            name=opened.card.name,
            organisation=member.organisation.name,
            illustrative=opened.card.illustrative,
            progress=progress(opened.mapping, decided, self.today) if opened.mapping else None,
            moved=moves,
            courses=sum(m.kind is MeasureKind.COURSE for m in on),
            promised=sum(m.baseline.promised or 0 for m in moves if m.baseline is not None),
            freed=sum(each.freed for each in last),
            counted=len(last),
        )
