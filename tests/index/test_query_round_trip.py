"""A tree written out as a query is read as itself, and no text at all is too strange to read."""

import datetime as dt
import functools

from hypothesis import given
from hypothesis import strategies as st

from archive.registry import packaged
from index.names import Names
from index.query import parse_query
from index.query_fields import field_named
from index.query_tree import (
    And,
    Dated,
    Exact,
    Having,
    In,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Prefix,
    Word,
    wanted,
)
from index.query_words import all_of, any_of
from index.swedish import FUNCTION_WORDS, word_keys

NAMES = Names.of(packaged())

KEYS = st.sampled_from(("hot", "våld", "larmet", "mbl-frågor", "§9", "6,12%", "2030/118", "idé"))
LETTERS = st.sampled_from(("hot", "våld", "larmet", "nattarbete", "schema"))
DAYS = st.dates(dt.date(1000, 1, 1))
LEAVES = st.one_of(
    st.builds(Word, KEYS.map(lambda key: key.replace("idé", "ide"))),
    st.builds(Exact, LETTERS),
    st.builds(Prefix, LETTERS),
    st.lists(LETTERS, min_size=2, max_size=4).map(lambda keys: Phrase(tuple(keys))),
)
FACETS = st.one_of(
    st.lists(st.sampled_from(sorted(packaged().unions)), min_size=1, max_size=3, unique=True).map(
        lambda ids: Having("fack", tuple(ids))
    ),
    st.sampled_from(sorted(packaged().forvaltningar)).map(
        lambda one: Having("forvaltning", (one,))
    ),
    st.sampled_from(sorted(packaged().topics)).map(lambda one: Having("amne", (one,))),
    st.tuples(DAYS, DAYS).map(lambda days: Dated(min(days), max(days))),
)
OPERANDS = st.one_of(LEAVES, st.builds(In, st.sampled_from(Part), LEAVES), FACETS)


def negated(node: Node) -> Node:
    return node.part if isinstance(node, Not) else Not(node)


TREES = st.recursive(
    OPERANDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
        inner.map(negated),
    ),
    max_leaves=8,
)


def written(tree: Node) -> str:
    """The tree as a reader may type it."""
    match tree:
        case Word(key):
            return key
        case Exact(key):
            return f"={key}"
        case Prefix(key):
            return f"{key}*"
        case Phrase(keys):
            return f'"{" ".join(keys)}"'
        case In(part, leaf):
            return f"{part.value}:{written(leaf)}"
        case Having(facet, ids):
            return f"{facet}:{','.join(ids)}"
        case Dated(first, last):
            return f"datum:{first}..{last}"
        case Not(part):
            return f"INTE {written(part)}"
        case And(parts):
            return f"({' '.join(map(written, parts))})"
        case Or(parts):
            return f"({' ELLER '.join(map(written, parts))})"
        case _:
            raise AssertionError(tree)


@given(TREES)
def test_a_tree_that_is_written_out_is_read_as_itself(tree: Node) -> None:
    query = parse_query(written(tree), NAMES)
    assert query.tree == tree
    assert not query.notes


PIECES = st.sampled_from(
    [
        *("(", ")", '"', "”", "’", "-", "*", "=", "§", "9", " ", ":", "..", "2025", "2025-02-31"),
        *("OCH", "ELLER", "INTE", "hot", "och", "Vision", "SSR", "SAM", "Sveriges", "Lärare"),
        *("fack:", "förvaltning:", "ämne:", "datum:", "rubrik:", "svar:", "person:", "dnr:"),
        *("paragraf:", "foo:", "vision", "HÄ 2030/118", "individ- och familjeomsorg", "lagen om"),
    ]
)


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_can_be_read_whatever_names_there_are(text: str) -> None:
    query = parse_query(text, NAMES)
    assert query == parse_query(text, NAMES)
    assert all(note.endswith((".", "?")) for note in query.notes)
    assert len(wanted(query.tree)) < 500


PLAIN = st.lists(
    st.text("abcdeåäösS-", min_size=1, max_size=8) | LETTERS | st.sampled_from(("Vision", "SAM")),
    max_size=12,
)


@given(PLAIN)
def test_no_word_is_dropped_in_silence(words: list[str]) -> None:
    text = " ".join(word.strip("-") for word in words)
    tree = parse_query(text, NAMES).tree
    asked = functools.reduce(lambda all_, leaf: all_ | keys_of(leaf), wanted(tree), frozenset())
    missing = set(word_keys(text)) - {key.casefold() for key in asked}
    assert not missing - FUNCTION_WORDS


def keys_of(leaf: Node) -> frozenset[str]:
    return frozenset(getattr(leaf, "keys", ())) | {getattr(leaf, "key", "")}


def test_every_part_is_a_field() -> None:
    assert [field_named(part.value) for part in Part] == [part.value for part in Part]
