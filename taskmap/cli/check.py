"""`taskmap check PATH…`: what is wrong in mapping files, and where."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import click

from taskmap.cli.command import command, date_option, format_option
from taskmap.cli.output import Output
from taskmap.model.finding import Finding, Severity
from taskmap.present import findings as words
from taskmap.present.names import Speaker
from taskmap.workspace import Checked, Workspace

Speakers: TypeAlias = Mapping[str, Speaker]  # by file

STYLE = {Severity.ERROR: "bad", Severity.WARNING: "doubt", Severity.INFO: "dim"}


@command("check")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@date_option
@format_option
def check(out: Output, paths: tuple[Path, ...], day: date, form: str) -> int:
    """Exit status 0 when no finding is an error, 1 otherwise."""
    checked = Workspace(Path(), day).check(paths)
    speakers = _speakers(checked, out)
    if form == "json":
        out.raw(as_json(checked, speakers, out))
    else:
        tell_findings(checked.findings, speakers, out)
        _tell_sum(checked, out)
    return 0 if checked.clean else 1


def _speakers(checked: Checked, out: Output) -> Speakers:
    """Names for the units that could be read, by file, so that roles are told by their names."""
    return {
        unit.card.file: Speaker(out.reader, unit.mapping, unit.catalogue)
        for unit in checked.opened
        if unit.mapping is not None and unit.catalogue is not None
    }


def as_json(checked: Checked, speakers: Speakers, out: Output) -> str:
    """The findings as one JSON object."""
    from taskmap.present.exact import as_text, check_object  # noqa: PLC0415 - only for programs

    units = [(u.id, u.name, u.tasks, u.roles, u.hours_per_week) for u in checked.units]
    found = words.in_order(checked.findings)
    return as_text(
        check_object(
            found, units, lambda f: words.message(f, out.reader, speakers.get(f.place.file))
        )
    )


def tell_findings(findings: Iterable[Finding], speakers: Speakers, out: Output) -> None:
    """Findings by file, each with line, weight and sentence."""
    for file, found in groupby(words.in_order(findings), key=lambda f: f.place.file):
        out.line(file, "heading")
        for finding in found:
            _tell(finding, speakers.get(file), out)
        out.line()


def _tell(finding: Finding, speaker: Speaker | None, out: Output) -> None:
    where = f"{finding.place.line or ''}:{finding.place.column or ''}".strip(":")
    weight = words.severity(finding, out.reader)
    out.line(
        f"  {where.rjust(7)}  {out.styled(weight, STYLE[finding.severity])}"
        f"  {out.styled(finding.code, 'dim')}"
    )
    out.text(words.message(finding, out.reader, speaker), indent=11)


def _tell_sum(checked: Checked, out: Output) -> None:
    say = out.reader.say
    style = "good" if checked.clean else "bad"
    out.line(words.count(checked.findings, out.reader).capitalize().rstrip(".") + ".", style)
    sound = [unit for unit in checked.units if not unit.errors]
    if sound:
        tasks = sum(unit.tasks for unit in sound)
        hours = out.reader.hours(sum(unit.hours_per_week for unit in sound) * 60)
        out.line(say("cli.check.sum", n=len(sound), tasks=tasks, hours=hours))
