"""What is kept too long is told, and what people answer without having been told why."""

from datetime import UTC, date, datetime

import pytest
from test_inputs import MAPPING

from taskmap.language import reader
from taskmap.model.finding import Severity
from taskmap.present.findings import message
from taskmap.workspace import Signed, Workspace

ME = Signed(who="leader", at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
LAST = date(2028, 10, 15)
AFTER = date(2028, 10, 16)
CODE = "mapping.kept_too_long"
KEEPING = "purpose: Oppgavedeling\ndelete_after: 2028-10-15\n"


def told(folder, day, said=MAPPING):
    (folder / "sor-1.yaml").write_text(said, encoding="utf-8")
    return Workspace(folder, day).open("sor-1")


def codes(findings):
    return [finding.code for finding in findings]


def test_the_last_day_is_not_yet_too_long_and_the_next_one_is(tmp_path):
    before, after = told(tmp_path, LAST), told(tmp_path, AFTER)
    assert CODE not in codes(before.findings)
    (found,) = [finding for finding in after.findings if finding.code == CODE]
    assert found.severity is Severity.WARNING
    assert (found.place.file, found.place.line) == ("sor-1.yaml", 11)
    assert after.card.warnings == before.card.warnings + 1
    assert after.mapping == before.mapping
    assert "15. oktober 2028" in message(found, reader("nb"))


def test_an_example_is_nobodys_work_and_may_be_kept(tmp_path):
    said = MAPPING.replace("date: 2026", "illustrative: true\ndate: 2026")
    assert CODE not in codes(told(tmp_path, AFTER, said).findings)


def test_files_are_checked_as_they_are_that_day(tmp_path):
    told(tmp_path, AFTER)
    assert CODE in codes(Workspace(tmp_path, AFTER).check([tmp_path]).findings)
    assert CODE not in codes(Workspace(tmp_path, LAST).check([tmp_path]).findings)


@pytest.mark.parametrize("illustrative", [False, True])
def test_a_group_answers_for_a_purpose_and_until_a_day(tmp_path, illustrative):
    said = MAPPING.replace(KEEPING, "illustrative: true\n" if illustrative else "")
    (tmp_path / "sor-1.yaml").write_text(said, encoding="utf-8")
    hall = Workspace(tmp_path, LAST)
    hall.begin_input("sor-1", ["sykepleier"], ME)
    (card,) = hall.inputs("sor-1")
    missing = [] if illustrative else ["input.no_delete_after", "input.no_purpose"]
    assert codes(card.findings) == missing
    assert card.sheet is not None
