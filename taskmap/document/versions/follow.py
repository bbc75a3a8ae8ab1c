"""What one person renamed, renamed for the other too, so that their edits meet."""

from collections.abc import Iterator

from taskmap.document.editing.names import rename
from taskmap.document.editing.opened import Opened
from taskmap.errors import EditNotAsAsked, NameTaken, NothingThere
from taskmap.model.difference import Conflict
from taskmap.yamltext import Value, aligned, named, visible

# Bands and roles first: tasks that are the same but for their names are known by what is left.
_NAMED = (("band", "bands", "id"), ("role", "staffing", "role"), ("task", "tasks", "id"))

_MOST = 0.5  # of the fields


def followed(
    base: Opened, mine: Opened, theirs: Opened
) -> tuple[Opened, Opened, Opened, list[Conflict]]:
    """The three versions with the same names for the same tasks, roles and bands.

    Where both gave a task a new name, mine stands and the other is a conflict.
    """
    conflicts: list[Conflict] = []
    for what, part, key in _NAMED:
        ours = dict(_renamed(base, mine, part, key))
        others = dict(_renamed(base, theirs, part, key))
        for old, new in ours.items():
            other = others.pop(old, None)
            if other is None:
                base, theirs = _with(base, what, old, new), _with(theirs, what, old, new)
            else:
                base, theirs = _with(base, what, old, new), _with(theirs, what, other, new)
                if other != new:
                    conflicts.append(Conflict((part, new, key), old, new, other))
        for old, new in others.items():
            base, mine = _with(base, what, old, new), _with(mine, what, old, new)
    return base, mine, theirs, conflicts


def _with(document: Opened, what: str, old: str, new: str) -> Opened:
    if old == new:
        return document
    try:
        return rename(document, what, old, new)
    except (NothingThere, NameTaken, EditNotAsAsked):
        # The other has no such thing any more, or something else of the name: no edits to meet.
        return document


def _renamed(base: Opened, after: Opened, part: str, key: str) -> Iterator[tuple[str, str]]:
    """Items under another name: all but the name is the same, or most of it in the same place."""
    old, new = _items(base, part), _items(after, part)
    gone = {name: item for name, item in old.items() if name not in new}
    come = {name: item for name, item in new.items() if name not in old}
    places = aligned(list(old.values()), list(new.values()))
    old_names, new_names = list(old), list(new)
    in_place = {
        (old_names[step.old], new_names[step.new])
        for step in places
        if step.old is not None and step.new is not None
    }
    for name, item in gone.items():
        same = [other for other, its in come.items() if _alike(item, its, key) == 1]
        most = [
            other
            for other, its in come.items()
            if (name, other) in in_place and _alike(item, its, key) >= _MOST
        ]
        found = same if len(same) == 1 else most
        if len(found) == 1:
            yield name, found[0]


def _alike(item: dict[str, Value], other: dict[str, Value], key: str) -> float:
    """The share of two items' fields, names aside, that say the same."""
    fields = (item.keys() | other.keys()) - {key, "name"}
    same = sum(item.get(field) == other.get(field) for field in fields)
    return same / len(fields) if fields else 0.0


def _items(document: Opened, part: str) -> dict[str, dict[str, Value]]:
    items = document.said.get(part)
    if not isinstance(items, list):
        return {}
    return {visible(named(item)): item for item in items if isinstance(item, dict)}
