"""The question as a small document: taken home, sent to others, and asked again."""

import streamlit as st

from taskmap.model.question import Price, Question
from taskmap.present import findings as told_findings
from taskmap.ui import state
from taskmap.ui.parts import demanding, tables
from taskmap.ui.parts.asking_limits import IN_PERCENT, LIMITS
from taskmap.ui.parts.asking_price import AS_PRESET
from taskmap.ui.parts.guard import Ready
from taskmap.workspace import Action, Asked, Preset, write_question

_PRESETS = {Price.LEVEL: Preset.FROM_BELOW, Price.SCARCITY: Preset.SCARCE}


def show(asked: Question, ready: Ready) -> None:
    """Download what is asked now, or ask what stands in a document."""
    words = state.words()
    st.markdown(words.say("ui.file.how"))
    if state.may(Action.EXPORT):
        st.download_button(
            words.say("ui.file.save"),
            write_question(asked, ready.id),
            file_name=f"{ready.id}-{words.say('ui.file.name')}.yaml",
            mime="application/yaml",
            icon=":material/download:",
            key="save_question",
            on_click="ignore",
        )
    file = st.file_uploader(
        words.say("ui.file.open"),
        type=["yaml", "yml", "json"],
        key=state.QUESTION_FILE,
        on_change=_opened,
        args=(ready,),
    )
    found = _read(ready) if file is not None else None
    if found is None:
        return
    if found.question is None:
        st.error(words.say("ui.file.errors"), icon=":material/error:")
    else:
        st.success(words.say("ui.file.asked"), icon=":material/check_circle:")
    if found.findings:
        tables.paper(told_findings.findings_table(found.findings, words, ready.naming))


def _read(ready: Ready) -> Asked | None:
    file = st.session_state.get(state.QUESTION_FILE)
    if file is None:
        return None
    return state.workspace().question_read(file.getvalue(), file.name, ready.id)


def _opened(ready: Ready) -> None:
    """Set every choice on the page as the document has it; one with errors sets nothing."""
    found = _read(ready)
    if found is None or found.question is None:
        return
    asked = found.question
    preset = Preset.LESS_HIRE if asked.hire_only else _PRESETS.get(asked.price)
    state.choose(state.PRESET, (preset or Preset.FROM_BELOW).value)
    state.choose(state.PRICE, AS_PRESET if preset else asked.price.value)
    state.ask_for(asked.max_changes)
    for name, field, least, most, _ in LIMITS:
        value = round(getattr(asked, field) * (100 if field == IN_PERCENT else 1))
        state.put(name, min(max(value, least), most))
    for level in range(1, 9):
        state.put(f"{state.WEIGHT}{level}", asked.level_weights.get(level, level))
    state.put(state.UPWARDS, asked.upwards)
    state.put(state.widget(state.ACCEPTED), [condition.value for condition in asked.accepted])
    state.put(state.widget(state.ALTERNATIVES), [kind.value for kind in asked.alternatives])
    demanding.replace_all(ready, asked.demands)
