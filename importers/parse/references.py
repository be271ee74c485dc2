"""Case numbers and references to laws, inquiries and bills in a section's text.

A *diarienummer* is written as each registrar pleases: `HÄ 2024/12`, `KS/2024:117`,
`SN-2023-00123`, `1.2.3-456/2022`, `2018/202`, `dnr 123-2020`. It is kept as printed, without the
word *dnr*. Around it stand numbers of the same form that are something else: dates, school years
(2024/25), inquiries (SOU 2023:12, Ds 2023:4), regulations (AFS 2023:2), telephone numbers.

References are normalised, so that "19 § MBL", "MBL 19 §" and "§ 19 medbestämmandelagen" are one:
"MBL § 19". A § without its act is not given one.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

YEAR: t.Final = r"(?:19|20)\d\d"
# "HÄ", "SLK", "SoN", "BuUN"
_PREFIX: t.Final = r"(?:[A-ZÅÄÖ][a-zåäö]{1,2}[A-ZÅÄÖ]{1,3}|[A-ZÅÄÖ]{1,8})"
_A_DAY: t.Final = rf"{YEAR}-[01]\d-[0-3]\d(?!\d)"
# Any case number, once the word dnr has said that it is one; but not a date.
AFTER_THE_WORD: t.Final = (
    rf"(?!{_A_DAY})"
    rf"(?:{_PREFIX}(?:\s?[-/]\s?|\s)?)?"
    r"\d{1,6}(?:(?:[./:-]|\.-)\d{1,6}){1,6}(?![\d/])"
)
# "HÄ 2024/12" "KS 2024/117-3" "SBF/2021:45" "SN-2023-00123" "ÄN2020/45" "SLK 2019-1234"
# and "SoN 2023/123:4"; but not "SOU 2023:12", "VP 2024/2025", "HSLF-FS 2017:40", "FSG 2024-05-12"
PREFIXED: t.Final = (
    rf"(?<![\w/-])(?P<prefix>{_PREFIX})[ /-]?(?!{_A_DAY}|{YEAR}-0\d(?!\d))"
    rf"{YEAR}[/:.-]\d{{1,6}}(?:-\d{{1,4}})*(?::\d{{1,2}})?(?![\w/:])"
)
# "1.2.3-456/2022" "1.2.3-45/2020" "1.2.3.-456-2022" "1.2/3456/2022"
CLASSIFIED: t.Final = (
    rf"(?<![\w.])\d{{1,2}}(?:\.\d{{1,3}}){{1,3}}(?:\.?-|/)\d{{1,6}}[/-]{YEAR}(?!\d)"
)
# "2018/202" "2024/1173"; but not "2024/25", "2024/2025", "2024/03/12", "(EU) 2016/679"
BARE: t.Final = rf"(?<![\w/:.-])(?<!EU\)\s)(?<!EG\)\s){YEAR}/\d{{3,6}}(?![\w/:]|[.-]\d)"

WORD: t.Final = (
    r"\b(?:dnr|d\.nr|diarienr|diarienummer|ärendenummer|ärendenr)(?:\b|(?=\d))[.:]{0,2}\s*"
)
DIARIENUMMER: t.Final = re.compile(
    rf"(?i:{WORD})(?P<first>{AFTER_THE_WORD})"
    rf"(?P<more>(?:(?:,| och| samt)\s+{AFTER_THE_WORD})*)"
    rf"|(?P<prefixed>{PREFIXED})|(?P<classified>{CLASSIFIED})|(?P<bare>{BARE})"
)
LONGEST_NUMBER: t.Final = 60  # characters, the word before it included
ONE_OF_MORE: t.Final = re.compile(AFTER_THE_WORD)
# Series and plans that are numbered like cases.
NO_REGISTRAR: t.Final = frozenset(
    {"SOU", "DS", "SFS", "AFS", "HSLF", "FS", "SOSFS", "KFS", "SKOLFS", "DIR", "PROP", "BET", "SKR"}
    | {"VP", "LÅ", "HT", "VT", "ÅR", "ISO", "EU", "EG", "EN", "SS", "AD", "NJA", "RÅ", "HFD", "JO"}
    | {"MBL", "LAS", "AML", "HÖK", "AB", "ÖLA", "VB", "KL", "V", "Q"}
)
SCHOOL_YEAR: t.Final = re.compile(rf"(?P<first>{YEAR})/(?P<second>\d\d(?:\d\d)?)$")

# "SOU 2023:12" "Ds 2023:4" "AFS 2015:4" "Dir. 2023:45" "prop. 2023/24:12" "bet. 2023/24:SoU12"
# "skrivelse 2023/24:45"
SERIES: t.Final = re.compile(
    r"\b(?P<series>SOU|Ds|AFS|SFS|HSLF-FS|SOSFS|SKOLFS|[Dd]ir\.?|(?:[Kk]ommitté)?[Dd]irektiv"
    r"|[Pp]rop(?:osition(?:en)?|\.)?|[Bb]et(?:änkandet?|\.)?|[Ss]kr(?:ivelse(?:n)?|\.)?)"
    r"\s(?P<number>(?:19|20)\d\d(?:/\d\d)?:[A-ZÅÄÖa-zåäö]{0,4}\d{1,5})(?!\d)"
)
# "lagen (1976:580) om": a statute by its number
STATUTE: t.Final = re.compile(r"\((?:SFS\s)?(?P<number>(?:1[789]|20)\d\d:\d{1,4})\)")
# "(EU) 2016/679", "EU 2016/679" and "2003/88/EG"
EUROPEAN: t.Final = re.compile(
    r"\(?(?<!\w)(?P<body>EU|EG)\)?\s(?:nr\s)?(?P<after>\d{2,4}/\d{1,4})(?![\d/])"
    r"|(?<![\d/])(?P<before>\d{2,4}/\d{1,4}/(?:EU|EG|EEG))(?!\w)"
)
SERIES_NAMES: t.Final = {
    "dir": "Dir.",
    "direktiv": "Dir.",
    "kommittédirektiv": "Dir.",
    "prop": "Prop.",
    "proposition": "Prop.",
    "propositionen": "Prop.",
    "bet": "Bet.",
    "betänkande": "Bet.",
    "betänkandet": "Bet.",
    "skr": "Skr.",
    "skrivelse": "Skr.",
    "skrivelsen": "Skr.",
}

LAWS: t.Final = {
    "mbl": "MBL",
    "medbestämmandelagen": "MBL",
    "aml": "AML",
    "arbetsmiljölagen": "AML",
    "las": "LAS",
    "lagen om anställningsskydd": "LAS",
    "anställningsskyddslagen": "LAS",
    "fml": "FML",
    "förtroendemannalagen": "FML",
    "dl": "DL",
    "diskrimineringslagen": "DL",
    "sol": "SoL",
    "socialtjänstlagen": "SoL",
    "lss": "LSS",
    "osl": "OSL",
    "offentlighets- och sekretesslagen": "OSL",
    "arbetstidslagen": "ATL",
    "atl": "ATL",
    "semesterlagen": "SemL",
}
_LAW: t.Final = "(?:" + "|".join(sorted(map(re.escape, LAWS), key=len, reverse=True)) + ")"
_CHAPTER: t.Final = r"(?:(?P<{0}chapter>\d{{1,2}})\s?kap\.?\s*)?"
_ONE: t.Final = r"\d{1,3}(?:\s?[a-h]\b)?"
_NUMBERS: t.Final = rf"{_ONE}(?:(?:,\s?{_ONE})*\s?(?:och|samt|/)\s?§?\s?{_ONE})?"
_PARAGRAPH: t.Final = (
    rf"(?:§{{1,2}}\s?(?P<{{0}}after>{_NUMBERS})|(?P<{{0}}before>{_NUMBERS})\s?§{{1,2}})"
)


def _place(side: str) -> str:
    return _CHAPTER.format(side) + _PARAGRAPH.replace("{0}", side)


# "MBL § 19" "MBL §§ 11 och 19" "AML 6 kap. 9 §" "enligt MBL: § 11"
# and "19 § MBL" "6 kap. 9 § arbetsmiljölagen" "§ 38 i MBL"; but not "§ 9 och punkten"
LAW_PARAGRAPH: t.Final = re.compile(
    rf"(?<![\w-])(?P<leading>{_LAW})[:,]?\s+(?:enligt\s+)?{_place('l')}"
    rf"|(?<!\w){_place('t')}\s+(?:i\s+)?(?P<trailing>{_LAW})(?!\w)",
    re.IGNORECASE,
)
NUMBER: t.Final = re.compile(r"(\d+)\s?([a-h]\b)?", re.IGNORECASE)


@dc.dataclass(frozen=True, slots=True)
class LawParagraph:
    """One paragraf of an act, where it is referred to."""

    start: int
    end: int
    law: str
    chapter: str | None
    number: str

    @property
    def label(self) -> str:
        """The normalised form: "MBL § 19", "AML 6 kap. 9 §"."""
        if self.chapter:
            return f"{self.law} {self.chapter} kap. {self.number} §"
        return f"{self.law} § {self.number}"


def find_diarienummer(text: str) -> tuple[str, ...]:
    """The case numbers in the text, as printed, each once, in order."""
    found: dict[str, None] = {}
    for match in DIARIENUMMER.finditer(text):
        if match["first"]:
            found[match["first"]] = None
            found.update(dict.fromkeys(ONE_OF_MORE.findall(match["more"])))
        elif _is_case_number(match):
            found[match.group()] = None
    return tuple(found)


def begins_with_case_number(line: str) -> bool:
    """Whether a case number stands first, with the word *dnr* only where that has a capital."""
    match = None if line[:1].islower() else DIARIENUMMER.match(line[:LONGEST_NUMBER])
    return match is not None and (bool(match["first"]) or _is_case_number(match))


def ends_with_case_number(line: str) -> bool:
    """Whether the last of the line is a case number, in brackets or not, after something else."""
    start = max(0, len(line) - LONGEST_NUMBER)
    return any(
        match.start() > 0
        and line[match.end() :] in ("", ")")
        and (match["first"] or _is_case_number(match))
        for match in DIARIENUMMER.finditer(line, start)
    )


def find_references(text: str) -> tuple[str, ...]:
    """Inquiries, bills, regulations and paragrafer of acts, normalised, each once, in order."""
    found = [(match.start(), _series(match)) for match in SERIES.finditer(text)]
    found += [(match.start(), f"SFS {match['number']}") for match in STATUTE.finditer(text)]
    found += [(place.start, place.label) for place in law_paragraphs(text)]
    found += [(match.start(), _european(match)) for match in EUROPEAN.finditer(text)]
    return tuple(dict.fromkeys(label for _, label in sorted(found, key=lambda entry: entry[0])))


def law_paragraphs(text: str) -> c.Iterator[LawParagraph]:
    """Every paragraf of an act that the text refers to, "MBL §§ 11 och 19" as two."""
    for match in LAW_PARAGRAPH.finditer(text):
        law = LAWS[(match["leading"] or match["trailing"]).casefold()]
        chapter = match["lchapter"] or match["tchapter"]
        numbers = match["lafter"] or match["lbefore"] or match["tafter"] or match["tbefore"]
        for number in NUMBER.finditer(numbers):
            label = " ".join(part for part in number.groups() if part)
            yield LawParagraph(match.start(), match.end(), law, chapter, label)


def _is_case_number(match: re.Match[str]) -> bool:
    if match["prefix"] in NO_REGISTRAR:
        return False
    return not (match["bare"] and _is_span_of_years(match["bare"]))


def _is_span_of_years(number: str) -> bool:
    """ "2024/2025" is a school year, "2022/2026" a plan's period."""
    years = SCHOOL_YEAR.match(number)
    return bool(
        years and len(years["second"]) == 4 and 0 < int(years["second"]) - int(years["first"]) < 15
    )


def _european(match: re.Match[str]) -> str:
    return match["before"] or f"({match['body']}) {match['after']}"


def _series(match: re.Match[str]) -> str:
    series = match["series"].rstrip(".")
    return f"{SERIES_NAMES.get(series.casefold(), series)} {match['number']}"
