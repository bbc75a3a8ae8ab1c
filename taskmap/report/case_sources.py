"""What the figures of a case rest on, and how far it is proved."""

from collections.abc import Iterator

from taskmap.model.ruling import Gate
from taskmap.present import assumptions, strain
from taskmap.present.blocks import Block, Points
from taskmap.present.headings import status_line
from taskmap.present.references import references
from taskmap.report import unit
from taskmap.report.about import About


def sources(about: About) -> Iterator[Block]:
    """Times, day, price, assumptions of mapping and plan, each once; purpose and deletion."""
    naming, plan = about.naming, about.plan
    lines = unit.sources(about)
    if plan is not None:
        lines += [
            *assumptions.all_told((*plan.relaxed, *plan.assumptions), naming),
            status_line(plan, naming),
        ]
        worn = strain.strain_table(naming, plan)
        if worn.rows:
            lines.append(worn.summary)
    yield Points(tuple(dict.fromkeys(lines)), small=True)
    laws = tuple(dict.fromkeys(_laws(about)))
    if laws:
        yield Points(laws, naming.reader.say("case.laws"), small=True)


def _laws(about: About) -> Iterator[str]:
    """The rules that were read for the moves, each with what to know before leaning on it."""
    for move in about.moves:
        for ruling in move.rulings:
            if ruling.gate is Gate.LAW:
                for found in references(ruling.sources, about.naming):
                    yield " ".join((found.title, *found.doubts))
