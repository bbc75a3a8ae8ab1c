"""Units under scenarios: read beside the mapping, put into a copy, opened as the mapping is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from taskmap import document, scenario
from taskmap.errors import ScenarioNotFound, ScenariosConflict
from taskmap.model.difference import Difference, Written
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.mapping import Mapping
from taskmap.model.scenario import Changes, Combined, ScenarioConflict
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored, stored
from taskmap.workspace.cards import Opened, ScenarioCard
from taskmap.workspace.opening import nearest, opened
from taskmap.workspace.placing import placed
from taskmap.workspace.reach import Reach

UNIT_UNKNOWN = "scenario.unit_unknown"
ID_SHARED = "scenario.id_shared"

_COPIES: Remembered[bytes] = Remembered(64)
_CARDS: Remembered[ScenarioCard] = Remembered(256)
_MOST = 60  # letters of a value in a refusal


def beside(unit: Opened, reach: Reach) -> tuple[ScenarioCard, ...]:
    """The scenarios of a unit in its mapping's folder, by name, with their findings."""
    documents = reach.store(unit.path.parent).documents()
    found = [_card(s, unit, reach) for s in documents if s.kind == "scenario" and _is_of(s, unit)]
    apart = told_apart(found)
    return tuple(sorted(apart, key=lambda card: (card.name.casefold(), card.id, card.file)))


def told_apart(cards: Sequence[ScenarioCard]) -> list[ScenarioCard]:
    """The scenarios of a unit; those that share an id are told, and neither is tried."""
    times = Counter(card.id.casefold() for card in cards)
    return [_shared(card) if times[card.id.casefold()] > 1 else card for card in cards]


def _shared(card: ScenarioCard) -> ScenarioCard:
    told = Finding(ID_SHARED, Place(card.file), {"id": card.id})
    return replace(card, findings=(*card.findings, told))


def chosen(unit: Opened, names: Iterable[str | Path], reach: Reach) -> tuple[ScenarioCard, ...]:
    """Scenarios by id, by name or, where files may be named, by file, each once.

    Raises:
        ScenarioNotFound: neither beside the unit nor a file; values hold the nearest id.
    """
    there = beside(unit, reach)
    found = (_chosen(unit, name, there, reach) for name in names)
    return tuple({card.file: card for card in found}.values())


def under(unit: Opened, cards: Sequence[ScenarioCard], reach: Reach) -> Opened:
    """A unit as it would be, with findings where they can be mended.

    Where the mapping has errors it stays as it is; where a scenario has, there is no mapping.

    Raises:
        ScenariosConflict: two of them change the same, each in another way.
    """
    base, data = _as_mapped(unit, reach)
    if base.mapping is None or not cards:
        return base
    wrong = tuple(f for card in cards if not card.sound for f in card.findings)
    ordered = tuple(sorted(cards, key=lambda card: card.id))
    if wrong:
        return replace(base, mapping=None, findings=wrong, scenarios=ordered)
    together = combined(cards)
    copy = copy_of(data, base.digest, base.mapping, together)
    found = opened(stored(base.path, base.card.file, copy))
    return replace(found, findings=_told(found, copy, base, data, cards), scenarios=ordered)


def difference(unit: Opened, cards: Sequence[ScenarioCard], reach: Reach) -> tuple[Difference, ...]:
    """What a sound unit would say otherwise, by task and field.

    Raises:
        ScenariosConflict: two of the scenarios change the same, each in another way.
    """
    base, data = _as_mapped(unit, reach)
    if base.mapping is None:
        return ()
    return document.differences(data, copy_of(data, base.digest, base.mapping, combined(cards)))


def combined(cards: Iterable[ScenarioCard]) -> Combined:
    """What scenarios change together.

    Raises:
        ScenariosConflict: two of them change the same, each in another way.
    """
    together = scenario.combined(c.scenario for c in cards if c.scenario is not None)
    if together.conflicts:
        raise _refusal(together.conflicts[0])
    return together


def check(found: Stored, units: Iterable[Opened], reach: Reach) -> tuple[Finding, ...]:
    """Findings of a scenario among files, tried on its unit where that is among or beside them."""
    said = document.unit_named(found.data)
    documents = tuple(reach.store(found.path.parent).documents())
    others = (opened(each) for each in documents if each.kind == "mapping")
    known = {unit.card.id: unit for unit in (*others, *units)}
    if said in known:
        card = _card(found, known[said], reach)
        beside_ = [
            _card(s, known[said], reach) for s in documents if _is_twin(s, found, known[said])
        ]
        return told_apart([card, *beside_])[0].findings
    findings = document.read_scenario(found.data, file=found.name)[1]
    if said is None:
        return findings
    values = {"value": said, "nearest": nearest(said, tuple(known))}
    lost = Finding(UNIT_UNKNOWN, Place(found.name, field="unit"), values, Severity.WARNING)
    return (*placed([lost], found), *findings)


def _chosen(
    unit: Opened, name: str | Path, there: Sequence[ScenarioCard], reach: Reach
) -> ScenarioCard:
    word = str(name).casefold()
    for card in there:
        if word in {card.id.casefold(), card.name.casefold()}:
            return card
    file = reach.file(name)
    if file is not None:
        return _card(file, unit, reach)
    ids = [card.id for card in there]
    raise ScenarioNotFound(scenario=str(name), unit=unit.card.id, nearest=nearest(word, ids))


def _is_of(found: Stored, unit: Opened) -> bool:
    return unit.mapping is not None and document.unit_named(found.data) == unit.card.id


def _is_twin(other: Stored, found: Stored, unit: Opened) -> bool:
    """Whether another scenario of the same unit lies beside one."""
    apart = other.path.resolve() != found.path.resolve()
    return apart and other.kind == "scenario" and _is_of(other, unit)


def _card(found: Stored, unit: Opened, reach: Reach) -> ScenarioCard:
    """A scenario read for a unit, once for the same content of both."""
    digest = unit.digest if unit.mapping is None else _as_mapped(unit, reach)[0].digest
    key = (found.path, found.name, found.digest, unit.card.file, digest)
    return _CARDS.get(key, lambda: _read(found, unit, reach))


def _read(found: Stored, unit: Opened, reach: Reach) -> ScenarioCard:
    """A scenario read; what is wrong with the changed copy is wrong with it."""
    read_, findings = document.read_scenario(
        found.data, file=found.name, mapping=unit.mapping, catalogue=unit.catalogue
    )
    card = ScenarioCard(file=found.name, data=found.data, scenario=read_, findings=findings)
    if read_ is None or unit.mapping is None:
        return card
    base, data = _as_mapped(unit, reach)
    if base.mapping is None:
        return card
    copy = copy_of(data, base.digest, base.mapping, scenario.combined([read_]))
    tried = opened(stored(base.path, base.card.file, copy))
    told = (f for f in _told(tried, copy, base, data, [card]) if f not in base.findings)
    # Doubts about hours ask whether the mapping is right; here they are what is tried out.
    new = tuple(f for f in told if f.code in document.CODES)
    return replace(card, findings=(*findings, *new))


def _as_mapped(unit: Opened, reach: Reach) -> tuple[Opened, bytes]:
    """The unit and its bytes, of one moment."""
    if unit.mapping is None:
        return unit, b""
    found = reach.read(unit.path, unit.card.file)
    return opened(found), found.data


def copy_of(data: bytes, digest: str, mapping: Mapping, together: Combined) -> bytes:
    """A mapping's document with changes in it, made once for the same content."""
    key = (digest, repr(sorted(together.changes.items(), key=lambda item: item[0])))
    return _COPIES.get(key, lambda: scenario.applied(data, mapping, together.changes))


def _told(
    found: Opened, copy: bytes, base: Opened, data: bytes, cards: Sequence[ScenarioCard]
) -> tuple[Finding, ...]:
    sources = tuple(_sources(cards))
    return scenario.placed(
        found.findings, copy, before=base.findings, document=data, sources=sources
    )


def _sources(cards: Iterable[ScenarioCard]) -> Iterator[scenario.Source]:
    for card in cards:
        changes: Changes = card.scenario.changes if card.scenario is not None else {}
        yield scenario.Source(card.file, card.data, changes)


def _refusal(conflict: ScenarioConflict) -> ScenariosConflict:
    return ScenariosConflict(
        one=conflict.one,
        other=conflict.other,
        place=".".join(conflict.path),
        one_says=_shown(conflict.one_says),
        other_says=_shown(conflict.other_says),
    )


def _shown(value: Written | None) -> str:
    told = "\N{EN DASH}" if value is None else str(value)
    return told if len(told) <= _MOST else f"{told[: _MOST - 1]}…"
