"""`taskmap supply FUND|PARTNERSHIP`: who there will be, and what units could share."""

from datetime import date
from pathlib import Path

import click

from taskmap.cli.command import FOLDER, command, date_option, format_option
from taskmap.cli.output import Output
from taskmap.model.partnership import Partnership
from taskmap.present import supply as words
from taskmap.workspace import FundCard, SupplyAnswer, Workspace, vocabulary


@command("supply")
@click.argument("fund", metavar="FUND|PARTNERSHIP")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER)
@date_option
@format_option
def supply(out: Output, fund: str, folder: Path, day: date, form: str) -> int:
    """A fund's supply of competence, or what a partnership's units could share."""
    workspace = Workspace(folder, day)
    partnership = workspace.partnership_called(fund)
    card = workspace.fund_of(partnership) if partnership is not None else workspace.fund(fund)
    answer = workspace.supply(card) if card is not None else None
    if card is not None and partnership is None:
        partnership = workspace.partnership(card.whole.partnership)
    if form == "json":
        from taskmap.present.exact import as_text, supply_object  # noqa: PLC0415 - for programs

        roles = answer.roles if answer is not None else ()
        shared = workspace.sharings(partnership) if partnership is not None else ()
        out.raw(as_text(supply_object(fund, roles, shared, day)))
        return 0
    if card is not None and answer is not None:
        _tell(card, answer, workspace, out)
    else:
        out.text(out.reader.say("fund.page.supply_none"))
    if partnership is not None:
        _tell_shared(partnership, workspace, out)
    return 0


def _tell(card: FundCard, answer: SupplyAnswer, workspace: Workspace, out: Output) -> None:
    reader, fund = out.reader, card.whole
    catalogue = vocabulary(fund.country)
    if fund.illustrative:
        out.text(reader.say("fund.page.illustrative"))
    out.text(reader.say("fund.page.supply_how"))
    if fund.supply is not None:
        out.text(words.due(fund.supply, workspace.today, reader))
    found = words.roles_table(answer.roles, catalogue, reader)
    out.heading(found.title)
    out.table(found)
    for role in answer.roles:
        years = words.years_table(role, catalogue, reader)
        out.heading(years.title)
        out.text(years.summary)
        out.table(years)


def _tell_shared(partnership: Partnership, workspace: Workspace, out: Output) -> None:
    found = workspace.sharings(partnership)
    names = {unit.id: unit.name for unit in workspace.units()}
    catalogue = vocabulary(partnership.country)
    table = words.sharing_table(
        found, catalogue, names, out.reader, workspace.trips(partnership, found) or None
    )
    out.heading(table.title)
    out.text(out.reader.say("supply.sharing_how" if found else "supply.sharing_none"))
    out.table(table)
