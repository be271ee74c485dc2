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

# "protokollet", "minnesanteckningarna"; with what may stand before the date: "från den", "nr"
PROTOCOL: t.Final = re.compile(
    r"\b(?P<previous>(?:föregående|förra|senaste)\s(?:mötes|mötets|samverkans)?\s?)?"
    r"(?:(?:mötes|samverkans|FSG-|CSG-)?protokoll(?:et|ets)?|(?:minnes|mötes)?anteckningar(?:na)?)\b"
    r"(?P<join>(?:\s(?:nr\.?|nummer|från|av|den"
    r"|daterat|för|med\sdatum|fört|till|vid|FSG|CSG|LSG|mötet|förvaltningsgruppen|samverkansgruppen"
    r"|samverkan|(?P<earlier>(?:föregående|förra|senaste)\s(?:möte|mötet|sammanträde|sammanträdet))"
    r"|sammanträdet|\w{2,4}dagen)\b){0,5})[\s(:]{0,2}",
    re.IGNORECASE,
)
# A meeting by its forum, whose point is then named: "FSG 2024-02-06, punkt 8"
FORUM: t.Final = re.compile(
    r"\b(?:FSG|CSG|LSG|SVG|Cesam|förvaltningsgrupp(?:en|ens)?|samverkansgrupp(?:en|ens)?"
    r"|samverkan(?:smöte)?|skyddskommittén?|mötet|sammanträdet)(?:\s(?:den|från|av|\w{2,4}dagen)){0,3}\s",
    re.IGNORECASE,
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
IN_IT: t.Final = re.compile(r"\si\s(?:protokollet|anteckningarna)\b")
# "nr 3", "3/2024", "4/24", "2024:3"
MEETING_NUMBER: t.Final = re.compile(r"(?:\d{1,2}[/:-](?:20)?\d\d|20\d\d[:/]\d{1,2})(?![\d/-])")
BARE_NUMBER: t.Final = re.compile(r"\d{1,2}(?![\d/-]|\.\d)")
# After a number the day may follow: "nr 5 från den 13 maj 2014"
AND_OF: t.Final = re.compile(r",?\s(?:(?:från|av|daterat)\s)?(?:den\s)?(?=\d)")
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
    in_title = list(_in_sentence(title, held, corrects=False))
    found: list[ProtocolReference] = []
    gone_through = _Which() if GOES_THROUGH.search(title) else None
    if in_title:
        gone_through = _Which(in_title[-1].date, in_title[-1].number)
    for sentence in _sentences(text):
        corrects = CORRECTS.search(sentence) is not None
        here = list(_in_sentence(sentence, held, corrects=corrects))
        if here:
            gone_through = _Which(here[-1].date, here[-1].number)
        elif gone_through is not None:
            gone_through = _held_then(sentence, held) or gone_through
            here = list(_points_in_it(sentence, gone_through, corrects=corrects))
        found += here
    pointing = [entry for entry in (found or in_title) if not _points_nowhere(entry)]
    return tuple(dict.fromkeys(entry for entry in pointing if not _said_better(entry, pointing)))


def _said_better(entry: ProtocolReference, others: c.Iterable[ProtocolReference]) -> bool:
    """Whether a protocol that is only named is pointed into by another reference."""
    return entry.section is None and any(
        other.section is not None and (other.date, other.number) == (entry.date, entry.number)
        for other in others
    )


def _held_then(sentence: str, held: dt.date | None) -> _Which | None:
    """The day in "Mötet den 20 mars.", where the last protocol is gone through."""
    for found in FORUM.finditer(sentence):
        mention = _date_at(sentence, found.end())
        if mention and (day := _day(mention, held)) and day != held:
            return _Which(day)
    return None


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
            day, end = None, number.end()
            joint = AND_OF.match(sentence, end)
            if joint and (mention := _date_at(sentence, joint.end())):
                day, end = _day(mention, held), joint.end() + mention.end
            return _Which(day, number.group()), end
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


def _points_in_it(sentence: str, which: _Which, *, corrects: bool) -> c.Iterator[ProtocolReference]:
    """The §§ of the protocol gone through that a sentence corrects, or places in it."""
    for found in POINT.finditer(sentence):
        if corrects or IN_IT.match(sentence, found.end()):
            for number in _numbers(found["numbers"]):
                yield ProtocolReference(found.group(), which.date, which.number, number, corrects)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))


def _sentences(text: str) -> c.Iterator[str]:
    for paragraph in sentences.paragraphs(text):
        for span in sentences.sentences(text, paragraph):
            yield text[span.start : span.end]
