"""Every rule of a calendar held against the programme, written without the solver's rows."""

from collections import Counter

from taskmap.model.programme import Form
from taskmap.training.shares import participants


def complaints(programme, wants, calendar):
    """What a calendar breaks; empty where it may be sent out."""
    courses = {course.id: course for course in programme.courses}
    rooms = {venue.id: venue for venue in programme.venues}
    found = []
    for placed in calendar.placed:
        found += _of_slot(programme, courses[placed.course], rooms.get(placed.venue), placed)
    for course in programme.courses:
        found += _of_year(course, [p for p in calendar.placed if p.course == course.id])
    found += _of_wants(courses, wants, calendar)
    found += _of_order(courses, wants, calendar)
    return found


def _of_slot(programme, course, room, placed):
    people = sum(placed.come.values())
    seats = min(course.seats, room.seats) if room else course.seats
    if people > placed.runs * seats:
        yield f"{course.id}: {people} in {placed.runs} runs of {seats}"
    if people < placed.runs * course.least:
        yield f"{course.id}: {people} are too few for {placed.runs} runs"
    if (room is None) != (course.form is Form.VIDEO) and course.form is not Form.MIXED:
        yield f"{course.id}: wrong kind of place"
    there = [*placed.come, *placed.own]
    for member in there if room else ():
        far = programme.minutes(member, room.organisation)
        if far is None or (programme.most_travel is not None and far > programme.most_travel):
            yield f"{course.id}: {member} cannot get to {room.id}"
    lectured = sum(placed.own.values()) + placed.hired
    needed = bool(course.lecturers) or course.hired_fee is not None
    if lectured != (placed.runs if needed else 0):
        yield f"{course.id}: {lectured} lecturers for {placed.runs} runs"
    if placed.hired and course.hired_fee is None:
        yield f"{course.id}: nobody can be hired"


def _of_year(course, held):
    if course.most_runs is not None and sum(p.runs for p in held) > course.most_runs:
        yield f"{course.id}: too many runs"
    own = Counter()
    for placed in held:
        own.update(placed.own)
    can = {each.organisation: each.runs for each in course.lecturers}
    for member, runs in own.items():
        if runs > can.get(member, 0):
            yield f"{course.id}: {member} lectures too often"


def _of_wants(courses, wants, calendar):
    come = participants(calendar)
    unmet, early = Counter(), Counter()
    for each in calendar.unmet:
        unmet[each.course, each.organisation] += each.persons
        early[each.course, each.organisation] += each.persons if each.by == 1 else 0
    wanted, due = Counter(), Counter()
    for want in wants:
        wanted[want.course, want.organisation] += want.persons
        due[want.course, want.organisation] += want.persons if want.by == 1 else 0
    for key, persons in wanted.items():
        if come.get(key, 0) + unmet[key] != persons:
            yield f"{key}: {persons} want it, {come.get(key, 0)} come, {unmet[key]} do not"
        before = sum(p.come.get(key[1], 0) for p in calendar.placed if _early(p, key[0]))
        online = courses.get(key[0]) and courses[key[0]].form is Form.ONLINE
        if key[0] in courses and not online and before < due[key] - early[key]:
            yield f"{key}: {due[key]} are due by the first half, {before} come in it"


def _early(placed, course):
    return placed.course == course and placed.half == 1


def _of_order(courses, wants, calendar):
    """Who needs both, as many as can, take the first course no later than the other."""
    wanted = Counter()
    for want in wants:
        wanted[want.course, want.organisation] += want.persons
    for (id_, member), persons in wanted.items():
        for first in courses[id_].requires if id_ in courses else ():
            if first not in courses or courses[first].form is Form.ONLINE:
                continue
            both = min(persons, wanted[first, member])
            for half in (1, 2):
                taken = _until(calendar, id_, member, half)
                if both and taken > persons - both + _until(calendar, first, member, half):
                    yield f"{id_} before {first} for {member}"


def _until(calendar, course, member, half):
    return sum(
        p.come.get(member, 0) for p in calendar.placed if p.course == course and p.half <= half
    )


def worth(programme, calendar):
    """The aims of a calendar counted from what is placed: demanded, unmet, hired, kroner."""
    courses = {course.id: course for course in programme.courses}
    kroner = 0.0
    for placed in calendar.placed:
        course = courses[placed.course]
        kroner += placed.runs * course.run_cost + placed.hired * (course.hired_fee or 0.0)
        as_journey = programme.video_from if course.form is Form.MIXED else 0.0
        weighed = placed.minutes if placed.venue else as_journey * sum(placed.come.values())
        kroner += weighed / 60 * programme.travel_hour
    held = [u for u in calendar.unmet if u.course in courses]
    return (
        sum(u.persons for u in held if courses[u.course].required_by),
        sum(u.persons for u in held),
        sum(p.hired for p in calendar.placed if courses[p.course].lecturers),
        kroner,
    )
