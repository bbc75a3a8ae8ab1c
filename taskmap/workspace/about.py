"""What an analysis is asked about: a unit's content and a question."""

from dataclasses import dataclass

from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question


@dataclass(frozen=True, slots=True)
class About:
    """A mapping without errors, its country's catalogue, and a question with its leaves named.

    Args:
        digest: of the mapping's document.
    """

    digest: str
    mapping: Mapping
    catalogue: Catalogue
    question: Question
