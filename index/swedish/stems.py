"""Which forms of a word are the same word to the reader who searches.

Snowball's Swedish stemmer (the version that knows neuter -et), after a table of endings that it
leaves apart although protocols are full of them: protokollet, ärendet, frånvaron, skolan. The
table is of word ends, so that compounds follow: sjukfrånvaron, grundskolan, mötesprotokollet.
"""

import functools
import itertools
import re
import threading
import typing as t

import Stemmer

# "HSO:s" "APT:er" "SKR:s": what follows the colon is an ending.
_AFTER_COLON: t.Final = re.compile(r"(?<=[^\W\d]):[^\W\d]{1,4}$")

# The end of the word as written, and what it is an inflection of. Each was seen to be missed.
_ENDINGS: t.Final = {
    form: base
    for base, forms in {
        "protokoll": "protokollet protokollets protokollen protokollens",
        "ärende": "ärendet ärendets ärendena ärendenas ärenden ärendens",
        "möte": "mötena mötenas",
        "frånvaro": "frånvaron frånvarons",
        "närvaro": "närvaron närvarons",
        "skola": "skolan skolans",
        "fråga": "frågan frågans",
        "miljö": "miljön miljöns",
        "förbund": "förbundet förbundets",
        "område": "områdena områdenas",
        "villkor": "villkoren villkorens villkoret villkorets",
        "verksamhet": "verksamheternas",
        "medarbetare": "medarbetares",
        "schema": "scheman schemana schemat schemats",
        "fack": "facket fackets",
        "våld": "våldet våldets",
        "ledamot": "ledamöter ledamöterna ledamöternas",
        "stad": "städer städerna städernas",
        "semester": "semestrar semestrarna",
        "nyckel": "nycklar nycklarna nyckeln",
        "olycka": "olyckan olyckans",
        "policy": "policyn policyns",
        "medel": "medlen medlens",
    }.items()
    for form in forms.split()
}
_ENDING: t.Final = re.compile(f"(?:{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})$")
# Whole words only: as the end of a longer one they are something else.
_IRREGULAR: t.Final = {"barnet": "barn", "barnets": "barn", "böcker": "bok", "nytt": "ny"}


def _shared(form: str, base: str) -> int:
    """How many letters the two begin with in common."""
    same = (a == b for a, b in zip(form, base, strict=False))
    return sum(1 for _ in itertools.takewhile(bool, same))


# What a stem may end with, and how many letters of it the word as written has otherwise:
# ("ledamot", 2) for "ledamöter", which has only "ledam" in common with it.
_CHANGED: t.Final = frozenset(
    (base[:length], length - shared)
    for form, base in (_ENDINGS | _IRREGULAR).items()
    for shared in [_shared(form, base)]
    for length in range(shared + 1, len(base) + 1)
)

TABLES: t.Final = (_AFTER_COLON.pattern, _ENDINGS, _IRREGULAR)

_stemmers: t.Final = threading.local()  # a stemmer keeps a buffer, so each thread has its own


@functools.lru_cache(maxsize=1 << 17)
def stem(key: str) -> str:
    """The stem a folded word shares with its other forms; figures and § are their own."""
    if not key[:1].isalpha():
        return key
    word = _AFTER_COLON.sub("", key)
    word = _IRREGULAR.get(word) or _ENDING.sub(lambda ending: _ENDINGS[ending[0]], word)
    return t.cast(str, _stemmer().stemWord(word))


def root(stemmed: str) -> str:
    """What every word with that stem begins with: "beslut", but of "ledamot" only "ledam".

    Snowball only ever takes letters away from the end of a word; the tables also change some.
    """
    changed = (letters for end, letters in _CHANGED if stemmed.endswith(end))
    return stemmed[: len(stemmed) - max(changed, default=0)]


def _stemmer() -> Stemmer.Stemmer:
    if not hasattr(_stemmers, "swedish"):
        _stemmers.swedish = Stemmer.Stemmer("swedish")
    return _stemmers.swedish
