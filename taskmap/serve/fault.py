"""A fault of ours on a page: told in the reader's language, and written down without content."""

import logging
import secrets
from traceback import format_tb

import streamlit as st

from taskmap.errors import AccessDenied, AccessExpired
from taskmap.present import refusals
from taskmap.ui import state
from taskmap.ui.parts import login

_LOG = logging.getLogger("taskmap")
_STREAMLITS = "streamlit.error_util"  # writes down what an exception says


def silence() -> None:
    """Let no one but ``told`` write a page's fault down."""
    logging.getLogger(_STREAMLITS).addFilter(lambda _record: False)


def is_ours(error: Exception) -> bool:
    """Whether something is wrong with Taskmap, rather than somebody may not do what they asked."""
    return not isinstance(error, AccessExpired | AccessDenied)


def told(error: Exception) -> bool:
    """Tell the reader, and write down where it happened.

    What the exception says is left out of the log: it may hold what somebody wrote in a mapping.

    Returns:
        That it was told, so that Streamlit does not tell it in its own way.
    """
    if isinstance(error, AccessExpired):  # between one line of a page and the next
        login.over()
        return True
    if isinstance(error, AccessDenied):
        st.error(refusals.sentence(error, state.words()))
        return True
    number = secrets.token_hex(4)
    where = "".join(format_tb(error.__traceback__))
    kind = type(error).__name__
    _LOG.error("fault %s: %s\n%s", number, kind, where, extra={"fault": number})
    st.error(state.words().say("ui.fault", number=number))
    return True
