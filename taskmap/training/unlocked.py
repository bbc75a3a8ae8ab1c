"""What a course gives a unit: its plan solved with the course and without it."""

from collections.abc import Iterator
from dataclasses import replace

from taskmap.leon.case import Case, Progress, silent
from taskmap.leon.telling.plan import plan
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Plan, Status
from taskmap.model.question import Question
from taskmap.model.training import Unlocked
from taskmap.model.units import CompetenceId, MinutesPerWeek, RoleId

LAST = "price"  # the objectives after it do not change what a course is worth


def unlocked(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    *,
    progress: Progress | None = None,
) -> tuple[Unlocked, ...]:
    """Each course of the plan, and last all of them together; most net minutes first.

    What a course gives is what the plan loses when nobody can take it: others may then learn
    something else, and that is counted too. So the courses' parts need not sum to the whole.

    Example: with the wound course helpers relieve nurses of 300 minutes a week, and the plan nets
    210; without it they relieve them of nothing: 210 a week for 2 persons and 1,800 kroner.

    Args:
        mapping: the unit.
        catalogue: of its country.
        question: whose plan is asked about.
        progress: called with "course" and the part done.
    """
    told = progress or silent
    told("course", 0.0)
    whole = _plan(mapping, catalogue, question)
    courses = tuple(dict.fromkeys(each.competence for each in whole.trainings))
    if not courses:
        return ()
    found = []
    for i, competence in enumerate(courses):
        told("course", (i + 1) / (len(courses) + 2))
        less = _plan(mapping, _without(catalogue, [competence]), question)
        found.append(_told(whole, less, competence, catalogue))
    told("course", 1 - 1 / (len(courses) + 2))
    found.sort(key=lambda one: (-one.net, one.competence or ""))
    none = _plan(mapping, _without(catalogue, list(catalogue.competences)), question)
    return (*found, _told(whole, none, None, catalogue))


def _plan(mapping: Mapping, catalogue: Catalogue, question: Question) -> Plan:
    return plan(Case.of(mapping, catalogue, question).solved(last=LAST), ())


def _without(catalogue: Catalogue, competences: list[CompetenceId]) -> Catalogue:
    """A country where nobody gives these courses."""
    gone = set(competences)
    left = {id_: course for id_, course in catalogue.courses.items() if course.gives not in gone}
    return replace(catalogue, courses=left)


def _told(
    whole: Plan, less: Plan, competence: CompetenceId | None, catalogue: Catalogue
) -> Unlocked:
    course = catalogue.course_for.get(competence) if competence else None
    before = {(m.leaf, m.giver, m.receiver) for m in less.moves}
    trained, untrained = _spent(whole), _spent(less)
    return Unlocked(
        unit=whole.unit, competence=competence, course=course.id if course else None,
        persons=sum(
            t.persons for t in whole.trainings if competence in {None, t.competence}
        ),
        hours=trained[0] - untrained[0], kroner=trained[1] - untrained[1],
        freed=_freed(whole, less),
        net=sum(m.minutes.net for m in whole.moves) - sum(m.minutes.net for m in less.moves),
        price_saved=_saved(whole) - _saved(less),
        leaves=tuple(
            dict.fromkeys(
                m.leaf for m in whole.moves if (m.leaf, m.giver, m.receiver) not in before
            )
        ),
        proved=whole.status is Status.OPTIMAL and less.status is Status.OPTIMAL,
    )  # fmt: skip


def _spent(found: Plan) -> tuple[float, float]:
    """Hours and kroner of a plan's courses."""
    return (
        sum(t.persons * t.hours_per_person for t in found.trainings),
        sum(t.persons * t.price_per_person for t in found.trainings),
    )


def _freed(whole: Plan, less: Plan) -> dict[RoleId, MinutesPerWeek]:
    """Minutes a week each role has less to do with the course; below 0 where it has more."""
    without = {load.role: load.total("plan") for load in less.roles}
    change = {load.role: without.get(load.role, 0) - load.total("plan") for load in whole.roles}
    return {role: minutes for role, minutes in _most_first(change) if minutes}


def _most_first(change: dict[RoleId, MinutesPerWeek]) -> Iterator[tuple[RoleId, MinutesPerWeek]]:
    return iter(sorted(change.items(), key=lambda item: (-item[1], item[0])))


def _saved(found: Plan) -> int:
    """What the plan's price comes to below today's."""
    price = next(objective for objective in found.objectives if objective.name == "price")
    return int(price.baseline - price.value)
