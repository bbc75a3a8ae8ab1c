"""What a picture shows is what was counted: nothing lost, nothing drawn twice."""

import pytest

from taskmap.model.question import Price
from taskmap.present.figures.division import division
from taskmap.present.figures.flow import MISSED, flow, flows
from taskmap.present.figures.inventory import Wish, asked, inventory
from taskmap.present.figures.ladder import ladder
from taskmap.present.figures.load import load
from taskmap.present.figures.matrix import matrix, offered
from taskmap.present.figures.net import net
from taskmap.present.waterfall import net_minutes


def test_every_minute_of_today_stands_in_one_cell_of_the_matrix(unit):
    levels = tuple(unit.levels.values())
    found = offered(levels, unit.naming)
    assert sum(c.minutes for c in found.values()) == sum(sum(x.today.values()) for x in levels)
    picture = matrix(levels, Price.LEVEL, unit.naming)
    heat, targets = picture.figure.data
    keys = [key for key, _ in targets.customdata]
    assert sorted(keys) == sorted(found)
    assert (heat.z == heat.z).sum() == len(found)
    assert picture.summary
    assert picture.table.rows


def test_a_cell_is_offered_first_when_its_work_could_move_down(unit):
    first = next(iter(offered(tuple(unit.levels.values()), unit.naming).values()))
    assert first.effective is not None
    assert first.effective < first.today


def test_the_ladder_has_an_arrow_for_each_task_off_its_lowest_level(unit):
    for leaves in unit.naming.groups.values():
        ids = tuple(leaf.id for leaf in leaves)
        picture = ladder(ids, unit.levels, unit.naming)
        arrows = [a for a in picture.figure.layout.annotations if a.showarrow]
        off = [
            leaf
            for leaf in ids
            if unit.levels[leaf].effective_level is not None
            and unit.levels[leaf].effective_level
            != max((unit.naming.level(r) for r in unit.levels[leaf].today), default=0)
        ]
        assert len(arrows) == len(off)
        assert len(picture.table.rows) == len(ids)


def test_shares_of_a_task_make_one(unit):
    leaves = unit.naming.mapping.leaves[:12]
    picture = division(leaves, unit.levels, unit.rulings, unit.naming)
    for leaf, row in zip(leaves, picture.figure.data[0].z, strict=True):
        assert sum(row) == pytest.approx(1.0 if leaf.roles_today() else 0.0)
    assert len(picture.table.rows) == len(leaves)


def test_what_flows_is_what_the_moves_relieve_and_take_up(unit):
    found = flows(unit.plan.moves)
    relieved = sum(minutes for (giver, _), minutes in found.items() if giver != MISSED)
    assert relieved == sum(move.minutes.relieved for move in unit.plan.moves if move.giver)
    picture = flow(unit.plan.moves, unit.naming)
    assert sum(picture.figure.data[0].link.value) == pytest.approx(sum(found.values()) / 60)
    places = picture.figure.data[0].node.y
    givers = len({giver for giver, _ in found})
    assert list(places[:givers]) == sorted(places[:givers])


def test_no_moves_is_an_empty_picture_that_says_so(unit):
    picture = flow((), unit.naming)
    assert picture.figure.data == ()
    assert picture.summary == unit.naming.reader.say("figure.flow.summary_none")


def test_the_load_before_and_after_differs_by_the_plan(unit):
    picture = load(unit.plan, unit.naming)
    before, after = (
        next(
            t
            for t in picture.figure.data
            if t.name == unit.naming.reader.say(f"figure.load.{name}")
        )
        for name in ("before", "after")
    )
    changed = sum(role.total("plan") - role.total("baseline") for role in unit.plan.roles)
    assert sum(after.x) - sum(before.x) == pytest.approx(changed / 60)
    band = unit.naming.mapping.bands[0].id
    assert sum(load(unit.plan, unit.naming, band).figure.data[1].x) < sum(before.x)


def test_gross_less_costs_ends_at_net(unit):
    for move in unit.plan.moves:
        bars = net(move, unit.naming).figure.data[0]
        assert sum(bars.x[:-1]) == pytest.approx(bars.x[-1])
        assert bars.x[-1] == pytest.approx(net_minutes(move) / 60)


def test_the_list_of_tasks_answers_what_is_asked(unit):
    everything = asked(unit.naming, unit.levels, Wish())
    assert everything == unit.naming.mapping.leaves
    some = unit.naming.task(everything[3].id)
    assert everything[3] in asked(unit.naming, unit.levels, Wish(text=some.upper()))
    role = unit.naming.roles_down[-1]
    for leaf in asked(unit.naming, unit.levels, Wish(role=role)):
        assert role in leaf.roles_today()
    lower = asked(unit.naming, unit.levels, Wish(only_lower=True))
    assert 0 < len(lower) < len(everything)
    assert len(inventory(lower, unit.levels, unit.naming).rows) == len(lower)
