"""Many units: each told once, whatever dies on the way, and the same bytes whoever works."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from taskmap.batch import run
from taskmap.batch.kept import Kept
from tests.batch.working import SHAPES, calls, documents, folder, local, work, write

IDS = ("alm", "bjork", "gran", "osp", "rogn")


def table(place, name="units"):
    return pd.read_parquet(place / f"{name}.parquet")


def test_every_unit_is_told_and_a_broken_or_shared_one_says_why(tmp_path):
    units = folder(tmp_path / "units", IDS)
    (units / "ek.yaml").write_text("taskmap: mapping/1\nunit: [", encoding="utf-8")
    (units / "alm-igjen.yaml").write_text((units / "alm.yaml").read_text() + "\n", encoding="utf-8")
    found = run(
        work(tmp_path / "trace"), SHAPES, documents(units), local(1), place=tmp_path / "out"
    )
    assert (found.units, found.answered, found.left_out) == (7, 4, 3)
    assert table(tmp_path / "out")["unit"].tolist() == ["bjork", "gran", "osp", "rogn"]
    told = table(tmp_path / "out", "findings").query("severity == 'error'")
    assert told["file"].tolist() == ["alm-igjen.yaml", "alm.yaml", "ek.yaml"]
    assert told["code"].tolist()[:2] == ["unit.id_shared"] * 2
    assert told["line"].tolist()[2] > 0


def test_one_process_and_two_give_the_same_bytes_and_nothing_is_worked_twice(tmp_path):
    units = folder(tmp_path / "units", IDS)
    trace = tmp_path / "trace"
    for place, processes in (("one", 1), ("two", 2)):
        run(work(trace), SHAPES, documents(units), local(processes), place=tmp_path / place)
    assert sorted(calls(trace)) == sorted(IDS * 2)
    for name in ("units", "findings"):
        one, two = ((tmp_path / place / f"{name}.parquet").read_bytes() for place in ("one", "two"))
        assert one == two
    write(units, "gran", 77)
    again = run(work(trace), SHAPES, documents(units), local(1), place=tmp_path / "one")
    assert again.taken_up == 4
    assert calls(trace)[10:] == ["gran"]


def test_a_dead_process_costs_no_unit_its_answer_but_the_one_that_always_kills(tmp_path):
    units = folder(tmp_path / "units", IDS)
    trace, place = tmp_path / "trace", tmp_path / "out"
    asked = work(trace, deadly=("gran",), once=("osp",))
    found = run(asked, SHAPES, documents(units), local(2), place=place)
    assert table(place)["unit"].tolist() == ["alm", "bjork", "osp", "rogn"]
    told = table(place, "findings").query("severity == 'error'")
    assert (told["file"].tolist(), told["code"].tolist()) == (["gran.yaml"], ["batch.died"])
    assert found.left_out == 1
    ended = len(calls(trace))
    again = run(asked, SHAPES, documents(units), local(1), place=place)
    assert again.taken_up == 4
    assert set(calls(trace)[ended:]) == {"gran"}  # tried again, and nothing else


def test_an_answer_cut_in_half_is_worked_again(tmp_path):
    units = folder(tmp_path / "units", IDS[:2])
    trace, place, asked = tmp_path / "trace", tmp_path / "out", work(tmp_path / "trace")
    run(asked, SHAPES, documents(units), local(1), place=place)
    whole = (place / "units.parquet").read_bytes()
    kept = min((place / ".kept").rglob("*.json"))
    kept.write_bytes(kept.read_bytes()[:40])
    assert kept.stem not in Kept(place / ".kept")
    run(asked, SHAPES, documents(units), local(1), place=place)
    assert len(calls(trace)) == 3
    assert (place / "units.parquet").read_bytes() == whole


SCRIPT = """
import sys
from pathlib import Path
from taskmap.batch import run
from tests.batch.working import SHAPES, documents, local, work
if __name__ == "__main__":
    here = Path(sys.argv[1])
    run(work(here / "trace", slow=0.3), SHAPES, documents(here / "units"), local(2),
        place=here / "out")
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of its own")
def test_a_run_killed_in_the_middle_goes_on_where_it_was(tmp_path):
    ids = tuple(f"enhet-{n:02}" for n in range(16))
    folder(tmp_path / "units", ids)
    (tmp_path / "script.py").write_text(SCRIPT)
    environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, str(tmp_path / "script.py"), str(tmp_path)]
    begun = subprocess.Popen(command, env=environment)
    kept = tmp_path / "out/.kept"
    while len(list(kept.rglob("*.json"))) < 3:
        assert begun.poll() is None
        time.sleep(0.05)
    begun.send_signal(signal.SIGKILL)
    begun.wait()
    finished = len(list(kept.rglob("*.json")))
    assert 3 <= finished < len(ids)
    assert not (tmp_path / "out/units.parquet").exists()
    _until_quiet(tmp_path / "trace")
    before = len(calls(tmp_path / "trace"))
    subprocess.run(command, env=environment, check=True)
    assert len(calls(tmp_path / "trace")) - before == len(ids) - finished
    assert table(tmp_path / "out")["unit"].tolist() == list(ids)


def _until_quiet(trace):
    """The killed run's processes end by themselves; then the trace no longer grows."""
    size = -1
    while trace.stat().st_size != size:
        size = trace.stat().st_size
        time.sleep(0.7)
