"""Invented Swedish words without end: which word each number stands for.

A corpus that recombines a fixed set of sentences stops giving new words; real archives never do.
Here a word is a number, and there is a word for every number, so that a generator of text need
only draw numbers from a distribution that has no end:

    phrase    function words and what always goes together: "och", "med anledning av"
    content   a lemma in one of five forms: möte mötet möten mötena mötets. The first lemmas are
              single words, the next are compounds of two parts (skol·möte), then three, then four
    name      surnames of two parts, and made-up names of places, systems and companies
    figure    amounts, shares, days, hours, paragraphs
    misread   a content word with a fault in it, as scanned pages give

The same number is always the same word; nothing here is drawn by lot.
"""

import enum
import itertools
import typing as t

import invented_parts as parts

FORMS: t.Final = 5
FAULTS: t.Final = 64  # ways in which one word is misread
FIGURES: t.Final = 8  # kinds of figures
LEMMAS: t.Final = 1 << 40  # as many as are told apart; the rest of the numbers begin anew

_ROOM: t.Final = 1 << 56  # for the numbers of each sort
# Prime to every number of compounds, so that multiplying by it shuffles them.
_SHUFFLE: t.Final = 1_000_003


class Sort(enum.IntEnum):
    """What sort of word a number stands for: `sort * _ROOM` is the first of them."""

    PHRASE = 0
    CONTENT = 1
    NAME = 2
    FIGURE = 3
    MISREAD = 4

    @property
    def first(self) -> int:
        """The number of the sort's first word."""
        return self * _ROOM


def _entries(written: str) -> list[str]:
    return [entry.strip() for entry in written.replace("\n", "|").split("|") if entry.strip()]


def _inflected(entry: str) -> list[str]:
    """The forms of "möte -t -n -na"; a form without "-" is written out, "-0" is the word itself."""
    base, *rest = entry.split()
    return [base, *(base + end[1:].strip("0") if end[0] == "-" else end for end in rest)]


def _noun(entry: str) -> tuple[str, ...]:
    forms = _inflected(entry)
    return (*forms, forms[1] if forms[1].endswith("s") else f"{forms[1]}s")


def _other(entry: str) -> tuple[str, ...]:
    return tuple(itertools.islice(itertools.cycle(_inflected(entry)), FORMS))


def _mixed(nouns: list[tuple[str, ...]], others: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """One verb or adjective after every second noun, while they last."""
    rest = iter(others)
    turns = ([noun, *itertools.islice(rest, place % 2)] for place, noun in enumerate(nouns))
    return [lemma for turn in turns for lemma in turn]


_weighed: t.Final = [entry.rsplit(" ", 1) for entry in _entries(parts.PHRASES)]
PHRASES: t.Final = [phrase for phrase, _ in _weighed]
PHRASE_WEIGHTS: t.Final = [float(weight) for _, weight in _weighed]

FIRSTS: t.Final = parts.FIRSTS.split()
NOUNS: t.Final = [_noun(entry) for entry in _entries(parts.NOUNS)]
SINGLE: t.Final = _mixed(NOUNS, [_other(entry) for entry in _entries(parts.OTHERS)])
PAIRS: t.Final = len(FIRSTS) * len(NOUNS)
_TRIPLES: t.Final = PAIRS * len(FIRSTS)
_QUADRUPLES: t.Final = _TRIPLES * len(FIRSTS)

_SURNAMES: t.Final = [
    (first + last).capitalize()
    for first, last in itertools.product(parts.SURNAME_FIRSTS.split(), parts.SURNAME_LASTS.split())
]
_SYLLABLES: t.Final = parts.SYLLABLES.split()
_NAME_ENDS: t.Final = parts.NAME_ENDS.split()


def word(number: int) -> str:
    """The word, or the few that go together, that a number stands for."""
    sort, place = divmod(number, _ROOM)
    return _MAKERS[sort](place)


def compound(first: int, noun: int) -> int:
    """The number of the lemma that such a first part and such a noun make."""
    place = first * len(NOUNS) + noun
    return len(SINGLE) + place * pow(_SHUFFLE, -1, PAIRS) % PAIRS


def content(lemma: int, form: int) -> str:
    """A lemma in one of its forms."""
    if lemma < len(SINGLE):
        return SINGLE[lemma][form]
    lemma -= len(SINGLE)
    if lemma < PAIRS:
        count, size = 1, PAIRS
    elif (lemma := lemma - PAIRS) < _TRIPLES:
        count, size = 2, _TRIPLES
    else:
        lemma -= _TRIPLES
        count, size = 3, _QUADRUPLES
    rest, noun = divmod(lemma * _SHUFFLE % size, len(NOUNS))
    written = NOUNS[noun][form]
    for _ in range(count):
        rest, first = divmod(rest, len(FIRSTS))
        written = FIRSTS[first] + written
    return written


def _content(place: int) -> str:
    return content(*divmod(place, FORMS))


def _name(place: int) -> str:
    half, is_made_up = divmod(place, 2)
    if is_made_up:
        half, end = divmod(half, len(_NAME_ENDS))
        half, syllable = divmod(half, len(_SYLLABLES))
        written = _SYLLABLES[syllable]
        while half:
            half, syllable = divmod(half - 1, len(_SYLLABLES))
            written += _SYLLABLES[syllable]
        return (written + _NAME_ENDS[end]).capitalize()
    if half < len(_SURNAMES):
        return _SURNAMES[half * _SHUFFLE % len(_SURNAMES)]
    former, latter = divmod(half - len(_SURNAMES), len(_SURNAMES))
    return f"{_SURNAMES[former % len(_SURNAMES)]}-{_SURNAMES[latter]}"


def _figure(place: int) -> str:
    value, kind = divmod(place, FIGURES)
    match kind:
        case 0:
            return f"{value // 10},{value % 10} miljoner kronor"
        case 1:
            return f"{value % 1000 / 10:.1f} %".replace(".", ",")
        case 2:
            return f"den {value % 28 + 1} {parts.MONTHS[value % 12]} {2014 + value % 13}"
        case 3:
            return f"§ {value % 40 + 1}"
        case 4:
            return f"kl. {7 + value % 12}.{value % 4 * 15:02}"
        case 5:
            return f"{value % 90 + 10} {value % 1000:03} kronor"
        case 6:
            return f"MBL § {(11, 19, 38)[value % 3]}"
        case _:
            return str(value + 1)


def _misread(place: int) -> str:
    written, fault = divmod(place, FAULTS)
    right = _content(written)
    for turn in range(len(parts.MISREADINGS)):
        letter, seen = parts.MISREADINGS[(fault + turn) % len(parts.MISREADINGS)]
        if (where := right.find(letter, fault % len(right))) >= 0:
            return right[:where] + seen + right[where + 1 :]
    return right[1:] or right


_MAKERS: t.Final = (PHRASES.__getitem__, _content, _name, _figure, _misread)
