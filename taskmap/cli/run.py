"""One run: parse, call the command, and turn every refusal into a sentence and an exit status."""

import errno
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import click

from taskmap.cli.outline import COMMANDS
from taskmap.cli.output import Output
from taskmap.cli.wrong import wrong_use
from taskmap.errors import (
    FundNotFound,
    PartnershipNotFound,
    ScenarioNotFound,
    TaskmapError,
    UnitNotFound,
    UnitsNotFound,
)
from taskmap.language import reader
from taskmap.present.refusals import sentence

_REASONS = {
    errno.ENOENT: "missing",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "missing",
    errno.EACCES: "closed",
    errno.EPERM: "closed",
    errno.EROFS: "closed",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}

REFUSED, WRONG_USE, INTERRUPTED = 1, 2, 130
_NOT_THERE = (UnitNotFound, UnitsNotFound, ScenarioNotFound, FundNotFound, PartnershipNotFound)


class Commands(click.Group):
    """The commands, each loaded when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order one would use them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command's own file, loaded now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        own = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found: click.Command = getattr(import_module(f"taskmap.cli.{own}"), own)
        return found


@click.group(cls=Commands)
@click.option("--lang", hidden=True, expose_value=False)
def group() -> None:
    """Take the language before a command as well as after it."""


def run(args: Sequence[str], language: str, program: str) -> int:
    """Run a command.

    Returns:
        0 when all is well, 1 when something was refused or has errors, 2 for wrong use.
    """
    out = Output(reader(language))
    try:
        status = group.main(list(args), program, standalone_mode=False, obj=out)
    except click.UsageError as error:
        out.complain(wrong_use(error, out.reader, program))
        return WRONG_USE
    except click.ClickException as error:
        out.complain(error.format_message())
        return REFUSED
    except TaskmapError as refused:
        out.complain(sentence(refused, out.reader))
        return WRONG_USE if isinstance(refused, _NOT_THERE) else REFUSED
    except (click.Abort, KeyboardInterrupt):
        out.complain(out.reader.say("cli.interrupted"))
        return INTERRUPTED
    except OSError as error:
        return _out_of_reach(error, out)
    return status if isinstance(status, int) else 0


def _out_of_reach(error: OSError, out: Output) -> int:
    """A file that cannot be read or written; without a name it may be our own output."""
    if error.filename is None:
        raise error
    why = _REASONS.get(error.errno or 0, "other")
    out.complain(out.reader.say(f"cli.file.{why}", file=str(error.filename)))
    return REFUSED
