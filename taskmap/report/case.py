"""The case paper: what is proposed and why, what it does to people, and what they say of it."""

from collections.abc import Iterator

from taskmap.model.explanations import Path
from taskmap.model.followup import Measure, MeasureKind
from taskmap.model.plan import Plan, RoleLoad
from taskmap.present import breaches, loads, moves, outcome, path, settle
from taskmap.present import followup as words_of
from taskmap.present.blocks import Block, Figures, Notice, Points, Rows, Section, Told, Words
from taskmap.present.changes import parts_line
from taskmap.present.headings import objectives_lines, question_line
from taskmap.present.overview import KeyFigure
from taskmap.present.phrases import signed
from taskmap.present.table import Table, table
from taskmap.report.about import About
from taskmap.report.case_people import follow_up, risk
from taskmap.report.case_said import participation
from taskmap.report.case_sources import sources
from taskmap.report.case_work import load, mix, strain
from taskmap.report.whole import whole

MOVES = (0.35, 2.4, 1.65, 1.65, 1.4, 1.0, 0.85, 0.85, 0.8, 0.75)
SETTLE = (3.0, 3.0, 1.4)


def case(about: About) -> Told:
    """The paper of a whole plan, or of one thing decided about."""
    say = about.naming.reader.say
    if about.measure is None:
        subject = say("case.subject", unit=about.naming.mapping.unit.name)
    else:
        subject = words_of.title(about.measure, about.naming)
    parts = {
        "proposed": _proposed, "load": load, "strain": strain, "mix": mix, "risk": risk,
        "participation": participation, "follow_up": follow_up, "sources": sources,
    }  # fmt: skip
    first = Section("", tuple(_first(about)))
    rest = (Section(say(f"case.{name}"), tuple(tell(about))) for name, tell in parts.items())
    return whole("case", about, (first, *rest), subject=subject)


def _first(about: About) -> Iterator[Block]:
    """What is asked of the reader, and the key figures of a whole plan."""
    yield Words(about.naming.reader.say("case.asked"))
    if about.plan is not None and about.measure is None:
        yield Figures(tuple(_figures(about.plan, about)))


def _figures(plan: Plan, about: About) -> Iterator[KeyFigure]:
    naming, reader = about.naming, about.naming.reader
    found = outcome.outcome(plan, naming)
    tasks = len({naming.mapping.by_leaf[move.leaf].task_id for move in plan.moves})
    changed = reader.number(tasks + len(plan.alternatives))
    yield _figure("changed", changed, parts_line(plan, naming), about)
    net = reader.say("case.figure.net", net=reader.hours(found.net))
    yield _figure("relieved", reader.hours(found.relieved), net, about)
    added = max((_added(load) for load in plan.roles), default=0)
    told = loads.most_new_work(plan.roles, naming)
    yield _figure("most", signed(max(added, 0), reader.hours), told, about)
    decided = [words_of.about(move, about.followup) for move in plan.moves]
    ready = sum(_is_ready(measure, about) for measure in decided)
    told = reader.say("case.figure.ready_of", n=ready, all=len(decided))
    yield _figure("ready", told, reader.say("case.figure.ready_means"), about)


def _figure(name: str, figure: str, meaning: str, about: About) -> KeyFigure:
    label = about.naming.reader.say(f"case.figure.{name}")
    return KeyFigure(name=name, label=label, figure=figure, meaning=meaning)


def _added(load: RoleLoad) -> int:
    return load.total("plan") - load.total("baseline")


def _is_ready(measure: Measure | None, about: About) -> bool:
    return (
        measure is not None
        and measure.goes_on
        and not measure.holds
        and not words_of.missing(measure, about.naming.reader)
    )


def _proposed(about: About) -> Iterator[Block]:
    """The moves with their net hours, why, in which order, and what must be in place first."""
    if about.measure is not None:
        yield from _decided(about.measure, about)
    elif about.plan is not None:
        yield from _summed_up(about.plan, about)
    if about.plan is None:
        return
    if about.moves:
        yield Rows(_moves(about.plan, about), MOVES, titled=False)
        yield Points(_why(about.plan, about), about.naming.reader.say("case.why"))
    if about.measure is None:
        yield from _way(about.plan, about)


def _decided(measure: Measure, about: About) -> Iterator[Block]:
    """What was decided about one measure, and how it was then."""
    reader = about.naming.reader
    yield Words(words_of.decided(measure, reader))
    yield Words(words_of.baseline(measure, about.now, reader))
    if measure.kind is MeasureKind.MOVE and about.plan is not None and not about.moves:
        yield Notice(reader.say("case.not_in_plan"))


def _summed_up(plan: Plan, about: About) -> Iterator[Block]:
    naming = about.naming
    if plan.breaches:
        yield Notice(breaches.summary(plan.breaches, naming))
        yield Points(tuple(_breaches(plan, about)))
    yield Words(outcome.summary(plan, naming))
    for line in objectives_lines(plan, naming):
        yield Words(line)
    yield Words(question_line(plan.question, naming))


def _breaches(plan: Plan, about: About) -> Iterator[str]:
    for breach in plan.breaches:
        told = breaches.told(breach, about.naming)
        yield f"{told.sentence} {told.after}"


def _moves(plan: Plan, about: About) -> Table:
    """The table of moves, of the one measure where the paper is on one."""
    found = moves.moves_table(plan, about.naming)
    shown = {(move.leaf, move.giver, move.receiver) for move in about.moves}
    rows = [row for row in found.rows if (row[1].key, row[2].key, row[3].key) in shown]
    return table(found.title, found.columns, rows)


def _why(plan: Plan, about: About) -> tuple[str, ...]:
    """Every reason once, after the tasks it holds for."""
    reader = about.naming.reader
    found: dict[str, dict[str, None]] = {}
    for move in about.moves:
        reasons = moves.told(move, plan, about.naming).reasons
        if reasons:
            task = reader.say("word.quoted", words=about.naming.task(move.leaf))
            found.setdefault(reasons[0], {})[task] = None
    return tuple(
        reader.say("case.why_of", tasks=reader.list(tasks), reason=reason)
        for reason, tasks in found.items()
    )


def _ends_here(way: Path, plan: Plan) -> bool:
    """Whether a way leads to this plan: one that begins with the best three may end in another."""
    steps = {task for step in way.steps for task in step.tasks}
    changed = {move.leaf.partition("/")[0] for move in plan.moves}
    return steps == changed | {each.task for each in plan.alternatives}


def _way(plan: Plan, about: About) -> Iterator[Block]:
    """In which order it can be decided, and what must be in place."""
    if about.path is not None and len(about.path.steps) > 1 and _ends_here(about.path, plan):
        steps = tuple(path.step_lines(about.path, about.naming))
        yield Points(steps, about.naming.reader.say("path.title"), small=True, ordered=True)
    needed = settle.settle_table(plan, about.naming)
    if needed.rows:
        yield Rows(needed, SETTLE)
