"""Swedish words: how running text is cut into tokens, and which forms belong together."""

from index.swedish.function_words import FUNCTION_WORDS
from index.swedish.stems import stem
from index.swedish.tokens import Cut, Token, cut, fold, phrase_keys, tokens, word_keys

__all__ = [
    "FUNCTION_WORDS",
    "Cut",
    "Token",
    "cut",
    "fold",
    "phrase_keys",
    "stem",
    "tokens",
    "word_keys",
]
