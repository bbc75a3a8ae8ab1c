"""A draft of an application for money: what a need says, and what it does not say yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from taskmap.funding import Asks, headings, missing, participants
from taskmap.language import Reader
from taskmap.model.fund import Need, Payer
from taskmap.present.fund import Told
from taskmap.present.names import lowered
from taskmap.typeset import pdf

OMSTALLNINGSFONDEN = "Omställningsfonden"  # its own name, in every language


def application(told: Told, need: Need, payer: Payer, today: date) -> bytes:
    """The draft as PDF.

    Args:
        told: the fund, in the reader's language.
        need: that money is asked for.
        payer: who is asked.
        today: the day it is made.

    Raises:
        PaperFailed: a fault of ours.
    """
    return pdf("application", _data(told, need, payer, today), told.reader.code, today)


def as_text(told: Told, need: Need, payer: Payer, today: date) -> str:
    """The draft as Markdown, to paste into the payer's own form."""
    data = _data(told, need, payer, today)
    parts = [f"# {data['heading']}: {data['name']}", *data["lines"], *data["notices"]]
    parts += [f"## {each['title']}\n\n{each['text']}" for each in data["parts"]]
    return "\n\n".join((*parts, data["made"])) + "\n"


def to(payer: Payer, reader: Reader) -> str:
    """Whom it is sent to."""
    return reader.say(f"fund.application.to.{payer}", name=OMSTALLNINGSFONDEN)


def lacks(need: Need, payer: Payer, reader: Reader) -> str:
    """What the draft lacks, in a sentence."""
    fields = [lowered(_title(each, reader)) for each in missing(need, payer)]
    if not fields:
        return reader.say("fund.application.whole")
    return reader.say("fund.application.lacks", fields=reader.list(fields))


def _data(told: Told, need: Need, payer: Payer, today: date) -> dict[str, Any]:
    say = told.reader.say
    gone, found = frozenset(missing(need, payer)), dict(_said(told, need))
    heading = say("fund.application.title")
    notices = [say("fund.page.illustrative")] if told.fund.illustrative else []
    return {
        "title": f"{heading}: {need.name}",
        "summary": say("fund.application.lead"),
        "heading": heading,
        "name": need.name,
        "lines": [
            to(payer, told.reader),
            say("fund.application.from", who=told.who(need), office=need.office),
        ],
        "notices": [*notices, lacks(need, payer, told.reader)],
        "parts": [
            {
                "title": _title(each, told.reader),
                "missing": each in gone,
                "text": say("fund.application.missing") if each in gone else found[each],
            }
            for each in headings(payer)
        ],
        "made": say("fund.application.made", day=today, fund=told.fund.name),
        "page": say("paper.page"),
        "unprintable": say("paper.unprintable"),
    }


def _said(told: Told, need: Need) -> Iterator[tuple[Asks, str]]:
    """What the need says under each heading it says something under."""
    reader, form = told.reader, need.application
    yield Asks.NEED, need.text
    yield Asks.MEASURE, need.measure or ""
    if form is not None:
        yield from (
            (Asks.GROUP, form.group or ""), (Asks.AID, form.aid or ""),
            (Asks.PERFORMER, form.performer or ""), (Asks.BEYOND, form.beyond or ""),
        )  # fmt: skip
        if form.start and form.until:
            period = reader.say("fund.application.period_told", start=form.start, until=form.until)
            yield Asks.PERIOD, period
    yield Asks.PARTICIPANTS, reader.plain(participants(need))
    yield Asks.COST, _cost(told, need)
    if need.effect is not None:
        basis = need.effect.source or reader.say(f"fund.basis.{need.effect.basis}")
        told_effect = reader.say(
            "fund.application.effect_told", hours=need.effect.hours, basis=basis.rstrip(".")
        )
        yield Asks.EFFECT, told_effect
    yield Asks.UNION, _union(reader, need)


def _cost(told: Told, need: Need) -> str:
    say = told.reader.say
    if len(need.cost) < 2:
        return say("fund.application.cost_one", cost=told.kroner(need.asked))
    years = [
        say("fund.application.cost_year", cost=told.kroner(amount), at=at)
        for at, amount in enumerate(need.cost, start=1)
    ]
    cost = told.kroner(need.asked)
    return say("fund.application.cost_years", cost=cost, years=told.reader.list(years))


def _union(reader: Reader, need: Need) -> str:
    if need.union is None:
        return ""
    status = reader.say(f"fund.union.{need.union.status}")
    after = [reader.date(need.union.on)] if need.union.on else []
    said = [part for part in (need.union.office, need.union.note) if part]
    return ". ".join((", ".join((status, *after)), *said))


def _title(asks: Asks, reader: Reader) -> str:
    return reader.say(f"fund.application.{asks}")
