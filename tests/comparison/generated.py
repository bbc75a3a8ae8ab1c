"""Partnerships of made-up wards with small roles and timed tasks, for attacks on what is shown."""

from dataclasses import replace
from random import Random

from taskmap.comparison import Content
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels
from taskmap.model.amount import Basis, Duration
from taskmap.workload import capacities
from tests.small_unit import CATALOGUE, QUESTION, staffing, task, ward

ROLES = ("doctor", "nurse", "worker", "host")
GROUPS = ("care", "kitchen", "medicines", "paper")


def content(mapping, catalogue=CATALOGUE, question=QUESTION, followup=None):
    """A mapping as a comparison reads it."""
    rulings = judge(mapping, catalogue, question)
    return Content(
        mapping=mapping,
        catalogue=catalogue,
        capacities=capacities(mapping, catalogue, question),
        levels=levels(mapping, catalogue, question, rulings),
        followup=followup,
    )


def partnership(seed):
    """Three to five wards that share some of their tasks."""
    rng = Random(seed)  # noqa: S311 - a seed, no secret
    words = [f"oppgave {n}" for n in range(14)]
    return [content(_ward(rng, n, words)) for n in range(rng.randint(3, 5))]


def _ward(rng, number, words):
    small = {role: rng.choice((1, 2, 3, 4, 6, 9, 14)) for role in ROLES}
    staff = tuple(staffing(role, {"day": 80}, persons=small[role]) for role in ROLES)
    chosen = rng.sample(words, rng.randint(8, 14))
    found = ward(*(_task(rng, at, word) for at, word in enumerate(chosen)), staff=staff)
    unit = replace(found.unit, id=f"ward-{number}", name=f"Post {number}")
    return replace(found, unit=unit)


def _task(rng, number, word):
    first, second = rng.sample(ROLES, 2)
    share = rng.choice((1.0, 1.0, 0.7, 0.5))
    today = {first: share} if share == 1.0 else {first: share, second: 1 - share}
    minutes = float(rng.choice((2, 5, 10, 15, 20, 35, 60)))
    basis = Basis.MEASURED if rng.random() < 0.3 else Basis.ESTIMATE
    made = task(
        f"t{number}", {"day": rng.choice((1, 3, 7, 14, 40))}, today=today, name=word,
        group=rng.choice(GROUPS),
    )  # fmt: skip
    return replace(made, minutes=Duration(minutes, minutes, minutes, basis))
