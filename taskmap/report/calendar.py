"""What is due, as a file that calendars read (iCalendar, RFC 5545)."""

from collections.abc import Iterator

from taskmap.followup import Due, due
from taskmap.present import followup as words_of
from taskmap.present.names import lowered
from taskmap.report.about import About

LONGEST = 75  # bytes of a line, RFC 5545 section 3.1


def calendar(about: About) -> bytes:
    """A whole day for everything that is due, late or not; the same day is the same entry.

    An entry keeps its name when the file is made anew, so a calendar that has it moves it. Who sees
    to it is a role, as in the document.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Taskmap//Taskmap//EN",
        *(line for each in due(about.measures, about.as_of) for line in _entry(each, about)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _entry(each: Due, about: About) -> Iterator[str]:
    naming, measure = about.naming, each.measure
    what, title = words_of.due_what(each, naming.reader), words_of.title(measure, naming)
    told = [naming.mapping.unit.name, words_of.stage_word(measure, about.as_of, naming.reader)]
    if measure.owner:
        told.append(naming.reader.say("followup.card.owner", owner=measure.owner))
    name = "-".join((naming.mapping.unit.id, measure.id, each.kind, str(each.months)))
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@taskmap"
    yield f"DTSTAMP:{about.as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{each.on:%Y%m%d}"
    yield f"SUMMARY:{_text(f'{title}: {lowered(what)}')}"
    yield f"DESCRIPTION:{_text('. '.join(told))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(said: str) -> str:
    """Text in which nothing is a sign of the format."""
    plain = " ".join(said.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 bytes, no letter cut in two; each goes on after a space."""
    pieces, piece = [], b""
    for letter in line:
        new = letter.encode()
        if len(piece) + len(new) > LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += new
    return b"\r\n".join((*pieces, piece))
