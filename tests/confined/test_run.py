"""A child process answers, tells, fails, and is ended: always as its own error."""

import os
import time
from functools import partial

import pytest

from taskmap.confined.run import Bounds, Cancelled, run
from taskmap.errors import UnitNotFound, WorkLimitReached
from tests.confined import work


def test_the_answer_comes_back_from_another_process():
    number, process = run(work.double_and_where, 21)
    assert number == 42
    assert process != os.getpid()


def test_progress_is_told_in_order():
    heard = []
    told = {"progress": lambda name, done: heard.append((name, done))}
    assert run(work.in_steps, 3, tells=told) == 3
    assert heard == [("step 0", 0.0), ("step 1", 1 / 3), ("step 2", 2 / 3)]


def test_an_error_keeps_its_class_code_and_values():
    with pytest.raises(UnitNotFound) as caught:
        run(work.refuse, "lia")
    assert caught.value.values == {"unit": "lia"}


def test_too_much_time_is_a_limit_and_the_child_is_gone():
    start = time.monotonic()
    with pytest.raises(WorkLimitReached) as caught:
        run(work.forever, bounds=Bounds(seconds=0.6))
    assert caught.value.values["limit"] == "seconds"
    assert time.monotonic() - start < 60


def test_too_much_memory_is_a_limit():
    with pytest.raises(WorkLimitReached) as caught:
        run(work.fill, 3000, bounds=Bounds(megabytes=800))
    assert caught.value.values["limit"] == "megabytes"


def test_a_child_that_dies_is_a_limit_not_a_hang():
    with pytest.raises(WorkLimitReached) as caught:
        run(work.die)
    assert caught.value.values["limit"] == "died"


def test_cancel_ends_the_child():
    since = time.monotonic()
    with pytest.raises(Cancelled):
        run(work.forever, cancelled=lambda: time.monotonic() - since > 0.3)


def test_what_a_library_prints_does_not_disturb():
    assert run(work.noisy) == "still here"


def test_what_cannot_be_sent_is_refused_here():
    with pytest.raises(Exception, match="pickle"):
        run(work.double_and_where, partial(lambda x: x, 1))


@pytest.mark.parametrize(
    ("function", "words"), [(work.odd, "Odd: one and two"), (work.unsendable, "pickle")]
)
def test_what_cannot_be_sent_is_told_at_once(function, words):
    with pytest.raises(Exception, match=words):
        run(function, bounds=Bounds(seconds=20))
