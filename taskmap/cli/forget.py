"""`taskmap forget UNIT --what registered|unit`: shown first, done when it is asked for twice."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from taskmap.cli.command import FOLDER, command, format_option
from taskmap.cli.output import Output
from taskmap.present import forgetting as words
from taskmap.workspace import forgetting
from taskmap.workspace.forgetting import Forgotten, What

_KINDS = click.Choice(tuple(map(str, What)))


@command("forget")
@click.argument("unit", metavar="UNIT")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER)
@click.option("--what", "named", type=_KINDS, required=True)
@click.option("--office", metavar="TEXT", required=True)
@click.option("--yes", "confirmed", is_flag=True)
@format_option
def forget(  # noqa: PLR0913, PLR0917 - each is an option
    out: Output, unit: str, folder: Path, named: str, office: str, confirmed: bool, form: str
) -> int:
    """What was registered of a unit, or all there is of it, gone with every version."""
    what, at = What(named), datetime.now(UTC)
    if confirmed:
        found = forgetting.forget(folder, unit, what, office, at)
    else:
        found = forgetting.would_go(folder, unit, what)
    if form == "json":
        out.raw(_as_json(found, done=confirmed))
        return 0
    _tell(found, out, done=confirmed)
    return 0


def _tell(found: Forgotten, out: Output, *, done: bool) -> None:
    reader = out.reader
    if found.begun is not None:
        out.text(words.begun(found.begun.date(), reader), style="doubt")
    out.text(words.lead(_counts(found), reader, done=done), style="good" if done else "")
    out.table(words.going_table(_rows(found), reader), indent=2)
    out.line()
    if found.what is What.REGISTERED and found.going:
        out.text(reader.say("forget.stays"))
    if found.named:
        out.text(reader.say("forget.named", files=found.named))
    out.text(reader.say("forget.elsewhere"))
    if not done and found.going:
        out.text(reader.say("forget.ask"), style="doubt")


def _counts(found: Forgotten) -> words.Counts:
    return words.Counts(found.unit, str(found.what), len(found.going), found.versions)


def _rows(found: Forgotten) -> list[words.Row]:
    return [
        words.Row(
            each.file, each.kind, each.versions,
            each.stays.tasks if each.stays is not None else None,
            each.stays.unfinished if each.stays is not None else None,
        )
        for each in found.going
    ]  # fmt: skip


def _as_json(found: Forgotten, *, done: bool) -> str:
    going = [
        {
            "file": each.file,
            "kind": each.kind,
            "versions": each.versions,
            "goes": "all" if each.stays is None else "minutes",
            "tasks": each.stays.tasks if each.stays else None,
            "unfinished": each.stays.unfinished if each.stays else None,
        }
        for each in found.going
    ]
    begun: date | None = found.begun and found.begun.date()
    told = {
        "unit": found.unit,
        "what": str(found.what),
        "done": done,
        "documents": len(found.going),
        "versions": found.versions,
        "going": going,
        "named_in": list(found.named),
        "begun": begun.isoformat() if begun else None,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
