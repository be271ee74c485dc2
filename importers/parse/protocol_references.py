"""Where a section points at another protocol, or says that something in one was wrong.

"protokoll 2024-03-12 § 7", "§ 5 i protokollet från den 14 maj", "föregående protokoll § 4",
"FSG 2024-02-06, punkt 8", "protokoll nr 3/2024"; "Rättelse till protokoll 2024-03-12, § 7 ska
lyda …". A protocol that is only mentioned ("Föregående protokoll lades till handlingarna") points
nowhere. Where the previous protocol is gone through, a § that is put right is a § of that one.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t

from archive.model import ProtocolReference
from importers.parse import sentences
from importers.parse.dates import DateMention, find_dates

# "protokollet", "mötesprotokoll"; with what may stand before its date: "från den", "nr"
PROTOCOL: t.Final = re.compile(
    r"\b(?P<previous>(?:föregående|förra|senaste)\s(?:mötes|mötets|samverkans)?\s?)?"
    r"(?:mötes|samverkans|FSG-|CSG-)?protokoll(?:et|ets)?\b(?P<join>(?:\s(?:nr\.?|nummer|från|av|den"
    r"|daterat|för|med\sdatum|fört|till|vid|FSG|CSG|LSG|mötet|förvaltningsgruppen|samverkansgruppen"
    r"|samverkan|(?P<earlier>(?:föregående|förra|senaste)\s(?:möte|mötet|sammanträde|sammanträdet))"
    r"|sammanträdet|\w{2,4}dagen)\b){0,5})[\s(:]{0,2}",
    re.IGNORECASE,
)
# A meeting by its forum, whose point is then named: "FSG 2024-02-06, punkt 8"
FORUM: t.Final = re.compile(
    r"\b(?:FSG|CSG|LSG|SVG|[Cc]esam|förvaltningsgrupp(?:en|ens)?|samverkansgrupp(?:en|ens)?"
    r"|samverkan(?:smöte)?|skyddskommittén?|mötet|sammanträdet)(?:\s(?:den|från|av|\w{2,4}dagen)){0,3}\s"
)
_NUMBERS: t.Final = r"\d{1,3}(?:\s?(?:,|och|samt|–|-)\s?§?\s?\d{1,3}(?![\d-])){0,6}(?![\d/-])"
_POINT: t.Final = r"(?:§{1,2}\s?|(?:punkt(?:en|erna)?|paragraf(?:en|erna)?|ärende|p\.)\s)"
# After the date: ", § 7", " punkt 8", " (§§ 4 och 7)"
POINT_AFTER: t.Final = re.compile(
    rf"[\s,;:()]{{0,4}}{_POINT}(?P<numbers>{_NUMBERS})", re.IGNORECASE
)
# Before the protocol: "§ 5 i ", "punkt 3 från "
POINT_BEFORE: t.Final = re.compile(
    rf"(?<!\w){_POINT}(?P<numbers>{_NUMBERS})\s(?:i|ur|från|till|av)\s(?:det\s)?$", re.IGNORECASE
)
# A § by itself, in a sentence that puts something right: "Under § 9 ska det stå …"
POINT: t.Final = re.compile(rf"(?<!\w){_POINT}(?P<numbers>{_NUMBERS})", re.IGNORECASE)
# "nr 3", "3/2024", "4/24", "2024:3"
MEETING_NUMBER: t.Final = re.compile(r"(?:\d{1,2}[/:-](?:20)?\d\d|20\d\d[:/]\d{1,2})(?![\d/-])")
BARE_NUMBER: t.Final = re.compile(r"\d{1,2}(?![\d/.-]|\s[a-z])")
NUMBER_WORD: t.Final = re.compile(r"\b(?:nr|nummer)\b", re.IGNORECASE)

CORRECTS: t.Final = re.compile(
    r"\b(?:rättelse\w*|rätta[ts]|rättades|korriger\w+|felaktig\w*|feltolka\w*|felskriv\w*|lydelse"
    r"|(?:ska|skall|skulle|borde|bör)\s(?:det\s)?(?:rätteligen\s)?(?:lyda|stå|vara)|det\sska\sstå"
    r"|ändras\s(?:till|från)|fel\si|(?:står|stod|blev|blivit)\sfel)\b",
    re.IGNORECASE,
)
# A section that goes through the last protocol.
GOES_THROUGH: t.Final = re.compile(
    r"(?:föregående|förra|senaste|tidigare)\s(?:\w+\s){0,2}\w*protokoll|protokoll(?:et)?\s(?:från\s)?"
    r"(?:föregående|förra)|rättelse|protokollsgenomgång|genomgång\sav\sprotokoll",
    re.IGNORECASE,
)
BEFORE: t.Final = 40  # characters in which "§ 5 i" stands
WITHIN: t.Final = 32  # characters in which a date stands


@dc.dataclass(frozen=True, slots=True)
class _Which:
    """One protocol, as far as the text says which."""

    date: dt.date | None = None
    number: str | None = None


def find_protocol_references(
    title: str, text: str, held: dt.date | None
) -> tuple[ProtocolReference, ...]:
    """The references to other protocols in a section, in order, each once.

    `held` is the meeting's own day where it is certain: a date without a year then means the last
    such day before it. Without it the date stays unknown.
    """
    found: list[ProtocolReference] = []
    gone_through = _Which() if GOES_THROUGH.search(title) else None
    for sentence in (title, *_sentences(text)):
        corrects = CORRECTS.search(sentence) is not None
        here = list(_in_sentence(sentence, held, corrects=corrects))
        if here:
            gone_through = _Which(here[-1].date, here[-1].number)
        elif corrects and gone_through is not None:
            here = list(_put_right(sentence, gone_through))
        found += here
    pointing = (entry for entry in found if not _points_nowhere(entry))
    return tuple(dict.fromkeys(pointing))


def _points_nowhere(entry: ProtocolReference) -> bool:
    says_which = entry.date or entry.number or any(sign.isdigit() for sign in entry.text)
    return not says_which


def _in_sentence(
    sentence: str, held: dt.date | None, *, corrects: bool
) -> c.Iterator[ProtocolReference]:
    end = 0
    for found in sorted(
        [*PROTOCOL.finditer(sentence), *FORUM.finditer(sentence)], key=re.Match.start
    ):
        if found.start() < end:
            continue
        by_protocol = found.re is PROTOCOL
        which, at = _which(sentence, found, held)
        if which == _Which(held) and held is not None:
            continue  # the meeting's own
        start, numbers, at = _points(sentence, found.start(), at)
        previous = by_protocol and bool(found["previous"] or found["earlier"])
        dated = at > found.end() or which != _Which()
        if not (numbers if not by_protocol or not dated else True):
            continue
        if not dated and not (previous or (by_protocol and corrects)):
            continue
        end = at
        words = sentence[start:at].strip(" ,;:(")
        for number in numbers or (None,):
            yield ProtocolReference(words, which.date, which.number, number, corrects)


def _which(sentence: str, found: re.Match[str], held: dt.date | None) -> tuple[_Which, int]:
    """The protocol by its meeting's number or date, and where the words for it end."""
    at = found.end()
    if found.re is PROTOCOL:
        numbered = NUMBER_WORD.search(found["join"]) is not None
        number = MEETING_NUMBER.match(sentence, at) or (
            BARE_NUMBER.match(sentence, at) if numbered else None
        )
        if number and (numbered or not _date_at(sentence, at)):
            return _Which(number=number.group()), number.end()
    if mention := _date_at(sentence, at):
        return _Which(_day(mention, held)), at + mention.end
    return _Which(), found.end()


def _date_at(sentence: str, at: int) -> DateMention | None:
    """The date that begins there; a bare "3/10" is one after "den"."""
    before = "den "
    window = before + sentence[at : at + WITHIN]
    mention = next(find_dates(window), None)
    if mention is None or mention.start > len(before) or mention.impossible:
        return None
    shift = len(before)
    return dc.replace(mention, start=mention.start - shift, end=mention.end - shift)


def _day(mention: DateMention, held: dt.date | None) -> dt.date | None:
    """The date, its year the last in which the day lies before the meeting."""
    if mention.year or held is None:
        return mention.date
    this_year = mention.in_year(held.year)
    return this_year if this_year and this_year <= held else mention.in_year(held.year - 1)


def _points(sentence: str, start: int, end: int) -> tuple[int, tuple[int, ...], int]:
    """The §§ named with a protocol that stands at [start, end), and where all of it stands."""
    if after := POINT_AFTER.match(sentence, end):
        return start, _numbers(after["numbers"]), after.end()
    earliest = max(0, start - BEFORE)
    if before := POINT_BEFORE.search(sentence[earliest:start]):
        return earliest + before.start(), _numbers(before["numbers"]), end
    return start, (), end


def _put_right(sentence: str, which: _Which) -> c.Iterator[ProtocolReference]:
    """The §§ that a sentence corrects in the protocol that is gone through."""
    for found in POINT.finditer(sentence):
        for number in _numbers(found["numbers"]):
            yield ProtocolReference(found.group(), which.date, which.number, number, True)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))


def _sentences(text: str) -> c.Iterator[str]:
    for paragraph in sentences.paragraphs(text):
        for span in sentences.sentences(text, paragraph):
            yield text[span.start : span.end]
