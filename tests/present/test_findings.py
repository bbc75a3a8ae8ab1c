"""Findings in words, with their way out."""

import pytest
from telling import spaced, speaker

from taskmap.errors import UnitNotFound
from taskmap.language import reader
from taskmap.model.finding import Finding, Place, Severity
from taskmap.present import findings, refusals

TYPO = Finding(
    "role.unknown",
    Place("sone2.yaml", 6, 9, "staffing[1].role"),
    {"value": "sykeplier", "nearest": "sykepleier"},
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "Rollen «sykeplier» finnes ikke. Mente du «sykepleier»?"),
        ("sv", "Rollen ”sykeplier” finns inte. Menade du ”sykepleier”?"),
        ("en", "There is no role “sykeplier”. Did you mean “sykepleier”?"),
    ],
)
def test_a_finding_says_what_is_wrong_and_the_way_out(language, told):
    assert findings.message(TYPO, reader(language)) == told


def test_without_a_way_out_none_is_made_up():
    unknown = Finding("role.unknown", Place("a.yaml"), {"value": "x", "nearest": None})
    assert findings.message(unknown, reader("nb")) == "Rollen «x» finnes ikke."


def test_a_finding_about_a_sound_mapping_names_roles_and_writes_hours():
    overload = Finding(
        "workload.overload",
        Place("w.yaml", 3),
        {"role": "sykepleier", "band": "dag", "load_hours": 40.5, "full_hours": 38.0},
        Severity.INFO,
    )
    told = spaced(findings.message(overload, reader("nb"), speaker()))
    assert told == (
        "Sykepleier har 40,5 t kartlagt arbeid i tidsrommet dag, men bare 38 t til oppgaver."
    )


def test_bounds_are_shares_beside_a_share_and_numbers_elsewhere():
    used = {"share": 1.3, "low": 0.7, "high": 1.15, "load_hours": 1.0, "full_hours": 1.0}
    share = Finding("workload.used_share", Place("w.yaml"), {"role": "sykepleier", **used})
    number = Finding("number.range", Place("w.yaml"), {"value": "9", "low": 1, "high": 5})
    assert "70 % til 115 %" in spaced(findings.message(share, reader("nb"), speaker()))
    assert "fra 1 til 5" in findings.message(number, reader("nb"))


def test_what_a_file_says_is_told_as_it_stands():
    hostile = "{value} %s <script> [link](x) {0.__class__}"
    told = findings.message(Finding("key.unknown", Place("x"), {"value": hostile}), reader("nb"))
    assert told == f"Feltet «{hostile}» finnes ikke her."


def test_the_place_is_written_as_editors_write_it():
    assert findings.place(TYPO) == "sone2.yaml:6:9"
    assert findings.place(Finding("x.y", Place("a.yaml"))) == "a.yaml"


def test_the_table_has_errors_first_and_counts_them():
    note = Finding("mapping.no_purpose", Place("a.yaml", 1), {}, Severity.WARNING)
    told = findings.findings_table((note, TYPO, TYPO), reader("nb"))
    assert [row[0].text for row in told.rows] == ["feil", "feil", "advarsel"]
    assert told.summary == "2 feil og 1 advarsel"
    assert findings.count((), reader("nb")) == "Ingen feil eller advarsler."


def test_a_refusal_is_a_sentence_with_the_nearest_unit():
    refused = UnitNotFound(unit="havblik", folder="mappings", nearest="havblikk-2")
    assert refusals.sentence(refused, reader("nb")) == (
        "Fant verken en enhet eller en fil med navnet «havblik» i mappings. Mente du «havblikk-2»?"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [("nb", "3. november 2026"), ("sv", "2026-11-03"), ("en", "3 November 2026")],
)
def test_dates_are_written_as_the_language_writes_them(language, told):
    values = {"value": "2026-11-03", "date": "2026-12-01", "role": "sykepleier"}
    for code in sorted(findings.DATED):
        said = findings.message(Finding(code, Place("a.yaml"), values), reader(language))
        assert told in said, code
