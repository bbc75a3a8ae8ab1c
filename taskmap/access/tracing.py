"""Who leaves a trace, and where: what one identity does at one place, as lines of its trail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from taskmap.access.guarded import Clock
from taskmap.access.identity import LOCAL, Identity
from taskmap.errors import AccessDenied, AccessExpired
from taskmap.model.event import Deed, Event
from taskmap.store.trail import Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracing:
    """Writes what somebody did.

    What the one at the keyboard does is written where the place has a trail already: who works
    alone on their own machine is not made to keep a record of themselves.

    Args:
        trail: of the place.
        identity: who does it.
        clock: tells when.
    """

    trail: Trail
    identity: Identity
    clock: Clock

    def wanted(self) -> bool:
        """Whether anything is written."""
        return self.identity is not LOCAL or self.trail.begun()

    def tell(self, deed: Deed, **said: Any) -> None:
        """Write it, where anything is written.

        Raises:
            TaskmapError: the place refuses; what was to be handed out is not.
        """
        if not self.wanted():
            return
        local = self.identity is LOCAL
        roles = () if local else tuple(sorted(map(str, self.identity.roles)))
        event = Event(
            at=self.clock(), who=self.identity.subject, roles=roles, deed=deed, local=local, **said
        )  # fmt: skip
        self.trail.add(event)

    @contextmanager
    def refusals(self, **said: Any) -> Iterator[None]:
        """Write what was refused for want of rights, and let it be refused."""
        try:
            yield
        except (AccessDenied, AccessExpired) as refused:
            self.tell(Deed.REFUSED, code=refused.code, **said)
            raise
