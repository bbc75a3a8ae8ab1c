"""How long what was registered may be kept: told when its day has passed."""

from dataclasses import replace
from datetime import date

from taskmap.model.finding import Finding, Place, Severity
from taskmap.store.stored import Stored
from taskmap.workspace.cards import Opened
from taskmap.workspace.placing import placed

KEPT_TOO_LONG = "mapping.kept_too_long"


def expired(unit: Opened, day: date) -> bool:
    """Whether the last day a mapping of real people's work may be kept has passed."""
    mapping = unit.mapping
    if mapping is None or mapping.illustrative or mapping.delete_after is None:
        return False
    return mapping.delete_after < day


def with_day(unit: Opened, found: Stored, day: date) -> Opened:
    """The unit as it is that day: a mapping kept too long says so.

    Args:
        unit: read from the document.
        found: the document.
        day: on which it is looked at.
    """
    if unit.mapping is None or unit.mapping.delete_after is None or not expired(unit, day):
        return unit
    values = {"value": unit.mapping.delete_after.isoformat()}
    told = Finding(KEPT_TOO_LONG, Place(found.name, field="delete_after"), values, Severity.WARNING)
    card = replace(unit.card, warnings=unit.card.warnings + 1)
    return replace(unit, card=card, findings=(*unit.findings, *placed([told], found)))
