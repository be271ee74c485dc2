"""Goes through a section of the minutes and gathers its matters of samverkan, group by group.

A head opens a firm group; a sentence that names a paragraf, or tells an end, opens one that is only
surmised and lasts until the next head or matter. What a group holds, and how it ended, is its own
business.
"""

import collections.abc as c
import re
import typing as t

from archive.model import Outcome, SamverkanMatter
from importers.parse import outcomes
from importers.parse.references import (
    begins_with_case_number,
    ends_with_case_number,
    find_diarienummer,
)
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
from importers.parse.samverkan_groups import Group
from importers.parse.samverkan_lines import (
    BELONGS_ABOVE,
    LETTER,
    LETTERS,
    LONGEST_MATTER,
    is_done,
    may_name,
    name_of,
    names_a_matter,
    says_nothing,
)
from importers.parse.samverkan_tables import TableRow, is_head, read_row
from importers.parse.unions import UnionNames

# A title under which an end that is told rests on § 11 where nothing else is said.
# "Samverkan inför nämnd", "MBL-ärenden"; but not "Samverkansgruppens arbete", "Löneförhandling"
ABOUT_IT: t.Final = re.compile(
    r"\bsamverka(?:n(?!s)\b|nsärende\w*|s\b)|\bförhandl|\bMBL\b", re.IGNORECASE
)
# "Samverkan sker enligt MBL § 11.", "Frågan förhandlades enligt MBL § 11 den 4 maj."
OPENS: t.Final = re.compile(
    r"\b(?:samverka|(?:MBL-)?förhandl)\w*|\btas\s(?:\w+\s)?upp\senl|\bbehandlas\senl", re.IGNORECASE
)
# Before a colon or a dash: "Samverkan: ja", "Resultat: enighet"
TELLS_RESULT: t.Final = re.compile(
    r"samverka|(?:MBL-)?förhandl|(?:resultat|utfall)\w*$", re.IGNORECASE
)
BEGUN: t.Final = re.compile(r"\b(?:inletts|inleds|inleddes|pågår|påbörja\w+)\b", re.IGNORECASE)
# Between what a list's item names and how it ended: "Taxor – enighet", "MBL 11: Enighet"
PARTED: t.Final = re.compile(r"\s[–—-]\s|:\s|\s→\s")


class SamverkanReader:
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
        elif says_nothing(line):
            return
        elif names_a_matter(line, listed=listed, after_prose=self._group.has_prose):
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
            self._group.list_matter(name_of(THE_ACT.sub(" ", line)), find_diarienummer(line))
        elif line.endswith(FINISHED):
            if before.basis is None and before.last_name:
                self._group.list_matter(before.last_name)  # "Ny simhall", "Ärendet samverkas …"
            self._group.say(line)

    def _list(self, line: str, *, listed: bool) -> None:
        name, numbers = name_of(line), find_diarienummer(line)
        if not LETTERS.search(name):
            self._group.add_to_last("", numbers)
        elif self._group.ends_in_list and (
            name.startswith("(")
            or (not (listed or self._is_numbered(line)) and BELONGS_ABOVE.match(name))
        ):
            self._group.add_to_last((" " if name.startswith("(") else ". ") + name, numbers)
        else:
            self._back_under_heading()
            self._group.list_matter(name, numbers)

    def _is_numbered(self, line: str) -> bool:
        """Whether the line has a case number of its own, as the matters of its list do."""
        has_one = ends_with_case_number(line) and self._group.last_is_numbered
        return has_one or begins_with_case_number(line)

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
            self._group.list_matter(name_of(THE_ACT.sub(" ", name)), find_diarienummer(name))
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
            named = may_name(said[0]) if place == 1 else None
            if basis is not None and named:
                self._open(Group(basis))
                self._group.list_matter(name_of(named), find_diarienummer(named))
                self._group.say(sentence)
                own = True
            elif place == 1 and (known := self._ends_by_itself(said, listed=listed)):
                if known != self._group.basis or before.basis is None:
                    self._open(Group(known))
                    own = own or before.basis is None
                self._group.list_matter(name_of(THE_ACT.sub(" ", said[0])))
                self._group.say(sentence)
            else:
                self._sentence(sentence)
        if own and before.basis is None:
            self._open(Group(None))

    def _named_first(self, said: c.Sequence[str]) -> c.Sequence[str]:
        """Lists the matter that an item begins with, and gives what is told of it."""
        name = may_name(said[0])
        argued = self._group.has_prose and self._group.last_name is None
        if name is None or only_a_basis(said[1]) or argued:
            return said
        self._list(name, listed=True)
        return said[1:]

    def _ends_by_itself(self, said: c.Sequence[str], *, listed: bool) -> str | None:
        """The basis where the second sentence tells how what the first names ended."""
        if not may_name(said[0]) or outcomes.find_outcome(said[0]) is not None:
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
            if named and named != OTHER and OPENS.search(sentence) and is_done(sentence):
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
