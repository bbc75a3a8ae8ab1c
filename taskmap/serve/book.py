"""Who came and who left, as lines of the audit trail: the provider's ids, never a name."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from taskmap.errors import AccessDenied, TaskmapError
from taskmap.model.event import Deed
from taskmap.workspace import Identity, auditing

_LOG = logging.getLogger("taskmap")


class Book:
    """Writes in the trail of one place.

    Args:
        documents: the place.
    """

    def __init__(self, documents: Path) -> None:
        self._documents = documents
        self._hand = ThreadPoolExecutor(1)  # one after another, while nobody waits for it

    def came(self, identity: Identity, *, let_in: bool) -> bool:
        """Write that somebody logged in, or was refused; whether it was written."""
        deed, code = (Deed.LOGGED_IN, "") if let_in else (Deed.REFUSED, AccessDenied.code)
        return self._write(identity, deed, code)

    def left(self, identity: Identity) -> None:
        """Have it written that somebody's session ended."""
        self._hand.submit(self._write, identity, Deed.LOGGED_OUT, "")

    def _write(self, identity: Identity, deed: Deed, code: str) -> bool:
        try:
            auditing.record(self._documents, identity, deed, datetime.now(UTC), code)
        except (TaskmapError, OSError) as refused:  # of which more may say too much
            _LOG.error("trail not written: %s", getattr(refused, "code", type(refused).__name__))
            return False
        return True
