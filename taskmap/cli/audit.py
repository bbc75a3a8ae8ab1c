"""`taskmap audit show|verify|head|fold PLACE`: what was done, and proof that it is all there."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import click

from taskmap.cli.command import command, format_option
from taskmap.cli.output import Output
from taskmap.model.event import Event
from taskmap.present import trail as words
from taskmap.workspace import auditing

ACTIONS = ("show", "verify", "head", "fold")
KEEP_DAYS = 365


def _kept(ctx: click.Context, param: click.Parameter, value: str | None) -> auditing.Head | None:
    """The head somebody took note of."""
    found = auditing.head_of(value) if value else None
    if value and found is None:
        raise click.BadParameter(value, ctx=ctx, param=param)
    return found


@command("audit")
@click.argument("action", metavar="|".join(ACTIONS), type=click.Choice(ACTIONS))
@click.argument("place", metavar="FROM", type=click.Path(path_type=Path))
@click.option("--unit", metavar="ID")
@click.option("--since", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--head", "kept", metavar="HEAD", callback=_kept)
@click.option("--keep-days", type=click.IntRange(min=1), default=KEEP_DAYS)
@format_option
def audit(  # noqa: PLR0913, PLR0917 - each is an option
    out: Output,
    action: str,
    place: Path,
    unit: str | None,
    since: datetime | None,
    kept: auditing.Head | None,
    keep_days: int,
    form: str,
) -> int:
    """What was done at a place, whether it is as it was written, and how long it is kept."""
    does: dict[str, Callable[[], int]] = {
        "show": lambda: _show(out, place, unit, since.date() if since else None, form),
        "verify": lambda: _verify(out, place, kept, form),
        "head": lambda: _head(out, place),
        "fold": lambda: _fold(out, place, keep_days),
    }
    return does[action]()


def _show(out: Output, place: Path, unit: str | None, since: date | None, form: str) -> int:
    found = auditing.events(place, unit, since)
    if form == "json":
        out.raw(_json({"events": [_plain(event) for event in found]}))
        return 0
    told = words.events_table(found, out.reader)
    out.text(told.summary)
    out.table(told)
    return 0


def _verify(out: Output, place: Path, kept: auditing.Head | None, form: str) -> int:
    say = out.reader.say
    found = auditing.verified(place, kept)
    if form == "json":
        out.raw(
            _json(
                {
                    "lines": found.lines,
                    "folded": found.folded,
                    "head": str(found.head),
                    "wrong": found.wrong and {"code": found.wrong.code, **found.wrong.values},
                }
            )
        )
        return 1 if found.wrong else 0
    if found.wrong is not None:
        out.text(words.wrong(found.wrong, out.reader), style="bad")
        return 1
    out.text(say("trail.whole", n=found.lines), style="good")
    if found.folded:
        out.text(say("trail.folded", n=found.folded))
    out.text(say("trail.as_kept" if kept else "trail.not_compared"))
    out.text(say("trail.head", head=str(found.head)))
    return 0


def _head(out: Output, place: Path) -> int:
    out.line(str(auditing.head(place)))
    return 0


def _fold(out: Output, place: Path, keep_days: int) -> int:
    gone = auditing.fold(place, keep_days, datetime.now(UTC))
    out.text(out.reader.say("trail.fold", n=gone, days=keep_days), style="good")
    return 0


def _plain(event: Event) -> dict[str, object]:
    told = {name: value for name, value in asdict(event).items() if value not in (None, False)}
    return told | {"at": event.at.isoformat(), "roles": list(event.roles)}


def _json(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
