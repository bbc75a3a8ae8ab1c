"""Gate 3, competence: who holds what the task needs, and what it takes to learn it."""

from taskmap.errors import Value
from taskmap.leon.gates.facts import Facts
from taskmap.model.catalogue import Role, RoleKind
from taskmap.model.leaf import Leaf
from taskmap.model.learning import holders, to_learn
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict
from taskmap.model.units import CompetenceId


def rule(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    """Somebody in the role holds each competence, or can learn it on a known path.

    Why: care is sound only in the hands of those who master it; formal education is one way there.
    Source: the task's list in the mapping, the catalogue's competences and courses.
    Example: nine of fourteen helsefagarbeidere hold medicine handling: ``pass``, and the plan
    counts on those nine. None holds it: ``train``, with the shortest course and those it builds
    on. No list at all: ``unknown``, for nobody has said what the task needs. What only an
    education gives is ``fail`` for everyone without it.
    """
    needed = leaf.competences
    if needed is None:
        library = facts.library(leaf)
        suggested = (library.competences or ()) if library else ()
        return _told(Verdict.UNKNOWN, "competence.not_stated", suggested=suggested)
    if not needed:
        return _told(Verdict.PASS, "competence.none_needed")
    if role.kind is RoleKind.TECHNOLOGY:
        return _told(Verdict.PASS, "competence.machine")
    return _of_persons(leaf, role, facts, needed)


def _of_persons(leaf: Leaf, role: Role, facts: Facts, needed: tuple[CompetenceId, ...]) -> Ruling:
    staffing, known = facts.staffing(role), facts.catalogue.competences
    missing = to_learn(staffing, needed, known)
    if not missing:
        # Education gives it to everyone, also where the mapping counts no heads.
        persons = [holders(staffing, c, known) for c in needed]
        return _told(
            Verdict.PASS,
            "competence.held",
            competences=needed,
            persons=min(persons),
            of=staffing.persons,
        )
    if not role.is_staff:
        return _told(Verdict.UNKNOWN, "competence.outside_staff", competences=missing)
    if staffing.persons == 0:
        return _told(Verdict.UNKNOWN, "competence.nobody", competences=missing)
    return _path(leaf, role, facts, missing)


def _path(leaf: Leaf, role: Role, facts: Facts, missing: tuple[CompetenceId, ...]) -> Ruling:
    courses = [facts.catalogue.course_for.get(competence) for competence in missing]
    known = [course for course in courses if course is not None]
    if len(known) < len(courses):
        lost = tuple(c for c, course in zip(missing, courses, strict=True) if course is None)
        return _no_course(lost, facts)
    sources = tuple(dict.fromkeys(source for course in known for source in course.sources))
    return Ruling(
        gate=Gate.COMPETENCE,
        verdict=Verdict.CONDITION,
        condition=Condition.TRAIN,
        code="competence.train",
        values={
            "competences": missing,
            "courses": tuple(course.id for course in known),
            "hours": sum(course.hours for course in known),
            "price": sum(course.price for course in known),
            "today": role.id in leaf.roles_today(),
        },
        sources=sources,
    )


def _no_course(lost: tuple[CompetenceId, ...], facts: Facts) -> Ruling:
    """What no course gives is either given by an education alone, or nobody knows the way to it."""
    known = facts.catalogue.competences
    taught_only = tuple(c for c in lost if c in known and known[c].included_in)
    if not taught_only:
        return _told(Verdict.UNKNOWN, "competence.no_course", competences=lost)
    roles = tuple(
        s.role
        for s in facts.mapping.staffing
        if all(s.role in known[competence].included_in for competence in taught_only)
    )
    return _told(Verdict.FAIL, "competence.education", competences=taught_only, roles=roles)


def _told(verdict: Verdict, code: str, **values: Value) -> Ruling:
    return Ruling(gate=Gate.COMPETENCE, verdict=verdict, code=code, values=values)
