"""Which grid of tasks was drawn, and what has been typed in it since."""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import streamlit as st

from taskmap.ui import state
from taskmap.ui.bench import SHORT, Bench


def keep_seen(bench: Bench) -> None:
    """Write in the address which grid was drawn and which content it shows."""
    state.keep(state.SEEN, f"{bench.base}.{bench.digest[:SHORT]}")


def seen() -> tuple[str, str] | None:
    """The grid's name and how its content's digest begins, from the address; None without."""
    base, _, digest = (state.kept(state.SEEN) or "").partition(".")
    known = all(re.fullmatch(rf"[0-9a-f]{{{SHORT}}}", each) for each in (base, digest))
    return (base, digest) if known else None


def grid_key(unit: str, base: str, rows: tuple[str, ...]) -> str:
    """Key of a grid; the same while its content and its rows are."""
    return f"grid_{sha256(repr((unit, base, rows)).encode()).hexdigest()[:16]}"


def typed_in(grid: str) -> Mapping[int, Mapping[str, Any]]:
    """Every cell edited since the grid was drawn anew, by row and column."""
    drawn = st.session_state.get(grid) or {"edited_rows": {}}
    return {int(row): cells for row, cells in drawn["edited_rows"].items()}
