"""`taskmap wisn FILE`: staff required by workload, from a file of staff groups."""

from pathlib import Path

import click

from taskmap.cli.check import as_json, tell_findings
from taskmap.cli.command import command, format_option
from taskmap.cli.output import Output
from taskmap.cli.said import Bands
from taskmap.errors import StaffGroupsHaveErrors
from taskmap.model.pressure import PressureBands
from taskmap.present.findings import in_order
from taskmap.workspace import Checked, Needs, staff_needs


@command("wisn")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--pool", is_flag=True)
@click.option("--pressure", "bands", type=Bands(), metavar="1.1,0.9,0.7")
@format_option
def wisn(out: Output, file: Path, pool: bool, bands: PressureBands | None, form: str) -> int:
    """Exit status 0 when every group could be worked out, 1 otherwise."""
    needs = staff_needs(file)
    if needs.groups is None:
        _tell_why(needs, form, out)
        raise StaffGroupsHaveErrors(file=file.as_posix())
    pooled = needs.pooled if pool else None
    if form == "json":
        from taskmap.present.exact import as_text, need_object  # noqa: PLC0415 - for programs

        out.raw(as_text(need_object(needs.groups, pooled)))
        return 0
    from taskmap.present.workload_need import need_table  # noqa: PLC0415 - for people

    table = need_table(needs.groups, bands or PressureBands(), out.reader, pooled)
    out.line(table.title, "heading")
    out.table(table)
    out.text(table.summary)
    return 0


def _tell_why(needs: Needs, form: str, out: Output) -> None:
    if form == "json":
        out.raw(as_json(Checked(findings=needs.findings), {}, out))
    else:
        tell_findings(in_order(needs.findings), {}, out)
