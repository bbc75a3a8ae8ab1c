"""A move in words: headline, why, gross to net, training, what it takes and what limits it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from taskmap.language import Reader
from taskmap.model.plan import Move, MoveKind, Plan, Training
from taskmap.model.question import Price, Question
from taskmap.model.units import LeafId, MinutesPerWeek, RoleId
from taskmap.present.changes import above, numbers
from taskmap.present.names import Speaker, lowered
from taskmap.present.outcome import summary
from taskmap.present.phrases import capital, how_often, in_one_unit, posts
from taskmap.present.rulings import ToldRuling, all_told
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY
from taskmap.present.waterfall import Step, net_minutes, steps, steps_table

__all__ = [
    "Step",
    "ToldMove",
    "effect",
    "line",
    "moves_table",
    "pair",
    "steps",
    "steps_table",
    "told",
    "training_line",
]

WHOLE = 0.9995  # a share above this is "all of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMove:
    """A move ready to be shown.

    Args:
        line: from whom, to whom, how often and what it frees, under its task's name.
        kind: puts a breach right, or gains; in words.
        effect: net hours and freed posts, a sentence.
        reasons: why it pays, one sentence each.
        steps: from gross to net.
        training: who must learn what; empty when nobody must.
        limits: what stopped more from moving; empty when all of it moves.
        cautions: what to know before deciding.
        rulings: the six gates.
    """

    line: str
    kind: str
    effect: str
    reasons: tuple[str, ...]
    steps: tuple[Step, ...]
    training: tuple[str, ...]
    limits: tuple[str, ...]
    cautions: tuple[str, ...]
    rulings: tuple[ToldRuling, ...]


def told(move: Move, plan: Plan, speaker: Speaker) -> ToldMove:
    """One move of a plan in words."""
    return ToldMove(
        line=line(move, speaker),
        kind=speaker.reader.say(f"move.kind.{move.kind}"),
        effect=effect(move, speaker),
        reasons=tuple(_reasons(move, plan, speaker)),
        steps=steps(move, speaker),
        training=tuple(training_line(t, speaker) for t in move.training),
        limits=tuple(_limits(move, speaker)),
        cautions=tuple(_cautions(move, speaker)),
        rulings=all_told(move.rulings, move.leaf, move.receiver, speaker),
    )


def line(move: Move, speaker: Speaker) -> str:
    """A move under its task's name: case, from whom, to whom, how often, what it frees."""
    reader = speaker.reader
    values = {
        "receiver": speaker.role_inside(move.receiver),
        "often": how_often(move.occurrences, reader),
        "gross": reader.hours(move.minutes.relieved),
        "net": reader.hours(net_minutes(move)),
        "taken_on": reader.hours(move.minutes.taken_on),
    }
    if move.giver is None:
        told = capital(reader.say("move.line_missed", **values))
    else:
        giver = speaker.role_inside(move.giver)
        told = capital(reader.say("move.line", giver=giver, **values))
    case = speaker.mapping.by_leaf[move.leaf].case
    return f"{case.name}: {lowered(told)}" if case else told


def pair(move: Move, speaker: Speaker) -> str:
    """Giver and receiver of a move, and the case where there is one, for a button."""
    case = speaker.mapping.by_leaf[move.leaf].case
    named = f"{capital(_from(move, speaker))} → {speaker.short_role(move.receiver)}"
    return f"{case.name}: {named}" if case else named


def effect(move: Move, speaker: Speaker) -> str:
    """What the move frees, gross and net, in hours and posts."""
    reader = speaker.reader
    values = {
        "gross": reader.hours(move.minutes.relieved),
        "net": reader.hours(net_minutes(move)),
        "receiver": speaker.role_inside(move.receiver),
        "taken_on": reader.hours(move.minutes.taken_on),
    }
    if move.giver is None:
        return capital(reader.say("move.effect_missed", **values))
    giver = speaker.role_inside(move.giver)
    if speaker.is_outside(move.receiver):
        return capital(reader.say("move.effect_outside", **values, giver=giver))
    return capital(
        reader.say(
            "move.effect",
            **values,
            giver=giver,
            posts_gross=posts(move.freed_fte_gross, reader),
            posts_net=posts(move.freed_fte_net, reader),
        )
    )


def training_line(training: Training, speaker: Speaker) -> str:
    """Who must learn what, how long it takes and what it costs."""
    reader = speaker.reader
    currency = CURRENCY.get(speaker.catalogue.country, "EUR")
    return reader.say(
        "move.training_line",
        n=training.persons,
        role=speaker.role_inside(training.role),
        competence=speaker.competence(training.competence),
        hours=reader.hours(training.hours_per_person * 60),
        price=reader.money(training.price_per_person * training.persons, currency, 0),
    )


def moves_table(plan: Plan, speaker: Speaker) -> Table:
    """The moves, one row each, under the number of their task; small ones last, without.

    Relieved is how often times how long, and net is relieved less what is taken on and beside, so
    whoever has the table alone can work a row out again.
    """
    say, reader = speaker.reader.say, speaker.reader
    columns = (
        Column(say("move.column.rank"), figures=True),
        Column(say("move.column.task")),
        Column(say("move.column.from")),
        Column(say("move.column.to")),
        Column(say("move.column.often")),
        Column(say("move.column.each"), figures=True),
        Column(say("move.column.gross"), figures=True, unit="minutes"),
        Column(say("move.column.taken_on"), figures=True, unit="minutes"),
        Column(say("move.column.beside"), figures=True, unit="minutes"),
        Column(say("move.column.net"), figures=True, unit="minutes"),
    )
    figures = [n for move in plan.moves for n in _minutes(move)]
    written = in_one_unit(figures, reader)
    rank = _ranks(plan, speaker)
    rows = (
        (
            _number(rank[move.leaf], speaker),
            Cell(speaker.task(move.leaf), key=move.leaf),
            Cell(_from(move, speaker), key=move.giver),
            Cell(speaker.short_role(move.receiver), key=move.receiver),
            Cell(how_often(move.occurrences, reader), move.occurrences),
            Cell(_each(move, reader), move.to_minutes),
            *(Cell(written(n), n) for n in _minutes(move)),
        )
        for move in sorted(plan.moves, key=lambda move: rank[move.leaf] or len(plan.moves) + 1)
    )
    return table(say("move.title"), columns, rows, summary(plan, speaker))


def _minutes(move: Move) -> tuple[MinutesPerWeek, ...]:
    """Relieved, taken on, what goes with it, and net."""
    found = move.minutes
    beside = found.supervision + found.handover + found.training
    return (found.relieved, found.taken_on, beside, net_minutes(move))


def _each(move: Move, reader: Reader) -> str:
    """Minutes of one occurrence in the giver's hands, and in the receiver's where they differ."""
    after = reader.minutes(move.to_minutes)
    if move.from_minutes in {None, move.to_minutes}:
        return after
    return f"{reader.minutes(move.from_minutes or 0)} → {after}"


def _ranks(plan: Plan, speaker: Speaker) -> dict[LeafId, int]:
    """The number of each moved leaf's task; 0 for those with none."""
    task_of, found = speaker.mapping.by_leaf, numbers(plan, speaker.mapping)
    return {move.leaf: found.get(task_of[move.leaf].task_id, 0) for move in plan.moves}


def _number(rank: int, speaker: Speaker) -> Cell:
    return Cell(str(rank), rank) if rank else Cell(speaker.reader.plain(None))


def _from(move: Move, speaker: Speaker) -> str:
    if move.giver is None:
        return speaker.reader.say("move.from_nobody")
    return speaker.short_role(move.giver)


def _reasons(move: Move, plan: Plan, speaker: Speaker) -> Iterator[str]:
    """Why the plan has the move; a repair and missed work need no gain to be there."""
    reader = speaker.reader
    if move.kind is MoveKind.REPAIR:
        yield reader.say("move.why.repair")
    elif move.giver is None:
        yield reader.say("move.why.missed")
    elif speaker.is_outside(move.receiver):
        yield _opened(move.receiver, speaker)
    elif _relieves_upwards(move, plan, speaker):
        yield capital(reader.say("move.why.up_relief", **_levels(move.giver, move, speaker)))
    elif _pays(move):
        yield from _gains(move, move.giver, plan.question, speaker)
    else:
        yield reader.say("move.why.not_alone")
    if move.breakeven_weeks is not None:
        yield reader.say("move.breakeven_weeks", n=max(1, ceil(move.breakeven_weeks)))


def _opened(role: RoleId, speaker: Speaker) -> str:
    """Who decided, and when, that somebody outside the staff may take part."""
    staff = speaker.mapping.by_role.get(role)
    receiver = speaker.role_inside(role)
    if staff is None or staff.acceptance is None:
        return capital(speaker.reader.say("move.why.outside", receiver=receiver))
    accepted = staff.acceptance
    values = {"office": accepted.office, "date": speaker.reader.date(accepted.on)}
    return capital(speaker.reader.say("move.why.outside_decided", receiver=receiver, **values))


def _pays(move: Move) -> bool:
    """The receiver uses less than the time at which the price would no longer fall."""
    if move.breakeven_factor is None or not move.from_minutes:
        return True
    return move.to_minutes / move.from_minutes < move.breakeven_factor


def _relieves_upwards(move: Move, plan: Plan, speaker: Speaker) -> bool:
    """Whether work goes up because those who do it have more of it than time."""
    up = move.giver is not None and speaker.level(move.receiver) > speaker.level(move.giver)
    return up and any((move.giver, band.band) in above(plan) for band in move.bands)


def _levels(giver: RoleId, move: Move, speaker: Speaker) -> dict[str, str | int]:
    levels = (speaker.level(giver), speaker.level(move.receiver))
    return {
        "giver": speaker.role_inside(giver),
        "receiver": speaker.role_inside(move.receiver),
        "high": max(levels),
        "low": min(levels),
    }


def _gains(move: Move, giver: RoleId, question: Question, speaker: Speaker) -> Iterator[str]:
    reader = speaker.reader
    levels = (speaker.level(giver), speaker.level(move.receiver))
    way = "down" if levels[1] < levels[0] else "up" if levels[1] > levels[0] else "sideways"
    values = _levels(giver, move, speaker)
    yield capital(reader.say(f"move.why.{way}", **values))
    if move.price_saved > 0 and question.price is Price.COST:
        currency = CURRENCY.get(speaker.catalogue.country, "EUR")
        yield reader.say("move.why.cost", saved=reader.money(move.price_saved / 100, currency, 0))
    if move.breakeven_factor is not None:
        factor = reader.number(move.breakeven_factor, 1)
        yield reader.say("move.breakeven_factor", factor=factor, **values)


def _limits(move: Move, speaker: Speaker) -> Iterator[str]:
    if move.share < WHOLE:
        yield speaker.reader.say("move.part", share=_small_share(move.share, speaker))
    for code, bands in _by_code(move.cut_by):
        values = {"receiver": speaker.role_inside(move.receiver), "bands": speaker.bands(bands)}
        yield capital(speaker.reader.say(f"move.cut.{code}", **values))


def _small_share(share: float, speaker: Speaker) -> str:
    """Per cent, with a decimal where none would say nothing at all."""
    return speaker.reader.percent(share, 0 if share >= 0.01 else 1)


def _by_code(cut_by: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for band, code in cut_by:
        found.setdefault(code, []).append(band)
    return list(found.items())


def _cautions(move: Move, speaker: Speaker) -> Iterator[str]:
    if move.needs_company:
        yield speaker.reader.say("move.caution.needs_company")
    if move.flips_if_level_wrong:
        yield speaker.reader.say("move.caution.flips")
