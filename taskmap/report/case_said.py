"""Who had a say in a case: meetings, comments and dissent word for word, holds, duties."""

from collections.abc import Iterator

from taskmap.followup import Voices, owed, voices
from taskmap.model.followup import FollowUp
from taskmap.present import participation as words_of
from taskmap.present.blocks import Block, Notice, Rows, Said, Words
from taskmap.present.table import Cell, Column, Table, table
from taskmap.report.about import About

MEETINGS_WIDTHS = (1.5, 1.5, 2.8, 2.0, 2.6)
DUTIES = ("duty", "asks", "state")
DUTIES_WIDTHS = (2.0, 5.4, 3.1)


def participation(about: About) -> Iterator[Block]:
    """Meetings, what was said, what is on hold, and the duties that bear on the plan."""
    followup = about.followup
    if followup is None:
        return
    said = followup.participation
    if said.meetings or said.comments or said.holds:
        yield Words(words_of.counts(followup, about.naming.reader))
    else:
        yield Notice(about.naming.reader.say("case.nobody"))
    met = words_of.meetings_table(followup, about.naming)
    if met.rows:
        yield Rows(met, MEETINGS_WIDTHS)
    for found in voices(followup):
        if _concerns(found, about):
            yield from _said(found, followup, about)
    duties = _duties(followup, about)
    if duties.rows:
        yield Rows(duties, DUTIES_WIDTHS)


def _concerns(found: Voices, about: About) -> bool:
    """Whether what was said is about the one measure, or about all of it."""
    return about.measure is None or found.about.whole or found.measure == about.measure


def _said(found: Voices, followup: FollowUp, about: About) -> Iterator[Said]:
    """Holds first, then comments, in the order they were made."""
    reader, subject = about.naming.reader, words_of.subject(found.about, followup, about.naming)
    for hold in found.holds:
        lead = reader.say("case.hold" if hold.stands else "case.hold_lifted")
        text = words_of.hold_line(hold, followup, reader)
        yield Said(lead=lead, about=subject, text=text, weighs=hold.stands)
    for comment in found.comments:
        lead = words_of.comment_line(comment, followup, reader)
        waits = words_of.heading(found, followup, about.naming)
        yield Said(lead=lead, about=waits, text=comment.text, weighs=comment.dissent)


def _duties(followup: FollowUp, about: About) -> Table:
    """The statutory duties, whether they are met, and what to know before leaning on each."""
    naming = about.naming
    columns = (Column(naming.reader.say(f"case.column.{name}")) for name in DUTIES)
    found = owed(naming.catalogue, naming.mapping, followup)
    told = [words_of.duty(each, followup, naming) for each in found]
    rows = (
        (
            Cell(each.title, key=each.id),
            Cell(" ".join((each.asks, *each.doubts))),
            Cell(each.state),
        )
        for each in told
    )
    return table(naming.reader.say("case.duties"), columns, rows)
