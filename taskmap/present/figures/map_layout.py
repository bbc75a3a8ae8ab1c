"""Where boxes of the task map stand: roles on the rows of their levels, items beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taskmap.model.units import MinutesPerWeek, RoleId
from taskmap.present.figures.drawing import Band, Box, Heading, band_width, bow, curve
from taskmap.present.figures.naming import Naming
from taskmap.present.figures.palette import short

WIDTH = 900.0
ROLE_X, ROLE_WIDTH = 200.0, 216.0
ITEM_X, ITEM_WIDTH = 626.0, 270.0
BOX = 42.0  # two lines of words
SLIM = 31.0  # one line
GAP = 9.0
LEVEL_GAP = 26.0
TOP = 34.0
MOST_BOXES = 25  # labelled boxes that can still be read at once


@dataclass(frozen=True, slots=True)
class Item:
    """Something that stands to the right of the roles."""

    id: str
    label: str
    sub: str
    kind: str


def role_id(role: RoleId) -> str:
    """A role's id in drawing and graph."""
    return f"role:{role}"


def level_rows(
    roles: Iterable[RoleId], subs: Mapping[RoleId, str], naming: Naming, fill: float = 0.0
) -> tuple[list[Box], list[Heading], float]:
    """Boxes of roles in rows by level, highest on top; the rows' names; and the height used.

    Args:
        roles: in any order.
        subs: the second line of each box.
        naming: names in the reader's language.
        fill: height of what stands beside; rows are spread to reach down along it.
    """
    boxes: list[Box] = []
    headings: list[Heading] = []
    ordered = sorted(roles, key=lambda r: (-naming.level(r), naming.short_role(r)))
    rows = len({naming.level(role) for role in ordered})
    least = TOP + len(ordered) * (BOX + GAP) + rows * LEVEL_GAP
    air = LEVEL_GAP + max(0.0, fill - least) / max(1, rows)
    y, level = TOP + 4, None
    for role in ordered:
        if naming.level(role) != level:
            y += air if level is not None else 0.0
            level = naming.level(role)
            headings.append(Heading(_level(level, naming), 0.0, y + 8, line=True))
        boxes.append(_role_box(role, subs.get(role, ""), y, naming))
        y += BOX + GAP
    return boxes, headings, y


def _level(level: int, naming: Naming) -> str:
    return naming.level_name(level).partition(":")[0] or str(level)


def _role_box(role: RoleId, sub: str, y: float, naming: Naming) -> Box:
    name = naming.short_role(role)
    return Box(
        id=role_id(role),
        label=short(name, 27),
        sub=sub,
        kind="role",
        x=ROLE_X,
        y=y,
        width=ROLE_WIDTH,
        height=BOX,
        more=_more(name, short(name, 27), _level(naming.level(role), naming)),
    )


def _more(whole: str, shown: str, *rest: str) -> str:
    """What a box's accessible name has beside its words: the whole name where it is cut, more."""
    return ", ".join(part for part in (whole if whole != shown else "", *rest) if part)


def column_height(count: int, box: float = BOX) -> float:
    """Height of so many boxes under each other, from the drawing's top."""
    return TOP + count * (box + GAP)


def item_column(items: Iterable[Item], top: float, height: float, box: float = BOX) -> list[Box]:
    """Boxes under each other, spread over the height where there is more than they need."""
    found = list(items)
    step = max(box + GAP, (height - top) / len(found)) if found else 0.0
    most = 36 if box == BOX else 29  # a slim box has its hours on the same line
    return [
        Box(
            id=item.id,
            label=short(item.label, most),
            sub=item.sub,
            kind=item.kind,
            x=ITEM_X,
            y=top + at * step + (step - box - GAP) / 2,
            width=ITEM_WIDTH,
            height=box,
            more=_more(item.label, short(item.label, most)),
        )
        for at, item in enumerate(found)
    ]


def by_weight(
    items: Iterable[Item], weights: Mapping[tuple[str, str], float], boxes: Iterable[Box]
) -> list[Item]:
    """Items in the order of the roles they hang on, so that bands cross as little as they can."""
    heights = {box.id: box.y for box in boxes}

    def middle(item: Item) -> float:
        pulls = [(heights[a], w) for (a, b), w in weights.items() if b == item.id and a in heights]
        whole = sum(weight for _, weight in pulls)
        return sum(y * weight for y, weight in pulls) / whole if whole else 0.0

    return sorted(items, key=lambda item: (middle(item), item.label))


def join(a: Box, b: Box, kind: str, width: float) -> Band:
    """A band from a box's right edge to another's left edge."""
    path = curve(a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2)
    return Band(path=path, kind=kind, width=width, ends=(a.id, b.id))


def does_bands(
    weights: Mapping[tuple[str, str], MinutesPerWeek], boxes: Mapping[str, Box]
) -> list[Band]:
    """Bands as wide as the hours they carry, the widest at the back."""
    most = max(weights.values(), default=0)
    return [
        join(boxes[a], boxes[b], "does", band_width(minutes, most))
        for (a, b), minutes in sorted(weights.items(), key=lambda item: -item[1])
        if minutes and a in boxes and b in boxes
    ]


def move_bands(
    moves: Mapping[tuple[str, str], MinutesPerWeek], boxes: Mapping[str, Box], naming: Naming
) -> list[Band]:
    """Arrows to the left of the roles, each with its hours, further out the longer they reach."""
    most = max(moves.values(), default=0)
    found: list[Band] = []
    for (a, b), minutes in sorted(moves.items(), key=lambda item: (-item[1], item[0])):
        if a not in boxes or b not in boxes:
            continue
        y0, y1 = (boxes[end].y + BOX / 2 for end in (a, b))
        shift = 7.0 if y1 > y0 else -7.0  # arrows out and in do not touch
        back = any(band.ends == (b, a) for band in found)  # the way back goes outside the way out
        reach = min(28 + abs(y1 - y0) * 0.30, 150) + (30 if back else 0)
        x = ROLE_X - 4 - reach * 0.75 - 14
        found.append(
            Band(
                path=bow(ROLE_X - 4, y0 + shift, y1 - shift, reach),
                kind="move",
                width=max(2.0, band_width(minutes, most, 6.0)),
                ends=(a, b),
                label=naming.reader.hours(minutes),
                x=x,
                y=_free((y0 + y1) / 2 + 4, x, found),
            )
        )
    return found


def _free(y: float, x: float, found: list[Band]) -> float:
    """The nearest height at which a label covers none of those already placed."""
    for away in (0, 16, -16, 32, -32, 48, -48):
        if all(abs(band.y - y - away) > 14 or abs(band.x - x) > 44 for band in found):
            return y + away
    return y
