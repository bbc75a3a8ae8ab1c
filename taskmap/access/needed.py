"""Which rights a change to a document asks for."""

from dataclasses import replace
from types import MappingProxyType

from taskmap.access.rights import Action
from taskmap.document import read_followup
from taskmap.model.followup import FollowUp
from taskmap.model.participation import Participation
from taskmap.store.stored import Stored

FOLLOWUP = "followup"
_SHARED = MappingProxyType(dict.fromkeys(("partnership", "programme", "fund"), Action.SHARE))
_NOTHING = FollowUp(unit="")


def needed(before: Stored | None, after: Stored | None) -> frozenset[Action]:
    """The rights that a document's next version asks for, all of them.

    What was decided and what people said stand in one document, and ask for a right each.

    Args:
        before: as it stands; None: it does not.
        after: as it would stand; None: it is taken away.
    """
    each = [stored for stored in (before, after) if stored is not None]
    kinds = {stored.kind for stored in each}
    actions = {_SHARED.get(kind or "", Action.EDIT) for kind in kinds - {FOLLOWUP}}
    if FOLLOWUP in kinds:
        actions |= _decided_or_said(before, after)
    return frozenset(actions)


def _decided_or_said(before: Stored | None, after: Stored | None) -> frozenset[Action]:
    one, other = _read(before), _read(after)
    if after is None or one is None or other is None:
        return frozenset({Action.DECIDE, Action.COMMENT})
    says = {Action.COMMENT} if one.participation != other.participation else set()
    decides = {Action.DECIDE} if _decisions(one) != _decisions(other) or not says else set()
    return frozenset(says | decides)


def _read(stored: Stored | None) -> FollowUp | None:
    """What a document says; nothing yet where there is none, None where it cannot be read."""
    if stored is None:
        return _NOTHING
    return read_followup(stored.data, file=stored.name)[0]


def _decisions(found: FollowUp) -> FollowUp:
    return replace(found, unit="", participation=Participation())
