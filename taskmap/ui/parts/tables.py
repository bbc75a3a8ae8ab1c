"""Tables on the page: short ones as text, long ones in a grid that sorts and searches."""

import streamlit as st

from taskmap.present.table import Table
from taskmap.ui import state
from taskmap.ui.parts.text import plain

LONG = 30  # rows from which a grid is easier than a page of text


def show(table: Table, name: str) -> None:
    """A table in the form that suits its length; a sentence where it is empty."""
    if not table.rows:
        st.markdown(state.words().say("ui.table_empty"))
    elif len(table.rows) > LONG:
        grid(table, name)
    else:
        paper(table)


def paper(table: Table) -> None:
    """A table as text, read by any screen reader."""
    st.table(
        {
            plain(column.title): [plain(row[at].text) for row in table.rows]
            for at, column in enumerate(table.columns)
        },
        hide_index=True,
        border="horizontal",
        alt=table.title,
    )


def grid(table: Table, name: str) -> None:
    """A grid: click a heading to sort; figures are numbers where the cell shows the bare number."""
    numbers = {at for at, column in enumerate(table.columns) if column.figures and _bare(table, at)}
    st.dataframe(
        {
            str(at): [row[at].value if at in numbers else row[at].text for row in table.rows]
            for at in range(len(table.columns))
        },
        key=name,
        hide_index=True,
        column_config={
            str(at): st.column_config.NumberColumn(column.title, format="localized")
            if at in numbers
            else st.column_config.TextColumn(column.title)
            for at, column in enumerate(table.columns)
        },
        height=min(36 * len(table.rows) + 40, 560),
        alt=table.title,
    )


def _bare(table: Table, at: int) -> bool:
    """Whether a column's words are its numbers: ``12,5``, not ``12,5 t`` with minutes behind."""
    return all(
        row[at].value is None or (not row[at].text[-1:].isalpha() and "%" not in row[at].text)
        for row in table.rows
    )
