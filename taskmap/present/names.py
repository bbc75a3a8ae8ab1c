"""What tasks, roles, bands, competences, rules and sources are called in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from taskmap.language import Reader
from taskmap.model.catalogue import Catalogue, LibraryTask
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.other_way import MARK
from taskmap.model.task import Task
from taskmap.model.units import BandId, CompetenceId, LeafId, RoleId, RuleId, SourceId, TaskId

NO_GROUP = ""


@dataclass(frozen=True)
class Speaker:
    """Names of what a mapping and its catalogue hold; an unknown id is its own name.

    Args:
        reader: the language.
        mapping: gives the unit's own words, which go before the library's.
        catalogue: gives the shared vocabulary's words.
    """

    reader: Reader
    mapping: Mapping
    catalogue: Catalogue

    def task(self, leaf: LeafId) -> str:
        """A leaf: the task's name, and the case's where there is one."""
        found = self.mapping.by_leaf.get(leaf)
        if found is None:
            # Another way of doing a task is told by the task.
            return self.whole_task(leaf.partition(MARK)[0])
        return f"{self.whole_task(found.task_id)}{_case(found)}"

    def whole_task(self, task: TaskId) -> str:
        """A task: the unit's own name, else the library's."""
        found = self.mapping.by_task.get(task)
        if found is None:
            return self._library_name(task) or task
        return found.name or self._library_name(found.library) or task

    def volume(self, volume: str) -> str:
        """What work grows with: usual ids in words, the unit's own as they are written."""
        key = f"word.volume.{volume}"
        return self.reader.say(key) if self.reader.has(key) else volume.replace("_", " ")

    def role(self, role: RoleId) -> str:
        """A role, with a capital first letter where the catalogue has one."""
        found = self.catalogue.roles.get(role)
        return self.reader.role(found) if found else role

    def short_role(self, role: RoleId) -> str:
        """A role without what stands in brackets or after a stroke, for narrow places.

        The whole name is kept where two roles of the unit would get the same short one.
        """
        whole = self.role(role)
        short = _shortened(whole)
        alike = any(other != role and name == short for other, name in self._short.items())
        return whole if alike else short

    @cached_property
    def _short(self) -> dict[RoleId, str]:
        """The unit's roles, each as short as it would be alone."""
        return {s.role: _shortened(self.role(s.role)) for s in self.mapping.staffing}

    def role_inside(self, role: RoleId) -> str:
        """A role in the middle of a sentence, short and in lower case."""
        return lowered(self.short_role(role))

    def roles(self, roles: Iterable[RoleId]) -> str:
        """Several roles in a sentence."""
        return self.reader.list(self.role_inside(role) for role in roles)

    def level(self, role: RoleId) -> int:
        """A role's level; 0 for one the catalogue does not know."""
        found = self.catalogue.roles.get(role)
        return found.level if found else 0

    def is_outside(self, role: RoleId) -> bool:
        """Whether a role is no staff: the patient, the family, a volunteer or a machine."""
        return not self.catalogue.is_staff(role)

    def band(self, band: BandId) -> str:
        """A band in the unit's own word."""
        return next((b.name for b in self.mapping.bands if b.id == band), band)

    def bands(self, bands: Iterable[BandId]) -> str:
        """Several bands in a sentence, in the week's order; "the whole week" for all of them."""
        asked = set(bands)
        if len(asked) > 1 and asked >= set(self.mapping.band_ids):
            return self.reader.say("word.whole_week")
        ordered = [b for b in self.mapping.band_ids if b in asked]
        return self.reader.list(lowered(self.band(b)) for b in ordered)

    def competence(self, competence: CompetenceId) -> str:
        """A competence."""
        found = self.catalogue.competences.get(competence)
        return (self.reader.name(found.names) if found else "") or competence

    def course(self, course: str) -> str:
        """A course."""
        found = self.catalogue.courses.get(course)
        return (self.reader.name(found.names) if found else "") or course

    def group(self, code: str) -> str:
        """A group of the task library, or the unit's own group."""
        found = self.catalogue.groups.get(code)
        if found:
            return self.reader.name(found.names) or code
        return code or self.reader.say("word.no_group")

    def group_of(self, task: TaskId) -> str:
        """Code of a task's group: its own, its library task's, or its parent's; else empty."""
        found = self.mapping.by_task[task]
        library = self._library(found)
        code = found.group or (library.group if library else NO_GROUP)
        return code or (self.group_of(found.parent) if found.parent else NO_GROUP)

    def rule(self, rule: RuleId) -> str:
        """A rule by act and section, as lawyers cite it."""
        found = self.catalogue.rules.get(rule)
        return (found.reference if found else "") or rule

    def source(self, source: SourceId) -> str:
        """A source by title, publisher and year; a rule by its section."""
        found = self.catalogue.sources.get(source)
        if found is None:
            return self.rule(source)
        return ", ".join(str(part) for part in (found.title, found.publisher, found.year) if part)

    def chain(self, chain: str) -> str:
        """A chain of tasks."""
        return next((c.name for c in self.mapping.chains if c.id == chain), chain)

    def profile(self, profile: str) -> str:
        """A weekly working time."""
        found = self.catalogue.hours_profiles.get(profile)
        return (self.reader.name(found.names) if found else "") or profile

    def _library(self, task: Task) -> LibraryTask | None:
        return self.catalogue.tasks.get(task.library) if task.library else None

    def _library_name(self, code: str | None) -> str:
        found = self.catalogue.tasks.get(code) if code else None
        return self.reader.name(found.names) if found else ""


def lowered(words: str) -> str:
    """Words for the middle of a sentence: a capital that is no abbreviation becomes small."""
    if len(words) > 1 and words[1].islower():
        return words[0].lower() + words[1:]
    return words


def _shortened(name: str) -> str:
    return name.partition(" (")[0].partition(" / ")[0]


def _case(leaf: Leaf) -> str:
    return f" \N{EN DASH} {lowered(leaf.case.name)}" if leaf.case else ""
