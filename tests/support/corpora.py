"""Corpora for hypothesis: how an index came to be, commit by commit.

Few words, few förvaltningar and few days, so that what is asked for is often there, ties are
common and a new protocol often replaces an old one.
"""

import collections.abc as c
import dataclasses as dc

from hypothesis import strategies as st
from searchable import entry, section

from archive.model import Exchange, Outcome, Section, Span
from archive.visibility import Visibility
from index import Entry, SearchIndex

# Forms of one word, a function word, a true hyphen, a sign with its number, figures, an accent; and
# compounds, open and closed, an ellipsis, an abbreviation, a union that is a word too.
WORDS = (
    *("möte", "mötet", "möten", "larm", "larmet", "våld", "hot", "och", "idé"),
    *("MBL-frågor", "mbl", "§ 4", "25 %", "2030/118"),
    *("mötesplan", "planen", "arbetsmiljöronden", "arbetsmiljö", "miljön", "rond", "arbete"),
    *("mötes- och arbetsplan", "SAM", "sam", "Vision", "visioner"),
)
WORDLESS = ("", "–", " … ")
FORVALTNINGAR = ("bromma", "jarva", "rinkeby-kista", "spanga-tensta", None)
DATES = ("2023-05-01", "2024-05-02", "2024-06-03", None)
UNIONS = ("vision", "sveriges-larare", "lararforbundet")
TOPICS = ("budget", "lokaler", "formalia")

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)
titles = st.lists(words, max_size=3).map(" ".join) | st.sampled_from(WORDLESS)


def some(values: c.Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """None, one or several of them, each once."""
    return st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple)


@dc.dataclass(frozen=True, slots=True)
class Commit:
    """What one commit puts in and takes out; the first of an index may build it anew."""

    entries: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    anew: bool = False

    def apply(self, index: SearchIndex) -> None:
        if self.anew:
            index.rebuild(self.entries)
        else:
            index.update(self.entries, self.removed)


@dc.dataclass(frozen=True, slots=True)
class History:
    """All commits of an index, in order."""

    commits: tuple[Commit, ...]

    def write(self, index: SearchIndex) -> None:
        """Do it all."""
        for commit in self.commits:
            commit.apply(index)

    def left(self) -> tuple[Entry, ...]:
        """What the index must hold in the end."""
        held: dict[str, Entry] = {}
        for commit in self.commits:
            if commit.anew:
                held.clear()
            for protocol_id in commit.removed:
                held.pop(protocol_id, None)
            held |= {one.protocol.id or "": one for one in commit.entries}
        return tuple(held.values())


class Writing:
    """A section's text while it is written, with the place of each part that must be known."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, part: str, gap: str) -> Span:
        """Where the part stands now that it is the last."""
        start = len(self.text) + len(gap) if self.text else 0
        self.text = f"{self.text}{gap}{part}" if self.text else part
        return Span(start, start + len(part))


@st.composite
def sections(draw: st.DrawFn, ordinal: int) -> Section:
    """A section of some sentences and questions; now and then two questions share an answer."""
    writing, exchanges = Writing(), list[Exchange]()
    gaps = st.sampled_from(("\n\n", ". "))
    if draw(st.booleans()):
        writing.add(draw(sentences), "")
    for _ in range(draw(st.integers(0, 2))):
        asked = [f"Fråga {draw(sentences)}" for _ in range(draw(st.sampled_from((1, 1, 2))))]
        places = [writing.add(question, draw(gaps)) for question in asked]
        answer = draw(st.none() | sentences)
        answered_at = None if answer is None else writing.add(answer, draw(gaps))
        exchanges += [
            Exchange(
                union=draw(st.none() | st.sampled_from(UNIONS)),
                question=question,
                answer=answer,
                answered=answer is not None and draw(st.booleans()),
                question_span=place,
                answer_span=answered_at,
            )
            for question, place in zip(asked, places, strict=True)
        ]
    if draw(st.booleans()):
        writing.add(draw(sentences), "\n\n")
    return section(
        draw(st.sampled_from((ordinal, ordinal, 2, None))),  # 2: a number that repeats
        draw(titles),
        writing.text,
        ordinal=ordinal,
        unions=draw(some(UNIONS)),
        topics=draw(some(TOPICS)),
        outcome=draw(st.none() | st.sampled_from(list(Outcome))),
        exchanges=tuple(exchanges),
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """A protocol of no, one or a few sections."""
    numbers = range(1, draw(st.sampled_from((0, 1, 2, 2, 3))) + 1)
    return entry(
        draw(st.sampled_from(FORVALTNINGAR)),
        draw(st.sampled_from(DATES)),
        *(draw(sections(number)) for number in numbers),
        visibility=draw(st.sampled_from((Visibility.PUBLIC, Visibility.PUBLIC, *Visibility))),
        title=draw(titles),
    )


def protocol_id(one: Entry) -> str:
    return one.protocol.id or ""


def several(least: int, most: int) -> st.SearchStrategy[tuple[Entry, ...]]:
    """Protocols that each have an id of their own."""
    found = st.lists(entries(), min_size=least, max_size=most, unique_by=protocol_id)
    return found.map(tuple)


def built(first: st.SearchStrategy[tuple[Entry, ...]]) -> st.SearchStrategy[Commit]:
    return first.map(lambda found: Commit(found, anew=True))


def _then(first: Commit, later: c.Iterable[Commit]) -> History:
    return History((first, *later))


def _emptied(found: tuple[Entry, ...]) -> History:
    gone = Commit(removed=tuple(map(protocol_id, found)))
    return History((Commit(found, anew=True), gone))


ids = st.builds(
    lambda forvaltning, date: protocol_id(entry(forvaltning, date)),
    st.sampled_from(FORVALTNINGAR),
    st.sampled_from(DATES),
)
added = several(1, 3).map(Commit)
removed = st.lists(ids, min_size=1, max_size=3).map(lambda gone: Commit(removed=tuple(gone)))
changed = st.builds(
    lambda found, gone: Commit(found, tuple(gone)), several(1, 3), st.lists(ids, max_size=2)
)

# The shapes an index takes on disk; where it is empty, nothing may be found and nothing fail.
one_segment = built(several(2, 8)).map(lambda first: History((first,)))
several_segments = st.builds(_then, built(several(2, 6)), st.lists(added, min_size=1, max_size=3))
with_deletions = st.builds(
    _then, built(several(4, 8)), st.lists(removed | changed, min_size=1, max_size=3)
)
a_tail = st.builds(
    _then, built(several(3, 6)), st.lists(several(1, 1).map(Commit), min_size=5, max_size=9)
)
empty = st.one_of(st.just(History((Commit(anew=True),))), several(1, 2).map(_emptied))

shapes = (one_segment, several_segments, with_deletions, with_deletions, a_tail, a_tail, empty)
histories = st.sampled_from(shapes).flatmap(lambda shape: shape)
