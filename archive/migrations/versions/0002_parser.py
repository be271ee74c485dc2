"""Which version of the parser has read each file."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Of what was read before, nobody noted it."""
    op.add_column("files", sa.Column("parser", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("files", "parser")
