"""Where words stand one after the other.

A word's places are in order, so that a phrase is found by looking, for each place of its rarest
word, whether the others have the places that they would have. Phrases never reach from one title or
text into the next: the row of words has a gap there.
"""

import collections.abc as c

import numpy as np

from index.whoosh_engine.layout import Places
from index.whoosh_engine.words import Words

NO_PLACES = np.empty(0, np.uint32)


def phrase_places(words: Words, row: c.Sequence[c.Collection[int]]) -> Places:
    """Where words begin to stand in a row: of each place in it, the numbers of the words that may
    stand there."""
    if not all(row):
        return NO_PLACES
    by_count = sorted((sum(map(words.place_count, some)), place) for place, some in enumerate(row))
    begins: Places | None = None
    for _, place in by_count:
        places = places_of(words, row[place])
        if begins is None:
            begins = places[places >= place] - np.uint32(place)
            continue
        wanted = begins + np.uint32(place)
        found = np.searchsorted(places, wanted)
        found[found == len(places)] = 0
        begins = begins[places[found] == wanted]
        if not len(begins):
            break
    return NO_PLACES if begins is None else begins


def places_of(words: Words, numbers: c.Collection[int]) -> Places:
    """Where any of some words stands, in order."""
    if len(numbers) == 1:
        return words.places(*numbers)
    pieces = [words.places(number) for number in numbers]
    return np.unique(np.concatenate(pieces)) if pieces else NO_PLACES
