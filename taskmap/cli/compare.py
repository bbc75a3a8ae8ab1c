"""`taskmap compare UNIT…`: units side by side on the tasks they share."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from taskmap.cli.command import FOLDER, QuestionOption, command, date_option, format_option
from taskmap.cli.opening import tell_why
from taskmap.cli.output import Output
from taskmap.model.units import UnitId
from taskmap.present import asked, precedents
from taskmap.present import side_by_side as words
from taskmap.present.names import Speaker
from taskmap.workspace import Comparison, Found, Per, Workspace

_MANY = 12  # questions told before the rest is counted


@command("compare")
@click.argument("units", metavar="UNIT…", nargs=-1, required=True)
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER)
@click.option("--per", type=click.Choice([per.value for per in Per]), default=None)
@click.option("--plan", "planned", is_flag=True, cls=QuestionOption)
@date_option
@format_option
def compare(  # noqa: PLR0913 - one for each option
    out: Output,
    /,
    *,
    units: Sequence[str],
    folder: Path,
    per: str | None,
    planned: bool,
    day: date,
    form: str,
) -> int:
    """Hours, levels and shared tasks of units; with --plan who does already what is suggested."""
    workspace = Workspace(folder, day)
    _refuse(units, workspace, form, out)
    found = workspace.compare(units)
    names = words.Beside(out.reader, _speakers(workspace, found, out))
    suggested = _suggested(workspace, found) if planned else None
    if form == "json":
        from taskmap.present.exact import as_text, comparison_object  # noqa: PLC0415 - for programs

        out.raw(as_text(comparison_object(found, suggested)))
        return 0
    _tell(found, Per(per) if per else found.per, names, out)
    for unit, moves in (suggested or {}).items():
        _tell_precedents(unit, moves, workspace, out)
    return 0


def _refuse(units: Sequence[str], workspace: Workspace, form: str, out: Output) -> None:
    refused = [
        each for each in workspace.open_all(units) if each.mapping is None or each.catalogue is None
    ]
    if refused:
        tell_why(refused, form, out)
        raise refused[0].refusal


def _speakers(workspace: Workspace, found: Comparison, out: Output) -> dict[UnitId, Speaker]:
    contents = workspace.contents(found.units)
    return {
        unit: Speaker(out.reader, content.mapping, content.catalogue)
        for unit, content in contents.items()
    }


def _suggested(workspace: Workspace, found: Comparison) -> dict[UnitId, tuple[Found, ...]]:
    question = workspace.question()
    return {
        unit: workspace.precedents(unit, workspace.suggest(unit, question)) for unit in found.units
    }


def _tell(found: Comparison, per: Per, names: words.Beside, out: Output) -> None:
    say = out.reader.say
    if found.illustrative:
        out.text(say("compare.illustrative"), style="doubt")
    if found.made_up:
        out.text(say("compare.made_up", names=found.made_up), style="doubt")
    for note in words.notes(found, names):
        out.text(note, style="doubt")
    tables = (
        words.figures_table(found, names),
        words.levels_table(found, names),
        words.groups_table(found, names),
        words.tasks_table(found, per, names),
        words.ranking_table(found, per, names),
    )
    for table in tables:
        if table.rows:
            out.heading(table.title)
            out.table(table)
        if table.rows and table.summary:
            out.text(table.summary)
    _tell_asked(found, names, out)
    for table in (words.matched_table(found, names), words.unmatched_table(found, names)):
        if table.rows:
            out.heading(table.title)
            out.table(table)


def _tell_asked(found: Comparison, names: words.Beside, out: Output) -> None:
    say = out.reader.say
    told = asked.questions(found, names)
    out.heading(say("compare.asked_title"))
    out.text(say("compare.asked_how" if told else "compare.asked_none"))
    for question in told[:_MANY]:
        out.text(question.text, indent=4, first="\N{BULLET} ")
        for reason in question.reasons:
            out.text(reason, indent=6)
    if len(told) > _MANY:
        out.text(say("compare.asked_more", n=len(told) - _MANY))


def _tell_precedents(
    unit: UnitId, moves: Sequence[Found], workspace: Workspace, out: Output
) -> None:
    own = _speaker(unit, workspace, out)
    out.heading(out.reader.say("precedent.page.moves_title"))
    out.text(out.reader.say("precedent.page.moves_how", unit=own.mapping.unit.name))
    known: Mapping[UnitId, Speaker] = {
        each.unit.id: _speaker(each.unit.id, workspace, out)
        for found in moves
        for each in found.precedents
    }
    # Moves from several roles to one, and the cases of a task, have the same precedents.
    for told, lines in dict.fromkeys(_precedents(moves, own, known)):
        out.text(told, indent=4, first="\N{BULLET} ")
        for line in lines:
            out.text(line, indent=6)


def _precedents(
    moves: Sequence[Found], own: Speaker, known: Mapping[UnitId, Speaker]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for found in moves:
        if not found.precedents:
            yield precedents.none_line(found, own), ()
        for each in found.precedents:
            speaker = known[each.unit.id]
            yield precedents.title(each, speaker), precedents.lines(each, speaker)


def _speaker(unit: UnitId, workspace: Workspace, out: Output) -> Speaker:
    content = workspace.contents([unit])[unit]
    return Speaker(out.reader, content.mapping, content.catalogue)
