"""At what time a meeting began, and where.

The time stands under a label ("Tid: 13.00–15.00", "Kl.9:00", "kl 9-11") or in an opening line
("Tisdagen den 3 maj 2022 kl. 9.00–11.00 i Ekrummet"); dates are taken out first, for they have
full stops and ranges of their own. The place is what is printed: a room, an address, "Digitalt
möte via Teams". Where one label covers both, the place is what remains beside day and time.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from importers.parse.dates import find_dates
from importers.parse.header_blocks import Block
from importers.parse.header_labels import Kind

_HOUR: t.Final = r"(?:[01]?\d|2[0-3])"
_MINUTE: t.Final = r"[0-5]\d"
_UNTIL: t.Final = (
    rf"(?:\s*(?:[–—-]|till|t\.o\.m\.)\s*(?:kl\.?\s*)?{_HOUR}(?:[.:]?{_MINUTE})?(?!\d))"
)
# "kl. 13.00", "Kl.9:00", "kl 9-11", "klockan 8.30 till 10", "kl. 0900"
WITH_WORD: t.Final = re.compile(
    rf"\b(?:kl\.?|klockan)\s*(?:ca\.?\s*|cirka\s*)?(?P<hour>{_HOUR})(?:[.:]?(?P<minute>{_MINUTE}))?"
    rf"(?!\d){_UNTIL}?",
    re.IGNORECASE,
)
# "9.00–11.00", "13:00 - 15:00"; but not "3–5", "2.1–2.3" or "§§ 4–6"
RANGE: t.Final = re.compile(
    rf"(?<![\d.:,/–-])(?P<hour>{_HOUR})[.:](?P<minute>{_MINUTE})(?!\d){_UNTIL}", re.IGNORECASE
)
# Under a label only: "9-11", "13.00", "13:00:00", "8"
LABELLED: t.Final = re.compile(
    rf"(?<![\d.:,/–-])(?P<hour>{_HOUR})(?:[.:](?P<minute>{_MINUTE})(?::00)?)?(?![\d/]|[.:]\d){_UNTIL}?",
    re.IGNORECASE,
)
# Under a label only: "0900-1100"
COMPACT: t.Final = re.compile(
    rf"(?<!\d)(?P<hour>[01]\d|2[0-3])(?P<minute>{_MINUTE})\s?[–—-]\s?[012]\d{_MINUTE}(?!\d)"
)
GAP: t.Final = "\n"  # where a date or a time stood, and between lines
# What is said of the day and is no place.
DAY_WORDS: t.Final = re.compile(
    r"\b(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?|den|tid(?:punkt)?|datum|kl|klockan)\b\.?:?",
    re.IGNORECASE,
)
# A word or a form that places a line's end: "i Ekrummet", "Sammanträdesrum Eken", "via Teams"
PLACE_WORD: t.Final = re.compile(
    r"rum|sal\b|salen|lokal|huset|gatan|vägen|torg|plan\s\d|digital|teams|skype|zoom|distans|kansli"
    r"|konferens|kontor|plats",
    re.IGNORECASE,
)
PREPOSITION: t.Final = re.compile(
    r"(?:plats(?:en)?:?|i|på)\s+(?=[A-ZÅÄÖ]|\w*rum|\w*sal)", re.IGNORECASE
)
# "Möte i Ekrummet den 5 maj", "Mötet hölls digitalt via Teams"; but not "i Kulturhuset Ek"
ROOM: t.Final = re.compile(
    r"\b(?:(?:i|på)\s(?P<place>[A-ZÅÄÖ][\w-]*(?:rummet|salen|lokalen|huset))(?!\s[A-ZÅÄÖ]|\w)"
    r"|(?P<afar>(?:digitalt\s)?via\s(?:Teams|Skype|Zoom|länk)))"
)
# A line that is an address and nothing more: "Ekgatan 4, rum Eken", "Ekplan 6 samt Teams"
ADDRESS: t.Final = re.compile(
    r"(?:[^\W\d][\w\s-]{2,40},\s)?[A-ZÅÄÖ]\w*(?:gatan|vägen|plan|torget|gränd|backen)\s\d{1,3}\w?"
    r"(?:(?:,|\ssamt|\soch|\s/)\s[\w\s-]{2,40})?"
)


@dc.dataclass(frozen=True, slots=True)
class TimeAndPlace:
    """The start as "HH:MM" and the place as printed, each None where the header does not say."""

    time: str | None = None
    place: str | None = None


def find_time_place(blocks: c.Sequence[Block]) -> TimeAndPlace:
    """When and where the meeting was held: what labels say, else the title and other lines."""
    time = place = None
    for block in blocks:
        lines = GAP.join(line.text for line in block.lines)
        if block.kind in {Kind.TIME, Kind.TIME_AND_PLACE}:
            time = time or start_time(lines, labelled=True)
        if block.kind in {Kind.PLACE, Kind.TIME_AND_PLACE}:
            time = time or start_time(lines)
            place = place or _beside_time(lines)
    for text in (
        text for b in blocks if b.kind in {Kind.TITLE, Kind.TIME, Kind.REST} for text in _whole(b)
    ):
        if (found := start_time(text)) and found == (time or found):
            time = found
            place = place or _after_time(text)
    for text in (ln.text for b in blocks if b.kind is Kind.TITLE for ln in b.lines):
        place = place or _named_in(text)
    return TimeAndPlace(time, place)


def _whole(block: Block) -> c.Iterator[str]:
    """The block's lines, one that ends in a comma with the next."""
    text = ""
    for line in block.lines:
        text = f"{text} {line.text}" if text else line.text
        if not text.endswith(","):
            yield text
            text = ""
    if text:
        yield text


def start_time(text: str, *, labelled: bool = False) -> str | None:
    """The first time of day as "HH:MM"; a bare number is one only under a label."""
    found = _clock(_without_dates(text), labelled=labelled)
    return f"{int(found['hour']):02}:{found['minute'] or '00'}" if found else None


def _clock(text: str, *, labelled: bool) -> re.Match[str] | None:
    found = WITH_WORD.search(text) or RANGE.search(text)
    if found is None and labelled:
        found = COMPACT.search(text) or LABELLED.search(text)
    return found


def _without_dates(text: str) -> str:
    for mention in reversed(list(find_dates(text))):
        text = text[: mention.start] + GAP + text[mention.end :]
    return text


def _beside_time(text: str) -> str | None:
    """The first piece of the text that is neither day nor time; all of it where there is none."""
    without = _without_dates(text)
    timed = WITH_WORD.search(without) or RANGE.search(without)
    if timed is None and without == text:
        return _tidy(text.replace(GAP, " "))
    pieces = (without[: timed.start()] + GAP + without[timed.end() :] if timed else without).split(
        GAP
    )
    return next((place for piece in pieces if (place := _tidy(DAY_WORDS.sub("", piece)))), None)


def _after_time(text: str) -> str | None:
    """What follows the time on a line, where it names a place."""
    text = _without_dates(text)
    found = _clock(text, labelled=False)
    rest = text[found.end() :].split(GAP)[0] if found else ""
    names_place = PLACE_WORD.search(rest) or PREPOSITION.match(rest.strip(" ,."))
    return _tidy(rest) if names_place else None


def _named_in(text: str) -> str | None:
    """A room or a way of meeting that a sentence names: "… i Ekrummet den 5 maj"."""
    room = ROOM.search(text)
    if room is None and ADDRESS.fullmatch(text):
        return text
    return (room["place"] or room["afar"]) if room else None


def _tidy(piece: str) -> str | None:
    piece = piece.strip(" ,.;:–—-/|")
    if bare := PREPOSITION.match(piece):
        piece = piece[bare.end() :]
    return piece if re.search(r"[^\W\d_]{2}", piece) else None
