"""A fund's document as it stands in a list: the fund, or why it cannot be read."""

from dataclasses import dataclass
from pathlib import Path

from taskmap import document
from taskmap.errors import FundHasErrors
from taskmap.model.finding import Finding
from taskmap.model.fund import Fund
from taskmap.store.stored import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class FundCard:
    """A fund in a list; ``fund`` is None when its document has errors.

    Args:
        file: path as shown to a reader.
        path: where it lies.
        digest: of the document.
    """

    file: str
    path: Path
    digest: str
    fund: Fund | None
    findings: tuple[Finding, ...] = ()

    @property
    def id(self) -> str:
        """Its id; its file where it has none that can be read."""
        return self.fund.id if self.fund is not None else self.file

    @property
    def whole(self) -> Fund:
        """The fund.

        Raises:
            FundHasErrors: its document has errors.
        """
        if self.fund is None:
            raise FundHasErrors(file=self.file)
        return self.fund


def card_of(stored: Stored) -> FundCard:
    """A document that says it is a fund, read."""
    fund, findings = document.read_fund(stored.data, file=stored.name)
    return FundCard(
        file=stored.name, path=stored.path, digest=stored.digest, fund=fund, findings=findings
    )
