"""Whether a word is a name: written with a capital where no sentence begins.

The vocabulary is folded, but what a hit shows is not: a few texts that have the word tell.
"""

import collections.abc as c
import itertools
import re
import typing as t

from archive.visibility import Audience
from index.engine import Kind
from index.swedish import tokens
from index.whoosh_engine.segment import Segment

# Texts looked at in each segment, and forms of a word that nobody has written so.
TEXTS: t.Final = 8
FORMS: t.Final = 3

# "… i dag. Larm" "• Larm" "Larm" at the beginning: any word has a capital there.
_BEGINS: t.Final = re.compile(r"(?:^|[.?!:•*”\"]|[–-]\s?|\n|\d[.)])\s*$")


def with_capitals(segments: c.Sequence[Segment], audience: Audience, query: str, typed: str) -> str:
    """The query with capitals for names among the words of it that were not typed."""
    known = {token.key for token in tokens(typed)}
    for token in reversed(list(tokens(query))):
        if (
            token.key not in known
            and token.key.isalpha()
            and _is_name(segments, audience, token.key)
        ):
            first = query[token.start].upper()
            query = f"{query[: token.start]}{first}{query[token.start + 1 :]}"
    return query


def _is_name(segments: c.Sequence[Segment], audience: Audience, key: str) -> bool:
    """Whether most of what the audience may see has it with a capital."""
    votes = [vote for segment in segments for vote in _votes(segment, audience, key)]
    return sum(votes) * 2 > len(votes)


def _votes(segment: Segment, audience: Audience, key: str) -> c.Iterator[bool]:
    number = segment.words.vocabulary.find(key)
    numbers = [] if number is None else [number]
    if not numbers and (group := segment.forms.lemmas.wider(key, None)):
        numbers = segment.forms.lemmas.members(*group).tolist()[:FORMS]
    for each in numbers:
        form = re.escape(segment.words.vocabulary[each])
        word = re.compile(rf"(?<![^\W_]){form}(?![^\W_])", re.IGNORECASE)
        docs = segment.words.lists[Kind.SECTION].of(each).docs
        for doc in segment.only_seen(audience, Kind.SECTION, docs)[-TEXTS:].tolist():
            text = segment.words.document(Kind.SECTION, doc).text
            for match in itertools.islice(word.finditer(text), TEXTS):
                written = match[0]
                before = text[max(match.start() - 8, 0) : match.start()]
                if not _BEGINS.search(before) and not written.isupper():
                    yield written[0].isupper()
