"""The task library in two levels, from the data files."""

from collections.abc import Iterator

from taskmap.catalogue.entry import Entry
from taskmap.model.catalogue import LibraryTask, TaskGroup
from taskmap.model.units import CompetenceId

# Words of the data files: "no" and "se" as keys would be traps for other readers of YAML.
COUNTRY_KEYS = {"NO": "norway", "SE": "sweden"}


def groups(file: Entry) -> dict[str, TaskGroup]:
    """Task groups by code, in the order they are shown."""
    found = [TaskGroup(e.text("code"), e.names("names")) for e in file.each("groups", "code")]
    return {group.code: group for group in found}


def tasks(file: Entry, country: str) -> Iterator[LibraryTask]:
    """The tasks of one setting that are done in the country."""
    setting = file.text("setting")
    for entry in file.each("tasks", known_by="code"):
        here = {c: entry.maybe_part(word) for c, word in COUNTRY_KEYS.items()}
        task = _task(entry, here[country], setting)
        if task is not None:
            yield task


def _task(entry: Entry, local: Entry | None, setting: str) -> LibraryTask | None:
    if local is None:
        entry.rest()
        return None
    measured = entry.ids("measured_in")
    task = LibraryTask(
        code=entry.text("code"),
        group=entry.text("group"),
        names=entry.names("names"),
        synonyms=entry.ids("synonyms"),
        parent=entry.maybe_text("parent"),
        settings=(setting,),
        tags=entry.ids("tags"),
        rules=local.ids("rules"),
        usual_roles=local.ids("does"),
        candidate=local.text("candidate"),
        competences=_competences(local),
        minutes=entry.maybe_number("minutes"),
        per=entry.maybe_text("per"),
        frequency=entry.maybe_text("frequency"),
        risk=entry.whole("risk"),
        follows_work=entry.yes("follows_work", default=False),
        estimate=not measured,
        sources=measured + local.ids("reported_in"),
        note=entry.maybe_text("note"),
    )
    local.done()
    return task


def _competences(local: Entry) -> tuple[CompetenceId, ...] | None:
    """What the task asks for; ``unknown`` where nobody has said."""
    if local.holds("competences", "unknown"):
        local.text("competences")
        return None
    return local.ids("competences")
