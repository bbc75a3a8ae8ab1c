"""The LEON matrix, key figures and loads: nothing lost between plan and table."""

from dataclasses import replace

from telling import QUESTION, ROOT, WARD, plan, rulings, spaced, speaker, workspace

from taskmap.model.plan import BandLoad, Breach, Note, RoleLoad
from taskmap.model.question import Price
from taskmap.present import assumptions, breaches, held, levels, loads, open_questions, overview

UNIT = str(ROOT / WARD)


def test_the_matrix_holds_every_minute_once():
    found = workspace().levels(UNIT, QUESTION)
    cells = levels.cells(found, speaker())
    assert sum(c.minutes for c in cells) == sum(sum(level.today.values()) for level in found)
    split = levels.split(found, speaker())
    assert split.all == sum(c.minutes for c in cells)
    assert split.above == sum(c.minutes for c in cells if c.effective and c.today > c.effective)


def test_the_matrix_as_a_table_says_its_price_and_its_sum():
    found = workspace().levels(UNIT, QUESTION)
    table = levels.matrix_table(found, Price.LEVEL, speaker())
    assert "vektet etter nivå" in table.title
    shown = sum(cell.value or 0 for row in table.rows for cell in row[1:])
    assert shown == levels.split(found, speaker()).all
    assert "på laveste effektive nivå" in table.summary


def test_each_task_stands_once_by_group():
    found = workspace().levels(UNIT, QUESTION)
    table = levels.level_table(found, speaker())
    groups = [group for group, _ in levels.by_group(found, speaker())]
    assert sorted(row[0].key for row in table.rows) == sorted(level.leaf for level in found)
    assert groups == sorted(groups)


def test_key_figures_are_figures_with_a_meaning():
    found = workspace().levels(UNIT, QUESTION)
    told = overview.key_figures(found, workspace().capacities(UNIT, QUESTION), speaker())
    assert [figure.name for figure in told] == ["asked", "above", "missed", "single"]
    assert spaced(told[2].figure) == "0,1 t"  # 10 % of 23 weighings a month, 6 minutes each
    assert all(figure.meaning.endswith(".") for figure in told)


def test_loads_before_and_after_differ_by_what_moves():
    rows = loads.load_rows(plan().roles, speaker(), by_band=True)
    whole = loads.load_rows(plan().roles, speaker(), by_band=False)
    assert sum(row.change for row in rows) == sum(row.change for row in whole)
    assert [row.level for row in whole] == sorted((row.level for row in whole), reverse=True)
    host = next(row for row in whole if row.role == "matvert")
    other = next(load for load in plan().roles if load.role == "matvert").total("other")
    assert host.before >= other > 0  # work that is not mapped is not room


def test_the_load_table_says_who_is_relieved():
    table = loads.load_table(plan(), speaker())
    assert "Sykepleier får mest avlastning" in table.summary
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_who_gets_most_new_work_is_told_with_a_caution_for_the_lowest_level():
    def load(role, level, planned):
        band = BandLoad(band="dag", full=1000, room=850, other=0, baseline=500, plan=planned)
        return RoleLoad(role=role, level=level, bands=(band,))

    low, high = load("pleieassistent", 2, 850), load("sykepleier", 6, 150)
    told = spaced(loads.most_new_work((high, low), speaker()))
    assert told == "Pleieassistent får mest nytt arbeid: 5,8 t i uka, 85 % av tiden brukt."
    assert "verneombud" in loads.caution((high, low), speaker())
    up = (load("sykepleier", 6, 850), load("pleieassistent", 2, 500))
    assert loads.caution(up, speaker()) == ""
    assert loads.most_new_work((load("sykepleier", 6, 500),), speaker()) == ""


def test_held_tasks_say_what_holds_them_and_the_way():
    assert plan().held
    for one in plan().held:
        told = held.told(one, speaker())
        assert told.why
        assert told.ways
        assert "Nærmest til å overta er " in told.sentence


def test_open_questions_are_questions_with_a_worth_and_someone_to_ask():
    asked = [open_questions.told(q, speaker()) for q in plan().open_questions]
    assert asked
    assert all(q.question.endswith("?") for q in asked)
    assert all("frigjøre inntil" in q.worth for q in asked)
    table = open_questions.questions_table(plan().open_questions, speaker())
    assert len(table.rows) == len(asked)


def test_a_breach_tells_hours_gates_and_what_is_left():
    failing = tuple(r for r in rulings()["dosett", "matvert"])
    breach = Breach(leaf="dosett", role="matvert", minutes=90, left=30, rulings=failing[:1])
    told = breaches.told(breach, speaker())
    assert spaced(told.sentence).endswith("gjøres 1,5 t i uka av matvert, i strid med loven.")
    assert spaced(told.after).startswith("0,5 t i uka gjenstår")
    assert spaced(breaches.summary((breach,), speaker())) == "1 brudd på krav, 1,5 t i uka."
    assert breaches.summary((), speaker()).startswith("Ingen brudd")


def test_each_assumption_is_told_once():
    notes = (Note("workload.partial", {"roles": ("matvert",)}),) * 2
    (told,) = assumptions.all_told(notes, speaker())
    assert told.startswith("Bare en del av arbeidet er kartlagt for matvert.")


def test_who_may_be_filled_beyond_the_ceiling_is_told():
    staffing = speaker().mapping.staffing
    assert loads.ceilings(plan(), speaker()) == ""
    special = (replace(staffing[0], dedicated=True), replace(staffing[1], ceiling=0.7))
    mapping = replace(speaker().mapping, staffing=(*special, *staffing[2:]))
    told = spaced(loads.ceilings(plan(), replace(speaker(), mapping=mapping)))
    first, second = (speaker().role_inside(s.role) for s in staffing[:2])
    assert told.startswith("Taket er 85 % av tiden.")
    assert f"kan fylles helt: {first}." in told
    assert told.endswith(f"{second} 70 %.")
