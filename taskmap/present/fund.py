"""A fund in words and tables: its years, what is planned, what is left out and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taskmap.funding import Agenda, Divided, Given, Left
from taskmap.language import Reader
from taskmap.model.fund import Fund, Kroner, Need, Status, UnionStatus
from taskmap.model.unit import Country
from taskmap.present.table import Cell, Column, Table, table

CURRENCY = {Country.NO: "NOK", Country.SE: "SEK"}


@dataclass(frozen=True, slots=True)
class Told:
    """A fund and the names of those who ask, in a language.

    Args:
        names: of organisations and units by id; one not known is told by its id.
    """

    fund: Fund
    reader: Reader
    names: Mapping[str, str]

    def kroner(self, amount: Kroner) -> str:
        """An amount in the fund's own kroner."""
        return self.reader.money(amount, CURRENCY[self.fund.country], 0)

    def money(self, amount: Kroner) -> Cell:
        """An amount as a cell."""
        return Cell(self.kroner(amount), value=amount)

    def called(self, id_: str) -> str:
        """The name of an organisation or unit."""
        return self.names.get(id_, id_)

    def who(self, need: Need) -> str:
        """Who sent a need."""
        return self.called(need.unit or need.organisation)

    def columns(self, names: Iterable[str], figures: Iterable[str] = ()) -> list[Column]:
        """Columns by their names in the catalogue."""
        right = frozenset(figures)
        return [Column(self.reader.say(f"fund.column.{n}"), figures=n in right) for n in names]


def summary(found: Divided, told: Told) -> tuple[str, ...]:
    """What the plan comes to, sentence by sentence."""
    say, years = told.reader.say, found.years
    lines = [
        say(
            "fund.sum.money",
            money=told.kroner(sum(y.amount for y in years)),
            reserve=told.kroner(sum(y.reserve for y in years)),
            granted=told.kroner(sum(y.granted for y in years)),
            planned=told.kroner(sum(y.planned for y in years)),
            rest=told.kroner(sum(y.rest for y in years)),
        ),
        say("fund.sum.hours", hours=sum(found.hours.values())) + " " + _by_basis(found, told),
        say("fund.sum.proved") if not found.gap else say("fund.sum.gap", gap=_gap(found, told)),
        _more(found, told),
        *(_unmet(given, told) for given in found.given if given.short or given.without),
    ]
    return tuple(line.strip() for line in lines if line)


def years_table(found: Divided, told: Told) -> Table:
    """The money year by year."""
    names = ("year", "amount", "reserve", "granted", "planned", "rest", "used")
    rows = [
        (Cell(str(y.year)), *(told.money(getattr(y, name)) for name in names[1:]))
        for y in found.years
    ]
    how = told.reader.say("fund.carries") if told.fund.carries_over else ""
    return table(told.reader.say("fund.years"), told.columns(names, names[1:]), rows, how)


def plan_table(found: Divided, told: Told) -> Table:
    """What begins when: what was decided, then what is planned."""
    names = ("year", "need", "who", "cost", "hours", "basis", "stands")
    decided = [each for each in told.fund.needs if each.status is Status.GRANTED and each.grant]
    decided.sort(key=lambda each: (each.grant.year if each.grant else 0, each.on, each.id))
    rows = [
        *(_plan_row(n, n.grant.year, sum(n.granted), "granted", told) for n in decided if n.grant),
        *(_plan_row(p.need, p.year, p.need.asked, "planned", told) for p in found.planned),
    ]
    return table(
        told.reader.say("fund.plan"), told.columns(names, ("cost", "hours")), rows
    )  # fmt: skip


def left_table(found: Divided, told: Told) -> Table:
    """What is left out, with why."""
    names = ("need", "why", "who", "cost", "hours")
    rows = [
        (
            Cell(each.need.name, key=each.need.id), Cell(why(each, told)),
            Cell(told.who(each.need)), _cost(each.need, told), _hours(each.need, told),
        )
        for each in found.left
    ]  # fmt: skip
    return table(told.reader.say("fund.left"), told.columns(names, ("cost", "hours")), rows)


def why(left: Left, told: Told) -> str:
    """Why a need is left out, and what taking it in would cost."""
    told_why = told.reader.say(f"fund.why.{left.why}")
    if left.loss is None:
        return told_why
    key = "fund.loss" if left.loss else "fund.loss_none"
    return f"{told_why} {told.reader.say(key, hours=left.loss)}"


def given_table(found: Divided, told: Told) -> Table:
    """Who is given what, against what the rules owe."""
    names = ("party", "asked", "granted", "planned", "least", "rule")
    rows = [
        (
            Cell(told.called(g.party)),
            *(told.money(getattr(g, n)) for n in ("asked", "granted", "planned", "least")),
            Cell(_unmet(g, told) or told.reader.say("fund.rule.kept")),
        )
        for g in found.given
    ]
    return table(told.reader.say("fund.given"), told.columns(names, names[1:5]), rows)


def rules(told: Told) -> str:
    """The fairness rules in a sentence."""
    found, say = told.fund.fairness, told.reader.say
    parts = []
    if found.least is not None:
        parts.append(say("fund.rule.least", share=told.reader.percent(found.least)))
    if found.most is not None:
        parts.append(say("fund.rule.most", share=told.reader.percent(found.most)))
    if found.each_one:
        parts.append(say("fund.rule.each_one"))
    if not parts:
        return say("fund.rule.none")
    return say(f"fund.rule.between.{found.between}", rules=told.reader.list(parts))


def inbox_table(needs: Iterable[Need], told: Told) -> Table:
    """Everything sent in, the latest first."""
    names = ("received", "need", "who", "area", "cost", "hours", "status", "union")
    reader = told.reader
    rows = [
        (
            Cell(reader.date(n.on)), Cell(n.name, key=n.id), Cell(told.who(n)),
            Cell(told.fund.areas.get(n.area or "", reader.plain(None))),
            _cost(n, told), _hours(n, told), Cell(reader.say(f"fund.status.{n.status}")),
            Cell(reader.say(f"fund.union.{heard(n)}")),
        )
        for n in sorted(needs, key=lambda n: (n.on, n.id), reverse=True)
    ]  # fmt: skip
    return table(reader.say("fund.inbox"), told.columns(names, ("cost", "hours")), rows)


def areas_table(found: Divided, told: Told) -> Table:
    """Money by area: asked, decided, planned, used."""
    planned = {each.need.id for each in found.planned}
    names = ("area", "count", "asked", "granted", "planned", "used")
    rows = []
    for area in (*told.fund.areas, None):
        mine = [need for need in told.fund.needs if need.area == area]
        if mine:
            sums = (
                sum(n.asked for n in mine), sum(sum(n.granted) for n in mine),
                sum(n.asked for n in mine if n.id in planned), sum(n.used for n in mine),
            )  # fmt: skip
            name = told.fund.areas.get(area or "", told.reader.say("fund.no_area"))
            count = Cell(told.reader.number(len(mine)), value=len(mine))
            rows.append((Cell(name), count, *map(told.money, sums)))
    return table(told.reader.say("fund.areas"), told.columns(names, names[1:]), rows)


def heard(need: Need) -> UnionStatus:
    """What the unions have said of a need."""
    return need.union.status if need.union is not None else UnionStatus.NOT_ASKED


def agenda_title(agenda: Agenda, reader: Reader) -> str:
    """Which group meets when."""
    return reader.say(f"fund.meeting.{agenda.kind}", day=agenda.on)


def agenda_lines(agenda: Agenda, told: Told) -> tuple[str, ...]:
    """What is open, a line each."""
    return tuple(
        told.reader.say(
            f"fund.matter.{item.matter}",
            need=item.need.name if item.need else "",
            who=told.who(item.need) if item.need else "",
        )
        for item in agenda.items
    )


def _plan_row(need: Need, year: int, cost: int, stands: str, told: Told) -> tuple[Cell, ...]:
    say = told.reader.say
    basis = say(f"fund.basis.{need.effect.basis}") if need.effect else told.reader.plain(None)
    return (
        Cell(str(year)), Cell(need.name, key=need.id), Cell(told.who(need)), told.money(cost),
        _hours(need, told), Cell(basis), Cell(say(f"fund.status.{stands}")),
    )  # fmt: skip


def _cost(need: Need, told: Told) -> Cell:
    return told.money(need.asked) if need.cost else Cell(told.reader.say("fund.not_said"))


def _hours(need: Need, told: Told) -> Cell:
    if need.effect is None:
        return Cell(told.reader.say("fund.not_said"))
    return Cell(told.reader.number(need.effect.hours), value=need.effect.hours)


def _by_basis(found: Divided, told: Told) -> str:
    parts = [
        told.reader.say(f"fund.of_basis.{basis}", hours=hours)
        for basis, hours in found.hours.items()
    ]
    return told.reader.say("fund.sum.bases", bases=told.reader.list(parts)) if parts else ""


def _gap(found: Divided, told: Told) -> str:
    return told.reader.percent(found.gap, 1)


def _more(found: Divided, told: Told) -> str:
    if found.more is None:
        return told.reader.say("fund.more.none")
    each = 1000 * found.more.hours / found.more.amount
    return told.reader.say(
        "fund.more", amount=told.kroner(found.more.amount), hours=found.more.hours,
        each=round(each, 1),
    )  # fmt: skip


def _unmet(given: Given, told: Told) -> str:
    if given.without:
        return told.reader.say("fund.rule.without", who=told.called(given.party))
    if given.short:
        short = told.kroner(given.short)
        return told.reader.say("fund.rule.short", who=told.called(given.party), short=short)
    return ""
