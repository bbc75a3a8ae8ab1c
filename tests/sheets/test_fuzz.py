"""Whatever a file holds: refused with a reason or read, and no row of it is imported silently."""

import resource

import pytest

from taskmap import sheets
from taskmap.confined.run import Bounds, run
from taskmap.exchange.headers import guess
from taskmap.exchange.preview import preview
from taskmap.sheets.limits import MOST_AREA
from taskmap.sheets.reading import extracted
from tests.sheets.fuzzed import hostile

from tests.exchange.units import words  # isort: skip

HEAD = b"\xd0\xcf\x11\xe0"  # of the old format
A_CHILD = 250  # files read in one child: a fresh interpreter for each would take most of the time


def outcomes(seeds):
    """In a child with the bounds of one: what became of each file, and the memory at its most."""
    told = []
    known = words()
    for seed in seeds:
        data, file = hostile(seed)
        if data.startswith(HEAD):
            continue
        if not data.strip(b"\0 \t\r\n"):
            told.append((seed, "empty", 0))
            continue
        book, findings = extracted(data, file, file[file.rindex(".") :])
        area = 0
        if book is not None:
            area = max(map(area_of, book.sheets), default=0)
            seen = preview(book, guess(book, known), known, findings)
            assert seen.text is None or seen.mapping is not None
        errors = [f.code for f in findings if f.severity == "error"]
        told.append((seed, errors[-1] if book is None else "read", area))
    return told, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def apart(seeds):
    """Files of the old format may end their child, so each of them gets one of its own."""
    for seed in seeds:
        data, file = hostile(seed)
        if data.startswith(HEAD):
            book, findings = sheets.read(data, file)
            yield "read" if book is not None else findings[-1].code


def area_of(sheet):
    return len(sheet.rows) * max(map(len, sheet.rows), default=0)


def check(first, last):
    seen = {}
    for start in range(first, last, A_CHILD):
        seeds = range(start, min(start + A_CHILD, last))
        told, megabytes = run(outcomes, seeds, bounds=Bounds(seconds=240, megabytes=1024))
        assert megabytes < 700, (start, megabytes)
        assert all(area <= MOST_AREA for _, _, area in told)
        for code in (*(code for _, code, _ in told), *apart(seeds)):
            seen[code] = seen.get(code, 0) + 1
    assert sum(seen.values()) == last - first
    return seen


def test_a_sample_of_hostile_files_is_refused_or_read():
    seen = check(0, 35)
    assert {"read", "sheets.damaged", "sheets.not_a_workbook"} <= set(seen)


def test_a_few_through_the_door_everybody_uses():
    for seed in range(5_000, 5_006):
        book, findings = sheets.read(*hostile(seed))
        assert book is not None or findings[-1].severity == "error"


@pytest.mark.full
def test_two_thousand_five_hundred_hostile_files():
    seen = check(1_000, 3_500)
    assert seen["read"] > 300, seen
    assert len(seen) >= 6, seen
