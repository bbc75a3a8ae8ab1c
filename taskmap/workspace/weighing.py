"""Groups' answers side by side, where they agree, and edits that take one of them over."""

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from taskmap.model.amount import Duration
from taskmap.model.edit import Edit, EditValue
from taskmap.model.input import GroupId
from taskmap.model.mapping import Mapping
from taskmap.model.said import TaskSaid
from taskmap.model.units import BandId, RoleId, Share, TaskId
from taskmap.workspace.cards import InputCard
from taskmap.workspace.starting_work import Shares, counted_bands, said_together, who_in

# Two answers within so much of the larger agree; of who does it, within so many of 100 hands.
# Our own estimate: closer than anybody counts from memory, see docs/decisions/0023.
TOLERANCE = 0.10
_DECIMALS = 2


class Aspect(StrEnum):
    """What is decided of a task, one by one; named as the field of the mapping."""

    COUNT = "count"
    MINUTES = "minutes"
    TODAY = "today"


class Standing(StrEnum):
    """How the answers about one thing stand to each other."""

    DIFFER = "differ"
    LACKING = "lacking"  # fewer than two have answered
    AGREE = "agree"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the groups say of one aspect of one task.

    Args:
        answered: groups that said something, in the order of the cards.
        silent: those that did not.
    """

    task: TaskId
    aspect: Aspect
    standing: Standing
    answered: tuple[GroupId, ...]
    silent: tuple[GroupId, ...]


def weighed(cards: Sequence[InputCard], tasks: Sequence[TaskId]) -> tuple[Weighed, ...]:
    """Every aspect of every task, in the mapping's order."""
    sound = [card for card in cards if card.sheet is not None]
    return tuple(_weighed(sound, task, aspect) for task in tasks for aspect in Aspect)


def _weighed(cards: Sequence[InputCard], task: TaskId, aspect: Aspect) -> Weighed:
    said = [card for card in cards if _has(card, task, aspect)]
    silent = tuple(card.id for card in cards if card not in said)
    standing = Standing.LACKING
    if len(said) > 1:
        alike = all(_alike(one, other, task, aspect) for one, other in combinations(said, 2))
        standing = Standing.AGREE if alike else Standing.DIFFER
    return Weighed(task, aspect, standing, tuple(card.id for card in said), silent)


def _has(card: InputCard, task: TaskId, aspect: Aspect) -> bool:
    return card.input is not None and aspect in card.input.answers.get(task, {})


def _alike(one: InputCard, other: InputCard, task: TaskId, aspect: Aspect) -> bool:
    if aspect is Aspect.COUNT:
        return _close(_a_week(one, task), _a_week(other, task))
    if aspect is Aspect.MINUTES:
        return _close(*({"": _minutes(card, task).likely} for card in (one, other)))
    mine, theirs = _today(one, task), _today(other, task)
    shared = mine.keys() & theirs.keys()
    if not shared:
        return one.said[task].today == other.said[task].today
    return all(_hands_close(mine[band], theirs[band]) for band in shared)


def _close(one: MappingOf[BandId, float], other: MappingOf[BandId, float]) -> bool:
    pairs = ((one.get(band, 0.0), other.get(band, 0.0)) for band in {*one, *other})
    return all(abs(a - b) <= TOLERANCE * max(a, b) + 1e-9 for a, b in pairs)


def _hands_close(one: MappingOf[RoleId, Share], other: MappingOf[RoleId, Share]) -> bool:
    pairs = ((one.get(role, 0.0), other.get(role, 0.0)) for role in {*one, *other})
    return all(abs(a - b) <= TOLERANCE + 1e-9 for a, b in pairs)


def _sheet(card: InputCard) -> Mapping:
    if card.sheet is None:
        raise ValueError(f"{card.file} has no sheet")
    return card.sheet


def _a_week(card: InputCard, task: TaskId) -> dict[BandId, float]:
    sheet = _sheet(card)
    count = sheet.by_task[task].count
    return count.per_week(sheet.volumes) if count else {}


def _minutes(card: InputCard, task: TaskId) -> Duration:
    found = _sheet(card).by_task[task].minutes
    if found is None:
        raise ValueError(f"{card.file} says no minutes of {task}")
    return found


def _today(card: InputCard, task: TaskId) -> MappingOf[BandId, MappingOf[RoleId, Share]]:
    return _sheet(card).by_task[task].today


def taken(
    said: TaskSaid, mapping: Mapping, cards: Sequence[InputCard], aspects: Sequence[Aspect]
) -> tuple[Edit, ...]:
    """Edits that let the mapping say of a task what groups say, all aspects together.

    Args:
        said: the task as the mapping's document writes it.
        mapping: the unit.
        cards: one group: its own answer; several: the range of their minutes, else their middle.
        aspects: what is decided.
    """
    task, counted, count, minutes = said.id, None, None, None
    if Aspect.COUNT in aspects:
        count = _middle_count(cards, task)
        counted = {b for card in cards for b in counted_bands(card.said[task], mapping.bands)}
    if Aspect.MINUTES in aspects:
        minutes = _range(cards, task)
    who = _middle_who(cards, task, mapping) if Aspect.TODAY in aspects else None
    return said_together(said, mapping, count=count, counted=counted, minutes=minutes, who=who)


def _written(cards: Sequence[InputCard], task: TaskId, aspect: Aspect) -> EditValue:
    """What all of them wrote, where they wrote the same; else None."""
    found = [card.input.answers[task][aspect] for card in cards if card.input is not None]
    return found[0] if all(each == found[0] for each in found) else None


def _middle_count(cards: Sequence[InputCard], task: TaskId) -> EditValue:
    alike = _written(cards, task, Aspect.COUNT)
    if alike is not None:
        return alike
    weeks = [_a_week(card, task) for card in cards]
    bands = [band for band in _sheet(cards[0]).band_ids if any(band in week for week in weeks)]
    return {
        band: round(sum(week.get(band, 0.0) for week in weeks) / len(weeks), _DECIMALS)
        for band in bands
    }


def _range(cards: Sequence[InputCard], task: TaskId) -> EditValue:
    alike = _written(cards, task, Aspect.MINUTES)
    if alike is not None:
        return alike
    said = [_minutes(card, task) for card in cards]
    return {
        "low": min(each.low for each in said),
        "likely": round(sum(each.likely for each in said) / len(said), _DECIMALS),
        "high": max(each.high for each in said),
        "basis": "estimate",
    }


def _middle_who(cards: Sequence[InputCard], task: TaskId, mapping: Mapping) -> dict[BandId, Shares]:
    if len(cards) == 1 or _written(cards, task, Aspect.TODAY) is not None:
        found = {band: who_in(cards[0].said[task], band, mapping) for band in mapping.band_ids}
        return {band: shares for band, shares in found.items() if shares}
    todays = [_today(card, task) for card in cards]
    bands = [band for band in mapping.band_ids if all(band in today for today in todays)]
    return {band: _per_cent([today[band] for today in todays]) for band in bands}


def _per_cent(shares: Sequence[MappingOf[RoleId, Share]]) -> Shares:
    """The middle of shares in whole per cents; the largest has what the others leave."""
    roles = dict.fromkeys(role for each in shares for role in each)
    middle = {role: sum(each.get(role, 0.0) for each in shares) / len(shares) for role in roles}
    by_size = sorted(middle, key=lambda role: -middle[role])
    rest = {role: round(100 * middle[role]) for role in by_size[1:]}
    found = {by_size[0]: 100 - sum(rest.values()), **rest}
    kept = {role: f"{share} %" for role, share in found.items() if share > 0}
    return dict.fromkeys(kept) if len(kept) == 1 else kept
