"""The best programme of one or two small courses found by trying everything."""

from functools import cache
from itertools import product

from taskmap.model.programme import Form


def best(programme, wants):
    """Least demanded unmet, then unmet, then hired, then kroner, by trying every placing."""
    options = [_placings(programme, course, wants) for course in programme.courses]
    found = None
    for combined in product(*options):
        if _in_order(programme, wants, combined):
            worth = tuple(
                round(sum(part), 6) for part in zip(*(w for _, w in combined), strict=True)
            )
            found = worth if found is None else min(found, worth)
    return found


def _placings(programme, course, wants):
    """Every way a course's participants can be put in slots, with the cheapest lecturers."""
    own = [want for want in wants if want.course == course.id]
    rooms = [] if course.form is Form.VIDEO else list(programme.venues)
    rooms += [None] if course.form in {Form.VIDEO, Form.MIXED} else []
    slots = [(half, room) for half in (1, 2) for room in rooms]
    spreads = [_spread(programme, want, slots) for want in own]
    found = {}
    for spread in product(*spreads):
        counts = tuple(sum(each[s] for each in spread) for s in range(len(slots)))
        cost = _lectured(programme, course, slots, counts)
        if cost is None:
            continue
        hired, kroner = cost
        placed = sum(counts)
        short = sum(want.persons for want in own) - placed
        kroner += sum(
            n * _weighed(programme, course, want, slots[s]) / 60 * programme.travel_hour
            for want, each in zip(own, spread, strict=True)
            for s, n in enumerate(each)
            if n
        )
        key = tuple(
            (want.organisation, half, sum(n for s, n in enumerate(e) if slots[s][0] == half))
            for want, e in zip(own, spread, strict=True)
            for half in (1, 2)
        )
        worth = (short if course.required_by else 0, short, hired, kroner)
        found[key] = min(worth, found.get(key, worth))
    return list(found.items())


def _spread(programme, want, slots):
    """Every way a member's participants can be divided on the slots they can get to."""
    open_ = [half <= want.by and _far(programme, want.organisation, r) is not None
             for half, r in slots]  # fmt: skip
    ranges = [range(want.persons + 1) if yes else (0,) for yes in open_]
    return [n for n in product(*ranges) if sum(n) <= want.persons]


def _far(programme, member, room):
    if room is None:
        return 0.0
    far = programme.minutes(member, room.organisation)
    most = programme.most_travel
    return None if far is None or (most is not None and far > most) else far


def _weighed(programme, course, want, slot):
    if slot[1] is None:
        return programme.video_from if course.form is Form.MIXED else 0.0
    return 2 * _far(programme, want.organisation, slot[1])


def _lectured(programme, course, slots, counts):
    """Fewest hired runs, then least kroner, over every number of runs and every lecturer."""
    runs = []
    for (_, room), count in zip(slots, counts, strict=True):
        seats = min(course.seats, room.seats) if room else course.seats
        possible = [n for n in range(count + 1) if n * course.least <= count <= n * seats]
        if not possible:
            return None
        runs.append(possible)
    found = [
        cost
        for each in product(*runs)
        if course.most_runs is None or sum(each) <= course.most_runs
        for cost in [_cheapest(programme, course, slots, each)]
        if cost is not None
    ]
    return min(found, default=None)


def _cheapest(programme, course, slots, runs):
    every = sum(runs)
    if not course.lecturers and course.hired_fee is None:
        return (0, every * course.run_cost)
    (own,) = course.lecturers or (None,)

    @cache
    def tried(s, left):
        if s == len(slots):
            return (0, 0.0)
        far = _far(programme, own.organisation, slots[s][1]) if own else None
        best = None
        for mine in range(min(runs[s], left if far is not None else 0) + 1):
            hired = runs[s] - mine
            if hired and course.hired_fee is None:
                continue
            rest = tried(s + 1, left - mine)
            if rest is None:
                continue
            kroner = hired * (course.hired_fee or 0)
            kroner += mine * 2 * (far or 0) / 60 * programme.travel_hour
            cost = (rest[0] + (hired if own else 0), rest[1] + kroner)
            best = cost if best is None else min(best, cost)
        return best

    found = tried(0, own.runs if own else 0)
    return None if found is None else (found[0], found[1] + every * course.run_cost)


def _in_order(programme, wants, combined):
    """Nobody who needs both takes a course before the one that comes first."""
    keys = {course.id: key for course, (key, _) in zip(programme.courses, combined, strict=True)}
    for course in programme.courses:
        for first in course.requires:
            for member in {want.organisation for want in wants}:
                own = sum(
                    w.persons for w in wants if (w.course, w.organisation) == (course.id, member)
                )
                theirs = sum(
                    w.persons for w in wants if (w.course, w.organisation) == (first, member)
                )
                both = min(own, theirs)
                for half in (1, 2) if both else ():
                    taken = sum(n for m, h, n in keys[course.id] if m == member and h <= half)
                    learnt = sum(n for m, h, n in keys[first] if m == member and h <= half)
                    if taken > own - both + learnt:
                        return False
    return True
