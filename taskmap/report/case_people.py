"""What may go wrong in a case and who sees to it, who had a say, and when it is looked at again."""

from collections.abc import Iterable, Iterator

from taskmap.model.followup import FreedFor, Measure, MeasureKind, RiskAssessment, Score
from taskmap.present import followup as words_of
from taskmap.present.blocks import Block, Notice, Points, Rows, Words
from taskmap.present.names import lowered
from taskmap.present.table import Cell, Column, Table, table
from taskmap.report.about import About

RISK = ("measure", "before", "done", "after", "owner", "on", "review")
RISK_WIDTHS = (2.4, 0.9, 2.3, 0.9, 1.3, 1.7, 1.7)
AGREED = ("measure", "freed_for", "gives_up", "job_description", "pay")
AGREED_WIDTHS = (2.6, 2.0, 1.8, 2.0, 1.6)
MOST_DUE = 4  # of what is due, the first
DUE_WIDTHS = (1.5, 2.4, 4.2)


def risk(about: About) -> Iterator[Block]:
    """Risk before and after what is done, with owner and dates; then what is not ready."""
    say = about.naming.reader.say
    found = [m for m in about.measures if m.goes_on]
    assessed = [m for m in found if m.risk is not None]
    if assessed:
        yield Words(say("followup.risk.how"))
        yield Rows(_risks(assessed, about), RISK_WIDTHS, titled=False)
    else:
        yield Notice(say("case.risk_none"))
    lacking = tuple(_lacking(found, about))
    if lacking:
        yield Points(lacking, say("case.lacks"))
    undecided = tuple(_undecided(about))
    if undecided:
        yield Words(say("case.undecided", tasks=about.naming.reader.list(undecided)))


def follow_up(about: About) -> Iterator[Block]:
    """What freed hours are for and what was talked through; what is due, and when."""
    naming = about.naming
    moved = [m for m in about.measures if m.goes_on and m.kind is MeasureKind.MOVE]
    if moved:
        yield Rows(_agreed(moved, about), AGREED_WIDTHS)
    due = words_of.due_table(about.measures, about.as_of, naming)
    if due.rows:
        yield Rows(table(due.title, due.columns, due.rows[:MOST_DUE]), DUE_WIDTHS)
    else:
        yield Notice(naming.reader.say("case.due_none"))


def _risks(found: Iterable[Measure], about: About) -> Table:
    say = about.naming.reader.say
    columns = (Column(say(f"case.column.{name}")) for name in RISK)
    rows = (_risk_row(m, m.risk or RiskAssessment(), about) for m in found)
    return table(say("case.risk"), columns, rows)


def _risk_row(measure: Measure, found: RiskAssessment, about: About) -> tuple[Cell, ...]:
    reader = about.naming.reader
    return (
        Cell(words_of.title(measure, about.naming), key=measure.id),
        _score(found.before, about),
        Cell(reader.plain(found.measure)),
        _score(found.after, about),
        Cell(reader.plain(found.owner)),
        Cell(reader.plain(found.on)),
        Cell(reader.plain(found.review)),
    )


def _score(found: Score | None, about: About) -> Cell:
    """The score with what it is made of."""
    if found is None:
        return Cell(about.naming.reader.plain(None))
    told = f"{found.product} ({found.likelihood} × {found.consequence})"  # noqa: RUF001
    return Cell(told, found.product)


def _lacking(found: Iterable[Measure], about: About) -> Iterator[str]:
    reader = about.naming.reader
    for measure in found:
        missing = words_of.missing(measure, reader)
        if missing:
            title = words_of.title(measure, about.naming)
            told = "; ".join(map(lowered, missing))
            yield reader.say("case.lacks_of", measure=title, missing=told)


def _undecided(about: About) -> Iterator[str]:
    """Moves of the plan nobody has decided anything about, by task."""
    found = [move for move in about.moves if words_of.about(move, about.followup) is None]
    say, task = about.naming.reader.say, about.naming.task
    return iter(dict.fromkeys(say("word.quoted", words=task(move.leaf)) for move in found))


def _agreed(found: Iterable[Measure], about: About) -> Table:
    reader = about.naming.reader
    not_said = reader.say("case.not_said")

    def freed(uses: tuple[FreedFor, ...]) -> str:
        return reader.list(reader.say(f"followup.freed_for.{use}") for use in uses)

    rows = (
        (
            Cell(words_of.title(m, about.naming), key=m.id),
            Cell(freed(m.freed_for) or not_said),
            Cell(m.gives_up or not_said),
            Cell(reader.date(m.job_description) if m.job_description else not_said),
            Cell(reader.date(m.pay) if m.pay else not_said),
        )
        for m in found
    )
    columns = (Column(reader.say(f"case.column.{name}")) for name in AGREED)
    return table(reader.say("case.agreed"), columns, rows)
