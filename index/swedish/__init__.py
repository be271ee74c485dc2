"""Swedish words: how running text is cut into tokens, and which forms belong together."""

from index.swedish.analysis import Analysis, analyse, lists_version
from index.swedish.function_words import FUNCTION_WORDS
from index.swedish.stems import root, stem
from index.swedish.stretches import Cut, cut, cut_around
from index.swedish.tokens import (
    LONGEST_KEY,
    Token,
    fold,
    fold_in_place,
    phrase_keys,
    tokens,
    word_keys,
)

__all__ = [
    "FUNCTION_WORDS",
    "LONGEST_KEY",
    "Analysis",
    "Cut",
    "Token",
    "analyse",
    "cut",
    "cut_around",
    "fold",
    "fold_in_place",
    "lists_version",
    "phrase_keys",
    "root",
    "stem",
    "tokens",
    "word_keys",
]
