"""Fields that may be written in more than one way: counts, minutes, who does it, clock times."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taskmap.document.kinds import Choice, Kind, One
from taskmap.document.numbers import Number, Share
from taskmap.document.reading import UNREAD, Reading, Unread
from taskmap.document.shapes import ByShape, Field, Record, Ref, TableOf, Values
from taskmap.model.amount import Basis, Duration, Every
from taskmap.yamltext import Node, Path, Scalar, Table

BAND = Ref(what="band")
ROLE = Ref(what="role")


@dataclass(frozen=True, slots=True)
class CountSaid:
    """A count as written; the band None stands for the unit's only band."""

    by_band: Mapping[str | None, float]
    every: str = "week"
    per: str | None = None


TIMES = Number(high=100_000, unit="times")
_BY_BAND = TableOf(BAND, TIMES)
COUNT_LONG = Record(
    "count",
    (
        Field(
            name="bands",
            kind=ByShape(one=TIMES, table=_BY_BAND),
            required=True,
            unit="times",
            says="Times in each band.",
            example="{day: 1}",
        ),
        Field(
            name="every",
            kind=Choice(tuple(Every)),
            default="week",
            says="What the times are counted over. A day is each day the band falls on.",
            example="day",
        ),
        Field(
            name="per",
            kind=Ref(what="volume"),
            default="the whole unit",
            says="A volume of the unit: the times are for each one of it.",
            example="residents",
        ),
    ),
    says="A count over a day up to a year, for the unit or for each one of a volume.",
)


@dataclass(frozen=True, slots=True)
class CountKind(Kind):
    """How often: a number, times by band, or times over a stretch of time."""

    def read(self, node: Node, path: Path, reading: Reading) -> CountSaid | Unread:
        """The count as written."""
        if isinstance(node, Table) and {"bands", "every", "per"} & {
            e.key.text for e in node.entries
        }:
            long = COUNT_LONG.read(node, path, reading)
            return UNREAD if long is UNREAD else _long_count(long)
        value = ByShape(one=TIMES, table=_BY_BAND).read(node, path, reading)
        return UNREAD if value is UNREAD else CountSaid(_by_band(value))

    def schema(self) -> dict[str, Any]:
        """Any of the three ways."""
        short = {"properties": {"bands": False, "every": False, "per": False}}
        return {"anyOf": [TIMES.schema(), COUNT_LONG.schema(), _BY_BAND.schema() | short]}

    def parts(self) -> tuple[Kind, ...]:
        """The kinds of the three ways."""
        return (TIMES, COUNT_LONG, _BY_BAND)


def _long_count(long: Values) -> CountSaid:
    return CountSaid(_by_band(long["bands"]), long.get("every", "week"), long.get("per"))


def _by_band(value: float | Mapping[str, float]) -> Mapping[str | None, float]:
    if isinstance(value, Mapping):
        return {band: n for band, n in value.items()}  # noqa: C416 - a copy widens the key's type
    return {None: value}


MINUTES = Number(high=10_080, above=True, unit="minutes")
DURATION = Record(
    "duration",
    (
        Field(name="likely", kind=MINUTES, required=True, unit="minutes", says="Most often."),
        Field(
            name="low", kind=MINUTES, default="likely", unit="minutes", says="On a quick occasion."
        ),
        Field(
            name="high", kind=MINUTES, default="likely", unit="minutes", says="On a slow occasion."
        ),
        Field(
            name="basis",
            kind=Choice(tuple(Basis)),
            default="estimate",
            says="Whether the minutes were measured or estimated.",
        ),
    ),
    says="Minutes for one occurrence as a range.",
)


@dataclass(frozen=True, slots=True)
class DurationKind(Kind):
    """Minutes for one occurrence: a number, or low, likely and high."""

    def read(self, node: Node, path: Path, reading: Reading) -> Duration | Unread:
        """The range; a single number is a range without width."""
        said = ByShape(one=MINUTES, table=DURATION).read(node, path, reading)
        if isinstance(said, float):
            return Duration(said, said, said)
        return UNREAD if said is UNREAD else _duration(said, node, path, reading)

    def schema(self) -> dict[str, Any]:
        """A number or a range."""
        return {"anyOf": [MINUTES.schema(), DURATION.schema()]}

    def parts(self) -> tuple[Kind, ...]:
        """The kinds of the two ways."""
        return (MINUTES, DURATION)


def _duration(said: Values, node: Node, path: Path, reading: Reading) -> Duration | Unread:
    likely = said["likely"]
    low, high = said.get("low", likely), said.get("high", likely)
    if not low <= likely <= high:
        return reading.error("minutes.order", path, node, low=low, likely=likely, high=high)
    return Duration(low, likely, high, Basis(said.get("basis", Basis.ESTIMATE)))


# The band None stands for every band; the share None for all that is done.
TodaySaid = Mapping[str | None, Mapping[str, float | None]]
_SHARES = TableOf(ROLE, Share())


@dataclass(frozen=True, slots=True)
class TodayKind(Kind):
    """Who does it: a role, shares by role, or shares by role in each band."""

    def read(self, node: Node, path: Path, reading: Reading) -> TodaySaid | Unread:
        """Shares by role, by band."""
        if isinstance(node, Table) and any(_names_roles(e.value) for e in node.entries):
            by_band = TableOf(BAND, ByShape(one=_OnlyRole(), table=_SHARES))
            return by_band.read(node, path, reading)  # type: ignore[no-any-return] # kinds give Any
        said = ByShape(one=_OnlyRole(), table=_SHARES).read(node, path, reading)
        return UNREAD if said is UNREAD else {None: said}

    def schema(self) -> dict[str, Any]:
        """Any of the three ways."""
        one, shares = ROLE.schema(), _SHARES.schema()
        in_band = {"anyOf": [one, shares]}
        by_band = {"type": "object", "additionalProperties": in_band}
        return {"anyOf": [one, shares, by_band]}

    def parts(self) -> tuple[Kind, ...]:
        """The kinds of names it holds."""
        return (ROLE, BAND)


@dataclass(frozen=True, slots=True)
class _OnlyRole(One):
    """One role that does all of it."""

    expected = "role"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        role = ROLE.read(node, path, reading)
        return UNREAD if role is UNREAD else {role: None}


def _names_roles(node: Node) -> bool:
    if isinstance(node, Scalar):
        return bool(node.text) and node.text.lstrip()[:1].isalpha()
    return isinstance(node, Table)


@dataclass(frozen=True, slots=True)
class MissedKind(Kind):
    """What nobody does: a share, or shares by band."""

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """Shares by band; the band None stands for every band."""
        said = ByShape(one=Share(), table=TableOf(BAND, Share())).read(node, path, reading)
        return {None: said} if isinstance(said, float) else said

    def schema(self) -> dict[str, Any]:
        """Either way."""
        return {"anyOf": [Share().schema(), TableOf(BAND, Share()).schema()]}
