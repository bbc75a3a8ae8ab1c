"""The page of a broken mapping offers its last whole version, and a click brings it back."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from taskmap.model.edit import SetField
from taskmap.workspace import Signed, Workspace

ROOT = Path(__file__).parents[2]
UNIT = "havblikk-2"


@pytest.mark.parametrize("broken", [b"taskmap: mapping/1\ntasks: [\n", None])
def test_a_click_brings_the_last_whole_version_back(tmp_path, monkeypatch, broken):
    path = tmp_path / f"{UNIT}.yaml"
    shutil.copy(ROOT / "mappings/solvik" / path.name, path)
    hall = Workspace(tmp_path, date(2026, 11, 22))
    edits = [SetField("kveldsstell", ("minutes", "likely"), 21)]
    signed = Signed(who="leader", at=datetime.now(UTC))
    hall.edit(UNIT, edits, based_on=hall.said(UNIT)[1], signed=signed)
    whole = path.read_bytes()
    path.unlink() if broken is None else path.write_bytes(broken)

    monkeypatch.setenv("TASKMAP_FOLDER", str(tmp_path))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    page.query_params["lang"], page.query_params["unit"] = "nb", path.name
    page.run()
    page.button(key=f"way_back_{path.name}").click().run()
    assert path.read_bytes() == whole
    assert not page.exception
    assert page.error == []
    assert page.query_params["unit"] == UNIT
