"""Figures of sick leave: how many percent, in which month, and whether of short or long absence.

"Sjukfrånvaron i mars 2025 var 7,4 procent, varav korttid 2,9 procent", "den långa (mer än 60
dagar) 4,5 %", or a table with a row for each month. What stands nearest before a figure says what
it is of, unless the words follow it at once ("8,1 procent i mars 2024"). A rolling year, a quarter
or a whole year is no month. Changes ("ökade med 0,5 procent") and goals are no figures.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t

from archive.model import SickLeave, Span
from importers.parse import sentences
from importers.parse.dates import MONTHS

SICK: t.Final = re.compile(
    r"sjukfrånvaro|sjuktal|sjukskriv|sjuklön|korttidsfrånvaro|långtidsfrånvaro", re.IGNORECASE
)
# Enough where sick leave has been spoken of: "Korttiden är 2,1 procent", "Totalt 6,4 procent"
GOES_ON: t.Final = re.compile(
    r"\b(?:kort|lång|total|frånvaron|motsvarande|siffran|den\s(?:var|är|låg|ligger)"
    r"|(?:var|är|låg|ligger|blev|uppgick)\sden|snittet)",
    re.IGNORECASE,
)
# "7,4 procent", "7.4 %", "7%"; but not "0,5 procentenheter", "100 procent"
PERCENT: t.Final = re.compile(
    r"(?<![\d,.–-])(?P<number>\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|procent(?!\w))", re.IGNORECASE
)
NUMBER: t.Final = re.compile(r"(?P<number>\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|procent)?")
# "ökade med 0,5 procent", "målet är 6 procent"
NO_FIGURE: t.Final = re.compile(
    r"(?:(?:öka|minska|sjönk|stig|sänk|höj)\w*\s(?:\w+\s)?med|skillnad\w*\s(?:är|på)|mål\w*)"
    r"(?:\s[^\d.]{0,25})?\s?$",
    re.IGNORECASE,
)
_MONTH: t.Final = "|".join(
    sorted((n for names in MONTHS for n in names if len(n) > 2), key=len, reverse=True)
)
# What a figure is of: a month, a longer time, or a part of all sick leave.
WORDS: t.Final = re.compile(
    rf"\b(?P<range>(?:{_MONTH})\s?(?:[–-]|till(?:\soch\smed)?|t\.o\.m\.)\s?(?:{_MONTH})\b(?:\s\d{{4}})?)"
    rf"|\b(?P<month>{_MONTH})\b\.?(?:\s(?P<year>20\d\d))?"
    r"|(?P<iso>\b20\d\d-(?:0[1-9]|1[0-2])(?!-?\d))"
    r"|(?P<same>\bsamma\smånad\s(?:(?:år\s)?(?P<sameyear>20\d\d)|(?:föregående|förra)\såret?))"
    r"|(?P<last>\b(?:föregående|förra|förra\såret\ssamma)\smånad(?:en)?\b)"
    r"|(?P<long_time>\b(?:rullande|tolv\smånader|12\smånader|helår\w*|kvartal\w*|tertial\w*"
    r"|halvår\w*|årssnitt\w*|årsbasis|ackumulera\w*|(?:år|för|under)\s20\d\d)\b)"
    r"|(?P<short>\b(?:korttids?\w*|(?:den\s)?kort\w{0,2}\s(?:sjuk)?frånvaro\w*|den\skorta\b|1[–-]14\sdagar)|\(kort\b|\bkort\b)"
    r"|(?P<long>\b(?:långtids?\w*|(?:den\s)?lång\w{0,2}\s(?:sjuk)?frånvaro\w*|den\slånga\b|lång\b|långa\b))"
    r"|(?P<total>\b(?:total\w*|hela\ssjukfrånvaron|sjukfrånvaron)\b)",
    re.IGNORECASE,
)
# Between a figure and what is said of it right after: "8,1 procent i mars", "2,9 % (korttid)"
RIGHT_AFTER: t.Final = re.compile(
    r"\s\(?(?:(?:i|för|under|är|var|av|avser|avsåg)\s)?", re.IGNORECASE
)
# "3,4 % (korttid 1,6 %)": the word is the next figure's
OF_THE_NEXT: t.Final = re.compile(
    r"[\s:]{1,2}(?:\([^()]{0,20}\)\s)?(?:ca\s)?\d{1,2}(?:[.,]\d{1,2})?\s?(?:%|procent)"
)
LONGEST_WORD: t.Final = 40  # characters of what is said right after


@dc.dataclass(frozen=True, slots=True)
class _Of:
    """What a figure is of; None is not said, and "" for the month a longer time."""

    month: str | None = None
    part: str | None = None


@dc.dataclass(slots=True)
class _Reader:
    """Goes through a section, remembering what was spoken of."""

    held: dt.date | None
    month: str | None = None  # of the title, or the paragraph's sentences so far
    spoken: bool = False  # of sick leave, in the title or the paragraph before
    heard: bool = False  # of it, in this paragraph

    def paragraph(self, text: str, of_title: "_Reader") -> c.Iterator[SickLeave]:
        """The figures in a paragraph's sentences."""
        self.month, self.heard = of_title.month, False
        for span in sentences.sentences(text, Span(0, len(text))):
            yield from self.sentence(text[span.start : span.end])
        self.spoken = of_title.spoken or self.heard

    def sentence(self, sentence: str) -> c.Iterator[SickLeave]:
        about = SICK.search(sentence) is not None
        if not (about or (self.spoken and GOES_ON.search(sentence))):
            return
        words = list(WORDS.finditer(sentence))
        months = [m for word in words if (m := self._month(word))]
        month = months[0] if len(set(months)) == 1 and not _longer(words) else self.month
        part: str | None = None
        end = 0
        for figure in PERCENT.finditer(sentence):
            between = [word for word in words if end <= word.start() < figure.start()]
            after = self._right_after(sentence, figure.end())
            for word in [*between, *after]:
                if (said := self._month(word)) is not None:
                    month = said
                if word.lastgroup in {"short", "long", "total"}:
                    part = None if word.lastgroup == "total" else word.lastgroup
            if not NO_FIGURE.search(sentence[end : figure.start()]):
                yield SickLeave(_number(figure["number"]), month or None, part, sentence)
            end = max([figure.end(), *(word.end() for word in after)])
        self.spoken = self.heard = True
        if len(set(months)) == 1 and not any(word["same"] for word in words):
            self.month = months[0]

    def _right_after(self, sentence: str, at: int) -> list[re.Match[str]]:
        joint = RIGHT_AFTER.match(sentence, at)
        word = WORDS.match(sentence, joint.end(), joint.end() + LONGEST_WORD) if joint else None
        return [word] if word and not OF_THE_NEXT.match(sentence, word.end()) else []

    def _month(self, word: re.Match[str]) -> str | None:
        """The month as "2025-03", "" for a longer time or an unsure year, None for neither."""
        if word["long_time"] or word["range"]:
            return ""
        if word["iso"]:
            return word["iso"]
        if word["same"]:
            return self._same_month(word["sameyear"])
        if word["last"]:
            first = self.held.replace(day=1) - dt.timedelta(1) if self.held else None
            return f"{first:%Y-%m}" if first else ""
        if not word["month"]:
            return None
        return self._in_year(_month_number(word["month"]), word["year"])

    def _same_month(self, year: str | None) -> str:
        """ "Samma månad 2022" as the month last spoken of in that year; or the year before."""
        if not self.month:
            return ""
        spoken, month = self.month.split("-")
        return f"{year or int(spoken) - 1}-{month}"

    def _in_year(self, month: int, year: str | None) -> str:
        """The month in its year, or in the last one before the meeting."""
        if year:
            return f"{year}-{month:02}"
        if self.held is None:
            return ""
        return f"{self.held.year - (month > self.held.month)}-{month:02}"

    def row(self, head: c.Sequence[str], cells: c.Sequence[str]) -> c.Iterator[SickLeave]:
        """The figures of a table's row under its head."""
        shift = len(cells) - len(head)
        label = self._of(cells[0])
        for place, cell in enumerate(cells[1:], 1):
            figure = NUMBER.fullmatch(cell)
            if figure is None:
                continue
            over = self._of(head[place - shift]) if 0 <= place - shift < len(head) else _Of()
            named = label.month if label.month is not None else over.month
            month = named if named is not None else self.month
            percent = "%" in cell or "procent" in cell or "," in cell or "." in cell
            if percent:
                text = " | ".join(cells)
                yield SickLeave(
                    _number(figure["number"]), month or None, label.part or over.part, text
                )

    def _of(self, cell: str) -> _Of:
        month = part = None
        for word in WORDS.finditer(cell):
            said = self._month(word)
            month = said if said is not None else month
            part = word.lastgroup if word.lastgroup in {"short", "long"} else part
        return _Of(month, part)


def find_sick_leave(title: str, text: str, held: dt.date | None) -> tuple[SickLeave, ...]:
    """The figures of sick leave in a section, in order, each once.

    `held` is the meeting's own day where it is certain: a month without a year is then the last
    one before it.
    """
    if SICK.search(title) is None and SICK.search(text) is None:
        return ()
    of_title = _Reader(held, spoken=SICK.search(title) is not None)
    found = list(of_title.sentence(title))
    reader = dc.replace(of_title)
    head: list[str] = []
    for row in _rows(text):
        if len(row) == 1:
            found += reader.paragraph(row[0], of_title)
            head = []
        elif not any(NUMBER.fullmatch(cell) for cell in row):
            head = row
        elif reader.spoken or any(SICK.search(cell) for cell in (*head, *row)):
            found += reader.row(head, row)
    return tuple(dict.fromkeys(found))


def _rows(text: str) -> c.Iterator[list[str]]:
    """The paragraphs, a table's row as its cells."""
    for found in sentences.PARAGRAPH.finditer(text):
        cells = [cell.strip() for cell in sentences.CELL.split(found.group())]
        if any(cells):
            yield cells


def _longer(words: c.Iterable[re.Match[str]]) -> bool:
    return any(word["long_time"] or word["range"] for word in words)


def _month_number(name: str) -> int:
    return next(n for n, names in enumerate(MONTHS, 1) if name.casefold() in names)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
