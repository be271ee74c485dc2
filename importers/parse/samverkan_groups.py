"""What stands under one basis of samverkan while it is being read: its matters, and how they ended.

Matters are listed one after the other; what is said then is said of the ones listed since anything
was last said, or of the one it names. Dissent once noted stays, and a question that is put off
("Frågan återkommer") ends nothing that has been agreed on. Where no matter is listed the section
itself is the matter.

Under § 19 everything listed has been informed of: that is what such a heading records. A firm
group was announced as one and gives all its matters; one that is only surmised, from a title or
from a sentence, gives those whose end is told.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Outcome, SamverkanMatter
from importers.parse import outcomes
from importers.parse.references import find_diarienummer
from importers.parse.reservations import find_reservations, reserves
from importers.parse.samverkan_bases import INFORMATION, NEGOTIATION
from importers.parse.unions import UnionNames

# "riskbedömning" "risk- och konsekvensanalys" "konsekvensbedömningen" "riskanalys"
RISK_ASSESSMENT: t.Final = re.compile(
    r"\b(?:risk-?\s(?:och|/)\s?)?(?:risk|konsekvens)(?:bedöm(?:ning|d|t|as|s\b)|analys)",
    re.IGNORECASE,
)
MOST_NAMED: t.Final = 40  # in a longer list nobody picks out matters by name


@dc.dataclass(slots=True)
class Said:
    """What was said of one matter, or of several listed together."""

    outcome: Outcome | None = None
    final: bool = False  # told in words that weaker ones do not undo
    sentences: list[str] = dc.field(default_factory=list)

    def note(self, outcome: Outcome, *, final: bool = True, perhaps: bool = False) -> None:
        """How it ended; what may only mean so decides where nothing else has."""
        if perhaps and self.outcome:
            return
        if self.outcome is Outcome.DISAGREED and (
            self.final or outcome is not Outcome.AGREED or not final
        ):
            return
        if self.outcome is Outcome.AGREED and self.final and not final:
            return
        self.outcome, self.final = outcome, final


@dc.dataclass(slots=True)
class Matter:
    """One listed matter."""

    name: str
    case_numbers: tuple[str, ...]
    with_others: Said
    alone: Said = dc.field(default_factory=Said)
    late: bool = False  # listed after the group's end had been told

    @property
    def outcome(self) -> Outcome | None:
        """Its own, or that of the list it stands in."""
        return self.alone.outcome or self.with_others.outcome


class Group:
    """What stands under one basis; `basis` None only remembers headings."""

    def __init__(
        self, basis: str | None, *, firm: bool = True, announced: Outcome | None = None
    ) -> None:
        self.basis = basis
        self.firm = firm
        self._announced = announced  # by its head: "Följande ärenden samverkades:"
        self._matters: list[Matter] = []
        self._listed = Said()  # of the matters listed without prose between them
        self._whole = Said()  # of the group itself, or of all its matters
        self._closed = False
        self._prose = False  # since the last matter

    def anew(self) -> "Group":
        """A group under the same head, with nothing in it yet."""
        return Group(self.basis, firm=self.firm, announced=self._announced)

    def surmises(self, basis: str) -> bool:
        """Whether only a sentence says that the group rests on that basis."""
        return self.basis == basis and not self.firm

    @property
    def is_not_informed(self) -> bool:
        """Whether it cannot be this group that was informed of: § 11's, surmised or ended."""
        return self.basis == NEGOTIATION and (not self.firm or self._closed)

    @property
    def is_disputed(self) -> bool:
        """Whether somebody disagreed in what was said last."""
        said = self._listed if self._matters else self._whole
        return said.outcome is Outcome.DISAGREED

    def begin_disputed(self) -> None:
        """Somebody disagreed before the basis was named; closing in agreement undoes it."""
        said = self._listed if self._matters else self._whole
        said.note(Outcome.DISAGREED, final=False)

    @property
    def last_name(self) -> str | None:
        """The matter listed last."""
        return self._matters[-1].name if self._matters else None

    @property
    def last_is_numbered(self) -> bool:
        """Whether the matter listed last has a case number."""
        return bool(self._matters and self._matters[-1].case_numbers)

    @property
    def ends_in_list(self) -> bool:
        """Whether nothing was said since the last matter was listed."""
        return bool(self._matters) and not self._prose

    def list_matter(self, name: str, case_numbers: c.Iterable[str] = ()) -> Matter | None:
        """One more matter, unless all have been closed already."""
        if self._closed:
            return None
        if self._prose:
            self._listed, self._prose = Said(), False
        matter = Matter(name, tuple(case_numbers), self._listed)
        matter.late = not self._matters and self._whole.outcome is not None
        self._matters.append(matter)
        return matter

    def add_to_last(self, words: str, case_numbers: c.Iterable[str]) -> bool:
        """Words that belong to the matter listed last, if something has not been said since."""
        if not self.ends_in_list:
            return False
        last = self._matters[-1]
        last.name += words
        last.case_numbers = tuple(dict.fromkeys((*last.case_numbers, *case_numbers)))
        return True

    @property
    def has_prose(self) -> bool:
        """Whether anything was said since the last matter, or at all."""
        return self._prose

    def take_all(self) -> list[Matter]:
        """All its matters, which turn out to rest on another basis."""
        taken, self._matters = self._matters, []
        return taken

    def take_listed(self) -> list[Matter]:
        """The matters listed last, which turn out to rest on another basis."""
        taken = [matter for matter in self._matters if matter.with_others is self._listed]
        self._matters = [m for m in self._matters if m.with_others is not self._listed]
        return taken

    def say(self, sentence: str) -> None:
        """Takes in what is told of the matters listed last."""
        self._prose = True
        outcome = outcomes.find_outcome(sentence)
        perhaps = outcomes.perhaps(sentence) if outcome is None else None
        if outcome is not None and outcomes.ALL_OF_THEM.search(sentence):
            self._whole.note(outcome, final=outcomes.is_final(sentence, outcome))
            self._closed = bool(self._matters)
        for said in self._meant(sentence) if outcome or perhaps or _tells_more(sentence) else ():
            said.sentences.append(sentence)
            if outcome is not None and not self._closed:
                said.note(outcome, final=outcomes.is_final(sentence, outcome))
            elif perhaps is not None:
                said.note(perhaps, perhaps=True)

    def end(self, outcome: Outcome, words: str, *, final: bool = True) -> None:
        """How the matter listed last ended, in so many words."""
        self._prose = True
        said = self._matters[-1].alone if self._matters else self._whole
        said.note(outcome, final=final)
        said.sentences.append(words)

    def matters(self, names: UnionNames) -> c.Iterator[SamverkanMatter]:
        """One per matter; one for the group where none is listed."""
        if self.basis is None:
            return
        rest = self._whole.outcome or self._announced
        for matter in self._matters:
            outcome = matter.outcome or rest
            if outcome or (self.firm and not matter.late):
                told = (*matter.with_others.sentences, *matter.alone.sentences)
                yield self._matter(matter.name, outcome, matter.case_numbers, told, names)
        ended = self._whole.outcome is not None and not self._closed
        if (self.firm and self._prose and not self._matters) or ended:
            yield self._matter(None, rest, (), self._whole.sentences, names)

    def _meant(self, sentence: str) -> list[Said]:
        """The matters that the sentence names, else all that were listed last, else the group."""
        if not self._matters:
            return [self._whole]
        listed = self._matters[-MOST_NAMED - 1 :]
        run = [matter for matter in listed if matter.with_others is self._listed]
        if len(run) > MOST_NAMED:
            return [self._listed]
        named = [m.alone for m in run if m.name.casefold() in sentence.casefold()]
        return named or [self._listed]

    def _matter(
        self,
        name: str | None,
        outcome: Outcome | None,
        case_numbers: c.Iterable[str],
        told: c.Iterable[str],
        names: UnionNames,
    ) -> SamverkanMatter:
        reservations = (r for sentence in told for r in find_reservations(sentence, names))
        told_of = " ".join((name or "", *told))
        return SamverkanMatter(
            basis=self.basis,
            matter=name,
            outcome=self._as_ended(outcome),
            diarienummer=tuple(dict.fromkeys((*case_numbers, *find_diarienummer(told_of)))),
            reservations=tuple(dict.fromkeys(reservations)),
            risk_assessment=RISK_ASSESSMENT.search(told_of) is not None,
        )

    def _as_ended(self, outcome: Outcome | None) -> Outcome:
        """Nobody agrees on information: parties that are at one about it have been informed."""
        if self.basis == INFORMATION and outcome in (None, Outcome.AGREED):
            return Outcome.INFORMED
        return outcome or Outcome.UNKNOWN


def _tells_more(sentence: str) -> bool:
    """Whether something is said that belongs to a matter beside its end."""
    return bool(
        reserves(sentence) or RISK_ASSESSMENT.search(sentence) or find_diarienummer(sentence)
    )
