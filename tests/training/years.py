"""Small programmes, drawn from a seed or written by hand."""

import random
from itertools import combinations

from taskmap.model.programme import Form, Offered, OwnLecturer, TrainingProgramme, Venue
from taskmap.model.training import Want

MEMBERS = ("berg", "dal", "fjord")


def course(id_="sar", **given):
    return Offered(**{"id": id_, "hours": 6.0, "seats": 10, **given})


def year(courses, **given):
    """Two members half an hour apart, a third an hour and a half away; a room in each."""
    usual = {
        "id": "kurs", "name": "Kurs", "partnership": "kysten", "year": 2027,
        "venues": tuple(
            Venue(id=f"sal-{name}", name=name, organisation=name, seats=20) for name in MEMBERS
        ),
        "travel": {("berg", "dal"): 30.0, ("berg", "fjord"): 90.0, ("dal", "fjord"): 75.0},
    }  # fmt: skip
    return TrainingProgramme(**{**usual, "courses": tuple(courses), **given})


def want(organisation, persons, id_="sar", by=2):
    return Want(course=id_, organisation=organisation, by=by, persons=persons)


def drawn(seed, courses=2):
    """A programme small enough to try everything of, and its wants."""
    dice = random.Random(seed)  # noqa: S311 - nothing is secret
    members = MEMBERS[: dice.choice((2, 3))]
    rooms = dice.sample(members, dice.choice((1, 2)))
    venues = tuple(
        Venue(id=f"sal-{name}", name=name, organisation=name, seats=dice.choice((3, 6)))
        for name in rooms
    )
    travel = {pair: float(dice.randrange(10, 100, 10)) for pair in combinations(members, 2)}
    if dice.random() < 0.2:
        travel.pop(next(iter(travel)))
    offered = tuple(_drawn(dice, f"kurs{n}", n, members) for n in range(courses))
    wants = [
        Want(course=each.id, organisation=name, by=dice.choice((1, 2, 2)), persons=persons)
        for each in offered
        for name in members
        if (persons := dice.choice((0, 1, 2, 3)))
    ]
    programme = year(
        offered, venues=venues, travel=travel,
        travel_hour=dice.choice((0.0, 400.0)), most_travel=dice.choice((None, 60.0)),
        hosting_slack=dice.choice((0.0, 0.1)), hosted={rooms[0]: dice.randrange(3)},
    )  # fmt: skip
    return programme, wants


def _drawn(dice, id_, n, members):
    own = dice.random() < 0.5
    return course(
        id_,
        form=dice.choice((Form.ON_SITE, Form.MIXED, Form.VIDEO)),
        seats=dice.choice((2, 4)), least=dice.choice((1, 2, 3)),
        most_runs=dice.choice((None, 1, 2)), run_cost=float(dice.choice((0, 500))),
        lecturers=(OwnLecturer(organisation=dice.choice(members), runs=1),) if own else (),
        hired_fee=dice.choice((None, 4000.0)), required_by=dice.choice((None, "loven")),
        requires=(f"kurs{n - 1}",) if n and dice.random() < 0.5 else (),
    )  # fmt: skip
