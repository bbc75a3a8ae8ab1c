"""The address of a page that was just opened: everything it stands on, written as no step."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from taskmap.ui import state

_WRITE = st.components.v2.component(
    "taskmap_address", js=Path(__file__).with_name("address.js").read_text(encoding="utf-8")
)


@contextmanager
def written() -> Iterator[None]:
    """A run of a page; the first of a session writes its address when it ends.

    Streamlit would make each choice a step of the browser's history, and nobody chose these. A run
    that is stopped leaves it to the next one, which writes each choice as it is made.
    """
    state.begin()
    yield
    if chosen := state.opened():
        _WRITE(data={"address": chosen}, key="address_script")
