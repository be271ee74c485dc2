"""References to a page of the plan that is gone through: "s. 14 i verksamhetsplanen".

Also "sidan 23, stycke 2", "VP sid 7", "sid. 12–14, tredje stycket". A page with no document named
is the plan's where the section speaks of a plan; "sidan 4 i handboken" is another book's, and
"Sida 2 (5)" the protocol's own.
"""

import re
import typing as t

_ORDINAL: t.Final = r"(?:första|andra|tredje|fjärde|femte|sista|\d{1,2}(?::?[ae])?)"
_PART: t.Final = (
    r"(?:(?:stycke|punkt|rad|tabell|st)\.?\s\d{1,2}"
    rf"|{_ORDINAL}\s(?:stycket|punkten|raden|meningen))"
)
# "s. 14", "sid 7", "sidan 23, stycke 2", "sidorna 12–14 och 16"; but not "Sida 2 (5)", "s 3 av 7"
PAGE: t.Final = re.compile(
    r"(?<!\w)(?:s\.|[Ss]id\.?|[Ss]idan|[Ss]idorna|[Ss]ida|S\.|s)\s?\d{1,3}"
    r"(?:\s?[–-]\s?\d{1,3}|(?:,\s?\d{1,3}){0,9}\soch\s\d{1,3})?"
    rf"(?:,?\s(?:i\s)?{_PART}){{0,2}}(?![\d/]|\s?\(\d|\sav\s\d)"
)
# "VP", "verksamhetsplanen", "budgeten", "underlaget"; but not "handboken"
_DOCUMENT: t.Final = (
    r"(?:VP|[\w-]{0,30}(?:plan|budget|tertialrapport|bokslut|remiss|berättelse|redovisning|förslag"
    r"|underlag)(?:en|et|ens)?)"
)
BEFORE: t.Final = re.compile(rf"(?<![\w-]){_DOCUMENT},?\s\(?$")
IN_DOCUMENT: t.Final = re.compile(rf"\s(?:i|ur)\s{_DOCUMENT}(?![\w-])")
IN_ANOTHER: t.Final = re.compile(r"\s(?:i|ur)\s(?!den\b|det\b)[^\W\d_]")
NEAR: t.Final = 40  # characters in which the document is named
# The section speaks of a plan.
PLAN: t.Final = re.compile(
    r"\bVP\b|\b(?:[Vv]erksamhets|[Ll]okal|[Hh]andlings)?[Pp]lan(?:en|ens)?\b"
)


def find_plan_pages(title: str, text: str) -> tuple[str, ...]:
    """The page references to a plan in the section, as written, each once, in order."""
    text = f"{title}\n{text}"
    of_a_plan = PLAN.search(text) is not None
    found: dict[str, None] = {}
    for page in PAGE.finditer(text):
        near = text[max(0, page.start() - NEAR) : page.start()]
        if before := BEFORE.search(near):
            found[before.group() + page.group()] = None
        elif after := IN_DOCUMENT.match(text, page.end()):
            found[page.group() + after.group()] = None
        elif of_a_plan and not IN_ANOTHER.match(text, page.end()):
            found[page.group()] = None
    return tuple(" ".join(words.split()) for words in found)
