"""Where words stand one after the other.

A word's places are in order, so that a phrase is found by looking, for each place of its rarest
word, whether the others have the places that they would have. Phrases never reach from one title or
text into the next: the row of words has a gap there.
"""

import collections.abc as c

import numpy as np

from index.whoosh_engine.layout import Places
from index.whoosh_engine.words import Words


def phrase_places(words: Words, numbers: c.Sequence[int | None]) -> Places:
    """Where words with these numbers, None if there is no such word, begin to stand in a row."""
    standing = [
        (words.places(number), offset)
        for offset, number in enumerate(numbers)
        if number is not None
    ]
    if len(standing) < len(numbers):
        return np.empty(0, np.uint32)
    standing.sort(key=lambda word: len(word[0]))
    rarest, before = standing[0]
    begins = rarest[rarest >= before] - np.uint32(before)
    for places, offset in standing[1:]:
        wanted = begins + np.uint32(offset)
        found = np.searchsorted(places, wanted)
        found[found == len(places)] = 0
        begins = begins[places[found] == wanted]
    return begins
