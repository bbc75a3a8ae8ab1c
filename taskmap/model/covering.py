"""Which rules of law cover a task: by listing, or by a shared tag."""

from taskmap.model.catalogue import Catalogue, LibraryTask, Rule
from taskmap.model.task import Task

# Tags of rules about all work and about every change; they are told, never matched.
GENERAL = frozenset({"all", "change", "training"})


def library_task(task: Task, catalogue: Catalogue) -> LibraryTask | None:
    """The task in the library, if it is one of the library's."""
    return catalogue.tasks.get(task.library or "")


def tags_of(task: Task, catalogue: Catalogue) -> frozenset[str]:
    """Tags of the task and of its library task that a rule may match."""
    library = library_task(task, catalogue)
    return frozenset({*task.tags, *(library.tags if library else ())}) - GENERAL


def covering(task: Task, catalogue: Catalogue) -> tuple[Rule, ...]:
    """Rules in force that are listed for the task or share a tag with it."""
    library = library_task(task, catalogue)
    listed = {*task.rules, *(library.rules if library else ())}
    tags = tags_of(task, catalogue)
    return tuple(
        rule
        for rule in catalogue.rules.values()
        if rule.in_force and (rule.id in listed or not tags.isdisjoint(rule.tags))
    )
