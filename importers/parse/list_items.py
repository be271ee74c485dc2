"""Where a printed line begins an item of a list, and so never goes on with the line before.

Lists of cases run over page breaks and often have no signs at all: each line begins with its case
number, or with one of the words that boards' matters begin with. A wrapped sentence can have the
same words first on a line ("enligt" / "§ 38 MBL", "behandlade ärende" / "HÄ 2024/12"); then the
line before ends with a word that nobody ends an item with.
"""

import re
import typing as t

from importers.parse.references import begins_with_case_number, ends_with_case_number

# "• Den 19 maj" "a) lokaler" "2) budget": items wherever they stand
BULLET: t.Final = re.compile(r"(?:•|[a-zåäö]\)|\d{1,2}\))\s")
# Items after a finished line, or after an item with the same sign; else part of a sentence.
DASH: t.Final = re.compile(r"[-–*]\s+\S")
NUMBER: t.Final = re.compile(r"(?P<number>\d{1,2})\.\s+\S")
FINISHED: t.Final = (".", ":", ";", "?", "!", "”", '"', ")")
# "- Anmälan av"; the longer dash is also a pause, "i maj" / "– Kommunal var inte med – hölls"
SIGN_AND_CAPITAL: t.Final = re.compile(r"[-*]\s+[A-ZÅÄÖ]")
DASH_AND_CAPITAL: t.Final = re.compile(r"–\s+[A-ZÅÄÖ]")
# "§ 4 Larm" "4 § Larm" "§§ 4–5 Larm"; but not "§ 3-utrymmena"
PARAGRAPH: t.Final = re.compile(r"(?:§{1,2}\s?\d{1,3}|\d{1,3}\s?§)(?![\w-])")
# "Information enligt MBL § 19" alone on its line; what begins with a capital is its first matter
HEADS_MATTERS: t.Final = re.compile(
    r"[A-ZÅÄÖ](?!.*[.:?!]\s).*(?:\bMBL(?:\s?§)?\s(?:11|19|38)(?:\s?§)?|(?:11|19|38)\s?§\s?MBL"
    r"|\benl(?:igt|\.)\s(?:§\s?(?:11|19|38)|(?:11|19|38)\s?§))$"
)
OF_AN_ACT: t.Final = re.compile(r"(?:MBL|MEDB)\b|[Mm]edbestämm")
# What the names of boards' matters begin with: "Svar på remiss", "Tertialrapport 2"
MATTER: t.Final = re.compile(
    r"(?:Anmäl(?:an|ning)|Ansökan|Avtal|Begäran|Beslut|Bokslut|Budget|Delegation|Delår|Detaljplan"
    r"|Ekonomisk|Framställan|Förslag|Genomförande|Handlingsplan|Hemställan|Hyresavtal|Inriktnings"
    r"|Intern|Lägesrapport|Medborgarförslag|Motion|Månads|Namn|Ny(?:a|tt)?\b|Ombyggnad"
    r"|Organisationsförändring|Plan\b|Program|Rapport|Redovisning|Remiss|Revider|Riktlinje"
    r"|Sammanträdes|Skrivelse|Strategi|Svar\b|Taxa|Taxor|Tertial|Tillsyn|Underhållsplan|Uppdrag"
    r"|Uppfölj|Upphandling|Utredning|Utvärdering|Val\b|Verksamhets|Yttrande|Åter|Ändr|Årsred"
    r"|Överenskommelse|Översyn)"
)
# Nobody ends an item here: a word that wants more, or a sign that does.
WANTS_MORE: t.Final = re.compile(
    r"(?:[,(/–-]|§|(?<!\w)(?:i|på|av|för|från|till|med|om|och|eller|samt|att|som|den|det|de|en|ett"
    r"|enl|enligt|vid|under|inför|inom|kring|mellan|mot|per|utan|efter|före|hos|över|genom|via|än"
    r"|vad|inte|ej|är|var|blir|har|hade|ska|skall|kan|bör|får|både|såsom|se|jfr|kl|kap|upp|nr"
    r"|nummer|[Dd]nr|[Dd]iarie(?:nr|nummer)|ang|gällande|angående|avseende|beträffande|rörande"
    r"|avser|gäller|denna|dessa|detta|sidan?|paragraf(?:en|erna)?|punkt(?:en|erna)?|bilagan?"
    r"|[Ää]rende(?:t|n|na|nr|nummer)?|protokoll(?:et|ets)?)\.?)$"
)
A_VERB: t.Final = re.compile(r"\w{3}(?:ade|ades|ats|erar|eras|isar|dlar)$")
# "AMF" / "2024/702": a case number that the line's end has cut
PREFIX: t.Final = re.compile(r"(?<!\w)(?:[A-ZÅÄÖ]{1,8}|[A-ZÅÄÖ][a-zåäö]{1,2}[A-ZÅÄÖ]{1,3})$")
# "dnr SF 2020/12 Taxor" after another that begins so; else the end of the item above
A_DNR: t.Final = re.compile(r"(?:dnr|diarienr|diarienummer|ärendenr)\b")
A_WORD: t.Final = re.compile(r"[a-zåäö]{4}")
LETTER: t.Final = re.compile(r"[^\W\d_]")
CAPITAL: t.Final = re.compile(r"[A-ZÅÄÖ]")
LONGEST_HEAD: t.Final = 120  # characters
ENDING: t.Final = 80  # characters that tell how a line ends


def begins_item(opened: str, before: str, line: str) -> bool:
    """Whether `line` is an item, after a paragraph that goes from `opened` to `before`."""
    if BULLET.match(line) or SIGN_AND_CAPITAL.match(line):
        return True
    if _continues_marks(opened, before, line):
        return True
    if before.endswith(",") and _goes_on_with_cases(opened, line):
        return True
    if wants_more(before):
        return False
    return (
        _begins_with_number_of_case(opened, before, line)
        or _begins_with_paragraph(opened, before, line)
        or DASH_AND_CAPITAL.match(line) is not None
        or _follows_complete_item(opened, before, line)
    )


def begins_with_mark(line: str) -> bool:
    """Whether a sign or a number of a list stands first."""
    return any(mark.match(line) for mark in (BULLET, DASH, NUMBER))


def wants_more(before: str) -> bool:
    """Whether the line ends where no item and no sentence does."""
    return WANTS_MORE.search(before[-ENDING:]) is not None


def _continues_marks(opened: str, before: str, line: str) -> bool:
    """A dash after a dash, a number after the one before it, either after a finished line."""
    number = NUMBER.match(line)
    if number is None and not DASH.match(line):
        return False
    if before.endswith((*FINISHED, ",")) or any(m.match(before) for m in (DASH, NUMBER)):
        return True
    if number is None:
        return DASH.match(opened) is not None
    last = NUMBER.match(opened)
    return last is not None and int(number["number"]) == int(last["number"]) + 1


def _goes_on_with_cases(opened: str, line: str) -> bool:
    """Whether both are a case number with its matter; not "HÄ 2024/12," / "HÄ 2024/13"."""
    return bool(
        begins_with_case_number(opened)
        and begins_with_case_number(line)
        and A_WORD.search(opened[:LONGEST_HEAD])
    )


def _begins_with_number_of_case(opened: str, before: str, line: str) -> bool:
    if A_DNR.match(line):
        return A_DNR.match(opened) is not None
    if not begins_with_case_number(line):
        return False
    if begins_with_case_number(opened):
        return True
    cut = not LETTER.match(line) and PREFIX.search(before[-ENDING:])
    return not (cut or A_VERB.search(before[-ENDING:]))


def _begins_with_paragraph(opened: str, before: str, line: str) -> bool:
    """A § after a finished line, or in a list of them."""
    if not PARAGRAPH.match(line):
        return False
    return before.endswith(FINISHED) or PARAGRAPH.match(opened) is not None


def _follows_complete_item(opened: str, before: str, line: str) -> bool:
    """A capital after what can only be a whole item, or what heads a list of them."""
    if not CAPITAL.match(line):
        return False
    if ends_with_case_number(before):
        return True
    if opened == before and _heads_matters(before) and not OF_AN_ACT.match(line):
        return True
    unfinished = not before.endswith(FINISHED)
    return unfinished and all(MATTER.match(text) for text in (opened, line))


def _heads_matters(line: str) -> bool:
    return len(line) <= LONGEST_HEAD and HEADS_MATTERS.match(line) is not None
