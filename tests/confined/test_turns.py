"""Children take turns, below the pages, and the same is worked once for all who ask."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from taskmap.confined.child import NICER
from taskmap.confined.run import Bounds, Cancelled, run
from taskmap.confined.turns import cores
from taskmap.confined.under_way import UnderWay
from taskmap.errors import UnitNotFound
from tests.confined import work


class Left(BaseException):
    """A page that is gone, as Streamlit says it."""


@pytest.fixture
def held(tmp_path):
    """A folder where children tell that they have begun, and the file that lets them end."""
    begun = tmp_path / "begun"
    begun.mkdir()
    yield begun, tmp_path / "end"
    (tmp_path / "end").touch()


def until(true):
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def told(held):
    return [str(path) for path in held]


def test_children_stand_below_the_pages():
    assert run(work.priority) == os.nice(0) + NICER


def test_no_more_work_at_once_than_there_are_cores(held):
    waited, brief = threading.Event(), Bounds(brief=True)
    with ThreadPoolExecutor(cores() + 1) as people:
        asked = [
            people.submit(run, work.while_there, *told(held), waits=waited.set)
            for _ in range(cores() + 1)
        ]
        until(lambda: len(list(held[0].iterdir())) == cores() and waited.is_set())
        assert run(work.double_and_where, 4, bounds=brief)[0] == 8  # past those who wait
        assert len(list(held[0].iterdir())) == cores()
        held[1].touch()
        assert len({each.result() for each in asked}) == cores() + 1


def test_who_leaves_the_line_is_not_waited_for(held):
    def leave():
        raise Left

    with ThreadPoolExecutor(cores()) as people:
        asked = [people.submit(run, work.while_there, *told(held)) for _ in range(cores())]
        until(lambda: len(list(held[0].iterdir())) == cores())
        with pytest.raises(Left):
            run(work.while_there, *told(held), waits=leave)
        with pytest.raises(Cancelled):
            run(work.while_there, *told(held), cancelled=lambda: True)
        held[1].touch()
        assert len({each.result() for each in asked}) == cores()
    assert len(list(held[0].iterdir())) == cores()  # neither ever began


def test_the_same_asked_by_two_is_worked_once_and_both_hear_of_it(held):
    under_way, heard = UnderWay(), [[], []]
    asked = partial(run, work.noted, *told(held))
    with ThreadPoolExecutor(2) as people:
        answers = [
            people.submit(
                under_way.get, "same", lambda tells: asked(tells=tells),
                {"progress": lambda *said, each=each: each.append(said)},
            )
            for each in heard
        ]  # fmt: skip
        until(lambda: all(heard))
        held[1].touch()
        assert answers[0].result() == answers[1].result()
    assert len(list(held[0].iterdir())) == 1
    assert {said for each in heard for said in each} == {("begun", 0.5)}


def test_when_the_first_leaves_the_second_works_it_out(held):
    under_way, come, heard = UnderWay(), threading.Event(), []

    def leaves(*_said):
        come.wait(60)
        raise Left

    def ask(progress):
        def worked(tells):
            return run(work.noted, *told(held), tells=tells)

        return under_way.get("same", worked, {"progress": progress})

    with ThreadPoolExecutor(2) as people:
        first = people.submit(ask, leaves)
        until(lambda: list(held[0].iterdir()))
        second = people.submit(ask, lambda *said: heard.append(said))
        until(lambda: heard)  # what the first was told, while it still was there
        come.set()
        until(lambda: len(list(held[0].iterdir())) == 2)
        held[1].touch()
        assert second.result() > 0
        with pytest.raises(Left):
            first.result()


def test_a_refusal_is_every_ones_and_is_forgotten_after():
    under_way = UnderWay()
    for _ in range(2):
        with pytest.raises(UnitNotFound):
            under_way.get("lia", lambda _: run(work.refuse, "lia"), {})
    assert under_way.get("lia", lambda _: 3, {}) == 3
