"""The nodes: roles, levels, task groups, tasks, competences, rules and chains."""

from collections.abc import Iterable

from taskmap.graph.contract import LANGUAGES, Graph, Plain
from taskmap.graph.parts import Parts
from taskmap.model.catalogue import Rule
from taskmap.model.leaf import Leaf
from taskmap.model.learning import holders
from taskmap.model.plan import LeafLevel
from taskmap.model.staffing import Staffing
from taskmap.model.today import millionths
from taskmap.model.units import MILLION, CompetenceId, Names


def add_nodes(graph: Graph, parts: Parts) -> None:
    """Every node of the unit, kind by kind."""
    for staffing in parts.mapping.staffing:
        _role(graph, staffing, parts)
    _levels(graph, parts)
    _groups(graph, parts)
    effective = {level.leaf: level for level in parts.plan.levels} if parts.plan else {}
    for leaf in parts.mapping.leaves:
        _task(graph, leaf, parts, effective.get(leaf.id))
    for competence in parts.competences():
        _competence(graph, competence, parts)
    _rules(graph, parts)
    for chain in parts.mapping.chains:
        add(
            graph,
            "chain",
            chain.id,
            own_name=chain.name,
            keep_together=chain.keep_together,
            handover_minutes=float(chain.handover_minutes),
        )


def add(graph: Graph, kind: str, name: str, **values: Plain | None) -> None:
    """Add a node; what has nothing to say is left out."""
    graph.add_node(f"{kind}:{name}", kind=kind, **told(values))


def told(values: dict[str, Plain | None]) -> dict[str, Plain]:
    """Values that say something."""
    return {name: value for name, value in values.items() if value is not None and value != ""}


def names(words: Names, what: str = "name") -> dict[str, Plain | None]:
    """A catalogue's names as one attribute a language."""
    return {f"{what}_{code}": words.get(code) for code in LANGUAGES}


def _role(graph: Graph, staffing: Staffing, parts: Parts) -> None:
    role = parts.catalogue.roles[staffing.role]
    add(
        graph,
        "role",
        role.id,
        **names(role.names),
        role_kind=role.kind.value,
        level=role.level,
        level_verified=role.level_verified,
        persons=staffing.persons,
        posts=float(staffing.posts),
        vacant=float(staffing.vacant),
        hired=float(staffing.hired),
        minutes=parts.minutes(of_role=role.id),
        planned_minutes=parts.planned_minutes(of_role=role.id) if parts.plan else None,
    )


def _levels(graph: Graph, parts: Parts) -> None:
    used = sorted({parts.catalogue.roles[s.role].level for s in parts.mapping.staffing})
    for number in used:
        level = parts.catalogue.levels.get(number)
        add(graph, "level", str(number), **names(level.names if level else {}), number=number)


def _groups(graph: Graph, parts: Parts) -> None:
    used = {parts.group(leaf) for leaf in parts.mapping.leaves}
    for code in (code for code in parts.catalogue.groups if code in used):
        add(
            graph,
            "group",
            code,
            **names(parts.catalogue.groups[code].names),
            minutes=parts.minutes(of_group=code),
            planned_minutes=parts.planned_minutes(of_group=code) if parts.plan else None,
        )


def _task(graph: Graph, leaf: Leaf, parts: Parts, level: LeafLevel | None) -> None:
    library = parts.catalogue.tasks.get(leaf.task.library or "")
    add(
        graph,
        "task",
        leaf.id,
        **names(library.names if library else {}),
        own_name=leaf.task.name,
        case_name=leaf.case.name if leaf.case else None,
        task=leaf.task_id,
        library=leaf.task.library,
        per_week=float(sum(leaf.count.values())),
        minutes_each=float(leaf.minutes.likely),
        minutes=sum(parts.today[leaf.id, s.role] for s in parts.mapping.staffing),
        missed=_missed(leaf),
        competences_known=leaf.competences is not None,
        consequence=leaf.risk.consequence if leaf.risk else None,
        effective_role=level.effective if level else None,
        effective_level=level.effective_level if level else None,
    )


def _missed(leaf: Leaf) -> float:
    """Share of all occurrences nobody does."""
    total = sum(leaf.count.values())
    undone = sum(n * millionths(leaf, band)[1] for band, n in leaf.count.items() if n > 0)
    return undone / MILLION / total if total else 0.0


def _competence(graph: Graph, competence: CompetenceId, parts: Parts) -> None:
    known = parts.catalogue.competences
    persons = sum(holders(s, competence, known) for s in parts.mapping.staffing)
    add(graph, "competence", competence, **names(known[competence].names), persons=persons)


def _rules(graph: Graph, parts: Parts) -> None:
    for rule in _first_met(parts.rules(leaf) for leaf in parts.mapping.leaves):
        add(
            graph,
            "rule",
            rule.id,
            **names(rule.statement, "statement"),
            effect=rule.effect.value,
            reference=rule.reference,
            verified=rule.verified,
        )


def _first_met(lists: Iterable[tuple[Rule, ...]]) -> tuple[Rule, ...]:
    return tuple({rule.id: rule for rules in lists for rule in rules}.values())
