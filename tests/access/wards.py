"""A folder of two organisations with a ward each, and halls of it for whoever asks."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from taskmap.access.identity import Identity, Scope
from taskmap.language import reader
from taskmap.model.edit import SetField
from taskmap.workspace import Signed, Workspace

ROOT = Path(__file__).parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_text(encoding="utf-8")
FUND = (ROOT / "mappings/medel-furuskar-forebyggande.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SIGNED = Signed(who="leader", at=NOW)
NB = reader("nb")
# Two names as far from ours, so that what is suggested instead may be the same.
OWN, OTHERS, NEVER = "nord-1", "sora-1", "torp-1"
counted = count(1)


def ward(unit, organisation):
    named = WARD.replace("id: liten-post", f"id: {unit}")
    return named.replace("id: provkommune", f"id: {organisation}")


def partnership(id_, *organisations):
    members = "".join(
        f"  - {{organisation: {{id: {each}, name: {each}}}, population: 9000, units: [{each}-1]}}\n"
        for each in organisations
    )
    head = f"taskmap: partnership/1\nid: {id_}\nname: {id_}\ncountry: NO\nillustrative: true\n"
    return f"{head}members:\n{members}"


def somebody(*roles, until=NOW + timedelta(hours=8), **scope):
    held = Scope(**{name: frozenset(ids) for name, ids in scope.items()})
    return Identity(subject="7f3", roles=frozenset(roles), scope=held, until=until)


def hall(folder, identity):
    return Workspace(folder, TODAY, files=False, identity=identity, clock=lambda: NOW)


def seen(workspace, unit):
    """What somebody who changes a unit saw of it; a change asks for it again."""
    return workspace.said(unit)[1]


def edit(workspace, unit):
    minutes = 10 + next(counted) % 50
    edits = [SetField("dosett", "minutes", minutes)]
    return workspace.edit(unit, edits, based_on=seen(workspace, unit), signed=SIGNED)
