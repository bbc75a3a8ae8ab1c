"""Tables on the page: short ones as text, long ones in a grid that sorts and searches."""

import re
from typing import Any

import pandas as pd
import streamlit as st

from taskmap.present.table import Table
from taskmap.ui import state
from taskmap.ui.parts.text import plain

LONG = 30  # rows from which a grid is easier than a page of text
FIRST = 215  # pixels of the column that stays in sight, so that a phone has room for others
_IN_A_DATE = re.compile(r"(?<=\b\d{4})-(?=\d\d)|(?<=\b\d{4}-\d\d)-(?=\d\d\b)")


def show(table: Table, name: str) -> None:
    """A table in the form that suits its length."""
    if len(table.rows) > LONG:
        grid(table, name)
    else:
        paper(table)


def paper(table: Table) -> None:
    """A table as text, read by any screen reader; a sentence where it is empty."""
    if not table.rows:
        st.markdown(state.words().say("ui.table_empty"))
        return
    st.table(
        {
            plain(column.title): [plain(_unbroken(row[at].text)) for row in table.rows]
            for at, column in enumerate(table.columns)
        },
        hide_index=True,
        border="horizontal",
        alt=table.title,
    )


def _unbroken(text: str) -> str:
    """Text whose dates are not broken over lines."""
    return _IN_A_DATE.sub("-\N{WORD JOINER}", text)


def grid(table: Table, name: str) -> None:
    """A grid: click a heading to sort; figures sort by value, the first column stays in sight."""
    columns = {str(at): _values(table, at) for at in range(len(table.columns))}
    told: dict[Any, Any] = {  # as the stubs of Styler.format have it
        str(at): {row[at].value: row[at].text for row in table.rows}.get
        for at in range(len(table.columns))
        if _figures(table, at)
    }
    st.dataframe(
        pd.DataFrame(columns).style.format(told, na_rep=state.words().plain(None)),
        key=name,
        placeholder=state.words().plain(None),  # else the browser writes None
        hide_index=True,
        column_config={
            str(at): st.column_config.NumberColumn(column.title, pinned=at == 0)
            if str(at) in told
            else st.column_config.TextColumn(
                column.title, pinned=at == 0, width=None if at else FIRST
            )
            for at, column in enumerate(table.columns)
        },
        height=min(36 * len(table.rows) + 40, 560),
        alt=table.title,
    )


def _values(table: Table, at: int) -> list[float | None] | list[str]:
    if _figures(table, at):
        return [row[at].value for row in table.rows]
    return [row[at].text for row in table.rows]


def _figures(table: Table, at: int) -> bool:
    """Whether a column is figures with a number behind each, so that it can be sorted by it."""
    return table.columns[at].figures and any(row[at].value is not None for row in table.rows)
