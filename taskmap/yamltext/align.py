"""Which item of a list is which after a change: by what names it, then by where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from taskmap.yamltext.value import Plain, Value, text_of

# What names an item among its siblings, the first that it has.
NAMES = ("id", "role", "organisation", "by")


@dataclass(frozen=True, slots=True)
class Step:
    """One item of the list wanted, or one that goes.

    Args:
        old: index in the list as it is; None for a new item.
        new: index in the list wanted; None for an item that goes.
    """

    old: int | None
    new: int | None


def aligned(old: Sequence[Value], new: Sequence[Value]) -> list[Step]:
    """The items of both lists in one order, those that are the same together.

    Where as many new items stand as old ones went, each takes the old one's place: an item that
    gets another name keeps its comments.
    """
    matcher = SequenceMatcher(a=_names(old), b=_names(new), autojunk=False)
    steps: list[Step] = []
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        gone, come = range(a, a_end), range(b, b_end)
        if tag == "equal" or len(gone) == len(come):
            steps += [Step(i, j) for i, j in zip(gone, come, strict=True)]
        else:
            steps += [Step(i, None) for i in gone] + [Step(None, j) for j in come]
    return steps


def named(item: Value) -> str:
    """What an item is called among its siblings; all it says where nothing names it."""
    if isinstance(item, dict):
        key = next((key for key in NAMES if key in item), None)
        return str(text_of(item[key] if key else item))
    return item.text if isinstance(item, Plain) else str(text_of(item))


def _names(items: Sequence[Value]) -> list[str]:
    return [named(item) for item in items]
