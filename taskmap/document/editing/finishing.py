"""When an unfinished task has said how often, how long and who: then it counts like the others."""

from taskmap.yamltext import Value, named

UNFINISHED = "unfinished"
_LONG = frozenset({"bands", "every", "per"})


def finish(task: dict[str, Value]) -> None:
    """Take the mark of an unfinished task away once nothing is missing any longer."""
    if UNFINISHED in task and "minutes" in task and _who_in_every_band(task):
        del task[UNFINISHED]


def _who_in_every_band(task: dict[str, Value]) -> bool:
    counted, today = _counted(task.get("count")), task.get("today")
    if not counted or not today:
        return False
    by_band = isinstance(today, dict) and any(map(_names_roles, today.values()))
    return not by_band or not isinstance(today, dict) or counted <= set(today)


def _names_roles(value: Value) -> bool:
    return isinstance(value, dict) or named(value)[:1].isalpha()


def _counted(count: Value | None) -> set[str]:
    """Bands in which it happens; the unit's only one has no name here."""
    if not isinstance(count, dict):
        return {""} if count is not None and _is_some(count) else set()
    bands = count.get("bands") if _LONG & count.keys() else count
    if not isinstance(bands, dict):
        return _counted(bands)
    return {band for band, times in bands.items() if _is_some(times)}


def _is_some(times: Value) -> bool:
    try:
        return float(named(times)) > 0
    except ValueError:
        return False
