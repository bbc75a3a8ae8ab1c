"""The trade-off between number of changes, training money and gain, in words."""

from taskmap.model.explanations import Front, FrontPoint
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY


def share(point: FrontPoint, front: Front) -> float:
    """A point's gain as a share of the largest there is."""
    most = max((one.price_saved for one in front.points), default=0)
    return point.price_saved / most if most > 0 else 0.0


def money(kroner: float, speaker: Speaker) -> str:
    """What the courses cost; words where they cost nothing."""
    if kroner <= 0:
        return speaker.reader.say("front.no_courses")
    return speaker.reader.money(kroner, CURRENCY.get(speaker.catalogue.country, "EUR"), 0)


def name(point: FrontPoint, front: Front, speaker: Speaker) -> str:
    """A point in one line, for a list to choose from."""
    reader = speaker.reader
    return reader.say(
        "front.point",
        n=point.changes,
        share=reader.percent(share(point, front)),
        relieved=reader.hours(point.relieved),
        money=money(point.kroner, speaker),
    )


def summary(front: Front, speaker: Speaker) -> str:
    """How far few changes go, in a sentence or two."""
    reader = speaker.reader
    if not front.points:
        return reader.say("front.summary_none")
    most = max(front.points, key=lambda point: (point.price_saved, -point.changes))
    lines = [reader.say("front.summary", n=most.changes, relieved=reader.hours(most.relieved))]
    half = next((p for p in front.points if share(p, front) >= 0.5 and p.changes), None)
    if half is not None and half.changes < most.changes:
        told = reader.percent(share(half, front))
        lines.append(reader.say("front.half", n=half.changes, share=told))
    if front.points[-1].gap > 0:
        worst = max(point.gap for point in front.points)
        lines.append(reader.say("front.gap", gap=reader.percent(worst, 1)))
    return " ".join(lines)


def front_table(front: Front, speaker: Speaker) -> Table:
    """Every point, fewest changes first."""
    say, reader = speaker.reader.say, speaker.reader
    names = ("changes", "share", "relieved", "money", "gap")
    columns = [Column(say(f"front.column.{one}"), figures=True) for one in names]
    rows = (
        (
            Cell(reader.number(point.changes), point.changes),
            Cell(reader.percent(share(point, front)), share(point, front)),
            Cell(reader.hours(point.relieved), point.relieved),
            Cell(money(point.kroner, speaker), point.kroner),
            Cell(reader.percent(point.gap, 1), point.gap),
        )
        for point in front.points
    )
    return table(say("front.title"), columns, rows)
