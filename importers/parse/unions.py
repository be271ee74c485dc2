"""Where a union is named, and where the same word is only Swedish.

Several unions bear everyday words: Kommunal asks, while "kommunal verksamhet" is run; Vision
answers, while a board has a vision; Ledarna is an organisation, "ledarna" are the managers. Such a
name counts with a capital letter only. Inside a sentence the capital decides nearly always; at a
sentence's first word, where anything has a capital, what follows decides: what an organisation
does (see `union_verbs`), a colon or a dash, another union, or nothing more. Names that are no words
count however they are written, and the longest name wins: "Akademikerförbundet SSR" is one mention.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.registry import Union
from importers.parse.union_verbs import ACTS, BEFALLS, ORGANISED, SPEAKS

PARTNERS: t.Final = (
    r"arbetsgivaren|förvaltningen|(?:huvud)?skyddsombud\w*|övriga|de fackliga|de andra|samtliga"
)
MATTERS: t.Final = (
    r"fråg|synpunkt|yrkande|yttrande|önskemål|förslag|begäran|represent|ombud|medlem|ordförande"
    r"|årsmöte|ombudsmöte|inspel|kommentar|information|svar|uppfattning|styrelse|klubb|sektion"
)

# "Sacoföreningen", "SSR-ombudet", "Vision-klubben"; for an everyday word only with the hyphen.
BODIES: t.Final = "förening|förbunden|råd|klubb|sektion|ombud|medlem|represent|företräd"

# "Kommunal frågade", "Vision: …", "Ledarna – inget", "Kommunal, Vision och …", "Vision" alone
# but not "Kommunal verksamhet", "Vision och mål", "Ledarna i organisationen", "Vision 2030"
NOTHING_MORE: t.Final = re.compile(r"\s*(?:$|[:;.?!)\]/\n]|\s[–—-]\s|\((?!\d))")
IN_A_LIST: t.Final = re.compile(
    rf"(?:,\s*(?:[A-ZÅÄÖ]|(?:som|genom|via|liksom|samt|ej|inte|ingen|inget)\b)"
    rf"|\s+(?:och|samt|&|eller)\s+(?:[A-ZÅÄÖ]|(?:{PARTNERS})\b))"
)
SPEAKING: t.Final = re.compile(rf"\s+(?:{SPEAKS})\b", re.IGNORECASE)
ACTING: t.Final = re.compile(rf"\s+(?!{BEFALLS})(?:{ACTS})\b", re.IGNORECASE)
WITH_MEMBERS: t.Final = re.compile(ORGANISED, re.IGNORECASE)
# "Vision Ekbacken undrade", "Kommunal i Ekbacken föreslog", "Kommunal avd. 5"
ITS_BRANCH: t.Final = re.compile(
    rf"\s+(?:(?:avd\w*\.?|sektion|klubb)\s|(?:(?:i|på|vid)\s+)?[A-ZÅÄÖ][\w-]+\s+(?:{SPEAKS})\b)"
)
OF_THE_UNION: t.Final = re.compile(rf"\s+(?:\w+\s+)?(?:{MATTERS})", re.IGNORECASE)

# Never the organisation, wherever it stands: "Vision 2030", "Kommunal vuxenutbildning",
# "Vision, uppdrag och värdegrund".
A_THING: t.Final = re.compile(
    r"\s+(?:(?:19|20)\d\d\b|vuxenutbildning|verksamhet|service\b|regi\b|ekonomi\b|omsorg|sektor"
    r"|planering|förskola|skola\b|upphandling|avtalssamverkan"
    r"|och (?:mål|värdegrund|strategi)\b)|,\s+(?:uppdrag|mål|värdegrund|strategi)\b",
    re.IGNORECASE,
)
# "nämndens Vision", "vår Vision", "projektet Vision Ekbacken"
SOMEBODYS: t.Final = re.compile(
    r"\b(?:vår|en|ny|gemensam|denna|sin|\w*(?:projektet|programmet|dokumentet)|\w+(?:ens|ets|rnas))\s+$",
    re.IGNORECASE,
)
# What stands before a sentence's first word; an abbreviation's full stop ends no sentence.
SENTENCE_START: t.Final = re.compile(r"(?:^|[.:!?\n•\"”“»(]|(?:^|\s)[–—*-])\s*$")
ABBREVIATION: t.Final = re.compile(
    r"\b(?:t\.?\s?ex|bl\.?\s?a|enl|ang|resp|dvs|inkl|exkl|s\.?k|f\.?d|repr)\.\s*$", re.IGNORECASE
)
DEFINITE_PLURAL: t.Final = re.compile(r"\w+(?:ar|er|or)na", re.IGNORECASE)
# "DIK" and "LR" only in capitals; "Saco", written in two ways, in any.
ACRONYM: t.Final = re.compile(r"[A-ZÅÄÖ]{2,4}")

# "För Vision", "Representanter för Kommunal", "Akademikerförbundet SSR (ASSR)", "Vision:"
LABEL_DRESS: t.Final = re.compile(
    r"^(?:(?:(?:facklig[at]?|fackförbundet|fackförbund|förbundet|representant(?:er)?|repr\.?"
    r"|företrädare|ombud|för|från|av)\s+)*)(?P<name>.+?)\s*(?:\((?P<short>[^()]*)\))?[\s:.]*$",
    re.IGNORECASE,
)
LONGEST_LABEL: t.Final = 120
NEAR: t.Final = 100  # characters on each side that decide


@dc.dataclass(frozen=True, slots=True)
class Mention:
    """A union's name at text[start:end], its genitive s included."""

    start: int
    end: int
    union_id: str


class UnionNames:
    """Every name of every union in a registry, ready to be looked for."""

    def __init__(self, unions: c.Mapping[str, Union]) -> None:
        names = {name: union for union in unions.values() for name in union.names}
        self._unions = {_fold(name): union for name, union in names.items()}
        self._by_label = self._unions | {
            _fold(union.short): union for union in unions.values() if union.short
        }
        alternatives = "|".join(_pattern(name) for name in sorted(names, key=len, reverse=True))
        self._anywhere = re.compile(
            rf"(?<![\w-])(?P<name>{alternatives or '(?!)'})"
            rf"(?:(?P<compound>-?(?:{BODIES})\w*)|(?P<genitive>:?s))?(?!\w)",
            re.IGNORECASE,
        )

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where organisations are named, in order; everyday words of the same form are not."""
        return tuple(
            Mention(found.start(), found.end(), union.id)
            for found in self._anywhere.finditer(text)
            if (union := self._unions.get(_fold(found["name"]))) and _is_named(text, found, union)
        )

    def ids(self, text: str) -> tuple[str, ...]:
        """The unions named in the text, each once, in order of first mention."""
        return tuple(dict.fromkeys(mention.union_id for mention in self.mentions(text)))

    def only(self, text: str) -> str | None:
        """The union where a short label is exactly one union ("För Vision:"), otherwise None."""
        label = LABEL_DRESS.match(text) if len(text) <= LONGEST_LABEL else None
        if label is None:
            return None
        union = self._by_label.get(_fold(label["name"]))
        if union is None or (label["short"] and not self._abbreviates(label["short"], union)):
            return None
        return union.id

    def _abbreviates(self, short: str, union: Union) -> bool:
        """Whether brackets after the name hold only another name of it: "(ASSR)"."""
        known = self._by_label.get(_fold(short))
        return known is union or (known is None and bool(ACRONYM.fullmatch(short)))


def _fold(name: str) -> str:
    return "".join(name.casefold().replace("-", "").split())


def _pattern(name: str) -> str:
    """A name whose words may be split over lines, or have lost the space between them."""
    words = (re.sub("(?<=.)(?=förbund)", r"(?:-\\s*)?", re.escape(word)) for word in name.split())
    return r"\s*".join(words)


def _is_named(text: str, found: re.Match[str], union: Union) -> bool:
    name, after = found["name"], text[found.end() : found.end() + NEAR]
    if not _is_a_word(name, union):
        spellings = [other for other in union.names if _fold(other) == _fold(name)]
        if all(ACRONYM.fullmatch(spelling) for spelling in spellings):
            return name in spellings
        if " " not in name or "förbund" in name.casefold():
            return True
        # "Sveriges lärare undrar", but not "Scen och film är två inriktningar"
        return name[0].isupper() and (name in spellings or _is_organisation(text, found))
    if not name[0].isupper() or after.startswith("-") or A_THING.match(after):
        return False
    if compound := found["compound"]:
        return compound.startswith("-")
    return _is_organisation(text, found)


def _is_a_word(name: str, union: Union) -> bool:
    """Whether this one of the union's names is a Swedish word as well."""
    folded = _fold(name)
    return bool(DEFINITE_PLURAL.fullmatch(folded)) or (
        union.common_noun and folded == _fold(union.name)
    )


def _is_organisation(text: str, found: re.Match[str]) -> bool:
    """Judges a capitalised everyday word by its place and what follows."""
    name = found["name"]
    before, after = (
        text[max(0, found.start() - NEAR) : found.start()],
        text[found.end() : found.end() + NEAR],
    )
    shouted = name.isupper() and after.lstrip()[:2].isupper()
    starts = SENTENCE_START.search(before) and not ABBREVIATION.search(before)
    if not starts and not shouted:
        return not SOMEBODYS.search(before)
    if found["genitive"]:
        return not DEFINITE_PLURAL.fullmatch(name) or bool(OF_THE_UNION.match(after))
    if NOTHING_MORE.match(after) or IN_A_LIST.match(after) or SPEAKING.match(after):
        return True
    acts = ACTING.match(after) and (shouted or after.lstrip()[:1].islower())
    if DEFINITE_PLURAL.fullmatch(name):
        return bool(acts and WITH_MEMBERS.match(after))
    return bool(acts or ITS_BRANCH.match(after))
