"""What was decided about the moves of a card, and the form to decide in."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from taskmap.model.followup import Decision, Measure
from taskmap.model.plan import Move, Plan
from taskmap.present import followup as words_of
from taskmap.present import moves as words_of_moves
from taskmap.present.changes import is_crumb
from taskmap.ui import menu, state
from taskmap.ui.parts import measure_form as form
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import plain
from taskmap.workspace import Action, FollowUpCard

MARKS = {
    Decision.ACCEPTED: ":material/task_alt:",
    Decision.PILOT: ":material/science:",
    Decision.POSTPONED: ":material/schedule:",
    Decision.REJECTED: ":material/block:",
}


def told(moves: Sequence[Move], ready: Ready, card: FollowUpCard) -> None:
    """What was decided about moves, each with its hands where there are several."""
    for move in moves:
        measure = words_of.about(move, card.followup)
        if measure is None:
            continue
        line = words_of.decided(measure, state.words())
        if len(moves) > 1:
            line = f"{words_of_moves.pair(move, ready.naming)}: {line}"
        st.markdown(f"{MARKS[measure.decision]} {plain(line)}")


def not_in_plan(plan: Plan, ready: Ready, card: FollowUpCard) -> None:
    """Decisions about moves that are not suggested now; nothing where there is none."""
    words = state.words()
    found = words_of.not_among(plan.moves, card.followup)
    if not found:
        return
    st.subheader(words.say("followup.not_in_plan"))
    st.markdown(words.say("followup.not_in_plan_how"))
    lines = (
        f"{words_of.title(each, ready.naming)}. {words_of.decided(each, words)}" for each in found
    )
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def draw(moves: Sequence[Move], plan: Plan, ready: Ready, card: FollowUpCard, name: str) -> None:
    """A folded form about one of the card's moves, for those who decide; drawn when it is open."""
    words = state.words()
    if not state.may(Action.DECIDE):
        return
    folded = st.expander(words.say("followup.decide"), key=f"decide@{name}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if state.scenarios():
            st.info(words.say("followup.decide.scenario_on"))
        elif card.followup is None:
            st.error(words.say("followup.page.findings"))
            menu.link(menu.MEASURES, words.say("ui.page.measures"))
        else:
            _form(_one(moves, ready, name), plan, ready, card)


def _one(moves: Sequence[Move], ready: Ready, name: str) -> Move:
    """The move to decide about: the only one, or the one chosen of several."""
    if len(moves) == 1:
        return moves[0]
    offered = sorted(moves, key=is_crumb)
    chosen = st.pills(
        state.words().say("ui.move.part"), range(len(offered)), default=0, required=True,
        format_func=lambda at: words_of_moves.pair(offered[at], ready.naming),
        key=f"decide_part@{name}@{len(offered)}", wrap=True,
    )  # fmt: skip
    return offered[chosen or 0]


def _form(move: Move, plan: Plan, ready: Ready, card: FollowUpCard) -> None:
    there = words_of.about(move, card.followup)
    name = form.key(f"decide_{move.leaf}_{move.giver}_{move.receiver}", there)
    if there is not None:
        st.success(plain(words_of.decided(there, state.words())), icon=MARKS[there.decision])
        menu.link(menu.MEASURES, state.words().say("followup.page.to_measures"))
    with st.form(name, border=False):
        said = fields(there, name)
        pressed = st.form_submit_button(state.words().say("followup.decide.save"), type="primary")
    if pressed and is_whole(said):
        form.act(
            ready,
            lambda: state.mapped().decide(
                ready.id, move, plan, said, based_on=card.digest, signed=state.signed()
            ),
        )


def fields(there: Measure | None, name: str) -> form.Said:
    """The fields of a decision, with what was decided before in them."""
    words = state.words()
    decision = st.radio(
        words.say("followup.field.decision"), list(Decision), horizontal=True,
        index=list(Decision).index(there.decision) if there else None,
        format_func=lambda each: words.say(f"followup.decision.{each}"), key=f"{name}_decision",
    )  # fmt: skip
    reason = form.text(
        words.say("followup.field.reason"), there.reason if there else None, f"{name}_reason"
    )
    left, right = st.columns(2)
    with left:
        office = form.line(
            words.say("followup.field.office"), there.office if there else None, f"{name}_office",
            words.say("followup.field.office_like"),
        )  # fmt: skip
        decided = form.day(words.say("followup.field.decided"), _decided(there), f"{name}_decided")
    with right:
        owner = form.line(
            words.say("followup.field.owner"), there.owner if there else None, f"{name}_owner",
            words.say("followup.field.owner_like"),
        )  # fmt: skip
        start = form.day(
            words.say("followup.field.start"), there.start if there else None, f"{name}_start"
        )
    until = form.day(
        words.say("followup.field.until"), there.until if there else None, f"{name}_until"
    )
    return {
        "decision": decision and str(decision), "reason": reason, "office": office,
        "decided": decided, "owner": owner, "start": start, "until": until,
    }  # fmt: skip


def is_whole(said: form.Said) -> bool:
    """Whether everything a decision needs is said; what is not is told."""
    needs = ["decision", "reason", "office", "decided"]
    if said["decision"] in {Decision.PILOT, Decision.POSTPONED}:
        needs.append("until")
    words = state.words()
    return not form.lacking({words.say(f"followup.field.{name}"): said[name] for name in needs})


def _decided(there: Measure | None) -> date:
    return there.decided if there else state.mapped().today
