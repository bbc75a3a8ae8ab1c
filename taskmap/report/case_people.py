"""What may go wrong in a case and who sees to it, who had a say, and when it is looked at again."""

from collections.abc import Iterable, Iterator

from taskmap.model.followup import FreedFor, Measure, MeasureKind, RiskAssessment, Score
from taskmap.present import followup as words_of
from taskmap.present.blocks import Block, Notice, Points, Rows, Words
from taskmap.present.names import lowered
from taskmap.present.risks import risk_matrix
from taskmap.present.table import Cell, Column, Table, table
from taskmap.report.about import About

RISK = ("measure", "before", "done", "after", "owner", "on", "review")
RISK_WIDTHS = (3.6, 0.85, 2.4, 0.85, 1.25, 1.3, 1.3)
MATRIX_WIDTHS = (1.5, 1.0, 1.0, 1.0, 1.0, 1.0)
AGREED = ("measure", "freed_for", "gives_up", "job_description", "pay")
AGREED_WIDTHS = (4.0, 1.7, 1.7, 1.5, 1.2)
MOST_DUE = 4  # of what is due, the first
DUE_WIDTHS = (1.2, 1.8, 5.1)


def risk(about: About) -> Iterator[Block]:
    """Risk before and after what is done, with owner and dates; then what is not ready."""
    say = about.naming.reader.say
    found = [m for m in about.measures if m.goes_on]
    assessed = [m for m in found if m.risk is not None]
    if assessed:
        yield Words(say("followup.risk.how"))
        yield Rows(_risks(assessed, about), RISK_WIDTHS, titled=False)
        if about.measure is not None:
            matrix = risk_matrix(about.measure.risk or RiskAssessment(), about.naming.reader)
            yield Rows(matrix, MATRIX_WIDTHS)
    else:
        yield Notice(say("case.risk_none"))
    lacking = tuple(_lacking(found, about))
    if lacking:
        yield Points(lacking, say("case.lacks"))
    undecided = tuple(_undecided(about))
    if undecided:
        yield Words(say("case.undecided", tasks=about.naming.reader.list(undecided)))


def follow_up(about: About) -> Iterator[Block]:
    """What does not go on; what freed hours are for and was talked through; what is due."""
    naming = about.naming
    stopped = tuple(_not_going_on(about))
    if stopped:
        yield Points(stopped, naming.reader.say("case.not_going_on"))
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
    reader, days = about.naming.reader, (found.on, found.review)
    return (
        Cell(words_of.short_title(measure, about.naming), key=measure.id),
        _score(found.before, about),
        Cell(reader.plain(found.measure)),
        _score(found.after, about),
        Cell(reader.plain(found.owner)),
        *(Cell(reader.short_date(day) if day else reader.plain(None)) for day in days),
    )


def _score(found: Score | None, about: About) -> Cell:
    """The score with what it is made of."""
    if found is None:
        return Cell(about.naming.reader.plain(None))
    told = f"{found.product} ({found.likelihood} × {found.consequence})"  # noqa: RUF001
    return Cell(told, found.product)


def _lacking(found: Iterable[Measure], about: About) -> Iterator[str]:
    """What is missing, once for all the measures that lack the same."""
    reader = about.naming.reader
    alike: dict[tuple[str, ...], list[str]] = {}
    for measure in found:
        missing = words_of.missing_in_short(measure, reader)
        if missing:
            alike.setdefault(missing, []).append(words_of.short_title(measure, about.naming))
    for missing, titles in alike.items():
        told = "; ".join(map(lowered, missing))
        yield reader.say("case.lacks_of", measure="; ".join(titles), missing=told)


def _not_going_on(about: About) -> Iterator[str]:
    """Moves postponed or refused, with the reason; what goes on has its table.

    Of a single measure the decision stands first already.
    """
    if about.measure is not None:
        return
    for measure in about.measures:
        if measure.kind is MeasureKind.MOVE and not measure.goes_on:
            title = words_of.title(measure, about.naming)
            yield f"{title}. {words_of.decided(measure, about.naming.reader)}"


def _undecided(about: About) -> Iterator[str]:
    """Moves of the plan nobody has decided anything about, by task."""
    found = [move for move in about.moves if words_of.about(move, about.followup) is None]
    say, task = about.naming.reader.say, about.naming.task
    return iter(dict.fromkeys(say("word.quoted", words=task(move.leaf)) for move in found))


def _agreed(found: Iterable[Measure], about: About) -> Table:
    """What was agreed, once for all the measures of which the same was said."""
    reader = about.naming.reader
    not_said = reader.say("case.not_said")

    def freed(uses: tuple[FreedFor, ...]) -> str:
        return reader.list(reader.say(f"followup.freed_for.{use}") for use in uses)

    alike: dict[tuple[str, ...], list[Measure]] = {}
    for m in found:
        days = (reader.date(day) if day else not_said for day in (m.job_description, m.pay))
        said = (freed(m.freed_for) or not_said, m.gives_up or not_said, *days)
        alike.setdefault(said, []).append(m)
    rows = (
        (_titles(some, about), *(Cell(words) for words in said)) for said, some in alike.items()
    )
    columns = (Column(reader.say(f"case.column.{name}")) for name in AGREED)
    return table(reader.say("case.agreed"), columns, rows)


def _titles(found: Iterable[Measure], about: About) -> Cell:
    """Measures of which the same is said, in one cell."""
    some = tuple(found)
    titles = (words_of.short_title(measure, about.naming) for measure in some)
    return Cell("; ".join(titles), key=some[0].id)
