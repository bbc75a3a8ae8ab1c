"""Tasks added, removed and given other fields."""

from taskmap.document.as_written import as_written
from taskmap.document.editing.finishing import finish
from taskmap.document.editing.steps import find, items_of, put
from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.task import TASK_RECORD
from taskmap.errors import NameTaken, NothingThere, TaskHasParts, ValueNotWritable
from taskmap.model.edit import AddTask, RemoveTask, SetField
from taskmap.yamltext import Value, fold, named, visible

Said = dict[str, Value]


def set_field(said: Said, edit: SetField) -> None:
    """A field of a task; one that was unfinished is finished when nothing is missing."""
    task = task_of(said, edit.task)
    put(task, edit.field, edit.value, TASK_RECORD)
    finish(task)


def add_task(said: Said, edit: AddTask) -> None:
    """A new task after another one, or last."""
    insert(tasks_of(said), as_written(edit.task, TASK_RECORD, "tasks"), edit.after, key="id")


def remove_task(said: Said, edit: RemoveTask) -> None:
    """A task, with its parts where that is asked for, out of the tasks and the chains."""
    tasks = tasks_of(said)
    index = index_of(tasks, edit.task)
    parts = parts_of(said, edit.task)
    if parts and not edit.with_parts:
        raise TaskHasParts(value=edit.task, parts=tuple(parts))
    del tasks[index]
    in_chains(said, edit.task, ())
    for part in parts:
        if find(tasks, part) is not None:
            remove_task(said, RemoveTask(part, with_parts=True))


def tasks_of(said: Said) -> list[Value]:
    """The list of tasks."""
    return items_of(said, "tasks", MAPPING)


def task_of(said: Said, task: str) -> Said:
    """What the document says of a task.

    Raises:
        NothingThere: it has no such task.
    """
    tasks = tasks_of(said)
    found = tasks[index_of(tasks, task)]
    if not isinstance(found, dict):
        raise NothingThere(value=task)
    return found


def insert(items: list[Value], item: Value, after: str | None, *, key: str) -> None:
    """A new item after another one, or last.

    Args:
        items: of the document.
        item: new.
        after: name of the one before it.
        key: of the item's own name.

    Raises:
        ValueNotWritable: it has no name.
        NameTaken: another item has it.
        NothingThere: there is none it could come after.
    """
    if not isinstance(item, dict) or not named(item.get(key, "")):
        raise ValueNotWritable(value=key)
    note_taken(items, named(item))
    items.insert(len(items) if after is None else index_of(items, after) + 1, item)


def index_of(items: list[Value], name: str) -> int:
    """Where the item of a name stands.

    Raises:
        NothingThere: there is none.
    """
    index = find(items, name)
    if index is None:
        raise NothingThere(value=name)
    return index


def note_taken(items: list[Value], name: str) -> None:
    """Refuse a name that an item has, or one that a reader would take for it.

    Raises:
        NameTaken: it has one.
    """
    if fold(name) in {fold(named(item)) for item in items}:
        raise NameTaken(value=name)


def parts_of(said: Said, task: str) -> list[str]:
    """Ids of the tasks that are parts of one."""
    return [
        named(each)
        for each in tasks_of(said)
        if isinstance(each, dict) and visible(named(each.get("parent", ""))) == visible(task)
    ]


def in_chains(said: Said, task: str, instead: tuple[str, ...]) -> None:
    """Put tasks in the place of one in every chain, each once; a chain of one task goes."""
    chains = said.get("chains")
    if not isinstance(chains, list):
        return
    for chain in list(chains):
        tasks = chain.get("tasks") if isinstance(chain, dict) else None
        index = find(tasks, task)
        if isinstance(chain, dict) and isinstance(tasks, list) and index is not None:
            others = [visible(named(each)) for each in tasks if each is not tasks[index]]
            tasks[index : index + 1] = [each for each in instead if visible(each) not in others]
            if len(tasks) < 2:
                chains.remove(chain)
