"""What Tesseract has read: words with boxes, in lines, in the picture's dots.

Its values come one line per box: "level page block par line word left top width height conf text".
Level 5 is a word; what is only spaces is a picture or a ruled line.
"""

import itertools
import operator
import re
import typing as t

WORD: t.Final = "5"
FIELDS: t.Final = 12

# The ruled lines of a table and of a form, read as letters: "|" "||" "_" "___" "[" "=" "—|"
# but not "-" or "—", which stand for "ingen" in lists of those present.
RULED: t.Final = re.compile(r"[|_\[\]¦=]+|[|_\[\]¦=—]{2,}")

# Specks of dust: "." ":" ",'" as words of their own, since what is printed stands by a word.
SPECKS: t.Final = re.compile(r"[.,:;'’‘`´\"”~^·]+")


class Box(t.NamedTuple):
    """A place in a picture, in dots from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """How many dots it has; none where it is inside out."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def shared(self, other: "Box") -> float:
        """The share of both together that is in both, 0–1."""
        common = Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        ).area
        return common / (self.area + other.area - common) if common else 0.0


class ReadWord(t.NamedTuple):
    """One word as it was read, with how sure that is, 0–1."""

    text: str
    box: Box
    confidence: float
    ink: int = 0  # dark dots in the box


ReadLine = tuple[ReadWord, ...]


def parse_words(values: str) -> tuple[ReadLine, ...]:
    """The words line by line, in the order in which Tesseract would have them read."""
    rows = (row.split("\t", FIELDS - 1) for row in values.splitlines())
    words = [row for row in rows if len(row) == FIELDS and row[0] == WORD and _is_word(row[-1])]
    by_line = itertools.groupby(words, operator.itemgetter(slice(1, 5)))
    return tuple(tuple(_word(row) for row in line) for _, line in by_line)


def turned_back(word: ReadWord, degrees: int, width: float, height: float) -> ReadWord:
    """The word's place in a picture of that size, before it was turned so far clockwise."""
    left, top, right, bottom = word.box
    match degrees:
        case 90:
            box = Box(top, height - right, bottom, height - left)
        case 180:
            box = Box(width - right, height - bottom, width - left, height - top)
        case 270:
            box = Box(width - bottom, left, width - top, right)
        case _:
            box = word.box
    return word._replace(box=box)


def _is_word(text: str) -> bool:
    text = text.strip()
    return bool(text) and not RULED.fullmatch(text) and not SPECKS.fullmatch(text)


def _word(row: list[str]) -> ReadWord:
    left, top, width, height = map(int, row[6:10])
    box = Box(left, top, left + width, top + height)
    return ReadWord(row[-1].strip(), box, min(max(float(row[10]) / 100, 0.0), 1.0))
