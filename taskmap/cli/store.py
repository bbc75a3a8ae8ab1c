"""`taskmap store prepare|copy|backup|restore|unit`: where documents lie, moved without loss."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from taskmap.cli.command import FILE, FOLDER, command
from taskmap.cli.output import Output
from taskmap.present.refusals import sentence
from taskmap.workspace import storing

_Told = Callable[[int, int], None] | None
_PLACE = click.Path(path_type=Path)
ACTIONS = ("prepare", "copy", "backup", "restore", "unit")


@command("store")
@click.argument("action", metavar="|".join(ACTIONS), type=click.Choice(ACTIONS))
@click.argument("place", metavar="FROM", type=_PLACE)
@click.argument("target", metavar="TO", type=_PLACE, required=False)
@click.option("--folder", type=_PLACE, default=FOLDER)
@click.option("--out", "file", metavar="FILE", type=FILE)
@click.pass_context
def store(  # noqa: PLR0913, PLR0917 - each is an argument or an option
    ctx: click.Context,
    out: Output,
    action: str,
    place: Path,
    target: Path | None,
    folder: Path,
    file: Path | None,
) -> int:
    """Make a database ready, or move everything a place holds and prove that it arrived."""
    now, told = datetime.now(UTC), _progress(out)
    if action == "prepare":
        storing.prepare(place)
        out.line(out.reader.say("cli.store.prepared"), "good")
        return 0
    if action == "unit":
        written = _given(ctx, "file", file)
        return _tell(storing.hand_out(folder, str(place), written, now, told), action, written, out)
    there = _given(ctx, "target", target)
    return _tell(_MOVES[action](place, there, now, told), action, there, out)


_MOVES: dict[str, Callable[[Path, Path, datetime, _Told], storing.Copied]]
_MOVES = {"copy": storing.copy_all, "backup": storing.back_up, "restore": storing.bring_in}


def _given(ctx: click.Context, name: str, value: Path | None) -> Path:
    """What this action needs, though others do not."""
    if value is None:
        (missing,) = (param for param in ctx.command.params if param.name == name)
        raise click.MissingParameter(ctx=ctx, param=missing)
    return value


def _tell(copied: storing.Copied, action: str, target: Path, out: Output) -> int:
    """Counts of what was read back and found the same, and everything that was not."""
    say = out.reader.say
    done = "backup" if action == "unit" else action
    told = say(
        f"cli.store.{done}",
        n=copied.documents,
        versions=say("cli.store.versions", n=copied.versions),
        place=storing.written(target),
    )
    out.text(told, style="" if copied.refused else "good")
    if copied.taken_away:
        out.text(say("cli.store.taken_away", n=copied.taken_away))
    out.text(say("cli.store.seal", seal=copied.seal))
    if copied.refused:
        out.text(say("cli.store.refused", n=len(copied.refused)), style="bad")
    for name, error in copied.refused:
        out.text(f"{name}: {sentence(error, out.reader)}", indent=4, first="\N{BULLET} ")
    return 1 if copied.refused else 0


def _progress(out: Output) -> _Told:
    """How far it is, on a terminal that shows it."""
    if not sys.stderr.isatty():
        return None

    def told(done: int, of: int) -> None:
        end = "\n" if done == of else ""
        sys.stderr.write(f"\r{out.reader.say('cli.store.progress', done=done, of=of)}{end}")

    return told
