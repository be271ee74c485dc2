"""What Whoosh is told to keep: one document per section, and one per protocol as a whole.

    protocol     the id of the protocol it is, or is part of
    kind         "paragraf", "protokoll"
    title, text  the words as written, folded, with their positions
    date         "2024-03-12"
    forvaltning  its id
    union, topic ids, with commas between
    document     what a hit shows, as bytes

Words are cut once, by `index.swedish`, for Whoosh and for the side files alike. None of Whoosh's
analyzers sees them: those drop one-character tokens and English stop words, close the gaps they
leave, and know an older Swedish stemmer. Which forms belong together is decided elsewhere, so that
a better word list needs no new index. But what is kept is in Whoosh's own form, and its searcher,
phrases included, finds what ours does.
"""

import collections.abc as c
import functools
import typing as t

from whoosh import fields, formats
from whoosh.analysis import KeywordAnalyzer

from index.swedish import Cut

# Raise when a field, the words or the form of the files beside a segment change: an index with
# another number is rebuilt.
SCHEMA_VERSION: t.Final = 2


class Placed(t.NamedTuple):
    """Keys and where they stand, in order of position: the value of a field of `Words`."""

    keys: c.Sequence[str]
    positions: c.Sequence[int]


def placed(words: Cut, labels: c.Sequence[str] = ()) -> Placed:
    """The words for Whoosh, with labels where they begin: "§9" at the title's first position."""
    return Placed([*labels, *words.keys], [*(0 for _ in labels), *words.positions])


class Words(fields.TEXT):
    """A field of words that were cut before they came to Whoosh."""

    def __init__(self) -> None:
        # The analyzer serves those who ask through Whoosh's own query parser.
        super().__init__(analyzer=KeywordAnalyzer())

    def index(self, value: Placed, **_: t.Any) -> list[tuple[bytes, int, float, bytes]]:
        """What Whoosh keeps of each key: how often it stands there, its weight, its positions."""
        places: dict[str, list[int]] = {}
        for key, position in zip(value.keys, value.positions, strict=True):
            if key in places:
                places[key].append(position)
            else:
                places[key] = [position]
        return [
            (key.encode(), 1, 1.0, _at(stands[0]))
            if len(stands) == 1
            else (key.encode(), len(stands), float(len(stands)), _encode(stands))
            for key, stands in places.items()
        ]


def section_schema() -> fields.Schema:
    """The fields of the index."""
    return fields.Schema(
        protocol=fields.ID(),
        kind=fields.ID(),
        title=Words(),
        text=Words(),
        date=fields.ID(),
        forvaltning=fields.ID(),
        union=fields.KEYWORD(commas=True),
        topic=fields.KEYWORD(commas=True),
        document=fields.STORED(),
    )


_encode: t.Final = formats.Positions().encode


# Most words stand once in a section, and most sections have fewer positions than this.
@functools.lru_cache(maxsize=1 << 12)
def _at(position: int) -> bytes:
    return _encode([position])
