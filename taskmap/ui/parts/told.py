"""A paper of sections on the page: the same object that is printed, to be read."""

import streamlit as st

from taskmap.present.blocks import (
    Block,
    Figures,
    Filled,
    Notice,
    Points,
    Rows,
    Said,
    Story,
    Told,
    Words,
)
from taskmap.present.figures.filled import filled
from taskmap.ui import state
from taskmap.ui.parts import pictures, tables
from taskmap.ui.parts.text import bold, plain


def head(told: Told) -> None:
    """What a paper is about, and what its figures are."""
    st.header(plain(told.subject))
    st.markdown(plain(" · ".join(dict.fromkeys((told.unit, told.place)))))
    for notice in filter(None, (*told.notices, told.inside)):
        st.info(plain(notice))


def body(told: Told) -> None:
    """What it says, section by section."""
    for number, section in enumerate(told.sections):
        if section.title:
            st.subheader(plain(section.title))
        for at, block in enumerate(section.blocks):
            _block(block, f"{told.kind}_{number}_{at}")


def _block(block: Block, name: str) -> None:
    if isinstance(block, Words):
        st.markdown(plain(block.text))
    elif isinstance(block, Notice):
        st.warning(plain(block.text), icon=":material/priority_high:")
    elif isinstance(block, Points):
        _points(block)
    elif isinstance(block, Figures):
        _figures(block)
    elif isinstance(block, Rows):
        _rows(block, name)
    elif isinstance(block, Filled):
        st.markdown(f"#### {plain(block.title)}")
        _filled(block, name)
    else:
        _voice(block)


def _filled(block: Filled, name: str) -> None:
    """The chart; its words stand before it already."""
    picture = filled(block, state.words())
    with st.container(key=f"mid_{name}"):
        st.plotly_chart(
            picture.figure,
            key=f"{name}_figure",
            config=pictures.QUIET,
            theme=None,
            alt=picture.summary,
        )
    pictures.beside(picture, name)


def _points(block: Points) -> None:
    mark = "1." if block.ordered else "-"
    lines = "\n".join(f"{mark} {plain(line)}" for line in block.lines)
    st.markdown(f"{bold(block.lead)}\n\n{lines}" if block.lead else lines)


def _figures(block: Figures) -> None:
    for column, figure in zip(st.columns(len(block.figures)), block.figures, strict=True):
        with column.container(border=True, height="stretch"):
            st.metric(plain(figure.label), figure.figure)
            st.markdown(plain(figure.meaning))


def _rows(block: Rows, name: str) -> None:
    if block.titled:
        st.markdown(f"#### {plain(block.table.title)}")
    if block.table.summary:
        st.markdown(plain(block.table.summary))
    tables.show(block.table, name)


def _voice(block: Said | Story) -> None:
    with st.container(border=True):
        if isinstance(block, Said):
            lead = bold(block.lead) if block.weighs else plain(block.lead)
            st.markdown(f"{plain(block.about)} · {lead}")
            st.markdown(plain(block.text))
        else:
            st.markdown(f"#### {plain(block.title)}")
            st.markdown(plain(block.text))
            st.markdown(plain(block.source))
