"""`taskmap import FILE --unit ID`: a foreign sheet previewed, and written as a new mapping."""

from datetime import date
from pathlib import Path

import click

from taskmap.cli.command import FILE, FOLDER, command
from taskmap.cli.output import Output
from taskmap.errors import FileRefused, MatchingHasErrors
from taskmap.model.finding import Finding, Severity
from taskmap.present import findings as words
from taskmap.workspace import (
    Matching,
    Preview,
    Workspace,
    foreign_file,
    imported,
    matching_file,
    matching_table,
    rows_table,
    write_matching,
    write_new,
)


@command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--unit", required=True, metavar="ID")
@click.option("--columns", "matched", type=FILE, metavar="MATCH.yaml")
@click.option("--save-columns", "kept", type=FILE, metavar="MATCH.yaml")
@click.option("--without", default="", metavar="ROW,…")
@click.option("--out", "target", type=FILE, metavar="FILE")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER)
def import_(  # noqa: PLR0913, PLR0917 - one for each option
    out: Output,
    file: Path,
    unit: str,
    matched: Path | None,
    kept: Path | None,
    without: str,
    target: Path | None,
    folder: Path,
) -> int:
    """Preview; with ``--out`` written, once every row that is left out is named."""
    workspace = Workspace(folder, date.today())  # noqa: DTZ011 - the day where the user is
    incoming = workspace.incoming(foreign_file(file), file.name, unit, out.reader)
    if incoming.book is None:
        _tell(incoming.findings, out)
        raise FileRefused(file=file.as_posix())
    matching = incoming.matching if matched is None else _matching(matched, out)
    columns = matching_table(matching, out.reader)
    out.table(columns)
    out.text(columns.summary)
    if kept is not None:
        write_new(kept, write_matching(matching).encode())
        out.aside(out.reader.say("cli.written", file=kept.as_posix()))
    told = workspace.preview(incoming, matching)
    _tell_preview(told, out)
    if target is None:
        return 1 if told.text is None or told.left_out else 0
    text = imported(told, {name.strip() for name in without.split(",")})
    write_new(target, text.encode())
    out.line(out.reader.say("cli.written", file=target.as_posix()), "good")
    return 0


def _matching(path: Path, out: Output) -> Matching:
    matching, findings = matching_file(path)
    if matching is None:
        _tell(findings, out)
        raise MatchingHasErrors(file=path.as_posix())
    return matching


def _tell_preview(told: Preview, out: Output) -> None:
    rows = rows_table(told, out.reader)
    out.line()
    _tell(told.findings, out)
    out.table(rows)
    out.text(rows.summary)
    if told.left_out:
        left = ",".join(told.left_out)
        out.text(out.reader.say("cli.import.left_out", n=len(told.left_out), rows=left))


def _tell(findings: tuple[Finding, ...], out: Output) -> None:
    styles = {Severity.ERROR: "bad", Severity.WARNING: "doubt", Severity.INFO: "dim"}
    for finding in findings:
        weight = out.styled(words.severity(finding, out.reader), styles[finding.severity])
        out.line(f"{weight}  {words.place(finding)}")
        out.text(words.message(finding, out.reader), indent=4)
