"""What a query that is being typed may become: its last word, or what the word names.

frånv     frånvaro, sjukfrånvaro, korttidsfrånvaro: words, and words that have it as a part
visi      fack:vision
skydds    the titles of sections that have such a word
"""

import collections.abc as c
import re
import typing as t

from archive.registry import Registries
from archive.visibility import Audience
from index.engine import Completion, Kind, Order, Request
from index.query_tree import Everything, In, Node, Part, Prefix
from index.query_words import bare
from index.swedish import FUNCTION_WORDS, fold
from index.whoosh_engine.search import Search
from index.whoosh_engine.sight import Sight

# A word of fewer letters may become too much.
SHORTEST: t.Final = 2
LONGEST: t.Final = 60
# Words looked at more closely, for each that is proposed.
FOR_EACH: t.Final = 8
NAMES: t.Final = 3
TITLES: t.Final = 2
# Titles looked at for those.
HITS: t.Final = 12

# The word that is being typed, with what may stand before it.
_LAST: t.Final = re.compile(r"(?P<before>(?:.*[\s(\"”-])?)(?P<word>[^\s(\"”]+)", re.DOTALL)

# No words: "2025/12" "sn-2023-00123" "13.00"; but "covid-19" "k3-regelverk"
_NUMBER: t.Final = re.compile(r"[\W\d_]+|[^\W\d_]{1,8}-?\d+(?:[./:-]\d+)+")

# Words of the text that may begin a name.
MOST_WORDS: t.Final = 5
_WORD: t.Final = re.compile(r"[^\s(\"”-]+")
_SMALL: t.Final = frozenset(map(bare, FUNCTION_WORDS))

Find: t.TypeAlias = c.Callable[[Request, Node], Search]


class Completer:
    """Completes what is typed, from what an audience may see."""

    def __init__(
        self, find: Find, sight: Sight, registries: Registries, audience: Audience
    ) -> None:
        self._find = find
        self._sight = sight
        self._registries = registries
        self._audience = audience

    def complete(self, text: str, limit: int) -> tuple[Completion, ...]:
        """What the query may become, the likeliest first."""
        match = _LAST.fullmatch(text)
        if not match or len(key := fold(match["word"])) > LONGEST:
            return ()
        before = match["before"]
        names = list(self._names(text))[:NAMES]
        if len(key) < SHORTEST:
            return tuple(names)
        titles = list(self._titles(key)) if key.isalpha() and len(key) > SHORTEST else []
        words = list(self._words(before, key, limit))
        return (*names, *words[: max(limit - len(names) - len(titles), 1)], *titles)[:limit]

    def _words(self, before: str, key: str, limit: int) -> c.Iterator[Completion]:
        counts = self._sight.beginning_with(key, FOR_EACH * limit)
        ordered = sorted(
            counts.items(), key=lambda item: (not item[0].startswith(key), -item[1], item[0])
        )
        families = set[tuple[str, ...]]()
        for word, count in ordered:
            if _NUMBER.fullmatch(word):
                continue
            # Of one word's forms the most frequent is enough.
            if (family := self._sight.family(word)) not in families:
                families.add(family)
                yield Completion(f"{before}{word}", "ord", word, count)

    def _names(self, text: str) -> c.Iterator[Completion]:
        """What is called so, the last words of the text together: "hot oc" begins Hot och våld."""
        found = self._find(
            Request("", self._audience, Kind.PROTOCOL, limit=0), Everything()
        ).found()
        labels: dict[str, dict[str, tuple[str, ...]]] = {
            "fack": {id: union.names for id, union in self._registries.unions.items()},
            "forvaltning": {id: (it.name,) for id, it in self._registries.forvaltningar.items()},
            "amne": {id: (topic.name,) for id, topic in self._registries.topics.items()},
        }
        for facet, names in labels.items():
            for value in found.facets[facet]:
                starts = [_begun(text, name) for name in names.get(value.id, ())]
                start = min((it for it in starts if it is not None), default=None)
                if start is not None:
                    query = f"{text[:start]}{facet}:{value.id}"
                    yield Completion(query, facet, names[value.id][0], value.count)

    def _titles(self, key: str) -> c.Iterator[Completion]:
        request = Request("", self._audience, Kind.SECTION, order=Order.NEWEST, limit=HITS)
        search = self._find(request, In(Part.TITLE, Prefix(key))).found()
        seen = set[str]()
        for document, _ in search.page:
            title = document.title.strip().rstrip(".:")
            if title and fold(title) not in seen and len(seen) < TITLES and " " in title:
                seen.add(fold(title))
                yield Completion(f'rubrik:"{title.replace(chr(34), "")}"', "rubrik", title, 1)


def _begun(text: str, name: str) -> int | None:
    """Where the last words of the text begin that a name, or the rest of one, begins with.

    å, ä, ö and capitals make no difference; a small word alone begins no name.
    """
    words = [match.start() for match in _WORD.finditer(text)][-MOST_WORDS:]
    rests = [bare(name[match.start() :]) for match in _WORD.finditer(name)]
    for start in words:
        wanted = bare(text[start:])
        if len(wanted) < SHORTEST or wanted in _SMALL:
            continue
        begun = [rest for rest in rests if rest.startswith(wanted)]
        if any(rest.split()[0] not in _SMALL for rest in begun):
            return start
    return None
