"""What studies say for and against other hands, with sources and their own words."""

from taskmap.model.evidence import Evidence
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table


def evidence_table(speaker: Speaker) -> Table:
    """Every finding with its side, the source's own words and the source; then what none reach."""
    say = speaker.reader.say
    columns = (Column(say(f"evidence.column.{name}")) for name in ("side", "finding", "source"))
    rows = (
        (
            Cell(say(f"evidence.side.{one.side}")),
            Cell(_finding(one, speaker), key=one.id),
            Cell("; ".join(map(speaker.source, one.sources))),
        )
        for one in speaker.catalogue.evidence
    )
    return table(say("evidence.title"), columns, rows, say("evidence.reach"))


def _finding(one: Evidence, speaker: Speaker) -> str:
    say = speaker.reader.say
    told = [speaker.reader.name(one.finding)]
    if one.quote:
        told.append(say(f"evidence.quote_{one.quoted_in}", quote=one.quote))
    if not one.verified:
        told.append(say("evidence.unverified"))
    return " ".join(told)
