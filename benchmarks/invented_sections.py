"""One invented section: its title, its text with questions and answers, and what is known of it.

The body comes from `invented_text`; what is added here are the turns that every protocol has, which
are always worded alike, and so give phrases something to find.
"""

import collections.abc as c
import random
import typing as t

import invented_words as words

from archive.model import (
    Exchange,
    Outcome,
    PageStart,
    SamverkanMatter,
    Section,
    Span,
)
from archive.registry import packaged

OPENING: t.Final = ("Mötets öppnande", "Val av justerare", "Föregående protokoll")
TOPICS: t.Final = tuple(topic for topic in packaged().topics if topic != "formalia")

PAGE: t.Final = 2400  # characters
_SUBJECT_WORDS: t.Final = 30

_TITLES: t.Final = (
    *("{}", "{}", "{} och {}", "{} inför {}", "Information om {}", "Uppföljning av {}"),
    *("Förslag till {}", "Kvarvarande frågor om {}", "Samverkan enligt MBL § 11: {}"),
)
_ASKS: t.Final = ("frågar om", "undrar varför", "önskar veta om", "framför att", "påtalar att")
_SAYS: t.Final = ("instämmer", "deltar", "tar upp frågan", "har inget att tillägga")
_ANSWERS: t.Final = (
    *("Arbetsgivaren svarar att", "Arbetsgivaren framhåller att", "Förvaltningen svarar att"),
)
_PUTS_OFF: t.Final = "Arbetsgivaren återkommer i frågan om"
_TURNS: t.Final = (
    "Förvaltningen informerar om ärendet.",
    "Punkten bordläggs till nästa möte.",
    "Gruppen tackar för informationen.",
    "Arbetsgivaren redogör för hur arbetet går vidare.",
    "Frågan följs upp på nästa samverkansmöte.",
    "De fackliga organisationerna har inget att erinra.",
    "En riskbedömning ska göras tillsammans med skyddsombuden.",
    "Handlingarna har skickats ut i förväg.",
)
_ENDINGS: t.Final = {
    Outcome.AGREED: "Samverkan sker i enighet.",
    Outcome.DISAGREED: "Samverkan sker i oenighet.",
    Outcome.INFORMED: "Parterna har informerats enligt MBL § 19.",
    Outcome.POSTPONED: "Ärendet bordläggs.",
}
_OUTCOMES: t.Final = (*[Outcome.AGREED] * 5, *[Outcome.INFORMED] * 3, *_ENDINGS)

_UNIONS: t.Final = tuple(packaged().unions.values())
_UNION_SHARES: t.Final = [1 / place for place in range(1, len(_UNIONS) + 1)]

# Of each topic, the compounds that its sections hold more of than others.
SUBJECTS: t.Final = [
    [
        words.compound(topic * 3 + place % 3, topic * 5 + place // 3)
        for place in range(_SUBJECT_WORDS)
    ]
    for topic in range(len(TOPICS))
]


class Place(t.NamedTuple):
    """Where in its protocol a section stands."""

    ordinal: int
    page: float
    topic: int  # a place in TOPICS
    cases: tuple[str, ...]  # the case numbers that are about at the meeting


def section(lot: random.Random, place: Place, body: c.Iterable[c.Sequence[str]]) -> Section:
    """A section around sentences that are given as words."""
    is_formal = place.ordinal <= len(OPENING)
    draft = _Draft(lot, [_sentence(written) for written in body])
    if not is_formal:
        draft.name_unions()
        draft.ask()
        draft.name_cases(place.cases)
        draft.decide()
    text, exchanges = draft.finished()
    pages = range(int(place.page), int(place.page + len(text) / PAGE) + 1)
    return Section(
        ordinal=place.ordinal,
        number=place.ordinal,
        title=OPENING[place.ordinal - 1] if is_formal else _title(lot, place.topic),
        text=text,
        pages=tuple(pages),
        page_starts=tuple(
            PageStart(max(0, int((page - place.page) * PAGE)), page) for page in pages
        ),
        unions=tuple(draft.unions),
        topics=("formalia",) if is_formal else _topics(lot, place.topic),
        diarienummer=draft.cases,
        exchanges=exchanges,
        samverkan=draft.matters,
    )


class _Draft:
    """The paragraphs of a section while they are put together."""

    def __init__(self, lot: random.Random, sentences: list[str]) -> None:
        self._lot = lot
        self._sentences = sentences
        self._last: list[str] = []
        self._asked: list[tuple[str, str, str | None, bool]] = []
        self.unions: dict[str, None] = {}
        self.cases: tuple[str, ...] = ()
        self.matters: tuple[SamverkanMatter, ...] = ()
        if lot.random() < 0.5:
            sentences.insert(lot.randrange(len(sentences) + 1), lot.choice(_TURNS))

    def name_unions(self) -> None:
        """Most sections name none, some a few."""
        for _ in range(self._lot.choice((0, 0, 0, 1, 1, 2, 3))):
            (union,) = self._lot.choices(_UNIONS, _UNION_SHARES)
            self.unions[union.id] = None
            self._sentences.append(f"{union.label} {self._lot.choice(_SAYS)}.")

    def ask(self) -> None:
        """A question and its answer, out of the body's sentences, in some sections."""
        while len(self._sentences) > 3 and self._lot.random() < 0.3:
            (union,) = self._lot.choices(_UNIONS, _UNION_SHARES)
            self.unions[union.id] = None
            question = f"{union.label} {self._lot.choice(_ASKS)} {_later(self._sentences.pop())}"
            answered = self._lot.random() < 0.85
            begins = self._lot.choice(_ANSWERS) if answered else _PUTS_OFF
            answer = f"{begins} {_later(self._sentences.pop())}"
            silent = self._lot.random() < 0.1
            self._asked.append((union.id, question, None if silent else answer, answered))

    def name_cases(self, cases: tuple[str, ...]) -> None:
        """A case number, in some sections."""
        if self._lot.random() < 0.3:
            self.cases = (self._lot.choice(cases),)
            self._sentences.append(f"Ärendet har diarienummer {self.cases[0]}.")

    def decide(self) -> None:
        """How a matter of samverkan ended, in some sections."""
        if self._lot.random() < 0.3:
            outcome = self._lot.choice(_OUTCOMES)
            basis = "MBL § 19" if outcome is Outcome.INFORMED else "MBL § 11"
            self.matters = (SamverkanMatter(basis, None, outcome, self.cases),)
            self._last.append(_ENDINGS[outcome])

    def finished(self) -> tuple[str, tuple[Exchange, ...]]:
        """The text, and the exchanges with their places in it."""
        text = ""
        for first in range(0, len(self._sentences), 4):
            text += " ".join(self._sentences[first : first + 4]) + "\n\n"
        exchanges: list[Exchange] = []
        for union, question, answer, answered in self._asked:
            asked = Span(len(text), len(text) + len(question))
            text += f"{question}\n\n"
            told = None
            if answer is not None:
                told = Span(len(text), len(text) + len(answer))
                text += f"{answer}\n\n"
            answered = answered and answer is not None
            exchanges.append(Exchange(union, question, answer, answered, asked, told))
        return (text + "\n\n".join(self._last)).rstrip(), tuple(exchanges)


def _sentence(written: c.Sequence[str]) -> str:
    text = " ".join(written)
    return f"{text[0].upper()}{text[1:]}."


def _later(sentence: str) -> str:
    """A sentence as it goes on after other words."""
    return f"{sentence[0].lower()}{sentence[1:]}"


def _topics(lot: random.Random, topic: int) -> tuple[str, ...]:
    others = lot.sample(TOPICS, lot.choice((0, 0, 1, 1, 2)))
    return tuple(dict.fromkeys((TOPICS[topic], *others)))


def _title(lot: random.Random, topic: int) -> str:
    form = lot.choice(_TITLES)
    lemmas = lot.sample(SUBJECTS[topic], form.count("{}"))
    title = form.format(*(words.content(lemma, lot.randrange(4)) for lemma in lemmas))
    return f"{title[0].upper()}{title[1:]}"
