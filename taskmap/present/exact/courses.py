"""The answer of ``taskmap training`` as a JSON object."""

from collections.abc import Iterable, Mapping, Sequence

from taskmap.model.partnership import Partnership
from taskmap.model.programme import HeldRun, TrainingProgramme
from taskmap.model.training import (
    Calendar,
    Contribution,
    Gap,
    Placed,
    Renewal,
    Shared,
    Unlocked,
    Want,
)
from taskmap.present.exact.text import Object, number

SCHEMA = "taskmap/training/1"


def courses_object(  # noqa: PLR0913 - everything the answer holds
    partnership: Partnership,
    programme: TrainingProgramme,
    *,
    gaps: Iterable[Gap],
    wants: Iterable[Want],
    calendar: Calendar,
    bills: Sequence[Shared],
    contributions: Iterable[Contribution],
    renewals: Iterable[Renewal],
    left_out: Sequence[str] = (),
    unlocked: Mapping[str, Sequence[Unlocked]] | None = None,
) -> Object:
    """A partnership's training in a year; money of bills in øre, of courses in kroner or kronor."""
    bought = {course.id for course in programme.courses if course.bought}
    return {
        "schema": SCHEMA,
        "partnership": partnership.id,
        "programme": programme.id,
        "year": programme.year,
        "illustrative": programme.illustrative,
        "left_out": list(left_out),
        "gaps": [_gap(each) for each in gaps],
        "wants": [_want(each) for each in wants],
        "calendar": [_placed(each, bought=each.course in bought) for each in calendar.placed],
        "held": [_held(each) for each in programme.held],
        "online": [
            {"course": course, "organisation": member, "persons": persons}
            for (course, member), persons in calendar.online.items()
        ],
        "unmet": [
            {
                "course": each.course,
                "organisation": each.organisation,
                "persons": each.persons,
                "by": each.by,
                "reasons": [str(reason) for reason in each.reasons],
            }
            for each in calendar.unmet
        ],
        "hosted": dict(calendar.hosted),
        "aims": [
            {"name": aim.name, "value": number(aim.value, 2), "bound": number(aim.bound, 2)}
            for aim in calendar.aims
        ],
        "bills": [_bill(each) for each in bills],
        "in_kind": [_given(each) for each in contributions],
        "renewals": [_renewal(each) for each in renewals],
        "unlocked": [_unlocked(each) for found in (unlocked or {}).values() for each in found],
    }


def _gap(gap: Gap) -> Object:
    return {
        "unit": gap.unit,
        "organisation": gap.organisation,
        "role": gap.role,
        "competence": gap.competence,
        "course": gap.course,
        "persons": gap.persons,
        "hours_per_person": number(gap.hours, 4),
        "price_per_person": number(gap.price, 2),
        "backing": str(gap.backing),
        "tasks": list(gap.leaves),
    }


def _want(want: Want) -> Object:
    return {
        "course": want.course,
        "organisation": want.organisation,
        "by": want.by,
        "persons": want.persons,
        "why": {str(why): persons for why, persons in want.why.items()},
    }


def _placed(placed: Placed, *, bought: bool) -> Object:
    return {
        "course": placed.course,
        "half": placed.half,
        "venue": placed.venue,
        "bought": bought,
        "done": placed.done,
        "runs": placed.runs,
        "own_lecturers": dict(placed.own),
        "hired": placed.hired,
        "participants": dict(placed.come),
        "travel_minutes": number(placed.minutes, 2),
    }


def _held(run: HeldRun) -> Object:
    """A run that was held or cancelled: counts by member, roles without counts."""
    return {
        "course": run.course,
        "on": run.on.isoformat(),
        "cancelled": run.cancelled,
        "venue": run.venue,
        "lecturer": run.lecturer,
        "hired": run.hired,
        "participants": run.by_member,
        "roles": sorted({some.role for some in run.came if some.role}),
    }


def _bill(bill: Shared) -> Object:
    return {
        "id": bill.id,
        "course": bill.course,
        "ore": bill.ore,
        "key": str(bill.key),
        "parts": dict(bill.parts),
        "shares": dict(bill.shares),
        "rounded_up": list(bill.rounded_up),
    }


def _given(given: Contribution) -> Object:
    return {
        "organisation": given.organisation,
        "kind": str(given.kind),
        "what": given.what,
        "share": number(given.share),
        "runs": given.runs,
        "hours": number(given.hours, 4),
        "value": number(given.value, 2),
        "worked_out": given.worked_out,
    }


def _renewal(each: Renewal) -> Object:
    return {
        "course": each.course,
        "organisation": each.organisation,
        "unit": each.unit,
        "persons": each.persons,
        "month": each.month,
        "late": each.late,
    }


def _unlocked(one: Unlocked) -> Object:
    return {
        "unit": one.unit,
        "competence": one.competence,
        "course": one.course,
        "persons": one.persons,
        "hours": number(one.hours, 4),
        "kroner": number(one.kroner, 2),
        "freed_minutes": dict(one.freed),
        "net_minutes": one.net,
        "price_saved": one.price_saved,
        "tasks": list(one.leaves),
        "proved": one.proved,
    }
