"""Files for readers outside a unit are the same whatever was measured among the few."""

from datetime import date
from pathlib import Path

import pytest

from taskmap.errors import OutsideRefused
from taskmap.language import reader
from taskmap.workspace import Workspace

WARD = Path(__file__).parents[2] / "tests/cases/ward.yaml"
TODAY = date(2026, 11, 22)
UNIT = "liten-post"
TASK = """
  - id: runde
    name: Runde hos den ene
    group: housekeeping
    count: {dag: 5}
    minutes: {low: 10, likely: LIKELY, high: 60, basis: measured}
    today: sykehjemslege
    reason: Målt LIKELY minutter
    strain: [alone]
"""
ABSENT = "    bands: {dag: 100 %}\n    absence: {other_days: DAYS}\n"
FOLLOWUP = """\
taskmap: followup/1
unit: liten-post
measures:
  - {id: runde, kind: move, task: runde, from: sykehjemslege, to: sykepleier, decision: accepted,
     decided: 2026-11-01, office: leder, reason: for tiden,
     baseline: {minutes: FROZEN, promised: FROZEN, date: 2026-11-01}}
indicators: []
"""


def hall(folder, likely, outside=True):
    """A ward where one doctor was timed; what was measured differs, the pattern does not."""
    folder.mkdir()
    text = WARD.read_text(encoding="utf-8")
    days = ABSENT.replace("DAYS", str(likely / 4))
    text = text.replace("    bands: {dag: 100 %}\n", days, 1)
    text = text.replace("\ntasks:\n", "\ntasks:" + TASK.replace("LIKELY", str(likely)), 1)
    (folder / "ward.yaml").write_text(text, encoding="utf-8")
    frozen = FOLLOWUP.replace("FROZEN", str(likely * 5))
    (folder / "ward.followup.yaml").write_text(frozen, encoding="utf-8")
    found = Workspace(folder, TODAY, outside=outside)
    assert found.open(UNIT).mapping is not None
    return found


def files(found):
    question = found.question(max_changes=None)
    words = reader("nb")
    yield "csv", found.sheet_file(UNIT, ".csv", words)
    yield "xlsx", found.sheet_file(UNIT, ".xlsx", words)
    for ending in (".graphml", ".json"):
        yield ending, found.graph_file(UNIT, question, ending)
    for kind in ("unit", "actions", "newsletter", "lists"):
        yield kind, found.paper(UNIT, kind, question, words, ending=".xlsx")
    yield "pdf", found.paper(UNIT, "unit", question, words)


def test_nothing_that_goes_out_follows_from_what_was_measured_among_the_few(tmp_path):
    one = dict(files(hall(tmp_path / "one", 31)))
    other = dict(files(hall(tmp_path / "other", 47)))
    assert [name for name in one if one[name] != other[name]] == []
    for name in ("csv", ".graphml"):
        assert b"Runde hos den ene" in one[name] or name == ".graphml"
        assert b"31" not in one[name].split(b"runde")[-1][:40]


def test_inside_the_same_files_tell_it(tmp_path):
    one = hall(tmp_path / "one", 31, outside=False)
    other = hall(tmp_path / "other", 47, outside=False)
    words, question = reader("nb"), one.question(max_changes=None)
    assert one.sheet_file(UNIT, ".csv", words) != other.sheet_file(UNIT, ".csv", words)
    graphs = [each.graph_file(UNIT, question, ".graphml") for each in (one, other)]
    assert graphs[0] != graphs[1]


def test_a_paper_says_for_whom_it_was_made_and_how_much_is_left_out(tmp_path):
    found = hall(tmp_path / "one", 31).worked(
        UNIT, Workspace(tmp_path, TODAY).question(), reader("nb")
    )
    told = {note.code: dict(note.values) for note in found.outside}
    assert told["outside.made"] == {"floor": 5}
    assert told["outside.left_out"]["tasks"] >= 1
    assert found.findings == ()


def test_what_few_have_learnt_is_not_told(tmp_path):
    found = hall(tmp_path / "one", 31)
    question = found.question(max_changes=None)
    told = found.graph_file(UNIT, question, ".json").decode()
    assert '"capable"' not in told
    assert "competence_values" not in told


def test_what_is_for_those_inside_alone_is_refused(tmp_path):
    found = hall(tmp_path / "one", 31)
    for kind, ask in (
        ("case", lambda: found.paper(UNIT, "case", found.question(), reader("nb"))),
        ("mapping", lambda: found.document_file(UNIT)),
    ):
        with pytest.raises(OutsideRefused) as refused:
            ask()
        assert refused.value.values == {"kind": kind}
