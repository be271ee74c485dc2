"""Numbers that are being typed: "ks" and then "2025/1…" may become KS 2025/12 and KS 2025/117.

A number is a word of the vocabulary like any other, and all that begin alike lie side by side: so
do their places, and what stands before each of these is looked up in the places of that word.
"""

import collections
import collections.abc as c
import dataclasses as dc
import itertools
import re
import typing as t

import numpy as np

from archive.visibility import Audience
from index.engine import Kind, Numbered
from index.whoosh_engine.arrays import Array
from index.whoosh_engine.columns import FORVALTNING
from index.whoosh_engine.segment import Segment

# Groups of figures with signs between: "2025/12" "1.2.3-456/2022"; but not a day or a time
_NUMBER: t.Final = re.compile(
    r"(?!(?:19|20)\d\d-[01]\d-[0-3]\d$|\d\d?[.:]\d\d(?:-\d\d?[.:]\d\d)?$)"
    r"(?:[^\W\d_]{1,8}-?)?\d+(?:[./:-]\d+)+"
)
# Of the words that begin so, looked at for each that is asked for: some are days.
_FOR_EACH: t.Final = 8


class _Found(t.NamedTuple):
    """A number in a segment at one förvaltning."""

    longer: bool  # than what was begun
    age: int
    key: str
    number: Numbered


def numbers_begun(
    segments: c.Iterable[Segment],
    begun: c.Collection[tuple[str, str]],
    audience: Audience,
    limit: int,
) -> tuple[Numbered, ...]:
    """Those that begin in one of these ways, right after a certain word or ("") any."""
    every: dict[tuple[str | None, str], list[_Found]] = collections.defaultdict(list)
    for segment in segments:
        # The same number may have been begun in two ways.
        here = {
            (found.number.forvaltning, found.key): found
            for before, beginning in begun
            for found in _in_segment(segment, before, beginning, audience, limit)
        }
        for of, found in here.items():
            every[of].append(found)
    best = sorted(map(_together, every.values()), key=lambda it: (it.longer, it.age, it.key))
    return tuple(found.number for found in best[:limit])


def _in_segment(
    segment: Segment, before: str, beginning: str, audience: Audience, limit: int
) -> c.Iterator[_Found]:
    words, layout = segment.words, segment.words.layout
    some = words.vocabulary.beginning_with(beginning)
    if not some:
        return
    places = words.places(some.start, some.stop)
    numbers = np.repeat(np.arange(some.start, some.stop), words.place_counts(some.start, some.stop))
    if before:
        chosen = _right_after(segment, before, places)
        places, numbers = places[chosen], numbers[chosen]
    which, docs, _ = layout.documents_at(Kind.SECTION, places, layout.units_at(places))
    if (seen := segment.seen(audience, Kind.SECTION)) is not None:
        which, docs = which[seen[docs]], docs[seen[docs]]
    if not len(docs):
        return
    numbers = numbers[which]
    days = segment.days(Kind.SECTION, docs)
    of = words.columns[Kind.SECTION][FORVALTNING].codes[docs].astype(np.int64)
    groups = numbers.astype(np.int64) * (int(of.max()) + 1) + of
    newest_first = np.lexsort((-days, groups))
    _, first = np.unique(groups[newest_first], return_index=True)
    chosen = newest_first[first]
    is_longer = numbers[chosen] != words.vocabulary.find(beginning)
    ordered = chosen[np.lexsort((-days[chosen], is_longer))]
    keys = ((place, words.vocabulary[int(numbers[place])]) for place in ordered.tolist())
    some_keys = itertools.islice(keys, limit * _FOR_EACH)
    for place, key in itertools.islice((it for it in some_keys if _NUMBER.fullmatch(it[1])), limit):
        document = words.document(Kind.SECTION, int(docs[place]))
        protocols = layout.protocols_of(Kind.SECTION, docs[groups == groups[place]])
        number = Numbered(
            key,
            document.facts.protocol_id,
            document.ordinal or 0,
            document.facts.forvaltning,
            len(np.unique(protocols)),
        )
        yield _Found(key != beginning, -int(days[place]), key, number)


def _right_after(segment: Segment, word: str, places: Array) -> Array:
    """Which of the places stand right after the word."""
    number = segment.words.vocabulary.find(word)
    if number is None:
        return np.zeros(len(places), np.bool_)
    after = segment.words.places(number) + np.uint32(1)
    found = np.searchsorted(after, places)
    found[found == len(after)] = 0
    return t.cast(Array, after[found] == places)


def _together(found: c.Sequence[_Found]) -> _Found:
    """The newest of a number's, with the protocols of all."""
    newest = min(found, key=lambda it: it.age)
    count = sum(it.number.count for it in found)
    return newest._replace(number=dc.replace(newest.number, count=count))
