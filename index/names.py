"""The names and abbreviations that a query may hold, from the registries.

Made once, and asked for every query: what a value of a field is called, which words name a union,
and what else means the same. A word of a term is known in any of its inflections, if there is a
language to tell them; a name only as it is written, or in the genitive.
"""

import collections
import collections.abc as c
import dataclasses as dc
import functools
import re
import typing as t

from rapidfuzz import fuzz, process

from archive.registry import Registries, Union
from archive.report import OUTCOMES
from index.query_words import bare
from index.swedish import fold, phrase_keys, word_keys
from index.swedish.analysis import Analysis

# How alike a value must be for it to be proposed, of a hundred.
_ALIKE: t.Final = 70
# "SAM" "MBL" "SoL", but not "Saco" or "dnr"
_ABBREVIATION: t.Final = re.compile(r"(?=(?:[^A-ZÅÄÖ]*[A-ZÅÄÖ]){2})[A-ZÅÄÖa-zåäö]{2,6}")

Values: t.TypeAlias = c.Mapping[str, str]  # an id for each way of writing


class Language(t.Protocol):
    """What must be known of words."""

    def analyse(self, key: str) -> Analysis:
        """Which words it is a form of."""


class Term(t.NamedTuple):
    """A word or several, as they are written."""

    written: str
    keys: tuple[str, ...]  # one for each written word
    phrase: tuple[str, ...]  # one for each place in a text

    @property
    def is_abbreviation(self) -> bool:
        """Whether its capitals tell it from a word."""
        return _ABBREVIATION.fullmatch(self.written) is not None


@dc.dataclass(frozen=True, slots=True, eq=False)
class NamedUnion:
    """A union, and all that it is and was called."""

    id: str
    name: Term
    is_common_noun: bool
    others: tuple[Term, ...] = ()
    predecessors: tuple["NamedUnion", ...] = ()

    def is_common(self, term: Term) -> bool:
        """Whether the name is an ordinary word too: "nämndens vision"."""
        return self.is_common_noun and term.keys == self.name.keys

    @property
    def terms(self) -> tuple[Term, ...]:
        """All its names, the usual one first."""
        return self.name, *self.others


@dc.dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Everything with a name. Two are the same only if they are one."""

    values: c.Mapping[str, Values] = dc.field(default_factory=dict)  # by facet, as `bare` has them
    shown: c.Mapping[tuple[str, str], str] = dc.field(default_factory=dict)  # by facet and id
    unions: c.Mapping[str, tuple[tuple[Term, NamedUnion], ...]] = dc.field(default_factory=dict)
    synonyms: c.Mapping[str, tuple[tuple[Term, tuple[Term, ...]], ...]] = dc.field(
        default_factory=dict
    )
    forvaltningar: Values = dc.field(default_factory=dict)  # by name only, as `bare` has it
    language: Language | None = None

    @classmethod
    def of(cls, registries: Registries, language: Language | None = None) -> "Names":
        """All that the registries name; words are inflected as the language says."""
        return cls(
            values=_values(registries),
            shown=_shown(registries),
            unions=_union_names(registries),
            synonyms=_synonyms(registries, functools.partial(_word_names, language)),
            forvaltningar=_by_name(
                (id_, _spellings((entry.name,), entry.kind == "stadsdel"))
                for id_, entry in registries.forvaltningar.items()
            ),
            language=language,
        )

    def value(self, facet: str, text: str) -> str | None:
        """The id of what is called so; å, ä, ö, capitals and signs make no difference."""
        return self.values.get(facet, {}).get(bare(text))

    def nearest(self, facet: str, text: str) -> str | None:
        """What it is that is called nearly so, or begins so."""
        known, wanted = self.values.get(facet, {}), bare(text)
        begun = [name for name in known if len(wanted) > 2 and name.startswith(wanted)]
        found = process.extractOne(
            wanted, begun or list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE
        )
        name = found[0] if found else min(begun, default=None)
        return self.shown[facet, known[name]] if name else None

    def word_names(self, key: str) -> frozenset[str]:
        """What two words have in common if one is a form of the other."""
        return _word_names(self.language, key)


NO_NAMES: t.Final = Names()


def _term(written: str) -> Term:
    return Term(
        written, tuple(map(fold, word_keys(written))), tuple(map(fold, phrase_keys(written)))
    )


def _word_names(language: Language | None, key: str) -> frozenset[str]:
    return frozenset({key, *(language.analyse(key).lemmas if language else ())})


def _values(registries: Registries) -> dict[str, Values]:
    return {
        "fack": _by_name(
            (id_, (*union.names, union.short)) for id_, union in registries.unions.items()
        ),
        "forvaltning": _by_name(
            (id_, _spellings((entry.name, *entry.aliases, entry.namnd), entry.kind == "stadsdel"))
            for id_, entry in registries.forvaltningar.items()
        ),
        "amne": _by_name((id_, (topic.name,)) for id_, topic in registries.topics.items()),
        "utfall": _by_name((str(id_), (label,)) for id_, label in OUTCOMES.items()),
    }


def _by_name(entries: c.Iterable[tuple[str, c.Iterable[str]]]) -> Values:
    """The first to be called so has the name; an id is nobody else's."""
    known = list(entries)
    values = {bare(id_): id_ for id_, _ in known}
    for id_, names in known:
        for name in filter(None, map(bare, names)):
            values.setdefault(name, id_)
    return values


def _spellings(names: c.Iterable[str], is_district: bool) -> c.Iterator[str]:
    """A förvaltning's names, also without the article, and a district's with what it is."""
    for name in names:
        yield name
        yield re.sub(r"(?<=förvaltning)en$|(?<=kontor)et$|(?<=nämnd)en$", "", name)
        if is_district:
            yield f"{name} stadsdelsförvaltning"


def _shown(registries: Registries) -> dict[tuple[str, str], str]:
    labels: dict[tuple[str, str], str] = {}
    labels |= {("fack", id_): union.name for id_, union in registries.unions.items()}
    labels |= {("forvaltning", id_): entry.name for id_, entry in registries.forvaltningar.items()}
    labels |= {("amne", id_): topic.name for id_, topic in registries.topics.items()}
    labels |= {("utfall", str(id_)): label.lower() for id_, label in OUTCOMES.items()}
    return labels


def _union_names(registries: Registries) -> dict[str, tuple[tuple[Term, NamedUnion], ...]]:
    plain = {id_: _named_union(union) for id_, union in registries.unions.items()}
    found: dict[str, list[tuple[Term, NamedUnion]]] = collections.defaultdict(list)
    for id_, union in plain.items():
        earlier = [plain[one] for one in registries.union_with_predecessors(id_) if one != id_]
        whole = dc.replace(union, predecessors=tuple(earlier))
        for term in whole.terms:
            found[term.keys[0]].append((term, whole))
    return {key: tuple(terms) for key, terms in found.items()}


def _named_union(union: Union) -> NamedUnion:
    name = _term(union.name)
    others = {term.keys: term for term in map(_term, (*union.names, union.short)) if term.keys}
    others.pop(name.keys, None)
    return NamedUnion(union.id, name, union.common_noun, tuple(others.values()))


def _synonyms(
    registries: Registries, names: c.Callable[[str], frozenset[str]]
) -> dict[str, tuple[tuple[Term, tuple[Term, ...]], ...]]:
    found: dict[str, list[tuple[Term, tuple[Term, ...]]]] = collections.defaultdict(list)
    for key, meanings in registries.synonyms.items():
        group = tuple(term for term in map(_term, (key, *meanings)) if term.keys)
        for term in group:
            for name in names(term.keys[0]):
                found[name].append((term, group))
    return {name: tuple(terms) for name, terms in found.items()}
