"""A partnership by what somebody calls it: its id, or a file."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from taskmap.errors import PartnershipHasErrors
from taskmap.model.partnership import Partnership
from taskmap.store.stored import Stored
from taskmap.workspace.opening import partnership as opened


def called(name: str, documents: Iterable[Stored], file: Stored | None) -> Partnership | None:
    """The partnership of that id, or in that file; None where neither is one.

    Args:
        name: what was asked for.
        documents: among which its id is looked for.
        file: what lies at a path of that name.

    Raises:
        PartnershipHasErrors: it is there, and what its document says cannot be used.
    """
    within = (found for found in documents if _says(found, name))
    for stored in chain(within, _alone(file)):
        found, _ = opened(stored)
        if found is None:
            raise PartnershipHasErrors(file=stored.name)
        return found
    return None


def _alone(file: Stored | None) -> Iterator[Stored]:
    if file is not None and file.kind == "partnership":
        yield file


def _says(stored: Stored, name: str) -> bool:
    """Whether a document is a partnership that gives this as its id, however broken it is."""
    said = rb"^id:[ \t]*[\"']?" + re.escape(name.encode()) + rb"[\"']?[ \t\r]*(#.*)?$"
    return stored.kind == "partnership" and re.search(said, stored.data, re.MULTILINE) is not None
