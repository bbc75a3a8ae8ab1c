"""`taskmap suggest UNIT`: which tasks can move, why, and what it takes."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from taskmap.cli import further
from taskmap.cli.asking import Choices, question_options
from taskmap.cli.command import FILE, Request, scenario_option, unit_command
from taskmap.cli.opening import Subject, subject
from taskmap.cli.question import keep, question_of
from taskmap.cli.said import Several
from taskmap.cli.working import clear, working
from taskmap.errors import FileThere, QuestionImpossible
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.workspace import MODEL_FORMATS

IMPOSSIBLE = 1


def _model(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix.lower() not in MODEL_FORMATS:
        raise click.BadParameter(str(value), ctx=ctx, param=param)
    return value


@unit_command("suggest")
@scenario_option
@question_options
@click.option("--also", type=Several(further.FURTHER), metavar="WHAT,…")
@click.option("--save-question", "kept", type=FILE, metavar="FILE")
@click.option("--export-model", "model", type=FILE, callback=_model, metavar="FILE.mps|FILE.lp")
def suggest(
    request: Request,
    choices: Choices,
    also: tuple[str, ...] | None,
    kept: Path | None,
    model: Path | None,
) -> int:
    """Ranked moves with reasons, gross to net, and what holds the tasks that stay."""
    about = subject(request)
    question = question_of(about, request, choices)
    for target in (kept, model):
        if target is not None and target.exists():
            raise FileThere(file=target.as_posix())
    if kept is not None:
        keep(question, about, request, kept)
    told = working(request.out)
    try:
        seen = _at_once(about) if told else None
        plan = about.workspace.suggest(about.name, question, told, seen)
        found = further.answers(also or (), about, question, told)
        if model is not None:
            _export(about, question, model)
    except QuestionImpossible:
        _tell_clash(about, question, request)
        return IMPOSSIBLE
    finally:
        clear()
    _tell(plan, found, about, request)
    return 0


def _export(about: Subject, question: Question, target: Path) -> None:
    """Write the programme for another solver."""
    ending = target.suffix.lower()
    target.write_bytes(about.workspace.model_file(about.name, question, ending))
    about.out.aside(about.out.reader.say("cli.model.written", file=target.as_posix()))


def _tell(plan: Plan, found: dict[str, Any], about: Subject, request: Request) -> None:
    if request.form == "json":
        from taskmap.present.exact import as_text, suggest_object  # noqa: PLC0415 - for programs

        told = suggest_object(plan, about.speaker, found, about.scenario_ids)
        request.out.raw(as_text(told))
        return
    from taskmap.cli.telling import tell_plan  # noqa: PLC0415 - for people

    about.tell_scenarios()
    tell_plan(plan, about.speaker, request.out)
    further.tell(found, plan.question, about)


def _tell_clash(about: Subject, question: Question, request: Request) -> None:
    """The smallest set of demands that cannot hold together."""
    clash = about.workspace.clash(about.name, question)
    if request.form == "json":
        from taskmap.present.exact import as_text, clash_object  # noqa: PLC0415 - for programs

        request.out.raw(as_text(clash_object(question, clash, about.speaker)))
        return
    from taskmap.present.freeing import step  # noqa: PLC0415 - for people

    request.out.complain(request.out.reader.say("cli.impossible"))
    for one in clash:
        request.out.text(step(one, about.speaker), indent=4, first="\N{BULLET} ")


def _at_once(about: Subject) -> Callable[[Plan], None]:
    """Tells of the first plan where someone is looking; what is piped gets the last one only."""

    def told(plan: Plan) -> None:
        from taskmap.present import at_once  # noqa: PLC0415 - for people

        clear()
        for line in (at_once.lead(plan, about.speaker), *at_once.lines(plan, about.speaker)):
            sys.stderr.write(f"{line}\n")

    return told
