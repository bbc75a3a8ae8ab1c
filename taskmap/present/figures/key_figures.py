"""A unit in a few figures, each with a name and what it means."""

from dataclasses import dataclass

from taskmap.model.mapping import Mapping
from taskmap.model.plan import LeafLevel
from taskmap.present.figures.matrix import OPEN, above, cells
from taskmap.present.figures.naming import Naming


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure with its name, and what it means in a sentence."""

    name: str
    value: str
    meaning: str


def sentence(mapping: Mapping, levels: tuple[LeafLevel, ...], naming: Naming) -> str:
    """What is mapped, in one sentence."""
    tasks = len({leaf.task_id for leaf in mapping.leaves})
    minutes = sum(cell.minutes for cell in cells(levels, naming))
    return naming.reader.say(
        "figure.key.sentence",
        tasks=naming.reader.say("figure.tasks", n=tasks),
        roles=str(len(mapping.staffing)),
        hours=naming.reader.hours(minutes),
        on=naming.reader.date(mapping.on),
        setting=naming.reader.say(f"word.setting.{mapping.unit.setting}"),
    )


def key_figures(levels: tuple[LeafLevel, ...], naming: Naming) -> tuple[KeyFigure, ...]:
    """How much work is done above its lowest effective level, below it, and not settled."""
    found, reader = cells(levels, naming), naming.reader
    whole = sum(cell.minutes for cell in found)
    figures = {
        "mapped": whole,
        "above": above(found),
        "trained": _after_training(levels, naming),
        "open": sum(cell.minutes for cell in found if cell.lowest == OPEN),
    }
    return tuple(
        KeyFigure(
            reader.say(f"figure.key.{name}"),
            reader.hours(minutes),
            reader.say(
                f"figure.key.{name}_means",
                share=reader.percent(minutes / whole if whole else 0.0),
            ),
        )
        for name, minutes in figures.items()
    )


def _after_training(levels: tuple[LeafLevel, ...], naming: Naming) -> int:
    """Minutes a week above the lowest effective level where the effective role must learn first."""
    return sum(
        minutes
        for level in levels
        if level.needs_training and level.effective_level is not None
        for role, minutes in level.today.items()
        if naming.level(role) > level.effective_level
    )
