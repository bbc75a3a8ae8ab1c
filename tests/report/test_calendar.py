"""What is due stands in a calendar file as calendars read it."""

from dataclasses import replace

import pytest

from taskmap.followup import due
from taskmap.model.followup import MeasureKind
from taskmap.report import calendar
from tests.report.told_papers import TODAY, WARD, worked

AWKWARD = (
    "Kjøkken; vask, rydding \\ og «ærend» for beboerne på stua og i gangen, hver dag året rundt"
)


@pytest.fixture(scope="module")
def about():
    return worked(WARD, "actions", "nb")


def entries(data):
    """Each entry by its fields, lines put together again."""
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no letter is cut in two
    whole = data.decode().replace("\r\n ", "")
    found = whole.split("BEGIN:VEVENT\r\n")[1:]
    return [dict(line.split(":", 1) for line in each.splitlines()[:-1]) for each in found]


def test_everything_due_has_its_day_once(about):
    data = calendar(about)
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert data.endswith(b"END:VCALENDAR\r\n")
    found, wanted = entries(data), due(about.measures, TODAY)
    assert wanted
    assert [e["DTSTART;VALUE=DATE"] for e in found] == [f"{d.on:%Y%m%d}" for d in wanted]
    assert len({e["UID"] for e in found}) == len(wanted)
    assert calendar(about) == data


def test_awkward_names_are_text_and_a_new_day_keeps_the_entry(about):
    def made(start):
        course = next(m for m in about.measures if m.kind is MeasureKind.COURSE)
        course = replace(course, name=AWKWARD, start=start, owner="fagsykepleier")
        return calendar(replace(about, measure=course))

    soon, later = TODAY.replace(month=12), TODAY.replace(year=2027)
    first, moved = (entries(made(day))[0] for day in (soon, later))
    assert first["SUMMARY"].startswith("Kjøkken\\; vask\\, rydding \\\\ og «ærend» for")
    assert "fagsykepleier" in first["DESCRIPTION"]
    assert first["UID"] == moved["UID"]
    assert moved["DTSTART;VALUE=DATE"] == "20271122"
