"""Swedish words: how running text is cut into tokens, and which forms belong together."""

from index.swedish.analysis import Analysis, analyse, lists_version
from index.swedish.function_words import FUNCTION_WORDS
from index.swedish.stems import stem
from index.swedish.tokens import Cut, Token, cut, fold, phrase_keys, tokens, word_keys

__all__ = [
    "FUNCTION_WORDS",
    "Analysis",
    "Cut",
    "Token",
    "analyse",
    "cut",
    "fold",
    "lists_version",
    "phrase_keys",
    "stem",
    "tokens",
    "word_keys",
]
