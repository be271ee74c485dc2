"""Matters of samverkan: on which paragraf of the Co-determination Act, and how each ended.

Minutes write them in two ways. As groups: a line names the basis ("Avser samverkan som motsvarar
MBL § 11", "Information enligt 19 § MBL"), the matters follow line by line, and a sentence says how
they ended ("Ärendena anses informerade."). Or in running text: "Samverkan enligt MBL § 11
avslutades i enighet." A group that holds only "-" has no matters.

Samverkan stands in place of negotiation before a decision (§ 11), information in place of § 19: a
matter that was agreed, or informed of, without a paragraf being named rests on that one. What only
speaks of the Act ("frågor från MBL-förhandlingen", "Kommunal begär förhandling") is no matter.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Outcome, SamverkanMatter, Span
from importers.parse import sentences
from importers.parse.references import find_diarienummer, law_paragraphs

NEGOTIATION: t.Final = "MBL § 11"
INFORMATION: t.Final = "MBL § 19"
AGREEMENT: t.Final = "MBL § 38"
OTHER: t.Final = "annan"
KNOWN: t.Final = (NEGOTIATION, INFORMATION, AGREEMENT)

# "enligt § 19" without its act, where only the Act has such a paragraf; but not "§ 9"
BARE_PARAGRAPH: t.Final = re.compile(
    r"(?:\benligt|\bmotsvara[rn]\w*)\s(?:§{1,2}\s?(?P<after>11|19|38)|(?P<before>11|19|38)\s?§)(?!\d)"
)
# "MBL 11" "MBL §11-förhandling" without the sign or with something after it
LOOSE_PARAGRAPH: t.Final = re.compile(r"\bMBL[\s:-]{1,3}(?P<number>11|19|38)(?![\d:/-])")

# A line that names a basis and goes no further: the head of a group.
GROUP_WORD: t.Final = re.compile(
    r"\b(?:samverk\w*|information\w*|förhandl\w*|MBL|ärende\w*|beslut\w*)\b", re.IGNORECASE
)
LONGEST_HEAD: t.Final = 110  # characters
# Heads that name no paragraf: "Ärenden för information", "Samverkansärenden"
PLAIN_HEADS: t.Final = (
    (
        NEGOTIATION,
        re.compile(
            r"(?:ärenden?|punkter|frågor)\s(?:för|till)\s(?:samverkan|förhandling)"
            r"|samverkansärenden?|förhandlingsärenden?",
            re.IGNORECASE,
        ),
    ),
    (
        INFORMATION,
        re.compile(r"(?:ärenden?|punkter)\sför\sinformation|informationsärenden?", re.IGNORECASE),
    ),
)
NOTHING: t.Final = re.compile(
    r"[-–—]+|(?:det\sfinns\s|det\sfanns\s)?(?:inga?|inget|ingen|intet|utgår|saknas)\b[^.]{0,60}\.?",
    re.IGNORECASE,
)

# How it ended. Dissent outweighs agreement, so the order matters.
DISAGREED: t.Final = re.compile(
    r"\boenig\w*|\breserver(?:ar|ade)\ssig\b|\bkunde\sinte\senas\b|\b(?:inte|ej)\s(?:är\s|var\s)?"
    r"(?:eniga?|överens|samverka[ts]\w*)\b|\bavvikande\s(?:mening|uppfattning)|\butan\senighet\b"
    r"|\bmotsätter\ssig\sbeslutet\b",
    re.IGNORECASE,
)
POSTPONED: t.Final = re.compile(
    r"\b(?:ärende\w*|punkt\w*|samverkan|förhandling\w*|förslag\w*)\s[^.]{0,60}?"
    r"(?:bordl\w+|skjut\w*\supp|sköts\supp|återremitt\w+|ajournera\w*|flyttas\still|tas\supp\s(?:på|vid)\snästa"
    r"|återupptas)",
    re.IGNORECASE,
)
AGREED: t.Final = re.compile(
    r"\bsamverka(?:des|de|d|t|ts)\b|\benig(?:a|het\w*)\b|\bär\söverens\b|\bvar\söverens\b|\bkom\söverens\b"
    r"|\b(?:full)?gjor[td]\w*\s(?:\w+\s)?(?:förhandlings|samverkans|primära\sförhandlings)skyldighet\w*"
    r"|\b(?:förhandlings|samverkans)skyldigheten\s(?:är|anses)\s(?:\w+\s)?fullgjord"
    r"|\b(?:samverkan|förhandlingen)\s[^.]{0,50}?(?:avsluta[dt]\w*|slutförd\w*|är\sklar\b)",
    re.IGNORECASE,
)
INFORMED: t.Final = re.compile(
    r"\banses\s(?:\w+\s)?informera\w*|\binformation(?:en|splikten|sskyldigheten)?\s(?:är|anses)\s(?:\w+\s)?"
    r"(?:given|lämnad|fullgjord|delgiven|mottagen)\b|\bhar\s(?:informerats|delgivits|fått\sinformation|tagit\sdel)\b"
    r"|\btar\s(?:emot\s)?informationen\still\sprotokollet|\bär\sinformerade\b",
    re.IGNORECASE,
)
# Without a group or a paragraf around it a sentence must itself speak of samverkan: "Parterna är
# överens om att flytta mötet" and "Medarbetarna har informerats" are no matters.
OF_SAMVERKAN: t.Final = re.compile(
    r"\b(?:samverka\w*|förhandling\w*|anses\s(?:\w+\s)?informera\w*|informationen)\b"
    r"|\b(?:ärende|beslut|förslag)\w*\b[^.]*\b(?:o?enig|reserver|överens)"
    r"|\b(?:o?enig|reserver|överens)[^.]*\b(?:ärende|beslut|förslag)",
    re.IGNORECASE,
)
# In running text telling counts only where the paragraf is named with it.
TOLD: t.Final = re.compile(
    r"\b(?:informera[rdt]\w*|redogör|redogjorde|redovisa[rd]\w*|presentera[rd]\w*)", re.I
)
# Not a matter: somebody asks for it, or it is about another meeting or what will be.
ONLY_SPOKEN_OF: t.Final = re.compile(
    r"\b(?:begär|begärde|påkalla[rd]\w*|åberopa[rs]\w*|yrka[rd]\w*|önska[rd]\w*|frågade?r?|undra[rd]\w*"
    r"|har\stidigare|tidigare\ssamverka\w*|ska\ssamverkas|kommer\satt\ssamverkas|bör\ssamverkas)\b",
    re.IGNORECASE,
)
ALL_OF_THEM: t.Final = re.compile(r"\b(?:ärendena|samtliga|alla|punkterna|ovanstående)\b", re.I)
# What stands under a matter's name and belongs to it.
BELONGS_ABOVE: t.Final = re.compile(
    r"(?:hemställan|yttrande|svar|återrapportering|anmälan|dnr|diarienummer|bilaga)\b|\(",
    re.IGNORECASE,
)
LONGEST_MATTER: t.Final = 250  # characters
FINISHED: t.Final = (".", "!", "?")


@dc.dataclass(slots=True)
class _Group:
    """What stands under one basis while it is being read."""

    basis: str | None
    stated: bool  # the group's head names it
    matters: list[str] = dc.field(default_factory=list)
    outcomes: dict[int, Outcome] = dc.field(default_factory=dict)  # by the matter's place
    whole: Outcome | None = None
    told: bool = False
    prose: bool = False

    def ended_with(self, outcome: Outcome, *, everything: bool) -> None:
        """How the last matter ended, or all of them; dissent once noted stays."""
        if self.matters and not everything:
            place = len(self.matters) - 1
            if self.outcomes.get(place) is not Outcome.DISAGREED:
                self.outcomes[place] = outcome
        elif self.whole is not Outcome.DISAGREED:
            self.whole = outcome

    def entries(self) -> c.Iterator[SamverkanMatter]:
        """One per matter; one for the group where none is listed."""
        if not self.stated:
            return
        rest = self.whole or (Outcome.INFORMED if self._is_told() else Outcome.UNKNOWN)
        if self.matters:
            for place, matter in enumerate(self.matters):
                yield SamverkanMatter(self.basis, matter, self.outcomes.get(place, rest))
        elif self.prose:
            yield SamverkanMatter(self.basis, None, rest)

    def _is_told(self) -> bool:
        return self.told and self.basis == INFORMATION


def find_samverkan(title: str, text: str) -> tuple[SamverkanMatter, ...]:
    """The matters of samverkan in one section, in order."""
    found: list[SamverkanMatter] = []
    basis = _head(title)
    group = _Group(basis, stated=basis is not None)
    quotes = sentences.quoted(text)
    for paragraph in sentences.paragraphs(text):
        line = text[paragraph.start : paragraph.end]
        inside = sentences.without_mark(text, paragraph)
        if (basis := _head(line)) is not None:
            found.extend(group.entries())
            group = _Group(basis, stated=True)
        elif NOTHING.fullmatch(line):
            continue
        elif _names_a_matter(line):
            _add_matter(group, text[inside.start : inside.end])
        else:
            for span in sentences.sentences(text, inside, quotes):
                found.extend(_read_sentence(group, _unquoted(text, span, quotes)))
    found.extend(group.entries())
    return _without_contradictions(found)


def _without_contradictions(found: list[SamverkanMatter]) -> tuple[SamverkanMatter, ...]:
    """Each once; where somebody disagreed, agreement on the same matter does not stand."""
    disputed = {
        (entry.basis, entry.matter) for entry in found if entry.outcome is Outcome.DISAGREED
    }
    return tuple(
        entry
        for entry in dict.fromkeys(found)
        if entry.outcome is not Outcome.AGREED or (entry.basis, entry.matter) not in disputed
    )


def _head(line: str) -> str | None:
    """The basis that a heading names for what follows it, or None where it is no such heading."""
    if len(line) > LONGEST_HEAD or line.endswith(FINISHED) or not GROUP_WORD.search(line):
        return None
    for basis, pattern in PLAIN_HEADS:
        if pattern.fullmatch(line.rstrip(" :")):
            return basis
    bases = tuple(_bases(line))
    if not bases or TOLD.search(line) or ONLY_SPOKEN_OF.search(line):
        return None
    return bases[0]


def _bases(text: str) -> c.Iterator[str]:
    """The paragrafer of the Act that the text names; another act's is "annan"."""
    for place in law_paragraphs(text):
        label = place.label
        if place.law == "MBL":
            yield label if label in KNOWN else OTHER
    for found in BARE_PARAGRAPH.finditer(text):
        yield f"MBL § {found['after'] or found['before']}"
    for found in LOOSE_PARAGRAPH.finditer(text):
        yield f"MBL § {found['number']}"


def _names_a_matter(line: str) -> bool:
    """A line of its own without a full stop is a matter's name or its case number."""
    return len(line) <= LONGEST_MATTER and not line.endswith((*FINISHED, ":", ","))


def _add_matter(group: _Group, line: str) -> None:
    case_numbers = find_diarienummer(line)
    only_number = bool(case_numbers) and len(line) <= len(" ".join(case_numbers)) + 8
    if only_number or group.whole:
        return
    for case_number in case_numbers:
        line = re.sub(rf",?\s*\(?(?:[Dd]nr[.:]?\s*)?{re.escape(case_number)}\)?$", "", line)
    if group.matters and BELONGS_ABOVE.match(line):
        group.matters[-1] += " " + line if line.startswith("(") else ". " + line
    else:
        group.matters.append(line)


def _read_sentence(group: _Group, sentence: str) -> c.Iterator[SamverkanMatter]:
    """Takes a sentence into its group, or gives the matter that it is by itself."""
    group.prose = True
    told = bool(TOLD.search(sentence))
    group.told = group.told or told
    outcome = None if ONLY_SPOKEN_OF.search(sentence) else _outcome(sentence)
    named = next(_bases(sentence), None)
    if group.stated and named in (None, group.basis):
        if outcome is None:
            return
        group.ended_with(outcome, everything=bool(ALL_OF_THEM.search(sentence)))
        return
    if outcome is None and named and told and not ONLY_SPOKEN_OF.search(sentence):
        outcome = Outcome.INFORMED if named == INFORMATION else None
    if outcome is None or (named is None and not _stands_alone(sentence, outcome)):
        return
    matter = group.matters[-1] if group.matters else None
    yield SamverkanMatter(named or _usual_basis(outcome), matter, outcome)


def _stands_alone(sentence: str, outcome: Outcome) -> bool:
    return outcome is not Outcome.POSTPONED and bool(OF_SAMVERKAN.search(sentence))


def _outcome(sentence: str) -> Outcome | None:
    for outcome, pattern in (
        (Outcome.DISAGREED, DISAGREED),
        (Outcome.POSTPONED, POSTPONED),
        (Outcome.AGREED, AGREED),
        (Outcome.INFORMED, INFORMED),
    ):
        if pattern.search(sentence):
            return outcome
    return None


def _usual_basis(outcome: Outcome) -> str:
    return INFORMATION if outcome is Outcome.INFORMED else NEGOTIATION


def _unquoted(text: str, span: Span, quotes: c.Iterable[Span]) -> str:
    """The sentence without what it quotes."""
    kept, at = [], span.start
    for quote in quotes:
        if span.start <= quote.start < span.end:
            kept.append(text[at : quote.start])
            at = quote.end
    return "".join([*kept, text[at : span.end]])
