"""The groups' answers side by side, and the leader's choice among them."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from taskmap.present import inputs as told
from taskmap.present import task_grid
from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts import (
    mapping_edit,
    mapping_edit_conflict,
    mapping_edit_saving,
    meeting_band,
    meeting_group,
)
from taskmap.ui.parts.choice import segments
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain
from taskmap.workspace import TOLERANCE, Aspect, InputCard, Standing, Weighed

STEP = "inputs"
MARKS = {
    Standing.DIFFER: ":material/call_split:",
    Standing.LACKING: ":material/hourglass_empty:",
    Standing.AGREE: ":material/check:",
}
Cards = dict[str, InputCard]


def draw(ready: Ready, cards: Sequence[InputCard]) -> None:
    """What they agree on at one click; the rest one by one."""
    words, hall = state.words(), state.mapped()
    shown = {card.id: card for card in cards if card.sheet is not None}
    _standing(ready, shown)
    if not hall.comparable(ready.id):
        st.info(words.say("input.not_yet"))
        return
    bench = state.bench(ready.desk)
    bench.see(*hall.said(ready.id))
    mapping_edit.steps(ready)
    mapping_edit.standing(ready, bench)
    mapping_edit_conflict.draw(ready, bench)
    found = hall.weighed(ready.id)
    times = Counter(each.standing for each in found)
    st.markdown(words.say("input.agree_how", tolerance=f"{TOLERANCE:.0%}".replace("%", " %")))
    agreed = [(w.task, w.aspect, w.answered) for w in found if w.standing is Standing.AGREE]
    st.button(
        words.say("input.take_agreed", n=len(agreed)), key="take_agreed", type="primary",
        icon=":material/done_all:", disabled=not agreed,
        on_click=_take, args=(ready, shown, agreed, "input.why_agreed"),
    )  # fmt: skip
    labels: dict[str, str] = {s: words.say(f"input.standing.{s}", n=times[s]) for s in Standing}
    chosen = segments(state.INPUT_STANDING, words.say("input.standing"), labels)
    _tasks(ready, bench, shown, [each for each in found if each.standing == chosen])


def _standing(ready: Ready, cards: Cards) -> None:
    """Who answers still, and who has finished."""
    words = state.words()
    for card in cards.values():
        done = card.input.done if card.input else None
        line = words.say("input.has_done", day=done) if done else words.say("input.still")
        mark = ":material/task_alt:" if done else ":material/hourglass_empty:"
        st.markdown(f"{mark} {bold(_name(card, ready))}: {plain(line)}")


def _name(card: InputCard, ready: Ready) -> str:
    return told.group(card.input.roles if card.input else (), ready.naming)


def _inside(card: InputCard, ready: Ready) -> str:
    """The same in the middle of a sentence."""
    return ready.naming.roles(card.input.roles if card.input else ())


def _tasks(ready: Ready, bench: Bench, cards: Cards, found: Sequence[Weighed]) -> None:
    words = state.words()
    asked = {each.task for each in found}
    groups = {
        code: [task for task in tasks if task in asked]
        for code, tasks in meeting_group.of(ready, bench).items()
        if asked & {*tasks}
    }
    if not groups:
        st.markdown(words.say("input.none_so"))
        return
    group = meeting_group.choose(ready, list(groups), STEP)
    for task in groups[group]:
        with st.container(border=True, key=f"weigh_{task}"):
            st.markdown(bold(ready.naming.whole_task(task)))
            for each in found:
                if each.task == task:
                    _aspect(ready, bench, cards, each)
            _comments(ready, cards, task)
            st.button(
                words.say("input.own"), key=f"own_{task}", type="tertiary",
                icon=":material/edit:", on_click=_own, args=(ready, task),
            )  # fmt: skip
    meeting_group.onwards(list(groups), group, STEP)


def _aspect(ready: Ready, bench: Bench, cards: Cards, weighed: Weighed) -> None:
    """A line and a button for each answer; the one the mapping has now is marked."""
    words, aspect = state.words(), weighed.aspect
    now = told.said(aspect, bench.said[weighed.task], ready.naming)
    stands = words.say("input.now", value=now) if now else words.say("input.now_nothing")
    lead = words.say(f"input.aspect.{aspect}")
    st.markdown(f"{MARKS[weighed.standing]} {bold(lead)}. {plain(stands)}")
    for group in weighed.answered:
        value = told.said(aspect, cards[group].said[weighed.task], ready.naming)
        name = _name(cards[group], ready)
        label = words.say("input.take", group=name)
        line = f"{bold(name)}: {plain(value)}"
        _answer(ready, cards, weighed, (group,), (line, label), pressed=value == now)
    if aspect is Aspect.MINUTES and len(weighed.answered) > 1:
        _range(ready, cards, weighed)
    if weighed.silent:
        silent = words.list(_inside(cards[group], ready) for group in weighed.silent)
        st.markdown(plain(words.say("input.silent", groups=silent)))


def _range(ready: Ready, cards: Cards, weighed: Weighed) -> None:
    """From the lowest to the highest minutes anybody says."""
    words = state.words()
    said = [cards[group].said[weighed.task].minutes for group in weighed.answered]
    low = min(minutes[0] for minutes in said if minutes is not None)
    high = max(minutes[2] for minutes in said if minutes is not None)
    if low < high:
        ends = {"low": task_grid.figure(low, words), "high": task_grid.figure(high, words)}
        told_range = (words.say("input.range", **ends), words.say("input.take_range"))
        _answer(ready, cards, weighed, weighed.answered, told_range)


def _answer(  # noqa: PLR0913 - what is taken, and how it looks
    ready: Ready,
    cards: Cards,
    weighed: Weighed,
    groups: tuple[str, ...],
    told_as: tuple[str, str],
    *,
    pressed: bool = False,
) -> None:
    """One line to be chosen; ``told_as`` is the line and what the button says."""
    name = f"{weighed.task}_{weighed.aspect}_{'+'.join(groups)}"
    decided = [(weighed.task, weighed.aspect, groups)]
    with st.container(horizontal=True, vertical_alignment="center", key=f"answer_{name}"):
        st.markdown(told_as[0])
        st.button(
            plain(told_as[1]), key=f"take_{name}", icon=":material/check:" if pressed else None,
            on_click=_take, args=(ready, cards, decided, "input.why"),
        )  # fmt: skip


def _comments(ready: Ready, cards: Cards, task: str) -> None:
    for card in cards.values():
        found = card.sheet.by_task[task].note if card.sheet else None
        if found:
            said = state.words().say("input.comment", group=_name(card, ready), comment=found)
            st.markdown(plain(said))


def _take(
    ready: Ready,
    cards: Cards,
    decided: Sequence[tuple[str, Aspect, Sequence[str]]],
    why: str,
) -> None:
    """Save what was chosen, with the groups in the history; their answers stay."""
    words, hall, bench = state.words(), state.mapped(), state.bench(ready.desk)
    groups = dict.fromkeys(group for _, _, each in decided for group in each)
    told_why = words.say(why, groups=words.list(_inside(cards[group], ready) for group in groups))
    based_on, signed = bench.digest, state.signed()
    mapping_edit_saving.act(
        ready,
        lambda stands: hall.decide_input(
            ready.id, decided, based_on=based_on, signed=signed, why=told_why, stands=stands
        ),
    )


def _own(ready: Ready, task: str) -> None:
    """To the place where the mapping's own values are typed."""
    step = f"{meeting_band.STEP}{ready.mapping.band_ids[0]}"
    state.choose(state.VIEW, "meeting")
    state.choose(state.STEP, step)
    state.choose(meeting_group.named(step), ready.naming.group_of(task))
