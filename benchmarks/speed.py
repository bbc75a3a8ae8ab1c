"""How fast plans, bounds and explanations come, each as a ratio to what plain HiGHS needs."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar

import highspy
import numpy as np

from benchmarks.units import unit
from taskmap import catalogue, document
from taskmap.leon.case import Case
from taskmap.leon.explain.clash import clash
from taskmap.leon.explain.freeing import freeings
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import Problem
from taskmap.leon.nearby import nearby
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import stages
from taskmap.leon.quick import quick
from taskmap.leon.robustness.front import front
from taskmap.leon.robustness.sampling import sureness
from taskmap.leon.solve import solve
from taskmap.leon.suggest import suggest
from taskmap.model.catalogue import Catalogue
from taskmap.model.demands import Demands
from taskmap.model.explanations import Front
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.unit import Country
from taskmap.solver.highs import Given, Limits, pass_model, scale_of
from taskmap.solver.hot import Hot
from taskmap.solver.level import Level, hold
from taskmap.solver.programme import Floats, Rows
from taskmap.workspace import Workspace
from tests.leon import assignment
from tests.leon.large import unit as large

QUESTION = Question(as_of=date(2026, 11, 1))
T = TypeVar("T")
FOLDER = Path(__file__).parents[1] / "mappings"
LONGEST = 600.0  # seconds plain HiGHS is given where it does not end by itself


def spent(work: Callable[[], T]) -> tuple[float, T]:
    """Processor time of some work, and what it came to."""
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def middle(work: Callable[[], object], times: int = 5) -> float:
    """Median processor time."""
    return median(spent(work)[0] for _ in range(times))


def case(tasks: int, roles: int) -> tuple[Mapping, Catalogue]:
    mapping, findings = document.read_mapping(unit(tasks, roles), file="measured.yaml")
    if mapping is None:
        raise SystemExit(f"the generated unit has errors: {findings[:3]}")
    return mapping, catalogue.load(Country.NO)


def problem(tasks: int, roles: int, question: Question = QUESTION) -> Problem:
    return canonical(Case.of(*case(tasks, roles), question).problem()).problem


def bare(sheet: Sheet, cost: Floats, held: tuple[Rows, ...], gap: float) -> tuple[float, float]:
    """Plain HiGHS on one thread, from nothing: processor time and value."""
    p = sheet.programme
    highs, scale = highspy.Highs(), scale_of(cost)
    options = {"output_flag": False, "threads": 1, "mip_rel_gap": gap, "time_limit": LONGEST}
    for name, value in options.items():
        highs.setOptionValue(name, value)
    pass_model(highs, Given(p, cost, held, p.lower, p.upper, whole=True), scale)
    taken, _ = spent(highs.run)
    return taken, highs.getInfo().objective_function_value / scale


def bare_order(sheet: Sheet) -> tuple[float, dict[str, float]]:
    """Plain HiGHS on the objectives in order, each held before the next."""
    held: tuple[Rows, ...] = ()
    total, values = 0.0, dict[str, float]()
    for level in (level for stage in stages(sheet) for level in stage):
        taken, value = bare(sheet, level.cost, held, 0.0)
        total, values[level.name] = total + taken, value + level.constant
        held += (hold(level, values[level.name]),)
    return total, values


def price(sheet: Sheet) -> Level:
    return next(stage[0] for stage in stages(sheet) if stage[0].name == "price")


def cold_lp(sheet: Sheet) -> float:
    return middle(lambda: Hot(sheet.programme, price(sheet).cost).solve())


def building() -> None:
    for tasks, roles in ((150, 12), (500, 20)):
        p = problem(tasks, roles)
        sheet = build(p)
        made, lp = middle(lambda p=p: build(p)), cold_lp(sheet)
        milp = bare(sheet, price(sheet).cost, (), 0.0)[0]
        print(f"{tasks} x {roles}: build / LP {made / lp:.2f}, build / MILP {made / milp:.3f}")


def ordered() -> None:
    mapping, facts = case(150, 12)
    question = replace(QUESTION, max_changes=3)
    sheet = build(canonical(Case.of(mapping, facts, question).problem()).problem)
    whole = middle(lambda: suggest(mapping, facts, question), 3)
    plain = median(bare_order(sheet)[0] for _ in range(3))
    print(f"150 x 12, all objectives: suggest / plain HiGHS {whole / plain:.2f} (median of three)")


def at_once() -> None:
    for tasks, roles, times in ((500, 20, 3), (2000, 40, 1)):
        p = large(1, leaves=tasks, roles=roles)
        sheet = build(p)
        taken, plan = spent(lambda p=p: quick(p, Limits()))
        taken = median(
            [taken, *(spent(lambda p=p: quick(p, Limits()))[0] for _ in range(times - 1))]
        )
        reached = {level.name: level for level in plan.reached}
        order = [stage[0] for stage in stages(sheet, "price")]
        held = tuple(hold(level, reached[level.name].value) for level in order[:-1])
        plain, value = bare(sheet, order[-1].cost, held, 0.005)
        print(
            f"{tasks} x {roles}: a plan {taken:.0f} s, plain HiGHS at 0.5 % {plain:.0f} s: ", end=""
        )
        print(f"{taken / plain:.2f}, proven gap {reached['price'].gap:.3%}, ", end="")
        if np.isfinite(value):
            loss = reached["price"].value / (value + order[-1].constant) - 1
            print(f"price {loss:+.4%}", flush=True)
        else:
            print(f"plain HiGHS had no plan by then ({LONGEST:.0f} s by the clock)", flush=True)


def after_edit() -> None:
    p = problem(150, 12)
    plan = solve(p, Limits(), last="price")
    ratios, losses = [], []
    for seed in range(10):
        now = _edited(p, seed)
        soon, found = spent(lambda now=now: nearby(now, p, plan, Limits()))
        cold, best = spent(lambda now=now: solve(now, Limits(), last="price"))
        ratios.append(soon / cold)
        losses.append(found.reached[-1].value / best.reached[-1].value - 1)
    print(f"150 x 12, ten edits: plan with gap / cold solve, median {median(ratios):.2f}, ", end="")
    print(f"p90 {quantiles(ratios, n=10)[-1]:.2f}; largest loss {max(losses):.3%}")


def _edited(p: Problem, seed: int) -> Problem:
    rng = np.random.default_rng(seed)
    minutes, t = p.minutes.copy(), int(rng.integers(len(p.leaves)))
    minutes[t] = minutes[t] * int(rng.integers(2, 4)) // 2
    return replace(p, minutes=minutes)


def hot() -> None:
    sheet = build(problem(150, 12))
    lp, rng = Hot(sheet.programme, price(sheet).cost), np.random.default_rng(0)
    lp.solve()
    rows = [i for i, name in enumerate(sheet.programme.row_names) if name.startswith("capacity/")]
    upper = sheet.programme.matrix().upper

    def edit() -> None:
        row = int(rng.choice(rows))
        lp.set_row_bounds(row, -np.inf, upper[row] + float(rng.uniform(0, 60)))
        lp.solve()

    ratio = middle(edit, 25) / cold_lp(sheet)
    print(f"150 x 12: relaxation after one edit / cold {ratio:.3f}")


def explained() -> None:
    mapping, facts = case(150, 12)
    sheet = build(canonical(Case.of(mapping, facts, QUESTION).problem()).problem)
    lp = cold_lp(sheet)
    plan = suggest(mapping, facts, QUESTION)
    begun: dict[str, float] = {}

    def told(stage: str, share: float) -> None:
        del share
        begun.setdefault(stage, time.process_time())

    sampled = spent(lambda: sureness(mapping, facts, QUESTION, plan, samples=1000, progress=told))[
        0
    ]
    resolved = begun["measure"] - begun["sample"]
    print(f"150 x 12: 1,000 sampled re-solves / cold LP {resolved / lp:.0f}, ", end="")
    print(f"with what to measure first {sampled / lp:.0f}", flush=True)
    move = plan.moves[0]
    demands = Demands(pinned=frozenset({move.leaf}), forced={(move.leaf, move.receiver): 1.0})
    question = replace(QUESTION, demands=demands)
    taken, steps = spent(lambda: clash(mapping, facts, question))
    print(f"150 x 12: clash of {len(steps)} / cold LP {taken / lp:.1f}", flush=True)


def points() -> None:
    mapping, facts = case(150, 12)
    sheet = build(canonical(Case.of(mapping, facts, QUESTION).problem()).problem)
    told: list[tuple[float, int]] = []
    begun = time.process_time()

    def at_once(found: Front) -> None:
        told.append((time.process_time() - begun, len(found.points)))

    found = front(mapping, facts, QUESTION, last="price", at_once=at_once)
    (soon, count), proved = told[0], time.process_time() - begun - told[0][0]
    print(f"150 x 12: front of {count} at once / the same proved {soon / proved:.2f}", end="")
    print(f" ({len(found.points)} proved), / cold LP {soon / cold_lp(sheet):.0f}")


def assigned() -> None:
    ratios, proved = [], 0
    for kind, roles, tasks in (("A", 10, 100), ("A", 20, 200), ("B", 10, 100), ("B", 20, 100),
                               ("C", 5, 40), ("C", 10, 60)):  # fmt: skip
        p = assignment.instance(kind, roles, tasks, 1)
        ours, found = spent(lambda p=p: solve(p, Limits(), last="price"))
        plain = median(spent(assignment.bare(p).run)[0] for _ in range(3))
        sheet = build(p)
        same = bare(sheet, price(sheet).cost, (), 0.0)[0]
        proved += all(level.gap == 0 for level in found.reached)
        ratios.append((ours / plain, ours / same))
    for name, column in zip(("the textbook's rows", "our rows"), zip(*ratios, strict=True),
                            strict=True):  # fmt: skip
        print(f"assignment: whole / plain HiGHS on {name}: median {median(column):.2f}", end="")
        print(f", largest {max(column):.2f}; {proved} of {len(ratios)} proved")


def freed() -> None:
    ratios, hall = [], Workspace(FOLDER, QUESTION.as_of)
    for card in hall.units():
        mapping = hall.open(card.id).mapping
        if mapping is None or not mapping.illustrative:
            continue
        facts, question = catalogue.load(mapping.unit.country), replace(QUESTION, max_changes=3)
        cold, plan = spent(lambda m=mapping, f=facts, q=question: suggest(m, f, q))
        if plan.held:
            taken = spent(lambda m=mapping, f=facts, q=question, x=plan: freeings(m, f, q, x))[0]
            ratios.append(taken / cold)
            print(
                f"{card.id}: {min(10, len(plan.held))} freeings / cold {taken / cold:.2f}",
                flush=True,
            )
    print(f"{len(ratios)} shipped units: median {median(ratios):.2f}, largest {max(ratios):.2f}")


PARTS: dict[str, Callable[[], None]] = {
    "build": building,
    "ordered": ordered,
    "at-once": at_once,
    "edit": after_edit,
    "hot": hot,
    "explained": explained,
    "front": points,
    "assignment": assigned,
    "free": freed,
}
