"""Measures in words: what was decided, what is missing, what is due and what came of it."""

from collections.abc import Iterable, Sequence
from datetime import date

from taskmap.followup import (
    WHOLE_INSTRUCTION,
    WHOLE_RISK,
    Due,
    Gain,
    Lack,
    Stage,
    due,
    gain,
    lacks,
    matching,
    stage,
    unsaid,
)
from taskmap.language import Reader
from taskmap.model.followup import Baseline, FollowUp, Measure, MeasureKind, Score
from taskmap.model.plan import Move
from taskmap.present.names import Speaker, lowered
from taskmap.present.phrases import ended
from taskmap.present.table import Cell, Column, Table, table

# Columns of the board, and the stages in each.
BOARD: dict[str, tuple[Stage, ...]] = {
    "not_ready": (Stage.NOT_READY,),
    "on_hold": (Stage.ON_HOLD,),
    "ready": (Stage.READY,),
    "under_way": (Stage.UNDER_WAY,),
    "done": (Stage.KEPT, Stage.ROLLED_BACK),
    "not_now": (Stage.POSTPONED, Stage.REJECTED),
}


def title(measure: Measure, speaker: Speaker) -> str:
    """What a measure is called: its own name, or its task and the hands it goes between."""
    if measure.name or measure.kind is not MeasureKind.MOVE:
        return measure.name or measure.id
    values = {
        "task": speaker.task(measure.leaf or ""),
        "receiver": speaker.role_inside(measure.receiver or ""),
    }
    if measure.giver is None:
        return speaker.reader.say("followup.taken_up", **values)
    return speaker.reader.say(
        "followup.move", **values, giver=speaker.role_inside(measure.giver)
    )  # fmt: skip


def short_title(measure: Measure, speaker: Speaker) -> str:
    """The same where many stand in a table: a move by its task and who takes it."""
    if measure.name or measure.kind is not MeasureKind.MOVE:
        return title(measure, speaker)
    receiver = speaker.role_inside(measure.receiver or "")
    task = speaker.task(measure.leaf or "")
    return speaker.reader.say("followup.short", task=task, receiver=receiver)


def decided(measure: Measure, reader: Reader) -> str:
    """What was decided, when, by which office and why."""
    return reader.say(
        f"followup.decided.{measure.decision}",
        day=measure.decided,
        until=measure.until,
        office=measure.office,
        reason=ended(" ".join(measure.reason.split())),
    )


def stage_word(measure: Measure, today: date, reader: Reader) -> str:
    """How far it is, in a word or two."""
    return reader.say(f"followup.stage.{stage(measure, today)}")


def missing(measure: Measure, reader: Reader) -> tuple[str, ...]:
    """What keeps it from being ready, in the order it is asked for."""
    return _told(lacks(measure), reader)


def missing_in_short(measure: Measure, reader: Reader) -> tuple[str, ...]:
    """The same for a paper: a risk assessment or an instruction nobody began is one thing."""
    left, told = lacks(measure), []
    for name, whole in (("risk", WHOLE_RISK), ("instruction", WHOLE_INSTRUCTION)):
        if set(whole) <= set(left):
            left = tuple(lack for lack in left if lack not in whole)
            told.append(reader.say(f"followup.lack.whole_{name}"))
    return (*_told(left, reader), *told)


def not_said(measure: Measure, reader: Reader) -> tuple[str, ...]:
    """What nobody has said about it yet."""
    return _told(unsaid(measure), reader)


def baseline(measure: Measure, now: str, reader: Reader) -> str:
    """How it was when it was decided, and whether the mapping has changed since.

    Args:
        measure: decided about.
        now: hash of what the mapping says today.
        reader: the language.
    """
    found = measure.baseline
    if found is None:
        return reader.say("followup.baseline.none")
    told = [reader.say("followup.baseline.told", hours=reader.hours(found.minutes), day=found.on)]
    if found.promised:
        told.append(reader.say("followup.baseline.promised", hours=reader.hours(found.promised)))
    return " ".join((*told, *_rests_on(found, now, reader)))


def score(found: Score, reader: Reader) -> str:
    """Likelihood times consequence, in a sentence."""
    return reader.say(
        "followup.score", likelihood=found.likelihood, consequence=found.consequence,
        product=found.product,
    )  # fmt: skip


def about(move: Move, followup: FollowUp | None) -> Measure | None:
    """What was decided about a move."""
    return matching.about(move, followup) if followup is not None else None


def not_among(moves: Iterable[Move], followup: FollowUp | None) -> tuple[Measure, ...]:
    """Decisions about moves a plan does not hold."""
    return matching.not_among(moves, followup) if followup is not None else ()


def board(measures: Iterable[Measure], today: date) -> dict[str, tuple[Measure, ...]]:
    """The measures of each column of the board; that of what is on hold only where something is."""
    found = [(measure, stage(measure, today)) for measure in measures]
    columns = {name: tuple(m for m, s in found if s in stages) for name, stages in BOARD.items()}
    return {name: there for name, there in columns.items() if there or name != "on_hold"}


def card_lines(measure: Measure, today: date, reader: Reader) -> tuple[str, ...]:
    """What stands on a measure's card: how far, who sees to it, what is missing and due next."""
    told = [stage_word(measure, today, reader)]
    if measure.owner:
        told.append(reader.say("followup.card.owner", owner=measure.owner))
    count = len(lacks(measure))
    if count:
        told.append(reader.say("followup.card.missing", n=count))
    for each in due([measure], today)[:1]:
        what = lowered(due_what(each, reader))
        told.append(reader.say("followup.card.due", day=due_day(each, reader), what=what))
    return tuple(told)


def measures_table(measures: Iterable[Measure], today: date, speaker: Speaker) -> Table:
    """All measures, a row each."""
    say = speaker.reader.say
    names = ("measure", "kind", "theme", "stage", "owner", "start", "missing")
    rows = (_row(measure, today, speaker) for measure in measures)
    columns = (Column(say(f"followup.column.{n}"), figures=n == "missing") for n in names)
    return table(say("followup.title"), columns, rows)


def due_table(measures: Iterable[Measure], today: date, speaker: Speaker) -> Table:
    """What is due, the earliest first; what is late says so."""
    say = speaker.reader.say
    columns = (Column(say(f"followup.column.{name}")) for name in ("day", "what", "measure"))
    rows = (
        (
            Cell(due_day(each, speaker.reader)),
            Cell(due_what(each, speaker.reader)),
            Cell(title(each.measure, speaker)),
        )
        for each in due(measures, today)
    )
    return table(say("followup.due.title"), columns, rows)


def due_day(each: Due, reader: Reader) -> str:
    """The day, and that it is past where it is."""
    day = reader.date(each.on)
    return reader.say("followup.due.late", day=day) if each.late else day


def due_what(each: Due, reader: Reader) -> str:
    """What is to be done."""
    return reader.say(f"followup.due.{each.kind}", months=each.months)


def gain_table(measure: Measure, reader: Reader) -> Table:
    """What was counted, what it freed, and how much of the promise that is."""
    names = ("months", "day", "now", "freed", "of_promise", "judgement", "note")
    figures = {"now", "freed", "of_promise"}
    columns = (Column(reader.say(f"followup.column.{n}"), figures=n in figures) for n in names)
    rows = (_gain_row(each, reader) for each in gain(measure))
    return table(reader.say("followup.gain.title"), columns, rows)


def count_words(measures: Sequence[Measure], today: date, reader: Reader) -> str:
    """How many measures there are, and how many are not ready."""
    waiting = sum(stage(measure, today) is Stage.NOT_READY for measure in measures)
    told = reader.say("followup.count", n=len(measures))
    return f"{told} {reader.say('followup.count_not_ready', n=waiting)}" if waiting else told


def _told(found: Iterable[Lack], reader: Reader) -> tuple[str, ...]:
    return tuple(reader.say(f"followup.lack.{lack}") for lack in found)


def _rests_on(found: Baseline, now: str, reader: Reader) -> Iterable[str]:
    if found.version is not None:
        yield reader.say("followup.baseline.version", number=found.version)
    if found.mapping is not None and found.mapping != now:
        yield reader.say("followup.baseline.changed")


def _row(measure: Measure, today: date, speaker: Speaker) -> tuple[Cell, ...]:
    reader = speaker.reader
    theme = reader.say(f"followup.theme.{measure.theme}") if measure.theme else None
    count = len(lacks(measure)) + len(unsaid(measure))
    return (
        Cell(title(measure, speaker), key=measure.id),
        Cell(reader.say(f"followup.kind.{measure.kind}")),
        Cell(reader.plain(theme)),
        Cell(stage_word(measure, today, reader)),
        Cell(reader.plain(measure.owner)),
        Cell(reader.plain(measure.start)),
        Cell(reader.number(count), value=count),
    )


def _gain_row(found: Gain, reader: Reader) -> tuple[Cell, ...]:
    result = found.result
    judged = reader.say(f"followup.judgement.{result.judgement}") if result.judgement else None
    share = None if found.of_promise is None else reader.percent(found.of_promise)
    return (
        Cell(reader.say("followup.months", n=result.months)),
        Cell(reader.date(result.on)),
        Cell(reader.hours(result.minutes), value=result.minutes),
        Cell(reader.hours(found.freed), value=found.freed),
        Cell(reader.plain(share), value=found.of_promise),
        Cell(reader.plain(judged)),
        Cell(reader.plain(result.note)),
    )
