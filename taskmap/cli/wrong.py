"""Wrong use of a command in the reader's words: what was wrong, and where to look."""

from difflib import get_close_matches

import click

from taskmap.cli.placeholders import placeholder
from taskmap.cli.said import EVERY, Amount, Bands, RunOf, Several, Stated
from taskmap.language import Reader


def wrong_use(error: click.UsageError, reader: Reader, program: str) -> str:
    """What was wrong with the command line, and how to see what is right."""
    command = error.ctx.command_path if error.ctx else program
    return f"{_what(error, reader)}\n{reader.say('cli.see_help', command=command)}"


def _what(error: click.UsageError, reader: Reader) -> str:
    if isinstance(error, click.MissingParameter):
        return reader.say("cli.wrong.missing", name=_name(error, reader))
    if isinstance(error, click.NoSuchOption):
        return reader.say("cli.wrong.option", name=error.option_name) + _near(error, reader)
    if isinstance(error, click.BadParameter):
        return _bad_value(error, reader)
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        names = error.ctx.command.list_commands(error.ctx)
        return reader.say("cli.wrong.command", known=", ".join(names))
    return error.format_message()


def _bad_value(error: click.BadParameter, reader: Reader) -> str:
    kind, name = error.param.type if error.param else None, _name(error, reader)
    if isinstance(kind, click.Choice):
        return reader.say("cli.wrong.choice", name=name, known=", ".join(kind.choices))
    if isinstance(kind, click.IntRange):
        return reader.say("cli.wrong.number", name=name, least=kind.min or 0)
    if isinstance(kind, Several):
        known = ", ".join((*kind.known, EVERY))
        return reader.say("cli.wrong.several", name=name, known=known)
    if isinstance(kind, click.Path) and error.message.startswith("File "):  # click's own words
        return reader.say("cli.wrong.file", name=name)
    told = reader.say("cli.wrong.value", name=name, why=error.message)
    if (
        isinstance(kind, Amount | Stated | Bands | RunOf | click.Path)
        and error.param
        and error.param.metavar
    ):
        return (
            f"{told} {reader.say('cli.wrong.form', form=placeholder(error.param.metavar, reader))}"
        )
    return told


def _near(error: click.NoSuchOption, reader: Reader) -> str:
    found = get_close_matches(error.option_name, map(str, error.possibilities or ()), n=1)
    return f" {reader.say('finding.nearest', nearest=found[0])}" if found else ""


def _name(error: click.BadParameter, reader: Reader) -> str:
    """The option or argument as it is written on the command line."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    if error.ctx is None:
        return error.param.human_readable_name
    return placeholder(error.param.make_metavar(error.ctx), reader)
