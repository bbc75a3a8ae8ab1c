"""Measures taken out, and the last change to a unit's decisions taken back."""

from collections.abc import Sequence

from taskmap import document
from taskmap.model.units import MeasureId, UnitId
from taskmap.model.version import Version
from taskmap.store.port import Store
from taskmap.workspace.editing import Edited, Signed
from taskmap.workspace.following import Following, FollowUpCard


class TakingBack(Following):
    """What is decided can be undone; what people said cannot."""

    def drop(
        self, unit: UnitId, measure: MeasureId, *, based_on: str | None, signed: Signed
    ) -> Edited:
        """Take a measure out; one that somebody has spoken of is told and stays."""
        return self._rewritten(
            unit,
            lambda data: document.without_measure(data, measure),
            why=measure, based_on=based_on, signed=signed,
        )  # fmt: skip

    def last_change(self, unit: UnitId) -> Version | None:
        """The last version, where it can be taken back: what people said is never taken back."""
        card, mapped = self.followup(unit), self._mapped(unit)
        if card.digest is None or card.followup is None:
            return None
        store = self.reach.store(mapped.path.parent)
        versions = store.history(card.file)
        if not versions or versions[-1].digest != card.digest:
            return None
        before, _ = document.read_followup(_before(store, card, versions), file=card.file)
        said = card.followup.participation
        return versions[-1] if before is not None and before.participation == said else None

    def take_back(self, unit: UnitId, *, based_on: str | None, signed: Signed) -> Edited:
        """Let what stood before the last change stand again, as a new version."""
        card, mapped = self.followup(unit), self._mapped(unit)
        last = self.last_change(unit)
        if last is None:
            return Edited()
        store = self.reach.store(mapped.path.parent)
        before = _before(store, card, store.history(card.file))
        return self._rewritten(
            unit, lambda _: before, why=last.why, based_on=based_on, signed=signed
        )


def _before(store: Store, card: FollowUpCard, versions: Sequence[Version]) -> bytes:
    """What stood before the last version; before the first, a document that decides nothing."""
    if len(versions) > 1:
        return store.version(card.file, versions[-2].number)
    unit = card.followup.unit if card.followup is not None else ""
    return document.new_followup(unit)
