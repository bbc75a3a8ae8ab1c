"""A question document: text to model, and its names looked up in the unit it is asked of."""

from itertools import pairwise

from taskmap.document.fields.question import QUESTION
from taskmap.document.nearest import nearest
from taskmap.document.other_unit import note_other_unit
from taskmap.document.question_names import names_of
from taskmap.document.question_text import MINUTES_AN_HOUR, write_question
from taskmap.document.reading import Reading, read_document
from taskmap.document.references import resolve
from taskmap.document.shapes import Values
from taskmap.model.alternative import AlternativeKind
from taskmap.model.catalogue import Catalogue
from taskmap.model.demands import Demands
from taskmap.model.finding import Finding
from taskmap.model.mapping import Mapping
from taskmap.model.question import Price, Question
from taskmap.model.ruling import Condition, Gate
from taskmap.yamltext import Scalar, Table, read, visible


def read_question(
    data: bytes | str,
    *,
    file: str,
    mapping: Mapping | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Question | None, tuple[Finding, ...]]:
    """Read what was asked of a plan, in YAML or JSON.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.
        mapping: of the unit it is asked of; None: its names are not looked up.
        catalogue: of the unit's country.

    Returns:
        The question, None when a finding is an error, and all findings in the document's order.
    """

    def look(root: Table, reading: Reading) -> Values:
        said = QUESTION.values(root, (), reading)
        _note_flat_weights(said, reading)
        _note_forced_twice(said, reading)
        if mapping is not None:
            resolve(reading, catalogue, names_of(mapping, catalogue))
            _note_not_in_unit(mapping, reading)
            note_other_unit("question", said, mapping, reading)
        return said

    return read_document(data, file=file, look=look, make=_question)


def check_question(
    question: Question, mapping: Mapping, catalogue: Catalogue, *, file: str
) -> tuple[Finding, ...]:
    """What is wrong with a question asked of a mapping, at the lines it has when it is written."""
    return read_question(write_question(question), file=file, mapping=mapping, catalogue=catalogue)[
        1
    ]


def unit_named(data: bytes | str) -> str | None:
    """Id of the unit a question or a scenario is about; None where it does not say."""
    return _named(data, "unit")


def partnership_named(data: bytes | str) -> str | None:
    """Id of the partnership a programme belongs to; None where it does not say."""
    return _named(data, "partnership")


def _named(data: bytes | str, key: str) -> str | None:
    root, _ = read(data, file="")
    said = root.get(key) if isinstance(root, Table) else None
    return visible(said.text) if isinstance(said, Scalar) and said.text else None


def _note_flat_weights(said: Values, reading: Reading) -> None:
    """An hour costs more at a higher level, also beside levels that keep their number."""
    weights = said.get("level_weights")
    if weights is None:
        return
    asked = {level: weights.get(str(level), level) for level in range(1, 9)}
    for (low, less), (high, more) in pairwise(asked.items()):
        if less >= more:
            path = ("level_weights", str(high if str(high) in weights else low))
            values = {"level": high, "weight": more, "below": low, "weight_below": less}
            reading.error("level_weights.order", path, **values)


def _note_forced_twice(said: Values, reading: Reading) -> None:
    """A task and role are forced to one share."""
    first: dict[tuple[str, str], Values] = {}
    for each in said.get("forced", ()):
        before = first.setdefault((each["task"], each["role"]), each)
        if before is not each:
            value, line = f"{each['task']}: {each['role']}", reading.line(before.path)
            reading.error("id.duplicate", each.path, value=value, first_line=line)


def _note_not_in_unit(mapping: Mapping, reading: Reading) -> None:
    """A question is about roles the unit has."""
    for each in reading.references:
        if each.what == "role" and each.name not in mapping.by_role and reading.is_sound(each.path):
            near = nearest(each.name, mapping.by_role)
            reading.error("role.not_in_unit", each.path, each.node, value=each.name, nearest=near)


def _question(said: Values) -> Question:
    given = said.only(
        "as_of",
        "hire_only",
        "max_changes",
        "min_move",
        "horizon_weeks",
        "few_moves",
        "risk_limit",
        "staff_ceiling",
        "open_unknown",
        "upwards",
        "node_limit",
    )
    if "accepted" in said:
        given["accepted"] = frozenset(map(Condition, said["accepted"]))
    weights = said["level_weights"].by_name if "level_weights" in said else {}
    return Question(
        price=Price(said.get("price", Price.LEVEL)),
        level_weights={int(level): weight for level, weight in weights.items()},
        alternatives=frozenset(map(AlternativeKind, said.get("alternatives", ()))),
        demands=_demands(said),
        **given,
    )


def _demands(said: Values) -> Demands:
    gates = said["cap_gate"].by_name if "cap_gate" in said else {}
    hours = said.get("cap_role", {}).items()
    return Demands(
        pinned=frozenset(said.get("pinned", ())),
        pinned_roles=frozenset(said.get("pinned_roles", ())),
        forbidden=frozenset((each["task"], each["role"]) for each in said.get("forbidden", ())),
        forbidden_roles=frozenset(said.get("forbidden_roles", ())),
        forbidden_gates=frozenset(map(Gate, said.get("forbidden_gates", ()))),
        forced={(f["task"], f["role"]): f.get("share", 1.0) for f in said.get("forced", ())},
        cap_role={role: round(most * MINUTES_AN_HOUR) for role, most in hours},
        cap_gate={Gate(gate): most for gate, most in gates.items()},
        **said.only(
            "cap_leaf",
            "training_kroner",
            "training_hours",
            "seats",
            "registered_floor",
            "taken_out",
        ),
    )
