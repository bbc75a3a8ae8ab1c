"""A task done in another way, in words: what, who and when, what it costs, gross to net."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from taskmap.model.alternative import AlternativeKind
from taskmap.model.other_way import MARK, OtherWay
from taskmap.model.plan import Chosen, Plan, WayLeft
from taskmap.model.question import Price, Question
from taskmap.model.ruling import ITSELF
from taskmap.model.units import MinutesPerWeek
from taskmap.present.moves import training_line
from taskmap.present.names import Speaker
from taskmap.present.phrases import adding_up, capital, how_often, signed
from taskmap.present.rulings import ToldRuling, all_told
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY
from taskmap.present.waterfall import Step

AS_IN_A_MOVE = ("supervision", "handover", "training")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAlternative:
    """A chosen alternative ready to be shown.

    Args:
        title: the task, and the way it is done instead.
        kind: which of the five, in words.
        effect: what it frees, gross and net, a sentence.
        lines: who and when, what it costs, what to know; one sentence each.
        steps: from gross to net.
        training: who must learn what; empty when nobody must.
        rulings: of the way itself, then the six gates of each role that does it.
    """

    title: str
    kind: str
    effect: str
    lines: tuple[str, ...]
    steps: tuple[Step, ...]
    training: tuple[str, ...]
    rulings: tuple[ToldRuling, ...]


def told(chosen: Chosen, question: Question, speaker: Speaker) -> ToldAlternative:
    """One alternative in words."""
    way = way_of(chosen, speaker)
    hands = ((ITSELF, chosen.rulings), *chosen.hands.items())
    return ToldAlternative(
        title=title(chosen, speaker),
        kind=capital(speaker.reader.say(f"alternative.kind.{chosen.kind}")),
        effect=effect(chosen, speaker),
        lines=tuple(_lines(chosen, way, question, speaker)),
        steps=steps(chosen, speaker),
        training=tuple(training_line(t, speaker) for t in chosen.trainings),
        rulings=tuple(
            one for role, said in hands for one in all_told(said, chosen.task, role, speaker)
        ),
    )


def title(chosen: Chosen, speaker: Speaker) -> str:
    """The task, and the way it is done instead."""
    task = speaker.whole_task(chosen.task)
    return speaker.reader.say("alternative.title", task=task, way=_name(chosen, speaker))


def _name(chosen: Chosen | WayLeft, speaker: Speaker) -> str:
    """The way in the unit's own words, or by its kind."""
    name = way_of(chosen, speaker).alternative.name
    return name or speaker.reader.say(f"alternative.kind.{chosen.kind}")


def left_table(plan: Plan, speaker: Speaker) -> Table:
    """The ways that were accepted and are not taken, and what holds each."""
    say = speaker.reader.say
    columns = [Column(say(f"alternative.left.{name}")) for name in ("task", "way", "why")]
    rows = (
        (
            Cell(speaker.whole_task(left.task), key=left.task),
            Cell(capital(_name(left, speaker)), key=left.alternative),
            Cell(_why(left, speaker)),
        )
        for left in plan.ways_left
    )
    return table(say("alternative.left.title"), columns, rows)


def _why(left: WayLeft, speaker: Speaker) -> str:
    said = all_told(left.rulings, left.task, ITSELF, speaker)
    return " ".join(part for one in said for part in (one.why, one.way) if part)


def effect(chosen: Chosen, speaker: Speaker) -> str:
    """What it frees, gross and net."""
    hours = speaker.reader.hours
    gross = sum(chosen.relieved.values())
    key = "alternative.effect" if chosen.net != gross else "alternative.effect_all"
    if chosen.net <= 0:
        key = "alternative.effect_none"
    return speaker.reader.say(key, gross=hours(gross), net=hours(chosen.net))


def steps(chosen: Chosen, speaker: Speaker) -> tuple[Step, ...]:
    """From what each role is relieved of, less what it takes instead, to what is left."""
    found = list(_minutes(chosen, speaker))
    written = adding_up((minutes for _, minutes in found), chosen.net, speaker.reader)
    net = Step(
        label=speaker.reader.say("move.step.net"),
        minutes=chosen.net,
        hours=written(chosen.net),
        arithmetic="",
        total=True,
    )
    return (*(_step(i, label, n, written) for i, (label, n) in enumerate(found)), net)


def summary(plan: Plan, speaker: Speaker) -> str:
    """What the plan's alternatives come to together, a sentence; empty when there are none."""
    if not plan.alternatives:
        return ""
    gross = sum(sum(chosen.relieved.values()) for chosen in plan.alternatives)
    net = sum(chosen.net for chosen in plan.alternatives)
    hours = speaker.reader.hours
    return speaker.reader.say(
        "alternative.summary", n=len(plan.alternatives), gross=hours(gross), net=hours(net)
    )


def way_of(chosen: Chosen | WayLeft, speaker: Speaker) -> OtherWay:
    """The alternative as the mapping has it."""
    name = f"{chosen.task}{MARK}{chosen.alternative}"
    return next(way for way in speaker.mapping.other_ways if way.id == name)


def _step(place: int, label: str, minutes: int, written: Callable[[int], str]) -> Step:
    return Step(
        label=capital(label),
        minutes=minutes,
        hours=signed(minutes, written),
        arithmetic="",
        total=place == 0,
    )


def _minutes(chosen: Chosen, speaker: Speaker) -> Iterator[tuple[str, MinutesPerWeek]]:
    """Label and signed minutes of every step: by role what is relieved and taken on."""
    say = speaker.reader.say
    for role, minutes in chosen.relieved.items():
        yield say("move.step.relieved", role=speaker.role_inside(role)), minutes
    for role, minutes in chosen.taken_on.items():
        yield say("alternative.step.taken_on", role=speaker.role_inside(role)), -minutes
    if chosen.one_off:
        yield say("alternative.step.one_off"), -sum(chosen.one_off.values())
    for part in AS_IN_A_MOVE:
        minutes = sum(getattr(chosen, part).values())
        if minutes:
            yield say(f"move.step.{part}"), -minutes


def _lines(chosen: Chosen, way: OtherWay, question: Question, speaker: Speaker) -> Iterator[str]:
    yield from _who(chosen, way, speaker)
    yield from _costs(chosen, way, question, speaker)
    if chosen.missed:
        gone = chosen.kind is AlternativeKind.STOP
        key = "alternative.missed_stop" if gone else "alternative.missed"
        yield speaker.reader.say(key, share=speaker.reader.percent(chosen.missed))


def _who(chosen: Chosen, way: OtherWay, speaker: Speaker) -> Iterator[str]:
    """How often it is done, when, and by whom."""
    if way.leaf is None:
        yield speaker.reader.say("alternative.nobody")
        return
    counted = {band: n for band, n in way.leaf.count.items() if n > 0}
    values = {
        "often": how_often(sum(counted.values()), speaker.reader),
        "bands": speaker.bands(counted),
    }
    if way.here is None:
        there = way.alternative
        yield speaker.reader.say(
            "alternative.elsewhere",
            **values,
            unit=there.unit or "",
            role=speaker.role_inside(there.unit_role or ""),
            hours=speaker.reader.hours(chosen.elsewhere),
            room=speaker.reader.hours((there.unit_room or 0.0) * 60),
        )
    else:
        roles = speaker.roles(chosen.taken_on)
        yield speaker.reader.say("alternative.who", **values, roles=roles)


def _costs(chosen: Chosen, way: OtherWay, question: Question, speaker: Speaker) -> Iterator[str]:
    reader, currency = speaker.reader, CURRENCY.get(speaker.catalogue.country, "EUR")
    if chosen.kroner:
        yield reader.say("alternative.kroner", cost=reader.money(chosen.kroner, currency, 0))
    once = {role: hours for role, hours in way.alternative.one_off_hours.items() if hours > 0}
    if once:
        yield reader.say(
            "alternative.one_off",
            hours=reader.hours(sum(once.values()) * 60),
            roles=speaker.roles(once),
            n=question.horizon_weeks,
        )
    if question.price is Price.COST and chosen.price_saved > 0:
        saved = reader.money(chosen.price_saved / 100, currency, 0)
        yield reader.say("alternative.saved", saved=saved)
