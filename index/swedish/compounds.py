"""Compounds taken apart: which words a word is made of, and where each of them ends.

    arbetsmiljöronderna   arbets | miljö | ronderna
    busstopp              buss | stopp, or topp: of three equal letters one is left out
    utbildningsplattform  utbildnings | plattform: a word that is kept whole is so within others too

A word is parted where all of it is made of beginnings that the dictionary allows and an end that it
allows; the fewest parts win, and each part is parted in turn if it is itself a compound. So a
longer compound has the parts of each shorter one in it. A form is parted only if the word it is a
form of is: "vinklar" is no "vin" + "klar".
"""

import collections.abc as c
import functools
import typing as t

from index.swedish.inflections import likely_bases
from index.swedish.lexicon import Lexicon
from index.swedish.word_lists import WordLists

SHORTEST: t.Final = 5  # letters of a compound
LONGEST: t.Final = 60
SHORTEST_PART: t.Final = 3  # but for what our lists have
MOST_PARTS: t.Final = 5  # before they are parted in turn
# Shorter beginnings that are words.
SHORT: t.Final = frozenset({"år", "is", "ny", "el", "tv", "it", "hr"})

REMEMBERED: t.Final = 1 << 13


class Segment(t.NamedTuple):
    """A part as it stands in a word."""

    text: str  # with the letter that was left out, if one was
    end: int  # where it ends in the word
    words: tuple[str, ...]  # without its link; several where it may be read in more than one way


Segments: t.TypeAlias = tuple[Segment, ...]


class Splitter:
    """Takes words apart by a dictionary and our own lists."""

    def __init__(self, lexicon: Lexicon, lists: WordLists) -> None:
        self._lexicon = lexicon
        self._lists = lists
        self._with_irregular = frozenset(lists.irregular.values())
        self._firsts = frozenset(lists.first_parts).union(
            first
            for first in lexicon.firsts()
            if (len(first) >= SHORTEST_PART or first in SHORT) and first not in lists.never_first
        )
        self._starts = frozenset(first[:3] for first in self._firsts)
        self.split: t.Final = functools.lru_cache(REMEMBERED)(self._split)
        self.lemmas: t.Final = functools.lru_cache(REMEMBERED)(self._lemmas)
        self._is_last = functools.lru_cache(REMEMBERED)(self._may_be_last)

    def base(self, first: str) -> str:
        """The word that a beginning of a compound is a form of: arbets is of arbete."""
        if known := self._lists.first_parts.get(first) or self._lexicon.base(first):
            return known
        known_bases = (it for it in likely_bases(first) if it in self._lexicon.lemmas(it))
        return next(known_bases, first)

    def _lemmas(self, form: str) -> tuple[str, ...]:
        """The words that it is a form of, in order of the alphabet; none where nothing is known."""
        if form in self._lists.irregular:
            return (self._lists.irregular[form],)
        if form in self._with_irregular:
            return (form,)
        return self._lexicon.lemmas(form)

    def _split(self, word: str) -> Segments:
        """The parts of a folded word; one, itself, where it is no compound."""
        if word in self._lists.parted:
            return _placed(self._lists.parted[word], word)
        whole = (Segment(word, len(word), (word,)),)
        if not SHORTEST <= len(word) <= LONGEST or word in self._lists.keep:
            return whole
        lemmas = self.lemmas(word)
        for lemma in lemmas:
            if lemma in self._lists.keep:
                return whole
            if lemma in self._lists.parted:
                return _inflected(self.split(lemma), word) or whole
        if lemmas and word not in lemmas and not any(len(self.split(it)) > 1 for it in lemmas):
            return whole
        if word.endswith(self._lists.name_endings) and self._lexicon.is_name(word):
            return whole
        best = self._fewest(word, in_dictionary=bool(lemmas))
        return self._parted_in_turn(best) if best else whole

    def _fewest(self, word: str, *, in_dictionary: bool) -> Segments | None:
        """The fewest parts that the word can be made of, two at least."""
        # Of each place in the word the fewest beginnings that lead there.
        reached: dict[int, Segments] = {0: ()}
        best: Segments | None = None
        firsts, starts, length = self._firsts, self._starts, len(word)
        for place in range(length - 1):
            segments = reached.get(place)
            if segments is None:
                continue
            if segments and (last := self._last(word, place, segments[-1].text, in_dictionary)):
                best = min((*segments, last), best or (*segments, last), key=_rank)
            count = len(segments) + 1
            if count > MOST_PARTS or (best and count >= len(best)):
                continue
            shares = segments and _ends_double(segments[-1].text)
            for start in (place, place - 1) if shares else (place,):
                # Three letters rule most words out.
                if word[start : start + 3] not in starts and word[start : start + 2] not in SHORT:
                    continue
                for end in range(max(start + 2, place + 1), length):
                    if (text := word[start:end]) in firsts:
                        known = reached.get(end)
                        found = (*segments, Segment(text, end, ()))
                        if known is None or _rank(found) < _rank(known):
                            reached[end] = found
        return best

    def _last(self, word: str, place: int, before: str, in_dictionary: bool) -> Segment | None:
        """What the word ends with from there on, if a compound may."""
        rest = word[place:]
        readings = (rest,) if self._is_last(rest, in_dictionary) else ()
        if _ends_double(before) and self._is_last(word[place - 1 :], in_dictionary):
            readings = (word[place - 1 :], *readings)
        return Segment(readings[0], len(word), readings) if readings else None

    def _may_be_last(self, rest: str, in_dictionary: bool) -> bool:
        lists = self._lists
        if rest in lists.last_parts:
            return True
        if rest in lists.never_last:
            return False
        if len(rest) >= SHORTEST_PART and (self._lexicon.is_last(rest) or rest in lists.keep):
            return True
        lemmas = self.lemmas(rest)
        return not lists.last_parts.isdisjoint(lemmas) or (
            in_dictionary
            and (
                rest in lists.last_in_dictionary or not lists.last_in_dictionary.isdisjoint(lemmas)
            )
        )

    def _parted_in_turn(self, segments: Segments) -> Segments:
        parted: list[Segment] = []
        *firsts, last = segments
        for segment in firsts:
            base = self.base(segment.text)
            begins = segment.end - len(segment.text)
            inner = self.split(base)
            if len(inner) > 1 and inner[-2].end < len(segment.text):
                parted += [it._replace(end=begins + it.end) for it in inner[:-1]]
                text = segment.text[inner[-1].end - len(inner[-1].text) :]
                parted.append(Segment(text, segment.end, inner[-1].words))
            else:
                parted.append(segment._replace(words=(base,)))
        begins = last.end - len(last.text)
        inner = self.split(last.text)
        if len(inner) > 1 and len(last.words) == 1:
            parted += [it._replace(end=begins + it.end) for it in inner]
        else:
            parted.append(last)
        return tuple(parted)


def _placed(parts: c.Sequence[str], word: str) -> Segments:
    """The parts where they stand in the word; a letter is left out where three would be equal."""
    segments, end = list[Segment](), 0
    for part in parts:
        shared = end > 0 and not word.startswith(part, end) and word.startswith(part, end - 1)
        end += len(part) - shared
        segments.append(Segment(part, end, (part,)))
    return tuple(segments)


def _inflected(segments: Segments, form: str) -> Segments | None:
    """The same parts in another form of the word, which differs in the last of them."""
    if len(segments) == 1 or len(form) <= segments[-2].end:
        return None
    last = form[segments[-1].end - len(segments[-1].text) :]
    return (*segments[:-1], Segment(last, len(form), (last,)))


def _rank(segments: Segments) -> tuple[int, int]:
    """The fewest parts, and of as many the longest beginning: kultur, not kult."""
    return len(segments), -segments[0].end


def _ends_double(text: str) -> bool:
    """Whether what follows may have lost its first letter to the double one before it."""
    return len(text) > 2 and text[-1] == text[-2]
