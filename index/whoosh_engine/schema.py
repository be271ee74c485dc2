"""What Whoosh is told to keep of a document, and the number of that form.

Two fields hold the words as written, folded, with their positions: the language (which forms
belong together) is applied when asking, so that a better word list needs no new index. `row` is a
column: what filters, facets and rank need of every document, read once per segment. `document` is
what a hit shows, fetched only for the hits on the page.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from whoosh import columns, fields
from whoosh.analysis import Analyzer, Token

from index.documents import Facts
from index.swedish import tokens

# Raise when a field or the tokens change: an index with another number is rebuilt.
SCHEMA_VERSION: t.Final = 1

WORD_FIELDS: t.Final = ("title", "text")


class Replay(Analyzer):
    """Gives Whoosh the tokens that `index.swedish` made: a line per position, keys by spaces.

    Whoosh's own analyzers drop one-character tokens and English stop words, close the gaps they
    leave, and know an older Swedish stemmer.
    """

    def __call__(self, value: str, **options: t.Any) -> c.Iterator[Token]:
        token = Token(positions=True)
        token.boost = 1.0
        for position, line in enumerate(value.split("\n")):
            for key in line.split(" "):
                token.text, token.pos = key, position
                yield token


def schema() -> fields.Schema:
    """The fields of the index."""
    return fields.Schema(
        protocol=fields.ID(),
        title=fields.TEXT(analyzer=Replay()),
        text=fields.TEXT(analyzer=Replay()),
        row=fields.COLUMN(columns.VarBytesColumn()),
        document=fields.STORED(),
    )


@dc.dataclass(frozen=True, slots=True)
class Row:
    """A document's facts and how many words its fields have."""

    facts: Facts
    title_length: int
    text_length: int


def replayable(text: str, labels: c.Iterable[str] = ()) -> tuple[str | None, int]:
    """A text as `Replay` reads it, with labels at its first position, and how long it is in words.

    Text without any word is None, which Whoosh leaves out.
    """
    lines = [list(labels)]
    for token in tokens(text):
        if token.position == len(lines):
            lines.append([])
        lines[token.position].append(token.key)
    written = "\n".join(" ".join(keys) for keys in lines if keys)
    return written or None, len(lines)
