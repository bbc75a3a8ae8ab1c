"""A small store of two organisations, and identities with a part in it."""

import json
from datetime import UTC, datetime, timedelta

from taskmap import document
from taskmap.access.guarded import Guarded
from taskmap.access.identity import EVERYTHING, AccessRole, Identity, Scope
from taskmap.errors import TaskmapError

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = AT + timedelta(hours=8)
NORTH, SOUTH = "north", "south"


def mapping(unit, organisation, more=""):
    return (
        f"taskmap: mapping/1\nunit:\n  id: {unit}\n  name: {unit}\n"
        f"  organisation: {{id: {organisation}, name: {organisation}}}\n{more}"
    ).encode()


def about(kind, unit):
    return f"taskmap: {kind}/1\nunit: {unit}\n".encode()


def partnership(id_, **members):
    each = "".join(
        f"  - {{organisation: {{id: {name}, name: {name}}}, units: [{units}]}}\n"
        for name, units in members.items()
    )
    return f"taskmap: partnership/1\nid: {id_}\nmembers:\n{each}".encode()


def of_partnership(kind, id_):
    return f"taskmap: {kind}/1\nid: own\npartnership: {id_}\n".encode()


COLUMNS = b"taskmap: columns/1\nsheets: []\n"


def documents(letter, organisation):
    """Every kind of document of one organisation, by name."""
    unit = f"{letter}-1"
    asked = json.dumps({"taskmap": "question/1", "unit": unit}).encode()
    return {
        f"{organisation}/{letter}.yaml": mapping(unit, organisation),
        f"{organisation}/{letter}-two.yaml": mapping(f"{letter}-2", organisation),
        f"{organisation}/{letter}-summer.yaml": about("scenario", unit),
        f"{organisation}/{letter}-asked.json": asked,
        f"{organisation}/{letter}.input.nurses.yaml": about("input", unit),
        f"{organisation}/{letter}.followup.yaml": document.new_followup(unit),
        f"{organisation}/{letter}.columns.yaml": COLUMNS,
        f"{letter}-partners.yaml": partnership(f"{letter}-partners", **{organisation: unit}),
        f"{letter}-courses.yaml": of_partnership("programme", f"{letter}-partners"),
        f"{letter}-fund.yaml": of_partnership("fund", f"{letter}-partners"),
    }  # fmt: skip


BOTH = {
    "both.yaml": partnership("both", north="n-1", south="s-1"),
    "both-courses.yaml": of_partnership("programme", "both"),
}
NORTHERN, SOUTHERN = documents("n", NORTH), documents("s", SOUTH)
NOBODYS = {"alone-fund.yaml": b"taskmap: fund/1\nid: alone\n", "torn.yaml": b"unit: {id: n-1\n"}


def fill(store):
    """Every document saved once, and one of each organisation taken away."""
    for name, data in {**NORTHERN, **SOUTHERN, **BOTH, **NOBODYS}.items():
        keep(store, name, data)
    for letter, organisation in (("n", NORTH), ("s", SOUTH)):
        name = f"{organisation}/gone.yaml"
        keep(store, name, mapping(f"{letter}-gone", organisation))
        store.take_away(name, based_on=store.read(name).digest)
    return store


def keep(store, name, data, based_on=None):
    return store.save(name, data, based_on=based_on, who="leader", why="", at=AT)


def identity(*roles, units=(), organisations=(), everything=False, until=LATER):
    scope = Scope(units=frozenset(units), organisations=frozenset(organisations))
    return Identity(
        subject="0a1b", roles=frozenset(roles or AccessRole),
        scope=EVERYTHING if everything else scope, until=until,
    )  # fmt: skip


def guarded(store, who, above=None, now=AT):
    return Guarded(store, above or store, who, lambda: now)


def told(ask, name):
    """What is answered or refused about a name, with the name left out."""
    try:
        return ask(name)
    except TaskmapError as refused:
        return type(refused), {k: v for k, v in refused.values.items() if v != name}
