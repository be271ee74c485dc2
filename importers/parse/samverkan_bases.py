"""Which paragraf of the Co-determination Act a line or a sentence of the minutes names.

A head names it for all that stands under it: "Avser samverkan som motsvarar MBL § 11", "§ 19-
information", "Ärenden för samverkan". What else the line says is a matter's name: "Ny simhall
(MBL § 11)".
"""

import collections.abc as c
import re
import typing as t

from importers.parse import outcomes
from importers.parse.references import law_paragraphs

NEGOTIATION: t.Final = "MBL § 11"
INFORMATION: t.Final = "MBL § 19"
KNOWN: t.Final = (NEGOTIATION, INFORMATION, "MBL § 38")
OTHER: t.Final = "annan"

# "enligt § 19" without its act, where the number can only be the Act's; but not "enligt § 9"
BARE_PARAGRAPH: t.Final = re.compile(
    r"\b(?:enligt|enl\.?|motsvara[rn]\w*)\s"
    r"(?:§{1,2}\s?(?P<after>11|19|38)|(?P<before>11|19|38)\s?§)(?!\d)"
)
# "MBL 11", "MBL §11-förhandling"; but not "MBL 11:30"
LOOSE_PARAGRAPH: t.Final = re.compile(r"\bMBL[\s:-]{1,3}§?\s?(?P<number>11|19|38)(?!\d|:\d|/|-\d)")
# "§ 19-information", "11 §-förhandling", "§ 11-ärenden", "Förhandling § 11"
WITH_ITS_KIND: t.Final = re.compile(
    r"(?:§\s?(?P<after>11|19|38)|(?<!\d)(?P<before>11|19|38)\s?§)[\s-]{1,2}"
    r"(?:information|förhandling|samverkan|ärende)"
    r"|(?:information|förhandling|samverkan)\s§\s?(?P<last>11|19|38)(?!\d)",
    re.IGNORECASE,
)

# Heads that name no paragraf: "Ärenden för information", "Samverkansärenden:"
PLAIN_HEADS: t.Final = {
    NEGOTIATION: re.compile(
        r"(?:ärenden?|punkter|frågor)\s(?:för|till)\s(?:samverkan|förhandling)\s?:?"
        r"|(?:samverkans|förhandlings)ärenden?\s?:?",
        re.IGNORECASE,
    ),
    INFORMATION: re.compile(
        r"(?:ärenden?|punkter)\s(?:för|till)\sinformation\s?:?|informationsärenden?\s?:?",
        re.IGNORECASE,
    ),
}
# The words of a head; what is left of the line names a matter: "Ny organisation (MBL § 11)".
HEAD_WORDS: t.Final = re.compile(
    r"(?<!\w)(?<![^\W\d_]-)(?:samverk\w*|information\w*|informera\w*|förhandl\w*|MBL\w*|medbestämmandelagen"
    r"|\w*ärende\w*|beslut\w*|avser|som|motsvara\w*|enligt|enl|för|till|i|från|inför|om|och|samt|med"
    r"|av|de|arbetsgivaren|\w*nämnd\w*|övergripande|fackliga?|facken|organisation(?:er|erna)"
    r"|punkt\w*|fråg\w*|anmäl\w*|behandla\w*|lämna[st]|ges|gavs|tas|upp|är|har|kap|[a-h]|följande"
    r"|nedanstående|samtliga|alla|föremål|gäller|gällande|avseende|rörande|sker|skett|den|det|på"
    r"|vid|dagens|kommande|möte\w*|sammanträde\w*|resultat\w*|utfall\w*|parterna|svar\w*"
    r"|jan\w*|feb\w*|mars|april|maj|juni|juli|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*)(?!\w)|[§\W\d_]+",
    re.IGNORECASE,
)
THE_ACT: t.Final = re.compile(
    r"[\s(–—:,-]*(?:(?:samverkan|information|förhandling)\s)?(?:enl(?:igt|\.)\s)?"
    r"(?:(?:\d{2}\s?§{1,2}|§{1,2}\s?\d{2})\s?MBL|MBL\s?(?:§{1,2}\s?\d{2}|\d{2}\s?§{0,2}))[\s)–—:-]*",
    re.IGNORECASE,
)
LONGEST_HEAD: t.Final = 110  # characters
FINISHED: t.Final = (".", "!", "?")
# The bare paragraf, as in a table's cell: "§ 11", "11 §", "MBL 19", "MBL § 38"
ONLY_THE_PARAGRAPH: t.Final = re.compile(r"(?:MBL\s?)?§?\s?(?P<number>11|19|38)\s?§?(?:\s?MBL)?")


def bases(text: str) -> c.Iterator[str]:
    """The paragrafer of the Act that the text names; those of no group of ours are "annan"."""
    for place in law_paragraphs(text):
        if place.law == "MBL":
            yield place.label if place.label in KNOWN else OTHER
    for pattern in (BARE_PARAGRAPH, LOOSE_PARAGRAPH, WITH_ITS_KIND):
        for found in pattern.finditer(text):
            yield f"MBL § {next(number for number in found.groups() if number)}"


def basis_of(text: str) -> str | None:
    """The first paragraf that the text names, or None."""
    return next(bases(text), None)


def basis_of_cell(text: str) -> str | None:
    """The paragraf where a table's cell says nothing else, or None."""
    found = ONLY_THE_PARAGRAPH.fullmatch(text)
    return f"MBL § {found['number']}" if found else only_a_basis(text)


def basis_of_heading(line: str) -> str | None:
    """The basis that a heading names for what follows it; None where it is no such heading."""
    if len(line) > LONGEST_HEAD or (line.endswith(FINISHED) and says_more(line)):
        return None
    plain = (basis for basis, head in PLAIN_HEADS.items() if head.fullmatch(line))
    if (basis := next(plain, None)) is not None:
        return basis
    if outcomes.ONLY_SPOKEN_OF.search(line) or outcomes.find_outcome(line):
        return None
    return None if outcomes.is_to_come(line) else basis_of(line)


def only_a_basis(sentence: str) -> str | None:
    """The basis where the sentence says nothing else: "Information enligt MBL § 19."."""
    if len(sentence) > LONGEST_HEAD or says_more(sentence):
        return None
    if outcomes.find_outcome(sentence) is not None or outcomes.is_to_come(sentence):
        return None
    return basis_of(sentence)


def says_more(heading: str) -> bool:
    """Whether the line names a matter too, beside the basis."""
    return bool(HEAD_WORDS.sub("", heading))
