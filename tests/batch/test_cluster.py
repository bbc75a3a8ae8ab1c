"""A Dask cluster gives what this machine's processes give, also when a worker dies at work."""

import os
import signal
import threading
import time

import pytest

from taskmap.batch import Cluster, run
from taskmap.errors import ClusterOutOfReach
from tests.batch.working import SHAPES, Here, calls, documents, folder, work

distributed = pytest.importorskip("distributed")


@pytest.fixture
def cluster():
    """Two worker processes and a scheduler on this machine."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        host="127.0.0.1",
    ) as started:
        yield started


def test_a_worker_killed_in_the_middle_loses_nothing(tmp_path, cluster, monkeypatch):
    monkeypatch.setattr("taskmap.batch.cluster.CHUNK", 2)
    ids = tuple(f"enhet-{n:02}" for n in range(12))
    units, trace = folder(tmp_path / "units", ids), tmp_path / "trace"
    asked = work(trace, slow=0.2)

    def kill():
        while len(calls(trace)) < 3:
            time.sleep(0.05)
        os.kill(pids[0], signal.SIGKILL)

    with distributed.Client(cluster, set_as_default=False) as client:
        pids = sorted(client.run(os.getpid).values())
    assert len(pids) == 2
    killer = threading.Thread(target=kill)
    killer.start()
    hands = Cluster(cluster.scheduler_address)
    found = run(asked, SHAPES, documents(units), hands, place=tmp_path / "out")
    killer.join()
    assert (found.answered, found.left_out) == (12, 0)
    run(asked, SHAPES, documents(units), Here(), place=tmp_path / "here")
    for name in ("units", "findings"):
        ours, theirs = (tmp_path / place / f"{name}.parquet" for place in ("here", "out"))
        assert ours.read_bytes() == theirs.read_bytes()


def test_no_cluster_at_the_address_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("taskmap.batch.cluster.SECONDS", 1)
    units = folder(tmp_path / "units", ("alm",))
    with pytest.raises(ClusterOutOfReach):
        run(
            work(tmp_path / "trace"),
            SHAPES,
            documents(units),
            Cluster("tcp://127.0.0.1:9"),
            place=tmp_path / "out",
        )
