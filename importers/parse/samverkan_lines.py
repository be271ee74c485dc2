"""What a line of the minutes is, where samverkan is told: a matter's name, a head, or a sentence.

Names are short, without a finite verb, and end without a full stop unless they stand in a list:
"Ny simhall vid Ekängen", "• Taxor.", "A. Bokslut". "Bakgrund" and "Beslut" head parts of a
section and name nothing; "Inga ärenden" says that there is none.
"""

import re
import typing as t

from importers.parse import outcomes
from importers.parse.references import find_diarienummer
from importers.parse.reservations import reserves
from importers.parse.samverkan_bases import FINISHED, LONGEST_HEAD, basis_of

# A list letter that ends in a full stop: "A. Bokslut. Enighet."
LETTER: t.Final = re.compile(r"[A-H]\.\s+(?=[A-ZÅÄÖ])")
CLOSING: t.Final = '”"»)'
# A sentence, then, and no name: "Frågan förhandlades den 4 maj"
IS_DONE_TO: t.Final = re.compile(
    r"\b(?:samverka|förhandla|informera)(?:s|d|t|des|ts)\b", re.IGNORECASE
)
# A sentence and no name: "Förslaget har remissbehandlats"
FINITE: t.Final = re.compile(
    r"\b(?:är|var|har|hade|får|fick|ska|skall|skulle|kan|kunde|blir|blev|kommer|finns|fanns|måste"
    r"|bör"
    r"|föreslår|innebär|säger|\w{3,}(?:ades|ats|ade|des))\b",
    re.IGNORECASE,
)
DENIED: t.Final = re.compile(r"\b(?:inte|ej|ingen|inga|något|någon)\b", re.IGNORECASE)
NO_MATTERS: t.Final = re.compile(
    r"[-–—]+|(?:det\s(?:finns|fanns)\s)?(?:inga?|inget|ingen|intet|utgår|saknas)\b[^.]{0,60}\.?",
    re.IGNORECASE,
)
# What stands under a matter's name and belongs to it.
BELONGS_ABOVE: t.Final = re.compile(
    r"(?:hemställan|yttrande|svar|återrapportering|anmälan|dnr|diarienummer|bilaga)\b|\(",
    re.IGNORECASE,
)
# Heads inside a section that name none of its matters.
SUBHEAD: t.Final = re.compile(
    r"(?:bakgrund|diskussion|beslut|förslag(?:et)?|frågor(?:\soch\ssvar)?|svar|synpunkter"
    r"|yttranden?"
    r"|(?:protokolls|särskild\s)anteckning(?:ar)?|riskbedömning|konsekvensanalys|ärendet|ärenden"
    r"|ärendebeskrivning|sammanfattning|tidplan|bilagor|bilaga|överläggning|resultat)\s?:?",
    re.IGNORECASE,
)
LETTERS: t.Final = re.compile(r"[^\W\d_]{3}")
LONGEST_MATTER: t.Final = 250  # characters


# "hur många som får en ny chef", "om schemat ändras": what somebody asks in a list
ASKED: t.Final = re.compile(
    r"(?:hur|om|var|vad|när|vem|vilk\w+|varför|huruvida)\s|.*\b(?:vill|ville|undrar|undrade|frågar"
    r"|frågade)\b"
)


def names_a_matter(line: str, *, listed: bool, after_prose: bool) -> bool:
    """A line of its own without a full stop, or an item of a list, that reports nothing.

    After what is told a list with full stops is of arguments.
    """
    if (
        ASKED.match(line)
        or len(line) > LONGEST_MATTER
        or outcomes.ONLY_SPOKEN_OF.search(line)
        or reserves(line)
    ):
        return False
    if outcomes.find_outcome(line) is not None or (basis_of(line) and outcomes.tells(line)):
        return False
    if not line.rstrip(CLOSING).endswith((*FINISHED, ":", ",")):
        return listed or ". " not in LETTER.sub("", line, count=1)
    return listed and line.count(". ") == 0 and not after_prose


def says_nothing(line: str) -> bool:
    """Whether the line heads a part of the section, or says that there is no matter."""
    if SUBHEAD.fullmatch(line):
        return True
    return NO_MATTERS.fullmatch(line) is not None and outcomes.find_outcome(line) is None


def may_name(sentence: str) -> str | None:
    """The sentence, where it may be a matter's name and tells nothing."""
    if len(sentence) > LONGEST_HEAD or outcomes.tells(sentence):
        return None
    return None if IS_DONE_TO.search(sentence) or FINITE.search(sentence) else sentence


def is_done(sentence: str) -> bool:
    """Whether the sentence says that something is negotiated, not that it will be or should."""
    spoken = outcomes.ONLY_SPOKEN_OF.search(sentence) or outcomes.is_to_come(sentence)
    return not (spoken or DENIED.search(sentence)) and not sentence.rstrip().endswith("?")


def name_of(line: str) -> str:
    """The matter's name without list letter and case number."""
    name = LETTER.sub("", line.strip().rstrip(".:").strip(), count=1)
    for case_number in find_diarienummer(line):
        number = re.escape(case_number)
        name = re.sub(rf"[,\s]*\(?(?:[Dd]nr[.:]?\s*)?{number}\)?$", "", name)
        name = re.sub(rf"^(?:[Dd]nr[.:]?\s*)?{number}[,:\s]*", "", name)
    return name
