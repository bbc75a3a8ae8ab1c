"""The answer of ``taskmap workload`` as a JSON object."""

from taskmap.graph.sole import Hanging, Sole
from taskmap.model.plan import Plan
from taskmap.model.pressure import PressureBands
from taskmap.model.strain import Strain
from taskmap.model.workload import HourLoad, Posts, RoleDay, Workload
from taskmap.present.exact.need import balance_object, hire_object
from taskmap.present.exact.show import roles_list
from taskmap.present.exact.suggest import suggest_object
from taskmap.present.exact.text import Object, hours, number
from taskmap.present.names import Speaker
from taskmap.present.strain import Change, changes

SCHEMA = "taskmap/workload/1"


def workload_object(
    found: Workload, hanging: Hanging, bands: PressureBands, speaker: Speaker, plan: Plan | None
) -> Object:
    """Work asked of a unit's staff against the time there is.

    Args:
        found: the unit's workload.
        hanging: tasks that hang on one role, and on one person.
        bands: what a ratio is called.
        speaker: names of the unit.
        plan: where one was asked for; strain is then told before and after.
    """
    return {
        "schema": SCHEMA,
        "unit": speaker.mapping.unit.id,
        "needs": [
            {
                "role": need.id,
                "partial": need.id in found.partial,
                **balance_object(need),
                "rounded": need.rounded,
                "caf": float(need.caf),
                "iaf": float(need.iaf),
                "pressure": None if need.id in found.partial else bands.of(need.ratio).value,
            }
            for need in found.needs
        ],
        "roles": roles_list(found.capacities, speaker),
        "days": [_day(day) for day in found.days],
        "mixes": [
            {"band": mix.band, "work": mix.work, "present": mix.present} for mix in found.mixes
        ],
        "one_role": [_sole(sole) for sole in hanging.roles],
        "one_person": [_sole(sole) for sole in hanging.persons],
        "posts": [_posts(one) for one in found.posts],
        "hired": {
            **hire_object(found.hire),
            "line": found.hired_line.share if found.hired_line else None,
            "line_source": found.hired_line.source if found.hired_line else None,
        },
        "sick_leave": {
            "stated": [{"role": one.role, "share": one.share} for one in found.sick_leave],
            "published": found.published_sick_leave,
            "published_source": found.published_sick_source,
        },
        "strain": [_strain(one) for one in changes(speaker, plan)],
        "plan": suggest_object(plan, speaker) if plan else None,
    }


def _day(day: RoleDay) -> Object:
    used = [hour for hour in day.hours if hour.mapped or hour.other or hour.full]
    return {
        "role": day.role,
        "windowed": number(day.windowed),
        "peak_hour": day.peak.hour if day.peak else None,
        "hours": [_hour(hour) for hour in used],
    }


def _hour(hour: HourLoad) -> Object:
    return {
        "hour": hour.hour,
        "mapped_hours": number(hour.mapped / 60, 4),
        "other_hours": number(hour.other / 60, 4),
        "full_hours": number(hour.full / 60, 4),
    }


def _sole(sole: Sole) -> Object:
    return {
        "task": sole.leaf,
        "roles": list(sole.roles),
        "persons": sole.persons,
        "hours": hours(sole.minutes),
    }


def _strain(one: Change) -> Object:
    return {
        "role": one.role,
        "band": one.band,
        "marked_hours": {"before": hours(one.marked_before), "after": hours(one.marked_after)},
        "weighed_hours": {
            "before": number(one.weighed_before / 60, 4),
            "after": number(one.weighed_after / 60, 4),
        },
        "marks": [
            {
                "mark": mark.value,
                "hours": {
                    "before": hours(one.before.get(mark, 0)),
                    "after": hours(one.after.get(mark, 0)),
                },
            }
            for mark in Strain
            if one.before.get(mark) or one.after.get(mark)
        ],
    }


def _posts(one: Posts) -> Object:
    return {
        "role": one.role,
        "filled": one.filled,
        "vacant": one.vacant,
        "hourly": one.hourly,
        "hired": one.hired,
        "vacant_hours": number(one.vacant_hours, 4),
        "hired_share": number(one.hired_share),
        "hired_hours": number(one.hired_hours, 4),
        "hourly_cost": one.hourly_cost,
        "hired_cost": number(one.hired_cost, 2),
        "used": number(one.used),
        "overtime_hours": number(one.overtime, 4),
        "overtime_share": number(one.overtime_share),
        "overtime_cost": number(one.overtime_cost, 2),
    }
