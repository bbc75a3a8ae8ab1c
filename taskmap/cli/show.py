"""`taskmap show UNIT`: who does what at which level, as mapped."""

from dataclasses import replace

from taskmap.cli.command import Request, scenario_option, unit_command
from taskmap.cli.opening import Subject, subject
from taskmap.cli.output import Output
from taskmap.model.question import Question
from taskmap.present import graph as words_of_graph
from taskmap.present import levels, overview
from taskmap.present.findings import count
from taskmap.present.headings import unit_lines


@unit_command("show")
@scenario_option
def show(request: Request) -> int:
    """Key figures, staffing, the LEON matrix and every task with its level."""
    about = subject(request)
    question = Question(as_of=request.day, price=request.price)
    if request.form == "json":
        request.out.raw(_as_json(about, question))
    else:
        _tell(about, question, request.out)
    return 0


MOST = 5  # rows of what the graph answers; the page and the graph file have them all


def _tell_graph(about: Subject, question: Question, out: Output) -> None:
    """What hangs on one person, and what would open most if it were learned."""
    judged = about.workspace.graph(about.name, question)
    for ask in (words_of_graph.one_person_table, words_of_graph.competences_table):
        table = ask(judged, about.speaker)
        if table.rows:
            out.heading(table.title)
            out.text(table.summary)
            out.table(replace(table, rows=table.rows[:MOST]))


def _as_json(about: Subject, question: Question) -> str:
    from taskmap.present.exact import as_text, show_object  # noqa: PLC0415 - only for programs

    found = about.workspace.levels(about.name, question)
    capacities = about.workspace.capacities(about.name, question)
    return as_text(show_object(found, capacities, about.speaker, about.scenario_ids))


def _tell(about: Subject, question: Question, out: Output) -> None:
    found = about.workspace.levels(about.name, question)
    capacities = about.workspace.capacities(about.name, question)
    name, *facts = unit_lines(about.speaker)
    out.line(name, "heading")
    for fact in facts:
        out.text(fact)
    about.tell_scenarios()
    out.line()
    for figure in overview.key_figures(found, capacities, about.speaker):
        out.text(f"{figure.label}: {figure.figure}. {figure.meaning}")
    staffing = overview.staffing_table(capacities, about.speaker)
    matrix = levels.matrix_table(found, question.price, about.speaker)
    for table in (staffing, matrix):
        out.heading(table.title)
        out.table(table)
        if table.summary:
            out.text(table.summary)
    _tell_graph(about, question, out)
    tasks = levels.level_table(found, about.speaker)
    out.heading(tasks.title)
    out.table(tasks, groups=[group for group, _ in levels.by_group(found, about.speaker)])
    out.line()
    out.line(f"{about.opened.card.file}: {count(about.opened.findings, out.reader)}", "dim")
