"""The parts of a compound that nothing was found for: "larm" of "överfallslarm".

Which parts are words is for the search to tell: candidates are tried one by one until one is found.
"""

import collections.abc as c
import re
import typing as t

SHORTEST_PART: t.Final = 4
LONGEST_WORD: t.Final = 30  # of longer ones too many parts would be tried
MOST_WORDS: t.Final = 2

_WORD: t.Final = re.compile(rf"[^\W\d_]{{{2 * SHORTEST_PART - 1},{LONGEST_WORD}}}")
# "fack:vision" "rubrik:lokaler": not words of the text
_SIGNS: t.Final = re.compile(r"[:*=()\"”“]")


def long_words(text: str) -> tuple[str, ...]:
    """The words that may be compounds; none where the query is more than words."""
    if _SIGNS.search(text):
        return ()
    whole = (word for word in text.split() if _WORD.fullmatch(word) and not word.isupper())
    return tuple(dict.fromkeys(whole))[:MOST_WORDS]


def part(word: str, count: c.Callable[[str], int]) -> tuple[str, int] | None:
    """The longest ending that something is found for, else the most frequent beginning."""
    places = range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 1)
    for place in places:
        if len(word[place:]) >= SHORTEST_PART and (found := count(word[place:])):
            return word[place:], found
    beginnings = [word[: place + 1] for place in places]
    counted = [(count(beginning), -len(beginning), beginning) for beginning in beginnings]
    most, _, beginning = max(counted, default=(0, 0, ""))
    return (beginning, most) if most else None
