"""From a stored document to an opened unit, its findings and its card."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from hashlib import sha256
from pathlib import PurePosixPath

from taskmap import catalogue as catalogues
from taskmap import document, workload
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.mapping import Mapping
from taskmap.model.partnership import Partnership
from taskmap.model.question import Question
from taskmap.model.units import MinutesPerWeek
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored
from taskmap.workspace.cards import Opened, UnitCard
from taskmap.workspace.placing import placed

__all__ = ["Stored", "nearest", "opened", "partnership", "read", "told_apart"]

ID_SHARED = "unit.id_shared"

_OPENED: Remembered[Opened] = Remembered(512)
_READ: Remembered[tuple[Mapping | None, tuple[Finding, ...]]] = Remembered(16)


def opened(stored: Stored) -> Opened:
    """A stored mapping, read and checked once for each content; findings tell its shown name."""
    if stored.damage is not None:
        return _unread(stored, (stored.damage,))
    return _OPENED.get((stored.path, stored.name, stored.digest), lambda: opened_anew(stored))


def read(data: bytes, name: str) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """A mapping's document read, once for each content: before it is saved and after."""
    key = (name, sha256(data).hexdigest())
    return _READ.get(key, lambda: document.read_mapping(data, file=name))


def partnership(stored: Stored) -> tuple[Partnership | None, tuple[Finding, ...]]:
    """A stored partnership with its findings."""
    return document.read_partnership(stored.data, file=stored.name)


def told_apart(units: Sequence[Opened]) -> list[Opened]:
    """The units, and in place of those that share an id, the finding that they do.

    Neither is analysed: whichever was shown, its figures could be taken for the other's.
    """
    times = Counter(unit.card.id for unit in units)
    return [_shared(unit) if times[unit.card.id] > 1 else unit for unit in units]


def _shared(unit: Opened) -> Opened:
    told = Finding(ID_SHARED, Place(unit.card.file), {"id": unit.card.id})
    card = replace(unit.card, errors=unit.card.errors + 1)
    return replace(unit, card=card, mapping=None, findings=(*unit.findings, told))


def nearest(unit: str, ids: Sequence[str]) -> str | None:
    """The id that looks most like the one asked for."""
    return next(iter(get_close_matches(unit, ids, n=1, cutoff=0.5)), None)


def opened_anew(stored: Stored) -> Opened:
    """A stored mapping, read and checked now, and not remembered."""
    mapping, findings = read(stored.data, stored.name)
    if mapping is None:
        return _unread(stored, findings)
    catalogue = catalogues.load(mapping.unit.country)
    known = workload.capacities(mapping, catalogue, _asked(mapping))
    used = tuple(placed(workload.findings(mapping, catalogue, known), stored))
    load = sum(capacity.load for capacity in known.values())
    return Opened(
        card=_card(stored, mapping, load, (*findings, *used)),
        mapping=mapping,
        catalogue=catalogue,
        findings=(*findings, *used),
        digest=stored.digest,
        path=stored.path,
    )


def _unread(stored: Stored, findings: tuple[Finding, ...]) -> Opened:
    return Opened(
        card=_bare_card(stored, findings),
        mapping=None,
        catalogue=None,
        findings=findings,
        digest=stored.digest,
        path=stored.path,
    )


def _asked(mapping: Mapping) -> Question:
    """What capacities are asked with when only today matters."""
    return Question(as_of=mapping.on)


def _card(
    stored: Stored, mapping: Mapping, load: MinutesPerWeek, findings: Sequence[Finding]
) -> UnitCard:
    unit = mapping.unit
    return UnitCard(
        id=unit.id,
        name=unit.name,
        organisation=unit.organisation.name,
        setting=unit.setting,
        country=unit.country,
        file=stored.name,
        illustrative=mapping.illustrative,
        source=mapping.source,
        tasks=len({leaf.task_id for leaf in mapping.leaves}),
        roles=len(mapping.staffing),
        hours_per_week=load / 60,
        errors=_count(findings, Severity.ERROR),
        warnings=_count(findings, Severity.WARNING),
    )


def _bare_card(stored: Stored, findings: Sequence[Finding]) -> UnitCard:
    # The file is its id: a stem could be the id of a sound unit beside it.
    return UnitCard(
        id=stored.name,
        name=PurePosixPath(stored.name).stem,
        organisation="",
        setting="",
        country="",
        file=stored.name,
        errors=_count(findings, Severity.ERROR),
        warnings=_count(findings, Severity.WARNING),
    )


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
