"""What is written for readers outside a unit tells nothing more, together with comparisons."""

from dataclasses import replace

import pytest

from taskmap.comparison import outside as room
from taskmap.model.amount import Basis
from taskmap.model.followup import Baseline, Decision, FollowUp, Measure, MeasureKind, Result
from tests.comparison.attack import come_too_close, on_paper, secrets
from tests.comparison.generated import partnership

SAMPLE = (3, 11)


def attacked(seeds):
    left = few = 0
    for seed in seeds:
        units = partnership(seed)
        made = [room.outside(unit) for unit in units]
        papers = [
            each for unit, one in zip(units, made, strict=True)
            for each in on_paper(unit, one.mapping)
        ]  # fmt: skip
        found, _ = come_too_close(units, papers)
        assert found == [], seed
        for unit, one in zip(units, made, strict=True):
            shown = {leaf.id for leaf in one.mapping.leaves}
            assert not shown & secrets(unit).keys()
            left, few = left + len(shown), few + len(secrets(unit))
    return left, few


def test_papers_and_comparisons_together_tell_nothing_of_the_few():
    left, few = attacked(SAMPLE)
    assert few > 5
    assert left > 4 * few


@pytest.mark.full
def test_papers_and_comparisons_of_hundreds_of_partnerships_tell_nothing():
    left, few = attacked(range(200))
    assert few > 500
    assert left > 2 * few


def _hidden():
    """A unit of a partnership with something to hide, and what is left of it."""
    for seed in range(50):
        for unit in partnership(seed):
            made = room.outside(unit)
            if made.tasks:
                return unit, made
    raise AssertionError("no unit with anything to hide")


def test_what_is_left_does_not_follow_from_what_was_hidden():
    unit, made = _hidden()
    secret = next(task for task in unit.mapping.tasks if task.id in made.tasks and task.minutes)
    high = secret.minutes.high * 1.02
    other = replace(secret, minutes=replace(secret.minutes, high=high))
    tasks = tuple(other if task is secret else task for task in unit.mapping.tasks)
    again = room.outside(replace(unit, mapping=replace(unit.mapping, tasks=tasks)))
    assert again == made
    assert any(task.strain for task in unit.mapping.tasks) or not made.mapping.strain_weights
    assert all(task.strain == () for task in made.mapping.tasks)


def test_what_was_decided_about_the_few_has_no_figures():
    unit, made = _hidden()
    open_ = next(t.id for t in unit.mapping.tasks if t.id not in made.tasks)
    many = [s.role for s in unit.mapping.staffing if s.role not in made.few]
    base = Baseline(minutes=600, promised=120, on=unit.mapping.on, mapping="a" * 64)
    result = Result(months=3, on=unit.mapping.on, minutes=480)
    said = {
        "kind": MeasureKind.MOVE, "decision": Decision.ACCEPTED, "decided": unit.mapping.on,
        "office": "leder", "reason": "for tiden", "baseline": base, "results": (result,),
    }  # fmt: skip
    found = FollowUp(
        unit=unit.id,
        measures=(
            Measure(id="hidden", task=made.tasks[0], giver=many[0], receiver=many[0], **said),
            Measure(id="few", task=open_, giver=min(made.few), receiver=many[0], **said),
            Measure(id="many", task=open_, giver=many[0], receiver=many[0], **said),
        ),
    )
    told = {each.id: each for each in room.decided(found, made).measures}
    assert [told[each].baseline for each in ("hidden", "few")] == [None, None]
    assert [told[each].results for each in ("hidden", "few")] == [(), ()]
    assert told["many"].results == (result,)
    assert told["many"].baseline == replace(base, mapping=None)


def test_published_figures_are_no_secret():
    unit, made = _hidden()
    published = replace(unit, mapping=replace(unit.mapping, source="NOU 2023: 4"))
    assert room.outside(published).mapping is published.mapping
    assert any(leaf.minutes.basis is Basis.MEASURED for leaf in published.mapping.leaves)
    assert made.mapping is not unit.mapping
