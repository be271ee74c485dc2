"""What is known of Swedish words, for everybody who searches: see `index.swedish.analysis`.

A word is looked up in our lists, then in the dictionary; a compound that neither knows has the
lemma of its last part, försörjningsstödet that of stödet; Snowball's stemmer comes last.
"""

import collections.abc as c
import functools
import importlib.metadata
import itertools
import pathlib
import re
import threading
import typing as t

import Stemmer

from archive.registry import Registries
from index.swedish.analysis import Analysis
from index.swedish.compounds import Splitter
from index.swedish.lexicon import Lexicon, load_lexicon
from index.swedish.segments import Segments
from index.swedish.tokens import ELLIPSIS
from index.swedish.word_lists import WordLists, word_lists

# Raise when the same lists and dictionary come to say something else of a word.
VERSION: t.Final = 3

# Words: some 50 MB.
REMEMBERED: t.Final = 1 << 15
PARTS_REMEMBERED: t.Final = 1 << 13

# "hso:s" "apt:er": what follows the colon is an ending.
_AFTER_COLON: t.Final = re.compile(r"(?<=[^\W\d]):[^\W\d]{1,5}$")

# Of words that are no compounds, but may share an end: "in- och utlåning".
_PREFIX: t.Final = re.compile(
    "av|bort|efter|fram|före|för|in|med|ned|ner|om|på|sam|till|under|upp|ut|vidare|åter|över"
)

_NOTHING: t.Final = Analysis()


class _Stemmer(threading.local):
    """Snowball's; each thread has its own, since one keeps a buffer."""

    def __init__(self) -> None:
        nothing_remembered = 0  # here too; to remember and forget takes longer than to stem
        stemmer = Stemmer.Stemmer("swedish", nothing_remembered)
        self.stem: t.Final[c.Callable[[str], str]] = stemmer.stemWord


class Language:
    """Swedish, by a dictionary and lists of words."""

    def __init__(self, lexicon: Lexicon, lists: WordLists) -> None:
        self._lexicon = lexicon
        self._lists = lists
        self._splitter = Splitter(lexicon, lists)
        self._stemmer = _Stemmer()
        # The words that a part is a form of, or what stands for them.
        self._names = functools.lru_cache(PARTS_REMEMBERED)(self._known_or_likely)
        self._opaque = {
            tuple(self._names_of(self._splitter.split(word))): (word,)
            for word in lists.opaque
            if self._splitter.is_compound(word)
        }
        self._opaque_firsts = frozenset(parts[0] for parts in self._opaque)
        stemmer = importlib.metadata.version("PyStemmer")
        self.version: t.Final = f"{VERSION}-{lexicon.version}-{lists.version}-{stemmer}"
        self.analyse: t.Final = functools.lru_cache(REMEMBERED)(self._analyse)
        # The names of a word's lemmas and parts, all together.
        self.names: t.Final = functools.lru_cache(REMEMBERED)(self._all_names)

    def _all_names(self, key: str) -> frozenset[str]:
        lemmas, parts, _ = self.analyse(key)
        return frozenset(itertools.chain(lemmas, *parts))

    def segments(self, key: str) -> Segments:
        """The parts of a word as they stand in it, also where nobody searches for them apart."""
        return self._splitter.split(key)

    def is_known(self, key: str) -> bool:
        """Whether the dictionary or our lists have the word, or words that it is made of."""
        return bool(self._splitter.lemmas(key)) or self._splitter.is_compound(key)

    def unfolded(self, key: str) -> tuple[str, ...]:
        """The words that are `key` without their å, ä and ö, compounds of two parts among them."""
        if found := self._lexicon.unfolded(key):
            return found
        found = tuple(
            first + last
            for place in range(3, len(key) - 2)
            for first, last in itertools.product(
                self._with_accents(key[:place]), self._with_accents(key[place:])
            )
            if first + last != key and self._splitter.is_compound(first + last)
        )
        return tuple(dict.fromkeys(found))

    def _analyse(self, key: str) -> Analysis:
        """What is known of a folded word, in the vocabulary or in a query."""
        if key.isalpha() and not key[0].isupper():
            return self._of_word(key)
        if ELLIPSIS in key:
            return self._of_ellipsis(key)
        if not key[:1].isalpha() or key[0].isupper():
            return _NOTHING
        if (word := _AFTER_COLON.sub("", key)) != key:
            inner = self._analyse(word)
            return inner._replace(ends=inner.ends and (*inner.ends[:-1], len(key)))
        if "-" in key and "--" not in key and not key.endswith("-"):
            return self._of_hyphenated(key)
        return Analysis((key,), ((key,),), (len(key),))

    def _of_word(self, key: str) -> Analysis:
        known, segments = self._splitter.look_up(key)
        if segments is None or len(segments) == 1:
            lemmas = known or self._likely(key)
            return Analysis(lemmas, (lemmas,), (len(key),))
        lemmas = self._lemmas(key, known, segments)
        return self._with_parts(lemmas, self._names_of(segments), [it.end for it in segments])

    def _with_parts(
        self, lemmas: tuple[str, ...], names: list[tuple[str, ...]], ends: list[int]
    ) -> Analysis:
        names, ends = self._with_opaque(names, ends)
        if len(names) == 1:
            return Analysis(lemmas, (lemmas,), (ends[-1],))
        return Analysis(lemmas, tuple(names), tuple(ends))

    def _lemmas(self, key: str, known: tuple[str, ...], segments: Segments) -> tuple[str, ...]:
        """Of a compound; those of its last part, with all before it, where none are known."""
        last = segments[-1].words[0]
        head = key[: len(key) - len(last)]
        if last in self._lists.irregular:
            return (head + self._lists.irregular[last],)
        return known or tuple(sorted([head + lemma for lemma in self._names(last)]))

    def _known_or_likely(self, word: str) -> tuple[str, ...]:
        return self._splitter.lemmas(word) or self._likely(word)

    def _likely(self, word: str) -> tuple[str, ...]:
        """The lemmas of a word that is not known, or its stem."""
        if word.endswith("s") and (known := self._splitter.lemmas(word[:-1])):
            return known
        return (self._stemmer.stem(word),)

    def _names_of(self, segments: Segments) -> list[tuple[str, ...]]:
        """Of each part the names it may have."""
        *firsts, last = segments
        named = [self._joined(segment.words, self._names_of_first) for segment in firsts]
        return [*named, self._joined(last.words, self._names)]

    @staticmethod
    def _joined(
        words: tuple[str, ...], names_of: c.Callable[[str], tuple[str, ...]]
    ) -> tuple[str, ...]:
        if len(words) == 1:
            return names_of(words[0])
        return tuple(sorted({name for word in words for name in names_of(word)}))

    def _names_of_first(self, base: str) -> tuple[str, ...]:
        """Nothing but itself where it is a word of its own: företag, not företaga."""
        names = self._names(base)
        return (base,) if base in names else names

    def _with_opaque(
        self, names: list[tuple[str, ...]], ends: list[int]
    ) -> tuple[list[tuple[str, ...]], list[int]]:
        """With one part in place of several that only together mean what they say."""
        if self._opaque_firsts.isdisjoint(names):  # nearly always
            return names, ends
        for parts, word in self._opaque.items():
            for first in range(len(names) - len(parts) + 1):
                last = first + len(parts)
                if tuple(names[first:last]) == parts:
                    names = [*names[:first], word, *names[last:]]
                    ends = [*ends[:first], *ends[last - 1 :]]
                    break
        return names, ends

    def _of_hyphenated(self, key: str) -> Analysis:
        pieces = key.split("-")
        names: list[tuple[str, ...]] = []
        ends: list[int] = []
        offset = 0
        for piece in pieces:
            analysis = self.analyse(piece)
            names += analysis.parts or ((piece,),)
            ends += [offset + end for end in analysis.ends or (len(piece),)]
            offset += len(piece) + 1
        lasts = self.analyse(pieces[-1]).lemmas or (pieces[-1],)
        head = key[: len(key) - len(pieces[-1])]
        lemmas = {head + last for last in lasts} | {head.replace("-", "") + last for last in lasts}
        return Analysis(tuple(sorted(lemmas)), tuple(names), tuple(ends))

    def _of_ellipsis(self, key: str) -> Analysis:
        """The word that an ellipsis stands for, if it stands for one."""
        begun, _, whole = key.partition(ELLIPSIS)
        if whole.startswith("-"):  # "arbetsmiljöfrågor och -ansvar"
            segments = self._splitter.split(begun)
            candidates = iter([(begun[: it.end], whole[1:]) for it in segments[-2::-1]])
        else:  # "individ- och familjeomsorg"
            candidates = self._with_ends_of(whole, begun.rstrip("-"))
        for head, tail in candidates:
            word = head + tail
            bounds = (it.end for it in self._splitter.split(word)[:-1])
            if self._splitter.lemmas(word) or len(head) in bounds:
                return self.analyse(word)._replace(ends=())
        return _NOTHING

    def _with_ends_of(self, whole: str, head: str) -> c.Iterator[tuple[str, str]]:
        """The beginning before what the other word may share with it, most of it first:
        korttids-frånvaro beside långtidsfrånvaro, but no kulturtids- beside fritidsförvaltning."""
        segments = self._splitter.split(whole)
        for place, segment in enumerate(segments[:-1]):
            tail = whole[segment.end :]
            between = whole[segment.end : segments[-2].end]
            if place == len(segments) - 2 or self._begins_compounds(head + between):
                yield head, tail
        prefix = _PREFIX.match(whole)
        if prefix and _PREFIX.fullmatch(head):  # "in- och utlåning"
            yield head, whole[prefix.end() :]

    def _begins_compounds(self, word: str) -> bool:
        return bool(self._lexicon.base(word) or self._splitter.lemmas(word))

    def _with_accents(self, piece: str) -> list[str]:
        found = [piece, *self._lexicon.unfolded(piece)]
        return [it for it in found if self.is_known(it) or self._lexicon.base(it)]


def load_language(own: c.Iterable[str] = (), cache: pathlib.Path | None = None) -> Language:
    """Swedish with an operator's own lines; raises ValueError for a line that says nothing.

    `cache`: the folder in which the unfolded dictionary is kept; the user's own where not given.
    """
    return Language(load_lexicon(cache), word_lists(own))


@functools.cache
def packaged_language() -> Language:
    """Swedish as shipped."""
    return load_language()


def language_of(registries: Registries) -> Language:
    """Swedish as shipped, with the lines of the operator's own."""
    return load_language(registries.words) if registries.words else packaged_language()
