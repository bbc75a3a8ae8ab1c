"""The answer of a plan, part by part, in the order a department head reads it."""

import streamlit as st

from taskmap.model.explanations import Freeing, Sureness
from taskmap.model.plan import Held, Plan
from taskmap.present import alternatives as told_alternatives
from taskmap.present import assumptions as told_assumptions
from taskmap.present import breaches as told_breaches
from taskmap.present import held as told_held
from taskmap.present import moves as told_moves
from taskmap.present import open_questions as told_questions
from taskmap.present import outcome as told_outcome
from taskmap.present import sureness as told_sureness
from taskmap.present.balance import balance_table
from taskmap.present.changes import Part, numbers, sections
from taskmap.present.figures.flow import flow
from taskmap.present.figures.load import load
from taskmap.present.freeing import told as told_freeing
from taskmap.present.headings import section_lead, section_title, status_line
from taskmap.present.loads import caution, ceilings, most_new_work
from taskmap.present.settle import settle_table
from taskmap.ui import once, state
from taskmap.ui.parts import (
    alternative_card,
    decide,
    demand_buttons,
    gates,
    move_card,
    pictures,
    request,
    tables,
)
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.guard import Ready
from taskmap.ui.parts.text import bold, plain

FIRST = 5  # of a long list, before the rest is folded


def summary(plan: Plan, ready: Ready) -> None:
    """What it all comes to, and who gets most more to do."""
    told = (
        told_outcome.summary(plan, ready.naming) if plan.moves or not plan.alternatives else "",
        told_alternatives.summary(plan, ready.naming),
        most_new_work(plan.roles, ready.naming),
    )
    for line in filter(None, told):
        st.markdown(plain(line))
    careful = caution(plan.roles, ready.naming)
    if careful:
        st.warning(plain(careful), icon=":material/groups:")


def breaches(plan: Plan, ready: Ready) -> None:
    """What somebody does who may not, before any gain; nothing where all is well."""
    if not plan.breaches:
        return
    st.subheader(state.words().say("breach.title"))
    st.warning(plain(told_breaches.summary(plan.breaches, ready.naming)), icon=":material/gavel:")
    for breach in plan.breaches:
        told = told_breaches.told(breach, ready.naming)
        with st.expander(plain(told.sentence)):
            st.markdown(plain(told.after))
            gates.show(told.rulings)


def sure(plan: Plan, ready: Ready) -> Sureness | None:
    """How sure the moves are, when somebody has asked."""
    found = request.sureness(plan, ready, "summary") if plan.moves else None
    doubt = told_sureness.doubt(found, ready.naming) if found else ""
    if doubt:
        st.warning(plain(doubt), icon=":material/query_stats:")
    return found


def settle(plan: Plan, ready: Ready) -> None:
    """What a leader must settle, with whom, before the moves can begin."""
    if not plan.moves:
        return
    found = settle_table(plan, ready.naming)
    st.subheader(found.title)
    st.markdown(plain(found.summary))
    if found.rows:
        tables.show(found, "settle")


def moves(plan: Plan, ready: Ready, sureness: Sureness | None) -> None:
    """The changed tasks as cards, under the reason why they are there."""
    words = state.words()
    rank = numbers(plan, ready.mapping)
    decisions = state.mapped().followup(ready.id)
    for section in sections(plan, ready.mapping):
        st.subheader(section_title(section.part, words))
        lead = section_lead(section.part, plan.question, words)
        if lead:
            st.markdown(lead)
        if section.part is Part.SMALL:
            move_card.small(section.changes, ready, decisions)
            continue
        for change in section.changes:
            move_card.show(rank[change.task], change, plan, ready, sureness, decisions)
    decide.not_in_plan(plan, ready, decisions)
    if not plan.moves:
        if not plan.alternatives:
            st.info(words.say("ui.moves.none"))
        return
    with st.expander(words.say("ui.as_table", title=words.say("move.title"))):
        tables.show(told_moves.moves_table(plan, ready.naming), "moves")


def alternatives(plan: Plan, ready: Ready) -> None:
    """Tasks that are done in another way instead, and ways not taken; nothing without either."""
    if plan.alternatives:
        st.subheader(state.words().say("ui.alternatives"))
    for chosen in plan.alternatives:
        alternative_card.show(chosen, plan, ready)
    if plan.ways_left:
        left = told_alternatives.left_table(plan, ready.naming)
        with st.expander(f"{left.title} ({len(plan.ways_left)})", expanded=not plan.alternatives):
            tables.show(left, "ways_left")


def flow_and_load(plan: Plan, ready: Ready) -> None:
    """Who gives, who takes, and how full everyone is before and after."""
    words, naming = state.words(), ready.naming
    content = tuple(plan.hashes[of] for of in ("mapping", "catalogue", "question"))
    if plan.moves:
        st.subheader(words.say("ui.flow"))
        pictures.show(
            once.drawn((*content, "flow"), lambda: flow(plan.moves, naming)), "flow", width="mid"
        )
    st.subheader(words.say("ui.load"))
    st.markdown(" ".join((words.say("ui.load.how"), plain(ceilings(plan, naming)))))
    bands = {"": words.say("ui.load.whole_week")}
    if len(ready.mapping.bands) > 1:
        bands |= {band.id: naming.band(band.id) for band in ready.mapping.bands}
    band = pick(state.BAND, words.say("ui.load.band"), bands, width=320) or None
    pictures.show(
        once.drawn((*content, "load", band), lambda: load(plan, naming, band)), "load", width="mid"
    )
    if plan.moves or plan.alternatives:
        _balance(plan, ready)


def _balance(plan: Plan, ready: Ready) -> None:
    """How what moves becomes what changes: hand-overs and the like beside the tasks."""
    found = balance_table(plan, ready.naming)
    if found.summary:
        st.markdown(plain(found.summary))
    with st.expander(state.words().say("ui.as_table", title=found.title)):
        tables.show(found, "balance")


def held(plan: Plan, ready: Ready) -> None:
    """Why not the others: what holds the tasks that stay."""
    words = state.words()
    st.subheader(words.say("ui.held"))
    if not plan.held:
        st.markdown(words.say("ui.held.none"))
        return
    st.markdown(words.say("ui.held.how"))
    freeings = request.freeings(plan, ready)
    for at, one in enumerate(plan.held[:FIRST]):
        _held(at, one, freeings, ready)
    if len(plan.held) > FIRST:
        with st.expander(words.say("ui.held.all", n=len(plan.held))):
            tables.show(told_held.held_table(plan.held, ready.naming), "held")


def _held(at: int, one: Held, freeings: tuple[Freeing, ...] | None, ready: Ready) -> None:
    """One task that stays: what holds it, what it would take, and what the user wants."""
    words = state.words()
    told = told_held.told(one, ready.naming)
    with st.expander(plain(told.headline)):
        gates.show(told.rulings)
        found = [f for f in freeings or () if (f.leaf, f.role) == (one.leaf, one.role)]
        for freeing in found:
            answer = told_freeing(freeing, ready.naming)
            st.markdown(f"{bold(words.say('ui.free'))} {plain(answer.lead)}")
            st.markdown("\n".join(f"- {plain(step)}" for step in answer.steps))
        demand_buttons.for_held(one, ready, f"held{at}")


def open_questions(plan: Plan, ready: Ready) -> None:
    """What to settle, by the hours the answers would free."""
    words = state.words()
    st.subheader(words.say("ui.open"))
    if not plan.open_questions:
        st.markdown(words.say("ui.open.none"))
        return
    st.markdown(words.say("ui.open.how"))
    for asked in plan.open_questions[:FIRST]:
        told = told_questions.told(asked, ready.naming)
        rest = " ".join(part for part in (told.worth, told.also) if part)
        st.markdown(
            f"- {bold(told.question)} {plain(rest)} {words.say('ui.open.who', who=plain(told.who))}"
        )
    if len(plan.open_questions) > FIRST:
        with st.expander(words.say("ui.open.all", n=len(plan.open_questions))):
            tables.show(
                told_questions.questions_table(plan.open_questions, ready.naming), "questions"
            )


def assumptions(plan: Plan, ready: Ready) -> None:
    """What was taken for granted, and how far the plan is proved."""
    words = state.words()
    st.subheader(words.say("ui.assumptions"))
    st.markdown(status_line(plan, ready.naming))
    notes = told_assumptions.all_told((*plan.relaxed, *plan.assumptions), ready.naming)
    if notes:
        with st.expander(words.say("ui.assumptions.show", n=len(notes))):
            st.markdown("\n".join(f"- {plain(note)}" for note in notes))
