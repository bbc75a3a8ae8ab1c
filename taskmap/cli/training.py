"""`taskmap training PARTNERSHIP`: needs, calendar, bill and renewals over a partnership."""

from datetime import date
from pathlib import Path

import click

from taskmap.cli.check import tell_findings
from taskmap.cli.command import FOLDER, command, date_option, format_option
from taskmap.cli.output import Output
from taskmap.cli.working import Working, clear, working
from taskmap.model.training import Unlocked
from taskmap.model.units import UnitId
from taskmap.present import training as words
from taskmap.present import training_bill as money
from taskmap.present import training_freed as freed
from taskmap.present.findings import in_order
from taskmap.present.table import Table
from taskmap.workspace import Trained, Workspace

Gives = dict[UnitId, tuple[Unlocked, ...]]


@command("training")
@click.argument("partnership", metavar="PARTNERSHIP")
@click.option("--worth", is_flag=True)
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER)
@date_option
@format_option
def training(  # noqa: PLR0913 - one for each option
    out: Output, *, partnership: str, worth: bool, folder: Path, day: date, form: str
) -> int:
    """A year's courses of a partnership; with ``--worth`` what each frees in its unit."""
    workspace = Workspace(folder, day)
    card = workspace.programme(partnership)
    tell = form == "text"
    if tell or card.programme is None:
        tell_findings(in_order(card.findings), {}, out)
    told = working(out)
    try:
        found = workspace.training(card, workspace.question(max_changes=None), told)
        gives = _gives(found, workspace, told) if worth else {}
    finally:
        clear()
    if tell:
        _tell(found, gives, out)
        return 0
    from taskmap.present.exact import as_text, courses_object  # noqa: PLC0415 - for programs

    as_object = courses_object(
        card.partnership, card.whole, gaps=found.gaps, wants=found.wants,
        calendar=found.calendar, bills=found.bills, contributions=found.contributions,
        renewals=found.renewals, left_out=found.left_out, unlocked=gives,
    )  # fmt: skip
    out.raw(as_text(as_object))
    return 0


def _gives(found: Trained, workspace: Workspace, told: Working | None) -> Gives:
    """What the courses of each unit with a gap give it."""
    units = dict.fromkeys(gap.unit for gap in found.gaps if gap.persons)
    question = workspace.question(max_changes=None)
    return {unit: workspace.unlocked(unit, question, told) for unit in units}


def _tell(found: Trained, gives: Gives, out: Output) -> None:
    told = found.told(out.reader)
    if not found.card.file:
        out.text(out.reader.say("training.no_document"))
    if found.card.whole.illustrative:
        out.text(out.reader.say("training.illustrative"))
    for line in words.summary(found.wants, found.calendar, told):
        out.text(line)
    for line in words.beside(found.left_out, found.unwanted, told):
        out.text(line)
    for each in found.tables(out.reader):
        _table(each, out)
    for unit, some in gives.items():
        out.heading(told.unit(unit))
        for line in freed.unlocked_lines(some, told):
            out.text(line)
        _table(freed.unlocked_table(some, told), out)
    for each in (money.bill_table(found.bills, told), money.keys_table(found.bills, told)):
        _table(each, out)
    _table(money.in_kind_table(found.contributions, told), out)


def _table(found: Table, out: Output) -> None:
    if found.rows:
        out.heading(found.title)
        if found.summary:
            out.text(found.summary)
        out.table(found)
