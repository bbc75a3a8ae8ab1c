"""`taskmap forget`, `taskmap audit` and `taskmap store unit`, with what they tell."""

import json

import pytest
from running import WARD

MEASURED = "minutes: {low: 18, likely: 25, high: 40, basis: measured}"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "mappings"
    place.mkdir()
    text = WARD.read_text(encoding="utf-8").replace(
        "minutes: {low: 18, likely: 25, high: 40, basis: estimate}", MEASURED
    )
    assert MEASURED in text
    (place / "ward.yaml").write_text(text, encoding="utf-8")
    return place


def words(said):
    return " ".join(said.out.split())


def test_what_would_go_is_shown_then_goes_and_the_trail_tells(taskmap, folder):
    asked = ("forget", "liten-post", "--folder", folder, "--what", "registered")
    shown = taskmap(*asked, "--office", "verneombud", "--lang", "nb")
    assert shown.status == 0, shown.err
    assert "målte minutter i 1 oppgave" in words(shown)
    assert "Gjenta med «--yes»" in words(shown)
    assert MEASURED in (folder / "ward.yaml").read_text(encoding="utf-8")
    assert taskmap("audit", "verify", folder, "--lang", "nb").status == 1

    done = taskmap(*asked, "--office", "skyddsombud", "--yes", "--lang", "sv")
    assert done.status == 0, done.err
    assert "är borta" in words(done)
    assert MEASURED not in (folder / "ward.yaml").read_text(encoding="utf-8")
    again = json.loads(taskmap(*asked, "--office", "leder", "--format", "json").out)
    assert (again["going"], again["versions"], again["begun"]) == ([], 0, None)

    head = taskmap("audit", "head", folder).out.strip()
    told = taskmap("audit", "show", folder, "--unit", "liten-post", "--lang", "nb")
    assert "skyddsombud" in told.out
    assert "glemte" in told.out
    held = taskmap("audit", "verify", folder, "--head", head, "--lang", "nb")
    assert held.status == 0
    assert "stemmer med kontrolltallet" in words(held)
    trail = folder / ".taskmap/audit/trail"
    whole = trail.read_text(encoding="utf-8")
    trail.write_text(whole.replace("skyddsombud", "verneombud", 1), encoding="utf-8")
    wrong = taskmap("audit", "verify", folder, "--lang", "sv")
    assert wrong.status == 1
    assert "Rad 1" in words(wrong)
    trail.write_text("".join(whole.splitlines(keepends=True)[:-1]), encoding="utf-8")
    cut = json.loads(taskmap("audit", "verify", folder, "--head", head, "--format", "json").out)
    assert cut["wrong"]["code"] == "trail.cut"
    trail.write_text(whole, encoding="utf-8")
    folded = taskmap("audit", "fold", folder, "--keep-days", "1", "--lang", "nb")
    assert "0 gamle linjer" in words(folded)


def test_a_unit_goes_as_a_whole_once_it_was_taken_home(taskmap, folder, tmp_path):
    file = tmp_path / "unit.zip"
    taken = taskmap(
        "store", "unit", "liten-post", "--folder", folder, "--out", file, "--lang", "nb"
    )
    assert taken.status == 0, taken.err
    assert "1 dokument med 1 versjon" in words(taken)
    asked = ("forget", "liten-post", "--folder", folder, "--what", "unit", "--office", "leder")
    assert taskmap(*asked, "--yes").status == 0
    assert [path.name for path in folder.glob("*.yaml")] == []
    gone = taskmap(*asked, "--lang", "nb")
    assert gone.status == 2
    assert "liten-post" in gone.err
    assert taskmap("store", "restore", file, tmp_path / "back", "--lang", "nb").status == 0
    back = (tmp_path / "back/ward.yaml").read_text(encoding="utf-8")
    assert MEASURED in back


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("audit", "show", "nowhere"), "spor"),
        (("audit", "verify", "mappings", "--head", "3"), "--head kan ikke være «3»"),
        (("store", "unit", "liten-post"), "--out"),
        (("forget", "liten-post", "--what", "unit"), "--office"),
        (("forget", "liten-pos", "--what", "unit", "--office", "leder"), "liten-pos"),
    ],
)
def test_wrong_use_is_told_in_words(taskmap, asked, told):
    said = taskmap(*asked, "--lang", "nb")
    assert said.status in {1, 2}
    assert told in said.err
    assert "Traceback" not in said.err
