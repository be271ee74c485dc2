"""Where sentences end in minutes: what a passage is cut at.

Many a full stop ends nothing, whatever comes after it: "bl.a. Kommunal", "kl. 13.00", "dnr. HÄ
2030/118", "ärende 15. Remiss", "Anna B. Ek". A colon ends nothing either, for before it stands who
says what follows.
"""

import collections.abc as c
import functools
import re
import typing as t

# "… på avdelningen. Vision undrar …" "… klart?” Svar" "… enheter. 14 personer"; but not "13.00",
# "… klart? (Vision)", "a.b"
_MAY_END: t.Final = re.compile(
    r"(?P<sign>[.!?…])[.!?…]*+[”\"»)\]]*+(?P<space>\s++)(?=[\"”“»«•§–—-]*\s?[A-ZÅÄÖÉ0-9§•])"
)
# "bl.a." "t.o.m." "f.d."; but not "13.00."
_DOTTED: t.Final = re.compile(r"[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+\.")
# "Anna B. Ek" "P.O. Ek" "bl. a."
_LETTER: t.Final = re.compile(r"(?:[^\W\d_]\.)+")
_NUMBER: t.Final = re.compile(r"\d{1,3}\.")
# "m.m." ends what it stands in as often as not; a capital after it says that it did.
_MAY_BE_LAST: t.Final = frozenset({"m.m.", "m.fl.", "o.d.", "o.dyl.", "o.s.v."})
_NEVER_LAST: t.Final = """
    adm. akad. ang. avd. avs. bet. bil. bitr. c:a ca. diarienr. dir. dnr. dr. dvs. ekon. enl. ev.
    ex. exkl. förv. inkl. jfr. jmf. kap. kl. mom. nr. ordf. pga. pkt. prop. prot. repr. resp. sekr.
    sid. skr. stf. tel. tf. tfn. tjf.
"""
# Only before a figure: "s. 14", "den 3 jan. 2030", but "ca 40 st. Arbetsgivaren".
_BEFORE_FIGURE: t.Final = """
    s. st. max. min. jan. feb. mar. apr. jun. jul. aug. sep. sept. okt. nov. dec. ver. rev.
"""
_ABBREVIATIONS: t.Final = frozenset(_NEVER_LAST.split())
_UNITS: t.Final = frozenset(_BEFORE_FIGURE.split())
# A number after one of these is its name: "ärende 8. Remiss".
_NUMBERED: t.Final = frozenset({"ärende", "punkt", "fråga", "nr", "bilaga", "den", "kap"})
# As far before a full stop as matters to what it is.
_BEFORE: t.Final = 40


class Sentence(t.NamedTuple):
    """From its first letter to behind its last sign."""

    start: int
    end: int


def sentences(text: str, start: int, end: int) -> c.Iterator[Sentence]:
    """The sentences of a paragraph, which stands between the two places, without space round it."""
    first = start
    for found in _MAY_END.finditer(text, start, end):
        stop, following = found.span("space")
        if found["sign"] != "." or _ends(text, first, found.start() + 1, following):
            yield Sentence(first, stop)
            first = following
    if first < end:
        yield Sentence(first, end)


def _ends(text: str, first: int, stop: int, following: int) -> bool:
    """Whether a full stop ends the sentence that begins at `first`."""
    before = text[max(first, stop - _BEFORE) : stop].split()
    last = before[-1].lstrip('(”"»[') if before else "."
    if _NUMBER.fullmatch(last):
        return not _is_name(before)
    return not (_is_abbreviation(last) or (last.lower() in _UNITS and text[following].isdecimal()))


def _is_name(words: c.Sequence[str]) -> bool:
    """Whether the number that they end with is what something is called, or of a list's point."""
    if words[-2:-1] == ["§"]:  # of this protocol, if nothing before it says otherwise
        return len(words) == 2
    return len(words) == 1 or words[-2].lower() in _NUMBERED


@functools.lru_cache(1 << 12)
def _is_abbreviation(word: str) -> bool:
    if word.lower() in _MAY_BE_LAST:
        return False
    return word.lower() in _ABBREVIATIONS or bool(
        _DOTTED.fullmatch(word) or _LETTER.fullmatch(word)
    )
