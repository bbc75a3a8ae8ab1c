"""What a programme's fields must fulfil together: each course whole, each bill shareable."""

from collections.abc import Iterator
from itertools import combinations

from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.model.catalogue import Catalogue
from taskmap.model.partnership import Partnership
from taskmap.model.programme import Form, Key
from taskmap.yamltext import Path, fold

NEARLY = 1e-9  # shares are written in per cent; their sum is off by no more than this


def note_all(
    said: Values, partnership: Partnership | None, catalogue: Catalogue | None, reading: Reading
) -> None:
    """Every finding about fields that do not fit together."""
    for name in ("venues", "courses", "bills"):
        _note_twice(said.get(name, ()), reading)
    for course in said.get("courses", ()):
        _note_incomplete(course, catalogue, reading)
        _note_sizes(course, reading)
        _note_own_form(course, said, catalogue, reading)
    for run in said.get("held", ()):
        _note_held(run, said, reading)
    _note_circles(said, reading)
    _note_keys(said, partnership, reading)
    _note_roads(said, partnership, reading)


def _note_twice(items: tuple[Values, ...], reading: Reading) -> None:
    first: dict[str, Path] = {}
    for item in items:
        known = first.setdefault(fold(item["id"]), item.path)
        if known != item.path:
            line = reading.line((*known, "id"))
            reading.error("id.duplicate", (*item.path, "id"), value=item["id"], first_line=line)


def _note_incomplete(course: Values, catalogue: Catalogue | None, reading: Reading) -> None:
    """A course of one's own tells what the catalogue would."""
    if catalogue is not None and course["id"] in catalogue.courses:
        return
    for name in ("name", "hours"):
        if name not in course and reading.is_sound((*course.path, name)):
            reading.error("field.missing", (*course.path, name), value=name)


def _note_sizes(course: Values, reading: Reading) -> None:
    least, seats = course.get("least", 1), course.get("seats", 20)
    if least > seats:
        reading.error(
            "programme.least_above_seats", (*course.path, "least"), value=least, seats=seats
        )


def _note_own_form(
    course: Values, said: Values, catalogue: Catalogue | None, reading: Reading
) -> None:
    """A course of one's own held on site needs a room somewhere; a bought one is held elsewhere."""
    known = catalogue.courses.get(course["id"]) if catalogue else None
    form = course.get("form", known.form if known else Form.ON_SITE)
    price = course.get("price", known.price if known else 0.0)
    ours = any(course.get(name) for name in ("lecturers", "run_cost")) or "hired_fee" in course
    if form == Form.ON_SITE and not said.get("venues") and (ours or not price):
        reading.warn("programme.no_venue", course.path, value=course["id"])


def _note_held(run: Values, said: Values, reading: Reading) -> None:
    """A run is of a course that is offered, in the year, and not both cancelled and held."""
    year, came = said.get("year"), sum(some["persons"] for some in run.get("came", ()))
    course = next((c for c in said.get("courses", ()) if c["id"] == run["course"]), None)
    if course is None:
        place = (*run.path, "course")
        reading.error("programme.held_not_offered", place, value=run["course"])
    elif came > (seats := course.get("seats", 20)):
        place = (*run.path, "came")
        reading.warn("programme.held_above_seats", place, value=came, seats=seats)
    if year is not None and run["on"].year != year:
        place = (*run.path, "on")
        reading.error("programme.held_other_year", place, value=run["on"], year=year)
    if run.get("cancelled") and came:
        place = (*run.path, "came")
        reading.error("programme.held_cancelled", place, value=came)


def _note_circles(said: Values, reading: Reading) -> None:
    """A course that comes before itself can never be held."""
    first = {course["id"]: course.get("requires", ()) for course in said.get("courses", ())}
    for course in said.get("courses", ()):
        if course["id"] in _before(course["id"], first):
            path = (*course.path, "requires")
            reading.error("programme.circle", path, value=course["id"])


def _before(course: str, first: dict[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(first.get(course, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += first.get(one, ())
    return found


def _note_keys(said: Values, partnership: Partnership | None, reading: Reading) -> None:
    """A bill can be shared only by a key whose figures are there."""
    fixed = said.get("fixed", {})
    used = dict(_keys(said))
    sum_ = sum(fixed.values())
    if fixed and abs(sum_ - 1) > NEARLY:
        reading.error("shares.sum", ("fixed",), sum=sum_)
    elif Key.FIXED in used and not fixed:
        reading.error("programme.key_without", used[Key.FIXED], value="fixed")
    if Key.STAFF not in used:
        return
    members = [m.organisation.id for m in partnership.members] if partnership else []
    if not said.get("staff"):
        reading.error("programme.key_without", used[Key.STAFF], value="staff")
    for name in members:
        if said.get("staff") and name not in said["staff"]:
            reading.error("programme.staff_missing", ("staff",), value=name)


def _keys(said: Values) -> Iterator[tuple[str, Path]]:
    """Keys in use, with the first place that uses each."""
    places: list[tuple[str, Path]] = [
        (said.get("key", Key.POPULATION), ("key",) if "key" in said else ())
    ]
    for name in ("courses", "bills"):
        places += [(i["key"], (*i.path, "key")) for i in said.get(name, ()) if "key" in i]
    return reversed(places)


def _note_roads(said: Values, partnership: Partnership | None, reading: Reading) -> None:
    """Between members without a travel time nobody travels."""
    roads = said.get("travel", ())
    known = {frozenset((road["start"], road["end"])) for road in roads}
    hosts = {venue["organisation"] for venue in said.get("venues", ())}
    members = [m.organisation.id for m in partnership.members] if partnership else []
    for one, other in combinations(members, 2):
        if frozenset((one, other)) not in known and hosts & {one, other}:
            reading.warn("programme.road_missing", ("travel",), value=one, other=other)
