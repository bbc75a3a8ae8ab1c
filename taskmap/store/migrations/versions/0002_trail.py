"""The audit trail: lines that may be added and read, and neither changed nor taken away."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# What is folded is the only thing that ever goes, and only where the transaction says so.
_STANDS = """
CREATE FUNCTION taskmap_trail_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('taskmap.folding', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'taskmap_trail is only added to' USING ERRCODE = '42501';
END $$
"""


def upgrade() -> None:
    """Make the table and what guards it."""
    op.create_table(
        "taskmap_trail",
        sa.Column("folder", sa.Text(collation="C"), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.execute(_STANDS)
    for when, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER taskmap_trail_stands_{each.lower()} BEFORE {when} ON taskmap_trail "
            f"FOR EACH {each} EXECUTE FUNCTION taskmap_trail_stands()"
        )
    op.execute("REVOKE UPDATE, DELETE, TRUNCATE ON taskmap_trail FROM PUBLIC, CURRENT_USER")
