"""Small units that could use a course, seeded; and what they could get of a pool, tried out."""

from dataclasses import replace
from itertools import product
from random import Random

from taskmap.leon.case import Case
from taskmap.leon.together.side import at_pool_prices, side
from taskmap.model.catalogue import Competence, Course
from taskmap.model.demands import Demands
from taskmap.model.pool import CourseRun, Pool
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit

COURSES = tuple(
    Course(id=f"kurs-{name}", names={}, gives=name, hours=hours, price=price)
    for name, hours, price in (("drypp", 10.0, 3000.0), ("sond", 6.0, 2000.0))
)
TAUGHT = replace(
    CATALOGUE,
    competences=CATALOGUE.competences
    | {c.gives: Competence(id=c.gives, names={}, included_in=("sykepleier",)) for c in COURSES},
    courses=CATALOGUE.courses | {course.id: course for course in COURSES},
)


def ward(seed, tasks=3):
    """A nurse's tasks that a helper could take over with a course or without."""
    chance = Random(seed)  # noqa: S311 - no secret, only variety
    work = [
        task(
            f"t{n}",
            chance.choice((7, 14, 21)),
            chance.choice((20, 30, 45)),
            "sykepleier",
            competences=(chance.choice(COURSES).gives,) if n else (),
        )
        for n in range(tasks)
    ]
    people = (
        staff("sykepleier", 60.0, persons=6),
        staff("helsefagarbeider", chance.choice((15.0, 25.0, 40.0)), persons=2),
    )
    return unit(*work, staffing=people)


def sides(wards, pool):
    return [side(ward, TAUGHT, QUESTION, pool) for ward in wards]


def pool(kroner, *, seats=4, run=12_000):
    """One course held for all at so many seats a run; the other paid for each person."""
    runs = {COURSES[0].id: CourseRun(ore=run * 100, seats=seats)}
    return Pool(ore=kroner * 100, runs=runs)


def best_of_all(wards, shared, most=2):
    """The least price within the pool: every number of places for every unit, each solved alone.

    Uses single plans with seats of their own, and none of what prices, picks or stacks.
    """
    priced = at_pool_prices(TAUGHT, shared)
    offers = []
    for ward in wards:
        found = {}
        for seats in product(range(most + 1), repeat=len(COURSES)):
            given = dict(zip((course.id for course in COURSES), seats, strict=True))
            question = replace(QUESTION, demands=Demands(seats=given))
            solved = Case.of(ward, priced, question).solved(last="price")
            found[seats] = solved.solution.reached[-1].value
        offers.append(found)
    fits = (
        sum(found[seats] for found, seats in zip(offers, chosen, strict=True))
        for chosen in product(*offers)
        if _cost(chosen, shared) <= shared.ore
    )
    return min(fits)


def _cost(chosen, shared):
    total = 0
    for course, places in zip(COURSES, map(sum, zip(*chosen, strict=True)), strict=True):
        run = shared.runs.get(course.id)
        if run is None:
            total += places * round(course.price * 100)
        else:
            total += -(-places // run.seats) * run.ore
    return total
