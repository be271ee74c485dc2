"""The month's theme, as the yearly cycle (årshjul) has it.

"Månadens tema: Hot och våld", "Tema enligt årshjulet – rehabilitering", or a § with such a title
whose first words name it: a short line of its own, or "Dagens tema är …". What only speaks of
themes ("Temat diskuterades") names none.
"""

import collections.abc as c
import re
import typing as t

from archive.model import Section
from importers.parse import sentences

_MONTH: t.Final = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
)
_CYCLE: t.Final = r"(?:(?:enligt|från|i|ur)\s)?(?:\w{0,25}årshjul(?:et)?(?:\sför\sarbetsmiljö)?)"
_THEME: t.Final = (
    rf"(?:(?:månadens|dagens|mötets|årets|{_MONTH}s?)\s)?tema(?:t)?(?:\s(?:för|i)\s(?:månaden|mötet"
    rf"|dagen|{_MONTH}))?(?:\s{_CYCLE})?(?:\s{_MONTH})?"
)
# A title or a label, with or without the theme after it
HEAD: t.Final = re.compile(
    rf"(?:{_THEME}|{_CYCLE}(?:ets)?(?:\s(?:tema|{_MONTH}))?|temapunkt)"
    r"(?:\s?[:–—-]\s?(?P<theme>\S.*))?",
    re.IGNORECASE,
)
# "Dagens tema är hot och våld.", "Temat för maj var rehabilitering"
TOLD: t.Final = re.compile(
    rf"(?:{_THEME})\s(?:är|var|handlar\som|handlade\som)\s(?P<theme>[^.!?]{{3,80}})[.!?]?",
    re.IGNORECASE,
)
LONGEST: t.Final = 80  # characters
LONGEST_LINE: t.Final = 160


def find_theme(header: str, sections: c.Sequence[Section]) -> str | None:
    """The theme that a line of the header or a § names, or None."""
    for line in header.splitlines():
        if (head := _head(line)) and head["theme"]:
            return _tidy(head["theme"])
    for section in sections:
        if theme := _of_section(section):
            return theme
    return None


def _of_section(section: Section) -> str | None:
    head = _head(section.title)
    if head and head["theme"]:
        return _tidy(head["theme"])
    first = next(_paragraphs(section.text), "")
    for line in (first,) if head else _paragraphs(section.text):
        labelled = _head(line)
        if labelled and labelled["theme"]:
            return _tidy(labelled["theme"])
        if len(line) <= LONGEST_LINE and (told := TOLD.match(line)):
            return _tidy(told["theme"])
    if head and first and len(first) <= LONGEST and not first.endswith((".", "?", "!", ":")):
        return _tidy(first)
    return None


def _head(line: str) -> re.Match[str] | None:
    return HEAD.fullmatch(line.strip()) if len(line) <= LONGEST_LINE else None


def _paragraphs(text: str) -> c.Iterator[str]:
    for span in sentences.paragraphs(text):
        inside = sentences.without_mark(text, span)
        yield text[inside.start : inside.end]


def _tidy(theme: str) -> str | None:
    """The theme without quotes and what goes on after its sentence; None where it is too long."""
    theme = re.split(r"\.\s", theme, maxsplit=1)[0].strip(' .,;:”"“–-')
    return theme if 0 < len(theme) <= LONGEST else None
