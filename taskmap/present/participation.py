"""Participation in words: who met, what was said, what waits, and which duties are met."""

from dataclasses import dataclass

from taskmap.followup import Owed, Voices, about_move, subject_of, voices
from taskmap.language import Reader
from taskmap.model.followup import FollowUp, Measure
from taskmap.model.participation import About, Comment, Hold, Meeting, Voice
from taskmap.present.followup import title
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, ended
from taskmap.present.references import Reference, reference
from taskmap.present.table import Cell, Column, Table, table

__all__ = ["about_move", "subject_of", "voices"]


@dataclass(frozen=True, slots=True)
class ToldDuty:
    """One duty as it is shown.

    Args:
        asks: what is to be done.
        state: whether it is met, when and by which meeting.
        doubts: on whom it depends, and that it was not read in the law itself.
    """

    id: str
    title: str
    asks: str
    state: str
    met: bool
    doubts: tuple[str, ...]
    references: tuple[Reference, ...]


def of_measure(measure: Measure, followup: FollowUp) -> tuple[Comment, ...]:
    """What was said about one measure."""
    found = (each for each in voices(followup) if each.about.measure == measure.id)
    return next((each.comments for each in found), ())


def subject(about: About, followup: FollowUp, speaker: Speaker) -> str:
    """What is spoken of: the whole plan, a measure, or a move by its task and hands."""
    say = speaker.reader.say
    if about.whole:
        return say("participation.whole")
    measure = next((m for m in followup.measures if m.id == about.measure), None)
    if measure is not None:
        return title(measure, speaker)
    task, receiver = speaker.task(about.leaf or ""), speaker.role_inside(about.receiver or "")
    if about.giver is None:
        return say("followup.taken_up", task=task, receiver=receiver)
    giver = speaker.role_inside(about.giver)
    return say("followup.move", task=task, giver=giver, receiver=receiver)


def comment_line(comment: Comment, followup: FollowUp, reader: Reader) -> str:
    """Who said it, when and at which meeting; that they disagree, where they do."""
    kind = "dissent" if comment.dissent else "comment"
    who = _office(comment.party, comment.office, reader)
    meeting = _meeting(comment.meeting, followup, reader)
    if meeting:
        kind = f"{kind}_at"
    return reader.say(f"participation.said.{kind}", who=who, day=comment.on, meeting=meeting)


def hold_line(hold: Hold, followup: FollowUp, reader: Reader) -> str:
    """Since when it waits, at whose word, why and at which meeting; and when it was let go on."""
    who = _office(hold.party, hold.office, reader)
    told = reader.say("participation.hold.told", who=who, day=hold.on, reason=_flat(hold.reason))
    meeting = _meeting(hold.meeting, followup, reader)
    if meeting:
        told = f"{told} {reader.say('participation.duty.by', meeting=meeting)}"
    if hold.lifted is None:
        return told
    why = _flat(hold.lifted_why) if hold.lifted_why else ""
    lifted = reader.say("participation.hold.lifted", day=hold.lifted, why=why)
    return f"{told} {lifted.strip()}"


def counts(followup: FollowUp, reader: Reader) -> str:
    """How many have met, spoken and disagreed, and what waits; nothing where there is none."""
    said = followup.participation
    found = {
        "meetings": len(said.meetings),
        "comments": len(said.comments),
        "dissent": sum(each.dissent for each in said.comments),
        "holds": sum(each.stands for each in said.holds),
    }
    told = (reader.say(f"participation.count.{name}", n=n) for name, n in found.items() if n)
    return " ".join(told)


def heading(found: Voices, followup: FollowUp, speaker: Speaker) -> str:
    """What was spoken of, and that it waits where it does."""
    named = subject(found.about, followup, speaker)
    return speaker.reader.say("participation.held", what=named) if found.held else named


def meetings_table(followup: FollowUp, speaker: Speaker) -> Table:
    """Who met when, the latest first."""
    reader = speaker.reader
    names = ("day", "kind", "present", "about", "discussed")
    columns = (Column(reader.say(f"participation.column.{name}")) for name in names)
    rows = (
        (
            Cell(reader.date(each.on)),
            Cell(reader.say(f"participation.kind.{each.kind}")),
            Cell(present(each.present, reader)),
            Cell(subject(each.about, followup, speaker)),
            Cell(reader.plain(each.discussed)),
        )
        for each in latest_first(followup)
    )
    return table(reader.say("participation.meetings"), columns, rows)


def latest_first(followup: FollowUp) -> tuple[Meeting, ...]:
    """The meetings, the latest first."""
    return tuple(sorted(followup.participation.meetings, key=lambda each: each.on, reverse=True))


def meeting_lines(meeting: Meeting, followup: FollowUp, speaker: Speaker) -> tuple[str, ...]:
    """Who took part, and what it was about."""
    say = speaker.reader.say
    who = present(meeting.present, speaker.reader)
    return (
        say("participation.present", who=who),
        say("participation.about", what=subject(meeting.about, followup, speaker)),
    )


def meeting_name(meeting: Meeting, reader: Reader) -> str:
    """A meeting by its kind and day."""
    kind = reader.say(f"participation.kind.{meeting.kind}")
    return reader.say("participation.meeting", kind=kind, day=meeting.on)


def present(found: tuple[Voice, ...], reader: Reader) -> str:
    """Everybody who took part, by office."""
    return "; ".join(_office(voice.party, voice.office, reader) for voice in found)


def duty(found: Owed, followup: FollowUp, speaker: Speaker) -> ToldDuty:
    """One duty, what was said of it, and what to know before leaning on it."""
    reader, asked = speaker.reader, found.duty
    doubts = []
    if not found.certain:
        doubts.append(reader.say("participation.duty.employees", n=asked.employees or 0))
    if not asked.verified:
        doubts.append(reader.say("participation.duty.not_verified"))
    return ToldDuty(
        id=asked.id,
        title=capital(asked.reference),
        asks=asked.asks[reader.code],
        state=_state(found, followup, reader),
        met=found.met is not None and found.met.state == "done",
        doubts=tuple(doubts),
        references=tuple(reference(source, speaker) for source in asked.sources),
    )


def _state(found: Owed, followup: FollowUp, reader: Reader) -> str:
    met = found.met
    if met is None:
        return reader.say("participation.duty.not_known")
    told = [reader.say(f"participation.duty.{met.state}")]
    if met.on is not None:
        told.append(reader.say("participation.duty.on", day=met.on))
    meeting = _meeting(met.meeting, followup, reader)
    if meeting:
        told.append(reader.say("participation.duty.by", meeting=meeting))
    if met.note:
        told.append(_flat(met.note))
    return " ".join(told)


def _meeting(named: str | None, followup: FollowUp, reader: Reader) -> str:
    """The meeting something was said at; empty where none is named."""
    found = (each for each in followup.participation.meetings if each.id == named)
    return next((meeting_name(each, reader) for each in found), "")


def _office(party: str, office: str, reader: Reader) -> str:
    """An office as it was written, with its capacity where the word does not hold it."""
    kind = reader.say(f"participation.party.{party}")
    if kind.casefold() in office.casefold():
        return office
    return reader.say("participation.office", office=office, party=kind)


def _flat(text: str) -> str:
    return ended(" ".join(text.split()))
