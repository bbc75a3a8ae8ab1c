"""What a process holds for good is set apart when it is loaded, and nothing else is."""

import gc
import sys
import weakref
from importlib import import_module

import pytest

from taskmap.ui import process
from taskmap.ui.process import TURN, seen_to

MANY = 50_000


class Round:
    """Something that holds itself, so that only a look for rubbish lets go of it."""

    def __init__(self):
        self.itself = self


def test_only_a_run_that_loaded_something_sets_apart_what_there_is(tmp_path, monkeypatch):
    (tmp_path / "loaded_late.py").write_text(f"HELD = [[n] for n in range({MANY})]\n")
    monkeypatch.syspath_prepend(tmp_path)
    with seen_to():
        loaded_late = import_module("loaded_late")
    apart = gc.get_freeze_count()
    assert apart >= len(loaded_late.HELD)
    with seen_to():
        mine = [[n] for n in range(MANY)]
    assert gc.get_freeze_count() < apart + len(mine)
    assert sys.getswitchinterval() == pytest.approx(TURN)


def test_a_run_that_stops_is_seen_to_as_well(tmp_path, monkeypatch):
    (tmp_path / "loaded_later.py").write_text(f"HELD = [[n] for n in range({MANY})]\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = gc.get_freeze_count()
    with pytest.raises(KeyError), seen_to():
        raise KeyError(import_module("loaded_later").__name__)
    assert gc.get_freeze_count() >= before + MANY


def test_what_makes_the_look_long_is_set_apart_and_let_go_of_later(monkeypatch):
    monkeypatch.setattr(process, "SELDOM", 0.0)
    monkeypatch.setattr(process, "LONG", 0.0)
    with seen_to():
        pass  # whatever was loaded by now
    there = Round()
    ended = weakref.ref(there)
    gc.collect()
    with seen_to():
        pass
    del there
    gc.collect()
    assert ended() is not None  # set apart, so not looked at
    with seen_to():
        pass
    assert ended() is None


def test_a_look_that_is_short_sets_nothing_apart(monkeypatch):
    monkeypatch.setattr(process, "SELDOM", 0.0)
    monkeypatch.setattr(process, "LONG", 60.0)
    with seen_to():
        pass
    mine = [[n] for n in range(MANY)]
    gc.collect()
    apart = gc.get_freeze_count()
    with seen_to():
        pass
    assert gc.get_freeze_count() < apart + len(mine)
