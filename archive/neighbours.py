"""Which kept protocols a new file must be compared with: a few, found through indexed columns.

Comparing with every protocol would make an import of ten thousand files a matter of days. Three
indexes together miss nothing that sameness asks about: equal words (whatever their number), the
same meeting (however the text was changed), and shingles in common (whatever is said of date and
förvaltning).
"""

import collections
import typing as t

import sqlalchemy as sa
from sqlalchemy import orm

from archive.model import Protocol
from archive.reading import batches
from archive.sameness import Likeness, Neighbour, likeness
from archive.tables import FileRow, ProtocolRow, ShingleRow

# Candidates share at least this much of the smaller sample. Well below what sameness asks, since
# a sample of a short text is a coarse measure.
LIKELY: t.Final = 0.4
MANY: t.Final = 50  # files
CANDIDATES: t.Final = 8  # protocols, by share of the sample and again by number in common


def find_neighbours(session: orm.Session, measured: Likeness) -> tuple[Neighbour, ...]:
    """All files of the protocols that may have something to do with this one."""
    keys = set(_sharing_shingles(session, measured.sample))
    if measured.text:
        same_text = sa.select(FileRow.protocol_key).where(FileRow.text_hash == measured.text)
        keys.update(session.scalars(same_text.limit(CANDIDATES)))
    forvaltning, date, _ = measured.meeting
    if forvaltning and date:
        keys.update(
            session.scalars(
                sa.select(ProtocolRow.key).where(
                    ProtocolRow.forvaltning == forvaltning, ProtocolRow.date == date
                )
            )
        )
    files = (
        sa.select(FileRow)
        .where(FileRow.protocol_key.in_(keys))
        .options(orm.undefer(FileRow.parsed))
        .order_by(FileRow.key)
    )
    return tuple(
        Neighbour(
            file.protocol_key,
            file.version,
            likeness(Protocol.from_json(file.parsed), file.media_type),
        )
        for file in session.scalars(files)
    )


def _sharing_shingles(session: orm.Session, sample: tuple[int, ...]) -> set[int]:
    """Protocols with a file whose sample has much in common with this one.

    Ranked twice: by the share of the smaller sample, which finds parts and wholes, and by the
    number in common, so that many small files cannot crowd out a copy. Shingles that stand in
    many files are taken to be in common; that can only add candidates.
    """
    telling = _telling(session, sample)
    presumed = len(sample) - len(telling)
    common: collections.Counter[int] = collections.Counter()
    files: dict[int, tuple[int, int]] = {}  # protocol, and what a part and its whole would share
    for batch in batches(telling):
        found = session.execute(
            sa.select(FileRow.key, FileRow.protocol_key, FileRow.sampled, sa.func.count())
            .join(ShingleRow, ShingleRow.file_key == FileRow.key)
            .where(ShingleRow.hash.in_(batch))
            .group_by(FileRow.key)
        )
        for key, protocol_key, sampled, count in found:
            common[key] += count
            files[key] = protocol_key, min(sampled, len(sample))
    share = {key: (common[key] + presumed) / most for key, (_, most) in files.items()}
    likely = [key for key in files if share[key] >= LIKELY]
    by_share = sorted(likely, key=lambda key: (-share[key], -common[key]))[:CANDIDATES]
    by_number = sorted(likely, key=lambda key: -common[key])[:CANDIDATES]
    return {files[key][0] for key in (*by_share, *by_number)}


def _telling(session: orm.Session, sample: tuple[int, ...]) -> list[int]:
    """The shingles that stand in few files. "Mötet öppnas och dagordningen" says nothing."""
    files = sa.func.count()
    telling = set(sample)
    for batch in batches(sample):
        in_many = sa.select(ShingleRow.hash).where(ShingleRow.hash.in_(batch))
        telling.difference_update(
            session.scalars(in_many.group_by(ShingleRow.hash).having(files > MANY))
        )
    return sorted(telling)
