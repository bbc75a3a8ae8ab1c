"""A broken document per mistake: each is found, alone, at its place, with what its words need."""

from pathlib import Path

import pytest
from texts import SOUND

from taskmap.catalogue import load
from taskmap.document import (
    CODES,
    read_followup,
    read_fund,
    read_input,
    read_mapping,
    read_partnership,
    read_programme,
    read_question,
    read_scenario,
)
from taskmap.model.finding import Severity
from taskmap.model.unit import Country
from taskmap.yamltext import CODES as YAML_CODES

MORE = SOUND.replace(  # a small profession and the patient
    "tasks:\n",
    "  - {role: fysioterapeut, persons: 2, posts: 1.5, bands: {dag: 100 %}}\n"
    "  - {role: pasienten_selv}\ntasks:\n",
)
KYSTEN = """\
taskmap: partnership/1
id: kysten
name: Kysten
country: NO
members:
  - {organisation: {id: nord, name: Nord kommune}, population: 5120, units: [nord-1]}
  - {organisation: {id: sor, name: Sør kommune}, population: 3300, units: [sor-1]}
"""
BROKEN = Path(__file__).parents[1] / "broken"

MISTAKES = [
    ("yaml_anchor", "yaml.anchor", 16, "tasks[0].count"),
    ("yaml_alias", "yaml.alias", 17, "tasks[0].minutes"),
    ("yaml_tag", "yaml.tag", 17, "tasks[0].minutes"),
    ("yaml_merge_key", "yaml.merge_key", 5, None),
    ("yaml_directive", "yaml.directive", 2, None),
    ("yaml_second_document", "yaml.second_document", 20, None),
    (
        "yaml_too_deep",
        "yaml.too_deep",
        19,
        "tasks[0].competences[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]",
    ),
    ("yaml_duplicate_key", "yaml.duplicate_key", 18, "tasks[0].minutes"),
    ("yaml_lookalike_key", "yaml.lookalike_key", 6, "volumes.Residents"),
    ("yaml_tab", "yaml.tab", 12, None),
    ("yaml_bracket", "yaml.bracket", 17, None),
    ("yaml_quote", "yaml.quote", 20, None),
    ("yaml_colon", "yaml.colon", 17, None),
    ("yaml_indent", "yaml.indent", 17, None),
    ("yaml_control_character", "yaml.control_character", 8, "bands[0].name"),
    ("yaml_key_not_text", "yaml.key_not_text", 6, "volumes"),
    ("yaml_empty", "yaml.empty", None, None),
    ("yaml_encoding", "yaml.encoding", 3, None),
    ("type_table", "type.table", 2, None),
    ("type_list", "type.list", 19, "tasks[0].competences"),
    ("type_single", "type.single", 4, "date"),
    ("type_flag", "type.flag", 5, "illustrative"),
    ("list_too_short", "list.too_short", 21, "chains[0].tasks"),
    ("key_unknown", "key.unknown", 17, "tasks[0].minuts"),
    ("field_missing", "field.missing", 3, "unit.id"),
    ("value_empty", "value.empty", 16, "tasks[0].count.dag"),
    ("text_too_long", "text.too_long", 8, "bands[0].name"),
    ("text_comma", "text.comma", 8, "bands[0].name"),
    ("id_form", "id.form", 14, "tasks[0].id"),
    ("id_invisible", "id.form", 14, "tasks[0].id"),
    ("number_form", "number.form", 17, "tasks[0].minutes"),
    ("number_spaces", "number.form", 17, "tasks[0].minutes"),
    ("number_decimal_comma", "number.decimal_comma", 17, "tasks[0].minutes"),
    ("number_decimal_comma_in_braces", "number.decimal_comma", 16, "tasks[0].count.dag"),
    ("number_quoted", "number.quoted", 17, "tasks[0].minutes"),
    ("number_not_finite", "number.not_finite", 17, "tasks[0].minutes"),
    ("number_infinite", "number.not_finite", 17, "tasks[0].minutes"),
    ("number_whole", "number.whole", 11, "staffing[0].persons"),
    ("number_range", "number.range", 11, "staffing[0].posts"),
    ("share_range", "share.range", 18, "tasks[0].today.sykepleier"),
    ("share_above_all", "share.range", 18, "tasks[0].today.sykepleier"),
    ("choice_unknown", "choice.unknown", 3, "unit.setting"),
    ("country_word", "choice.unknown", 3, "unit.country"),
    ("document_kind", "document.kind", 2, "taskmap"),
    ("date_form", "date.form", 4, "date"),
    ("date_not_in_calendar", "date.form", 4, "date"),
    ("clock_form", "clock.form", 8, "bands[0].when[0].from"),
    ("days_form", "days.form", 8, "bands[0].when[0].days"),
    ("minutes_order", "minutes.order", 17, "tasks[0].minutes"),
    ("role_unknown", "role.unknown", 18, "tasks[0].today.sykeplier"),
    ("role_title", "role.unknown", 18, "tasks[0].today.Sykepleier"),
    ("role_other_country", "role.other_country", 18, "tasks[0].today.underskoterska"),
    ("band_unknown", "band.unknown", 16, "tasks[0].count.dagg"),
    ("volume_unknown", "volume.unknown", 16, "tasks[0].count.per"),
    ("task_unknown", "task.unknown", 17, "tasks[0].parent"),
    ("competence_unknown", "competence.unknown", 19, "tasks[0].competences[0]"),
    ("group_unknown", "group.unknown", 17, "tasks[0].group"),
    ("library_unknown", "library.unknown", 15, "tasks[0].library"),
    ("rule_unknown", "rule.unknown", 17, "tasks[0].rules[0]"),
    ("profile_unknown", "profile.unknown", 11, "staffing[0].hours_profile"),
    ("tag_unknown", "tag.unknown", 17, "tasks[0].tags[0]"),
    ("id_duplicate", "id.duplicate", 20, "tasks[1].id"),
    ("id_lookalike", "id.lookalike", 20, "tasks[1].id"),
    ("role_twice", "id.duplicate", 13, "staffing[2].role"),
    ("mapping_no_tasks", "mapping.no_tasks", 2, "tasks"),
    ("mapping_unfinished", "mapping.unfinished", 14, "tasks"),
    ("mapping_no_staffing", "mapping.no_staffing", 2, "staffing"),
    ("mapping_no_purpose", "mapping.no_purpose", 2, "purpose"),
    ("mapping_no_delete_after", "mapping.no_delete_after", 2, "delete_after"),
    ("mapping_measured_no_purpose", "mapping.measured_no_purpose", 2, "purpose"),
    (
        "mapping_measured_no_delete_after",
        "mapping.measured_no_delete_after",
        2,
        "delete_after",
    ),
    ("mapping_deleted_before", "mapping.deleted_before", 6, "delete_after"),
    ("bands_overlap", "bands.overlap", 9, "bands[1].when"),
    ("bands_gap", "bands.gap", 8, "bands"),
    ("library_other_setting", "library.other_setting", 15, "tasks[0].library"),
    ("shares_sum", "shares.sum", 11, "staffing[0].bands"),
    ("staffing_vacant", "staffing.vacant", 11, "staffing[0].vacant"),
    ("staffing_too_few_persons", "staffing.too_few_persons", 11, "staffing[0].persons"),
    ("staffing_too_many_persons", "staffing.too_many_persons", 11, "staffing[0].persons"),
    ("staffing_no_bands", "staffing.no_bands", 11, "staffing[0]"),
    ("staffing_wrong_kind", "staffing.wrong_kind", 11, "staffing[0].stated_hours"),
    ("allowance_two", "allowance.one", 11, "staffing[0].support.opplaering"),
    ("staffing_support_sum", "staffing.support_sum", 11, "staffing[0].support"),
    (
        "staffing_competence_persons",
        "staffing.competence_persons",
        11,
        "staffing[0].competences.legemiddelhandtering",
    ),
    ("privacy_sick_share", "privacy.sick_share", 12, "staffing[1].absence.sick_share"),
    ("count_which_band", "count.which_band", 16, "tasks[0].count"),
    ("minutes_twice", "minutes.twice", 19, "tasks[0].minutes_by_role.helsefagarbeider"),
    ("minutes_of_not_doing", "minutes_of.not_doing", 18, "tasks[0].minutes_of"),
    ("factor_reference_role", "factor.reference_role", 19, "tasks[0].factors.sykepleier"),
    ("today_sum", "today.sum", 18, "tasks[0].today"),
    ("today_sum_with_missed", "today.sum", 19, "tasks[0].today"),
    ("today_band_missing", "today.band_missing", 18, "tasks[0].today"),
    ("today_nobody_in_band", "today.nobody_in_band", 18, "tasks[0].today"),
    ("band_not_counted", "band.not_counted", 18, "tasks[0].today.natt"),
    ("role_not_staffed", "role.not_staffed", 18, "tasks[0].today.matvert"),
    ("role_no_hours", "role.no_hours", 18, "tasks[0].today.natt.helsefagarbeider"),
    ("task_no_count", "task.no_count", 14, "tasks[0]"),
    ("task_no_minutes", "task.no_minutes", 14, "tasks[0]"),
    ("task_no_today", "task.no_today", 14, "tasks[0]"),
    ("task_parent_has_work", "task.parent_has_work", 16, "tasks[0].count"),
    ("task_cycle", "task.cycle", 16, "tasks[0].parent"),
    ("cases_sum", "cases.sum", 20, "tasks[0].cases"),
    ("chain_task_twice", "chain.task_twice", 21, "chains[0].tasks[1]"),
    ("chain_not_leaf", "chain.not_leaf", 23, "chains[0].tasks[1]"),
    ("counted_twice", "counted_twice", 11, "staffing[0].support.meetings"),
    ("alternative_no_count", "alternative.no_count", 21, "tasks[0].alternatives[0]"),
    ("alternative_no_minutes", "alternative.no_minutes", 21, "tasks[0].alternatives[0]"),
    (
        "alternative_stop_has_work",
        "alternative.stop_has_work",
        21,
        "tasks[0].alternatives[0].minutes",
    ),
    ("alternative_no_unit_room", "alternative.no_unit_room", 21, "tasks[0].alternatives[0]"),
    ("alternative_not_shared", "alternative.not_shared", 21, "tasks[0].alternatives[0].unit"),
    ("alternative_own_unit", "alternative.own_unit", 21, "tasks[0].alternatives[0].unit"),
    (
        "alternative_nobody_in_band",
        "alternative.nobody_in_band",
        21,
        "tasks[0].alternatives[0].count",
    ),
    ("alternative_kept_together", "alternative.kept_together", 21, "tasks[0].alternatives[0]"),
    ("alternative_duplicate", "id.duplicate", 22, "tasks[0].alternatives[1].id"),
    ("alternative_band_unknown", "band.unknown", 21, "tasks[0].alternatives[0].count.kveld"),
    (
        "alternative_role_not_staffed",
        "role.not_staffed",
        21,
        "tasks[0].alternatives[0].one_off_hours.matvert",
    ),
    (
        "alternative_decision_expired",
        "decision.expired",
        21,
        "tasks[0].alternatives[0].decisions[0].until",
    ),
    ("decision_pilot_without_end", "decision.pilot_without_end", 21, "tasks[0].decisions[0]"),
    ("decision_ends_before_start", "decision.ends_before_start", 21, "tasks[0].decisions[0].until"),
    ("decision_expired", "decision.expired", 21, "tasks[0].decisions[0].until"),
    ("registered_total_differs", "registered_total.differs", 6, "registered_total.hours"),
    ("partnership_unit_twice", "id.duplicate", 12, "members[1].units[0]"),
    ("partnership_population", "number.form", 8, "members[0].population"),
    ("programme_organisation_unknown", "organisation.unknown", 8, "venues[0].organisation"),
    ("programme_member_unknown", "member.unknown", 12, "needs[0].persons.nord-9"),
    ("programme_offered_unknown", "offered.unknown", 12, "needs[0].course"),
    ("programme_least_above_seats", "programme.least_above_seats", 12, "courses[0].least"),
    ("programme_no_venue", "programme.no_venue", 8, "courses[0]"),
    ("programme_circle", "programme.circle", 12, "courses[0].requires"),
    ("programme_key_without", "programme.key_without", 7, "key"),
    ("programme_staff_missing", "programme.staff_missing", 8, "staff"),
    ("programme_road_missing", "programme.road_missing", 10, "travel"),
    ("programme_fixed_sum", "shares.sum", 8, "fixed"),
    ("programme_venue_unknown", "venue.unknown", 12, "held[0].venue"),
    ("programme_held_not_offered", "programme.held_not_offered", 12, "held[0].course"),
    ("programme_held_above_seats", "programme.held_above_seats", 12, "held[0].came"),
    ("programme_held_other_year", "programme.held_other_year", 12, "held[0].on"),
    ("programme_held_cancelled", "programme.held_cancelled", 12, "held[0].came"),
    ("programme_own_without_hours", "field.missing", 12, "courses[0].hours"),
    ("question_task_unknown", "task.unknown", 5, "pinned[0]"),
    ("question_task_title", "task.unknown", 5, "pinned[0]"),
    ("question_band_unknown", "band.unknown", 5, "registered_floor.dagg"),
    ("question_role_unknown", "role.unknown", 5, "cap_role.helsefagarbeder"),
    ("question_role_not_in_unit", "role.not_in_unit", 5, "forbidden[0].role"),
    ("question_course_unknown", "course.unknown", 5, "seats.kurs_legemiddelhandtring"),
    ("question_level_weights", "level_weights.order", 5, "level_weights.6"),
    ("question_forced_twice", "id.duplicate", 7, "forced[1]"),
    ("question_ceiling", "share.range", 5, "staff_ceiling"),
    ("question_other_unit", "question.other_unit", 3, "unit"),
    ("scenario_task_unknown", "task.unknown", 8, "changes.tasks.stel"),
    ("scenario_field_unknown", "key.unknown", 8, "changes.tasks.stell.minuter"),
    ("scenario_minutes_form", "number.form", 8, "changes.tasks.stell.minutes"),
    ("scenario_role_not_in_unit", "role.not_in_unit", 8, "changes.staffing.matvert"),
    ("scenario_volume_unknown", "volume.unknown", 7, "changes.volumes.resident"),
    ("scenario_taken_unknown", "choice.unknown", 8, "changes.tasks.stell.without[0]"),
    ("scenario_twice", "scenario.twice", 9, "changes.removed_tasks[0]"),
    ("scenario_given_and_taken", "scenario.given_and_taken", 8, "changes.tasks.stell.without[0]"),
    ("scenario_there", "scenario.there", 8, "changes.added_tasks[0].id"),
    ("scenario_nothing", "scenario.nothing", 6, "changes"),
    ("scenario_other_unit", "scenario.other_unit", 4, "unit"),
    ("followup_task_gone", "followup.task_gone", 7, "measures[0].task"),
    ("followup_role_gone", "followup.role_gone", 9, "measures[0].to"),
    ("followup_other_unit", "followup.other_unit", 3, "unit"),
    ("followup_until_before", "followup.until_before", 14, "measures[0].until"),
    ("followup_twice", "followup.twice", 14, "measures[1]"),
    ("followup_pilot_without_end", "field.missing", 5, "measures[0].until"),
    ("followup_meeting_unknown", "meeting.unknown", 7, "participation.comments[0].meeting"),
    ("followup_measure_unknown", "measure.unknown", 7, "participation.comments[0].about.measure"),
    ("followup_about_two", "about.two", 8, "participation.holds[0].about"),
    ("followup_lifted_before", "hold.lifted_before", 7, "participation.holds[0].lifted"),
    ("followup_move_without_receiver", "field.missing", 7, "participation.comments[0].about.to"),
    ("followup_duty_without_date", "field.missing", 7, "participation.duties[0].date"),
    ("followup_duty_unknown", "duty.unknown", 7, "participation.duties[0].duty"),
    ("followup_comment_twice", "id.duplicate", 8, "participation.comments[1].id"),
    ("fund_reserve", "fund.reserve", 7, "budget[0].reserve"),
    ("fund_shares", "fund.shares", 8, "fairness.least"),
    ("fund_granted", "fund.granted", 16, "needs[0].grant"),
    ("fund_grant_missing", "field.missing", 9, "needs[0].grant"),
    ("fund_area_unknown", "fund.area_unknown", 17, "needs[0].area"),
    ("fund_years", "fund.years", 16, "needs[0].latest"),
    ("fund_outside", "fund.outside", 16, "needs[0].grant.year"),
    ("fund_year_twice", "id.duplicate", 8, "budget[1].year"),
    ("fund_role_unknown", "role.unknown", 12, "supply.roles[0].role"),
    ("input_below_floor", "input.below_floor", 5, "roles"),
    ("input_not_staff", "input.not_staff", 5, "roles[0]"),
    ("input_role_not_in_unit", "role.not_in_unit", 5, "roles[1]"),
    ("input_task_gone", "input.task_gone", 8, "tasks.stel"),
    ("input_band_unknown", "band.unknown", 8, "tasks.stell.count.dagg"),
    ("input_other_unit", "input.other_unit", 3, "unit"),
]

WAYS_OUT = {
    "choice_unknown": "nursing_home",
    "clock_form": "07:00",
    "competence_unknown": "legemiddelhandtering",
    "date_form": "2026-10-15",
    "days_form": "mon-sun",
    "fund_area_unknown": "legemidler",
    "fund_role_unknown": "sykepleier",
    "id_form": "stell-om-morgenen",
    "id_invisible": "stell",
    "input_band_unknown": "dag",
    "input_task_gone": "stell",
    "key_unknown": "minutes",
    "library_unknown": "nh_morning_care",
    "number_decimal_comma": "7.5",
    "number_decimal_comma_in_braces": "70.5",
    "number_spaces": "1250",
    "profile_unknown": "no_turnus_35_5",
    "programme_member_unknown": "nord-1",
    "programme_offered_unknown": "kurs_sarstell",
    "programme_organisation_unknown": "nord",
    "programme_venue_unknown": "salen",
    "question_band_unknown": "dag",
    "question_course_unknown": "kurs_legemiddelhandtering",
    "question_role_not_in_unit": None,
    "question_role_unknown": "helsefagarbeider",
    "question_task_title": "stell",
    "question_task_unknown": "stell",
    "role_title": "sykepleier",
    "role_unknown": "sykepleier",
    "rule_unknown": "NO-HPL-5",
    "scenario_field_unknown": "minutes",
    "scenario_taken_unknown": "missed",
    "scenario_task_unknown": "stell",
    "scenario_volume_unknown": "residents",
    "share_range": "20 %",
    "text_comma": "'Dag, hele uken'",
    "type_flag": "true",
    "type_list": "[legemiddelhandtering]",
    "volume_unknown": "residents",
}


def read(name: str):
    """A broken document, read as the kind it is."""
    data = (BROKEN / f"{name}.yaml").read_bytes()
    of_unit = {"input": read_input, "question": read_question, "scenario": read_scenario}.get(
        name.partition("_")[0]
    )
    if name.startswith("fund"):
        return read_fund(data, file=f"{name}.yaml")
    if name.startswith("followup"):
        post, _ = read_mapping(SOUND, file="post.yaml")
        return read_followup(data, file=f"{name}.yaml", mapping=post)
    if of_unit:
        post, _ = read_mapping(SOUND if of_unit is not read_input else MORE, file="post.yaml")
        return of_unit(data, file=f"{name}.yaml", mapping=post, catalogue=load(Country.NO))
    if name.startswith("programme"):
        members, _ = read_partnership(KYSTEN, file="kysten.yaml")
        return read_programme(
            data, file=f"{name}.yaml", partnership=members, catalogue=load(Country.NO)
        )
    reader = read_partnership if name.startswith("partnership") else read_mapping
    return reader(data, file=f"{name}.yaml")


@pytest.mark.parametrize(("name", "code", "line", "field"), MISTAKES)
def test_each_mistake_is_found_alone_at_its_place(name, code, line, field):
    result, findings = read(name)
    assert [(f.code, f.place.line, f.place.field) for f in findings] == [(code, line, field)]
    assert (result is None) == (findings[0].severity is Severity.ERROR)


@pytest.mark.parametrize("name", [mistake[0] for mistake in MISTAKES])
def test_findings_carry_the_values_their_words_need(name):
    (finding,) = read(name)[1]
    assert set(finding.values) == set((CODES | YAML_CODES)[finding.code])


@pytest.mark.parametrize(("name", "way_out"), WAYS_OUT.items())
def test_the_way_out_is_told(name, way_out):
    (finding,) = read(name)[1]
    assert finding.values["nearest"] == way_out


def test_every_broken_document_is_in_the_table():
    assert {path.stem for path in BROKEN.glob("*.yaml")} == {mistake[0] for mistake in MISTAKES}


def test_nearly_every_code_has_a_broken_document():
    # Sizes are tried with generated texts, see test_limits.
    by_size = {"findings.more", "list.too_long", "yaml.too_large", "yaml.too_many_values"}
    rare = {"yaml.key_empty", "yaml.syntax"}
    typed = {"amount.not_understood"}  # said of what is typed, never of a document
    groups = {
        "wisn.allowances_sum",
        "wisn.no_day",
        "wisn.standard_one",
    }  # said of a file of staff groups: tests/cli/test_wisn.py
    # Said of groups of a real unit: tests/workspace/test_keeping.py
    real = {"input.no_purpose", "input.no_delete_after"}
    tried = {code for _, code, _, _ in MISTAKES}
    assert set(CODES | YAML_CODES) - tried == by_size | rare | typed | groups | real
