"""Who does it already: real units where a role does a task, what it took and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from taskmap.comparison.content import Content, level_of, main_role, shares_today
from taskmap.comparison.protecting import few
from taskmap.comparison.sharing import How, Key, Member, own_word, share
from taskmap.followup import Gain, gain
from taskmap.model.catalogue import Catalogue
from taskmap.model.followup import Judgement, Measure, MeasureKind
from taskmap.model.judgement import LocalDecision
from taskmap.model.leaf import Leaf
from taskmap.model.learning import to_learn
from taskmap.model.plan import Move
from taskmap.model.staffing import PRIVACY_FLOOR, Staffing
from taskmap.model.task import Supervision
from taskmap.model.unit import Unit
from taskmap.model.units import CompetenceId, PerWeek, RoleId, Share, TaskId

OFTEN = 0.1  # part of a task's occurrences from which a role's hand in it is an example


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """A unit where a role does a task.

    Args:
        source: publication the unit's figures come from.
        tasks: its own tasks, with what it calls them.
        share: of the occurrences done that are this role's.
        instead: roles that do the rest, or from which it was moved.
        decisions: local decisions about the role and the task, with their conditions.
        competences: what the task asks for there.
        courses: those that give what the role's education does not.
        supervision: time others give.
        measure: the decision in the unit's follow-up.
        results: what was counted afterwards; empty also where they tell about few people.
        results_few: whether results are left out for that reason.
    """

    unit: Unit
    source: str | None
    key: Key
    tasks: dict[TaskId, str | None]
    role: RoleId
    level: int
    share: Share
    per_week: PerWeek
    instead: tuple[RoleId, ...]
    decisions: tuple[LocalDecision, ...] = ()
    competences: tuple[CompetenceId, ...] = ()
    courses: tuple[str, ...] = ()
    supervision: tuple[Supervision, ...] = ()
    reasons: tuple[str, ...] = ()
    measure: Measure | None = None
    results: tuple[Gain, ...] = ()
    results_few: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A suggested move with the units that have made it."""

    move: Move
    precedents: tuple[Precedent, ...]


def precedents(
    moves: Iterable[Move], asking: Content, others: Sequence[Content], floor: int = PRIVACY_FLOOR
) -> tuple[Found, ...]:
    """For every move the real units where the receiver does the task already.

    Illustrative units are none, whoever asks. A unit that has the task whole is a precedent for
    one that has it in parts, and the other way round.

    Args:
        moves: suggested for the unit.
        asking: the unit itself.
        others: units to look among.
        floor: persons from which a role's results are shown.
    """
    known = _Known(_telling(others), floor)
    own = _keys(asking, known.units)
    return tuple(
        Found(move, known.of(own.get(_task(move)), move.receiver, asking)) for move in moves
    )


def examples(units: Sequence[Content], floor: int = PRIVACY_FLOOR) -> tuple[Precedent, ...]:
    """Good examples: real units where a task stands lower than with others, or was moved and kept.

    Lower than the roles the library knows for the task, or than another real unit's main role.
    Ordered by task and unit.
    """
    known = _Known(_telling(units), floor)
    found = [each for each in known.all() if known.is_lower(each) or _kept(each)]
    return tuple(sorted(found, key=lambda each: (each.key, each.unit.id, each.role)))


def stands_lower(level: int, key: Key, catalogue: Catalogue, others: int | None) -> bool:
    """Whether a level is below the roles the library knows for a task, or below other units'.

    Args:
        level: of whoever does it.
        key: of the task.
        catalogue: of the unit's country.
        others: the highest level of those who do most of it in another unit; None: no other has it.
    """
    library = catalogue.tasks.get(key)
    if library is not None and library.follows_work:
        return False  # records and driving go with whoever does the care
    usual = [level_of(role, catalogue) for role in library.usual_roles] if library else []
    below = [*([min(usual)] if usual else []), *([] if others is None else [others])]
    return any(level < other for other in below)


def real(units: Iterable[Content]) -> tuple[Content, ...]:
    """Units that are not made up."""
    return tuple(unit for unit in units if not unit.mapping.illustrative)


def _telling(units: Iterable[Content]) -> tuple[Content, ...]:
    """Real units that say who does what: one where everything stands under one role does not."""
    return tuple(unit for unit in real(units) if unit.tells_who)


class _Known:
    """Every role at every shared task of real units."""

    def __init__(self, units: Sequence[Content], floor: int) -> None:
        self.units = tuple(units)
        self._units = {unit.id: unit for unit in units}
        self._floor = floor
        shared, unmatched = share(units)
        self._members = [(task.key, member) for task in shared for member in task.members]
        for each in unmatched:
            content = self._units[each.unit]
            leaves = tuple(leaf for leaf in content.mapping.leaves if leaf.task_id == each.task)
            member = Member(each.unit, How.ALIKE, leaves)
            self._members.append((own_word(content.mapping.by_task[each.task]), member))

    def all(self) -> Iterator[Precedent]:
        """Each role that does each task, in each unit."""
        for key, member in self._members:
            unit = self._units[member.unit]
            for role in sorted(shares_today(member.leaves)):
                yield self._precedent(key, member, role, unit)

    def of(self, key: Key | None, role: RoleId, asking: Content) -> tuple[Precedent, ...]:
        """Units other than the one that asks where a role does a task."""
        if key is None:
            return ()
        found = [
            self._precedent(other, member, role, self._units[member.unit])
            for other, member in self._members
            if member.unit != asking.id
            and _same(key, other, asking)
            and role in shares_today(member.leaves)
        ]
        return tuple(sorted(found, key=lambda each: (not each.results, -each.share, each.unit.id)))

    def is_lower(self, found: Precedent) -> bool:
        """Whether a role stands below those who usually do the task."""
        catalogue = self._units[found.unit.id].catalogue
        others = max(self._main_levels(found), default=None)
        return found.share >= OFTEN and stands_lower(found.level, found.key, catalogue, others)

    def _main_levels(self, found: Precedent) -> Iterator[int]:
        """Levels of those who do most of the task in other units."""
        for key, member in self._members:
            unit = self._units[member.unit]
            main = main_role(shares_today(member.leaves), unit)
            if key == found.key and main is not None and unit.id != found.unit.id:
                yield unit.level(main)

    def _precedent(self, key: Key, member: Member, role: RoleId, unit: Content) -> Precedent:
        times = shares_today(member.leaves)
        done = sum(times.values())
        measure = _measure(unit, member, role)
        hidden = measure is not None and few(unit, measure.giver, self._floor)
        competences = _asked_for(member.leaves)
        tasks = [unit.mapping.by_task[task] for task in member.tasks]
        return Precedent(
            unit=unit.mapping.unit,
            source=unit.mapping.source,
            key=key,
            tasks={task.id: task.name for task in tasks},
            role=role,
            level=unit.level(role),
            share=times.get(role, 0.0) / done if done else 0.0,
            per_week=times.get(role, 0.0),
            instead=tuple(each for each in sorted(times, key=lambda r: -times[r]) if each != role),
            decisions=tuple(
                dict.fromkeys(d for leaf in member.leaves for d in leaf.decisions if d.role == role)
            ),
            competences=competences,
            courses=_courses(competences, role, unit),
            supervision=tuple(
                s for task in tasks for s in task.supervision if s.of in {None, role}
            ),
            reasons=tuple(dict.fromkeys(task.reason for task in tasks if task.reason)),
            measure=measure,
            results=gain(measure) if measure is not None and not hidden else (),
            results_few=hidden and bool(measure and measure.results),
        )


def _keys(asking: Content, known: Sequence[Content]) -> dict[TaskId, Key]:
    """The key of each of a unit's tasks; one nobody else has stands under its own word.

    The words of a made-up unit teach nothing, not even to itself.
    """
    others = [unit for unit in known if unit.id != asking.id]
    shared, _ = share([asking] if asking.mapping.illustrative else [asking, *others])
    found = {task.id: own_word(task) for task in asking.mapping.tasks}
    members = ((each.key, member) for each in shared for member in each.members)
    return found | {
        task: key for key, member in members if member.unit == asking.id for task in member.tasks
    }


def _task(move: Move) -> TaskId:
    return move.leaf.partition("/")[0]


def _same(one: Key, other: Key, content: Content) -> bool:
    """The same task, or one of them a part of the other."""
    library = content.catalogue.tasks
    parents = {each: library[each].parent for each in (one, other) if each in library}
    return one == other or parents.get(one) == other or parents.get(other) == one


def _asked_for(leaves: Sequence[Leaf]) -> tuple[CompetenceId, ...]:
    return tuple(dict.fromkeys(c for leaf in leaves for c in leaf.competences or ()))


def _courses(competences: Sequence[CompetenceId], role: RoleId, unit: Content) -> tuple[str, ...]:
    """Courses towards what the role's education does not give, those they build on first."""
    catalogue = unit.catalogue
    nobody = Staffing(role=role)
    missing = to_learn(nobody, competences, catalogue.competences)
    found = (catalogue.course_for.get(competence) for competence in missing)
    return tuple(course.id for course in found if course is not None)


def _measure(unit: Content, member: Member, role: RoleId) -> Measure | None:
    """The decision that let the role take the task, the one with most results first."""
    if unit.followup is None:
        return None
    about = [
        measure
        for measure in unit.followup.measures
        if measure.kind is MeasureKind.MOVE
        and measure.goes_on
        and measure.receiver == role
        and measure.task in member.tasks
    ]
    return max(about, key=lambda measure: (len(measure.results), measure.id), default=None)


def _kept(found: Precedent) -> bool:
    results = found.measure.results if found.measure is not None else ()
    return any(result.judgement is Judgement.KEEP for result in results)
