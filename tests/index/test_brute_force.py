"""Sets and counts against the plainest possible reading of the same documents."""

import collections
import datetime as dt
import pathlib
import tempfile

from hypothesis import given, settings
from hypothesis import strategies as st
from searchable import entry, exchange, section

from archive.model import Outcome
from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Entry, FacetValue, Filters, Kind, Order, Request, open_index
from index.documents import Document, Facts, documents
from index.query import parse_query
from index.query_tree import And, Everything, Exact, Node, Not, Or, Phrase, Prefix, Word
from index.swedish import phrase_keys, stem, tokens

WORDS = ["möte", "mötet", "möten", "larm", "larmet", "och", "§ 4", "MBL-frågor", "25 %", "våld"]
FORVALTNINGAR = ["bromma", "jarva", "rinkeby-kista", "spanga-tensta", None]
UNIONS = ["vision", "sveriges-larare", "lararforbundet"]
TOPICS = ["budget", "lokaler", "formalia"]

texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    found = {}
    for _ in range(draw(st.integers(1, 5))):
        sections = []
        for number in range(1, draw(st.integers(1, 3)) + 1):
            question, answer = "larm " + draw(texts), draw(texts) + " möte"
            text = f"{draw(texts)}\n\n{question}\n\n{answer}"
            asked = draw(st.none() | st.sampled_from(UNIONS))
            sections.append(
                section(
                    number,
                    draw(texts),
                    text,
                    unions=tuple(sorted(draw(st.sets(st.sampled_from(UNIONS))))),
                    topics=tuple(sorted(draw(st.sets(st.sampled_from(TOPICS))))),
                    outcome=draw(st.none() | st.sampled_from(list(Outcome))),
                    exchanges=(
                        exchange(text, asked, question, answer, answered=draw(st.booleans())),
                    ),
                )
            )
        one = entry(
            draw(st.sampled_from(FORVALTNINGAR)),
            draw(st.sampled_from(["2023-05-01", "2024-05-02", "2024-06-03", None])),
            *sections,
            visibility=draw(st.sampled_from(list(Visibility))),
            title=draw(texts) or "Protokoll",
        )
        found[one.protocol.id] = one
    return list(found.values())


words = st.sampled_from([*WORDS, "lar*", "=mötet", '"möte larm"', '"larm och våld"', "mbl*", "nix"])
queries = st.recursive(
    words,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" ELLER ".join),
        inner.map("-({})".format),
        inner.map("({})".format),
    ),
    max_leaves=4,
)
filters = st.builds(
    Filters,
    forvaltningar=st.just(()) | st.tuples(st.sampled_from(FORVALTNINGAR[:3])),
    unions=st.just(()) | st.tuples(st.sampled_from(UNIONS), st.sampled_from(UNIONS)),
    topics=st.just(()) | st.tuples(st.sampled_from(TOPICS)),
    outcomes=st.just(()) | st.just(("agreed", "informed")),
    periods=st.just(()) | st.sampled_from([("2024",), ("2024-05", "2023")]),
    answered=st.none() | st.booleans(),
    earliest=st.none() | st.just(dt.date(2024, 5, 2)),
    predecessors=st.booleans(),
)
requests = st.builds(
    Request,
    text=st.just("") | queries,
    audience=st.sampled_from(list(Audience)),
    kind=st.sampled_from(list(Kind)),
    filters=filters,
    order=st.sampled_from(list(Order)),
    limit=st.just(1000),
)


@settings(max_examples=15, deadline=None)
@given(entries(), st.lists(requests, min_size=8, max_size=8))
def test_every_answer_is_that_of_reading_everything(corpus: list[Entry], asked: list[Request]):
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(pathlib.Path(folder), packaged())
        index.rebuild(corpus[:1])
        index.update(corpus[1:3])  # so that there are several segments,
        index.update(corpus[:2])  # and deleted documents
        index.update(corpus)
        for request in asked:
            result = index.search(request)
            expected = read_everything(corpus, request)
            assert result.total == len(expected)
            assert collections.Counter((hit.protocol_id, hit.ordinal) for hit in result.hits) == (
                collections.Counter((one.facts.protocol_id, one.ordinal) for one in expected)
            )
            assert result.facets == counted(corpus, request)


def read_everything(corpus: list[Entry], request: Request, without: str = "") -> list[Document]:
    tree = parse_query(request.text).tree
    return [
        document
        for one in corpus
        if request.audience.may_see(one.visibility)
        for document in documents(one)
        if meets(tree, document) and passes(document.facts, request, without)
    ]


def counted(corpus: list[Entry], request: Request) -> dict[str, tuple[FacetValue, ...]]:
    result = {}
    for facet in ("forvaltning", "fack", "amne", "ar", "typ", "utfall"):
        counter = collections.Counter(
            value
            for document in read_everything(corpus, request, without=facet)
            for value in values(facet, document.facts, request.filters.predecessors)
        )
        if facet == "typ":
            counter.update({str(kind): 0 for kind in Kind})
        by_count = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        ordered = sorted(counter.items()) if facet == "ar" else by_count
        result[facet] = tuple(FacetValue(*item) for item in ordered)
    return result


def values(facet: str, facts: Facts, follow: bool) -> set[str]:
    registries = packaged()
    own = {
        "forvaltning": {facts.forvaltning} - {None},
        "fack": set(facts.unions),
        "amne": set(facts.topics),
        "ar": {str(facts.date.year)} if facts.date else set(),
        "typ": {str(facts.kind)},
        "utfall": set(facts.outcomes),
    }[facet]
    if follow and facet == "forvaltning":
        own |= {v for v in registries.forvaltningar if own & {*registries.with_predecessors(v)}}
    if follow and facet == "fack":
        own |= {v for v in registries.unions if own & {*registries.union_with_predecessors(v)}}
    return own


def passes(facts: Facts, request: Request, without: str) -> bool:
    chosen = request.filters
    by_facet = {
        "forvaltning": chosen.forvaltningar,
        "fack": chosen.unions,
        "amne": chosen.topics,
        "utfall": chosen.outcomes,
    }
    day = facts.date.isoformat() if facts.date else ""
    return (
        (without == "typ" or facts.kind is request.kind)
        and all(
            without == facet or not ids or values(facet, facts, chosen.predecessors) & {*ids}
            for facet, ids in by_facet.items()
        )
        and (
            without == "ar" or not chosen.periods or {day[:4], day[:7]} & {*chosen.periods} != set()
        )
        and (chosen.answered is None or chosen.answered in facts.answered)
        and (without == "ar" or not chosen.earliest or day >= chosen.earliest.isoformat())
    )


def meets(tree: Node, document: Document) -> bool:
    match tree:
        case And(parts):
            return all(meets(part, document) for part in parts)
        case Or(parts):
            return any(meets(part, document) for part in parts)
        case Not(part):
            return not meets(part, document)
        case Everything():
            return True
        case Phrase(wanted):
            return any(stands(wanted, text) for text in (document.title, document.text))
        case Word(wanted):
            return any(stem(key) == stem(wanted) for key in keys_of(document))
        case Exact(wanted):
            return wanted in keys_of(document)
        case Prefix(wanted):
            return any(key.startswith(wanted) for key in keys_of(document))


def keys_of(document: Document) -> set[str]:
    return {
        *(token.key for token in tokens(document.title)),
        *(token.key for token in tokens(document.text)),
        *(f"§{number}" for number in document.numbers),
    }


def stands(wanted: tuple[str, ...], text: str) -> bool:
    at = phrase_keys(text)
    return any(at[start : start + len(wanted)] == wanted for start in range(len(at)))
