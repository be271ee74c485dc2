"""Where paragraphs and sentences begin and end in Swedish minutes.

Minutes are full of full stops that end nothing: "kl. 13.00", "bl.a.", "S. 14, 3 stycket", "ärende
15. Remiss", "Anna B. Ek". And where a file has lost its paragraph breaks, a new speaker begins in
the middle of a line: "… till våren Arbetsgivarens svar: …". What is quoted from a document is
another's words and never ends the sentence that quotes it.
"""

import bisect
import collections.abc as c
import re
import typing as t

from archive.model import Span

PARAGRAPH: t.Final = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
CELL: t.Final = re.compile(r"\s\|\s")  # between the cells of a table row
# "• Den 19 maj" "- Hur går det" "– Hur går det" "* Lokaler"; but not "-5 grader"
BULLET: t.Final = re.compile(r"\s*[•·▪‣◦*–—-]\s+(?=\S)")
# A list number is no sentence of its own: "1. Hur", "a) Hur", "2) Hur"
LIST_NUMBER: t.Final = re.compile(r"\s*(?:\d{1,2}[.)]|[a-zåäö]\))\s+(?=\S)")

# What may end a sentence, with closing quotes and brackets, and what may begin the next.
# Who asked may stand after the question mark: "Hur går det? (Vision)".
END: t.Final = re.compile(
    r"(?<![.!?…])[.!?…]++[”\"“»)\]]*+(?=\s+[•(\[”\"“»«–—-]*\s?[A-ZÅÄÖÉ0-9])(?!\s+[(/][^()]{1,40}\)?\.?$)"
)
# Never the end: "t.ex. Vision", "enl. Kommunal", "Akad. SSR"
ABBREVIATION: t.Final = re.compile(
    r"(?:\b(?:t\.\s?ex|ex|bl\.\s?a|s\.\s?k|f\.\s?d|d\.\s?v\.\s?s|dvs|p\.\s?g\.\s?a|pga|fr\.\s?o\.\s?m"
    r"|t\.\s?o\.\s?m|o\.\s?dyl|enl|ang|avs|resp|inkl|exkl|ev|jfr|jmf|tf|bitr|avd|adm|akad|akademikerförb"
    r"|repr|ordf|sekr|prop|bet|dir|skr|st|mån|tis|ons|tors|fre))\.$",
    re.IGNORECASE,
)
INITIAL: t.Final = re.compile(r"(?:^|\s)(?:[A-ZÅÄÖ]\.)+$")  # "Anna B. Ek", "P.O. Ek"
# Only before a number: "S. 14", "kl. 13", "nr. 4", "dnr. 123-2020", "ca. 40"
BEFORE_NUMBER: t.Final = re.compile(
    r"\b(?:s|sid|sidan|kap|kl|nr|dnr|diarienr|tel|tfn|ca|c:a|p|pkt|mom|max|min|rev|ver)\.$",
    re.IGNORECASE,
)
# A number that names something: "ärende 8. Remiss", "§ 7. Lokaler"; but not "år 2025. Svar"
NUMBERED: t.Final = re.compile(
    r"(?<!\w)(?:ärende|punkt|fråga|nr|§+|bilaga|den)\s*\d{1,3}\.$", re.IGNORECASE
)
# "… se protokoll 1/2024 § 12.", "enligt MBL § 11.": a § of something else has no title after it.
OF_ANOTHER: t.Final = re.compile(
    r"(?:protokoll\w*|\d/\d{4}|\d{4}-\d\d-\d\d|MBL|AML|LAS|lagen|enligt),?\s§+\s*\d{1,3}\.$",
    re.IGNORECASE,
)
LONGEST_ABBREVIATION: t.Final = 24  # characters
ONLY_NUMBER: t.Final = re.compile(r"\s*(?:[•–—-]\s*)?\d{1,2}\.$")

# A speaker begins although nothing ended before: the paragraph break is lost.
# "… till våren Arbetsgivarens svar: …" "… inte klart Arbetsgivaren svarade att …"
LOST_BREAK: t.Final = re.compile(
    r"(?<=\S)\s+(?=(?:Arbetsgivarens\s+svar|AG:s\s+svar|Svar(?:\s+från\s+\w+)?|Fråga(?:\s+från\s+\w+)?)"
    r"\s*:|(?:Arbetsgivaren|AG)\s+(?:svarar|svarade|besvarar|besvarade)\b)"
)

QUOTE_MARK: t.Final = re.compile(r"[”\"“„»«]")
LONGEST_QUOTE: t.Final = 1500  # characters; what opens and does not close by then is a stray mark


def paragraphs(text: str) -> c.Iterator[Span]:
    """The paragraphs of a section's text and the cells of its tables, without what parts them."""
    for found in PARAGRAPH.finditer(text):
        marks = list(CELL.finditer(text, *found.span()))
        starts = [found.start(), *(mark.end() for mark in marks)]
        ends = [*(mark.start() for mark in marks), found.end()]
        for start, end in zip(starts, ends, strict=True):
            span = trim(text, Span(start, end))
            if span.start < span.end:
                yield span


def sentences(text: str, within: Span, quotes: c.Sequence[Span] = ()) -> c.Iterator[Span]:
    """The sentences of one paragraph, each without the white space around it."""
    start = within.start
    for end in sorted({*_ends(text, within), *_lost_breaks(text, within)}):
        if not _inside(quotes, end) and _ends_something(text, start, end):
            yield trim(text, Span(start, end))
            start = end
    last = trim(text, Span(start, within.end))
    if last.start < last.end:
        yield last


def quoted(text: str) -> tuple[Span, ...]:
    """What stands between quotation marks, the marks included; a stray mark quotes nothing.

    Swedish uses the same mark at both ends, so its neighbours tell which it is.
    """
    found: list[Span] = []
    opened: int | None = None
    for mark in QUOTE_MARK.finditer(text):
        if opened is not None and mark.end() - opened > LONGEST_QUOTE:
            opened = None
        if opened is not None and _may_close(text, mark.start()):
            found.append(Span(opened, mark.end()))
            opened = None
        elif opened is None and _may_open(text, mark.start()):
            opened = mark.start()
    return tuple(found)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    inside = text[span.start : span.end]
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.end - len(inside) + len(inside.rstrip())))


def without_mark(text: str, span: Span) -> Span:
    """The span without a bullet or a list number at its start."""
    for mark in (BULLET, LIST_NUMBER):
        if found := mark.match(text, span.start, span.end):
            span = Span(found.end(), span.end)
    return span


def _ends(text: str, within: Span) -> c.Iterator[int]:
    return (found.end() for found in END.finditer(text, within.start, within.end))


def _lost_breaks(text: str, within: Span) -> c.Iterator[int]:
    return (found.start() for found in LOST_BREAK.finditer(text, within.start, within.end))


def _inside(quotes: c.Sequence[Span], at: int) -> bool:
    before = bisect.bisect_left(quotes, at, key=lambda quote: quote.start)
    return before > 0 and at < quotes[before - 1].end


def _ends_something(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends here, and not an abbreviation, an initial or a number."""
    if not text[start:end].strip() or ONLY_NUMBER.fullmatch(text, start, end):
        return False
    tail = text[max(start, end - LONGEST_ABBREVIATION) : end]
    if OF_ANOTHER.search(tail):
        return True
    return not any(
        pattern.search(tail) for pattern in (ABBREVIATION, INITIAL, BEFORE_NUMBER, NUMBERED)
    )


def _may_open(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([:–-"


def _may_close(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return not after or not after.isalnum() or not text[at - 1].isspace()
