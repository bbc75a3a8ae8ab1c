"""From what moves to how each role's load changes, to the minute."""

from collections import defaultdict
from dataclasses import dataclass

from taskmap.model.plan import Plan
from taskmap.model.units import MinutesPerWeek, RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import VISIBLE, signed
from taskmap.present.table import Cell, Column, Table, table


@dataclass(frozen=True, slots=True)
class Balance:
    """A role's week, minutes: what it gives up, takes on, and what its load changes beside that.

    Args:
        beside: hand-over, supervision, training and putting in place; less where it is negative.
    """

    role: RoleId
    given: MinutesPerWeek
    taken: MinutesPerWeek
    change: MinutesPerWeek

    @property
    def beside(self) -> MinutesPerWeek:
        """What is left of the change once the tasks themselves are counted."""
        return self.change + self.given - self.taken


def balances(plan: Plan) -> tuple[Balance, ...]:
    """Every role whose load or tasks change, in the plan's order.

    A task that changes hands moves its hand-overs with it: the new pair report to each other, the
    old need not. So a role's load may change by more or less than the tasks it gives and takes.
    Example: nurses give up 900 minutes and spend 36 less on hand-over: their load falls by 936.
    """
    given: dict[RoleId, MinutesPerWeek] = defaultdict(int)
    taken: dict[RoleId, MinutesPerWeek] = defaultdict(int)
    for move in plan.moves:
        if move.giver is not None:
            given[move.giver] += move.minutes.relieved
        taken[move.receiver] += move.minutes.taken_on
    for chosen in plan.alternatives:
        for role, minutes in chosen.relieved.items():
            given[role] += minutes
        for role, minutes in chosen.taken_on.items():
            taken[role] += minutes
    found = (
        Balance(
            role=load.role,
            given=given[load.role],
            taken=taken[load.role],
            change=load.total("plan") - load.total("baseline"),
        )
        for load in plan.roles
    )
    return tuple(one for one in found if one.given or one.taken or one.change)


def balance_table(plan: Plan, speaker: Speaker) -> Table:
    """What each role gives, takes and spends beside it, and its change of load: they add up."""
    say, minutes = speaker.reader.say, speaker.reader.minutes
    names = ("given", "taken", "beside", "change")
    columns = (
        Column(say("load.column.role")),
        *(Column(say(f"load.column.{name}"), figures=True) for name in names),
    )
    rows = (
        (
            Cell(speaker.short_role(one.role), key=one.role),
            Cell(minutes(-one.given), -one.given),
            *(Cell(signed(n, minutes), n) for n in (one.taken, one.beside, one.change)),
        )
        for one in balances(plan)
    )
    return table(say("load.balance"), columns, rows, summary(plan, speaker))


def summary(plan: Plan, speaker: Speaker) -> str:
    """Whose load changes by more or less than the tasks moved; empty where nobody's does."""
    found = [one for one in balances(plan) if abs(one.beside) >= VISIBLE]
    if not found:
        return ""
    told = (
        f"{speaker.role_inside(one.role)} {signed(one.beside, speaker.reader.minutes)}"
        for one in found
    )
    return speaker.reader.say("load.beside", roles=speaker.reader.list(told))
