"""Logged in or not: told in the frame, or in place of the page."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from taskmap.errors import AccessExpired
from taskmap.ui import login, state
from taskmap.ui.parts.text import plain
from taskmap.workspace import UnitCard

# A page cannot send its browser elsewhere by a link that Streamlit opens beside it.
_AWAY = st.components.v2.component(
    "taskmap_away", js="export default ({ data }) => window.location.assign(data.to);"
)
_ENTER = """<style>
.enter {{ display: inline-block; padding: .6rem 1.1rem; border-radius: .4rem;
  background: #005a8c; color: #fff !important; text-decoration: none !important; }}
.enter:focus-visible {{ outline: 3px solid #111; outline-offset: 2px; }}
</style><a class="enter" href="{there}">{label}</a>"""


def required() -> None:
    """Stop here where nobody is logged in any more, and say so."""
    away = state.leaving()
    if away:
        st.header(state.words().say("login.left.title"))
        _AWAY(data={"to": away}, key="away")
        st.stop()
    try:
        login.identity()
    except AccessExpired:
        over()
        st.stop()


def over() -> None:
    """Say that nobody is logged in here any more, what that does, and the way in again."""
    words = state.words()
    st.header(words.say("login.over.title"))
    st.markdown(words.say("login.over"))
    st.html(_ENTER.format(there=escape(_there()), label=escape(words.say("login.enter"))))


def standing(cards: Sequence[UnitCard]) -> None:
    """Who is logged in, by role and scope and never by name, and the way out."""
    if not login.is_asked():
        return
    words, identity = state.words(), login.identity()
    roles = words.list(sorted(words.say(f"login.role.{role}") for role in identity.roles))
    only = cards[0].name if len(cards) == 1 else words.say("login.units", n=len(cards))
    with st.container(horizontal=True, vertical_alignment="center", key="logged_in"):
        st.markdown(words.say("login.in", roles=plain(roles), scope=plain(only)), width="content")
        st.button(
            words.say("login.leave"), on_click=state.leave, key="leave", icon=":material/logout:"
        )


def _there() -> str:
    """The login's address, with the page to come back to."""
    path = urlsplit(st.context.url or "").path or "/"
    lasting = {name: state.kept(name) for name in state.LASTING}
    chosen = urlencode({name: value for name, value in lasting.items() if value})
    return f"/login?next={quote(f'{path}?{chosen}' if chosen else path, safe='')}"
