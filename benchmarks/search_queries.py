"""The queries that search is measured by, chosen from the corpus itself, the same for all engines.

Eight classes, most of eight queries, by how many sections hold the words:

    rare      one word in about 16 sections        "Almbäck"
    common    one word in about 40 % of them       "beslut"
    and2      two words in 3–15 % each, both       "budget enkät"
    or3       three such words, any of them        "skola ELLER plan ELLER lön"
    phrase    words that stand in a row in 0.5–5 % of the sections
    prefix    the beginning of many words          "arbets*"
    filter    no word: a förvaltning since a year
    typed     what users type: one to three words, some in another form than the text has, function
              words among them, a phrase, a union chosen, a § or case number, a word found nowhere
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import random
import re
import typing as t

from corpus import YEARS
from corpus_counts import SAMPLE, Counts
from invented_words import PHRASES

from archive.registry import packaged
from archive.visibility import Audience
from index import Filters, Request
from index.swedish import FUNCTION_WORDS

EACH: t.Final = 8
EVERYWHERE: t.Final = Filters()
PREFIXES: t.Final = (
    *("arbets*", "kommun*", "skol*", "miljö*", "budget*", "bemannings*", "samverkans*", "lokal*"),
)
_RARE: t.Final = 16
_COMMON: t.Final = 0.40
_MIDDLING: t.Final = (0.03, 0.15)
_ROW: t.Final = (0.005, 0.05)
_SHORTEST: t.Final = 4  # letters of a word that is asked for
_CASE: t.Final = re.compile(r"\d{4}/\d+")
_HOLDING_TOGETHER: t.Final = FUNCTION_WORDS.union(*map(str.split, PHRASES))
_ENDINGS: t.Final = ("en", "et", "erna", "s", "ar")


@dc.dataclass(frozen=True, slots=True)
class Query:
    """What one reader asks for."""

    text: str
    filters: Filters = EVERYWHERE

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is chosen in a facet."""
        return self.filters != EVERYWHERE

    @property
    def request(self) -> Request:
        """As the site puts it to the engine for a reader who is not signed in."""
        return Request(self.text, Audience.PUBLIC, filters=self.filters)


Classes: t.TypeAlias = dict[str, tuple[Query, ...]]


def queries(counts: Counts, seed: int) -> Classes:
    """The classes in order, each with its queries."""
    lot = random.Random(seed)
    pool = _Pool(counts, lot)
    return {
        "rare": tuple(Query(pool.rare()) for _ in range(EACH)),
        "common": tuple(Query(word) for word in pool.common(EACH)),
        "and2": tuple(Query(" ".join(pool.middling(2))) for _ in range(EACH)),
        "or3": tuple(Query(" ELLER ".join(pool.middling(3))) for _ in range(EACH)),
        "phrase": tuple(Query(f'"{row}"') for row in pool.rows(EACH)),
        "prefix": tuple(map(Query, PREFIXES)),
        "filter": tuple(Query("", pool.place_and_time()) for _ in range(EACH)),
        "typed": tuple(_typed(pool, lot)),
    }


def _typed(pool: "_Pool", lot: random.Random) -> c.Iterator[Query]:
    for count in (1, 1, 2, 2, 3):
        yield Query(" ".join(pool.middling(count)))
    one, other = pool.middling(2)
    yield Query(f"frågan om {one}")
    yield Query(f"{pool.rare()} {other}")
    for word in pool.middling(2):
        yield Query(pool.otherwise_inflected(word))
    (row,) = pool.rows(1)
    yield Query(f'"{row}" {one}')
    for union in lot.sample(list(packaged().unions)[:8], 2):
        yield Query(lot.choice(pool.common(4)), Filters(unions=(union,)))
    yield Query(f"§ {lot.randint(4, 12)} {other}")
    yield Query(pool.case())
    yield Query(f"{one} xylofonbrygga")
    yield Query(f"{lot.choice(pool.common(4))} {one} {other}")


class _Pool:
    """Words to ask for, drawn in the same order for the same corpus."""

    def __init__(self, counts: Counts, lot: random.Random) -> None:
        self._counts = counts
        self._lot = lot
        self._written: dict[str, str] = {}
        for key, stemmed in sorted(counts.forms.items(), key=lambda form: (len(form[0]), form[0])):
            if _can_be_asked_for(key):
                self._written.setdefault(stemmed, key)
        words = sorted(self._written)
        self._rare = sorted(
            (stem for stem in words if _RARE * 0.6 <= counts.holding[stem] <= _RARE * 1.5),
            key=lambda stem: (abs(counts.holding[stem] - _RARE), stem),
        )[:200]
        least, most = _MIDDLING
        self._middling = [stem for stem in words if least <= counts.share(stem) <= most]
        self._cases = [
            f"{former.upper()} {number}"
            for former, number in sorted(row for row in counts.rows if len(row) == 2)
            if former.isalpha() and _CASE.fullmatch(number)
        ]
        self._common = sorted(words, key=lambda stem: (abs(counts.share(stem) - _COMMON), stem))

    def rare(self) -> str:
        """A word in about sixteen sections."""
        return self._form(self._lot.choice(self._rare))

    def common(self, count: int) -> list[str]:
        """The words nearest to standing in two sections of five."""
        return [self._form(stem) for stem in self._common[:count]]

    def middling(self, count: int) -> list[str]:
        """Words that a good many sections hold."""
        return [self._form(stem) for stem in self._lot.sample(self._middling, count)]

    def otherwise_inflected(self, word: str) -> str:
        """The word with an ending that makes it another form, or no Swedish at all."""
        return word + self._lot.choice(_ENDINGS)

    def rows(self, count: int) -> list[str]:
        """Rows of words that begin and end with a word of substance."""
        sample = min(self._counts.sections, SAMPLE)
        least, most = (share * sample for share in _ROW)
        fitting = sorted(
            row
            for row, holding in self._counts.rows.items()
            if least <= holding <= most and all(map(_can_be_asked_for, (row[0], row[-1])))
        )
        return [" ".join(row) for row in self._lot.sample(fitting, count)]

    def case(self) -> str:
        """The number of a case."""
        return self._lot.choice(self._cases)

    def place_and_time(self) -> Filters:
        """A förvaltning, since the first of January of some year."""
        forvaltning = self._lot.choice(list(packaged().forvaltningar))
        earliest = dt.date(self._lot.choice(YEARS[:-4]), 1, 1)
        return Filters(forvaltningar=(forvaltning,), earliest=earliest)

    def _form(self, stem: str) -> str:
        return self._written[stem]


def _can_be_asked_for(key: str) -> bool:
    return key.isalpha() and len(key) >= _SHORTEST and key not in _HOLDING_TOGETHER
