"""Documents, and every version they ever had."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "taskmap_document",
        sa.Column("id", sa.Integer, sa.Identity(always=True), primary_key=True),
        sa.Column("name", sa.Text(collation="C"), nullable=False, unique=True),
        sa.Column("standing", sa.Integer),
    )
    op.create_table(
        "taskmap_version",
        sa.Column("document", sa.Integer, sa.ForeignKey("taskmap_document.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("who", sa.Text),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("damage", sa.Text),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
