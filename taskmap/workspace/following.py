"""Decisions of a unit read, taken and followed up, in a document beside its mapping."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from taskmap import document
from taskmap.errors import FileChanged
from taskmap.followup import about
from taskmap.leon.hashes import digest
from taskmap.model.edit import EditValue
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.followup import FollowUp, Measure
from taskmap.model.plan import Move, Plan
from taskmap.model.units import MeasureId, UnitId
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored
from taskmap.workspace.cards import Opened
from taskmap.workspace.comparing import Comparing
from taskmap.workspace.editing import Edited, Editing, Signed
from taskmap.workspace.free_names import free_name
from taskmap.workspace.opening import nearest, opened
from taskmap.workspace.placing import placed
from taskmap.workspace.reach import Reach

SEVERAL = "followup.several"
UNIT_UNKNOWN = "followup.unit_unknown"
_OTHERWISE = "tiltak"  # id of one whose name has no letters of ours
_HASHES: Remembered[str] = Remembered(512)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpCard:
    """What was decided about a unit; ``followup`` is None when it cannot be read.

    Args:
        file: path as shown to a reader.
        digest: of the document; None where there is none yet.
        mapping: hash of what the mapping says now.
        findings: of the document.
    """

    file: str
    digest: str | None
    mapping: str
    followup: FollowUp | None
    findings: tuple[Finding, ...] = ()

    def measure(self, id_: MeasureId) -> Measure | None:
        """One of the measures."""
        found = self.followup.measures if self.followup is not None else ()
        return next((measure for measure in found if measure.id == id_), None)


class Following(Comparing, Editing):
    """What people decide about a unit, and how it goes."""

    def followup(self, unit: UnitId) -> FollowUpCard:
        """The decisions that lie beside a unit's mapping.

        Raises:
            MappingHasErrors: the unit's document has errors.
        """
        mapped = self._mapped(unit)
        if mapped.mapping is None:
            raise mapped.refusal
        now = _hash(mapped)
        found = tuple(_beside(mapped, self.reach))
        if not found:
            empty = FollowUp(unit=mapped.card.id)
            return FollowUpCard(
                file=_file(mapped), digest=None, mapping=now, followup=empty
            )  # fmt: skip
        first = found[0]
        read, findings = document.read_followup(first.data, file=first.name, mapping=mapped.mapping)
        several = _several(found)
        return FollowUpCard(
            file=first.name,
            digest=first.digest,
            mapping=now,
            followup=None if several else read,
            findings=(*several, *findings),
        )

    def decide(  # noqa: PLR0913 - everything a decision rests on
        self,
        unit: UnitId,
        move: Move,
        plan: Plan,
        said: Mapping[str, EditValue],
        *,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        """Write down what was decided about a move.

        What it rests on is frozen with the first decision that lets it go on; a later one about
        the same move leaves it.

        Args:
            unit: id.
            move: decided about.
            plan: that suggests it.
            said: decision, day, office, reason, owner, by the document's fields.
            based_on: digest of the decisions the user saw; None: there were none.
            signed: who and when.
        """
        card = self.followup(unit)
        there = _about(card, move)
        task, _, case = move.leaf.partition("/")
        fields: dict[str, EditValue] = {
            "kind": "move", "theme": "task_sharing", "task": task, "case": case or None,
            "from": move.giver, "to": move.receiver, **said,
        }  # fmt: skip
        if there is None:
            name = free_name(f"{task} {move.receiver}", _ids(card), otherwise=_OTHERWISE)
        else:
            name = there.id
            fields.pop("theme")
        goes_on = said.get("decision") in {"accepted", "pilot"}
        first = there is None or there.baseline is None
        if goes_on and first and move.giver is not None:
            fields["baseline"] = self._frozen(unit, move, plan, signed.at.astimezone().date())
        return self.record(unit, name, fields, based_on=based_on, signed=signed)

    def new_measure(
        self,
        unit: UnitId,
        said: Mapping[str, EditValue],
        *,
        based_on: str | None,
        signed: Signed,
    ) -> tuple[MeasureId, Edited]:
        """A measure that is no move, and its id."""
        name = free_name(str(said["name"]), _ids(self.followup(unit)), otherwise=_OTHERWISE)
        return name, self.record(unit, name, said, based_on=based_on, signed=signed)

    def record(
        self,
        unit: UnitId,
        measure: MeasureId,
        fields: Mapping[str, EditValue],
        *,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        """Write fields of one measure anew, as a version of the unit's decisions.

        Args:
            unit: id.
            measure: its id.
            fields: by the document's keys; None takes one away.
            based_on: digest of what the user saw.
            signed: who and when.

        Raises:
            FileChanged: somebody else decided meanwhile.
            TaskmapError: the disk refuses.
        """
        return self._rewritten(
            unit,
            lambda data: document.with_measure(data, measure, fields),
            why=measure, based_on=based_on, signed=signed,
        )  # fmt: skip

    def follow(
        self,
        unit: UnitId,
        kind: str,
        fields: Mapping[str, EditValue],
        *,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        """Write down an indicator's baseline, target or what was measured."""
        return self._rewritten(
            unit,
            lambda data: document.with_indicator(data, kind, fields),
            why=kind, based_on=based_on, signed=signed,
        )  # fmt: skip

    def _rewritten(
        self,
        unit: UnitId,
        rewrite: Callable[[bytes], bytes],
        *,
        why: str,
        based_on: str | None,
        signed: Signed,
    ) -> Edited:
        """The unit's decisions written anew as a version; mistakes are told and not saved."""
        card, mapped = self.followup(unit), self._mapped(unit)
        folder = self.reach.store(mapped.path.parent)
        if card.digest != based_on:
            raise FileChanged(file=card.file, based_on=based_on, digest=card.digest)
        data = folder.read(card.file).data if based_on else document.new_followup(mapped.card.id)
        new = rewrite(data)
        _, findings = document.read_followup(new, file=card.file, mapping=mapped.mapping)
        wrong = tuple(f for f in findings if f.severity is Severity.ERROR)
        if wrong:
            return Edited(findings=wrong)
        if new == data:
            return Edited()
        version = folder.save(
            card.file, new, based_on=based_on, who=signed.who, why=why, at=signed.at
        )
        return Edited(version=version)

    def _frozen(self, unit: UnitId, move: Move, plan: Plan, today: date) -> dict[str, EditValue]:
        """How it is today, and the plan and mapping that say so."""
        levels = {level.leaf: level.today for level in plan.levels}
        versions = self.history(unit)
        frozen: dict[str, EditValue] = {
            "minutes": levels.get(move.leaf, {}).get(move.giver or "", 0),
            "promised": move.minutes.relieved,
            "date": today,
            **{name: plan.hashes[name] for name in ("mapping", "catalogue", "question")},
        }
        return frozen | ({"version": versions[-1].number} if versions else {})


def of_unit(stored: Stored, unit: UnitId) -> bool:
    """Whether a document holds a unit's decisions."""
    return stored.kind == "followup" and document.unit_named(stored.data) == unit


def check(found: Stored, units: Iterable[Opened], reach: Reach) -> tuple[Finding, ...]:
    """Findings of decisions among files, read with their unit where it is among or beside them."""
    said = document.unit_named(found.data)
    documents = tuple(reach.store(found.path.parent).documents())
    others = (opened(each) for each in documents if each.kind == "mapping")
    known = {unit.card.id: unit for unit in (*others, *units)}
    if said in known and known[said].mapping is not None:
        mapping = known[said].mapping
        twins = [each for each in documents if of_unit(each, said)]
        findings = document.read_followup(found.data, file=found.name, mapping=mapping)[1]
        return (*_several(twins), *findings)
    findings = document.read_followup(found.data, file=found.name)[1]
    if said is None or said in known:
        return findings
    values = {"value": said, "nearest": nearest(said, tuple(known))}
    lost = Finding(UNIT_UNKNOWN, Place(found.name, field="unit"), values, Severity.WARNING)
    return (*placed([lost], found), *findings)


def _several(found: Sequence[Stored]) -> tuple[Finding, ...]:
    """Two documents of one unit cannot both hold: which decision stands, only people know."""
    files = tuple(stored.name for stored in found)
    return (Finding(SEVERAL, Place(files[0]), {"files": files}),) if len(found) > 1 else ()


def _hash(mapped: Opened) -> str:
    """Hash of what a mapping says; what is left for outside depends on the day too."""
    if mapped.outside is not None:
        return digest(mapped.mapping)
    return _HASHES.get(mapped.digest, lambda: digest(mapped.mapping))


def _beside(mapped: Opened, reach: Reach) -> list[Stored]:
    documents = reach.store(mapped.path.parent).documents()
    return [stored for stored in documents if of_unit(stored, mapped.card.id)]


def _file(mapped: Opened) -> str:
    return f"{mapped.path.stem}.followup.yaml"


def _ids(card: FollowUpCard) -> set[str]:
    return {m.id for m in card.followup.measures} if card.followup is not None else set()


def _about(card: FollowUpCard, move: Move) -> Measure | None:
    return about(move, card.followup) if card.followup is not None else None
