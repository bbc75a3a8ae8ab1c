"""A plan's moves task by task: every move once, the small ones told together."""

from dataclasses import replace

import pytest
from telling import QUESTION, dosette, plan, speaker

from taskmap.model.plan import BandLoad, MoveKind, MoveMinutes, RoleLoad
from taskmap.model.task import Chain
from taskmap.present.changes import (
    Part,
    as_counted,
    changes,
    crumbs_line,
    parts_line,
    sections,
    small_line,
)
from taskmap.present.moves import pair

CRUMB = MoveMinutes(relieved=4, taken_on=4)
LIMITED = replace(QUESTION, max_changes=3)


def full(role="sykepleier", baseline=900, other=200):
    band = BandLoad(band="dag", full=1000, room=850, other=other, baseline=baseline, plan=800)
    return RoleLoad(role=role, level=6, bands=(band,))


def told(*moves, question=LIMITED, roles=()):
    found = replace(plan(), moves=moves, question=question, roles=roles)
    return {s.part: s.changes for s in sections(found, speaker().mapping)}


@pytest.mark.parametrize("question", [QUESTION, LIMITED])
def test_every_move_stands_once(question):
    found = told(*plan().moves, question=question, roles=plan().roles)
    held = [move for parts in found.values() for change in parts for move in change.moves]
    assert sorted(map(id, held)) == sorted(map(id, plan().moves))
    assert list(found) == [part for part in Part if part in found]
    assert all("→" in pair(move, speaker()) for move in held)


def test_a_task_is_told_for_one_reason():
    assert list(told(dosette())) == [Part.COUNTED]
    assert list(told(dosette(kind=MoveKind.REPAIR), dosette())) == [Part.REPAIR]
    assert list(told(dosette(giver=None))) == [Part.TAKEN_UP]
    assert list(told(dosette(giver=None), dosette())) == [Part.COUNTED]


def test_relief_takes_only_from_those_above_their_time_and_only_under_a_limit():
    assert list(told(dosette(), roles=(full(),))) == [Part.RELIEF]
    assert list(told(dosette(), roles=(full(other=100),))) == [Part.COUNTED]  # full, not above
    assert list(told(dosette(), roles=(full(),), question=QUESTION)) == [Part.COUNTED]
    from_another = dosette(giver="matvert")
    assert list(told(dosette(), from_another, roles=(full(),))) == [Part.COUNTED]


def test_crumbs_are_counted_and_come_last():
    tasks = [leaf.id for leaf in speaker().mapping.leaves if leaf.id != "dosett"]
    small = dosette(leaf=tasks[0], minutes=CRUMB)
    found = changes((small, dosette(), dosette(minutes=CRUMB)), speaker().mapping)
    assert [change.task for change in found] == ["dosett", small.leaf.partition("/")[0]]
    first, last = found
    assert (len(first.listed), first.crumbs) == (1, 1)
    assert crumbs_line(first, speaker()) == "og 1 justering på under 5 minutter i uka"
    assert (len(last.listed), last.crumbs) == (0, 1)
    assert crumbs_line(last, speaker("sv")) == "1 justering på mindre än 5 minuter i veckan"
    two = changes((small, small), speaker().mapping)[0]
    assert crumbs_line(two, speaker()) == "2 justeringer på under 5 minutter i uka"
    assert crumbs_line(changes((dosette(),), speaker().mapping)[0], speaker()) == ""


def test_what_puts_a_breach_right_is_no_crumb():
    small = dosette(kind=MoveKind.REPAIR, minutes=CRUMB)
    assert changes((small,), speaker().mapping)[0].listed == (small,)


def test_the_headline_tells_the_parts_and_small_moves_are_gathered():
    tasks = list({leaf.task_id: leaf.id for leaf in speaker().mapping.leaves}.values())
    tasks.remove("dosett")
    moves = (
        dosette(),
        dosette(leaf=tasks[0], giver=None),
        dosette(leaf=tasks[1], kind=MoveKind.REPAIR),
        dosette(leaf=tasks[2], minutes=CRUMB),
    )
    found = replace(plan(), moves=moves, question=LIMITED, roles=())
    assert parts_line(found, speaker()) == (
        "1 oppgave flyttes. Utenom grensen: 1 oppgave rettes opp og 1 oppgave tas opp igjen. "
        "1 oppgave justeres litt."
    )
    free = parts_line(replace(found, question=QUESTION), speaker())
    assert free.startswith("1 oppgave flyttes, 1 oppgave rettes opp og 1 oppgave tas opp igjen.")
    small = sections(found, speaker().mapping)[-1]
    assert small.part is Part.SMALL
    assert small_line(small.changes[0], speaker()).endswith("på under 5 minutter i uka")


def test_tasks_that_are_done_together_count_as_one_change():
    tasks = list({leaf.task_id: leaf.id for leaf in speaker().mapping.leaves})[:3]
    leaves = [next(m.id for m in speaker().mapping.leaves if m.task_id == t) for t in tasks]
    visit = Chain(id="besok", name="Besøk", tasks=tuple(tasks[:2]), keep_together=True)
    mapping = replace(speaker().mapping, chains=(visit,))
    found = replace(
        plan(), moves=tuple(dosette(leaf=leaf) for leaf in leaves), question=LIMITED, roles=()
    )
    assert as_counted(changes(found.moves, mapping), mapping) == 2
    assert parts_line(found, replace(speaker(), mapping=mapping)) == (
        "2 endringer (3 oppgaver flyttes; de som gjøres samlet, teller som én)."
    )
