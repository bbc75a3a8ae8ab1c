"""A page for all who work in the unit: what was decided, what came of it, and what comes next."""

from collections.abc import Iterator, Sequence
from datetime import date

from taskmap.followup import Gain, Stage, gain, stage
from taskmap.model.followup import Decision, Measure
from taskmap.present import followup as words_of
from taskmap.present import overview
from taskmap.present.blocks import Block, Notice, Points, Rows, Section, Story, Told, Words
from taskmap.present.phrases import ended
from taskmap.present.table import Table
from taskmap.report.about import About
from taskmap.report.whole import whole

MOST_STORIES = 5  # what a page holds
MOST_NEXT = 4
FACTS = frozenset({"asked", "missed", "single"})  # what can be read without the method
NEXT_WIDTHS = (1.5, 2.4, 4.2)


def newsletter(about: About) -> Told:
    """Stories, the newest first; facts with source and day; what happens next."""
    say = about.naming.reader.say
    parts = {"stories": _told_stories, "facts": _facts, "next": _next}
    sections = (
        Section(say(f"paper.newsletter.{name}"), tuple(tell(about))) for name, tell in parts.items()
    )
    return whole("newsletter", about, sections)


def _told_stories(about: About) -> Iterator[Block]:
    found = sorted(_stories(about), key=lambda story: story[0], reverse=True)
    for _, story in found[:MOST_STORIES]:
        yield story
    if not found:
        yield Notice(about.naming.reader.say("paper.newsletter.none"))


def _stories(about: About) -> Iterator[tuple[date, Story]]:
    """What was counted last of each measure; of those without, that it began or was decided."""
    for measure in about.measures:
        counted = gain(measure)
        if counted:
            yield counted[-1].result.on, _result(measure, counted[-1], about)
        elif measure.goes_on and measure.start is not None and measure.start <= about.as_of:
            yield measure.start, _begun(measure, measure.start, about)
        else:
            yield measure.decided, _decided(measure, about)


def _result(measure: Measure, found: Gain, about: About) -> Story:
    reader = about.naming.reader
    values = {
        "after": reader.say("followup.months", n=found.result.months),
        "hours": reader.hours(abs(found.freed)),
        "now": reader.hours(found.result.minutes),
    }
    lines = [reader.say(f"paper.newsletter.{_outcome(found)}", **values)]
    if found.of_promise is not None and found.freed > 0:
        share = reader.percent(found.of_promise)
        lines.append(reader.say("paper.newsletter.of_promise", share=share))
    if found.result.judgement is not None:
        lines.append(reader.say(f"paper.newsletter.judged.{found.result.judgement}"))
    source = reader.say("paper.newsletter.source.count", day=found.result.on)
    return _story(measure, " ".join(lines), source, about)


def _outcome(found: Gain) -> str:
    if found.freed == 0:
        return "same"
    return "saved" if found.freed > 0 else "more"


def _begun(measure: Measure, start: date, about: About) -> Story:
    reader = about.naming.reader
    ready = stage(measure, about.as_of)
    key = "not_ready" if ready in {Stage.NOT_READY, Stage.ON_HOLD} else "begun"
    told = reader.say(f"paper.newsletter.{key}", day=start)
    text = f"{told} {ended(measure.reason)}"
    source = reader.say(
        "paper.newsletter.source.decision", office=measure.office, day=measure.decided
    )
    return _story(measure, text, source, about)


def _decided(measure: Measure, about: About) -> Story:
    reader = about.naming.reader
    text = words_of.decided(measure, reader)
    if measure.decision is Decision.ACCEPTED and measure.start is not None:
        text = f"{text} {reader.say('paper.newsletter.begins', day=measure.start)}"
    if measure.holds:
        text = f"{text} {reader.say('paper.newsletter.held')}"
    source = reader.say(
        "paper.newsletter.source.decision", office=measure.office, day=measure.decided
    )
    return _story(measure, text, source, about)


def _story(measure: Measure, text: str, source: str, about: About) -> Story:
    return Story(title=words_of.title(measure, about.naming), text=text, source=source)


def _facts(about: About) -> Iterator[Block]:
    """The unit's key figures, with the mapping they come from."""
    naming = about.naming
    found = overview.key_figures(about.levels, about.capacities, naming)
    told = (each for each in found if each.name in FACTS)
    yield Points(tuple(f"{each.label}: {each.figure}. {each.meaning}" for each in told))
    yield Words(naming.reader.say("paper.newsletter.source.mapping", day=naming.mapping.on))


def _next(about: About) -> Iterator[Block]:
    """What is due first."""
    found: Sequence[Measure] = about.measures
    due = words_of.due_table(found, about.as_of, about.naming)
    if due.rows:
        first = Table(due.title, due.columns, due.rows[:MOST_NEXT])
        yield Rows(first, NEXT_WIDTHS, titled=False)
    yield Words(about.naming.reader.say("paper.newsletter.say"))
