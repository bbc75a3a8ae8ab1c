"""Who somebody is to the service: in which roles, for which units, and until when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from taskmap.errors import AccessExpired
from taskmap.model.units import UnitId


class AccessRole(StrEnum):
    """What somebody is to the units in their scope."""

    DEPARTMENT_HEAD = "department_head"
    PROJECT_LEADER = "project_leader"
    REPRESENTATIVE = "representative"  # safety or union
    ADMINISTRATOR = "administrator"
    READER = "reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The units somebody's roles hold for.

    Args:
        everything: every unit there is.
        organisations: ids; all their units, also those made later.
        units: ids.
    """

    everything: bool = False
    organisations: frozenset[str] = frozenset()
    units: frozenset[UnitId] = frozenset()


EVERYTHING = Scope(everything=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Somebody as the provider vouches for them.

    Args:
        subject: the provider's own id for them, told to nobody; never a name.
        roles: those they have, all for the same scope.
        scope: units the roles hold for.
        until: from then on nothing is open to them; None: no end.
    """

    subject: str
    roles: frozenset[AccessRole]
    scope: Scope
    until: datetime | None = None

    def __post_init__(self) -> None:
        if not self.subject:
            raise ValueError("subject is empty, expected the provider's id")
        if self.until is not None and self.until.tzinfo is None:
            raise ValueError(f"until is {self.until.isoformat()}, expected a time with its zone")

    def check(self, now: datetime) -> None:
        """Let nobody on whose time has ended.

        Raises:
            AccessExpired: it has.
        """
        if self.until is not None and now >= self.until:
            raise AccessExpired


# The one at the keyboard of the machine where the documents lie. Told by being this very object:
# no claim of a provider makes another.
LOCAL = Identity(subject="local", roles=frozenset(AccessRole), scope=EVERYTHING)
