"""The question of a command: read from its document, changed by its options, checked, kept."""

from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from taskmap.cli.asking import Choices, option_of
from taskmap.cli.check import as_json, tell_findings
from taskmap.cli.command import Request
from taskmap.cli.opening import Subject
from taskmap.errors import QuestionHasErrors
from taskmap.model.question import Question
from taskmap.present.findings import in_order, message, place
from taskmap.workspace import Asked, Checked, Form, write_question

WRONG_USE = 2


def question_of(about: Subject, request: Request, choices: Choices) -> Question:
    """What is asked, its names looked up in the unit.

    Args:
        about: the unit.
        request: day and price.
        choices: what the options say.

    Raises:
        QuestionHasErrors: the document has errors; its findings have been told.
        Exit: an option names what the unit does not have; that has been told.
    """
    base = Question(as_of=request.day, price=request.price)
    if choices.document is not None:
        base = _beginning(_read(about, request, choices.document), request)
    asked = about.workspace.asked(about.name, choices.on(base))
    if asked.question is None:
        for finding in asked.findings:
            told = message(finding, request.out.reader, about.speaker)
            request.out.complain(f"{option_of(finding.place.field)}: {told}")
        raise click.exceptions.Exit(WRONG_USE)
    return asked.question


def keep(question: Question, about: Subject, request: Request, target: Path) -> None:
    """Write the question to a file, as JSON where its name says so."""
    form = Form.JSON if target.suffix.lower() == ".json" else Form.YAML
    target.write_text(write_question(question, about.opened.card.id, form), encoding="utf-8")
    request.out.aside(request.out.reader.say("cli.question.saved", file=target.as_posix()))


def _read(about: Subject, request: Request, document: Path) -> Question:
    asked = about.workspace.question_file(document, about.name)
    if asked.question is None:
        _tell_why(asked, about, request)
        raise QuestionHasErrors(file=document.as_posix())
    for doubt in asked.findings:
        told = message(doubt, request.out.reader, about.speaker)
        request.out.complain(f"{place(doubt)} {told}")
    return asked.question


def _tell_why(asked: Asked, about: Subject, request: Request) -> None:
    speakers = {finding.place.file: about.speaker for finding in asked.findings}
    if request.form == "json":
        request.out.raw(as_json(Checked(findings=asked.findings), speakers, request.out))
    else:
        tell_findings(in_order(asked.findings), speakers, request.out)


def _beginning(question: Question, request: Request) -> Question:
    """The document's question; the day and the price only where the command line names them."""
    if _is_given("day"):
        question = replace(question, as_of=request.day)
    return replace(question, price=request.price) if _is_given("price") else question


def _is_given(option: str) -> bool:
    source = click.get_current_context().get_parameter_source(option)
    return source is ParameterSource.COMMANDLINE
