"""Matters of samverkan: on which paragraf of the Co-determination Act, and how each ended.

Minutes write them in two ways. As groups: a line names the basis ("Avser samverkan som motsvarar
MBL § 11", "Information enligt 19 § MBL"), the matters follow line by line, and a sentence says how
they ended ("Ärendena anses informerade."). Or in running text: "Samverkan enligt MBL § 11
avslutades i enighet." A group that holds only "-" has no matters.

Samverkan stands in place of negotiation before a decision (§ 11), information in place of § 19: a
matter that was agreed on, or informed of, without a paragraf being named rests on that one. What
only speaks of the Act ("frågor från MBL-förhandlingen") is no matter.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Outcome, SamverkanMatter, Span
from importers.parse import outcomes, sentences
from importers.parse.references import find_diarienummer, law_paragraphs
from importers.parse.unions import UnionNames

NEGOTIATION: t.Final = "MBL § 11"
INFORMATION: t.Final = "MBL § 19"
KNOWN: t.Final = (NEGOTIATION, INFORMATION, "MBL § 38")
OTHER: t.Final = "annan"

# "enligt § 19" without its act, where the number can only be the Act's; but not "enligt § 9"
BARE_PARAGRAPH: t.Final = re.compile(
    r"\b(?:enligt|motsvara[rn]\w*)\s(?:§{1,2}\s?(?P<after>11|19|38)|(?P<before>11|19|38)\s?§)(?!\d)"
)
# "MBL 11", "MBL §11-förhandling"; but not "MBL 11:30"
LOOSE_PARAGRAPH: t.Final = re.compile(r"\bMBL[\s:-]{1,3}(?P<number>11|19|38)(?![\d:/-])")

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
    r"(?<![\w-])(?:samverk\w*|information\w*|informera\w*|förhandl\w*|MBL\w*|medbestämmandelagen"
    r"|ärende\w*|beslut\w*|avser|som|motsvara\w*|enligt|enl|för|till|i|från|inför|om|och|samt|med"
    r"|av|de|arbetsgivaren|nämnd\w*|stadsdelsnämnd\w*|övergripande|fackliga|organisationerna"
    r"|punkt\w*|fråg\w*|anmäl\w*|behandla\w*|lämnas|ges|tas|upp|är|kap|[a-h])(?!\w)|[§\W\d_]+",
    re.IGNORECASE,
)
THE_ACT: t.Final = re.compile(
    r"[\s(–—:,-]*(?:(?:samverkan|information|förhandling)\s)?(?:enl(?:igt|\.)\s)?"
    r"(?:(?:\d{2}\s?§{1,2}|§{1,2}\s?\d{2})\s?MBL|MBL\s?(?:§{1,2}\s?\d{2}|\d{2}\s?§{0,2}))[\s)–—:-]*",
    re.IGNORECASE,
)
LONGEST_HEAD: t.Final = 110  # characters

# A list letter that ends in a full stop: "A. Bokslut. Enighet."
LETTER: t.Final = re.compile(r"[A-H]\.\s+(?=[A-ZÅÄÖ])")
# A title under which an outcome rests on § 11 where nothing else is said.
ABOUT_IT: t.Final = re.compile(r"samverka|förhandl|\bMBL\b", re.IGNORECASE)

# Under a title that names the Act: "§ 11 Ny organisation. Bordlades."
OF_THE_ACT: t.Final = re.compile(r"\bMBL\b|medbestämmandelagen")
BEGINS_WITH_PARAGRAPH: t.Final = re.compile(r"^§\s?(?:11|19|38)(?=\s[A-ZÅÄÖ])", re.MULTILINE)

NO_MATTERS: t.Final = re.compile(
    r"[-–—]+|(?:det\s(?:finns|fanns)\s)?(?:inga?|inget|ingen|intet|utgår|saknas)\b[^.]{0,60}\.?",
    re.IGNORECASE,
)
# What stands under a matter's name and belongs to it.
BELONGS_ABOVE: t.Final = re.compile(
    r"(?:hemställan|yttrande|svar|återrapportering|anmälan|dnr|diarienummer|bilaga)\b|\(",
    re.IGNORECASE,
)
LONGEST_MATTER: t.Final = 250  # characters
FINISHED: t.Final = (".", "!", "?")


@dc.dataclass(slots=True)
class _Group:
    """What stands under one basis, while it is being read."""

    basis: str | None  # None: nothing names one, and headings are only remembered
    matters: list[str] = dc.field(default_factory=list)
    ended: dict[int, Outcome] = dc.field(default_factory=dict)  # by the matter's place
    whole: Outcome | None = None  # said of the group itself, or of all its matters
    announced: Outcome | None = None  # by its head: "Följande ärenden samverkades:"
    told: bool = False
    prose: bool = False  # since the last matter
    run: int = 0  # the first of the matters listed without prose between them

    def add(self, matter: str) -> None:
        """One more matter, unless all have been closed already."""
        if self.whole is None:
            if self.prose:
                self.run, self.prose = len(self.matters), False
            self.matters.append(matter)

    def take_run(self) -> list[str]:
        """The matters listed last, which turn out to rest on another basis."""
        run, self.matters = self.matters[self.run :], self.matters[: self.run]
        return run

    def end(self, outcome: Outcome, sentence: str, *, everything: bool) -> None:
        """How the matters listed last ended, or all of them; dissent once noted stays."""
        if everything or not self.matters:
            if self.whole is not Outcome.DISAGREED:
                self.whole = outcome
            return
        run = range(self.run, len(self.matters))
        named = [place for place in run if self.matters[place].casefold() in sentence.casefold()]
        for place in named or run:
            if self.ended.get(place) is not Outcome.DISAGREED:
                self.ended[place] = outcome

    def entries(self) -> c.Iterator[SamverkanMatter]:
        """One per matter; one for the group where none is listed."""
        if self.basis is None:
            return
        told = self.told and self.basis == INFORMATION
        rest = self.whole or self.announced or (Outcome.INFORMED if told else Outcome.UNKNOWN)
        for place, matter in enumerate(self.matters):
            yield SamverkanMatter(self.basis, matter, self.ended.get(place, rest))
        if self.prose and not self.matters:
            yield SamverkanMatter(self.basis, None, rest)


def find_samverkan(title: str, text: str, names: UnionNames | None = None) -> tuple[SamverkanMatter, ...]:
    """The matters of samverkan in one section, in order."""
    found: list[SamverkanMatter] = []
    group = _Group(_basis_of_heading(title))
    if OF_THE_ACT.search(title):
        text = BEGINS_WITH_PARAGRAPH.sub(r"MBL \g<0>", text)
    quotes = sentences.quoted(text)
    for paragraph in sentences.paragraphs(text):
        inside = sentences.without_mark(text, paragraph)
        line = text[inside.start : inside.end]
        basis = _basis_of_heading(line)
        if (announced := _announced(line)) is not None:
            found.extend(group.entries())
            group = announced
        elif basis is not None:
            found.extend(group.entries())
            before, group = group, _Group(basis)
            if _says_more(line):
                group.add(THE_ACT.sub(" ", line).strip())
            elif line.endswith(FINISHED) and before.basis is None and before.matters:
                group.add(before.matters[-1])  # "Ny simhall", "Ärendet samverkas enligt MBL § 11."
        elif NO_MATTERS.fullmatch(line) and outcomes.find_outcome(line) is None:
            continue
        elif _names_a_matter(line, listed=inside != paragraph):
            _list_matter(group, line)
        else:
            spans = sentences.sentences(text, inside, quotes)
            said = tuple(_unquoted(text, span, quotes) for span in spans)
            listed = inside != paragraph or LETTER.match(line) is not None
            usual = NEGOTIATION if ABOUT_IT.search(title) else None
            found.extend(_read_paragraph(group, said, usual if listed else None, listed=listed))
    found.extend(group.entries())
    return _without_contradictions(found)


def _basis_of_heading(line: str) -> str | None:
    """The basis that a heading names for what follows it; None where it is no such heading."""
    if len(line) > LONGEST_HEAD or (line.endswith(FINISHED) and _says_more(line)):
        return None
    plain = (basis for basis, head in PLAIN_HEADS.items() if head.fullmatch(line))
    if (basis := next(plain, None)) is not None:
        return basis
    if outcomes.ONLY_SPOKEN_OF.search(line) or outcomes.find_outcome(line):
        return None
    return next(_bases(line), None)


def _announced(line: str) -> _Group | None:
    """The group of a head that tells how its matters ended: "Följande samverkades (MBL § 11):"."""
    basis = next(_bases(line), None)
    if basis is None or not line.endswith(":") or len(line) > LONGEST_HEAD:
        return None
    told = Outcome.INFORMED if basis == INFORMATION and outcomes.tells(line) else None
    outcome = outcomes.find_outcome(line) or told
    return _Group(basis, announced=outcome) if outcome else None


def _bases(text: str) -> c.Iterator[str]:
    """The paragrafer of the Act that the text names; those of no group of ours are "annan"."""
    for place in law_paragraphs(text):
        if place.law == "MBL":
            yield place.label if place.label in KNOWN else OTHER
    for found in BARE_PARAGRAPH.finditer(text):
        yield f"MBL § {found['after'] or found['before']}"
    for found in LOOSE_PARAGRAPH.finditer(text):
        yield f"MBL § {found['number']}"


def _says_more(heading: str) -> bool:
    """Whether the line names a matter too, beside the basis."""
    return bool(HEAD_WORDS.sub("", heading))


def _names_a_matter(line: str, *, listed: bool) -> bool:
    """A line of its own without a full stop, or an item of a list that reports nothing."""
    if len(line) > LONGEST_MATTER or outcomes.ONLY_SPOKEN_OF.search(line):
        return False
    if not line.endswith((*FINISHED, ":", ",")):
        return True
    return listed and line.count(". ") == 0 and not outcomes.find_outcome(line)


def _list_matter(group: _Group, line: str) -> None:
    name = _name_of(line)
    if not name:
        return
    if group.matters and not group.prose and BELONGS_ABOVE.match(name):
        group.matters[-1] += (" " if name.startswith("(") else ". ") + name
    else:
        group.add(name)


def _name_of(line: str) -> str:
    """The matter's name without list letter and case number."""
    name = LETTER.sub("", line.rstrip(".:").strip(), count=1)
    for case_number in find_diarienummer(line):
        name = re.sub(rf"[,\s]*\(?(?:[Dd]nr[.:]?\s*)?{re.escape(case_number)}\)?$", "", name)
    return name


def _read_paragraph(
    group: _Group, said: c.Sequence[str], usual: str | None, *, listed: bool
) -> c.Iterator[SamverkanMatter]:
    """Takes a paragraph into its group, or makes a group of it that names its own basis.

    "Bokslut 2024. Samverkan enligt MBL § 11. Parterna är eniga." is a matter, its basis and its
    outcome; in a list the basis may be missing.
    """
    own: _Group | None = None
    names_it = next(_bases(said[0]), None) if said and not outcomes.tells(said[0]) else None
    for place, sentence in enumerate(said):
        basis = _only_a_basis(sentence)
        if basis is not None and (place or basis != group.basis):
            matters = [_name_of(said[place - 1])] if place else group.matters[-1:]
            own = _Group(basis, matters, told=basis == INFORMATION, prose=True)
        elif own is not None:
            yield from _read(own, sentence)
        elif place == 1 and _ends_by_itself(said) and (names_it or listed):
            own = _Group(names_it or group.basis or usual, [_name_of(THE_ACT.sub(" ", said[0]))])
            yield from _read(own, sentence)
        else:
            yield from _read(group, sentence)
    if own is not None:
        yield from own.entries()


def _only_a_basis(sentence: str) -> str | None:
    """The basis where the sentence says nothing else: "Information enligt MBL § 19."."""
    if _says_more(sentence) or outcomes.find_outcome(sentence) is not None:
        return None
    return next(_bases(sentence), None)


def _ends_by_itself(said: c.Sequence[str]) -> bool:
    """Whether the second sentence tells how what the first names ended, naming no basis."""
    return (
        outcomes.find_outcome(said[0]) is None
        and outcomes.find_outcome(said[1]) is not None
        and next(_bases(said[1]), None) is None
    )


def _read(group: _Group, sentence: str) -> c.Iterator[SamverkanMatter]:
    """Takes a sentence into its group, or gives the matter that it is by itself."""
    outcome = outcomes.find_outcome(sentence)
    named = next(_bases(sentence), None)
    told = outcomes.tells(sentence)
    after_list, group.prose = not group.prose, True
    group.told |= told
    if group.basis is not None and named in (None, group.basis):
        if outcome is not None:
            group.end(outcome, sentence, everything=bool(outcomes.ALL_OF_THEM.search(sentence)))
        return
    if outcome is None and named == INFORMATION and told:
        outcome = Outcome.INFORMED
    if outcome is None or (named is None and not _stands_alone(sentence, outcome)):
        return
    if after_list and group.basis is not None and named is not None:
        taken = group.take_run()
        yield from (SamverkanMatter(named, matter, outcome) for matter in taken or (None,))
        return
    matter = group.matters[-1] if group.matters else None
    usual = INFORMATION if outcome is Outcome.INFORMED else NEGOTIATION
    yield SamverkanMatter(named or usual, matter, outcome)


def _stands_alone(sentence: str, outcome: Outcome) -> bool:
    return outcome is not Outcome.POSTPONED and bool(outcomes.OF_SAMVERKAN.search(sentence))


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
