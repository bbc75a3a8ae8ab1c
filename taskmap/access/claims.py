"""From what a provider claims of somebody to who they are to the service.

A claim's values are short texts: names of roles as ``department_head``, and what the roles hold for
as ``unit:havblikk-2``, ``organisation:havblikk`` or ``everything``. A provider puts other names
into the same claim; they mean nothing here.
"""

from collections.abc import Mapping
from datetime import datetime

from taskmap.access.identity import AccessRole, Identity, Scope
from taskmap.model.units import UnitId

_ROLES = {str(role): role for role in AccessRole}
_EVERYTHING = "everything"
_UNIT, _ORGANISATION = "unit:", "organisation:"


def identified(
    claims: Mapping[str, object],
    *,
    roles_claim: str,
    scope_claim: str,
    until: datetime,
) -> Identity:
    """Somebody as an ID token's verified claims tell them.

    Args:
        claims: with ``sub``, the provider's own id for them (OpenID Connect Core 1.0, 2).
        roles_claim: name of the claim with their roles.
        scope_claim: name of the claim with what the roles hold for; may be the same.
        until: from then on this is not known any more.
    """
    return Identity(
        subject=str(claims["sub"]),
        roles=frozenset(_ROLES[name] for name in _texts(claims, roles_claim) if name in _ROLES),
        scope=_scope(_texts(claims, scope_claim)),
        until=until,
    )


def _scope(told: frozenset[str]) -> Scope:
    return Scope(
        everything=_EVERYTHING in told,
        organisations=_after(_ORGANISATION, told),
        units=frozenset(UnitId(each) for each in _after(_UNIT, told)),
    )


def _after(kind: str, told: frozenset[str]) -> frozenset[str]:
    begun = (each.removeprefix(kind) for each in told if each.startswith(kind))
    return frozenset(filter(None, begun))


def _texts(claims: Mapping[str, object], name: str) -> frozenset[str]:
    """A claim's values; of one text itself, and of anything but text nothing."""
    value = claims.get(name)
    several = value if isinstance(value, list) else [value]
    return frozenset(each.strip() for each in several if isinstance(each, str))
