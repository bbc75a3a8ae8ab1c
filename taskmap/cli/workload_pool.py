"""Several units' staff required as one: `taskmap workload UNIT UNIT…`."""

from collections.abc import Sequence
from dataclasses import replace

from taskmap.cli.command import Request
from taskmap.cli.opening import subject
from taskmap.model.pressure import PressureBands
from taskmap.model.question import Question


def tell_pool(
    request: Request, others: Sequence[str], question: Question, bands: PressureBands
) -> None:
    """By role, by unit and over everything, with what is left out and why."""
    abouts = [subject(replace(request, unit=unit)) for unit in (request.unit, *others)]
    found = abouts[0].workspace.pooled_needs([about.name for about in abouts], question)
    speakers = {about.speaker.mapping.unit.id: about.speaker for about in abouts}
    out = request.out
    if request.form == "json":
        from taskmap.present.exact import as_text, pool_object  # noqa: PLC0415 - for programs

        out.raw(as_text(pool_object(found, bands)))
        return
    from taskmap.present import workload_pool as words  # noqa: PLC0415 - for people

    for made in (words.role_pool_table, words.unit_pool_table):
        told = made(found, bands, speakers)
        out.heading(told.title)
        out.table(told)
    out.text(told.summary)
    for kind in ("area", "role"):
        told = words.hire_pool_table(found, kind, speakers)
        out.heading(told.title)
        out.table(told)
    out.text(told.summary)
    for line in (*words.left_out_lines(found, speakers), words.invented_line(found, speakers)):
        if line:
            out.text(line, style="doubt")
