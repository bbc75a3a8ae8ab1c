"""`taskmap batch KIND PLACE --into FOLDER`: one question to every unit there, as tables."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from taskmap.cli.command import command, date_option, format_option, price_option
from taskmap.cli.output import Output
from taskmap.cli.said import Amount, RunOf
from taskmap.model.batch import Done
from taskmap.model.demands import Demands
from taskmap.model.pool import ORE, Pool, Shared
from taskmap.model.question import Question
from taskmap.workspace.batching import BUDGET, COMPARE, KINDS, Run, batched, compared, shared

FOLDER = click.Path(path_type=Path, file_okay=False)


@command("batch")
@click.argument("kind", type=click.Choice(KINDS), metavar="|".join(KINDS))
@click.argument("folder", metavar="DIR|DATABASE", type=click.Path(path_type=Path))
@click.option("--into", required=True, type=FOLDER, metavar="FOLDER")
@click.option("--processes", type=click.IntRange(min=1), metavar="N")
@click.option("--scheduler", metavar="tcp://HOST:PORT")
@click.option("--moves", type=click.IntRange(min=0), metavar="N")
@click.option("--budget", type=Amount(), metavar="KR")
@click.option("--run", "runs", type=RunOf(), multiple=True, metavar="COURSE=KR:SEATS")
@click.option("--split", is_flag=True)
@date_option
@price_option
@format_option
def batch(out: Output, kind: str, form: str, **given: Any) -> int:
    """Exit status 0 when every unit got its answer, 1 when one is left out."""
    place = given["into"] / kind
    run = Run(
        folder=given["folder"],
        place=given["into"],
        processes=given["processes"],
        scheduler=given["scheduler"],
    )
    question = Question(as_of=given["day"], price=given["price"], max_changes=given["moves"])
    if kind == BUDGET:
        pool = Pool(ore=round((given["budget"] or 0.0) * ORE), runs=dict(given["runs"]))
        found, use = shared(question, pool, run, Shown(out), split=given["split"])
        _answer(out, form, found, place, use)
    elif kind == COMPARE:
        found = compared(given["day"], run, Shown(out))
        _answer(out, form, found, place)
    else:
        demands = Demands(training_kroner=given["budget"])
        found = batched(kind, replace(question, demands=demands), run, Shown(out))
        _answer(out, form, found, place)
    return 1 if found.left_out else 0


def _answer(out: Output, form: str, found: Done, place: Path, use: Shared | None = None) -> None:
    if form == "json":
        from taskmap.present.exact import (  # noqa: PLC0415 - for programs
            as_text,
            batch_object,
            budget_object,
        )

        told = batch_object(place.name, found, place)
        out.raw(as_text(told if use is None else budget_object(found, use, place)))
        return
    _tell(found, place, out)
    if use is not None:
        from taskmap.present.sharing import courses_table, lines  # noqa: PLC0415 - for people

        for line in lines(use, out.reader):
            out.text(line)
        out.line()
        out.table(courses_table(use, out.reader))


def _tell(found: Done, place: Path, out: Output) -> None:
    say = out.reader.say
    out.text(say("batch.answered", n=found.answered, units=found.units, place=place.as_posix()))
    if found.taken_up:
        out.text(say("batch.taken_up", n=found.taken_up))
    if found.left_out:
        file = (place / "findings.parquet").as_posix()
        out.text(say("batch.left_out", n=found.left_out, file=file), style="doubt")


class Shown:
    """How many units are answered, on standard error: over and over, or by tenths in a log."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self._tenth = -1

    def __call__(self, count: int, total: int) -> None:
        """Tell it."""
        words = self._out.reader.say("batch.working", n=count, total=total)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{words}  " + ("\n" if count == total else ""))
            sys.stderr.flush()
        elif (tenth := 10 * count // max(1, total)) > self._tenth:
            self._tenth = tenth
            self._out.aside(words)
