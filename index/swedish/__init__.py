"""Swedish words: how running text is cut into tokens, which forms belong together, and what words
are made of."""

from index.swedish.analysis import Analysis
from index.swedish.function_words import FUNCTION_WORDS
from index.swedish.language import Language, language_of, load_language, packaged_language
from index.swedish.meeting import (
    GAPS,
    Level,
    Meeting,
    begins_with,
    chunkings,
    ends_with,
    meeting,
)
from index.swedish.stretches import Cut, cut
from index.swedish.tokens import (
    ELLIPSIS,
    LONGEST_KEY,
    Token,
    fold,
    phrase_keys,
    tokens,
    word_keys,
)

__all__ = [
    "ELLIPSIS",
    "FUNCTION_WORDS",
    "GAPS",
    "LONGEST_KEY",
    "Analysis",
    "Cut",
    "Language",
    "Level",
    "Meeting",
    "Token",
    "begins_with",
    "chunkings",
    "cut",
    "ends_with",
    "fold",
    "language_of",
    "load_language",
    "meeting",
    "packaged_language",
    "phrase_keys",
    "tokens",
    "word_keys",
]
