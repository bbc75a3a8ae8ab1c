"""Versions of a document in words: when, who, and what each changed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from taskmap.language import Reader
from taskmap.model.difference import Change, Difference, Written
from taskmap.model.version import Version
from taskmap.present.names import Speaker, lowered
from taskmap.present.phrases import capital

LEADER = "leader"
_OFFICES = (LEADER, "project_leader", "representative")  # that sign, beside the catalogue's roles
_MOST = 90  # letters of a value in a sentence
_WORDS = frozenset({"name", "note", "source", "purpose", "id", "reason"})  # fields that hold words
_SHARES = frozenset({"today", "missed"})  # fields that hold parts of one
_PART = re.compile(r"0?\.\d+|[01]\.0*")
_DECIMAL = re.compile(r"(-?\d+)\.(\d+)( ?%)?")


def clock(at: datetime, reader: Reader) -> str:
    """Time of day where the reader is: ``14.05``."""
    here = at.astimezone()
    return reader.say("edit.clock", hour=f"{here.hour:02}", minute=f"{here.minute:02}")


def when(at: datetime, reader: Reader) -> str:
    """Day and time."""
    day = reader.date(at.astimezone().date())
    return reader.say("edit.when", day=day, clock=clock(at, reader))


def who(version: Version, speaker: Speaker) -> str:
    """The role that saved a version; something else than Taskmap where nobody did."""
    if version.who is None:
        return speaker.reader.say("edit.who.outside")
    return who_named(version.who, speaker)


def who_named(role: str, speaker: Speaker) -> str:
    """A role as people say it."""
    if role in _OFFICES:
        return speaker.reader.say(f"edit.who.{role}")
    return speaker.role_inside(role)


def what(differences: Iterable[Difference], speaker: Speaker) -> tuple[str, ...]:
    """What changed, each place a sentence; layout and comments alone are told as such."""
    told = tuple(_difference(each, speaker) for each in differences)
    return told or (speaker.reader.say("edit.changed.layout"),)


def place(path: Sequence[str], speaker: Speaker) -> str:
    """Where in the document: the task and the field, in words."""
    say = speaker.reader.say
    if not path or path == ("comments",):
        return say("edit.place.comments" if path else "edit.place.whole")
    named = _named(path, speaker)
    fields = [_step(path, at, speaker) for at in range(2 if named else 0, len(path))]
    if not fields:
        return named
    inside = " ".join(fields)
    return say("edit.place.field", thing=named, field=inside) if named else capital(inside)


def value(written: Written | None, speaker: Speaker, *, words: bool = False) -> str:
    """A value as it is written in the document, at most a line of it.

    Args:
        written: as the document has it; None: nothing.
        speaker: names in words, figures as they are written where the reader is.
        words: it stands where words do, so it is told to the letter.
    """
    told = str(written) if words and isinstance(written, str) else _value(written, speaker)
    return told if len(told) <= _MOST else f"{told[: _MOST - 1]}…"


def _difference(difference: Difference, speaker: Speaker) -> str:
    say = speaker.reader.say
    if len(difference.path) == 2 and difference.change is not Change.CHANGED:
        thing = _thing(difference, speaker)
        return say(f"edit.whole.{difference.change}", thing=thing)
    where = place(difference.path, speaker)
    words = difference.path[-1] in _WORDS
    sides = (difference.before, difference.after)
    if _SHARES & {*difference.path}:
        sides = (_in_per_cent(difference.before), _in_per_cent(difference.after))
    before, after = (value(each, speaker, words=words) for each in sides)
    return say(f"edit.changed.{difference.change}", place=where, before=before, after=after)


def _in_per_cent(written: Written | None) -> Written | None:
    """Parts of one as per cents, however a document writes them."""
    if isinstance(written, Mapping):
        return {key: _in_per_cent(each) or "" for key, each in written.items()}
    part = _PART.fullmatch(written) if isinstance(written, str) else None
    return f"{round(float(part[0]) * 100, 4):g} %" if part else written


def _thing(difference: Difference, speaker: Speaker) -> str:
    written = difference.before if difference.after is None else difference.after
    name = written.get("name") if isinstance(written, Mapping) else None
    return str(name) if isinstance(name, str) else _named(difference.path, speaker)


def _named(path: Sequence[str], speaker: Speaker) -> str:
    if len(path) < 2:
        return ""
    kind, name = path[0], path[1]
    if kind == "tasks":
        return speaker.whole_task(name)
    if kind == "staffing":
        return speaker.role(name)
    if kind == "bands":
        return speaker.band(name)
    return speaker.chain(name) if kind == "chains" else ""


def _step(path: Sequence[str], at: int, speaker: Speaker) -> str:
    if at and path[at - 1] == "competences" and path[at] in speaker.catalogue.competences:
        return speaker.competence(path[at])
    return _field(path[at], speaker.reader)


def _field(step: str, reader: Reader) -> str:
    key = f"edit.field.{step}"
    return reader.say(key) if reader.has(key) else step


def _value(written: Written | None, speaker: Speaker) -> str:
    reader = speaker.reader
    if written is None:
        return reader.say("edit.nothing")
    if isinstance(written, str):
        return _name(written, speaker)
    if not isinstance(written, Mapping):
        return ", ".join(_value(each, speaker) for each in written)
    if "likely" in written:
        return _minutes(written, speaker)
    if "bands" in written:
        bands = _value(written["bands"], speaker)
        return reader.say(f"edit.every.{written.get('every', 'week')}", times=bands)
    inside = ((_name(key, speaker), _value(each, speaker)) for key, each in written.items())
    return ", ".join(f"{name} {told}" for name, told in inside)


def _minutes(written: Mapping[str, Written], speaker: Speaker) -> str:
    """The usual figure, with the range in brackets behind where there is one."""
    likely = _value(written["likely"], speaker)
    ends = (_value(written[end], speaker) for end in ("low", "high") if end in written)
    around = "\N{EN DASH}".join(ends)
    return f"{likely} ({around})" if around else likely


def _name(text: str, speaker: Speaker) -> str:
    """An id as it is called, where it is a role, a band or a task; other text as it is."""
    if text in speaker.catalogue.roles:
        return speaker.role_inside(text)
    if text in speaker.mapping.band_ids:
        return lowered(speaker.band(text))
    if text in speaker.mapping.by_task:
        return speaker.whole_task(text)
    figure = _DECIMAL.fullmatch(text)
    if figure is None:
        return text
    decimals = len(figure[2])
    return f"{speaker.reader.number(float(f'{figure[1]}.{figure[2]}'), decimals)}{figure[3] or ''}"
