"""`taskmap scenario UNIT`: what a unit's scenarios change, and how it would be under them."""

from collections.abc import Sequence

import click

from taskmap.cli.asking import Choices, question_options
from taskmap.cli.command import Request, unit_command
from taskmap.cli.opening import Subject, subject
from taskmap.cli.question import question_of
from taskmap.model.difference import Difference
from taskmap.model.question import Question
from taskmap.present import scenarios as words
from taskmap.present import versions
from taskmap.present.findings import in_order, message, place
from taskmap.present.names import Speaker
from taskmap.workspace import Compared, ScenarioCard

TOGETHER = "+"


@unit_command("scenario")
@question_options
@click.option("--compare", "columns", multiple=True, metavar="NAME|FILE[+…]")
def scenario(request: Request, choices: Choices, columns: tuple[str, ...]) -> int:
    """The unit's scenarios; with --compare load, levels and plan side by side with today."""
    about = subject(request)
    question = question_of(about, request, choices)
    cards = about.workspace.scenarios(about.name)
    named = [column.split(TOGETHER) for column in columns]
    compared = about.workspace.compared(about.name, question, named) if columns else ()
    told = [_column(each, about) for each in compared]
    if request.form == "json":
        request.out.raw(_as_json(question, cards, told, about))
    elif told:
        _tell_compared(told, about)
    else:
        _tell_listed(cards, about)
    return 0


def _column(compared: Compared, about: Subject) -> words.Column:
    opened = compared.opened
    if opened.mapping is None or opened.catalogue is None:
        raise opened.refusal
    return words.Column(
        scenarios=tuple(card.scenario for card in compared.cards if card.scenario is not None),
        differences=compared.differences,
        capacities=compared.capacities,
        levels=compared.levels,
        plan=compared.plan,
        speaker=Speaker(about.out.reader, opened.mapping, opened.catalogue),
    )


def _as_json(
    question: Question,
    cards: Sequence[ScenarioCard],
    columns: Sequence[words.Column],
    about: Subject,
) -> str:
    from taskmap.present.exact import as_text, compare_object  # noqa: PLC0415 - for programs

    listed = [
        (card.file, card.scenario, about.workspace.difference(about.name, [card.id]))
        if card.sound
        else (card.file, card.scenario, ())
        for card in cards
    ]
    return as_text(compare_object(question, listed, columns, about.speaker))


def _tell_listed(cards: Sequence[ScenarioCard], about: Subject) -> None:
    """Every scenario with what it changes, or what is wrong with it."""
    out = about.out
    if not cards:
        out.text(out.reader.say("scenario.none", unit=about.opened.card.name))
    for card in cards:
        out.heading(f"{card.name} ({card.id})")
        if card.scenario is not None and card.scenario.note:
            out.text(card.scenario.note)
        for finding in in_order(card.findings):
            out.text(f"{place(finding)} {message(finding, out.reader, about.speaker)}", indent=2)
        if card.sound:
            _tell_differences(about.workspace.difference(about.name, [card.id]), about)


def _tell_differences(differences: Sequence[Difference], about: Subject) -> None:
    for line in versions.what(differences, about.speaker):
        about.out.text(line, indent=4, first="\N{BULLET} ")


def _tell_compared(columns: Sequence[words.Column], about: Subject) -> None:
    out = about.out
    for column in columns[1:]:
        out.heading(words.title(column.scenarios, out.reader))
        _tell_differences(column.differences, about)
    for make in (words.figures_table, words.load_table, words.levels_table):
        found = make(columns, out.reader)
        out.heading(found.title)
        out.table(found)
