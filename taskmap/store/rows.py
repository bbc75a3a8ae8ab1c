"""What the tables of documents are asked and told, one statement each."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    collate,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_if_new

from taskmap.model.version import Damage, Version
from taskmap.store.tables import documents, versions

_TOLD = ("number", "digest", "before", "who", "why", "at", "damage")


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the database has it.

    Args:
        document: its key.
        name: from the database's root.
        data: what stands; None: it was taken away.
        digest: of that.
        damage: what is wrong with it.
        good: number of the last version without damage.
        last: number of the last version, 0 before the first.
    """

    document: int
    name: str
    data: bytes | None
    digest: str | None
    damage: Damage | None
    good: int | None
    last: int


def standing(connection: Connection, above: str, after: str | None, count: int) -> list[Held]:
    """Documents that stand below a folder, in the order of their names part for part.

    Args:
        connection: to the database.
        above: the folder.
        after: name of the last one that is known; None: from the first.
        count: at most so many.
    """
    asked = _held().where(documents.c.standing.is_not(None), _below(above))
    if after is not None:
        asked = asked.where(_in_parts(documents.c.name) > _in_parts(literal(after)))
    chosen = asked.order_by(_in_parts(documents.c.name)).limit(count)
    return [_read(row) for row in connection.execute(chosen)]


def taken_away(connection: Connection, above: str) -> list[str]:
    """Names of those below a folder that were taken away."""
    asked = select(documents.c.name).where(documents.c.standing.is_(None), _below(above))
    return list(connection.execute(asked).scalars())


def one(connection: Connection, name: str) -> Held | None:
    """A document by its name."""
    row = connection.execute(_held().where(documents.c.name == name)).one_or_none()
    return _read(row) if row else None


def locked(connection: Connection, name: str) -> Held:
    """A document, new if need be, that nobody else changes before this transaction ends."""
    made = insert_if_new(documents).values(name=name).on_conflict_do_nothing()
    # By itself first: what is read beside a lock is of the time before it was had.
    mine = select(documents.c.id).where(documents.c.name == name).with_for_update()
    connection.execute(made)
    while connection.execute(mine).one_or_none() is None:
        connection.execute(made)  # whoever had the lock before let the document be forgotten
    return _read(connection.execute(_held().where(documents.c.name == name)).one())


def history(connection: Connection, document: int) -> tuple[Version, ...]:
    """A document's versions, the first first."""
    told = (versions.c[name] for name in _TOLD)
    asked = select(*told).where(versions.c.document == document).order_by(versions.c.number)
    return tuple(_version(row) for row in connection.execute(asked))


def content(connection: Connection, document: int, number: int) -> bytes | None:
    """What a version held; None where there is none or it is no longer what it was."""
    asked = select(versions.c.digest, versions.c.data)
    chosen = asked.where(versions.c.document == document, versions.c.number == number)
    row = connection.execute(chosen).one_or_none()
    whole = row is not None and sha256(row.data).hexdigest() == row.digest
    return bytes(row.data) if row is not None and whole else None


def last_whole(connection: Connection, document: int) -> bytes | None:
    """What the last version held that was without damage then and is now."""
    for version in reversed(history(connection, document)):
        found = content(connection, document, version.number)
        if version.damage is None and found is not None:
            return found
    return None


def add(connection: Connection, document: int, found: Iterable[tuple[Version, bytes]]) -> None:
    """Write versions down."""
    for version, data in found:
        told = {name: getattr(version, name) for name in _TOLD}
        connection.execute(insert(versions).values(document=document, data=data, **told))


def stand(connection: Connection, document: int, number: int | None) -> None:
    """Let a version be the document, or none."""
    chosen = update(documents).where(documents.c.id == document)
    connection.execute(chosen.values(standing=number))


def clear(connection: Connection, document: int) -> int:
    """Take every version of a document away; how many there were."""
    gone = connection.execute(delete(versions).where(versions.c.document == document))
    return gone.rowcount


def drop(connection: Connection, document: int) -> None:
    """Take a document without versions away."""
    connection.execute(delete(documents).where(documents.c.id == document))


def _in_parts(name: ColumnElement[str]) -> ColumnElement[Any]:
    # Letter by letter, as Python orders text, whatever language the database was made in.
    return func.string_to_array(collate(name, "C"), "/", type_=ARRAY(Text))


def _below(above: str) -> ColumnElement[bool]:
    return documents.c.name.startswith(above, autoescape=True)


def _held() -> Select[Any]:
    every = versions.alias()
    mine = every.c.document == documents.c.id
    numbers = select(func.max(every.c.number)).where(mine)
    stands = (versions.c.document == documents.c.id) & (versions.c.number == documents.c.standing)
    return select(
        documents.c.id,
        documents.c.name,
        versions.c.data,
        versions.c.digest,
        versions.c.damage,
        numbers.where(every.c.damage.is_(None)).scalar_subquery().label("good"),
        numbers.scalar_subquery().label("last"),
    ).select_from(documents.outerjoin(versions, stands))


def _read(row: Row[Any]) -> Held:
    return Held(
        document=row.id,
        name=row.name,
        data=None if row.data is None else bytes(row.data),
        digest=row.digest,
        damage=Damage(row.damage) if row.damage else None,
        good=row.good,
        last=row.last or 0,
    )


def _version(row: Row[Any]) -> Version:
    told = row._asdict()
    return Version(**told | {"damage": Damage(row.damage) if row.damage else None})
