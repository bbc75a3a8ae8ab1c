"""A file of staff groups for WISN: text to model, all its mistakes at once."""

import re
from fractions import Fraction

from taskmap.document.fields.wisn import WISN
from taskmap.document.reading import Reading, read_document
from taskmap.document.shapes import Values
from taskmap.model.finding import Finding
from taskmap.model.wisn import IndividualAllowance, Service, StaffGroup
from taskmap.yamltext import Table

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


def _note_sums(said: Values, reading: Reading) -> None:
    """Support activities leave time for work."""
    for each in said.get("cases", ()):
        total = sum(each.get("category_allowances", ()), Fraction(0))
        if total >= 1:
            path = (*each.path, "category_allowances")
            reading.error("wisn.allowances_sum", path, sum=float(total))


def _groups(said: Values) -> tuple[StaffGroup, ...]:
    return tuple(
        StaffGroup(
            id=each["id"],
            awt_hours=each["awt_hours"],
            services=tuple(Service(s["volume"], s["unit_hours"]) for s in each["services"]),
            category_allowances=each["category_allowances"],
            individual_allowances=tuple(
                IndividualAllowance(a["staff"], a["hours"]) for a in each["individual_allowances"]
            ),
            current=each["current"],
        )
        for each in said["cases"]
    )
