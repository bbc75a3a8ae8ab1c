"""The tables of a database of documents: documents, every version they had, and the trail."""

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

SCHEMA_VERSION = "0002"  # of the last file in ``migrations/versions``; a test holds them together
VERSION_TABLE = "taskmap_schema"

metadata = MetaData()

documents = Table(
    "taskmap_document",
    metadata,
    Column("id", Integer, Identity(always=True), primary_key=True),
    Column("name", Text(collation="C"), nullable=False, unique=True),
    Column("standing", Integer),  # number of the version that stands; none: it was taken away
)

versions = Table(
    "taskmap_version",
    metadata,
    Column("document", Integer, ForeignKey(documents.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("before", Text),
    Column("who", Text),
    Column("why", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("damage", Text),
    Column("data", LargeBinary, nullable=False),
)

trail = Table(
    "taskmap_trail",
    metadata,
    Column("folder", Text(collation="C"), primary_key=True),  # below which it happened
    Column("number", BigInteger, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False),
)
