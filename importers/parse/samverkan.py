"""Matters of samverkan: on which paragraf of the Co-determination Act, and how each ended.

Minutes write them in three ways. As groups: a line names the basis ("Avser samverkan som motsvarar
MBL § 11", "Information enligt 19 § MBL"), the matters follow line by line, and a sentence says how
they ended ("Ärendena anses informerade."). In tables, and in lists whose items tell their own end
("Taxor – enighet"). Or in running text: "Samverkan enligt MBL § 11 avslutades i enighet." A group
that holds only "-" has no matters.

Samverkan stands in place of negotiation before a decision (§ 11), information in place of § 19: a
matter that was agreed on, or informed of, without a paragraf being named rests on that one. What
only speaks of the Act ("frågor från MBL-förhandlingen"), or of what is to come, is no matter.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Outcome, SamverkanMatter, Span
from importers.parse import outcomes, sentences
from importers.parse.references import find_diarienummer
from importers.parse.reservations import find_reservations, reserves
from importers.parse.samverkan_bases import (
    FINISHED,
    INFORMATION,
    LONGEST_HEAD,
    NEGOTIATION,
    OTHER,
    THE_ACT,
    bases,
    basis_of,
    basis_of_heading,
    only_a_basis,
    says_more,
)
from importers.parse.samverkan_groups import RISK_ASSESSMENT, Group
from importers.parse.samverkan_tables import TableRow, is_head, read_row
from importers.parse.unions import UnionNames

# A list letter that ends in a full stop: "A. Bokslut. Enighet."
CLOSING: t.Final = '”"»)'
LETTER: t.Final = re.compile(r"[A-H]\.\s+(?=[A-ZÅÄÖ])")
# A title under which an end that is told rests on § 11 where nothing else is said.
# "Samverkan inför nämnd", "MBL-ärenden"; but not "Samverkansgruppens arbete", "Löneförhandling"
ABOUT_IT: t.Final = re.compile(
    r"\bsamverka(?:n(?!s)\b|nsärende\w*|s\b)|\bförhandl|\bMBL\b", re.IGNORECASE
)

# Without any of these there is no samverkan, and most sections have none.
WORTH_READING: t.Final = re.compile(
    r"samverk|förhandl|MBL|medbestämm|§|enig|erinra|reserver|inform|invänd|tillstyrk|överens|bakom",
    re.IGNORECASE,
)

# Under a title that names the Act: "§ 11 Ny organisation. Bordlades."
OF_THE_ACT: t.Final = re.compile(r"\bMBL\b|medbestämmandelagen")
BEGINS_WITH_PARAGRAPH: t.Final = re.compile(r"^§\s?(?:11|19|38)(?=\s[A-ZÅÄÖ])", re.MULTILINE)
# "Samverkan sker enligt MBL § 11.", "Frågan förhandlades enligt MBL § 11 den 4 maj."
OPENS: t.Final = re.compile(
    r"\b(?:samverka|(?:MBL-)?förhandl)\w*|\btas\s(?:\w+\s)?upp\senl|\bbehandlas\senl", re.IGNORECASE
)
# Before a colon or a dash: "Samverkan: ja", "Resultat: enighet"
TELLS_RESULT: t.Final = re.compile(
    r"samverka|(?:MBL-)?förhandl|(?:resultat|utfall)\w*$", re.IGNORECASE
)
BEGUN: t.Final = re.compile(r"\b(?:inletts|inleds|inleddes|pågår|påbörja\w+)\b", re.IGNORECASE)
DENIED: t.Final = re.compile(r"\b(?:inte|ej|ingen|inga|något|någon)\b", re.IGNORECASE)
# A sentence, then, and no name: "Frågan förhandlades den 4 maj"
IS_DONE_TO: t.Final = re.compile(
    r"\b(?:samverka|förhandla|informera)(?:s|d|t|des|ts)\b", re.IGNORECASE
)

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
    r"(?:bakgrund|diskussion|beslut|förslag(?:et)?|frågor(?:\soch\ssvar)?|svar|synpunkter|yttranden?"
    r"|(?:protokolls|särskild\s)anteckning(?:ar)?|riskbedömning|konsekvensanalys|ärendet|ärenden"
    r"|ärendebeskrivning|sammanfattning|tidplan|bilagor|bilaga|överläggning|resultat)\s?:?",
    re.IGNORECASE,
)
# A sentence and no name: "Förslaget har remissbehandlats"
FINITE: t.Final = re.compile(
    r"\b(?:är|var|har|hade|får|fick|ska|skall|skulle|kan|kunde|blir|blev|kommer|finns|fanns|måste|bör"
    r"|föreslår|innebär|säger|\w{3,}(?:ades|ats|ade|des))\b",
    re.IGNORECASE,
)
# Between what a list's item names and how it ended: "Taxor – enighet", "MBL 11: Enighet"
PARTED: t.Final = re.compile(r"\s[–—-]\s|:\s|\s→\s")
LETTERS: t.Final = re.compile(r"[^\W\d_]{3}")
LONGEST_MATTER: t.Final = 250  # characters
CLAUSE: t.Final = re.compile(r";\s")


def find_samverkan(title: str, text: str, names: UnionNames) -> tuple[SamverkanMatter, ...]:
    """The matters of samverkan in one section, in order."""
    if not WORTH_READING.search(text) and not WORTH_READING.search(title):
        return ()
    if OF_THE_ACT.search(title):
        text = BEGINS_WITH_PARAGRAPH.sub(r"MBL \g<0>", text)
    reader = _Reader(title, names)
    quotes = sentences.quoted(text)
    for row in _rows(text):
        if len(row) > 1 and reader.read_row([text[cell.start : cell.end] for cell in row]):
            continue
        for cell in row:
            inside = sentences.without_mark(text, cell)
            spans = sentences.sentences(text, inside, quotes)
            said = tuple(
                clause for span in spans for clause in CLAUSE.split(_unquoted(text, span, quotes))
            )
            line = text[inside.start : inside.end]
            reader.read(line, said, listed=inside != cell, in_row=len(row) > 1)
    found = _without_contradictions(reader.finish())
    return (_with_all_that_is_said(found[0], title, text, names),) if len(found) == 1 else found


def _with_all_that_is_said(
    matter: SamverkanMatter, title: str, text: str, names: UnionNames
) -> SamverkanMatter:
    """A section's only matter, with what the whole section says of it."""
    quotes = sentences.quoted(text)
    said = (
        _unquoted(text, span, quotes)
        for paragraph in sentences.paragraphs(text)
        for span in sentences.sentences(text, paragraph, quotes)
    )
    reservations = (r for sentence in said for r in find_reservations(sentence, names))
    return dc.replace(
        matter,
        diarienummer=matter.diarienummer or find_diarienummer(f"{title}\n{text}"),
        reservations=tuple(dict.fromkeys((*matter.reservations, *reservations))),
        risk_assessment=RISK_ASSESSMENT.search(text) is not None,
    )


def _rows(text: str) -> c.Iterator[list[Span]]:
    """The paragraphs, the cells of a table's row together."""
    row: list[Span] = []
    for span in sentences.paragraphs(text):
        if row and text[row[-1].end : span.start].strip() != "|":
            yield row
            row = []
        row.append(span)
    if row:
        yield row


class _Reader:
    """Goes through one section and keeps the group that is being read."""

    def __init__(self, title: str, names: UnionNames) -> None:
        self._names = names
        self._found: list[SamverkanMatter] = []
        self._about_it = bool(ABOUT_IT.search(title))
        several = len(set(bases(title))) > 1
        basis = None if several else basis_of_heading(title)
        surmised = NEGOTIATION if self._about_it else None
        self._group = Group(basis or surmised, firm=basis is not None)
        self._heading = self._group  # what a new matter stands under, whatever was told between

    def finish(self) -> tuple[SamverkanMatter, ...]:
        """Everything found."""
        self._open(Group(None))
        return tuple(self._found)

    def read_row(self, cells: c.Sequence[str]) -> bool:
        """Takes a table's row, if it is one of matters or of their columns' heads."""
        if is_head(cells):
            return True
        row = read_row(cells)
        if row is None or (row.basis is None and self._group.basis is None):
            return False
        self._list_row(row)
        return True

    def read(self, line: str, said: c.Sequence[str], *, listed: bool, in_row: bool) -> None:
        """Takes a paragraph: a head, a matter's name, or what is told."""
        basis = basis_of_heading(line)
        if (announced := _announced(line)) is not None:
            self._open_heading(announced)
        elif (item := self._item(line)) is not None:
            self._take_item(*item)
        elif basis is not None:
            self._head(basis, line)
        elif _says_nothing(line):
            return
        elif self._names_a_matter(line, listed=listed):
            if not in_row or self._group.basis is not None:  # a cell is no heading to remember
                self._list(line, listed=listed)
        else:
            self._paragraph(said, listed=listed or LETTER.match(line) is not None)

    def _open(self, group: Group) -> None:
        self._found += self._group.matters(self._names)
        self._group = group

    def _open_heading(self, group: Group) -> None:
        self._open(group)
        self._heading = group

    def _back_under_heading(self) -> None:
        """A new matter stands under the heading again, not with what was told of the last."""
        if self._heading.firm and self._group.basis != self._heading.basis:
            self._open_heading(self._heading.anew())

    def _head(self, basis: str, line: str) -> None:
        before = self._group
        self._open_heading(Group(basis))
        if says_more(line):
            self._group.list_matter(_name_of(THE_ACT.sub(" ", line)), find_diarienummer(line))
        elif line.endswith(FINISHED):
            if before.basis is None and before.last_name:
                self._group.list_matter(before.last_name)  # "Ny simhall", "Ärendet samverkas …"
            self._group.say(line)

    def _names_a_matter(self, line: str, *, listed: bool) -> bool:
        """A line of its own without a full stop, or an item of a list, that reports nothing."""
        if len(line) > LONGEST_MATTER or outcomes.ONLY_SPOKEN_OF.search(line) or reserves(line):
            return False
        if outcomes.find_outcome(line) is not None or (basis_of(line) and outcomes.tells(line)):
            return False
        if not line.rstrip(CLOSING).endswith((*FINISHED, ":", ",")):
            return listed or ". " not in LETTER.sub("", line, count=1)
        # After what is told a list is of arguments, unless it is of names.
        return listed and line.count(". ") == 0 and not self._group.has_prose

    def _list(self, line: str, *, listed: bool) -> None:
        name, numbers = _name_of(line), find_diarienummer(line)
        if not LETTERS.search(name):
            self._group.add_to_last("", numbers)
        elif self._group.ends_in_list and (
            name.startswith("(") or (not listed and BELONGS_ABOVE.match(name))
        ):
            self._group.add_to_last((" " if name.startswith("(") else ". ") + name, numbers)
        else:
            self._back_under_heading()
            self._group.list_matter(name, numbers)

    def _list_row(self, row: TableRow) -> None:
        if row.basis not in (None, self._group.basis):
            self._open(Group(row.basis))
        self._group.list_matter(row.matter, row.case_numbers)
        if row.outcome is not None:
            self._group.end(row.outcome, row.result)

    def _item(self, line: str) -> tuple[str, Outcome, str] | None:
        """What a line names, and the end that it tells after a dash or a colon."""
        if len(line) > LONGEST_MATTER:
            return None
        for sign in reversed(list(PARTED.finditer(line))):
            name, words = line[: sign.start()].strip(), line[sign.end() :].strip()
            outcome = outcomes.find_result(words) if words.count(". ") == 0 else None
            known = self._group.basis or basis_of(name) or TELLS_RESULT.match(name)
            if outcome and known and not self._speaks(name):
                return name, outcome, words
        return None

    def _speaks(self, name: str) -> bool:
        """Whether what stands before the sign is somebody, or a sentence of its own."""
        return bool(self._names.ids(name)) or ". " in name or outcomes.tells(name)

    def _take_item(self, name: str, outcome: Outcome, words: str) -> None:
        """ "Taxor – enighet", or of what stands above it "MBL 11: Enighet"."""
        basis = basis_of(name)
        if basis is None and outcome is Outcome.INFORMED and self._group.basis == NEGOTIATION:
            basis = INFORMATION
        elif basis is None:
            self._back_under_heading()
        if not says_more(name):
            self._of_above(basis or self._group.basis or NEGOTIATION)
        else:
            if basis not in (None, self._group.basis):
                self._open(Group(basis))
            self._group.list_matter(_name_of(THE_ACT.sub(" ", name)), find_diarienummer(name))
        self._group.end(outcome, words)

    def _of_above(self, basis: str, *, firm: bool = False, everything: bool = False) -> None:
        """A group of that basis, with what was listed last and rests on no other."""
        if basis == self._group.basis:
            return
        known = self._group.basis is not None
        if everything and not known:
            taken, known = self._group.take_all(), True
        elif not known or self._group.ends_in_list:
            taken = self._group.take_listed()
            taken = taken if known else taken[-1:]
        else:
            taken = []
        disputed = not known and self._group.is_disputed
        self._open(Group(basis, firm=firm))
        for matter in taken:
            self._group.list_matter(matter.name, matter.case_numbers)
        if disputed:
            self._group.begin_disputed()

    def _paragraph(self, said: c.Sequence[str], *, listed: bool) -> None:
        """Takes a paragraph into its group, or makes a group of it that names its own basis.

        "Bokslut 2024. Samverkan enligt MBL § 11. Parterna är eniga." is a matter, its basis and
        its outcome; in a list the basis may be missing.
        """
        before, own = self._group, False
        numbered = self._group.firm and find_diarienummer(said[0])
        several = len(said) > 1 and said[0].endswith(FINISHED)
        if several and (listed or numbered) and not self._ends_by_itself(said, listed=True):
            said = self._named_first(said)
        for place, sentence in enumerate(said):
            basis = only_a_basis(sentence)
            named = _may_name(said[0]) if place == 1 else None
            if basis is not None and named:
                self._open(Group(basis))
                self._group.list_matter(_name_of(named), find_diarienummer(named))
                self._group.say(sentence)
                own = True
            elif place == 1 and (known := self._ends_by_itself(said, listed=listed)):
                if known != self._group.basis or before.basis is None:
                    self._open(Group(known))
                    own = own or before.basis is None
                self._group.list_matter(_name_of(THE_ACT.sub(" ", said[0])))
                self._group.say(sentence)
            else:
                self._sentence(sentence)
        if own and before.basis is None:
            self._open(Group(None))

    def _named_first(self, said: c.Sequence[str]) -> c.Sequence[str]:
        """Lists the matter that an item begins with, and gives what is told of it."""
        name = _may_name(said[0])
        argued = self._group.has_prose and self._group.last_name is None
        if name is None or only_a_basis(said[1]) or argued:
            return said
        self._list(name, listed=True)
        return said[1:]

    def _ends_by_itself(self, said: c.Sequence[str], *, listed: bool) -> str | None:
        """The basis where the second sentence tells how what the first names ended."""
        if not _may_name(said[0]) or outcomes.find_outcome(said[0]) is not None:
            return None
        if outcomes.find_outcome(said[1]) is None or basis_of(said[1]) is not None:
            return None
        usual = self._group.basis or (NEGOTIATION if self._about_it else None)
        return basis_of(said[0]) or (usual if listed else None)

    def _sentence(self, sentence: str) -> None:
        """Takes a sentence into its group, or makes a group of it."""
        named = basis_of(sentence)
        outcome = outcomes.find_outcome(sentence)
        if named == INFORMATION and outcome is None and outcomes.tells(sentence):
            outcome = Outcome.INFORMED
        negotiated = outcome in (Outcome.AGREED, Outcome.DISAGREED) and OPENS.search(sentence)
        if negotiated and named is None and self._group.surmises(INFORMATION):
            named = NEGOTIATION
        if outcome is Outcome.INFORMED and named is None and self._group.is_not_informed:
            named = INFORMATION
        if self._group.basis is not None and named in (None, self._group.basis):
            self._group.say(sentence)
            return
        if outcome is None:
            if named and named != OTHER and OPENS.search(sentence) and _is_done(sentence):
                self._of_above(named, firm=BEGUN.search(sentence) is not None)
            self._group.say(sentence)
        elif named or outcomes.stands_alone(sentence, outcome):
            usual = INFORMATION if outcome is Outcome.INFORMED else NEGOTIATION
            everything = outcomes.ALL_OF_THEM.search(sentence) is not None
            self._of_above(named or usual, everything=everything)
            self._group.say(sentence)
            self._group.end(outcome, "", final=False)
        else:
            self._group.say(sentence)


def _announced(line: str) -> Group | None:
    """The group of a head that tells how its matters ended: "Följande samverkades (MBL § 11):"."""
    if not line.endswith(":") or len(line) > LONGEST_HEAD:
        return None
    basis = basis_of(line)
    if basis is None:
        return None
    told = Outcome.INFORMED if basis == INFORMATION and outcomes.tells(line) else None
    outcome = outcomes.find_outcome(line) or told
    return Group(basis, announced=outcome) if outcome else None


def _says_nothing(line: str) -> bool:
    """Whether the line heads a part of the section, or says that there is no matter."""
    if SUBHEAD.fullmatch(line):
        return True
    return NO_MATTERS.fullmatch(line) is not None and outcomes.find_outcome(line) is None


def _may_name(sentence: str) -> str | None:
    """The sentence, where it may be a matter's name and tells nothing."""
    if len(sentence) > LONGEST_HEAD or outcomes.tells(sentence):
        return None
    return None if IS_DONE_TO.search(sentence) or FINITE.search(sentence) else sentence


def _is_done(sentence: str) -> bool:
    """Whether the sentence says that something is negotiated, not that it will be or should."""
    spoken = outcomes.ONLY_SPOKEN_OF.search(sentence) or outcomes.is_to_come(sentence)
    return not (spoken or DENIED.search(sentence)) and not sentence.rstrip().endswith("?")


def _name_of(line: str) -> str:
    """The matter's name without list letter and case number."""
    name = LETTER.sub("", line.strip().rstrip(".:").strip(), count=1)
    for case_number in find_diarienummer(line):
        number = re.escape(case_number)
        name = re.sub(rf"[,\s]*\(?(?:[Dd]nr[.:]?\s*)?{number}\)?$", "", name)
        name = re.sub(rf"^(?:[Dd]nr[.:]?\s*)?{number}[,:\s]*", "", name)
    return name


def _unquoted(text: str, span: Span, quotes: c.Iterable[Span]) -> str:
    """The sentence without what it quotes."""
    kept, at = [], span.start
    for quote in quotes:
        if span.start <= quote.start < span.end:
            kept.append(text[at : quote.start])
            at = quote.end
    return "".join([*kept, text[at : span.end]])


def _without_contradictions(found: c.Sequence[SamverkanMatter]) -> tuple[SamverkanMatter, ...]:
    """Each once; where somebody disagreed, agreement on the same matter does not stand."""
    disputed = {
        (entry.basis, entry.matter) for entry in found if entry.outcome is Outcome.DISAGREED
    }
    return tuple(
        entry
        for entry in dict.fromkeys(found)
        if entry.outcome is not Outcome.AGREED or (entry.basis, entry.matter) not in disputed
    )
