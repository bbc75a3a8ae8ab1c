"""`taskmap measures`: what was decided about a unit, for people and for programs."""

import json

import jsonschema
import pytest
from running import ROOT, WARD

DAY = ("--date", "2027-03-02")
SAID = """\
taskmap: followup/1
unit: liten-post
measures:
  - id: dosett-flyttes
    kind: move
    task: dosett
    from: sykepleier
    to: helsefagarbeider
    decision: pilot
    decided: 2026-11-22
    office: avdelingsleder
    reason: Prøv først.
    owner: fagsykepleier
    start: 2026-12-01
    until: 2027-03-01
    baseline: {minutes: 300, promised: 200, date: 2026-11-22, mapping: gammel}
    freed_for: [direct_care]
    results: [{months: 3, date: 2027-03-01, minutes: 180, judgement: adjust}]
"""


@pytest.fixture
def asked(taskmap, tmp_path):
    ward = tmp_path / "ward.yaml"
    ward.write_bytes(WARD.read_bytes())

    def ask(*more, said=SAID):
        (tmp_path / "ward.followup.yaml").write_text(said, encoding="utf-8")
        return taskmap("measures", ward, "--lang", "nb", *DAY, *more)

    return ask


def test_people_read_what_is_decided_missing_due_and_gained(asked):
    told = asked()
    assert told.status == 0, told.err
    assert "Prøves til og med 1. mars 2027." in told.out
    assert "Ikke klar. Dette mangler:" in told.out
    assert "Risikoen før tiltak" in told.out
    assert "Når lønn ble drøftet" in told.out
    assert "Hva de frigjorte timene skal brukes til" not in told.out
    assert "Kartleggingen er endret siden da." in " ".join(told.out.split())
    assert "60 %" in told.out.replace("\N{NO-BREAK SPACE}", " ")
    assert "1. mars 2027 (fristen er ute)" in told.out


def test_programs_read_the_same(asked):
    answer = json.loads(asked("--format", "json").out)
    (measure,) = answer["measures"]
    assert answer["schema"] == "taskmap/measures/1"
    assert measure["stage"] == "not_ready"
    assert "risk_before" in measure["lacks"]
    assert measure["unsaid"] == ["job_description", "pay", "gives_up"]
    assert measure["gains"] == [{"months": 3, "freed_minutes": 120, "of_promise": 0.6}]
    assert answer["due"][0] == {
        "date": "2027-03-01", "kind": "pilot_ends", "measure": "dosett-flyttes", "months": None,
        "late": True,
    }  # fmt: skip


def test_a_unit_without_decisions_says_so(asked):
    told = asked(said="taskmap: followup/1\nunit: liten-post\nmeasures: []\n")
    assert (told.status, "Ingenting er bestemt ennå." in told.out) == (0, True)


def test_mistakes_are_told_at_their_line(asked):
    wrong = SAID.replace("likelihood", "x").replace("decision: pilot", "decision: prøvd")
    told = asked(said=wrong)
    assert told.status == 1
    assert "ward.followup.yaml:9" in told.out
    assert json.loads(asked("--format", "json", said=wrong).out)["findings"]


HEARD = """\
indicators:
  - kind: sick_leave
    baseline: {value: 9.8, date: 2026-11-01}
    target: {value: 8, date: 2027-12-31}
    measured: [{value: 9.2, date: 2027-02-01}]
participation:
  meetings:
    - {id: m, date: 2026-11-20, kind: risk, present: [{party: safety, office: verneombud}]}
  comments:
    - {id: a, date: 2026-11-20, party: safety, office: verneombud, text: Nei., dissent: true}
  holds:
    - {id: h, date: 2026-11-20, party: union, office: tillitsvalgt, reason: Vent litt.}
  duties:
    - {duty: no_aml_6_2, state: done, date: 2026-11-20, meeting: m}
"""


def test_programs_read_what_was_said_and_followed_by_the_schema(asked):
    schema = json.loads((ROOT / "schema/measures.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for said in (SAID, SAID + HEARD):
        found = json.loads(asked("--format", "json", said=said).out)
        jsonschema.validate(found, schema)
    assert found["measures"][0]["stage"] == "on_hold"
    assert found["indicators"][0]["way"] == pytest.approx(1 / 3, abs=1e-6)
    assert found["participation"]["comments"][0]["text"] == "Nei."


def test_people_read_what_waits_and_what_is_followed(asked):
    told = asked(said=SAID + HEARD)
    assert "På vent" in told.out
    assert "Satt på vent 20. november 2026 av tillitsvalgt. Vent litt." in told.out
    assert "Uenig: verneombud, 20. november 2026: Nei." in told.out
    assert "Sykefravær" in told.out
