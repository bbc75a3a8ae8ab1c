"""A gate's ruling in words: verdict, why, what would make it pass, and its source."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.ruling import Gate, Ruling, Verdict
from taskmap.model.units import LeafId, RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, ended
from taskmap.present.references import Reference, references
from taskmap.present.values import number_of, variant, worded

# What the one who asks has decided, and what the suggestion itself stops; the other codes of a
# plan tell that time is short.
BY_ASKING = frozenset({"plan.pinned", "plan.way_pinned", "plan.forbidden", "plan.capped"})
BY_SUGGESTION = frozenset(
    f"plan.{code}" for code in ("few_moves", "limit", "no_gain", "small", "together")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRuling:
    """A ruling ready to be shown.

    Args:
        gate: which one, for icons and order.
        gate_name: the gate in words, or that the suggestion or the user alone holds the task.
        verdict: for colours and marks; never shown by colour alone.
        verdict_name: the verdict in words; empty where no requirement holds the task.
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
        gate_name=say(f"word.gate.{_asking(ruling)}"),
        verdict=ruling.verdict,
        verdict_name=_verdict(ruling, speaker),
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
    return _sentence(key, ruling, leaf, role, speaker)


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
    return _sentence(key, ruling, leaf, role, speaker) if key else ""


def _asking(ruling: Ruling) -> str:
    if ruling.code in BY_ASKING:
        return "asked"
    return "plan" if ruling.code in BY_SUGGESTION else ruling.gate


def _verdict(ruling: Ruling, speaker: Speaker) -> str:
    """A user's own decision, or what the suggestion reckons, is no requirement that is met."""
    if ruling.code in BY_SUGGESTION:
        return ""
    asked = "asked" if ruling.code in BY_ASKING else ruling.verdict
    return speaker.reader.say(f"word.verdict.{asked}")


def _sentence(key: str, ruling: Ruling, leaf: LeafId, role: RoleId, speaker: Speaker) -> str:
    """The words of a key, with the ruling's values and always the task and role it is about."""
    about = {"task": speaker.task(leaf), "role": speaker.role_inside(role)}
    values = about | worded(ruling.values, speaker)
    return ended(capital(speaker.reader.say(key, **values, **number_of(ruling.values))))
