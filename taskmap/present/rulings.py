"""A gate's ruling in words: verdict, why, what would make it pass, and its source."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.ruling import Gate, Ruling, Verdict
from taskmap.model.units import LeafId, RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.references import Reference, references
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import variant, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRuling:
    """A ruling ready to be shown.

    Args:
        gate: which one, for icons and order.
        gate_name: the gate in words.
        verdict: for colours and marks; never shown by colour alone.
        verdict_name: the verdict in words.
        why: the reason, a sentence.
        way: what would make it pass; empty when it passes or nothing can be done.
        references: the sources, most telling first.
    """

    gate: Gate
    gate_name: str
    verdict: Verdict
    verdict_name: str
    why: str
    way: str
    references: tuple[Reference, ...]


def told(ruling: Ruling, leaf: LeafId, role: RoleId, speaker: Speaker) -> ToldRuling:
    """One ruling about a leaf in a role's hands, in words."""
    say = speaker.reader.say
    return ToldRuling(
        gate=ruling.gate,
        gate_name=say(f"word.gate.{ruling.gate}"),
        verdict=ruling.verdict,
        verdict_name=say(f"word.verdict.{ruling.verdict}"),
        why=why(ruling, leaf, role, speaker),
        way=way(ruling, leaf, role, speaker),
        references=references(ruling.sources, speaker),
    )


def all_told(
    rulings: Iterable[Ruling], leaf: LeafId, role: RoleId, speaker: Speaker
) -> tuple[ToldRuling, ...]:
    """Several rulings, in the order given."""
    return tuple(told(ruling, leaf, role, speaker) for ruling in rulings)


def why(ruling: Ruling, leaf: LeafId, role: RoleId, speaker: Speaker) -> str:
    """The reason of a ruling, a sentence."""
    key = variant(f"ruling.{ruling.code}", ruling.values, speaker.reader)
    return capital(speaker.reader.say(key, **_values(ruling, leaf, role, speaker)))


def way(ruling: Ruling, leaf: LeafId, role: RoleId, speaker: Speaker) -> str:
    """What would make a ruling pass, a sentence; empty when it passes.

    The code's own words go first, then those of the condition, then those of the verdict.
    """
    if ruling.verdict is Verdict.PASS:
        return ""
    keys = (
        f"ruling.{ruling.code}.way",
        f"ruling.way.{ruling.condition}",
        f"ruling.way.{ruling.gate}.{ruling.verdict}",
    )
    key = next((key for key in keys if speaker.reader.has(key)), None)
    return capital(speaker.reader.say(key, **_values(ruling, leaf, role, speaker))) if key else ""


def rulings_table(rulings: Iterable[Ruling], leaf: LeafId, role: RoleId, speaker: Speaker) -> Table:
    """The gates of one task and role as a table."""
    say = speaker.reader.say
    columns = [
        Column(say(f"ruling.column.{c}")) for c in ("gate", "verdict", "why", "way", "source")
    ]
    rows = (
        tuple(map(Cell, (t.gate_name, t.verdict_name, t.why, t.way, _titles(t.references))))
        for t in all_told(rulings, leaf, role, speaker)
    )
    title = say("ruling.title", task=speaker.task(leaf), role=speaker.role_inside(role))
    return table(title, columns, rows)


def _titles(found: tuple[Reference, ...]) -> str:
    return "; ".join(reference.title for reference in found)


def _values(ruling: Ruling, leaf: LeafId, role: RoleId, speaker: Speaker) -> dict[str, str]:
    """The values of the ruling, and always the task and the role it is about."""
    about = {"task": speaker.task(leaf), "role": speaker.role_inside(role)}
    return about | worded(ruling.values, speaker)
