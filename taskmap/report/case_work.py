"""What a case does to the work: load, strain and skill mix, before and after."""

from collections.abc import Iterator
from dataclasses import replace

from taskmap.model.plan import Plan, RoleLoad
from taskmap.present import continuity, evidence, limits, loads
from taskmap.present import strain as worn
from taskmap.present.blocks import Block, Filled, FilledRow, Notice, Rows, Words
from taskmap.present.loads import LoadRow
from taskmap.present.phrases import VISIBLE
from taskmap.present.table import Table, only, table
from taskmap.present.workload_moves import both_table
from taskmap.report.about import About

MOST_BARS = 28  # role and part of the week; of more, those that change are drawn
LOAD = (2.4, 1.2, 1.0, 1.0, 1.0, 1.2, 0.9, 0.9)
CHANGE = 5  # column of the table of loads
LOAD_COLUMNS = (0, 2, 3, 4, 5, 6, 7, 8)  # without the level
BOTH = (2.2, 1.4, 0.9, 1.4, 0.9, 1.2, 1.3, 1.1, 0.9)
MARKS = (2.0, 2.6, 1.0, 1.0, 1.0)
MIX = (1.4, 1.3, 1.5, 1.5, 1.7)
EVIDENCE = (0.7, 4.5, 2.8)


def load(about: About) -> Iterator[Block]:
    """Every role's load in every part of the week, against the time there is."""
    plan, naming = about.plan, about.naming
    if plan is None or _moves_nothing(about):
        yield Words(naming.reader.say("case.load_none"))
        return
    shown = _concerned(plan, about)
    if about.measure is not None:
        yield Words(naming.reader.say("case.load_alone"))
        yield Rows(both_table(plan, naming), BOTH)
    yield Words(loads.summary(plan.roles, naming))
    crowded = loads.above_room(plan.roles, naming)
    if crowded:
        yield Notice(naming.reader.say("case.no_room_alone", who=crowded))
    careful = loads.caution(plan.roles, naming)
    if careful:
        yield Notice(careful)
    for passed in limits.lines(plan, naming):
        yield Notice(passed)
    yield _filled(shown, about)
    found = loads.load_table(replace(plan, roles=shown), naming)
    rows = [row for row in found.rows if row[CHANGE].value]
    if rows:
        changed = table(found.title, found.columns, rows)
        yield Rows(only(changed, LOAD_COLUMNS), LOAD)
        yield Words(naming.reader.say("case.load_same"))
    lines = loads.ceilings(plan, naming)
    if lines:
        yield Words(lines)


def strain(about: About) -> Iterator[Block]:
    """Who gets more of the work that wears."""
    naming = about.naming
    found = worn.strain_table(naming, about.plan)
    if not found.rows:
        yield Notice(naming.reader.say("case.strain_unmarked"))
        return
    if about.plan is None or _moves_nothing(about):
        yield Words(naming.reader.say("case.load_none"))
        return
    careful = worn.caution(about.plan, naming)
    if careful:
        yield Notice(careful)
    marks = worn.marks_table(naming, about.plan)
    rows = [row for row in marks.rows if abs(row[-1].value or 0) >= VISIBLE]
    if rows:
        yield Rows(table(marks.title, marks.columns, rows), MARKS, titled=False)
    key = "case.strain_rest" if rows else "case.strain_none"
    yield Words(naming.reader.say(key))


def mix(about: About) -> Iterator[Block]:
    """Registered professionals' part of the work, and what studies say for and against."""
    naming = about.naming
    if about.plan is not None and not _moves_nothing(about):
        found = continuity.mix_table(about.plan, naming)
        yield Words(naming.reader.say("case.mix_how"))
        yield Rows(Table(found.title, found.columns, found.rows), MIX, titled=False)
    studies = evidence.evidence_table(naming)
    yield Rows(Table(studies.title, studies.columns, studies.rows), EVIDENCE)
    yield Words(studies.summary)


def _moves_nothing(about: About) -> bool:
    """Whether the paper is on a measure that is not among the plan's moves."""
    return about.measure is not None and not about.moves


def _concerned(plan: Plan, about: About) -> tuple[RoleLoad, ...]:
    """All roles; of one measure those whose load it changes."""
    if about.measure is None:
        return plan.roles
    roles = {one.role for move in about.moves for one in move.loads}
    return tuple(load for load in plan.roles if load.role in roles)


def _filled(shown: tuple[RoleLoad, ...], about: About) -> Filled:
    naming, say = about.naming, about.naming.reader.say
    found = [row for row in loads.load_rows(shown, naming, by_band=True) if row.full]
    if len(found) > MOST_BARS:
        found = [row for row in found if row.change]
    return Filled(
        title=say("case.filled"),
        rows=tuple(_bar(row, about) for row in found),
        summary=loads.summary(shown, naming),
        before=say("case.filled.before"),
        after=say("case.filled.after"),
        room=say("case.filled.room"),
        full=say("case.filled.full"),
    )


def _bar(row: LoadRow, about: About) -> FilledRow:
    percent = about.naming.reader.percent
    before, after = percent(row.before / row.full), percent(row.after / row.full)
    told = before if before == after else f"{before} → {after}"
    return FilledRow(
        role=row.role_name,
        band=row.band_name,
        before=row.before,
        after=row.after,
        full=row.full,
        room=row.room,
        told=told,
    )
