"""`taskmap fund FUND`: the money divided, what is left out and why, the next meetings."""

from datetime import date
from pathlib import Path

import click

from taskmap.cli.check import as_json
from taskmap.cli.command import FOLDER, command, date_option, format_option
from taskmap.cli.output import Output
from taskmap.present import fund as words
from taskmap.present.findings import in_order, message, place
from taskmap.workspace import Checked, FundCard, Workspace


@command("fund")
@click.argument("fund", metavar="FUND")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER)
@date_option
@format_option
def fund(out: Output, fund: str, folder: Path, day: date, form: str) -> int:
    """A fund by id or file."""
    workspace = Workspace(folder, day)
    card = workspace.fund(fund)
    if form == "json":
        return _json(card, workspace, out)
    for finding in in_order(card.findings):
        out.text(f"{place(finding)} {message(finding, out.reader)}")
    if card.fund is None:
        return 1
    _tell(card, workspace, out)
    return 0


def _json(card: FundCard, workspace: Workspace, out: Output) -> int:
    if card.fund is None:
        out.raw(as_json(Checked(findings=card.findings), {}, out))
        return 1
    from taskmap.present.exact import as_text, fund_object  # noqa: PLC0415 - for programs

    found = workspace.divided(card)
    meetings = workspace.agendas(card)
    out.raw(as_text(fund_object(card.fund, found, meetings, card.file, workspace.today)))
    return 0


def _tell(card: FundCard, workspace: Workspace, out: Output) -> None:
    told, found = workspace.named(card, out.reader), workspace.divided(card)
    out.heading(told.fund.name)
    if told.fund.illustrative:
        out.text(out.reader.say("fund.page.illustrative"))
    for line in (*words.summary(found, told), words.rules(told)):
        out.text(line)
    tables = (words.years_table, words.plan_table, words.left_table, words.given_table)
    for table in (make(found, told) for make in tables):
        if table.rows:
            out.heading(table.title)
            out.table(table)
    for agenda in workspace.agendas(card):
        out.heading(words.agenda_title(agenda, out.reader))
        for line in words.agenda_lines(agenda, told) or (out.reader.say("fund.page.agenda_none"),):
            out.text(line, indent=2, first="\N{BULLET} ")
