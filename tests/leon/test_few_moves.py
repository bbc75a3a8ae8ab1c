"""A tolerance on the price buys fewer changed tasks, and nothing else."""

from tests.leon.small import plan, staff, task, unit


def value(found, name):
    (level,) = [level for level in found.objectives if level.name == name]
    return level.value


def test_what_the_price_may_rise_is_not_spent_on_a_lower_peak():
    mapping = unit(
        task("stell", 20, 20, "sykepleier"),
        task("prat", 2, 20, "sykepleier"),
        staffing=(staff("sykepleier", 20), staff("helsefagarbeider", 20)),
    )
    all_that_pay = plan(mapping, min_move=0)
    loose, one = (plan(mapping, min_move=0, **asked)
                  for asked in ({"few_moves": 10.0}, {"max_changes": 1}))  # fmt: skip
    assert len({move.leaf for move in all_that_pay.moves}) == 2
    assert {move.leaf for move in loose.moves} == {"stell"}
    assert value(loose, "price") == value(one, "price")
    assert value(loose, "changed") == 1
    assert [level.name for level in loose.objectives] == [level.name for level in one.objectives]


def test_without_room_in_the_tolerance_nothing_is_given_up():
    mapping = unit(
        task("stell", 20, 20, "sykepleier"),
        task("prat", 2, 20, "sykepleier"),
        staffing=(staff("sykepleier", 20), staff("helsefagarbeider", 20)),
    )
    strict, hair = plan(mapping, min_move=0), plan(mapping, min_move=0, few_moves=0.5)
    assert value(hair, "price") == value(strict, "price")
    assert value(hair, "changed") == value(strict, "changed")
