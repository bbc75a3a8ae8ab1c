"""`taskmap workload UNIT…`: work asked of the staff against the time there is."""

import click

from taskmap.cli.asking import Choices, question_options
from taskmap.cli.command import Request, scenario_option, unit_command
from taskmap.cli.opening import Subject, subject
from taskmap.cli.question import question_of
from taskmap.cli.said import Bands
from taskmap.cli.workload_pool import tell_pool
from taskmap.model.plan import Plan
from taskmap.model.pressure import PressureBands
from taskmap.model.question import Question
from taskmap.present.table import Table


@unit_command("workload")
@click.argument("others", metavar="[UNIT…]", nargs=-1)
@scenario_option
@question_options
@click.option("--plan", "planned", is_flag=True)
@click.option("--pressure", "bands", type=Bands(), metavar="1.1,0.9,0.7")
def workload(
    request: Request,
    choices: Choices,
    others: tuple[str, ...],
    planned: bool,
    bands: PressureBands | None,
) -> int:
    """Staff required, load by role, band and hour, skill mix, posts; with a plan, after it too.

    Of several units it is the staff required in all of them as one.
    """
    about = subject(request)
    question = question_of(about, request, choices)
    limits = bands or PressureBands()
    if others:
        if planned:
            raise click.BadParameter(
                request.out.reader.say("wisn.pool.no_plan"), param_hint="--plan"
            )
        tell_pool(request, others, question, limits)
        return 0
    plan = about.workspace.suggest(about.name, question) if planned else None
    if request.form == "json":
        request.out.raw(_as_json(about, question, limits, plan))
        return 0
    _tell(about, question, limits)
    _tell_strain(about, plan)
    if plan is not None:
        _tell_plan(plan, about)
    return 0


def _as_json(about: Subject, question: Question, bands: PressureBands, plan: Plan | None) -> str:
    from taskmap.present.exact import (  # noqa: PLC0415 - for programs
        as_text,
        under,
        workload_object,
    )

    found = about.workspace.workload(about.name, question)
    hanging = about.workspace.hanging(about.name, question)
    answer = workload_object(found, hanging, bands, about.speaker, plan)
    return as_text(answer | under(about.scenario_ids))


def _tell(about: Subject, question: Question, bands: PressureBands) -> None:
    from taskmap.present import evidence  # noqa: PLC0415 - for people
    from taskmap.present import graph as words_of_graph  # noqa: PLC0415 - the same
    from taskmap.present import workload as words  # noqa: PLC0415 - the same
    from taskmap.present.headings import unit_lines  # noqa: PLC0415 - the same

    out, speaker = about.out, about.speaker
    name, *facts = unit_lines(speaker)
    out.line(name, "heading")
    for fact in facts:
        out.text(fact)
    about.tell_scenarios()
    found = about.workspace.workload(about.name, question)
    judged = about.workspace.graph(about.name, question)
    _tables(
        about,
        words.needs_table(found, bands, speaker),
        words.bands_table(found, speaker),
        words.peaks_table(found, speaker),
        words.hours_table(found, speaker),
        words.mixes_table(found, speaker),
        evidence.evidence_table(speaker),
        words_of_graph.one_role_table(judged, speaker),
        words_of_graph.one_person_table(judged, speaker),
        words.posts_table(found, speaker),
        words.hire_table(found, speaker),
    )
    out.heading(out.reader.say("workload.sick.title"))
    for line in words.sick_lines(found, speaker):
        out.text(line)


def _tell_strain(about: Subject, plan: Plan | None) -> None:
    from taskmap.present import strain  # noqa: PLC0415 - for people

    speaker = about.speaker
    _tables(about, strain.strain_table(speaker, plan), strain.marks_table(speaker, plan))


def _tell_plan(plan: Plan, about: Subject) -> None:
    """Before and after, for the unit and for both roles of each move."""
    from taskmap.present import balance, continuity, limits, loads  # noqa: PLC0415 - for people
    from taskmap.present.workload_moves import both_table  # noqa: PLC0415 - the same

    speaker = about.speaker
    _tables(
        about,
        loads.load_table(plan, speaker),
        both_table(plan, speaker),
        balance.balance_table(plan, speaker),
        continuity.mix_table(plan, speaker),
    )
    for line in (loads.caution(plan.roles, speaker), *limits.lines(plan, speaker)):
        if line:
            about.out.text(line, style="doubt")


def _tables(about: Subject, *tables: Table) -> None:
    for table in tables:
        if table.rows:
            about.out.heading(table.title)
            about.out.table(table)
            if table.summary:
                about.out.text(table.summary)
