"""A file of staff groups for WISN: text to model, all its mistakes at once."""

import re
from fractions import Fraction

from taskmap.document.fields.allowance import per_of
from taskmap.document.fields.wisn import WISN
from taskmap.document.reading import Reading, read_document
from taskmap.document.shapes import Values
from taskmap.model.allowance import (
    DAYS_A_WEEK,
    AvailableTime,
    Per,
    allowance_hours,
    allowance_share,
    time_of,
)
from taskmap.model.finding import Finding
from taskmap.model.standard import Standard, unit_hours
from taskmap.model.wisn import IndividualAllowance, Service, StaffGroup
from taskmap.yamltext import Table

BY_DAY = frozenset({Per.MINUTES_A_DAY, Per.HOURS_A_DAY, Per.HOURS_A_WEEK})
# JSON writes a rare letter as two halves; YAML, whose reader this is, knows it whole only.
_HALVES = re.compile(
    rb"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})"
    rb"\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)


def read_staff_groups(
    data: bytes | str, *, file: str
) -> tuple[tuple[StaffGroup, ...] | None, tuple[Finding, ...]]:
    """Read the groups of staff in a file, JSON or YAML.

    Args:
        data: the file; bytes must be UTF-8.
        file: name told in the findings.

    Returns:
        The groups in the file's order, None when a finding is an error, and all findings.
    """

    def look(root: Table, reading: Reading) -> Values:
        said = WISN.values(root, (), reading)
        _note_same_id(said, reading)
        _note_no_day(said, reading)
        _note_sums(said, reading)
        return said

    raw = data.encode(errors="surrogatepass") if isinstance(data, str) else data
    return read_document(_HALVES.sub(_whole, raw), file=file, look=look, make=_groups)


def _whole(halves: re.Match[bytes]) -> bytes:
    """Two halves of a letter as the one escape YAML has for it."""
    high, low = int(halves[2], 16), int(halves[3], 16)
    letter = 0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00
    return halves[1] + f"\\U{letter:08X}".encode()


def _note_same_id(said: Values, reading: Reading) -> None:
    """An answer is found again by its id."""
    first: dict[str, Values] = {}
    for each in said.get("cases", ()):
        name, path = str(each.get("id", "")), (*each.path, "id")
        before = first.setdefault(name, each)
        if name and before is not each:
            line = reading.line((*before.path, "id"))
            reading.error("id.duplicate", path, value=name[:80], first_line=line)


def _note_no_day(said: Values, reading: Reading) -> None:
    """What is said by the day or week can be counted only where the day is known."""
    for each in said.get("cases", ()):
        own = (a.get("hours") for a in each.get("individual_allowances", ()))
        for time in (*each.get("category_allowances", ()), *own):
            if isinstance(time, Values) and per_of(time) in BY_DAY and "hours_a_day" not in each:
                reading.error("wisn.no_day", time.path)
        for standard in (s.get("unit_hours") for s in each.get("services", ())):
            by_day = isinstance(standard, Values) and Standard.UNITS_A_DAY in standard
            if by_day and "hours_a_day" not in each:
                reading.error("wisn.no_day", standard.path)


def _note_sums(said: Values, reading: Reading) -> None:
    """Support activities leave time for work."""
    for each in said.get("cases", ()):
        path = (*each.path, "category_allowances")
        if "awt_hours" not in each or not reading.is_sound(path):
            continue
        total = sum(_shares(each), Fraction(0))
        if total >= 1:
            reading.error("wisn.allowances_sum", path, sum=float(total))


def _shares(group: Values) -> tuple[Fraction, ...]:
    """Category allowances as shares of working time."""
    return tuple(
        allowance_share(said[per_of(said)], per_of(said), _time(group))
        if isinstance(said, Values)
        else said
        for said in group.get("category_allowances", ())
    )


def _hours(said: Fraction | Values, group: Values) -> Fraction:
    """An individual allowance as hours a year."""
    if not isinstance(said, Values):
        return said
    return allowance_hours(said[per_of(said)], per_of(said), _time(group))


def _unit(said: Fraction | Values, group: Values) -> Fraction:
    """Hours of one unit."""
    if not isinstance(said, Values):
        return said
    way = next(way for way in Standard if way in said)
    return unit_hours(said[way], way, _time(group))


def _time(group: Values) -> AvailableTime:
    days = group.get("days_a_week", DAYS_A_WEEK)
    return time_of(group["awt_hours"], group.get("hours_a_day"), days)


def _groups(said: Values) -> tuple[StaffGroup, ...]:
    return tuple(
        StaffGroup(
            id=each["id"],
            awt_hours=each["awt_hours"],
            services=tuple(
                Service(s["volume"], _unit(s["unit_hours"], each)) for s in each["services"]
            ),
            category_allowances=_shares(each),
            individual_allowances=tuple(
                IndividualAllowance(a["staff"], _hours(a["hours"], each))
                for a in each["individual_allowances"]
            ),
            current=each["current"],
        )
        for each in said["cases"]
    )
