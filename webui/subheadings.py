"""Subheadings within a section: short lines of their own with running text after them.

They were bold or italic in the document; in its text nothing is left of that but their form. Only
what can hardly be anything else is taken: a line that is missed is shown as text, as it always was.
"""

import collections.abc as c
import re
import typing as t

from archive.model import Span

BLANK_LINE: t.Final = re.compile(r"\n[ \t]*\n\s*")

# "Budget 2020"   "Frågor från Kommunal"   "Feriejobb 2022, rapport, AMN 2022/274"
# but not "• Larm"   "Mötet är slut."   "Vision frågar:"   "a) larm"   "2020-01-15"
FORM: t.Final = re.compile(r"[^\W\d_a-zåäö][^\n•]{1,68}[\w)”%]")
# "Dnr AMN 2025/200"   "Vision: Siv Saga"   "Siv Saga, Vision"
NAME: t.Final = r"[A-ZÅÄÖÉ][\w.-]*(?: [A-ZÅÄÖÉ][\w.-]*)+"
NONE: t.Final = re.compile(rf"(?:[Dd]nr|[Dd]iarien)\w*\b.*|(?:.*: ?)?{NAME}(?: ?[,(].*)?")
# "Ramen ökar."   "• larm"   but not "hyrs i juni.", which goes on from the line before
RUNNING: t.Final = re.compile(r"•.*|[^\Wa-zåäö].*[.?!:…][”\"’')]?|[”\"’'(–-].*", re.DOTALL)
MOST: t.Final = 2  # "Ärenden för samverkan", "Avtal om städning", and then the text


def subheadings(text: str) -> frozenset[int]:
    """Where in a section's text the paragraphs begin that are subheadings."""
    found: set[int] = set()
    waiting: list[int] = []
    for start, end in paragraphs(text, Span(0, len(text))):
        if FORM.fullmatch(text, start, end) and not NONE.fullmatch(text, start, end):
            waiting.append(start)
            continue
        if len(waiting) <= MOST and RUNNING.fullmatch(text, start, end):
            found.update(waiting)
        waiting = []
    return frozenset(found)


def paragraphs(text: str, span: Span) -> c.Iterator[tuple[int, int]]:
    """Where each paragraph of a stretch of the text begins and ends."""
    start = span.start
    for gap in BLANK_LINE.finditer(text, span.start, span.end):
        yield start, gap.start()
        start = gap.end()
    yield start, span.end
