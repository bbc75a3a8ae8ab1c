"""How often, how long and who in one time of day: a row for each task of a group."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from taskmap.model.said import TaskSaid, share_of
from taskmap.present import meeting as told
from taskmap.present import task_grid
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import mapping_edit_saving, meeting_group, meeting_saving
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import (
    Missing,
    Typed,
    counted_bands,
    evenly,
    group_of,
    said_amount,
    said_minutes,
    said_shares,
    said_who,
    who_in,
    works,
)

STEP = "band."
MINUTES, WHO = "minutes", "today"


def draw(ready: Ready, bench: Bench, band: str, lacks: dict[str, Missing], *, first: bool) -> None:
    """The rows of one group.

    Args:
        ready: the unit.
        bench: what this browser has in hand.
        band: the time of day.
        lacks: what is missing, by task.
        first: whether it is the day's first band, where every task is asked for.
    """
    words, name = state.words(), ready.naming.band(band).lower()
    groups = meeting_group.of(ready, bench)
    if not groups:
        st.info(words.say("meeting.progress_none"))
        return
    st.markdown(
        words.say("meeting.band_first") if first else words.say("meeting.band_more", band=name)
    )
    roles = [role for role in ready.naming.roles_down if works(role, band, ready.mapping)]
    if not roles:
        st.warning(words.say("meeting.band_nobody", band=name))
        return
    group = meeting_group.choose(ready, list(groups), f"{STEP}{band}")
    _estimates(ready, bench, groups[group])
    for task in groups[group]:
        with st.container(border=True, key=f"row_{task}"):
            _row(_Row(ready, bench, task, band, roles, first), lacks.get(task))
    meeting_group.onwards(list(groups), group, f"{STEP}{band}")


@dataclass(frozen=True, slots=True)
class _Row:
    """A task in a time of day, the roles that work then, and whether it is the day's first."""

    ready: Ready
    bench: Bench
    task: str
    band: str
    roles: list[str]
    first: bool

    @property
    def name(self) -> str:
        return self.ready.naming.whole_task(self.task)

    @property
    def in_band(self) -> str:
        return self.ready.naming.band(self.band).lower()

    def key(self, *names: str) -> str:
        """Of a widget: the same until somebody else's content is shown."""
        return "_".join(("said", self.bench.base, self.task, *names))


def _stands(row: _Row, column: str) -> str:
    """What stands in a field: what waits there, else what is saved."""
    return row.bench.drafts.get((row.task, column), _saved(row, column))


def _saved(row: _Row, column: str) -> str:
    saved = task_grid.cells(row.bench.said[row.task], (), row.ready.naming)[column]
    if column == MINUTES and saved and "(" not in saved:  # a range has its own brackets
        return state.words().say("meeting.minutes", minutes=saved)
    return saved


def _row(row: _Row, lacks: Missing | None) -> None:
    words, bench, count = state.words(), row.bench, f"count.{row.band}"
    left, often, long, who = st.columns([3, 2, 2, 5], vertical_alignment="top")
    with left:
        st.markdown(bold(row.name))
        st.markdown(
            plain(told.lacks(lacks.lacks, lacks.bands, row.ready.naming))
            if lacks
            else f":material/check: {words.say('meeting.whole')}"
        )
    with often:
        label = words.say("meeting.often", task=row.name, band=row.in_band)
        _field(row, count, label, words.say("meeting.often_like"))
    with long:
        label = words.say("meeting.long", task=row.name)
        _field(row, MINUTES, label, words.say("meeting.long_like"))
        with st.container(key=f"estimate_{row.task}"):
            _estimate(row.ready, bench, row.task)
    with who:
        _who(row)
    for column in (count, MINUTES, WHO):
        sentences = bench.told.get((row.task, group_of(column)), ())
        if sentences and (column != count or (row.task, count) in bench.drafts):
            st.error(plain(f"{words.say('ui.edit.not_saved')} {' '.join(sentences)}"))


def _field(row: _Row, column: str, label: str, like: str) -> None:
    """A field to type in; what was not understood stands there still."""
    key = row.key(column)
    meeting_saving.field(row.bench, key, partial(_typed, row, column))
    st.text_input(
        label, _stands(row, column), key=key, placeholder=like, label_visibility="collapsed",
        on_change=meeting_saving.take_in, args=(row.ready,),
    )  # fmt: skip


def _typed(row: _Row, column: str, text: str) -> None:
    said = row.bench.said.get(row.task)
    handled = row.bench.handled.get((row.task, column))
    if said is None or text in {_saved(row, column), handled}:
        return
    row.bench.drafts[row.task, column] = text
    found = said_amount(said, column, text, row.ready.mapping)
    mapping_edit_saving.save_typed(row.ready, row.task, (column,), found)
    row.bench.handled[row.task, column] = text


def _who(row: _Row) -> None:
    """A button for each role; with two or more, a field for each share but the last."""
    words, naming = state.words(), row.ready.naming
    said = row.bench.said[row.task]
    doing = _doing(row, said)
    key, shown = row.key(row.band, WHO), [role for role in row.roles if role in doing]
    if state.now_in(key) != shown:  # one key throughout: a press meets the row it was meant for
        state.put(key, shown)
    meeting_saving.field(row.bench, key, partial(_pressed, row, frozenset(shown)))
    st.pills(
        words.say("meeting.who", task=row.name, band=row.in_band), row.roles,
        selection_mode="multi", format_func=naming.short_role, key=key,
        label_visibility="collapsed", on_change=meeting_saving.take_in, args=(row.ready,),
        wrap=True,
    )  # fmt: skip
    with st.container(key=f"shares_{row.task}"):
        if len(doing) > 1:
            shares = [(role, share_of(share or "100 %")) for role, share in doing.items()]
            st.markdown(plain(told.shares(shares, naming)))
            for column, (role, share) in zip(st.columns(len(shares)), shares[:-1], strict=False):
                with column:
                    _share(row, role, share, "+".join(doing))


def _doing(row: _Row, said: TaskSaid) -> dict[str, str | None]:
    """Who does it; who does it by day is no answer for a time when it is not done."""
    if _is_asked(row, said):
        return who_in(said, row.band, row.ready.mapping)
    return dict(said.today.get(row.band, {}))


def _is_asked(row: _Row, said: TaskSaid) -> bool:
    return row.first or row.band in counted_bands(said, row.ready.mapping.bands)


def _pressed(row: _Row, drawn: frozenset[str], pressed: list[str]) -> None:
    """Who is pressed does it; what stands as it was drawn was not pressed."""
    said = row.bench.said.get(row.task)
    chosen = [role for role in row.roles if role in pressed]
    if said is None or {*chosen} in (drawn, {*_doing(row, said)}):
        return
    for role in row.roles:  # shares begin anew
        row.bench.handled.pop((row.task, f"{WHO}.{role}"), None)
        row.bench.drafts.pop((row.task, f"{WHO}.{role}"), None)
    edits = said_who(said, row.band, evenly(chosen), row.ready.mapping)
    mapping_edit_saving.save_typed(row.ready, row.task, (WHO,), Typed(edits))


def _share(row: _Row, role: str, share: float, among: str) -> None:
    words, column = state.words(), f"{WHO}.{role}"
    name = row.ready.naming.short_role(role)
    key = row.key(row.band, column, among)
    saved = _per_cent(share)
    meeting_saving.field(row.bench, key, partial(_shared, row, role))
    st.text_input(
        words.say("meeting.share", role=name, task=row.name),
        row.bench.drafts.get((row.task, column), saved), key=key,
        on_change=meeting_saving.take_in, args=(row.ready,),
    )  # fmt: skip


def _shared(row: _Row, role: str, text: str) -> None:
    column, said = f"{WHO}.{role}", row.bench.said.get(row.task)
    doing = _doing(row, said) if said is not None else {}
    if said is None or len(doing) < 2 or role not in doing:
        return
    cell = (row.task, column)
    saved = _per_cent(share_of(doing[role] or "1"))
    if text in {saved, row.bench.handled.get(cell)}:
        return
    row.bench.drafts[cell] = text
    found = said_shares(said, row.band, role, text, row.ready.mapping)
    mapping_edit_saving.save_typed(row.ready, row.task, (column,), found)
    row.bench.handled[cell] = text


def _per_cent(share: float) -> str:
    return f"{task_grid.figure(share * 100, state.words())} %"


def _estimate(ready: Ready, bench: Bench, task: str) -> None:
    """The library's minutes to press where nobody has said any; told for what they are."""
    words, proposed = state.words(), _proposed(ready, task)
    said = bench.said[task].minutes
    if proposed is None or (said is not None and said[1] != proposed):
        return
    if said is not None:
        st.caption(words.say("meeting.estimate_taken"), help=words.say("meeting.estimate_how"))
        return
    minutes = task_grid.figure(proposed, words)
    st.button(
        words.say("meeting.estimate_short", minutes=minutes), key=f"take_minutes_{task}",
        help=words.say("meeting.estimate_how"), type="tertiary",
        on_click=_take_estimates, args=(ready, [task]),
    )  # fmt: skip


def _estimates(ready: Ready, bench: Bench, tasks: list[str]) -> None:
    empty = [t for t in tasks if bench.said[t].minutes is None and _proposed(ready, t)]
    st.button(
        state.words().say("meeting.estimate_all"), key="take_all_minutes", disabled=not empty,
        help=state.words().say("meeting.estimate_how"),
        on_click=_take_estimates, args=(ready, empty),
    )  # fmt: skip


def _take_estimates(ready: Ready, tasks: list[str]) -> None:
    minutes = ((task, _proposed(ready, task)) for task in tasks)
    edits = [e for task, each in minutes if each for e in said_minutes(task, each)]
    mapping_edit_saving.save(ready, edits)
    state.bench(ready.desk).draw_anew()


def _proposed(ready: Ready, task: str) -> float | None:
    library = ready.catalogue.tasks.get(ready.mapping.by_task[task].library or "")
    return library.minutes if library else None
