"""Who lacks what: competences that accepted and possible moves ask for, by unit and role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taskmap.followup import about, not_among
from taskmap.model.catalogue import Catalogue
from taskmap.model.followup import FollowUp, Measure
from taskmap.model.learning import to_learn
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Move, Plan
from taskmap.model.plan import Training as Learning
from taskmap.model.programme import CourseId, HeldRun, OrganisationId, TrainingProgramme
from taskmap.model.training import Backing, Gap
from taskmap.model.units import CompetenceId, LeafId, RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A mapped unit with its plan and what was decided about it."""

    mapping: Mapping
    catalogue: Catalogue
    organisation: OrganisationId
    plan: Plan
    followup: FollowUp | None = None


def gaps(unit: Unit) -> tuple[Gap, ...]:
    """What the unit's plan and its accepted moves ask somebody to learn."""
    return (*_planned(unit), *_accepted_otherwise(unit))


def _planned(unit: Unit) -> Iterator[Gap]:
    """Every training of the plan; accepted where one of the moves it is for was accepted."""
    for learning in unit.plan.trainings:
        moves = [move for move in unit.plan.moves if _is_for(learning, move)]
        accepted = any(_goes_on(unit, move) for move in moves)
        yield Gap(
            unit=unit.mapping.unit.id, organisation=unit.organisation, role=learning.role,
            competence=learning.competence, course=learning.course, persons=learning.persons,
            hours=learning.hours_per_person, price=learning.price_per_person,
            backing=Backing.ACCEPTED if accepted else Backing.POSSIBLE,
            leaves=tuple(dict.fromkeys(move.leaf for move in moves)), mapped=unit.mapping.on,
        )  # fmt: skip


def _is_for(learning: Learning, move: Move) -> bool:
    return move.receiver == learning.role and any(
        each.competence == learning.competence for each in move.training
    )


def _goes_on(unit: Unit, move: Move) -> bool:
    found = about(move, unit.followup) if unit.followup else None
    return found is not None and found.goes_on


def _accepted_otherwise(unit: Unit) -> Iterator[Gap]:
    """Moves that were accepted and that the plan does not hold: nobody has worked out how many."""
    if unit.followup is None:
        return
    known: set[tuple[RoleId, CompetenceId]] = {
        (each.role, each.competence) for each in unit.plan.trainings
    }
    for measure in not_among(unit.plan.moves, unit.followup):
        if not measure.goes_on or measure.receiver is None or measure.leaf is None:
            continue
        for competence in lacks(unit.mapping, unit.catalogue, measure):
            if (measure.receiver, competence) not in known:
                known.add((measure.receiver, competence))
                yield _of_decision(unit, measure.receiver, competence, measure.leaf)


def lacks(mapping: Mapping, catalogue: Catalogue, measure: Measure) -> tuple[CompetenceId, ...]:
    """What the receiver of a move that was decided about must learn before it may take the task."""
    staffing = mapping.by_role.get(measure.receiver or "")
    found = mapping.by_leaf.get(measure.leaf or "")
    if staffing is None or found is None or not found.competences:
        return ()
    return to_learn(staffing, found.competences, catalogue.competences)


def waited_for(
    programme: TrainingProgramme, competences: Iterable[CompetenceId], catalogue: Catalogue
) -> Iterator[tuple[CourseId, HeldRun | None]]:
    """The course that gives each competence, with every run of it this year; None: no run yet."""
    offered = {course.gives: course.id for course in reversed(programme.courses) if course.gives}
    for competence in competences:
        known = catalogue.course_for.get(competence)
        course = offered.get(competence) or (known.id if known else None)
        runs = sorted((r for r in programme.held if r.course == course), key=lambda run: run.on)
        if course is not None:
            yield from ((course, run) for run in runs or (None,))


def _of_decision(unit: Unit, role: RoleId, competence: CompetenceId, leaf: LeafId) -> Gap:
    course = unit.catalogue.course_for.get(competence)
    return Gap(
        unit=unit.mapping.unit.id, organisation=unit.organisation, role=role,
        competence=competence, course=course.id if course else None, persons=None,
        hours=course.hours if course else 0.0, price=course.price if course else 0.0,
        backing=Backing.ACCEPTED, leaves=(leaf,), mapped=unit.mapping.on,
    )  # fmt: skip
