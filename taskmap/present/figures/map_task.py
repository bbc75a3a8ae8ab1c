"""The task map of one task: who does it, who could, and what it takes and follows."""

from taskmap.graph.contract import Graph
from taskmap.model.ruling import Rulings, Verdict, worst
from taskmap.model.units import LeafId, RoleId
from taskmap.present.figures.drawing import Band, Box, Drawing, Heading, curve
from taskmap.present.figures.map_layout import (
    BOX,
    GAP,
    ITEM_WIDTH,
    ITEM_X,
    ROLE_WIDTH,
    ROLE_X,
    TOP,
    WIDTH,
    Item,
    item_column,
    level_rows,
)
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.palette import short
from taskmap.present.figures.picture import beside
from taskmap.present.rulings import why
from taskmap.present.table import Table

GATES = ("law", "policy", "competence", "risk", "continuity", "capacity")
MARKS = {"pass": "○", "condition": "◐", "unknown": "?", "fail": "✕"}
LINES = {"pass": "could", "condition": "condition"}
FACTS = (("needs", "competence"), ("governed_by", "rule"), ("in_chain", "chain"))


def task_map(graph: Graph, task: str, rulings: Rulings, naming: Naming) -> Drawing:
    """Every role of the unit on its level, the task, and the facts about it."""
    roles = {
        role.removeprefix("role:"): values
        for role, _, values in graph.in_edges(task, data=True)
        if values["kind"] in ("does", "could")
    }
    subs = {role: role_words(values, naming) for role, values in roles.items()}
    boxes, headings, height = level_rows(subs, subs, naming)
    facts = _facts(graph, task, naming)
    middle = _middle(graph, task, naming)
    right = item_column(facts, TOP + BOX + GAP + 30, 0.0)
    height = max(height, right[-1].y + BOX if right else 0.0)
    say = naming.reader.say
    return Drawing(
        width=WIDTH,
        height=height + 12,
        boxes=(*boxes, middle, *right),
        bands=(*_lines(boxes, middle, roles), *_drops(middle, right)),
        headings=(
            *headings,
            Heading(say("figure.map.roles"), ROLE_X, 14),
            *((Heading(say("figure.map.facts"), ITEM_X + 14, TOP + BOX + 30),) if right else ()),
        ),
        legend=tuple((kind, say(f"figure.map.legend.{kind}")) for kind in _kinds(roles)),
        summary=_summary(task, roles, facts, naming),
        table=_table(task, roles, rulings, naming),
    )


def role_words(values: dict[str, object], naming: Naming) -> str:
    """What a role is to a task: hours it spends, or the verdict and the gate that decides it."""
    verdict = str(values["verdict"])
    gate = next((g for g in GATES if values[g] == verdict), GATES[0])
    say = naming.reader.say
    if verdict == "pass":
        judged = f"{MARKS[verdict]} {say('figure.map.may')}"
    else:
        judged = f"{MARKS[verdict]} {say(f'word.gate.{gate}')}: {say(f'word.verdict.{verdict}')}"
    if values["kind"] != "does":
        return judged
    hours = say("figure.map.does_hours", hours=naming.reader.hours(float(str(values["minutes"]))))
    return hours if verdict == "pass" else f"{hours} {MARKS[verdict]}"


def _middle(graph: Graph, task: str, naming: Naming) -> Box:
    name = naming.task(task.removeprefix("task:"))
    hours = naming.reader.hours(graph.nodes[task]["minutes"])
    return Box(
        id=task,
        label=short(name, 31),
        sub=hours,
        kind="task",
        x=ITEM_X,
        y=TOP,
        width=ITEM_WIDTH,
        height=BOX,
        here=True,
    )


def _lines(boxes: list[Box], middle: Box, roles: dict[RoleId, dict[str, object]]) -> list[Band]:
    found = []
    for box in boxes:
        values = roles[box.id.removeprefix("role:")]
        kind = "does" if values["kind"] == "does" else LINES.get(str(values["verdict"]))
        if kind is None:
            continue
        path = curve(ROLE_X + ROLE_WIDTH, box.y + BOX / 2, middle.x, middle.y + middle.height / 2)
        width = 8.0 if kind == "does" else 2.5
        found.append(Band(path=path, kind=kind, width=width, ends=(box.id, middle.id)))
    return found


def _drops(middle: Box, right: list[Box]) -> list[Band]:
    """A quiet line down the facts, so that they are seen to belong to the task."""
    if not right:
        return []
    x = middle.x + 4
    path = f"M{x:.1f},{middle.y + BOX:.1f} L{x:.1f},{right[0].y:.1f}"
    return [Band(path=path, kind="needs", width=2.0, ends=(middle.id, middle.id))]


def _facts(graph: Graph, task: str, naming: Naming) -> list[Item]:
    """Competences, rules and chains, then the tasks before and after."""
    say = naming.reader.say
    found = []
    for kind, node in FACTS:
        for _, end, values in graph.out_edges(task, data=True):
            if values["kind"] == kind:
                name = _fact_name(node, end.removeprefix(f"{node}:"), naming)
                what = say(f"figure.map.fact.{node}")
                found.append(Item("", name, what, "fact"))
    for before, after, values in graph.edges(data=True):
        if values["kind"] == "follows" and task in (before, after):
            other = after if task == before else before
            what = say("figure.map.fact.after" if task == before else "figure.map.fact.before")
            name = naming.task(other.removeprefix("task:"))
            found.append(Item(other, name, what, "task"))
    return found[:14]


def _fact_name(kind: str, id_: str, naming: Naming) -> str:
    naming_of = {"competence": naming.competence, "rule": naming.rule, "chain": naming.chain}
    return naming_of[kind](id_)


def _kinds(roles: dict[RoleId, dict[str, object]]) -> list[str]:
    seen = {
        "does" if values["kind"] == "does" else LINES.get(str(values["verdict"]), "")
        for values in roles.values()
    }
    return [kind for kind in ("does", "could", "condition") if kind in seen]


def _summary(
    task: str, roles: dict[RoleId, dict[str, object]], facts: list[Item], naming: Naming
) -> str:
    say = naming.reader.say
    doing = [role for role, values in roles.items() if values["kind"] == "does"]
    able = [
        role
        for role, values in roles.items()
        if values["kind"] == "could" and values["verdict"] in LINES
    ]
    name = naming.task(task.removeprefix("task:"))
    words = say("figure.map.task_summary", task=name, doing=naming.roles(doing))
    if able:
        words += " " + say("figure.map.task_able", able=naming.roles(able))
    if facts:
        words += " " + say(
            "figure.map.task_facts",
            facts=naming.reader.list(f"{fact.label} ({fact.sub.lower()})" for fact in facts),
        )
    return words


def _table(
    task: str, roles: dict[RoleId, dict[str, object]], rulings: Rulings, naming: Naming
) -> Table:
    say, leaf = naming.reader.say, task.removeprefix("task:")
    return beside(
        naming.task(task.removeprefix("task:")),
        (
            say("figure.column.role"),
            say("figure.column.level"),
            say("figure.hours_a_week"),
            *(say(f"word.gate.{gate}") for gate in GATES),
            say("figure.map.why"),
        ),
        [
            (
                naming.short_role(role),
                naming.level(role),
                hours_cell(float(str(values["minutes"]))),
                *(say(f"word.verdict.{values[gate]}") for gate in GATES),
                _why(leaf, role, rulings, naming),
            )
            for role, values in roles.items()
        ],
        naming.reader,
    )


def _why(leaf: LeafId, role: RoleId, rulings: Rulings, naming: Naming) -> str:
    """The reason of the gate that decides; words where every gate is passed."""
    found = rulings.get((leaf, role), ())
    verdict = worst(found)
    if verdict is Verdict.PASS:
        return naming.reader.say("figure.map.all_met") if found else naming.reader.plain(None)
    deciding = next(ruling for ruling in found if ruling.verdict is verdict)
    return why(deciding, leaf, role, naming)
