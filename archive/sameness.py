"""When two files are the same protocol. Pure: no files, no catalogue.

The same minutes turn up as a PDF on a portal and a Word file in a folder, with other line breaks,
bullets and headers; as a corrected version a month later; and as a part of a few paragraphs that
was approved at once. What they have in common is their words, so the words are compared: the set
of all runs of four (shingles), after folding away case, punctuation and layout.

Text and PDF of one meeting share some 95 % of their shingles, two meetings of one group well
under 5 %. Short minutes are the exception: where little but formalities is written, two meetings
can be word for word alike, so below SHORT shingles a differing date or förvaltning decides.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import enum
import hashlib
import re
import typing as t
import unicodedata

from archive.model import Protocol
from archive.records import KeptAs

SHINGLE: t.Final = 4  # words
SAME: t.Final = 0.90  # Jaccard, from which two texts are one
AKIN: t.Final = 0.50  # Jaccard, from which two texts of one meeting are versions
INSIDE: t.Final = 0.90  # share of a part's shingles that its whole has too
SHORT: t.Final = 200  # shingles, about half a page

# One shingle in so many is kept for finding candidates. The same ones are taken from every
# text (by their hash), so a part's sample lies within its whole's.
SAMPLED: t.Final = 16

WORD = re.compile(r"\w+")
# "informations-säkerhet" in one format is "informationssäkerhet" in another; "hot- och" stays two.
INNER_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")
# A digital signature's stamp, "2025-08-22T12:18:52+0200"; a bare day counts as its midnight.
STAMP = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")


@dc.dataclass(frozen=True, slots=True)
class Likeness:
    """What a file's protocol is compared by."""

    media_type: str
    text: int  # a hash of all words in order; 0 where there are none
    shingles: frozenset[int]
    meeting: tuple[str | None, dt.date | None, str | None]  # förvaltning, date, forum

    @property
    def sample(self) -> tuple[int, ...]:
        """The shingles by which candidates are found."""
        return tuple(sorted(hash_ for hash_ in self.shingles if hash_ % SAMPLED == 0))


def likeness(protocol: Protocol, media_type: str) -> Likeness:
    """What a protocol, read from a file of that type, is compared by."""
    words = folded_words(protocol)
    return Likeness(
        media_type=media_type,
        text=_hash(words) if words else 0,
        shingles=shingles(words),
        meeting=(protocol.forvaltning.id, protocol.date.value, protocol.meeting.forum),
    )


def folded_words(protocol: Protocol) -> tuple[str, ...]:
    """The words of all sections, titles included, without case, punctuation or layout."""
    text = "\n".join(
        part for section in protocol.sections for part in (section.title, section.text)
    )
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(WORD.findall(INNER_HYPHEN.sub("", folded)))


def shingles(words: tuple[str, ...]) -> frozenset[int]:
    """Hashes of every run of four words; a shorter text is one run."""
    if not words:
        return frozenset()
    runs = range(max(1, len(words) - SHINGLE + 1))
    return frozenset(_hash(words[start : start + SHINGLE]) for start in runs)


def signed_at(signatures: c.Iterable[str]) -> dt.datetime | None:
    """The latest time stamp in a signature block, or None where it has none that is a time."""
    stamps = [_time(stamp) for line in signatures for stamp in STAMP.findall(line)]
    return max((stamp for stamp in stamps if stamp), default=None)


class Relation(enum.Enum):
    """What one text is to another."""

    SAME_TEXT = "word for word"
    SAME = "nearly word for word"
    AKIN = "much alike, from the same meeting"
    PART = "contained in the other"
    WHOLE = "contains the other"
    APART = "another protocol"


def relate(one: Likeness, other: Likeness) -> tuple[Relation, float]:
    """What `one` is to `other`, and their Jaccard similarity."""
    common = len(one.shingles & other.shingles)
    if not common or (_short(one, other) and _contradict(one, other)):
        return Relation.APART, 0.0
    jaccard = common / (len(one.shingles) + len(other.shingles) - common)
    if one.text == other.text:
        return Relation.SAME_TEXT, jaccard
    if jaccard >= SAME:
        return Relation.SAME, jaccard
    if jaccard >= AKIN and None not in one.meeting[:2] and one.meeting == other.meeting:
        return Relation.AKIN, jaccard
    if common >= INSIDE * len(one.shingles):
        return Relation.PART, jaccard
    if common >= INSIDE * len(other.shingles):
        return Relation.WHOLE, jaccard
    return Relation.APART, jaccard


@dc.dataclass(frozen=True, slots=True)
class Neighbour:
    """A file that is kept already, in a version of a protocol."""

    protocol: int
    version: int
    likeness: Likeness


@dc.dataclass(frozen=True, slots=True)
class Place:
    """Where a new file belongs."""

    kept_as: KeptAs
    protocol: int | None = None  # the one it joins, or the whole of which it is a part
    version: int | None = None  # None: a version of its own
    parts: tuple[int, ...] = ()  # protocols that turn out to be parts of it


def find_place(newcomer: Likeness, neighbours: c.Sequence[Neighbour]) -> Place:
    """Where a file belongs among its neighbours, which hold all files of each protocol in them.

    A copy joins a version that lacks its format; with other text in the same format it is a new
    version, because nothing but a correction makes two different PDFs of one meeting.
    """
    related: dict[Relation, list[Neighbour]] = {relation: [] for relation in Relation}
    compared = [(*relate(newcomer, neighbour.likeness), neighbour) for neighbour in neighbours]
    for relation, _, neighbour in sorted(compared, key=lambda found: -found[1]):
        related[relation].append(neighbour)

    formats = {(n.protocol, n.version, n.likeness.media_type) for n in neighbours}
    copies = related[Relation.SAME_TEXT] + [
        n
        for n in related[Relation.SAME]
        if (n.protocol, n.version, newcomer.media_type) not in formats
    ]
    if copies:
        return Place(KeptAs.COPY, copies[0].protocol, copies[0].version)
    if versions := related[Relation.SAME] + related[Relation.AKIN]:
        return Place(KeptAs.NEW_VERSION, versions[0].protocol)
    parts = {n.protocol for n in related[Relation.WHOLE]}
    if wholes := related[Relation.PART]:
        whole = wholes[0].protocol
        return Place(KeptAs.PART, whole, parts=tuple(sorted(parts - {whole})))
    return Place(KeptAs.NEW, parts=tuple(sorted(parts)))


def _short(one: Likeness, other: Likeness) -> bool:
    return min(len(one.shingles), len(other.shingles)) < SHORT


def _contradict(one: Likeness, other: Likeness) -> bool:
    pairs = zip(one.meeting[:2], other.meeting[:2], strict=True)
    return any(mine is not None and its is not None and mine != its for mine, its in pairs)


def _hash(words: tuple[str, ...]) -> int:
    """Stable between processes and releases, and within a signed 64-bit column."""
    digest = hashlib.blake2b(
        " ".join(words).encode("utf-8", "surrogatepass"), digest_size=8
    ).digest()
    return int.from_bytes(digest) >> 1


def _time(stamp: str) -> dt.datetime | None:
    try:
        time = dt.datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return time.astimezone(dt.UTC) if time.tzinfo else time.replace(tzinfo=dt.UTC)
