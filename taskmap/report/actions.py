"""The action plan: every measure by theme, who sees to it and when, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence

from taskmap.followup import Gain, Stage, gain, lacks, stage
from taskmap.model.followup import Measure, Theme
from taskmap.present import followup as words_of
from taskmap.present.blocks import Block, Figures, Notice, Points, Rows, Section, Told, Words
from taskmap.present.indicators import indicators_table
from taskmap.present.names import lowered
from taskmap.present.overview import KeyFigure
from taskmap.present.table import Cell, Column, Table, table
from taskmap.report.about import About
from taskmap.report.whole import whole

COLUMNS = {
    "measure": "", "owner": "", "when": "", "stage": "", "before": "minutes",
    "promised": "minutes", "saved": "minutes", "of_promise": "share",
}  # fmt: skip
WIDTHS = (4.0, 1.8, 3.1, 1.6, 1.1, 1.3, 1.1, 1.2)
DUE_WIDTHS = (1.6, 2.6, 4.0)


def actions(about: About) -> Told:
    """Key figures, a table for each theme, what is due, and what is missing."""
    say = about.naming.reader.say
    found = about.measures
    if not found:
        none = Section("", (Notice(say("paper.newsletter.none")),))
        return whole("actions", about, [none], wide=True)
    sections = (
        Section("", tuple(_first(found, about))),
        *(Section(name, (_rows(name, some, about),)) for name, some in _by_theme(found, about)),
        Section(say("indicator.title"), tuple(_indicators(about))),
        Section(say("followup.due.title"), tuple(_due(found, about))),
        Section(say("paper.actions.lacks"), tuple(_lacks(found, about))),
    )
    return whole("actions", about, sections, wide=True)


def last(measure: Measure) -> Gain | None:
    """What the latest count of a measure says; None where nothing was counted."""
    return next(reversed(gain(measure)), None)


def _by_theme(found: Sequence[Measure], about: About) -> Iterator[tuple[str, tuple[Measure, ...]]]:
    """The measures of each theme, in the themes' order; those without one last."""
    say = about.naming.reader.say
    for theme in (*Theme, None):
        some = tuple(measure for measure in found if measure.theme is theme)
        if some:
            yield say(f"followup.theme.{theme}" if theme else "paper.actions.no_theme"), some


def _first(found: Sequence[Measure], about: About) -> Iterator[Block]:
    say = about.naming.reader.say
    yield Words(say("paper.actions.how"))
    yield Words(say("followup.theme.source"))
    yield Figures(tuple(_figures(found, about)))


def _figures(found: Sequence[Measure], about: About) -> Iterator[KeyFigure]:
    reader, today = about.naming.reader, about.as_of
    stages = [stage(measure, today) for measure in found]
    goes_on = [measure for measure in found if measure.goes_on]
    promised = sum(m.baseline.promised or 0 for m in goes_on if m.baseline)
    saved = sum(latest.freed for m in goes_on if (latest := last(m)))
    counted = sum(last(m) is not None for m in goes_on)
    under_way = sum(each in {Stage.UNDER_WAY, Stage.KEPT} for each in stages)
    waiting = sum(each in {Stage.NOT_READY, Stage.ON_HOLD} for each in stages)
    figures = {
        "count": (reader.number(len(found)), len(goes_on)),
        "under_way": (reader.number(under_way), waiting),
        "promised": (reader.hours(promised), len(goes_on)),
        "saved": (reader.hours(saved), counted),
    }
    for name, (figure, n) in figures.items():
        label = reader.say(f"paper.actions.figure.{name}")
        meaning = reader.say(f"paper.actions.figure.{name}_means", n=n)
        yield KeyFigure(name=name, label=label, figure=figure, meaning=meaning)


def _rows(name: str, found: Iterable[Measure], about: About) -> Rows:
    reader = about.naming.reader
    columns = (
        Column(reader.say(f"paper.actions.column.{column}"), figures=unit != "", unit=unit)
        for column, unit in COLUMNS.items()
    )
    return Rows(
        table(name, columns, (_row(measure, about) for measure in found)), WIDTHS, titled=False
    )


def _row(measure: Measure, about: About) -> tuple[Cell, ...]:
    reader, base, counted = about.naming.reader, measure.baseline, last(measure)
    share = counted.of_promise if counted else None
    return (
        Cell(words_of.title(measure, about.naming), key=measure.id),
        Cell(reader.plain(measure.owner)),
        Cell(_when(measure, about)),
        Cell(words_of.stage_word(measure, about.as_of, reader)),
        _hours(base.minutes if base else None, about),
        _hours(base.promised if base else None, about),
        _hours(counted.freed if counted else None, about),
        Cell(reader.plain(None) if share is None else reader.percent(share), share),
    )


def _when(measure: Measure, about: About) -> str:
    reader = about.naming.reader
    if measure.start is None or measure.until is None:
        return reader.plain(measure.start or measure.until)
    return reader.say("paper.actions.from_to", start=measure.start, until=measure.until)


def _hours(minutes: int | None, about: About) -> Cell:
    reader = about.naming.reader
    return Cell(reader.plain(None) if minutes is None else reader.hours(minutes), minutes)


def _indicators(about: About) -> Iterator[Block]:
    """What the unit follows beside the minutes, from baseline to target."""
    followed = about.followup.indicators if about.followup is not None else ()
    found = indicators_table(followed, about.naming.reader)
    if found.rows:
        yield Rows(found, (2.0,) + (1.6,) * (len(found.columns) - 1), titled=False)


def _due(found: Sequence[Measure], about: About) -> Iterator[Block]:
    due = words_of.due_table(found, about.as_of, about.naming)
    if due.rows:
        yield Rows(Table(due.title, due.columns, due.rows), DUE_WIDTHS, titled=False)
    else:
        yield Words(about.naming.reader.say("followup.due.none"))


def _lacks(found: Sequence[Measure], about: About) -> Iterator[Block]:
    """What each lacks before it is ready, a line each."""
    reader = about.naming.reader
    lines = [
        reader.say(
            "case.lacks_of",
            measure=words_of.title(measure, about.naming),
            missing="; ".join(map(lowered, words_of.missing(measure, reader))),
        )
        for measure in found
        if lacks(measure)
    ]
    if lines:
        yield Points(tuple(lines))
