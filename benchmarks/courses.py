"""A year's courses of a whole partnership placed: how long it takes, and how well it is proved."""

import random
import time
from collections.abc import Callable

from taskmap.model.programme import (
    Form,
    Offered,
    OwnLecturer,
    TrainingProgramme,
    Venue,
)
from taskmap.model.training import Want
from taskmap.training.calendar import calendar

MEMBERS = {"a": 38600, "b": 14200, "c": 9800, "d": 5350, "e": 2900}  # population
SHARE = sum(MEMBERS.values())


def year(seed: int, courses: int, participants: int) -> tuple[TrainingProgramme, list[Want]]:
    """A programme and its wants, drawn from a seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing is secret
    names = tuple(MEMBERS)
    venues = tuple(
        Venue(id=f"{name}{n}", name=name, organisation=name, seats=dice.choice((16, 24, 40)))
        for name in names
        for n in range(1 + (name in "ab"))
    )
    travel = {
        (one, other): float(dice.randrange(20, 110, 5))
        for i, one in enumerate(names)
        for other in names[i + 1 :]
    }
    offered = tuple(_course(dice, n, names) for n in range(courses))
    programme = TrainingProgramme(
        id="measured", name="measured", partnership="measured", year=2027, venues=venues,
        travel=travel, hosted={name: dice.randrange(4) for name in names}, courses=offered,
        travel_hour=450.0, hosting_slack=0.02,
    )  # fmt: skip
    return programme, _wants(dice, offered, participants)


def _course(dice: random.Random, n: int, names: tuple[str, ...]) -> Offered:
    own = dice.random() < 0.5
    return Offered(
        id=f"course{n:03}", hours=float(dice.choice((3, 4, 6, 8, 12, 16))),
        form=dice.choice((Form.ON_SITE, Form.ON_SITE, Form.ON_SITE, Form.MIXED, Form.VIDEO)),
        seats=dice.choice((12, 16, 20, 30)), least=dice.choice((4, 6, 8)),
        run_cost=float(dice.randrange(1, 9) * 500),
        lecturers=(OwnLecturer(organisation=dice.choice(names), runs=2),) if own else (),
        hired_fee=float(dice.randrange(6, 20) * 1000) if not own or dice.random() < 0.5 else None,
        required_by="law" if dice.random() < 0.15 else None,
        requires=(f"course{n - 1:03}",) if n and dice.random() < 0.1 else (),
    )  # fmt: skip


def _wants(dice: random.Random, offered: tuple[Offered, ...], participants: int) -> list[Want]:
    counts: dict[tuple[str, str, int], int] = {}
    weights = [dice.uniform(0.3, 2.0) for _ in offered]
    for _ in range(participants):
        course = dice.choices(offered, weights)[0]
        member = dice.choices(tuple(MEMBERS), tuple(MEMBERS.values()))[0]
        key = (course.id, member, 1 if dice.random() < 0.15 else 2)
        counts[key] = counts.get(key, 0) + 1
    return [
        Want(course=course, organisation=member, by=by, persons=persons)
        for (course, member, by), persons in sorted(counts.items())
    ]


def courses() -> None:
    """Growth within one run, and the size of a real partnership."""
    for count, participants in ((25, 625), (50, 1250), (100, 2500)):
        programme, wants = year(1, count, participants)
        start = time.process_time()
        found = calendar(programme, wants)
        taken = time.process_time() - start
        aims = (f"{aim.name} {aim.value:.0f} (proved {aim.bound:.0f})" for aim in found.aims)
        print(f"{count} courses, {participants} participants: {taken:.1f} s", flush=True)
        print(f"  {', '.join(aims)}", flush=True)


PARTS: dict[str, Callable[[], None]] = {"courses": courses}
