"""A scenario as text: a new one, and one made to say what a changed copy says otherwise."""

from collections.abc import Mapping

from taskmap.document.editing.opened import opened
from taskmap.document.fields.scenario import OWN_FIELDS
from taskmap.document.scenario_parts import LISTS
from taskmap.yamltext import Value, document_text, named, visible

_BY_LINE = "competences"
Said = dict[str, Value]


def new_scenario(id_: str, unit: str, name: str, note: str = "") -> bytes:
    """A scenario that changes nothing yet.

    Raises:
        TextNotWritable: a text holds a character no document may hold.
    """
    said: Said = {"taskmap": "scenario/1", "id": id_, "unit": unit, "name": name}
    if note:
        said["note"] = note
    return document_text({**said, "changes": {}}).encode()


def scenario_called(data: bytes, name: str, note: str) -> bytes:
    """A scenario's document with another name and note; the rest stays as it is written."""
    there = opened(data)
    said = there.said
    old = dict(said)
    said.clear()
    for key, value in old.items():
        if key != "note":
            said[key] = name if key == "name" else value
        if key == "name" and note:
            said["note"] = note
    return there.saying(said).data


def scenario_from(data: bytes, before: bytes, after: bytes) -> bytes:
    """A scenario's document that makes one mapping of another; the rest stays as it is written.

    Args:
        data: the scenario's document.
        before: the mapping's.
        after: a changed copy of it.
    """
    there = opened(data)
    return there.saying({**there.said, "changes": _changes(before, after)}).data


def _changes(before: bytes, after: bytes) -> Said:
    """What a copy says otherwise, by the fields of a scenario's changes."""
    old, new = opened(before).said, opened(after).said
    found: Said = {}
    for part, key in LISTS.items():
        found |= _listed(part, _by_name(old.get(part), key), _by_name(new.get(part), key))
    volumes = _lines(_table(old.get("volumes")), _table(new.get("volumes")))
    if volumes:
        found["volumes"] = volumes
    return found | {n: new[n] for n in OWN_FIELDS if n in new and new[n] != old.get(n)}


def _listed(part: str, old: Mapping[str, Said], new: Mapping[str, Said]) -> Said:
    found: Said = {}
    changed: Said = {
        name: fields
        for name, item in new.items()
        if name in old and (fields := _fields(old[name], item))
    }
    added: Value = [item for name, item in new.items() if name not in old]
    removed: Value = [name for name in old if name not in new]
    for key, said in ((part, changed), (f"added_{part}", added), (f"removed_{part}", removed)):
        if said:
            found[key] = said
    return found


def _fields(old: Said, new: Said) -> Said:
    found: Said = {}
    for key, value in new.items():
        if value == old.get(key):
            continue
        if key == _BY_LINE and isinstance(value, dict) and set(_table(old.get(key))) <= set(value):
            value = _lines(_table(old.get(key)), value)  # noqa: PLW2901 - only what differs
        found[key] = value
    taken: Value = [key for key in old if key not in new]
    return {**found, "without": taken} if taken else found


def _lines(old: Said, new: Said) -> Said:
    return {key: value for key, value in new.items() if value != old.get(key)}


def _by_name(items: Value | None, key: str) -> dict[str, Said]:
    listed = items if isinstance(items, list) else []
    return {visible(named(item)): item for item in listed if isinstance(item, dict) and key in item}


def _table(value: Value | None) -> Said:
    return value if isinstance(value, dict) else {}
