"""Why a document was hit: how each word of the query was read, and how it was met.

Made when somebody asks, from the document as it is shown to them. No sentences are made here.
"""

import collections.abc as c
import typing as t

from msgspec.structs import replace

from index.documents import Document, documents
from index.engine import Entry, Explanation, Kind, Met, Reading
from index.hits import place_of
from index.marks import Marker, Place
from index.query_tree import (
    And,
    Dated,
    Everything,
    Exact,
    Having,
    In,
    Inflected,
    Leaf,
    Named,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Prefix,
    Word,
    wanted,
)
from index.swedish import Language, Level, fold
from index.swedish.tokens import ellipses

# What may stand between the letters of one word.
_INSIDE: t.Final = "-‐‑–'’:\u00ad"


def explain(tree: Node, language: Language, document: Document) -> tuple[Explanation, ...]:
    """All that the query looks for, in its order, each once."""
    read_for: dict[Leaf, tuple[Leaf, ...]] = {}
    for leaf, typed in _read(tree):
        read_for.setdefault(leaf, typed)
    return tuple(
        Explanation(
            text=_text(leaf),
            reading=_reading(leaf),
            met=_met(leaf, language, document),
            part=leaf.part if isinstance(leaf, In) else None,
            union=inner.union if isinstance(inner := _inner(leaf), Named) else None,
            weight=getattr(inner, "weight", 1.0),
            read_for=tuple(map(_text, typed)),
        )
        for leaf, typed in read_for.items()
    )


def document_at(entry: Entry, place: str) -> Document | None:
    """The document of that name in a protocol, if there is one."""
    found = next((it for it in documents(entry) if place_of(it) == place), None)
    if found is None or found.facts.kind is not Kind.PROTOCOL:
        return found
    sections = entry.protocol.sections
    return replace(found, exchanges=tuple(it for section in sections for it in section.exchanges))


def _inner(leaf: Leaf) -> Leaf:
    return leaf.leaf if isinstance(leaf, In) else leaf


def _text(leaf: Leaf) -> str:
    match _inner(leaf):
        case Phrase(keys) | Inflected(keys):
            return " ".join(keys)
        case Named(_, keys):
            return keys[0]
        case Word(key) | Exact(key) | Prefix(key):
            return key
        case other:
            raise TypeError(other)


def _reading(leaf: Leaf) -> Reading:
    match _inner(leaf):
        case Word(loose=True):
            return Reading.LOOSE
        case Exact():
            return Reading.EXACT
        case Prefix():
            return Reading.BEGINNING
        case Phrase():
            return Reading.PHRASE
        case Inflected():
            return Reading.INFLECTED
        case Named():
            return Reading.UNION
        case _:
            return Reading.WORD


def _read(tree: Node, typed: tuple[Leaf, ...] = ()) -> c.Iterator[tuple[Leaf, tuple[Leaf, ...]]]:
    """The leaves, each with those that it was read for, if it was not typed itself."""
    match tree:
        case And(parts):
            for part in parts:
                yield from _read(part, typed)
        case Or(parts):
            before = typed
            for part in parts:
                if typed or _was_typed(part):
                    before = typed or wanted(part)
                    yield from _read(part, typed)
                else:
                    yield from _read(part, before)
        case Not() | Having() | Dated() | Everything():
            return
        case _:
            yield tree, typed


def _was_typed(tree: Node) -> bool:
    """Whether somebody typed it; what means the same counts less, or is a name of a union."""
    match tree:
        case And(parts):
            is_name = any(isinstance(part, Having) for part in parts)
            return not (is_name and any(isinstance(part, Named) for part in parts))
        case In(_, leaf):
            return _was_typed(leaf)
        case _:
            return getattr(tree, "weight", 1.0) == 1


def _met(leaf: Leaf, language: Language, document: Document) -> tuple[Met, ...]:
    marker = Marker(leaf, language)
    part = leaf.part if isinstance(leaf, In) else None
    forms: dict[tuple[Level, str], list[tuple[str, bool]]] = {}
    for text, is_title in _texts(document, part):
        for place in _apart(marker.places(text)):
            written = _written(text, place)
            forms.setdefault((place.level, fold(written)), []).append((written, is_title))
    met = [
        Met(found[0][0], level, len(found), sum(is_title for _, is_title in found))
        for (level, _), found in forms.items()
    ]
    return tuple(sorted(met, key=lambda it: (-it.level, -it.count, it.written)))


def _texts(document: Document, part: Part | None) -> c.Iterator[tuple[str, bool]]:
    """The texts in which something may stand, and whether each is the title."""
    match part:
        case Part.QUESTION:
            yield from ((exchange.question, False) for exchange in document.exchanges)
        case Part.ANSWER:
            yield from ((exchange.answer or "", False) for exchange in document.exchanges)
        case _:
            yield document.title, True
            if part is None:
                yield document.text, False


def _apart(places: c.Iterable[Place]) -> list[Place]:
    """Of places that overlap, as a word and a part of it do, the best."""
    kept: list[Place] = []
    for place in places:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
        elif (place.level, place.end - place.start) > (
            kept[-1].level,
            kept[-1].end - kept[-1].start,
        ):
            kept[-1] = place
    return kept


def _written(text: str, place: Place) -> str:
    """The words that the place lies in; of an ellipsis, all that it is read from."""
    start, end = place.start, place.end
    if text[start] in _INSIDE or text[end - 1] in _INSIDE:
        for ellipsis in ellipses(text):
            if (ellipsis.start, ellipsis.end) == (start, end):
                return " ".join(text[ellipsis.first : ellipsis.last].split())
    if place.level <= Level.PART:
        while start and _is_letter(text, start - 1):
            start -= 1
        while end < len(text) and _is_letter(text, end):
            end += 1
    return " ".join(text[start:end].split())


def _is_letter(text: str, place: int) -> bool:
    """Whether a word goes on there."""
    sides = text[max(0, place - 1) : place + 2]
    return text[place].isalnum() or (
        text[place] in _INSIDE and len(sides) == 3 and sides[0].isalnum() and sides[2].isalnum()
    )
