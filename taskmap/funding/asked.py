"""What a fund has to divide, and who asks for it, in an order that hangs on no name."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from taskmap.model.fund import Between, Fund, Kroner, Need, Status, Year

Party: TypeAlias = str

OPEN = frozenset({Status.RECEIVED, Status.ASKED, Status.PLANNED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A need that could be planned, and the years it could begin."""

    need: Need
    party: Party
    starts: tuple[Year, ...]

    @property
    def hours(self) -> int:
        """Hours a year it gives."""
        return self.need.effect.hours if self.need.effect is not None else 0


@dataclass(frozen=True, slots=True)
class Owed:
    """What the rules owe one who asks, and what was decided already.

    Args:
        asked: all that is asked for and could be given, decided or not.
        granted: decided, within the fund's years.
        least: kroner owed; no more than is asked for.
        most: kroner that may be given; no less than is decided, all it asks for without a rule.
        one: at least one measure is owed and none is decided.
    """

    party: Party
    asked: Kroner
    granted: Kroner
    least: Kroner
    most: Kroner
    one: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything the plan is worked out from.

    Args:
        years: of the budget, in order.
        free: kroner of each year less its reserve.
        granted: kroner decided for each year.
        candidates: in an order that hangs on what they ask, not on names or places.
        parties: who asks, likewise.
    """

    years: tuple[Year, ...]
    free: dict[Year, Kroner]
    granted: dict[Year, Kroner]
    carries_over: bool
    candidates: tuple[Candidate, ...]
    parties: tuple[Owed, ...]


def asked(fund: Fund) -> Asked:
    """What can be divided, and among what.

    Example: 400 000 kr a year for two years with a reserve of 40 000 each: 720 000 kr to divide.
    With a least share of 10 per cent, each who asks for more is owed 72 000 kr.
    """
    years = fund.years
    granted = dict.fromkeys(years, 0)
    for need in fund.needs:
        for year, amount in granted_by_year(need).items():
            if year in granted:
                granted[year] += amount
    free = {each.year: each.amount - each.reserve for each in fund.budget}
    found = [_candidate(need, fund) for need in fund.needs if is_candidate(need, fund)]
    parties = _parties(fund, found, sum(free.values()))
    keys = {owed.party: at for at, owed in enumerate(parties)}
    found.sort(key=lambda each: (_content(each.need), keys[each.party], each.need.id))
    return Asked(years, free, granted, fund.carries_over, tuple(found), parties)


def party_of(need: Need, fund: Fund) -> Party:
    """Whom the fairness rules count a need with."""
    by_unit = fund.fairness.between is Between.UNIT
    return need.unit or need.organisation if by_unit else need.organisation


def granted_by_year(need: Need) -> dict[Year, Kroner]:
    """What was decided, by year."""
    if need.grant is None or need.status is not Status.GRANTED:
        return {}
    return {need.grant.year + at: amount for at, amount in enumerate(need.granted)}


def is_candidate(need: Need, fund: Fund) -> bool:
    """Whether a need can be planned: undecided, with a cost, an effect and a year it fits in."""
    whole = need.status in OPEN and need.asked > 0 and need.effect is not None
    return whole and bool(starts(need, fund))


def starts(need: Need, fund: Fund) -> tuple[Year, ...]:
    """The years it could begin: allowed, and with a budget in each year it costs money."""
    known = frozenset(fund.years)
    return tuple(
        year
        for year in fund.years
        if (need.earliest or year) <= year <= (need.latest or year)
        and known.issuperset(range(year, year + max(1, len(need.cost))))
    )


def _candidate(need: Need, fund: Fund) -> Candidate:
    return Candidate(need, party_of(need, fund), starts(need, fund))


def _parties(fund: Fund, found: list[Candidate], money: Kroner) -> tuple[Owed, ...]:
    rules, known = fund.fairness, frozenset(fund.years)
    granted: dict[Party, Kroner] = {}
    wanted: dict[Party, list[Need]] = {each.party: [] for each in found}
    decided: dict[Party, list[Need]] = {}
    for each in found:
        wanted[each.party].append(each.need)
    for need in fund.needs:
        amounts = granted_by_year(need)
        if amounts:
            party = party_of(need, fund)
            inside = sum(amount for year, amount in amounts.items() if year in known)
            granted[party] = granted.get(party, 0) + inside
            decided.setdefault(party, []).append(need)
    owed = []
    for party in sorted({*wanted, *decided}):
        given = granted.get(party, 0)
        everything = given + sum(need.asked for need in wanted.get(party, ()))
        most = everything if rules.most is None else _share(rules.most, money)
        least = 0 if rules.least is None else _share(rules.least, money)
        owed.append(
            Owed(
                party=party,
                asked=everything,
                granted=given,
                least=min(least, everything, max(most, given)),
                most=max(most, given),
                one=rules.each_one and party not in decided,
            )
        )
    owed.sort(key=lambda o: (_all(wanted.get(o.party, ())), o.granted, o.party))
    return tuple(owed)


def _share(share: float, money: Kroner) -> Kroner:
    """A share of money in whole kroner, rounded down; 10 % is one tenth exactly."""
    return int(Fraction(share).limit_denominator(1_000_000) * money)


def _content(need: Need) -> tuple[Any, ...]:
    """What a need asks and gives, without names."""
    hours = need.effect.hours if need.effect is not None else -1
    years = (need.earliest or 0, need.latest or 9999)
    return (need.on, need.cost, hours, years, need.persons or 0)


def _all(needs: Iterable[Need]) -> tuple[Any, ...]:
    return tuple(sorted(map(_content, needs)))
