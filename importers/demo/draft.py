"""A section being written: its paragraphs, and where in them each question and answer stands."""

import dataclasses as dc
import functools
import re
import typing as t

from archive.model import Exchange, Outcome, SamverkanMatter, Section, Span
from importers.demo.wording import Said
from importers.demo.world import registries

BREAK: t.Final = "\n\n"
BULLET: t.Final = "• "


@dc.dataclass(frozen=True, slots=True)
class WrittenSection:
    """A finished section, with what a layout needs to print it."""

    section: Section
    label: str  # "§ 12"; empty where nothing is printed before the title
    subheads: frozenset[int]  # which of its paragraphs are small headings


class Draft:
    """Collects paragraphs; `finish` gives the section."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._paragraphs: list[str] = []
        self._exchanges: list[Exchange] = []
        self._diarienummer: list[str] = []
        self._samverkan: list[SamverkanMatter] = []
        self._subheads: set[int] = set()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not self._paragraphs

    def say(self, text: str) -> Span:
        """Add one or several paragraphs; gives the place they got."""
        start = sum(len(paragraph) + len(BREAK) for paragraph in self._paragraphs)
        self._paragraphs += text.split(BREAK)
        return Span(start, start + len(text))

    def subhead(self, text: str) -> None:
        """Add a small heading within the section."""
        self._subheads.add(len(self._paragraphs))
        self.say(text)

    def exchange(
        self,
        union: str | None,
        question: Said,
        answer: Said | None,
        *,
        answered: bool,
        together: bool = False,
        between: str = "",
    ) -> None:
        """Add a question and its answer: in one paragraph, one after the other, or with a
        paragraph between them. Their labels ("Svar:") are no part of them."""
        if answer is not None and together:
            place = self.say(f"{question.whole} {answer.whole}")
            asked_end, told_end = place.start + len(question.whole), place.end
        else:
            asked_end = self.say(question.whole).end
            if between:
                self.say(between)
            told_end = self.say(answer.whole).end if answer else 0
        self._exchanges.append(
            Exchange(
                union,
                question.text,
                answer.text if answer else None,
                answered,
                Span(asked_end - len(question.text), asked_end),
                Span(told_end - len(answer.text), told_end) if answer else None,
            )
        )

    def file_under(self, numbers: t.Iterable[str]) -> None:
        """Note the case numbers that the text names."""
        self._diarienummer += [n for n in numbers if n not in self._diarienummer]

    def settle(self, basis: str | None, matter: str, outcome: Outcome) -> None:
        """Note how a matter of samverkan ended."""
        self._samverkan.append(SamverkanMatter(basis, matter, outcome))

    def finish(self, ordinal: int, number: int | None, label: str) -> WrittenSection:
        """The section under its place and number."""
        text = BREAK.join(self._paragraphs)
        section = Section(
            ordinal=ordinal,
            number=number,
            title=self.title,
            text=text,
            unions=named_unions(f"{self.title}\n{text}"),
            diarienummer=tuple(self._diarienummer),
            exchanges=tuple(self._exchanges),
            samverkan=tuple(self._samverkan),
        )
        return WrittenSection(section, label, frozenset(self._subheads))


def named_unions(text: str) -> tuple[str, ...]:
    """The unions a text names, in the registry's order. The demo never uses a union's name as an
    ordinary word with a capital, so that its printed name is enough."""
    pattern, union_of = _union_names()
    found = {union_of[name[0]] for name in pattern.finditer(text)}
    return tuple(union for union in registries().unions if union in found)


@functools.cache
def _union_names() -> tuple[re.Pattern[str], dict[str, str]]:
    union_of = {name: u.id for u in registries().unions.values() for name in u.names}
    names = "|".join(re.escape(name) for name in sorted(union_of, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})(?=s?\b)"), union_of
