"""Everything the catalogue began with."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all tables, and the row that writers take turns at."""
    _create_protocols()
    _create_what_belongs_to_a_protocol()
    _create_lists_of_their_own()


def _create_protocols() -> None:
    op.create_table(
        "protocols",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("protocol_id", sa.String(200), nullable=False),
        sa.Column("visibility", sa.String(32), nullable=False),
        sa.Column("decided", sa.Boolean(), nullable=False),
        sa.Column("held_for", sa.JSON(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("forvaltning", sa.String(100), nullable=True),
        sa.Column("sections", sa.Integer(), nullable=False),
        sa.Column("exchanges", sa.Integer(), nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("part_of", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_protocols"),
        sa.UniqueConstraint("protocol_id", name="uq_protocols_protocol_id"),
        sa.ForeignKeyConstraint(["part_of"], ["protocols.key"], name="fk_protocols_part_of"),
    )
    op.create_index("ix_protocols_date_protocol_id", "protocols", ["date", "protocol_id"])
    op.create_index("ix_protocols_forvaltning_date", "protocols", ["forvaltning", "date"])
    op.create_index("ix_protocols_part_of", "protocols", ["part_of"])
    op.create_table(
        "files",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("protocol_key", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("text_hash", sa.BigInteger(), nullable=False),
        sa.Column("sampled", sa.Integer(), nullable=False),
        sa.Column("parsed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_files"),
        sa.UniqueConstraint("sha256", name="uq_files_sha256"),
        sa.ForeignKeyConstraint(["protocol_key"], ["protocols.key"], name="fk_files_protocol_key"),
    )
    op.create_index("ix_files_protocol_key", "files", ["protocol_key"])
    op.create_index("ix_files_text_hash", "files", ["text_hash"])


def _create_what_belongs_to_a_protocol() -> None:
    op.create_table(
        "shingles",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("file_key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "file_key", name="pk_shingles"),
        sa.ForeignKeyConstraint(["file_key"], ["files.key"], name="fk_shingles_file_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shingles_file_key", "shingles", ["file_key"])
    op.create_table(
        "corrections",
        sa.Column("protocol_key", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("protocol_key", "field", name="pk_corrections"),
        sa.ForeignKeyConstraint(
            ["protocol_key"], ["protocols.key"], name="fk_corrections_protocol_key"
        ),
    )
    op.create_table(
        "moved",
        sa.Column("old_id", sa.String(200), nullable=False),
        sa.Column("protocol_key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("old_id", name="pk_moved"),
        sa.ForeignKeyConstraint(["protocol_key"], ["protocols.key"], name="fk_moved_protocol_key"),
    )
    op.create_index("ix_moved_protocol_key", "moved", ["protocol_key"])


def _create_lists_of_their_own() -> None:
    op.create_table(
        "rejected",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=True),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_rejected"),
        sa.UniqueConstraint("sha256", name="uq_rejected_sha256"),
    )
    op.create_table(
        "index_queue",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("protocol_id", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_index_queue"),
        sa.UniqueConstraint("protocol_id", name="uq_index_queue_protocol_id"),
        sqlite_autoincrement=True,
    )
    turn = op.create_table(
        "turn",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_turn"),
    )
    op.bulk_insert(turn, [{"key": 1}])


def downgrade() -> None:
    """Take all tables away, the dependent ones first."""
    for table in (
        "turn",
        "index_queue",
        "rejected",
        "moved",
        "corrections",
        "shingles",
        "files",
        "protocols",
    ):
        op.drop_table(table)
