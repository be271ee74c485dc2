"""The catalogue's tables.

A protocol is one meeting's record, whatever number of files tell of it. Each file keeps its own
parse, because the one that is shown can change: a PDF arrives after its text, a corrected version
after the first. What lists and sums need stands in columns of its own, in step with the protocol
as people have corrected it. Ids can change through a correction; rows hang together by `key`.
"""

import collections.abc as c
import datetime as dt
import enum
import typing as t

import sqlalchemy as sa
from sqlalchemy import orm

from archive.errors import SetAside
from archive.records import FileRole
from archive.visibility import Visibility


class Utc(sa.TypeDecorator[dt.datetime]):
    """A point in time. SQLite forgets the zone, so it is put back when read."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: dt.datetime | None, dialect: sa.Dialect
    ) -> dt.datetime | None:
        return value and value.astimezone(dt.UTC)

    def process_result_value(
        self, value: dt.datetime | None, dialect: sa.Dialect
    ) -> dt.datetime | None:
        return value and value.replace(tzinfo=dt.UTC)


def _words(vocabulary: type[enum.StrEnum]) -> sa.Enum:
    """Stored as the word itself, so that a new word needs no migration."""
    return sa.Enum(
        vocabulary, native_enum=False, length=32, values_callable=lambda e: [m.value for m in e]
    )


class Base(orm.DeclarativeBase):
    """Names every constraint, so that a later migration can address it."""

    metadata = sa.MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map: t.ClassVar[c.Mapping[t.Any, t.Any]] = {
        dt.datetime: Utc(),
        Visibility: _words(Visibility),
        FileRole: _words(FileRole),
        SetAside: _words(SetAside),
    }


class ProtocolRow(Base):
    """One protocol, under the id it has now."""

    __tablename__ = "protocols"

    key: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    protocol_id: orm.Mapped[str] = orm.mapped_column(sa.String(200), unique=True)
    visibility: orm.Mapped[Visibility]
    decided: orm.Mapped[bool] = orm.mapped_column(default=False)  # a person set the visibility
    held_for: orm.Mapped[list[str]] = orm.mapped_column(sa.JSON)
    date: orm.Mapped[dt.date | None]
    forvaltning: orm.Mapped[str | None] = orm.mapped_column(sa.String(100))
    sections: orm.Mapped[int] = orm.mapped_column(default=0)
    exchanges: orm.Mapped[int] = orm.mapped_column(default=0)
    unanswered: orm.Mapped[int] = orm.mapped_column(default=0)
    part_of: orm.Mapped[int | None] = orm.mapped_column(sa.ForeignKey("protocols.key"), index=True)
    next_meeting: orm.Mapped[dt.date | None]  # the day it announces
    meeting_number: orm.Mapped[str | None] = orm.mapped_column(sa.Text)  # as printed
    previous_meeting: orm.Mapped[dt.date | None]  # the day of the one it goes through

    files: orm.Mapped[list["FileRow"]] = orm.relationship(back_populates="protocol")
    corrections: orm.Mapped[list["CorrectionRow"]] = orm.relationship(
        order_by="CorrectionRow.field"
    )
    whole: orm.Mapped["ProtocolRow | None"] = orm.relationship(
        remote_side=[key], back_populates="parts"
    )
    parts: orm.Mapped[list["ProtocolRow"]] = orm.relationship(
        back_populates="whole", order_by="ProtocolRow.protocol_id"
    )

    __table_args__ = (
        sa.Index(None, "date", "protocol_id"),
        sa.Index(None, "forvaltning", "date"),
    )


class FileRow(Base):
    """One original, what the parser read in it, and what it is to its protocol."""

    __tablename__ = "files"

    key: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    protocol_key: orm.Mapped[int] = orm.mapped_column(sa.ForeignKey("protocols.key"), index=True)
    sha256: orm.Mapped[str] = orm.mapped_column(sa.String(64), unique=True)
    filename: orm.Mapped[str] = orm.mapped_column(sa.Text)
    media_type: orm.Mapped[str] = orm.mapped_column(sa.String(100))
    size: orm.Mapped[int] = orm.mapped_column(sa.BigInteger)
    imported_at: orm.Mapped[dt.datetime]
    role: orm.Mapped[FileRole]
    version: orm.Mapped[int]  # files with the same number tell the same text
    signed_at: orm.Mapped[dt.datetime | None]
    text_hash: orm.Mapped[int] = orm.mapped_column(sa.BigInteger, index=True)  # of all words
    sampled: orm.Mapped[int]  # how many shingles stand for it in `shingles`
    parsed: orm.Mapped[str] = orm.mapped_column(sa.Text, deferred=True)  # Protocol as JSON
    parser: orm.Mapped[int] = orm.mapped_column(server_default="0")  # version; 0: not noted then

    protocol: orm.Mapped[ProtocolRow] = orm.relationship(back_populates="files")


class ShingleRow(Base):
    """A sampled shingle of a file: where texts with words in common meet."""

    __tablename__ = "shingles"

    hash: orm.Mapped[int] = orm.mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    file_key: orm.Mapped[int] = orm.mapped_column(
        sa.ForeignKey("files.key"), primary_key=True, index=True
    )

    __table_args__ = ({"sqlite_with_rowid": False},)


class CorrectionRow(Base):
    """What a person decided about one field of a protocol; the latest decision stands."""

    __tablename__ = "corrections"

    protocol_key: orm.Mapped[int] = orm.mapped_column(
        sa.ForeignKey("protocols.key"), primary_key=True
    )
    field: orm.Mapped[str] = orm.mapped_column(sa.String(32), primary_key=True)
    value: orm.Mapped[str] = orm.mapped_column(sa.Text)
    label: orm.Mapped[str | None] = orm.mapped_column(sa.Text)
    made_at: orm.Mapped[dt.datetime]


class MovedRow(Base):
    """An id a protocol had before a correction; it leads to the row, so chains cannot arise."""

    __tablename__ = "moved"

    old_id: orm.Mapped[str] = orm.mapped_column(sa.String(200), primary_key=True)
    protocol_key: orm.Mapped[int] = orm.mapped_column(sa.ForeignKey("protocols.key"), index=True)


class RejectedRow(Base):
    """A file that was set aside; without a SHA-256 where not even its bytes could be read."""

    __tablename__ = "rejected"

    key: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    sha256: orm.Mapped[str | None] = orm.mapped_column(sa.String(64), unique=True)
    filename: orm.Mapped[str] = orm.mapped_column(sa.Text)
    reason: orm.Mapped[SetAside]
    seen_at: orm.Mapped[dt.datetime]


class QueueRow(Base):
    """A mark "to be indexed". Every marking is a new row with a number never used before."""

    __tablename__ = "index_queue"

    revision: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    protocol_id: orm.Mapped[str] = orm.mapped_column(sa.String(200), unique=True)

    __table_args__ = ({"sqlite_autoincrement": True},)


class WithheldRow(Base):
    """A name that is withheld from the public, or was until `ended_at`."""

    __tablename__ = "withheld_names"

    key: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    name: orm.Mapped[str] = orm.mapped_column(sa.Text)
    reason: orm.Mapped[str] = orm.mapped_column(sa.Text)
    made_at: orm.Mapped[dt.datetime]
    ended_at: orm.Mapped[dt.datetime | None]


class TurnRow(Base):
    """The one row a writer locks first, where the database itself would let two write at once."""

    __tablename__ = "turn"

    key: orm.Mapped[int] = orm.mapped_column(primary_key=True)
