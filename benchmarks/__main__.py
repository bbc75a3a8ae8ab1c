"""`python -m benchmarks`: every figure of the benchmarks in one run, as ratios."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from math import log
from pathlib import Path

import yaml
from streamlit.testing.v1 import AppTest

from benchmarks import browser, clock, courses, load, many, pages, papers, side_by_side, speed
from benchmarks.clock import inside_highs, seconds
from benchmarks.units import unit
from taskmap import catalogue, document
from taskmap.language import reader
from taskmap.leon.suggest import suggest
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.unit import Country

QUESTION = Question(as_of=date(2026, 11, 1), max_changes=3)
HELP = "from taskmap.cli import main; main(['--help'])"
ROOT = Path(__file__).resolve().parents[1]


def mapping(tasks: int, roles: int) -> Mapping:
    found, findings = document.read_mapping(unit(tasks, roles), file="measured.yaml")
    if found is None:
        raise SystemExit(f"the generated unit has errors: {findings[:3]}")
    return found


def reading() -> None:
    text = unit(150, 12)
    taken = clock.reading(text)
    plain = seconds(lambda: text.encode().splitlines())
    print(f"reading 150 tasks x 12 roles: {taken * 1000:.0f} ms ({len(text) // 1024} kB)", end="; ")
    print(f"{taken / max(plain, 1e-9):.0f} times splitting its lines")


def whole_against_bare() -> None:
    facts = catalogue.load(Country.NO)
    for tasks, roles in ((50, 8), (150, 12)):
        measured = mapping(tasks, roles)
        with inside_highs() as spent:
            start = time.process_time()
            plan = suggest(measured, facts, QUESTION)
            whole = time.process_time() - start
        ratio, moves = whole / sum(spent), len(plan.moves)
        print(
            f"suggest {tasks} x {roles}: {whole:.1f} s, {ratio:.2f} times its time in HiGHS", end=""
        )
        print(f" ({moves} moves, {plan.status})")


def growth() -> None:
    facts = catalogue.load(Country.NO)
    sizes = ((50, 8), (100, 10), (200, 14), (500, 20))
    taken = []
    for tasks, roles in sizes:
        measured = mapping(tasks, roles)
        start = time.process_time()
        plan = suggest(measured, facts, QUESTION)
        taken.append(time.process_time() - start)
        worst = max(level.gap for level in plan.objectives)
        print(f"suggest {tasks} x {roles}: {taken[-1]:.1f} s, largest gap {worst:.4%}", flush=True)
    first, last = sizes[0], sizes[-1]
    power = log(taken[-1] / taken[0]) / log(last[0] * last[1] / (first[0] * first[1]))
    print(f"growth exponent in tasks x roles: {power:.2f}")


def page() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    start = time.process_time()
    app.run()
    first = time.process_time() - start
    cached = seconds(app.run)
    print(f"page: first run {first:.2f} s, rerun {cached:.3f} s, ratio {cached / first:.3f}")


def compared() -> None:
    side_by_side.comparing(mapping(50, 8), QUESTION)


def start() -> None:
    bare, helped = (
        min(_wall([sys.executable, *rest]) for _ in range(15))
        for rest in (("-c", ""), ("-c", HELP))
    )
    print(f"taskmap --help against a bare interpreter: {helped / bare:.2f} times")
    files = sorted((ROOT / "taskmap/catalogue/data").rglob("*.yaml"))
    parsed = seconds(lambda: [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in files])
    loaded = seconds(_both_countries)
    print(f"both catalogues against parsing their files as YAML: {loaded / parsed:.2f} times")
    catalogues = sorted((ROOT / "taskmap/language").rglob("*.po"))
    plain = seconds(lambda: [path.read_text().splitlines() for path in catalogues])
    spoken = seconds(_one_language)
    print(f"a language at hand against splitting the lines of three: {spoken / plain:.2f} times")
    words = reader("nb")
    taken = seconds(lambda: [words.say("word.and") for _ in range(1000)])
    print(f"1,000 look-ups of words: {taken * 1000:.1f} ms")


def _both_countries() -> None:
    catalogue.load.cache_clear()
    for country in Country:
        catalogue.load(country)


def _one_language() -> None:
    reader.cache_clear()
    words = reader("nb")
    for domain in ("word", "finding", "ruling", "move", "note", "cli", "ui"):
        words.keys(domain)


def _wall(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - begun


PARTS: dict[str, Callable[[], None]] = {
    "reading": reading,
    "suggest": whole_against_bare,
    "growth": growth,
    "page": page,
    "start": start,
    "browser": browser.edited,
    "papers": papers.papers,
    "compare": compared,
    **courses.PARTS,
    **speed.PARTS,
    **many.PARTS,
    **load.PARTS,
    **pages.PARTS,
}


def main() -> None:
    asked = sys.argv[1:] or list(PARTS)
    if not set(asked) <= set(PARTS):
        raise SystemExit(f"python -m benchmarks [{' '.join(PARTS)}]")
    for name in asked:
        print(f"-- {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
