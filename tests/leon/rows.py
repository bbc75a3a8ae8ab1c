"""Which rows matter, and who would notice if one were gone: ``python -m tests.leon.rows``.

Prints how often each family of rows binds in generated units (leaving it out changes the answer),
and who catches its loss: the independent checker of plans, or the brute-force optimum. Then each
gate is opened and shut in turn, and the check that fails is named.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from taskmap.errors import QuestionImpossible
from taskmap.leon import programme
from taskmap.leon.checking.values import exact_values
from taskmap.leon.gates import GATES
from taskmap.leon.instance.problem import Problem
from taskmap.leon.judge import judge
from taskmap.leon.levels import accepted
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.programme.objective import NAMES, stages
from taskmap.leon.solve import Solution, first_point, fixed, without_vain_training
from taskmap.leon.suggest import suggest
from taskmap.model.ruling import Gate, Ruling, Verdict
from taskmap.solver.family import Family
from taskmap.solver.highs import Limits
from taskmap.solver.order import in_order
from tests.leon import generated, generated_options, oracle
from tests.leon.checker import broken
from tests.leon.held_by import held_by
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit

LEAST = 0.10  # of the generated units each family binds in at least
LIMITS = Limits(nodes=5000, seconds=30)
Rows = Callable[[Sheet], Family]


def problem(seed: int, **size: int) -> Problem:
    """A generated unit; half of them, over all themes, have other ways of doing some tasks."""
    makers = (generated.problem, generated_options.problem)
    return makers[seed // len(generated.THEMES) % 2](seed, must=True, **size)


def name_of(rows: Rows) -> str:
    return rows.__module__.rsplit(".", 1)[-1]


def answer(p: Problem, families: tuple[Rows, ...]) -> Solution | None:
    """The plan with these families only, not re-checked; None where there is none."""
    sheet = programme.build(p, families)
    try:
        point, reached = in_order(
            sheet.programme, stages(sheet), first_point(sheet, LIMITS), LIMITS
        )
        return fixed(sheet, without_vain_training(sheet, point, LIMITS), reached)
    except (RuntimeError, QuestionImpossible):  # unbounded: a definition is gone
        return None


def without(lost: Rows) -> tuple[Rows, ...]:
    return tuple(rows for rows in programme.ROWS if rows is not lost)


def values(p: Problem, solution: Solution) -> tuple[int, ...]:
    """Minutes and units, rounded so that a millionth of a share is no difference."""
    exact = exact_values(p, solution.shares, solution.missed, solution.trained, solution.chosen)
    scale = {"changed": 1, "rank": 1, "peak": 1000}
    return tuple(round(exact[name] / scale.get(name, 1_000_000)) for name in NAMES)


def far(left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    return any(abs(a - b) > 1 for a, b in zip(left, right, strict=True))


def binding(seeds: range) -> Counter[str]:
    """In how many units leaving a family out changes the answer."""
    found: Counter[str] = Counter()
    for seed in seeds:
        p = problem(seed, leaves=12, roles=4, fewest=6)
        whole = answer(p, programme.ROWS)
        for rows in programme.ROWS:
            part = answer(p, without(rows))
            if part is None or whole is None:
                found[name_of(rows)] += part is not whole
            else:
                found[name_of(rows)] += far(values(p, part), values(p, whole))
    return found


def noticed(lost: Rows, seeds: range) -> str | None:
    """Who first notices that a family is gone: the checker's rule, or the optimum."""
    for seed in seeds:
        p = problem(seed)
        part, whole = answer(p, without(lost)), answer(p, programme.ROWS)
        if part is None and whole is not None:
            return f"unit {seed}: nothing can be solved"
        if part is None:
            continue
        rules = broken(p, part.shares, part.missed, part.trained, part.chosen)
        if rules:
            return f"unit {seed}: the checker says {rules[0]}"
        if whole is not None and far(values(p, part), values(p, whole)):
            try:
                best = oracle.best(p, most=300)
            except oracle.TooLarge:
                continue
            worse = _worse(best or {}, values(p, part))
            if worse:
                return f"unit {seed}: brute force finds {worse}"
    return None


def _worse(best: dict[str, float], found: tuple[int, ...]) -> str | None:
    scale = {"peak": 1000}
    for name, value in zip(NAMES, found, strict=True):
        if name in best and abs(value - best[name] * scale.get(name, 1)) > 1.5:
            return f"{name} {best[name] * scale.get(name, 1):.0f}, not {value}"
    return None


def report(units: int) -> Iterator[str]:
    counts = binding(range(units))
    yield f"{'row family':<16}{'binds':>7}   noticed by"
    for rows in programme.ROWS:
        name = name_of(rows)
        yield f"{name:<16}{counts[name] / units:>7.0%}   {noticed(rows, range(300))}"
    for gate in GATES:
        lets, stops = gate_noticed(gate)
        yield f"gate {gate.value:<18} open: {lets}"
        yield f"{'':<23} shut: {stops}"


def gate_noticed(gate: Gate) -> tuple[str | None, str | None]:
    """Who notices that a gate lets everything through, and that it lets nothing through."""
    return _opened(gate), _shut(gate)


@contextmanager
def always(gate: Gate, verdict: Verdict) -> Iterator[None]:
    """The gate replaced by one that says the same of everything."""
    own = GATES[gate]
    GATES[gate] = lambda leaf, role, facts: Ruling(gate=gate, verdict=verdict, code="test.always")
    try:
        yield
    finally:
        GATES[gate] = own


def _opened(gate: Gate) -> str | None:
    mapping, catalogue = held_by(gate)
    if suggest(mapping, catalogue, QUESTION).moves:
        return None  # the gate did not hold it to begin with
    with always(gate, Verdict.PASS):
        plan = suggest(mapping, catalogue, QUESTION)
    true = judge(mapping, catalogue, QUESTION)
    for move in plan.moves:
        said = next(r for r in true[move.leaf, move.receiver] if r.gate is gate)
        if not accepted(said, QUESTION):
            return f"{move.leaf} goes to {move.receiver} against {said.code}"
    return None


def _shut(gate: Gate) -> str | None:
    mapping, catalogue = (
        unit(
            task("oppgave", 10, 30, "sykepleier"),
            staffing=(staff("sykepleier", 10), staff("helsefagarbeider", 10)),
        ),
        CATALOGUE,
    )
    if not suggest(mapping, catalogue, QUESTION).moves:
        return None
    with always(gate, Verdict.FAIL):
        plan = suggest(mapping, catalogue, QUESTION)
    return None if plan.moves else "a task every gate lets go no longer moves"


if __name__ == "__main__":
    for line in report(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
