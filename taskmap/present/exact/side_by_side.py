"""The answer of ``taskmap compare`` as a JSON object."""

from collections.abc import Iterable, Mapping

from taskmap.comparison import (
    Asked,
    Comparison,
    Doing,
    Found,
    Per,
    Precedent,
    SharedTask,
    Shown,
    UnitFigures,
)
from taskmap.model.units import UnitId
from taskmap.present.exact.text import Object, number

SCHEMA = "taskmap/comparison/1"


def comparison_object(
    found: Comparison, suggested: Mapping[UnitId, Iterable[Found]] | None = None
) -> Object:
    """Units side by side; figures that are left out are null.

    Args:
        found: the comparison.
        suggested: moves of each unit with those that do it already, where they were asked for.
    """
    return {
        "schema": SCHEMA,
        "illustrative": found.illustrative,
        "made_up": list(found.made_up),
        "floor": found.floor,
        "per": found.per.value,
        "units": [_unit(unit) for unit in found.units.values()],
        "together": {
            "gap": number(found.gap),
            "levels": [
                {"level": each, "share": number(found.level(each))} for each in found.all_levels
            ],
            "groups": [
                {"group": each, "share": number(found.group(each))} for each in found.all_groups
            ],
        },
        "tasks": [_task(task, found) for task in found.tasks],
        "unmatched": [{"unit": each.unit, "task": each.task} for each in found.unmatched],
        "asked": [_asked(asked) for asked in found.asked],
        "precedents": None
        if suggested is None
        else [
            {"unit": unit, "moves": [_found(each) for each in moves]}
            for unit, moves in suggested.items()
        ],
    }


def _unit(unit: UnitFigures) -> Object:
    where = unit.unit
    return {
        "id": where.id,
        "name": where.name,
        "organisation": where.organisation.id,
        "setting": where.setting.value,
        "country": where.country.value,
        "source": unit.source,
        "note": unit.note,
        "fte": number(unit.fte),
        "served": {"kind": unit.served[0], "number": unit.served[1]} if unit.served else None,
        "at_hand_hours": _hours(unit.at_hand),
        "assumed_hours": number(unit.hours_assumed),
        "tasks": unit.tasks,
        "hours": _hours(unit.total),
        "above_hours": _hours(unit.above),
        "gap": number(unit.gap),
        "levels": [{"level": n, "hours": _hours(found)} for n, found in unit.levels.items()],
        "groups": [{"group": code, "hours": _hours(found)} for code, found in unit.groups.items()],
        "matrix": [
            {"today_level": today, "effective_level": effective, "hours": _hours(found)}
            for (today, effective), found in unit.cells.items()
        ],
        "left_out": unit.left_out,
    }


def _task(task: SharedTask, found: Comparison) -> Object:
    both = found.ranking(task, found.per)
    return {
        "key": task.key,
        "library": task.library,
        "group": task.group,
        "minutes_each": number(task.each, 4),
        "units": [_doing(doing, found) for doing in task.doings],
        "by_count": [place.unit for place in both.by_count],
        "by_time": [place.unit for place in both.by_time],
        "orders_differ": both.differ,
    }


def _doing(doing: Doing, found: Comparison) -> Object:
    return {
        "unit": doing.unit,
        "matched": doing.how.value,
        "tasks": list(doing.tasks),
        "in_parts": doing.parts,
        "per_week": number(doing.per_week),
        "minutes_each": number(doing.each, 4),
        "hours": _hours(doing.minutes),
        "per": {
            per.value: {
                "count": number(found.of(doing.per_week, doing.unit, per)),
                "hours": _hours(found.of(doing.minutes, doing.unit, per)),
            }
            for per in Per
            if per is not Per.WEEK
        },
        "roles": {role: number(share) for role, share in doing.roles.items()},
        "level": doing.level,
        "measured": doing.measured,
        "reasons": list(doing.reasons),
    }


def _asked(asked: Asked) -> Object:
    return {
        "why": asked.why.value,
        "key": asked.task.key,
        "more": asked.more.unit,
        "less": asked.less.unit,
        "per": asked.per.value if asked.per else None,
        "times": number(asked.times, 4),
    }


def _found(found: Found) -> Object:
    move = found.move
    return {
        "task": move.leaf,
        "from": move.giver,
        "to": move.receiver,
        "precedents": [_precedent(each) for each in found.precedents],
    }


def _precedent(found: Precedent) -> Object:
    return {
        "unit": found.unit.id,
        "organisation": found.unit.organisation.id,
        "source": found.source,
        "tasks": list(found.tasks),
        "role": found.role,
        "level": found.level,
        "share": number(found.share),
        "per_week": number(found.per_week),
        "instead": list(found.instead),
        "decisions": [
            {
                "decision": each.kind.value,
                "date": each.on.isoformat(),
                "office": each.office,
                "until": each.until.isoformat() if each.until else None,
                "conditions": each.conditions,
            }
            for each in found.decisions
        ],
        "competences": list(found.competences),
        "courses": list(found.courses),
        "supervision": [
            {"by": each.by, "minutes": each.minutes, "weeks": each.weeks}
            for each in found.supervision
        ],
        "reasons": list(found.reasons),
        "measure": found.measure.id if found.measure else None,
        "decided": found.measure.decided.isoformat() if found.measure else None,
        "results": [
            {
                "months": each.result.months,
                "freed_hours": _hours(each.freed),
                "of_promise": number(each.of_promise),
                "judgement": each.result.judgement.value if each.result.judgement else None,
            }
            for each in found.results
        ],
        "results_left_out": found.results_few,
    }


def _hours(minutes: Shown) -> float | None:
    return None if minutes is None else round(minutes / 60, 4)
