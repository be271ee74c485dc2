"""Sections as the peers are given them: the product's tokens, ready to be split at spaces.

`written` holds one key for each position, the one that a phrase goes by; keys that share a position
with another ("mbl-förhandlingen" with its parts) stand after the text, each behind a bar, so that
no phrase runs across them. `lemmas` holds the lemmas of every key, and `parts` the names of its
parts one after the other, so that a compound is a phrase: open, closed, or within a longer one.

They are made once and kept in a file, so that the time to cut text into words is not counted where
the peers' building is measured. (The product's own building is measured with it.)
"""

import collections.abc as c
import functools
import pathlib
import typing as t

import msgspec

from archive.visibility import Visibility
from index import Entry
from index.documents import Document, parts
from index.swedish import packaged_language, tokens

BAR: t.Final = "|"

_SIZE: t.Final = 4  # bytes before each section in the file: how long it is


class Prepared(t.NamedTuple):
    """One section."""

    written: str
    lemmas: str
    parts: str
    forvaltning: str
    unions: tuple[str, ...]
    topics: tuple[str, ...]
    year: int
    day: int
    row: bytes  # what a hit shows


class Form(t.NamedTuple):
    """What a key is a form of, and what it is made of; a key of which nothing is known, itself."""

    lemmas: tuple[str, ...]
    parts: tuple[str, ...]  # where a part has several names the first


@functools.cache
def form_of(key: str) -> Form:
    """The same for a word of the corpus and for one that is asked for."""
    lemmas, parts, _ = packaged_language().analyse(key)
    return Form(lemmas or (key,), tuple(names[0] for names in parts) or (key,))


def prepared(entries: c.Iterable[Entry]) -> c.Iterator[Prepared]:
    """The sections that the public may see."""
    encode = msgspec.msgpack.Encoder().encode
    for entry in entries:
        if entry.visibility is Visibility.PUBLIC:
            for section in parts(entry)[1]:
                yield _prepared(section, encode(section))


def kept(sections: c.Iterable[Prepared], path: pathlib.Path) -> c.Iterator[Prepared]:
    """The same sections, while each is written to a file."""
    encode = msgspec.msgpack.Encoder().encode
    with path.open("wb") as file:
        for section in sections:
            encoded = encode(section)
            file.write(len(encoded).to_bytes(_SIZE) + encoded)
            yield section


def read(path: pathlib.Path) -> c.Iterator[Prepared]:
    """What `kept` has written."""
    decode = msgspec.msgpack.Decoder(Prepared).decode
    with path.open("rb") as file:
        while size := file.read(_SIZE):
            yield decode(file.read(int.from_bytes(size)))


def _prepared(section: Document, row: bytes) -> Prepared:
    facts = section.facts
    if facts.date is None or facts.forvaltning is None:
        raise ValueError(f"{facts.protocol_id} lacks what every invented protocol has")
    written: list[str] = []
    beside = [f"§{number}" for number in section.numbers]  # as the product's title has it
    for text in (section.title, section.text):
        last = -1
        for token in tokens(text):
            if token.position == last:
                beside.append(written.pop())
            written.append(token.key)
            last = token.position
        written.append(BAR)
    for key in beside:
        written += (key, BAR)
    forms = [form_of(key) for key in written]
    return Prepared(
        written=" ".join(written),
        lemmas=" ".join(name for form in forms for name in form.lemmas),
        parts=" ".join(name for form in forms for name in form.parts),
        forvaltning=facts.forvaltning,
        unions=facts.unions,
        topics=facts.topics,
        year=facts.date.year,
        day=facts.date.toordinal(),
        row=row,
    )
