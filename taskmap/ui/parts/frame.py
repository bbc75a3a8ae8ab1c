"""The frame round every page: language, who is looking, unit, and what the unit's data are."""

from pathlib import Path

import streamlit as st

from taskmap.language import LANGUAGES
from taskmap.ui import state
from taskmap.ui.parts import login, scenario_choice
from taskmap.ui.parts.choice import pick
from taskmap.ui.parts.text import plain
from taskmap.workspace import UnitCard

# The space above is the header's; a picture marked wide keeps its width and scrolls by itself.
STYLE = """
<style>
.stMainBlockContainer { padding-top: 4.2rem; padding-bottom: 3rem; max-width: 1240px; }
[class*="st-key-wide_"], [class*="st-key-mid_"] { overflow-x: auto; }
[class*="st-key-wide_"] > div { min-width: 860px; }
[class*="st-key-mid_"] > div { min-width: 520px; }
.stTable { overflow-x: auto; }
.stTable[tabindex]::before, .stTable > div[tabindex]::before {
  content: "WHOLE_TABLE"; display: block; position: sticky; left: 0;
  font-size: 0.85rem; color: #4A545E;
}
h2 { padding-top: 0.2rem; }
.stMarkdown blockquote, .stMarkdown blockquote p { color: inherit !important; opacity: 1; }
[data-testid="stDateInput"] [role="spinbutton"] {
  display: inline-block; min-width: 26px; min-height: 26px; line-height: 26px; text-align: center;
}
[data-variant="pills"][aria-pressed="true"] p,
[data-testid="stButtonGroup"] [aria-checked="true"] p { color: #004369; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
@media (max-width: 640px) {
  [class*="st-key-wide_"]::before, [class*="st-key-mid_"]::before {
    content: "SWIPE"; font-size: 0.85rem; color: #4A545E; position: sticky; left: 0;
  }
}
</style>
"""


def _script(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


_FRAME = st.components.v2.component("taskmap_frame", js=_script("frame.js"))
_KEYS = st.components.v2.component("taskmap_grid_keys", js=_script("grid_keys.js"))

# What Streamlit says by itself, in English: found by its words, and told in the reader's language.
STREAMLITS = {
    "Upload": "upload",
    "file upload": "upload",
    "Connection error": "lost",
    "Streamlit server is not responding. Are you connected to the internet?": "lost_means",
    "Clear value": "clear",
    "Open": "open",
    "Close": "close",
    "Show/hide columns": "columns",
    "Download as CSV": "csv",
    "Search": "search",
    "Fullscreen": "fullscreen",
    "Close fullscreen": "fullscreen_off",
    "Link to heading": "heading",
    "Skip to main content": "skip",
    "App pages": "pages",
    "Page not found": "not_found",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "not_found_means"
    ),
}

OWN_NAMES = {"nb": "Norsk bokmål", "sv": "Svenska", "en": "English"}


def draw() -> None:
    """Pickers, then the banner of example units."""
    state.take_up_choices()
    st.html(_style())
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame"):
        _language()
        words = state.words()
        with st.spinner(words.say("ui.reading")):
            cards = {card.id: card for card in state.workspace().units()}
        _who()
        chosen = pick(
            state.UNIT,
            words.say("ui.unit"),
            {id_: _label(card) for id_, card in cards.items()},
            empty=True,
            placeholder=words.say("ui.unit.choose"),
            width=430,
        )
        on = scenario_choice.choose(chosen)
    login.standing(tuple(cards.values()))
    told = {english: words.say(f"ui.streamlit.{name}") for english, name in STREAMLITS.items()}
    _FRAME(data={"language": state.language(), "words": told}, key="frame_script")
    _KEYS(key="grid_keys")
    scenario_choice.told(chosen, on)
    if chosen and cards[chosen].illustrative:
        st.info(words.say("ui.illustrative"), icon=":material/info:")
    elif chosen and (source := cards[chosen].source):
        st.info(words.say("ui.published", source=plain(source)), icon=":material/menu_book:")


def _style() -> str:
    say = state.words().say
    swipes = STYLE.replace("WHOLE_TABLE", say("ui.swipe_table"))
    return swipes.replace("SWIPE", say("ui.swipe"))


def _language() -> None:
    """The language picker's own labels are never translated, so its key needs no language."""
    if st.session_state.get("lang_widget") not in LANGUAGES:
        st.session_state["lang_widget"] = state.language()
    value = st.selectbox(
        state.words().say("ui.language"),
        LANGUAGES,
        format_func=OWN_NAMES.__getitem__,
        key="lang_widget",
        width=150,
        on_change=lambda: state.keep(state.LANGUAGE, st.session_state["lang_widget"]),
    )
    state.keep(state.LANGUAGE, value)


def _who() -> None:
    """As whom one looks, where one's roles leave a choice."""
    words = state.words()
    names = {who: words.say(f"ui.who.{who}") for who in state.lookers()}
    if len(names) > 1:
        pick(state.WHO, words.say("ui.who"), names, width=150)


def _label(card: UnitCard) -> str:
    return f"{card.name} · {card.organisation}" if card.organisation else card.name
