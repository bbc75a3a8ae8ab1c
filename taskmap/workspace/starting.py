"""A new mapping beside the others: the unit, its week and its roles, before any task."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from taskmap import catalogue as catalogues
from taskmap import document
from taskmap.document.figures import figure
from taskmap.errors import FileChanged, FileRemoved
from taskmap.model.catalogue import Catalogue, Role
from taskmap.model.edit import EditValue
from taskmap.model.finding import Finding, Severity
from taskmap.model.unit import Country, Setting
from taskmap.model.units import BandId, RoleId, UnitId
from taskmap.workspace.cards import Opened, UnitCard
from taskmap.workspace.editing import Signed
from taskmap.workspace.free_names import free_name
from taskmap.workspace.reach import Reach
from taskmap.workspace.starting_week import NewWeek

_MOST = 10_000  # persons or posts of one role
_USUAL = 4  # library tasks a role does, to be one of those a unit usually has


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A role in a new unit.

    Args:
        persons: heads.
        posts: full-time posts.
        at_work: how many are at work at a time, by band.
    """

    role: RoleId
    persons: int
    posts: float
    at_work: dict[BandId, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """What is said of a unit before its tasks.

    Args:
        band_names: what its bands are called, by the week's own names.
        purpose: what the mapping is for.
        delete_after: last day it is kept.
    """

    country: Country
    setting: Setting
    organisation: str
    name: str
    week: NewWeek
    band_names: dict[BandId, str]
    posts: tuple[NewPost, ...]
    purpose: str
    delete_after: date


@dataclass(frozen=True, slots=True)
class Started:
    """What became of a new unit.

    Args:
        unit: None: nothing was written, the findings tell why.
    """

    unit: UnitId | None = None
    findings: tuple[Finding, ...] = ()


class Starting:
    """Mappings begun from nothing."""

    today: date
    reach: Reach

    def units(self) -> tuple[UnitCard, ...]:
        """Every unit in the folder."""
        raise NotImplementedError

    def _units(self) -> list[Opened]:
        raise NotImplementedError

    def roles_of(self, country: Country, setting: Setting) -> tuple[Role, ...]:
        """Roles such a unit may have; those that do much in its library first."""
        known = catalogues.load(country)
        does = _library_tasks(known, setting)
        here = [role for role in known.roles.values() if setting in role.settings and role.is_staff]
        return tuple(sorted(here, key=lambda role: -does.get(role.id, 0)))

    def usual_roles(self, country: Country, setting: Setting) -> tuple[RoleId, ...]:
        """Those of them that do more than a few of the library's tasks."""
        does = _library_tasks(catalogues.load(country), setting)
        roles = self.roles_of(country, setting)
        return tuple(role.id for role in roles if does.get(role.id, 0) >= _USUAL)

    def start(self, new: NewUnit, signed: Signed) -> Started:
        """Write a new mapping; none is ever written over."""
        cards = self.units()
        folder = self.reach.store()
        gone = {PurePosixPath(name).stem for name in folder.missing()}  # may be put back
        taken = {card.id for card in cards} | gone
        short = self._organisation(new.organisation.strip())
        while True:
            unit = free_name(new.name, taken, otherwise="enhet")
            data = document.write_mapping(_said(new, unit, short, self.today)).encode()
            name = f"{short}/{unit}.yaml"
            mapping, findings = document.read_mapping(data, file=name)
            if mapping is None:
                return Started(None, _errors(findings))
            try:
                folder.save(name, data, based_on=None, who=signed.who, why="", at=signed.at)
            except (FileChanged, FileRemoved):
                taken.add(unit)  # a document of that name is there, or was
                continue
            return Started(unit)

    def _organisation(self, name: str) -> str:
        """Id of an organisation: that of its other units; else the only one in scope; else new."""
        mapped = (each.mapping.unit.organisation for each in self._units() if each.mapping)
        known = {each.name.casefold(): each.id for each in mapped}
        scope = self.reach.identity.scope.organisations
        only = next(iter(scope)) if len(scope) == 1 else None
        return known.get(name.casefold()) or only or free_name(name, (), otherwise="organisasjon")


def is_role(name: str) -> bool:
    """Whether a role of that id is known in any country."""
    return any(name in catalogues.load(country).roles for country in Country)


def figure_said(text: str) -> float | None:
    """A number as people write it, none below zero; None where it is none."""
    found = figure(text)
    return found if found is not None and 0 <= found <= _MOST else None


def _library_tasks(catalogue: Catalogue, setting: Setting) -> dict[RoleId, int]:
    """How many of the library's tasks each role usually does."""
    found: dict[RoleId, int] = {}
    for task in catalogue.tasks.values():
        for role in task.usual_roles if setting in task.settings else ():
            found[role] = found.get(role, 0) + 1
    return found


def _said(new: NewUnit, unit: UnitId, organisation: str, today: date) -> dict[str, EditValue]:
    posts: list[EditValue] = [
        {
            "role": post.role,
            "persons": post.persons,
            "posts": post.posts,
            "bands": new.week.shares(post.at_work),
        }
        for post in new.posts
    ]
    return {
        "taskmap": "mapping/1",
        "unit": {
            "id": unit,
            "name": new.name.strip(),
            "country": str(new.country),
            "setting": str(new.setting),
            "organisation": {"id": organisation, "name": new.organisation.strip()},
        },
        "date": today,
        "purpose": new.purpose.strip(),
        "delete_after": new.delete_after,
        "bands": new.week.bands(new.band_names),
        "staffing": posts,
    }


def _errors(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
