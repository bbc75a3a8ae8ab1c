"""Tasks that stay although a cheaper role exists: what holds them, and what would free them."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.plan import Held
from taskmap.present.names import Speaker, lowered
from taskmap.present.phrases import capital
from taskmap.present.rulings import ToldRuling, all_told
from taskmap.present.table import Cell, Column, Table, table


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldHeld:
    """A task that stays: the sentence, the same with what holds it first, the reasons, the ways."""

    sentence: str
    headline: str
    why: tuple[str, ...]
    ways: tuple[str, ...]
    rulings: tuple[ToldRuling, ...]


def told(held: Held, speaker: Speaker) -> ToldHeld:
    """One held task in words."""
    rulings = all_told(held.rulings, held.leaf, held.role, speaker)
    return ToldHeld(
        sentence=sentence(held, speaker),
        headline=headline(held, rulings, speaker),
        why=tuple(ruling.why for ruling in rulings),
        ways=tuple(ruling.way for ruling in rulings if ruling.way),
        rulings=rulings,
    )


def sentence(held: Held, speaker: Speaker) -> str:
    """Which task stays with whom, and who could else have taken how much."""
    return capital(
        speaker.reader.say(
            "held.sentence",
            task=speaker.task(held.leaf),
            giver=speaker.role_inside(held.giver),
            role=speaker.role_inside(held.role),
            hours=speaker.reader.hours(held.minutes),
        )
    )


def headline(held: Held, rulings: tuple[ToldRuling, ...], speaker: Speaker) -> str:
    """The sentence, and the first gate or shortage that holds the task, or why nothing does."""
    if not rulings:
        return sentence(held, speaker)
    first = rulings[0]
    told = speaker.reader.say("held.first", gate=lowered(first.gate_name))
    if not first.verdict_name:
        told = f"{first.gate_name}: {lowered(first.why)}"
    return f"{sentence(held, speaker)} {told}"


def held_table(held: Iterable[Held], speaker: Speaker) -> Table:
    """All held tasks, the most hours first as the plan ranks them."""
    say = speaker.reader.say
    names = ("task", "giver", "role", "hours", "gate", "why")
    columns = [Column(say(f"held.column.{name}"), figures=name == "hours") for name in names]
    rows = (_row(one, speaker) for one in held)
    return table(say("held.title"), columns, rows)


def _row(held: Held, speaker: Speaker) -> tuple[Cell, ...]:
    found = told(held, speaker)
    return (
        Cell(speaker.task(held.leaf), key=held.leaf),
        Cell(speaker.short_role(held.giver), key=held.giver),
        Cell(speaker.short_role(held.role), key=held.role),
        Cell(speaker.reader.hours(held.minutes), held.minutes),
        Cell(_gates(found.rulings) or speaker.reader.plain(None)),
        Cell(" ".join(found.why)),
    )


def _gates(rulings: Iterable[ToldRuling]) -> str:
    """The requirements that hold a task; empty where the suggestion itself leaves it."""
    return ", ".join(ruling.gate_name for ruling in rulings if ruling.verdict_name)
