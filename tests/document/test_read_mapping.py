"""A document becomes the model: counts a week, minutes by role, shares by band."""

from pathlib import Path

import pytest
from texts import SOUND, changed

from taskmap.catalogue import load
from taskmap.document import read_mapping, read_partnership
from taskmap.document.week import days_in
from taskmap.model.alternative import AlternativeKind
from taskmap.model.amount import Duration
from taskmap.model.judgement import Risk
from taskmap.model.unit import MINUTES_A_WEEK, Country, Stretch

WARD = (Path(__file__).parents[1] / "cases" / "ward.yaml").read_bytes()
BROKEN = Path(__file__).parents[1] / "broken"


def mapping_of(text):
    mapping, findings = read_mapping(text, file="m.yaml")
    assert mapping is not None, [(f.code, f.place.line, dict(f.values)) for f in findings]
    return mapping


def task_of(*changes):
    return mapping_of(changed(*changes)).tasks[0]


def codes_of(*changes):
    return [finding.code for finding in read_mapping(changed(*changes), file="m.yaml")[1]]


COUNT = "count: {dag: 70, helg: 14}"
TODAY = "today: {sykepleier: 20 %, helsefagarbeider: 80 %}"


def test_the_ward_is_read_whole():
    mapping, findings = read_mapping(WARD, file="ward.yaml")
    assert findings == ()
    assert mapping.sick_share == 0.095
    assert [staffing.role for staffing in mapping.staffing] == [
        "sykehjemslege", "sykepleier", "helsefagarbeider", "matvert",
    ]  # fmt: skip
    assert mapping.by_role["sykepleier"].filled == pytest.approx(5.1)
    assert mapping.by_role["matvert"].free_hours == {"dag": 8}
    assert not mapping.by_role["matvert"].complete
    assert [leaf.id for leaf in mapping.leaves] == [
        "morgenstell/stabil", "morgenstell/ustabil", "kjokken", "dosett", "vekt",
    ]  # fmt: skip


def test_counts_become_times_a_week():
    assert task_of().count.by_band == {"dag": 70, "helg": 14}
    bands = "bands: {dag: 1, helg: 1, natt: 2}"
    every_day = task_of((COUNT, f"count: {{every: day, {bands}}}"), (TODAY, "today: sykepleier"))
    assert every_day.count.by_band == {"dag": 5, "helg": 2, "natt": 14}
    month = task_of((COUNT, "count: {per: residents, every: month, bands: {dag: 1}}"))
    assert month.count.per == "residents"
    assert month.count.per_week({"residents": 20})["dag"] == pytest.approx(20 * 12 / 52)
    for every, times in (("quarter", 4), ("year", 1)):
        some = task_of((COUNT, f"count: {{every: {every}, bands: {{dag: 26}}}}"))
        assert some.count.by_band["dag"] == pytest.approx(26 * times / 52)


def test_one_band_needs_no_name():
    one = (
        SOUND.split("bands:")[0] + "bands: [{id: uke, when: rest}]\n"
        "staffing: [{role: sykepleier, persons: 6, posts: 5}]\n"
        "tasks: [{id: stell, count: 35, minutes: 25, today: sykepleier}]\n"
    )
    mapping = mapping_of(one)
    assert mapping.tasks[0].count.by_band == {"uke": 35}
    assert mapping.by_role["sykepleier"].band_shares == {"uke": 1}
    assert mapping.tasks[0].today == {"uke": {"sykepleier": 1}}


def test_the_rest_of_the_week_is_a_band():
    natt = mapping_of(SOUND).bands[2]
    minutes = sum((s.end - s.start) * len(s.days) for s in natt.when)
    assert minutes == MINUTES_A_WEEK - 7 * 15 * 60
    assert days_in(natt) == 7
    assert Stretch(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 0, 420) in natt.when


def test_shares_without_bands_hold_where_the_role_works():
    task = task_of()
    assert task.today["dag"] == {"sykepleier": 0.2, "helsefagarbeider": 0.8}
    assert task.today["helg"] == {"sykepleier": 1}


def test_missed_work_takes_its_part():
    task = task_of((TODAY, "today: sykepleier\n    missed: {dag: 10 %}"))
    assert task.today == {"dag": {"sykepleier": 0.9}, "helg": {"sykepleier": 1}}
    assert task.missed == {"dag": 0.1}
    spelt = "today: {sykepleier: 60 %, helsefagarbeider: 30 %}\n    missed: 10 %"
    task = task_of((TODAY, spelt), (COUNT, "count: {dag: 70, natt: 7}"))
    assert task.today["dag"] == {"sykepleier": 0.6, "helsefagarbeider": 0.3}
    assert task.today["natt"] == {"sykepleier": pytest.approx(0.9)}


def test_shares_by_band():
    by_band = "today: {dag: {sykepleier: 0.25, helsefagarbeider: 0.75}, helg: sykepleier}"
    task = task_of((TODAY, by_band))
    assert task.today["dag"]["sykepleier"] == 0.25
    assert task.today["helg"] == {"sykepleier": 1}


def test_rounded_shares_are_scaled_to_all():
    task = task_of((TODAY, "today: {dag: {sykepleier: 33.3 %, helsefagarbeider: 66.6 %}}"),
                   (COUNT, "count: {dag: 70}"))  # fmt: skip
    assert sum(task.today["dag"].values()) == pytest.approx(1, abs=1e-12)
    assert codes_of((TODAY, "today: {dag: {sykepleier: 33 %, helsefagarbeider: 66 %}}"),
                    (COUNT, "count: {dag: 70}")) == ["today.sum"]  # fmt: skip


def test_minutes_short_long_and_by_role():
    assert (task_of().minutes.low, task_of().minutes.high) == (25, 25)
    long = task_of(("minutes: 25", "minutes: {likely: 25, high: 40, basis: measured}"))
    assert (long.minutes.low, long.minutes.high, long.minutes.basis) == (25, 40, "measured")
    by_role = task_of(("minutes: 25", "minutes: 20\n    minutes_by_role: {helsefagarbeider: 25}"))
    assert by_role.factors == {"helsefagarbeider": 1.25}
    alone = task_of(
        (
            "minutes: 25",
            "minutes_of: sykepleier\n    minutes_by_role: {sykepleier: 20, helsefagarbeider: 30}",
        )
    )
    assert alone.minutes.likely == 20
    assert alone.factors == {"helsefagarbeider": 1.5}


def test_what_a_task_asks_for():
    dosett = ("library: nh_morning_care", "library: nh_med_dosett_fill")
    assert task_of(dosett).competences  # the library's
    assert task_of(dosett, ("minutes: 25", "minutes: 25\n    competences: []")).competences == ()
    assert task_of(("library: nh_morning_care", "name: Eget stell")).competences is None


def test_the_roster_tells_how_hours_fall():
    roster = "rostered: {dag: 90, natt: 30}}"
    mapping = mapping_of(changed(("bands: {dag: 60 %, helg: 20 %, natt: 20 %}}", roster),
                                 (COUNT, "count: {dag: 70}")))  # fmt: skip
    nurse = mapping.by_role["sykepleier"]
    assert nurse.rostered == {"dag": 90, "natt": 30}
    assert nurse.band_shares == {"dag": 0.75, "natt": 0.25}


def test_the_usual_working_time_is_the_roles_first():
    assert mapping_of(SOUND).by_role["sykepleier"].hours_profile == "no_turnus_35_5"


def test_protected_sick_leave_is_not_kept():
    text = changed(("persons: 9, posts: 7,", "persons: 4, posts: 4, absence: {sick_share: 9 %},"))
    mapping, findings = read_mapping(text, file="m.yaml")
    assert [finding.code for finding in findings] == ["privacy.sick_share"]
    assert mapping.by_role["helsefagarbeider"].absence.sick_share is None
    kept = changed(("persons: 9, posts: 7,", "persons: 9, posts: 7, absence: {sick_share: 9 %},"))
    assert mapping_of(kept).by_role["helsefagarbeider"].absence.sick_share == 0.09


def test_all_mistakes_are_told_at_once_in_order():
    codes = codes_of(
        ("date: 2026-10-15", "date: i fjor"),
        ("persons: 6", "persons: seks"),
        ("library: nh_morning_care", "library: nh_morning_cares"),
        ("minutes: 25", "minuts: 25"),
        ("sykepleier: 20 %", "sykeplier: 20 %"),
    )
    assert codes == ["date.form", "number.form", "library.unknown", "key.unknown", "role.unknown"]


def test_awkward_words_stay_as_written():
    words = ["NO", "0301", "12:30", "yes", "~", "1e3", "<3 år", "A\u030a", "Čáhcesuolu"]
    for word in words:
        assert task_of(("library: nh_morning_care", f"name: {word}")).name == word


@pytest.mark.parametrize("written", ['"u\\n"', "u\u3164x", "\u2800"])
def test_an_id_has_nothing_a_reader_cannot_see(written):
    assert codes_of(("id: stell", f"id: {written}")) == ["id.form"]


def test_a_text_or_its_bytes_are_read_the_same():
    assert read_mapping(WARD.decode(), file="w") == read_mapping(WARD, file="w")


def test_very_many_mistakes_are_counted_not_listed():
    tasks = "".join(f"  - {{id: t{n}, colour: red}}\n" for n in range(300))
    findings = read_mapping(SOUND + tasks, file="m.yaml")[1]
    assert len(findings) == 201
    more = next(finding for finding in findings if finding.code == "findings.more")
    assert more.values["count"] >= 100


@pytest.mark.parametrize(
    ("band", "codes"),
    [
        ("{id: dag, name: Sår, note, when:", ["text.comma"]),
        ("{id: dag, name: Sår, colour: , when:", ["key.unknown"]),
        ("{id: dag, name: 'Sår, note', when:", []),
        ("{id: dag, name: Dag, tidlig, sen, when:", ["text.comma"]),
        ("{colour, id: dag, when:", ["key.unknown"]),
        ("{id: dag, name: 'A', colour, when:", ["key.unknown"]),
    ],
)
def test_no_word_behind_a_comma_is_lost(band, codes):
    assert codes_of(("{id: dag, when:", band)) == codes


def test_every_tag_of_the_library_is_known():
    tags = {tag for task in load(Country.NO).tasks.values() for tag in task.tags}
    listed = f"minutes: 25\n    tags: [{', '.join(sorted(tags))}]"
    assert codes_of(("minutes: 25", listed)) == []
    assert codes_of(("minutes: 25", "minutes: 25\n    tags: [ukjent_merke]")) == ["tag.unknown"]


@pytest.mark.parametrize("volumes", ["", "volumes: {}\n", "volumes:\n"])
def test_a_count_for_each_of_a_volume_that_nobody_gave_is_told(volumes):
    each = (COUNT, "count: {bands: {dag: 1, helg: 1}, every: day, per: beds}")
    text = changed(each, ("volumes: {residents: 20}\n", volumes))
    mapping, findings = read_mapping(text, file="m.yaml")
    assert mapping is None
    assert [finding.code for finding in findings] == ["volume.unknown"]


def test_a_unit_named_twice_on_one_line_is_told():
    text = (
        "taskmap: partnership/1\nid: p\nname: P\ncountry: NO\nmembers:\n"
        "  - organisation: {id: a, name: A}\n    population: 5\n    units: [x, x]\n"
    )
    partnership, (finding,) = read_partnership(text, file="p.yaml")
    assert partnership is None
    assert (finding.code, finding.place.line) == ("id.duplicate", 8)


def test_another_way_of_doing_a_task_is_read_with_all_it_says():
    text = (BROKEN / "alternative_band_unknown.yaml").read_text(encoding="utf-8")
    start, _ = text.split("      - {id: kveld")
    ways = """
      - {id: slutt, kind: stop}
      - id: natt
        kind: move_in_time
        count: {per: residents, every: day, bands: {natt: 1}}
        minutes: {low: 5, likely: 10, high: 15}
        factors: {helsefagarbeider: 1.2}
        risk: {likelihood: 2, consequence: 3}
        decisions: [{role: sykepleier, decision: allowed, date: 2026-09-01, office: leder}]
        one_off_kroner: 5000
        one_off_hours: {sykepleier: 8}
        running_kroner: 120
      - {id: felles, kind: share_between_units, count: {dag: 1}, minutes: 60, unit: nabo,
         unit_role: matvert, unit_room: 2}
"""
    mapping, findings = read_mapping(start.rstrip() + ways, file="post.yaml")
    assert findings == ()
    stop, moved, shared = mapping.tasks[0].alternatives
    assert (stop.kind, stop.count, stop.minutes) == (AlternativeKind.STOP, None, None)
    assert moved.count.per_week(mapping.volumes) == {"natt": 140}
    assert (moved.minutes, moved.risk) == (Duration(5, 10, 15), Risk(2, 3))
    assert moved.decisions[0].office == "leder"
    assert (moved.one_off_kroner, moved.one_off_hours, moved.running_kroner) == (
        5000,
        {"sykepleier": 8},
        120,
    )
    assert (shared.unit, shared.unit_role, shared.unit_room) == ("nabo", "matvert", 2)
    assert [way.id for way in mapping.other_ways] == ["stell#slutt", "stell#natt", "stell#felles"]
