"""Units that do it already, in words: how far, on what terms, and what came of it."""

from collections.abc import Iterable, Iterator

from taskmap.comparison import Found, Precedent
from taskmap.followup import Gain
from taskmap.model.judgement import LocalDecision
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table


def title(found: Precedent, speaker: Speaker) -> str:
    """The task and who does it."""
    return speaker.reader.say(
        "precedent.title", task=task(found, speaker), role=speaker.role_inside(found.role)
    )


def task(found: Precedent, speaker: Speaker) -> str:
    """The task: the library's name, else the unit's."""
    if found.key in speaker.catalogue.tasks:
        return speaker.whole_task(found.key)
    return ", ".join(speaker.whole_task(each) for each in found.tasks)


def lines(found: Precedent, speaker: Speaker) -> tuple[str, ...]:
    """Everything known about it, a sentence each."""
    return tuple(_lines(found, speaker))


def examples_table(found: Iterable[Precedent], speakers: dict[str, Speaker]) -> Table:
    """Every good example in a row."""
    known = tuple(found)
    reader = next(iter(speakers.values())).reader if speakers else None
    say = reader.say if reader else str
    names = ("task", "role", "share", "instead", "unit", "organisation")
    rows = (
        (
            Cell(task(each, speakers[each.unit.id])),
            Cell(speakers[each.unit.id].role(each.role)),
            Cell(speakers[each.unit.id].reader.percent(each.share), each.share),
            Cell(speakers[each.unit.id].roles(each.instead)),
            Cell(each.unit.name),
            Cell(each.unit.organisation.name),
        )
        for each in known
    )
    columns = [Column(say(f"precedent.column.{name}"), figures=name == "share") for name in names]
    return table(say("precedent.examples_title"), columns, rows)


def none_line(found: Found, speaker: Speaker) -> str:
    """That nobody in the folder does it yet."""
    return speaker.reader.say(
        "precedent.none",
        task=speaker.task(found.move.leaf),
        role=speaker.role_inside(found.move.receiver),
    )


def _lines(found: Precedent, speaker: Speaker) -> Iterator[str]:
    reader = speaker.reader
    yield reader.say(
        "precedent.where",
        unit=found.unit.name,
        organisation=found.unit.organisation.name,
        role=speaker.role_inside(found.role),
        share=reader.percent(found.share),
        times=reader.number(found.per_week, 0 if found.per_week >= 10 else 1),
    )
    if found.instead:
        yield reader.say("precedent.instead", roles=speaker.roles(found.instead))
    for decision in found.decisions:
        yield _decision(decision, speaker)
    if found.competences:
        named = [speaker.competence(each) for each in found.competences]
        yield reader.say("precedent.competences", names=reader.list(named))
    if found.courses:
        named = [speaker.course(each) for each in found.courses]
        yield reader.say("precedent.courses", names=reader.list(named))
    for each in found.supervision:
        yield reader.say(
            "precedent.supervision", role=speaker.role(each.by),
            minutes=reader.number(each.minutes, 1),
        )  # fmt: skip
    for reason in found.reasons:
        yield reader.say("compare.reason", unit=found.unit.name, reason=reason)
    yield from _course(found, speaker)
    if found.source:
        yield reader.say("precedent.source", source=found.source)


def _decision(decision: LocalDecision, speaker: Speaker) -> str:
    say = speaker.reader.say
    told = say(f"precedent.decision.{decision.kind.value}", on=decision.on, office=decision.office)
    return (
        f"{told} {say('precedent.terms', terms=decision.conditions)}"
        if decision.conditions
        else told
    )


def _course(found: Precedent, speaker: Speaker) -> Iterator[str]:
    """What was decided and what was counted afterwards."""
    reader = speaker.reader
    if found.measure is not None:
        yield reader.say(
            "precedent.measure", on=found.measure.decided, office=found.measure.office,
            reason=found.measure.reason,
        )  # fmt: skip
    if found.results_few:
        yield reader.say("precedent.results_few")
    elif not found.results:
        yield reader.say("precedent.results_none")
    for result in found.results:
        yield _result(result, speaker)


def _result(found: Gain, speaker: Speaker) -> str:
    reader = speaker.reader
    told = reader.say(
        "precedent.result", months=found.result.months, freed=reader.hours(found.freed)
    )
    if found.of_promise is not None:
        told = (
            f"{told} {reader.say('precedent.of_promise', share=reader.percent(found.of_promise))}"
        )
    if found.result.judgement is not None:
        judged = reader.say(f"precedent.judgement.{found.result.judgement.value}")
        told = f"{told} {judged}"
    return told
