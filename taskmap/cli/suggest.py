"""`taskmap suggest UNIT`: which tasks can move, why, and what it takes."""

import sys

import click

from taskmap.cli.command import Request, unit_command
from taskmap.cli.opening import subject
from taskmap.cli.output import Output
from taskmap.model.question import Question


@unit_command("suggest")
@click.option("--moves", type=click.IntRange(min=0), default=None, metavar="K")
def suggest(request: Request, moves: int | None) -> int:
    """Ranked moves with reasons, gross to net, and what holds the tasks that stay."""
    about = subject(request)
    question = Question(as_of=request.day, price=request.price, max_changes=moves)
    plan = about.workspace.suggest(about.name, question, _progress(request.out))
    _clear()
    if request.form == "json":
        from taskmap.present.exact import as_text, suggest_object  # noqa: PLC0415 - for programs

        request.out.raw(as_text(suggest_object(plan, about.speaker)))
    else:
        from taskmap.cli.telling import tell_plan  # noqa: PLC0415 - for people

        tell_plan(plan, about.speaker, request.out)
    return 0


class _Shown:
    """Tells how far the work has come, where someone is looking."""

    def __init__(self, out: Output) -> None:
        self.words = out.reader.say("cli.working")
        self.percent = out.reader.percent

    def __call__(self, _step: str, share: float) -> None:
        sys.stderr.write(f"\r{self.words} {self.percent(share)}  ")
        sys.stderr.flush()


def _progress(out: Output) -> _Shown | None:
    return _Shown(out) if sys.stderr.isatty() else None


def _clear() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
