"""Signs that the Swedish model has no letter for: "§", "%" and the bullets of lists.

What the English model reads at the same place is taken where it can only be right: a sign, with
figures or alone. Some "§" are missed by both, or there is no English model; then only evidence in
the document itself lets an "8", "&", "$" or "S" be mended: an act, or an agenda that goes on. A
bullet is a sign that no Swedish line begins with. Whatever else is read wrong stays as it was read.
"""

import collections.abc as c
import re
import typing as t

from importers.formats.normalise import BULLET
from importers.formats.scan.words import ReadLine, ReadWord

SIGN: t.Final = "§"

# "§"  "§§"  "(§"  "§12"  "6,12%"  "%."; but not "§Val", whose letters may be Swedish
KNOWN_TO_ENGLISH: t.Final = re.compile(r"(?=.*[§%])[\d§%(),.:;–-]+")
SAME_PLACE: t.Final = 0.6  # of two boxes together

READ_AS: t.Final = re.compile(r"\(?(?:§|[8&][&$]?|\$&?|[S5£])")
DOUBLE: t.Final = re.compile(r"\(?(?:§§|88|&&|\$\$|8&|&8|§8|8§|SS)")

# "$4", "§12." first on a line; and "84", which may be a number too
GLUED: t.Final = re.compile(r"(?P<sign>[§$&£85S])(?P<number>\d{1,3}[a-z]?[.:)]?)")
NO_FIGURE: t.Final = frozenset("§$&£")

# "63", "63.", "63:" and "7a", the number of an item; "63-66" and "4–6,", a range of items
NUMBER: t.Final = re.compile(r"(?P<number>\d{1,3})[a-z]?[.:)]?")
RANGE: t.Final = re.compile(r"(?P<first>\d{1,3})[-–—](?P<last>\d{1,3})[.,;:)]*")

# "MBL 8 11:"  "8 19 MBL"  "19 8 MBL": the §§ of the act that minutes name;
# but not "MBL 8 timmar" or "8 20 MBL".
ACT: t.Final = re.compile(r"\(?MBL[.,:;)]?")
OF_THE_ACT: t.Final = re.compile(r"(?:11|12|14|19|38)[.,:;)]*")

# "« Lokaler"  "e Ombyggnad av förskolan"  "+ Remiss"; but not "e-tjänster" or "- Lokaler"
BULLET_READ_AS: t.Final = re.compile(r"[«»e¢©*+°]-?|[«»]{2}")

FEWEST: t.Final = 3  # items that go on, for them to be an agenda's
FARTHEST: t.Final = 5  # numbers from one item to the next; what is between may be read too badly
WITHIN: t.Final = 50  # lines that look like items, from one item to the next


class Item(t.NamedTuple):
    """A line that may open an item of the agenda."""

    number: int
    line: ReadLine  # with its sign
    sure: bool  # a sign stands apart from the number, or is no figure itself


def with_signs(
    swedish: c.Sequence[ReadLine], english: c.Sequence[ReadLine]
) -> tuple[ReadLine, ...]:
    """A page's lines in Swedish, with the signs that were read in English at the same places."""
    signs = [word for line in english for word in line if KNOWN_TO_ENGLISH.fullmatch(word.text)]
    return tuple(tuple(_with_sign(word, signs) for word in line) for line in swedish)


def mend_signs(read: c.Sequence[ReadLine]) -> tuple[ReadLine, ...]:
    """A document's lines, on all its pages, with "§" where it must have stood."""
    agenda = _agenda(read)
    numbers = {item.number for item in agenda.values()}
    return tuple(
        _mended(agenda[place].line if place in agenda else line, numbers)
        for place, line in enumerate(read)
    )


def _with_sign(word: ReadWord, signs: c.Iterable[ReadWord]) -> ReadWord:
    for sign in signs:
        if word.box.shared(sign.box) >= SAME_PLACE:
            return word._replace(text=sign.text)
    return word


def _agenda(read: c.Sequence[ReadLine]) -> dict[int, Item]:
    """The lines that open an item: the longest run of numbers that rise, if enough are sure."""
    items = [(place, item) for place, line in enumerate(read) if (item := _item(line))]
    runs: list[tuple[int, ...]] = []  # the longest that ends with each item
    for at, (_, item) in enumerate(items):
        before = [
            runs[earlier]
            for earlier in range(max(0, at - WITHIN), at)
            if 0 < item.number - items[earlier][1].number <= FARTHEST
        ]
        runs.append((*max(before, key=len, default=()), at))
    longest = [items[at] for at in max(runs, key=len, default=())]
    return dict(longest) if sum(item.sure for _, item in longest) >= FEWEST else {}


def _item(line: ReadLine) -> Item | None:
    """The line as one that opens an item, if it can be."""
    sure = True
    if line and (glued := GLUED.fullmatch(line[0].text)):
        sure = glued["sign"] in NO_FIGURE
        line = (*_parted(line[0], glued["number"]), *line[1:])
    if len(line) < 2 or not READ_AS.fullmatch(line[0].text):
        return None
    number = NUMBER.fullmatch(line[1].text)
    if number is None or (len(line) > 2 and not line[2].text[:1].isalpha()):
        return None
    return Item(int(number["number"]), (_replaced(line[0], SIGN), *line[1:]), sure)


def _parted(word: ReadWord, number: str) -> tuple[ReadWord, ReadWord]:
    """A sign and a number that were read as one word, as two."""
    edge = word.box.left + (word.box.right - word.box.left) / len(word.text)
    return (
        word._replace(text=word.text[0], box=word.box._replace(right=edge)),
        word._replace(text=number, box=word.box._replace(left=edge)),
    )


def _mended(line: ReadLine, numbers: c.Set[int]) -> ReadLine:
    words = list(line)
    for at, word in enumerate(words):
        before = words[at - 1].text if at else ""
        following = [after.text for after in words[at + 1 : at + 3]]
        if READ_AS.fullmatch(word.text) and _stands_by_an_act(before, following):
            words[at] = _replaced(word, SIGN)
        elif at == 0 and following and BULLET_READ_AS.fullmatch(word.text):
            words[at] = _replaced(word, BULLET)
        elif DOUBLE.fullmatch(word.text) and following and _is_range(following[0], numbers):
            words[at] = _replaced(word, SIGN * 2)
    return tuple(words)


def _stands_by_an_act(before: str, following: list[str]) -> bool:
    first, second = [*following, "", ""][:2]
    if OF_THE_ACT.fullmatch(first):
        return bool(ACT.fullmatch(before) or ACT.fullmatch(second))
    return bool(OF_THE_ACT.fullmatch(before) and ACT.fullmatch(first))


def _is_range(text: str, numbers: c.Set[int]) -> bool:
    """Whether both ends are items of the agenda."""
    found = RANGE.fullmatch(text)
    return found is not None and {int(found["first"]), int(found["last"])} <= numbers


def _replaced(word: ReadWord, sign: str) -> ReadWord:
    bracket = "(" if word.text.startswith("(") else ""
    return word._replace(text=bracket + sign)
