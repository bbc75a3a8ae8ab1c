"""Which figures are left out, so that those who are few cannot be read from the rest.

A figure about few people is not shown (primary). Others are left out with it (complementary),
until nothing that is shown, alone or taken together, narrows down what it is. The choice is a
heuristic; that it holds is not: every choice is checked with the bounds an outsider could reach.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from taskmap.comparison.bounds import Known, Outsider, Part, Terms

FigureId: TypeAlias = tuple[str, ...]

# An outsider may come no closer than half below and half above what a hidden figure is.
CLOSE = 0.5
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A sum that would be shown.

    Args:
        worth: what a reader loses when it is left out, against one part.
    """

    id: FigureId
    terms: Terms
    worth: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Parts, and the sums of them that readers would see.

    Args:
        values: of every part; each would be shown as a figure of its own.
        secret: parts about few people, each with the groups of few it tells about.
        figures: sums over several parts.
    """

    values: Mapping[Part, float]
    secret: Mapping[Part, tuple[str, ...]]
    figures: tuple[Figure, ...] = ()

    @cached_property
    def secrets(self) -> tuple[Terms, ...]:
        """What nobody outside may work out: each part, and what a group has in each sum."""
        alone: list[Terms] = [{part: 1.0} for part in sorted(self.secret)]
        groups = [
            {part: share for part, share in figure.terms.items() if group in self._about(part)}
            for figure in self.figures
            for group in sorted({group for about in self.secret.values() for group in about})
        ]
        several = {tuple(sorted(terms.items())) for terms in groups if len(terms) > 1}
        return (*alone, *(dict(terms) for terms in sorted(several)))

    def _about(self, part: Part) -> tuple[str, ...]:
        return self.secret.get(part, ())

    def value(self, terms: Terms) -> float:
        """What a sum comes to."""
        return sum(self.values[part] * share for part, share in terms.items())


@dataclass(slots=True)
class Shown:
    """Which parts and figures are left out."""

    parts: set[Part] = field(default_factory=set)
    figures: set[FigureId] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is left out: primary parts, and what had to go with them."""

    parts: frozenset[Part] = frozenset()
    figures: frozenset[FigureId] = frozenset()


def suppress(sums: Sums) -> Pattern:
    """A pattern under which every secret stays wide, and in which nothing is left out in vain.

    Example: a ward where one task is timed in the hands of three people, 90 minutes a week, and
    its group has 400: the task is left out, and with it the smallest other task of the group that
    is at least half as large, so that the group can still be told.
    """
    if not sums.secret:
        return Pattern()
    left = Shown(parts=set(sums.secret))
    while (found := _narrow(sums, left)) is not None:
        _leave_out(found, sums, left)
    _bring_back(sums, left)
    return Pattern(frozenset(left.parts), frozenset(left.figures))


def narrow(sums: Sums, pattern: Pattern) -> Terms | None:
    """A secret an outsider comes too close to; None where there is none."""
    return _narrow(sums, Shown(set(pattern.parts), set(pattern.figures)))


def _narrow(sums: Sums, left: Shown) -> Terms | None:
    outsider = Outsider(left.parts, tuple(_known(sums, left)))
    for terms in sums.secrets:
        value = sums.value(terms)
        if value <= _NOTHING:
            continue
        low, high = outsider.bounds(terms)
        if low > value * (1 - CLOSE) + 1e-3 or high < value * (1 + CLOSE) - 1e-3:
            return terms
    return None


def _known(sums: Sums, left: Shown) -> Iterator[Known]:
    """What is left of each figure shown when the parts that are shown are taken from it."""
    for figure in sums.figures:
        if figure.id not in left.figures:
            terms = {part: share for part, share in figure.terms.items() if part in left.parts}
            if terms:
                yield Known(terms, sums.value(terms))


def _leave_out(secret: Terms, sums: Sums, left: Shown) -> None:
    """One more: the part most like the secret, else the figure that says most about it."""
    about = [f for f in _of(secret, sums) if f.id not in left.figures]
    beside = _beside(secret, about, sums, left)
    if beside is not None:
        left.parts.add(beside)
        return
    hidden = left.parts
    left.figures.add(
        min(about, key=lambda f: (len(hidden & set(f.terms)), f.worth, len(f.terms), f.id)).id
    )


def _of(secret: Terms, sums: Sums) -> list[Figure]:
    return [figure for figure in sums.figures if set(secret) & set(figure.terms)]


def _beside(secret: Terms, about: list[Figure], sums: Sums, left: Shown) -> Part | None:
    """A part that stands in every sum the secret stands in and is large enough to hide it."""
    least = sums.value(secret) * CLOSE
    everywhere = [set(figure.terms) for figure in about]
    shared = set.intersection(*everywhere) if everywhere else set()
    fit = [
        part
        for part in shared - left.parts
        if part not in sums.secret and sums.values[part] >= least
    ]
    return min(fit, key=lambda part: (sums.values[part], part), default=None)


def _bring_back(sums: Sums, left: Shown) -> None:
    """What was left out and need not be, the most worth first."""
    worth = {figure.id: figure.worth for figure in sums.figures}
    for id_ in sorted(left.figures, key=lambda each: (-worth[each], each)):
        left.figures.discard(id_)
        if _narrow(sums, left) is not None:
            left.figures.add(id_)
    for part in sorted(left.parts - set(sums.secret)):
        left.parts.discard(part)
        if _narrow(sums, left) is not None:
            left.parts.add(part)
