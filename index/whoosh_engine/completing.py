"""What a query that is being typed may become: its last word, or what the word names.

frånv     frånvaro, sjukfrånvaro, korttidsfrånvaro: words, and words that have it as a part
visi      fack:vision
2024/7    case numbers
skydds    the titles of sections that have such a word
"""

import collections.abc as c
import re
import typing as t

from archive.registry import Registries
from archive.visibility import Audience
from index.engine import Completion, Kind, Order, Request
from index.query_tree import Everything, In, Node, Part, Prefix
from index.swedish import fold
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
        if not match or not SHORTEST <= len(key := fold(match["word"])) <= LONGEST:
            return ()
        before = match["before"]
        names = list(self._names(before, key))[:NAMES]
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
            # Of one word's forms the most frequent is enough.
            if (family := self._sight.family(word)) not in families:
                families.add(family)
                yield Completion(f"{before}{word}", "ord", word, count)

    def _names(self, before: str, key: str) -> c.Iterator[Completion]:
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
                for name in names.get(value.id, ()):
                    if any(word.startswith(key) for word in fold(name).split()):
                        text = f"{before}{facet}:{value.id}"
                        yield Completion(text, facet, names[value.id][0], value.count)
                        break

    def _titles(self, key: str) -> c.Iterator[Completion]:
        request = Request("", self._audience, Kind.SECTION, order=Order.NEWEST, limit=HITS)
        search = self._find(request, In(Part.TITLE, Prefix(key))).found()
        seen = set[str]()
        for document, _ in search.page:
            title = document.title.strip().rstrip(".:")
            if title and fold(title) not in seen and len(seen) < TITLES and " " in title:
                seen.add(fold(title))
                yield Completion(f'rubrik:"{title.replace(chr(34), "")}"', "rubrik", title, 1)
