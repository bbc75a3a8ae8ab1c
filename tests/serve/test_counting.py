"""Figures for a monitor and the log for a machine: what they count, and what they never tell."""

import json
import logging
import re
import socket
import urllib.request

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from taskmap.errors import PortTaken
from taskmap.serve.counting import told
from taskmap.serve.figures import UP_TO, Figures
from taskmap.serve.written import Lines
from tests.serve.served import free_port, serving

LINE = re.compile(r'# TYPE \w+ \w+|\w+(\{(status="\d{3}"|le="[\d.+Inf]+")\})? [\d.]+')


def values(text):
    return dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))


def test_counts_are_told_in_the_format_of_prometheus():
    figures = Figures()
    figures.opened(2)
    figures.opened(-1)
    for status in (200, 404, 200):
        figures.answered(status)
    for seconds in (0.05, 0.1, 3.0, 99.0):
        figures.ran(seconds)
    figures.failed()
    text = figures.text()
    assert [line for line in text.splitlines() if not LINE.fullmatch(line)] == []
    found = values(text)
    assert found["taskmap_open_pages"] == "1"
    assert found['taskmap_answers_total{status="200"}'] == "2"
    within = [int(found[f'taskmap_page_seconds_bucket{{le="{limit}"}}']) for limit in UP_TO]
    assert within == [2, 2, 2, 2, 2, 3, 3, 3]
    assert found['taskmap_page_seconds_bucket{le="+Inf"}'] == "4"
    assert found["taskmap_page_seconds_count"] == "4"
    assert float(found["taskmap_page_seconds_sum"]) == 102.15
    assert found["taskmap_faults_total"] == "1"


def test_a_port_that_is_taken_is_told_as_that():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken) as refused:
            told(Figures(), port)
    assert refused.value.values == {"port": str(port)}


def written(name, text, *values, **more):
    record = logging.LogRecord(name, logging.ERROR, "page.py", 7, text, values, None)
    record.__dict__.update(more)
    line = Lines().format(record)
    assert "\n" not in line
    return json.loads(line)


def test_a_line_of_the_log_has_time_level_event_and_the_fault_s_number():
    line = written("taskmap", "fault %s: %s\n%s", "a1b2", "KeyError", "in _page", fault="a1b2")
    assert (line["level"], line["event"], line["fault"]) == ("error", "fault", "a1b2")
    assert line["time"].endswith("+00:00")
    assert "in _page" in line["told"]


def test_what_others_say_is_told_by_its_place_alone():
    line = written("uvicorn.error", "GET /mapping?unit=%s failed", "havblikk-2")
    assert (line["event"], line["from"], line["at"]) == ("other", "uvicorn.error", "page:7")
    assert "havblikk" not in json.dumps(line)


def _looked(service):
    """Look at one page to its end, as a browser does."""
    asked = BackMsg()
    asked.rerun_script.query_string = "lang=nb&unit=havblikk-2"
    headers = {"Cookie": service.ask("/").cookie}
    address = f"ws://127.0.0.1:{service.port}/_stcore/stream"
    origin = service.address
    with connect(
        address, additional_headers=headers, origin=origin, proxy=None, max_size=None
    ) as page:
        page.send(asked.SerializeToString())
        while not ForwardMsg.FromString(page.recv(timeout=60)).HasField("script_finished"):
            pass


def test_a_page_is_counted_and_neither_figures_nor_log_tell_which(tmp_path):
    (tmp_path / "mappings").mkdir()
    port = free_port()
    operation = f'[operation]\nmetrics_port = {port}\nlog = "json"\n'
    with serving(tmp_path, "mappings", operation=operation) as service:
        _looked(service)
        assert service.ask("/metrics").status == 200  # a page of the app, and no figures
        assert b"taskmap_" not in service.ask("/metrics").body
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            text = answer.read().decode()
        log = service.log.read_text()
    assert values(text)["taskmap_page_seconds_count"] == "1"
    assert int(values(text)['taskmap_answers_total{status="200"}']) >= 2
    assert "havblikk" not in text + log
    assert [json.loads(line)["event"] for line in log.splitlines()][:1] == ["started"]
