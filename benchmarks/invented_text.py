"""Invented running text: which words follow, by lot but always the same for a seed.

What matters to a search engine is how words are spread, and these are spread as in real text:

- frequencies fall as 1/rank for the commonest content words and faster from there on, without an
  end (Zipf and Mandelbrot's law with two slopes, after Gerlach and Altmann). From that follows
  Heaps' law: the vocabulary grows with the text, ever more slowly and never to a stop;
- a word that has been used in a section is likely to be used in it again;
- a section has a subject, whose words it holds more of than others do;
- names, figures and misread words keep coming.

What is not real: a sentence has no grammar and no meaning, and which word follows which is by lot,
but for the phrases that `invented_words` keeps together and the turns of `invented_sections`.
"""

import collections.abc as c
import dataclasses as dc
import itertools
import typing as t

import invented_words as words
import numpy as np
import numpy.typing as npt
from invented_words import FAULTS, FIGURES, FORMS, LEMMAS, Sort

Numbers: t.TypeAlias = npt.NDArray[np.int64]

# A section's body in words: log-normal. With turns of phrase and questions a section comes to some
# 120 words, and to a median of some 700 characters.
MEDIAN_LENGTH: t.Final = 94
LENGTH_SPREAD: t.Final = 0.68
SENTENCE: t.Final = 13  # words on average
SHORTEST: t.Final = 4
LONGEST: t.Final = 3000

# The shares of what a word is; the rest is content.
SHARES: t.Final = {Sort.PHRASE: 0.56, Sort.NAME: 0.010, Sort.FIGURE: 0.012, Sort.MISREAD: 0.001}
SUBJECT: t.Final = 0.10  # of the content words: of the section's subject
AGAIN: t.Final = 0.25  # of the content words and names: one that stands a little before
FORM_SHARES: t.Final = (0.36, 0.27, 0.19, 0.11, 0.07)


class Slopes(t.NamedTuple):
    """Frequency by rank: 1/(rank + shift) to the knee, then rank ** -tail for ever."""

    knee: int
    shift: float
    tail: float

    def draw(self, random: np.random.Generator, count: int, most: int) -> Numbers:
        """So many ranks, from 0."""
        head = np.cumsum(1 / (np.arange(1, self.knee + 1) + self.shift))
        beyond = 1 / (self.tail - 1)  # the area under the tail, which begins at height 1/knee
        drawn = random.random(count) * (head[-1] + beyond)
        far = np.maximum((drawn - head[-1]) / beyond, 1e-12)
        # The tail has no end: the rarer, the farther apart, and few of its ranks are drawn twice.
        tail = np.minimum(self.knee * far ** (-1 / (self.tail - 1)), float(most - 1))
        ranks = np.where(drawn < head[-1], np.searchsorted(head, drawn), tail)
        return t.cast(Numbers, ranks.astype(np.int64))


CONTENT: t.Final = Slopes(knee=8000, shift=2.5, tail=1.65)
NAMES: t.Final = Slopes(knee=600, shift=4.0, tail=1.7)


@dc.dataclass(frozen=True, slots=True)
class Texts:
    """The sentences of a row of sections, each a list of words without capital or full stop."""

    sentences: list[list[str]]
    starts: list[int]  # where each section's sentences begin, and the end of the last

    def of(self, section: int) -> list[list[str]]:
        """A section's sentences; at least one."""
        return self.sentences[self.starts[section] : self.starts[section + 1]]


# Lemmas of which each subject has more than its share, the commonest first.
Subjects: t.TypeAlias = c.Sequence[c.Sequence[int]]


class Writer:
    """Writes the bodies of sections, many at a time."""

    def __init__(self, subjects: Subjects) -> None:
        """`subjects`: for each the lemmas that belong to it, equally many."""
        self._subjects = np.array(subjects, dtype=np.int64)
        self._phrases = np.cumsum(words.PHRASE_WEIGHTS) / sum(words.PHRASE_WEIGHTS)
        self._forms = np.cumsum(FORM_SHARES)
        common = range(Sort.CONTENT.first, Sort.CONTENT.first + (words.PAIRS // 2) * FORMS)
        self._common = [words.word(number) for number in common]

    def write(self, random: np.random.Generator, subjects: Numbers, scale: Numbers) -> Texts:
        """A body for each section, about the subject given, its length times the scale."""
        lengths = random.lognormal(np.log(MEDIAN_LENGTH), LENGTH_SPREAD, len(subjects)) * scale
        counts = np.clip(lengths, 4, LONGEST).astype(np.int64)
        ends = np.cumsum(counts)
        numbers = self._numbers(random, np.repeat(subjects, counts))
        self._repeat(random, numbers, np.repeat(ends - counts, counts))
        return self._sentences(random, [self._word(n) for n in numbers.tolist()], ends)

    def _numbers(self, random: np.random.Generator, subjects: Numbers) -> Numbers:
        """A word for each place, whose section's subject is given."""
        size = len(subjects)
        sorts = np.searchsorted(np.cumsum([*SHARES.values()]), random.random(size))
        content = self._content(random, subjects)
        # In the order of SHARES; what is left over is content.
        drawn = [
            self._phrase(random, size),
            Sort.NAME.first + NAMES.draw(random, size, LEMMAS),
            Sort.FIGURE.first + _figures(random, size),
            Sort.MISREAD.first + content * FAULTS + random.integers(0, FAULTS, size),
            Sort.CONTENT.first + content,
        ]
        return np.choose(sorts, drawn)

    def _phrase(self, random: np.random.Generator, size: int) -> Numbers:
        return np.searchsorted(self._phrases, random.random(size))

    def _content(self, random: np.random.Generator, subjects: Numbers) -> Numbers:
        size = len(subjects)
        lemmas = CONTENT.draw(random, size, LEMMAS)
        own = random.random(size) < SUBJECT
        place = (random.random(size) ** 2 * self._subjects.shape[1]).astype(np.int64)
        lemmas = np.where(own, self._subjects[subjects, place], lemmas)
        return lemmas * FORMS + np.searchsorted(self._forms[:-1], random.random(size))

    def _repeat(self, random: np.random.Generator, numbers: Numbers, starts: Numbers) -> None:
        """Put earlier words of the same section in place of some."""
        earlier = np.arange(len(numbers)) - random.integers(1, 40, len(numbers))
        again = (random.random(len(numbers)) < AGAIN) & (earlier >= starts)
        again &= numbers >= Sort.CONTENT.first
        again[again] &= numbers[earlier[again]] >= Sort.CONTENT.first
        numbers[again] = numbers[earlier[again]]

    def _word(self, number: int) -> str:
        place = number - Sort.CONTENT.first
        return self._common[place] if 0 <= place < len(self._common) else words.word(number)

    def _sentences(self, random: np.random.Generator, written: list[str], ends: Numbers) -> Texts:
        """Cut the words into sentences, none of which runs on into another section."""
        lengths = SHORTEST + random.poisson(SENTENCE - SHORTEST, len(written) // SHORTEST + 1)
        within = np.cumsum(lengths)
        stops = np.union1d(within[within < len(written)], ends)
        starts = [0, *np.searchsorted(stops, ends, side="right").tolist()]
        bounds = itertools.pairwise([0, *stops.tolist()])
        return Texts([written[first:last] for first, last in bounds], starts)


def _figures(random: np.random.Generator, size: int) -> Numbers:
    """Of all kinds alike; small amounts are common, and there is no largest."""
    amounts = random.random(size) ** -1.2 * random.integers(1, 40, size)
    kinds = random.integers(0, FIGURES, size)
    return t.cast(Numbers, np.minimum(amounts, LEMMAS).astype(np.int64) * FIGURES + kinds)
