"""What an outsider can work out from everything a comparison publishes, by any choice of units.

Shares no code with the room: it reads the JSON answers, in which a figure that is left out is
null, sets up every equation between the minutes of a ward's tasks that follows from them, of each
answer and of the difference of each two, and lets a linear programme of its own bound each task.
"""

from itertools import combinations

import highspy
import numpy as np

from taskmap.comparison import compare
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.present.exact import comparison_object

FAR = 1e7


def answers(units):
    """Every answer over two units and more, with the ids asked for."""
    for size in range(1, len(units) + 1):
        for chosen in combinations(units, size):
            yield tuple(u.id for u in chosen), comparison_object(compare(chosen))


def secrets(unit):
    """Minutes a week of tasks timed in the hands of fewer persons than the floor, with the role."""
    found = {}
    for leaf in unit.mapping.leaves:
        shares = {}
        for band, by_role in leaf.today.items():
            for role, share in by_role.items():
                shares[role] = shares.get(role, 0) + share * leaf.count.get(band, 0)
        main = max(shares, key=lambda r: (round(shares[r], 9), unit.catalogue.roles[r].level))
        if leaf.minutes.basis == "measured" and unit.mapping.by_role[main].persons < PRIVACY_FLOOR:
            found[leaf.id] = main
    return found


def equations(units, published):
    """Sums over tasks of one ward or several that are known: coefficients by (unit, task)."""
    parts = {unit.id: _parts(unit) for unit in units}
    for asked, answer in published:
        for told in answer["units"]:
            yield from _of_unit(told, parts[told["id"]])
        yield from _of_tasks(answer)
        yield from _together(asked, answer, parts)


def _parts(unit):
    """Of each task: its minutes' share by level, its group, its cells; nothing else is secret."""
    found = {}
    for level in unit.levels:
        whole = sum(level.today.values())
        by_level = {}
        for role, minutes in level.today.items():
            at = unit.catalogue.roles[role].level
            by_level[at] = by_level.get(at, 0) + minutes / whole
        leaf = unit.mapping.by_leaf[level.leaf]
        found[level.leaf] = (by_level, leaf.task.group, level.effective_level)
    return found


def _of_unit(told, parts):
    name = told["id"]

    def known(hours, weigh):
        if hours is not None:
            terms = {(name, t): w for t, part in parts.items() if (w := weigh(part))}
            yield terms, hours * 60

    yield from known(told["hours"], lambda part: 1.0)
    yield from known(told["above_hours"], _above)
    for each in told["levels"]:
        yield from known(each["hours"], lambda part, n=each["level"]: part[0].get(n, 0))
    for each in told["groups"]:
        yield from known(each["hours"], lambda part, g=each["group"]: float(part[1] == g))
    for each in told["matrix"]:
        today, effective = each["today_level"], each["effective_level"]
        yield from known(
            each["hours"], lambda p, n=today, e=effective: p[0].get(n, 0) if p[2] == e else 0
        )
    if told["gap"] is not None:  # above = gap * all, whatever all is
        gap = told["gap"]
        yield {(name, t): _above(p) - gap for t, p in parts.items()}, 0.0


def _above(part):
    by_level, _, effective = part
    return sum(s for n, s in by_level.items() if effective is not None and n > effective)


def _of_tasks(answer):
    for each in answer["tasks"]:
        for doing in each["units"]:
            terms = {(doing["unit"], task): 1.0 for task in doing["tasks"]}
            if doing["hours"] is not None:
                yield terms, doing["hours"] * 60
            for told in doing["per"].values():
                if told["hours"] is not None:
                    yield terms, doing["hours"] * 60  # a division by what is known
            if doing["minutes_each"] is not None:
                yield terms, doing["minutes_each"] * doing["per_week"]


def _together(asked, answer, parts):
    """Pooled shares over all units whose figures might be in them."""
    for which, weigh in (("levels", 0), ("groups", 1)):
        for each in answer["together"][which]:
            share = each["share"]
            if share is None:
                continue
            shown = [u["id"] for u in answer["units"] if _shown(u, which, each)]
            terms = {}
            for unit in shown:
                for t, part in parts[unit].items():
                    mine = part[0].get(each["level"], 0) if weigh == 0 else part[1] == each["group"]
                    terms[unit, t] = float(mine) - share
            yield terms, 0.0


def _shown(told, which, each):
    key = which.removesuffix("s")
    part = [x["hours"] for x in told[which] if x[key] == each[key]]
    return told["hours"] is not None and None not in part


def bounds(wanted, known, truth):
    """The least and the most a sum of tasks can be; figures carry their rounding."""
    names = sorted({n for terms, _ in known for n in terms} | set(wanted))
    at = {name: column for column, name in enumerate(names)}
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    for _ in names:
        solver.addVar(0.0, FAR)
    for terms, value in known:
        slack = 1e-6 * sum(abs(w) * truth[n] for n, w in terms.items()) + 1e-2
        columns = np.array([at[n] for n in terms], dtype=np.int32)
        weights = np.array(list(terms.values()), dtype=float)
        solver.addRow(value - slack, value + slack, len(columns), columns, weights)
    found = []
    for sign in (1.0, -1.0):
        for column in range(len(names)):
            solver.changeColCost(column, 0.0)
        for name, weight in wanted.items():
            solver.changeColCost(at[name], sign * weight)
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found.append(sign * solver.getInfo().objective_function_value)
    return tuple(found)


def truth(units):
    """Minutes a week of every task."""
    return {
        (unit.id, level.leaf): float(sum(level.today.values()))
        for unit in units
        for level in unit.levels
    }


def on_paper(unit, mapping):
    """Every task with figures in a paper for readers outside, whole; cases tell of themselves."""
    shown = {leaf.id for leaf in mapping.leaves}
    for level in unit.levels:
        if level.leaf in shown:
            yield {(unit.id, level.leaf): 1.0}, float(sum(level.today.values()))


def come_too_close(units, papers=()):
    """Secrets that can be narrowed down, the part of all task figures that is shown, and how many.

    A secret is one task, or all the timed tasks of one small role that stand in one known sum.

    Args:
        units: compared, in every choice of them.
        papers: what is known of each beside the comparisons.
    """
    published = list(answers(units))
    real = truth(units)
    known = _unlike([*equations(units, published), *papers])
    too_close = []
    for unit in units:
        hidden = secrets(unit)
        persons = {role: staffing.persons for role, staffing in unit.mapping.by_role.items()}
        for wanted in _wanted(unit.id, hidden, persons, known):
            value = sum(real[n] * w for n, w in wanted.items())
            low, high = bounds(wanted, known, real)
            if low > value * 0.5 + 0.5 or high < value * 1.5 - 0.5:
                too_close.append((sorted(wanted), value, low, high))
    return too_close, published


def _wanted(unit, hidden, persons, known):
    for task in hidden:
        yield {(unit, task): 1.0}
    roles = set(hidden.values())
    groups = [{role} for role in roles]
    if sum(persons[role] for role in roles) < PRIVACY_FLOOR:
        groups.append(roles)
    for group in groups:
        theirs = {(unit, task) for task, by in hidden.items() if by in group}
        several = {frozenset(theirs & set(terms)) for terms, _ in known}
        for some in several:
            if len(some) > 1:
                yield dict.fromkeys(some, 1.0)


def _unlike(found):
    seen = {}
    for terms, value in found:
        seen[tuple(sorted(terms.items()))] = (terms, value)
    return list(seen.values())


def shown(published):
    """Cells shown and all cells, of the answer about all units."""
    _, answer = published[-1]
    cells = [unit[key] for unit in answer["units"] for key in ("hours", "above_hours")]
    for unit in answer["units"]:
        for part in ("levels", "groups", "matrix"):
            cells += [each["hours"] for each in unit[part]]
    cells += [doing["hours"] for task in answer["tasks"] for doing in task["units"]]
    return sum(cell is not None for cell in cells), len(cells)
