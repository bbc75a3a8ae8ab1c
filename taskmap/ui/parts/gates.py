"""The gates of a move or a held task: verdict, why, the way on, and the source."""

from collections.abc import Iterable

import streamlit as st

from taskmap.model.ruling import Verdict
from taskmap.present.names import lowered
from taskmap.present.references import Reference
from taskmap.present.rulings import ToldRuling
from taskmap.ui import state
from taskmap.ui.parts.text import bold, plain

# A mark beside the word: the colour alone says nothing to some, the word takes longer to find.
MARKS = {
    Verdict.PASS: ":material/check_circle:",
    Verdict.CONDITION: ":material/contrast:",
    Verdict.UNKNOWN: ":material/help:",
    Verdict.FAIL: ":material/cancel:",
}


def show(rulings: Iterable[ToldRuling]) -> None:
    """One paragraph a gate, in the order of explanation."""
    for ruling in rulings:
        lines = [_verdict(ruling)]
        if ruling.way:
            lines.append(f"{bold(state.words().say('ui.gate.way'))} {plain(ruling.way)}")
        lines += [source(reference) for reference in ruling.references]
        st.markdown("  \n".join(lines))


def _verdict(ruling: ToldRuling) -> str:
    """What a gate says; without a mark where it is no requirement that holds the task."""
    if not ruling.verdict_name:
        return f"{bold(ruling.gate_name)}: {plain(lowered(ruling.why))}"
    verdict = f"{bold(ruling.gate_name)}: {plain(ruling.verdict_name)}."
    return f"{MARKS[ruling.verdict]} {verdict} {plain(ruling.why)}"


def source(found: Reference) -> str:
    """Where something is said, with its words and what to know before leaning on it."""
    words = state.words()
    named = plain(found.title)
    if found.addresses:
        named = f"[{named}]({_address(found.addresses[0])})"
    told = f"{words.say('ui.gate.source')} {named}"
    if found.quote:
        label = f" ({plain(found.quoted_in)})" if found.quoted_in else ""
        told += f"{label}: {words.say('ui.gate.quote', quote=plain(found.quote))}"
    return " ".join((told, *(plain(doubt) for doubt in found.doubts)))


def _address(url: str) -> str:
    """An address of the catalogue, unable to end the link it stands in."""
    return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
