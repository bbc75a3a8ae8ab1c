"""The pages of the method name the codes, verdicts, rows and objectives of the code."""

import re
from datetime import date
from pathlib import Path

from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.leon import codes as plan_codes
from taskmap.leon.gates import GATES
from taskmap.leon.gates.codes import CODES
from taskmap.leon.judge import judge
from taskmap.leon.programme import ROWS, build
from taskmap.leon.programme.objective import NAMES
from taskmap.model.question import Question
from taskmap.workload import codes as hours_codes
from tests.leon.generated_options import problem
from tests.leon.generated_options import problem as with_options

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "method"
GATE_ROW = re.compile(r"^\| `([\w.]+)` \| ([^|]+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def gate_rows() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Code to verdict and values, as the page has them."""
    table = page("gates.md").partition("<!-- gate codes -->")[2].partition("<!-- end -->")[0]
    return {
        code: (verdict, tuple(re.findall(r"`(\w+)`", values)))
        for code, verdict, values in GATE_ROW.findall(table)
    }


def test_the_page_has_every_code_in_order_with_its_values():
    assert [(code, values) for code, (_, values) in gate_rows().items()] == list(CODES.items())


def test_the_gates_stand_in_their_order():
    asked = re.findall(r"^\| \d \| (\w+) \|", page("gates.md"), re.MULTILINE)
    assert asked == [gate.value for gate in GATES]


def test_every_ruling_on_the_shipped_units_has_the_verdict_the_page_says():
    told, seen, wrong = gate_rows(), set(), set()
    for path in sorted((ROOT / "mappings").rglob("*.yaml")):
        mapping, _ = read_mapping(path.read_text(encoding="utf-8"), file=path.name)
        if mapping is None:  # a partnership or a question
            continue
        question = Question(as_of=date(2026, 6, 1))
        for rulings in judge(mapping, load(mapping.unit.country), question).values():
            for ruling in rulings:
                words = {
                    ruling.verdict.value,
                    *([ruling.condition.value] if ruling.condition else []),
                }
                seen.add(ruling.code)
                if not words <= set(re.findall(r"\w+", told[ruling.code][0])):
                    wrong.add((ruling.code, *sorted(words)))
    assert wrong == set()
    assert len(seen) > len(CODES) / 2


def written_rows() -> set[str]:
    """Names of the rows of many units, some with alternatives, all with what may be demanded."""
    units = [make(seed, must=True) for seed in range(160) for make in (problem, with_options)]
    return {name for p in units for name in build(p).programme.row_names}


def test_every_family_of_rows_is_told():
    rows = page("programme.md").partition("## Rows")[2].partition("**Relaxed rows.**")[0]
    told = re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE)
    assert sorted(told) == sorted({name.partition("/")[0] for name in written_rows()})
    # All demands are one family of the page.
    demands = [rows for rows in ROWS if ".demands." in rows.__module__]
    assert len(told) == len(ROWS) - len(demands) + 1


def test_every_kind_of_demand_is_told():
    kinds = {name.split("/")[1] for name in written_rows() if name.startswith("demand/")}
    table = page("programme.md").partition("## Demands")[2].partition("## Objectives")[0]
    told = {
        kind
        for line in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
        for kind in re.findall(r"`(\w+)", line)
    }
    assert told == kinds


def test_the_objectives_stand_in_their_order():
    told = re.findall(r"^\| \d \| `(\w+)` \|", page("programme.md"), re.MULTILINE)
    assert tuple(told) == NAMES


def test_codes_named_on_the_pages_exist():
    known = {*CODES, *plan_codes.CODES, *plan_codes.CUTS, *hours_codes.CODES, *hours_codes.NOTES}
    known |= {"price.cost_missing", "price.level_scale", "plan.not_proved"}
    rooms = "law|policy|competence|risk|continuity|capacity|plan|assumed|relaxed|workload|price"
    named = {
        code
        for path in PAGES.glob("*.md")
        for code in re.findall(rf"`((?:{rooms})\.\w+)`", path.read_text(encoding="utf-8"))
        if not code.endswith(".md")
    }
    assert named - known == set()
    assert {code for code in plan_codes.CODES if code.startswith("relaxed.")} <= named
