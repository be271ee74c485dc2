"""What the lists of words know of a word: which words it is a form of, and what it is made of.

The engines ask this of every word of their vocabulary, once. Compounds are not taken apart: a word
has no parts but itself.
"""

import hashlib
import importlib.metadata
import typing as t

from index.swedish.stems import TABLES, stem


class Analysis(t.NamedTuple):
    """The names under which a word's forms belong together, and those of the parts it has."""

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()


def analyse(key: str) -> Analysis:
    """What is known of a folded word, in the vocabulary or in a query."""
    return Analysis((stem(key),))


def lists_version() -> str:
    """Changes with the lists of words: what was made with others must be made anew."""
    return hashlib.sha256(
        repr((TABLES, importlib.metadata.version("PyStemmer"))).encode()
    ).hexdigest()[:16]
