"""Compounds taken apart: which words a word is made of, and where each of them ends.

    arbetsmiljöronderna   arbets | miljö | ronderna
    busstopp              buss | stopp, or topp: of three equal letters one is left out
    utbildningsplattform  utbildnings | plattform: a word that is kept whole is so within others too

A word is parted where all of it is made of beginnings that the dictionary allows and an end that it
allows; the fewest parts win, and each part is parted in turn if it is itself a compound. So a
longer compound has the parts of each shorter one in it. A form is parted only if the word it is a
form of is: "vinklar" is no "vin" + "klar".
"""

import bisect
import functools
import typing as t

from index.swedish.inflections import likely_bases
from index.swedish.lexicon import Lexicon, Said
from index.swedish.lexicon_files import trie_of
from index.swedish.segments import Segment, Segments, inflected, moved, placed, whole
from index.swedish.word_lists import WordLists

SHORTEST: t.Final = 5  # letters of a compound
LONGEST: t.Final = 60
SHORTEST_PART: t.Final = 3  # but for what our lists have
MOST_PARTS: t.Final = 5  # before they are parted in turn
# Shorter beginnings that are words.
SHORT: t.Final = frozenset({"år", "is", "ny", "el", "tv", "it", "hr"})

REMEMBERED: t.Final = 1 << 13

# Which compounds a word may end: none, those that the dictionary has, all.
NONE, IN_DICTIONARY, ALL = range(3)

# Beginnings that follow upon one another, and where in the word each of them ends.
Begun: t.TypeAlias = tuple[tuple[str, int], ...]


class Splitter:
    """Takes words apart by a dictionary and our own lists."""

    def __init__(self, lexicon: Lexicon, lists: WordLists) -> None:
        self._lexicon = lexicon
        self._lists = lists
        self._irregular = {lemma: (lemma,) for lemma in lists.irregular.values()}
        self._irregular |= {form: (lemma,) for form, lemma in lists.irregular.items()}
        firsts = [
            first
            for first in lexicon.firsts()
            if (len(first) >= SHORTEST_PART or first in SHORT) and first not in lists.never_first
        ]
        self._firsts = trie_of([*lists.first_parts, *firsts])
        short = {first for first in lists.first_parts if len(first) < SHORTEST_PART} - SHORT
        self._starts_of_short = frozenset(
            longer[:SHORTEST_PART] for first in short for longer in self._firsts.keys(first)
        )
        self._settled = lists.keep.union(lists.parted)
        self._ends_listed = {word: ALL for word in lists.keep if len(word) >= SHORTEST_PART}
        self._ends_listed |= dict.fromkeys(lists.never_last, NONE)
        self._ends_listed |= dict.fromkeys(lists.last_parts, ALL)
        self._ends_by_lemma = dict.fromkeys(lists.last_in_dictionary, IN_DICTIONARY)
        self._ends_by_lemma |= dict.fromkeys(lists.last_parts, ALL)
        self._parts = functools.lru_cache(REMEMBERED)(self._parts_of)
        self._inner = functools.lru_cache(REMEMBERED)(self._parts_of_first)
        self._ends = functools.lru_cache(REMEMBERED)(self._may_end)

    def base(self, first: str) -> str:
        """The word that a beginning of a compound is a form of: arbets is of arbete."""
        if known := self._lists.first_parts.get(first) or self._lexicon.base(first):
            return known
        known_bases = (it for it in likely_bases(first) if it in self._lexicon.lemmas(it))
        return next(known_bases, first)

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The words that it is a form of, in order of the alphabet; none where nothing is known."""
        if listed := self._irregular.get(form):
            return listed
        said = self._lexicon.said(form)
        return said.lemmas(form) if said else ()

    def split(self, word: str) -> Segments:
        """The parts of a folded word; one, itself, where it is no compound."""
        return self._parts(word) or whole(word)

    def is_compound(self, word: str) -> bool:
        """Whether a folded word has several parts."""
        return len(self._parts(word) or ()) > 1

    def look_up(self, word: str) -> tuple[tuple[str, ...], Segments | None]:
        """The lemmas of a folded word, and its parts; None where it is no compound.

        Nothing is remembered of the word: for one that is not asked for again.
        """
        said = self._lexicon.said(word)
        lemmas = self._irregular.get(word) or (said.lemmas(word) if said else ())
        return lemmas, self._parted(word, lemmas, said)

    def _parts_of(self, word: str) -> Segments | None:
        return self.look_up(word)[1]

    def _parted(self, word: str, lemmas: tuple[str, ...], said: Said | None) -> Segments | None:
        if word in self._settled:
            return placed(self._lists.parted[word], word) if word in self._lists.parted else None
        if not SHORTEST <= len(word) <= LONGEST:
            return None
        if lemmas:
            if not self._settled.isdisjoint(lemmas):
                return self._as_settled(word, lemmas)
            if word not in lemmas and not any(map(self.is_compound, lemmas)):
                return None
            if said and said.is_name and word.endswith(self._lists.name_endings):
                return None
        fewest = self._fewest(word, IN_DICTIONARY if lemmas else ALL)
        return self._parted_in_turn(*fewest, len(word)) if fewest else None

    def _as_settled(self, form: str, lemmas: tuple[str, ...]) -> Segments | None:
        """The parts of a form of a word that our lists have."""
        lemma = next(it for it in lemmas if it in self._settled)
        return None if lemma in self._lists.keep else inflected(self.split(lemma), form)

    def _fewest(self, word: str, needed: int) -> tuple[Begun, tuple[str, ...]] | None:
        """The fewest parts that the word can be made of, two at least: the beginnings, and what
        it ends with in each way that can be read."""
        # Of each place in the word the fewest beginnings that lead there.
        reached: dict[int, Begun] = {0: ()}
        best: Begun = ()
        best_lasts: tuple[str, ...] = ()
        most, beginnings_of = MOST_PARTS, self._firsts.prefixes
        places = [0]  # in order; those that are reached are put in while it is gone through
        for place in places:
            begun = reached[place]
            starts: tuple[int, ...] = (place,)
            if begun:
                if _ends_double(begun[-1][0]):
                    starts = (place, place - 1)
                if not best or _rank(begun) <= _rank(best):
                    lasts: tuple[str, ...] = ()
                    for start in starts:
                        if self._ends(word[start:]) >= needed:
                            lasts = (word[start:], *lasts)
                    if lasts:
                        best, best_lasts, most = begun, lasts, len(begun)
                if len(begun) >= most:
                    continue
            for start in starts:
                for first in beginnings_of(word[start:-2]):
                    if len(first) < SHORTEST_PART and not self._may_begin(word[start:], first):
                        continue
                    end = start + len(first)
                    found = (*begun, (first, end))
                    if end not in reached:
                        bisect.insort(places, end)
                    elif _rank(found) >= _rank(reached[end]):
                        continue
                    reached[end] = found
        return (best, best_lasts) if best else None

    def _may_begin(self, rest: str, first: str) -> bool:
        """Whether what is so short begins a part: yt-, where something longer begins alike."""
        return first in SHORT or rest[:SHORTEST_PART] in self._starts_of_short

    def _may_end(self, word: str) -> int:
        """Which compounds the word may end, by itself or as a form."""
        listed = self._ends_listed.get(word)
        if listed is not None:
            return listed
        said = self._lexicon.said(word)
        if said and said.is_last and len(word) >= SHORTEST_PART:
            return ALL
        ends = self._ends_by_lemma.get(word, NONE)
        for lemma in self._irregular.get(word) or (said.lemmas(word) if said else ()):
            ends = max(ends, self._ends_by_lemma.get(lemma, NONE))
        return ends

    def _parted_in_turn(self, begun: Begun, lasts: tuple[str, ...], length: int) -> Segments:
        parted: list[Segment] = []
        for first, end in begun:
            parted += moved(self._inner(first), end - len(first))
        if len(lasts) == 1 and self.is_compound(lasts[0]):
            parted += moved(self.split(lasts[0]), length - len(lasts[0]))
        else:
            parted.append(Segment(lasts[0], length, lasts))
        return tuple(parted)

    def _parts_of_first(self, first: str) -> Segments:
        """The parts of a beginning, each but the last as in the word that it is a form of."""
        base = self.base(first)
        *before, last = self.split(base)
        if not before or before[-1].end >= len(first):
            return (Segment(first, len(first), (base,)),)
        return (*before, Segment(first[last.end - len(last.text) :], len(first), last.words))


def _rank(begun: Begun) -> tuple[int, int]:
    """The fewest parts, and of as many the longest beginning: kultur, not kult."""
    return len(begun), -begun[0][1]


def _ends_double(first: str) -> bool:
    """Whether what follows may have lost its first letter to the double one before it."""
    return len(first) > 2 and first[-1] == first[-2]
