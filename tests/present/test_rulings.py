"""Rulings in words: why, what it takes, and the source."""

from dataclasses import replace

import pytest
from telling import QUESTION, rulings, spaced, speaker, workspace

from taskmap.model.plan import Held
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict
from taskmap.present import held as told_held
from taskmap.present import rulings as words
from taskmap.present.references import reference

LAW = Ruling(
    gate=Gate.LAW,
    verdict=Verdict.FAIL,
    code="law.exclusive",
    values={
        "rule": "R",
        "reference": "prøveloven § 3",
        "roles": ("sykepleier",),
        "on": "2026-11-01",
    },
    sources=("R",),
)


def _with_rule(language, **changes):
    plain = speaker(language)
    known = next(r for r in plain.catalogue.rules.values() if r.statement.get("nb") and r.sources)
    rule = replace(known, id="R", reference="prøveloven § 3", **changes)
    catalogue = replace(plain.catalogue, rules={**plain.catalogue.rules, "R": rule})
    return replace(plain, catalogue=catalogue)


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("nb", "Prøveloven § 3 forbeholder dette for sykepleier."),
        ("sv", "Prøveloven § 3 reserverar detta för sjuksköterska."),
        ("en", "Prøveloven § 3 reserves this for: registered nurse."),
    ],
)
def test_a_law_that_closes_names_who_may_and_its_section(language, why):
    told = words.told(LAW, "dosett", "matvert", _with_rule(language))
    assert told.why == why
    assert told.way
    assert told.references[0].title == "prøveloven § 3"
    assert told.references[0].addresses[0].startswith("https://")


def test_a_rule_is_quoted_in_its_countrys_language_and_labelled_elsewhere():
    statement = {"nb": "Norsk ordlyd.", "en": "English wording."}
    told = {
        code: reference("R", _with_rule(code, statement=statement, verified=False))
        for code in ("nb", "sv", "en")
    }
    assert [told[c].quote for c in told] == ["Norsk ordlyd.", "Norsk ordlyd.", "English wording."]
    assert [told[c].quoted_in for c in told] == ["", "återgivet på norska", ""]
    assert told["sv"].quote_language == "nb"
    assert told["nb"].doubts == ("ikke kontrollert mot kilden",)


def test_words_differ_where_a_value_is_true_or_missing():
    train = {"competences": ("legemiddelhandtering",), "courses": (), "hours": 8.0, "price": 0.0}
    today = _condition("competence.train", Condition.TRAIN, {**train, "today": True})
    new = _condition("competence.train", Condition.TRAIN, {**train, "today": False})
    assert words.why(new, "dosett", "matvert", speaker()).startswith("Ingen i yrkesgruppen har ")
    assert "gjør dette i dag uten" in words.why(today, "dosett", "matvert", speaker())
    pilot = {"office": "avdelingsleder", "date": "2026-09-01", "until": None}
    told = words.why(
        _condition("policy.pilot", Condition.PILOT, pilot), "dosett", "matvert", speaker()
    )
    assert (
        told == "Prøves ut her inntil videre etter beslutning av avdelingsleder 1. september 2026."
    )


def test_hours_and_prices_are_figures_of_the_country():
    train = {"competences": ("x",), "courses": (), "hours": 7.5, "price": 1500.0, "today": False}
    ruling = _condition("competence.train", Condition.TRAIN, train)
    assert "7,5 t og koster 1 500 kr" in spaced(words.why(ruling, "dosett", "matvert", speaker()))


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_every_ruling_of_the_ward_has_words_and_a_way_unless_it_passes(language):
    said = speaker(language)
    for (leaf, role), found in rulings().items():
        for told in words.all_told(found, leaf, role, said):
            assert told.why.endswith((".", "?")), told
            assert bool(told.way) is (told.verdict is not Verdict.PASS), told
            assert "{" not in told.why + told.way


def test_shipped_units_speak_in_their_own_language():
    for unit, language in (("havblikk-2", "nb"), ("almkullens-vardcentral", "sv")):
        said, seen = speaker(language, unit), set()
        for (leaf, role), found in workspace().rulings(unit, QUESTION).items():
            for ruling in found:
                if ruling.code not in seen:
                    seen.add(ruling.code)
                    assert words.why(ruling, leaf, role, said)
        assert len(seen) > 10


@pytest.mark.parametrize(
    ("code", "values", "heading"),
    [
        ("plan.limit", {"role": "matvert", "tasks": 1}, "Blir fordi"),
        ("plan.full", {"role": "matvert"}, "Kapasitet"),
    ],
)
def test_what_the_suggestion_stops_is_not_called_capacity(code, values, heading):
    ruling = Ruling(gate=Gate.CAPACITY, verdict=Verdict.FAIL, code=code, values=values)
    told = words.told(ruling, "dosett", "matvert", speaker())
    assert told.gate_name == heading
    assert told.way
    if code == "plan.limit":
        assert told.why == "Forslaget er begrenset til 1 oppgave."


def test_conditions_written_without_a_full_stop_get_one():
    values = {"office": "avdelingsleder", "date": "2026-01-02", "conditions": "Praktisk prøve"}
    ruling = Ruling(
        gate=Gate.POLICY,
        verdict=Verdict.CONDITION,
        condition=Condition.DECIDE,
        code="policy.conditions",
        values=values,
    )
    assert words.why(ruling, "dosett", "matvert", speaker()).endswith("Praktisk prøve.")


def test_long_lists_of_roles_are_cut_with_the_units_own_first():
    many = tuple(sorted(speaker().catalogue.roles))[:12]
    values = {**LAW.values, "roles": (*many, "sykepleier", "matvert")}
    told = words.why(replace(LAW, values=values), "dosett", "x", _with_rule("nb"))
    assert " til." in told
    assert told.index("sykepleier") < told.index(" til.")


def _condition(code, condition, values):
    gate = Gate(code.partition(".")[0])
    return Ruling(
        gate=gate, verdict=Verdict.CONDITION, condition=condition, code=code, values=values
    )


@pytest.mark.parametrize(
    ("code", "undo"),
    [("pinned", "«Denne blir her»"), ("forbidden", "«Ikke til"), ("capped", "«Dette har du")],
)
def test_what_the_user_decided_is_told_as_that(code, undo):
    ruling = Ruling(
        gate=Gate.CAPACITY,
        verdict=Verdict.FAIL,
        code=f"plan.{code}",
        values={"role": "helsefagarbeider"},
    )
    held = Held(
        leaf="dosett",
        role="helsefagarbeider",
        giver="sykepleier",
        minutes=60,
        rulings=(ruling,),
    )
    told = told_held.told(held, speaker())
    assert told.headline.endswith("Holdes igjen av: det du selv har bestemt.")
    assert undo in told.ways[0]
    assert "oppfylt" not in told.rulings[0].verdict_name


def test_what_the_suggestion_reckons_is_told_as_a_reason_not_as_a_requirement():
    ruling = Ruling(
        gate=Gate.CAPACITY, verdict=Verdict.FAIL, code="plan.no_gain", values={"role": "matvert"}
    )
    held = Held(leaf="dosett", role="matvert", giver="sykepleier", minutes=60, rulings=(ruling,))
    told = told_held.told(held, speaker())
    assert "Blir fordi: det er lov" in told.headline
    assert told.rulings[0].verdict_name == ""
    gate = told_held.held_table([held], speaker()).rows[0][4].text
    assert gate == "\N{EN DASH}"
