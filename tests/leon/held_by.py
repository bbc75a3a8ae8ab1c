"""Six small units, each with one task that a single gate holds and every other lets go."""

from taskmap.model.catalogue import Catalogue
from taskmap.model.judgement import DecisionKind, LocalDecision, Risk
from taskmap.model.mapping import Mapping
from taskmap.model.ruling import Gate
from taskmap.model.staffing import Acceptance
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit

DOCTOR, NURSE, HELPER, MACHINE = (
    "sykehjemslege",
    "sykepleier",
    "helsefagarbeider",
    "medisindispenser",
)


def decided(role: str, kind: DecisionKind = DecisionKind.ALLOWED) -> LocalDecision:
    return LocalDecision(role=role, kind=kind, on=QUESTION.as_of, office="avdelingsleder")


def held_by(gate: Gate) -> tuple[Mapping, Catalogue]:
    """The unit where this gate alone holds the task."""
    return UNITS[gate](), CATALOGUE


def _law() -> Mapping:
    code = next(
        code
        for code, known in CATALOGUE.tasks.items()
        if any("death_certificate" in CATALOGUE.rules[r].tags for r in known.rules)
    )
    work = task("attest", 5, 20, DOCTOR, library=code, decisions=(decided(NURSE),))
    return unit(work, staffing=(staff(DOCTOR, 10), staff(NURSE, 10)))


def _policy() -> Mapping:
    return _nurse_to_helper(decisions=(decided(HELPER, DecisionKind.NOT_ALLOWED),))


def _competence() -> Mapping:
    return _nurse_to_helper(competences=None)


def _risk() -> Mapping:
    return _nurse_to_helper(risk=Risk(3, 4))


def _continuity() -> Mapping:
    """Work that follows other work, such as the records of what one has done oneself."""
    code = next(code for code, known in CATALOGUE.tasks.items() if known.follows_work)
    return _nurse_to_helper(library=code, decisions=(decided(HELPER),))


def _capacity() -> Mapping:
    """A machine whose filling and control nobody has written minutes for."""
    machine = staff(
        MACHINE,
        {},
        persons=0,
        posts=0.0,
        stated_hours={"dag": 20.0},
        acceptance=Acceptance(office="kommunedirektør", on=QUESTION.as_of, consent=True),
    )
    work = task("utdeling", 10, 30, NURSE, decisions=(decided(MACHINE),))
    return unit(work, staffing=(staff(NURSE, 10), machine))


def _nurse_to_helper(**more) -> Mapping:
    work = task("oppgave", 10, 30, NURSE, **more)
    return unit(work, staffing=(staff(NURSE, 10), staff(HELPER, 10)))


UNITS = {
    Gate.LAW: _law,
    Gate.POLICY: _policy,
    Gate.COMPETENCE: _competence,
    Gate.RISK: _risk,
    Gate.CONTINUITY: _continuity,
    Gate.CAPACITY: _capacity,
}
