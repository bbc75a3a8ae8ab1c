"""Wrong use of a command in the reader's words: what was wrong, and where to look."""

import click

from taskmap.language import Reader


def wrong_use(error: click.UsageError, reader: Reader, program: str) -> str:
    """What was wrong with the command line, and how to see what is right."""
    command = error.ctx.command_path if error.ctx else program
    return f"{_what(error, reader)}\n{reader.say('cli.see_help', command=command)}"


def _what(error: click.UsageError, reader: Reader) -> str:
    if isinstance(error, click.MissingParameter):
        return reader.say("cli.wrong.missing", name=_name(error))
    if isinstance(error, click.NoSuchOption):
        return reader.say("cli.wrong.option", name=error.option_name) + _near(
            error.possibilities, reader
        )
    if isinstance(error, click.BadParameter):
        return _bad_value(error, reader)
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        names = error.ctx.command.list_commands(error.ctx)
        return reader.say("cli.wrong.command", known=", ".join(names))
    return error.format_message()


def _bad_value(error: click.BadParameter, reader: Reader) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return reader.say("cli.wrong.choice", name=_name(error), known=", ".join(kind.choices))
    if isinstance(kind, click.IntRange):
        return reader.say("cli.wrong.number", name=_name(error), least=kind.min or 0)
    return reader.say("cli.wrong.value", name=_name(error), why=error.message)


def _near(possibilities: object, reader: Reader) -> str:
    if not isinstance(possibilities, list | tuple) or not possibilities:
        return ""
    return f" {reader.say('finding.nearest', nearest=str(min(possibilities)))}"


def _name(error: click.BadParameter) -> str:
    """The option or argument as it is written on the command line."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx) if error.ctx else error.param.human_readable_name
