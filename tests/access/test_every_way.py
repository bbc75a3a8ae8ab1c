"""Every method of the hall that takes a unit, whoever adds it: nobody else's unit is there.

What is asked for beside the unit is filled in by its name. It need not make sense: a unit outside
the scope must answer as one that never was before anything else is looked at.
"""

import inspect

from wards import NB, NEVER, OTHERS, OWN, SIGNED, TODAY, hall, somebody

from taskmap.access.identity import AccessRole
from taskmap.errors import TaskmapError
from taskmap.model.edit import SetField
from taskmap.workspace import Workspace

# What somebody brought along: a question or a sheet of their own is read, and no document.
BROUGHT = {"incoming", "pasted", "question_read"}
BESIDE = {
    "signed": SIGNED, "reader": NB, "names": ["sommer"], "scenario": "sommer", "on": TODAY,
    "edits": [SetField("dosett", "minutes", 7)], "roles": ["sykepleier"], "tasks": ("dosett",),
    "decided": (), "columns": [["sommer"]], "kind": "unit", "ending": ".csv", "part": "comments",
    "number": 1, "before": 1, "after": 1, "said": {"name": "x"}, "fields": {"name": "x"},
}  # fmt: skip


def ways():
    """Names of the methods that take units, with the names of what each asks for."""
    for name, method in inspect.getmembers(Workspace, inspect.isfunction):
        _, *asked = inspect.signature(method).parameters.values()
        needed = [each.name for each in asked if each.default is inspect.Parameter.empty]
        if {"unit", "units"} & set(needed) and not name.startswith("_"):
            yield name, needed


def told(mine, way, needed, unit):
    """What one of them answers about a unit, with its id left out."""
    known = {**BESIDE, "unit": unit, "units": [unit], "question": mine.question()}
    try:
        return getattr(mine, way)(**{name: known.get(name, "x") for name in needed})
    except TaskmapError as refused:
        values = {key: str(value).replace(unit, "…") for key, value in refused.values.items()}
        return type(refused), values


def test_every_way_to_a_unit_tells_of_anothers_as_of_one_that_never_was(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    mine = hall(folder, somebody(*AccessRole, organisations=["nord"]))
    found = {way: needed for way, needed in ways() if way not in BROUGHT}
    assert len(found) > 75
    for way, needed in found.items():
        outside = told(mine, way, needed, OTHERS)
        assert outside == () or isinstance(outside[0], type), way  # a list may leave it out
        assert outside == told(mine, way, needed, NEVER), way
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
    assert [card.id for card in mine.units()] == [OWN]
