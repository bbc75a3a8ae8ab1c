"""Two texts made of one, line by line: what they did in different places stands from both."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Lines of the base that were replaced, and by what."""

    start: int
    end: int
    lines: tuple[str, ...]


def merged_lines(base: str, mine: str, theirs: str) -> str:
    """My text, with theirs where it touches nothing of mine."""
    old = base.splitlines(keepends=True)
    ours = _hunks(old, mine.splitlines(keepends=True))
    others = [
        hunk
        for hunk in _hunks(old, theirs.splitlines(keepends=True))
        if not any(_touch(hunk, own) for own in ours)
    ]
    # What both put in at one place stands from both, mine first.
    every = sorted((*ours, *others), key=lambda hunk: (hunk.start, hunk.end))
    found: list[str] = []
    reached = 0
    for hunk in every:
        found += [*old[reached : hunk.start], *hunk.lines]
        reached = hunk.end
    return "".join([*found, *old[reached:]])


def _touch(one: _Hunk, other: _Hunk) -> bool:
    if one == other:
        return True
    return one.start < other.end and other.start < one.end


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    matcher = SequenceMatcher(a=old, b=new)
    return [
        _Hunk(a, a_end, tuple(new[b:b_end]))
        for tag, a, a_end, b, b_end in matcher.get_opcodes()
        if tag != "equal"
    ]
