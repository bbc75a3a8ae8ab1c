"""A command whose help is written in the reader's language, and the options commands share."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from taskmap.cli.output import Output
from taskmap.cli.placeholders import placeholder
from taskmap.language import LANGUAGES
from taskmap.model.question import Price

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

FOLDER = Path("mappings")
FILE = click.Path(path_type=Path, dir_okay=False)


class Command(click.Command):
    """Help from the catalogue: ``cli.<command>.help``, ``cli.option.<name>``."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that says how the command is written."""
        pieces = _placed(ctx, " ".join(self.collect_usage_pieces(ctx)))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{_say(ctx, 'cli.usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_say(ctx, f"cli.{self.name}.help"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each option with its words, those that make the question first."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        asked = [option for option in options if isinstance(option, QuestionOption)]
        rest = [option for option in options if not isinstance(option, QuestionOption)]
        for title, some in (("cli.options_question", asked), ("cli.options", rest)):
            if some:
                with formatter.section(_say(ctx, title)):
                    formatter.write_dl([_option_row(ctx, option) for option in some])


class QuestionOption(click.Option):
    """An option that says what is asked, rather than how it is answered."""


def command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """A command with ``--lang``; its function is given the ``Output`` first."""

    def decorate(function: Callable[..., Any]) -> Command:
        spoken = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False)
        made: Command = click.command(name, cls=Command)(spoken(click.pass_obj(function)))
        return made

    return decorate


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What every command about one unit is asked.

    Args:
        out: the terminal and its language.
        unit: id or file.
        folder: where the mappings lie.
        day: on which rules and decisions are read.
        price: what an hour of a role is worth.
        form: "text" for people, "json" for programs.
        scenarios: the unit is asked about as it would be under these.
    """

    out: Output
    unit: str
    folder: Path
    day: date
    price: Price
    form: str = "text"
    scenarios: tuple[str, ...] = ()


def unit_command(name: str, *, forms: bool = True) -> Callable[[Callable[..., int]], Command]:
    """A command about one unit; its function is given a ``Request`` and its own options."""

    def decorate(function: Callable[..., int]) -> Command:
        @wraps(function)
        def called(out: Output, /, **given: Any) -> int:
            shared = {f.name: given.pop(f.name) for f in fields(Request) if f.name in given}
            return function(Request(out=out, **shared), **given)

        asked: Callable[..., Any] = called
        for option in (*_SHARED, *((format_option,) if forms else ())):
            asked = option(asked)
        return command(name)(click.argument("unit", metavar="UNIT")(asked))

    return decorate


def scenario_option(function: Decorated) -> Decorated:
    """The unit as it would be, instead of as it is mapped."""
    option = click.option(
        "--scenario", "scenarios", multiple=True, metavar="NAME|FILE", cls=QuestionOption
    )
    return option(function)


def outside_option(function: Decorated) -> Decorated:
    """For readers outside the unit, without what is about few people."""
    return click.option("--outside", is_flag=True)(function)


def format_option(function: Decorated) -> Decorated:
    """For people, or for programs."""
    kind = click.Choice(("text", "json"))
    return click.option("--format", "form", type=kind, default="text")(function)


def date_option(function: Decorated) -> Decorated:
    """The day rules and decisions are read on."""
    option = click.option(
        "--date", "day", callback=_day, default=None, metavar="YYYY-MM-DD", cls=QuestionOption
    )
    return option(function)


def _folder_option(function: Decorated) -> Decorated:
    kind = click.Path(path_type=Path, file_okay=False)
    return click.option("--folder", type=kind, default=FOLDER)(function)


def price_option(function: Decorated) -> Decorated:
    """What an hour of a role is worth."""
    kind = click.Choice(tuple(price.value for price in Price))
    option = click.option(
        "--price", type=kind, default="level", callback=_price, cls=QuestionOption
    )
    return option(function)


_SHARED = (_folder_option, date_option, price_option)


def _price(_ctx: click.Context, _param: click.Parameter, value: str) -> Price:
    return Price(value)


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """The day asked for; today, read here at the edge and passed inwards."""
    if value is None:
        return date.today()  # noqa: DTZ011 - the day where the user is
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(value, ctx=ctx, param=param) from None


def _say(ctx: click.Context, key: str) -> str:
    out = ctx.find_object(Output)
    return out.reader.say(key) if out else key


def _placed(ctx: click.Context, metavar: str) -> str:
    out = ctx.find_object(Output)
    return placeholder(metavar, out.reader) if out else metavar


def _option_row(ctx: click.Context, param: click.Option) -> tuple[str, str]:
    name = max(param.opts, key=len).strip("-").replace("-", "_")
    words = _say(ctx, f"cli.option.{name}")
    if isinstance(param.type, click.Choice):
        words = f"{words} [{'|'.join(param.type.choices)}]"
    written = " / ".join((*param.opts, *param.secondary_opts))
    return f"{written} {_placed(ctx, param.metavar)}" if param.metavar else written, words
