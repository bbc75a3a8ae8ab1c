"""What the editing view does to the unit: one function for every click and every typed cell."""

from collections.abc import Callable, Iterable

from taskmap.errors import NothingThere, TaskmapError
from taskmap.model.edit import Edit
from taskmap.model.finding import Finding
from taskmap.model.units import TaskId
from taskmap.present import findings as told_findings
from taskmap.present import refusals, task_grid
from taskmap.ui import grid, state
from taskmap.ui.bench import Bench, waiting_in
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import Edited, Stands, Typed, group_of, typed

Act = Callable[[Stands | None], Edited]


def take_up_waiting(ready: Ready) -> None:
    """What was typed before the page was loaded anew, where it is still not understood."""
    bench = state.bench(ready.desk)
    columns = task_grid.titles(ready.mapping, ready.naming.roles_down, ready.naming)
    for (task, column), text in waiting_in(state.kept(state.WAITING)):
        if task in bench.said and column in columns:
            found = typed(bench.said[task], {column: text}, ready.mapping.bands)
            if found.findings:
                bench.drafts[task, column] = text
                bench.told[task, group_of(column)] = told(ready, found.findings)


def cells_typed(ready: Ready, rows: tuple[str, ...], key: str) -> None:
    """Read what was typed in the grid, row by row, and save it; only in a callback.

    The grid tells every cell edited since it was drawn anew; what was handled is left alone.
    """
    bench = state.bench(ready.desk)
    for row, cells in grid.typed_in(key).items():
        task = rows[row]
        if task not in bench.said:
            bench.refused = refusals.sentence(NothingThere(value=task), state.words())
            continue
        texts = {column: "" if text is None else str(text) for column, text in cells.items()}
        new = {c: t for c, t in texts.items() if bench.handled.get((task, c)) != t}
        for column, text in new.items():
            bench.handled[task, column] = bench.drafts[task, column] = text
        for group in dict.fromkeys(map(group_of, new)):
            _save_group(ready, bench, task, group)


def _save_group(ready: Ready, bench: Bench, task: str, group: str) -> None:
    """Save the cells of a row that belong together, with what waits there since before."""
    cells = {c: t for (of, c), t in bench.drafts.items() if of == task and group_of(c) == group}
    save_typed(ready, task, tuple(cells), typed(bench.said[task], cells, ready.mapping.bands))


def save_typed(ready: Ready, task: TaskId, columns: tuple[str, ...], found: Typed) -> None:
    """Save what was typed in cells that belong together, or tell why not; only in a callback."""
    bench, place = state.bench(ready.desk), (task, group_of(columns[0]))
    bench.told.pop(place, None)
    if found.findings:
        bench.told[place] = told(ready, found.findings)
        return

    def done(edited: Edited) -> None:
        if edited.findings:
            bench.told[place] = told(ready, edited.findings)
        else:
            bench.told.pop(place, None)
            for column in columns:
                bench.drafts.pop((task, column), None)

    act = _edit(ready, found.edits, bench.digest)
    if not _tried(ready, act, done):
        bench.told[place] = (bench.refused or state.words().say("ui.edit.asks"),)


def save(ready: Ready, edits: Iterable[Edit], done: Callable[[], None] | None = None) -> None:
    """Save what a form asks for; only in a callback."""
    bench = state.bench(ready.desk)

    def sent(edited: Edited) -> None:
        if edited.findings:
            bench.refused = " ".join(told(ready, edited.findings))
        else:
            bench.forms += 1
            bench.see(*ready.hall.said(ready.id))
            if done is not None:
                done()

    _tried(ready, _edit(ready, tuple(edits), bench.digest), sent)


def act(ready: Ready, action: Act) -> None:
    """Take back, do again or restore; the grid is drawn anew. Only in a callback."""
    bench = state.bench(ready.desk)

    def answered(edited: Edited) -> None:
        if edited.findings:
            bench.refused = " ".join(told(ready, edited.findings))
        bench.draw_anew()

    _tried(ready, action, answered)


def _edit(ready: Ready, edits: tuple[Edit, ...], based_on: str) -> Act:
    return lambda stands: ready.hall.edit(
        ready.id, edits, based_on=based_on, signed=state.signed(), stands=stands
    )


def _tried(ready: Ready, action: Act, done: Callable[[Edited], None]) -> bool:
    """Whether an action was carried out; otherwise the bench tells why, or asks."""
    bench = state.bench(ready.desk)
    bench.answered()

    def chosen(stands: Stands | None) -> bool:
        try:
            edited = action(stands)
            said = ready.hall.said(ready.id)
        except TaskmapError as refused:
            bench.refused = refusals.sentence(refused, state.words())
            return False
        if edited.conflicts:
            bench.ask(edited.conflicts, choose)
            return False
        bench.save(edited, *said)
        done(edited)
        return True

    def choose(stands: Stands) -> None:
        bench.answered()
        if chosen(stands):
            bench.see(*ready.hall.said(ready.id))
            bench.draw_anew()

    return chosen(None)


def told(ready: Ready, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Findings in words, each once."""
    words = state.words()
    messages = (told_findings.message(each, words, ready.naming) for each in findings)
    return tuple(dict.fromkeys(messages))
