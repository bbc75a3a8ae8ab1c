"""The trade-off between number of changes, training money and gain, in words."""

from taskmap.language import Reader
from taskmap.model.explanations import Front, FrontPoint
from taskmap.model.question import Question
from taskmap.present.names import Speaker
from taskmap.present.price import weighed
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY

BEFORE_GAIN = ("righted", "taken_up", "eased")


def share(point: FrontPoint, front: Front) -> float:
    """A point's gain as a share of the largest, both counted from what must be put right.

    Example: putting right costs 40, the most that is gained is 360: 160 is half of the way.
    """
    most, start = _most(front), _start(front)
    return max(0.0, (point.price_saved - start) / (most - start)) if most > start else 0.0


def _most(front: Front) -> int:
    return max((one.price_saved for one in front.points), default=0)


def _start(front: Front) -> int:
    """What the plan that only puts right saves, mostly less than nothing; 0 where nothing is."""
    righted = [one.price_saved for one in front.points if one.max_changes == 0]
    return max(righted, default=min([0, *(one.price_saved for one in front.points)]))


def money(kroner: float, speaker: Speaker) -> str:
    """What the courses cost; words where they cost nothing."""
    if kroner <= 0:
        return speaker.reader.say("front.no_courses")
    return speaker.reader.money(kroner, CURRENCY.get(speaker.catalogue.country, "EUR"), 0)


def name(point: FrontPoint, front: Front, speaker: Speaker) -> str:
    """A point in one line, for a list to choose from."""
    reader = speaker.reader
    told = reader.say(
        "front.point_righting" if point.max_changes == 0 else "front.point",
        n=point.changes,
        share=reader.percent(share(point, front)),
        relieved=reader.hours(point.relieved),
        money=money(point.kroner, speaker),
    )
    return "; ".join((told, *before_gain(point, front, speaker)))


def before_gain(point: FrontPoint, front: Front, speaker: Speaker) -> tuple[str, ...]:
    """What a point puts right or takes up, where the points differ in it.

    That comes before the gain, so a plan with less gain may be the better one. Example: two plans
    of three changes; the dearer gains less, and its course lets work be done that nobody does.
    """
    reader = speaker.reader
    return tuple(
        reader.say(f"front.before_gain.{name}", hours=reader.hours(getattr(point, name)))
        for name in BEFORE_GAIN
        if getattr(point, name) > 0 and len({getattr(one, name) for one in front.points}) > 1
    )


def summary(front: Front, question: Question, speaker: Speaker) -> str:
    """How far few changes go, in a sentence or two."""
    reader = speaker.reader
    if not front.points:
        return reader.say("front.summary_none")
    most = max(front.points, key=lambda point: (point.price_saved, -point.changes))
    gain = weighed(most.price_saved, question, speaker)
    relieved = reader.hours(most.relieved)
    lines = [reader.say("front.summary", n=most.changes, gain=gain, relieved=relieved)]
    righted = next((p for p in front.points if p.max_changes == 0), None)
    if righted is not None and righted is not most:
        saved = righted.price_saved
        told = weighed(abs(saved), question, speaker)
        key = "front.righting_costs" if saved < 0 else "front.righting_gains"
        lines.append(reader.say(key, n=righted.changes, amount=told))
    half = next((p for p in front.points if share(p, front) >= 0.5 and p.changes), None)
    if half is not None and half.changes < most.changes:
        told = reader.percent(share(half, front))
        lines.append(reader.say("front.half", n=half.changes, share=told))
    worst = max(point.gap for point in front.points)
    if any(point.rough for point in front.points):
        lines.append(reader.say("front.rough"))
    elif worst > 0:
        lines.append(reader.say("front.gap", gap=reader.percent(worst, 1)))
    return " ".join(lines)


def front_table(front: Front, speaker: Speaker) -> Table:
    """Every point, fewest changes first."""
    say, reader = speaker.reader.say, speaker.reader
    names = ("changes", "share", "relieved", "money", "before_gain", "gap")
    columns = [Column(say(f"front.column.{one}"), figures=one != "before_gain") for one in names]
    rows = (
        (
            Cell(reader.number(point.changes), point.changes),
            Cell(reader.percent(share(point, front)), share(point, front)),
            Cell(reader.hours(point.relieved), point.relieved),
            Cell(money(point.kroner, speaker), point.kroner),
            Cell("; ".join(before_gain(point, front, speaker)) or reader.plain(None)),
            Cell(_gap(point, reader), point.gap),
        )
        for point in front.points
    )
    return table(say("front.title"), columns, rows)


def _gap(point: FrontPoint, reader: Reader) -> str:
    return reader.say("front.not_proved") if point.rough else reader.percent(point.gap, 1)
