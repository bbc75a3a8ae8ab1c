"""Two versions of a document made one, from what they both began with."""

from taskmap.document.editing.opened import Opened, opened
from taskmap.document.versions.comments import comments
from taskmap.document.versions.follow import followed
from taskmap.document.versions.lines import merged_lines
from taskmap.document.versions.three_way import ThreeWay
from taskmap.errors import DocumentUnreadable, EditNotAsAsked
from taskmap.model.difference import Conflict, Merged
from taskmap.yamltext import Value


def merged(base: bytes, mine: bytes, theirs: bytes) -> Merged:
    """Both people's edits in one document, and what they did to the same field.

    Edits of different fields, tasks and roles stand from both, and so do comments and layout. A
    field both changed says what I wrote, and the conflict carries both; so does a task that one
    removed and the other changed. What one renamed is renamed for the other.

    Args:
        base: what both began with.
        mine: what I made of it; stands where there is a conflict.
        theirs: what the other made of it.
    """
    if theirs in (base, mine):
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    try:
        first, ours, others = opened(base), opened(mine), opened(theirs)
        return _merged(first, ours, others)
    except (DocumentUnreadable, EditNotAsAsked):
        # Nothing is put together that cannot be read: somebody looks at both.
        shown = (data.decode("utf-8", "replace") for data in (base, mine, theirs))
        return Merged(mine, (Conflict((), *shown),))


def _merged(first: Opened, ours: Opened, others: Opened) -> Merged:
    first, ours, others, conflicts = followed(first, ours, others)
    values = ThreeWay()
    wanted = values.value((), first.said, ours.said, others.said)
    made = _saying(wanted or {}, first, ours, others)
    conflicts += values.conflicts
    conflicts += _lost_comments(first, ours, others, made)
    return Merged(made.data, tuple(conflicts))


def _saying(wanted: Value, base: Opened, mine: Opened, theirs: Opened) -> Opened:
    """The document that says what is wanted, with as much of both texts as it can hold."""
    try:
        both = opened(mine.closed(merged_lines(base.text, mine.text, theirs.text)))
        return both.saying(wanted)
    except (DocumentUnreadable, EditNotAsAsked):
        # Lines that fit together only one by one: my text, with the other's fields put in.
        return mine.saying(wanted)


def _lost_comments(base: Opened, mine: Opened, theirs: Opened, made: Opened) -> list[Conflict]:
    """Comments somebody wrote that the merged text has no place for."""
    before, after = comments(base), comments(made)
    ours, others = comments(mine), comments(theirs)
    found: list[Conflict] = []
    for text in dict.fromkeys((*ours, *others)):
        expected = ours[text] + others[text] - before[text]
        if after[text] < min(expected, max(ours[text], others[text])):
            own = ours[text] > before[text]
            both = (text, None) if own else (None, text)
            found.append(Conflict(("comments",), None, *both))
    return found
