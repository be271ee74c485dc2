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

READ_AS: t.Final = re.compile(r"\(?(?:§|[8&][&$]?|\$&?|[S5])")
DOUBLE: t.Final = re.compile(r"\(?(?:§§|88|&&|\$\$|8&|&8|§8|8§|SS)")

# "$4", "§12." first on a line; but not "84", which may be a number
GLUED: t.Final = re.compile(r"(?P<sign>[§$&])(?P<number>\d{1,3}[a-z]?[.:)]?)")

# "63", "63.", "63:" and "7a", the number of an item; "63-66" and "4–6,", a range of items
NUMBER: t.Final = re.compile(r"(?P<number>\d{1,3})[a-z]?[.:)]?")
RANGE: t.Final = re.compile(r"(?P<first>\d{1,3})[-–—](?P<last>\d{1,3})[.,;:)]*")

# "MBL 8 11:"  "8 19 MBL"  "19 8 MBL": the §§ of the act that minutes name;
# but not "MBL 8 timmar" or "8 20 MBL".
ACT: t.Final = re.compile(r"\(?MBL[.,:;)]?")
OF_THE_ACT: t.Final = re.compile(r"(?:11|12|14|19|38)[.,:;)]*")

# "« Lokaler"  "e Ombyggnad av förskolan"  "+ Remiss"; but not "e-tjänster" or "- Lokaler"
BULLET_READ_AS: t.Final = re.compile(r"[«»e¢©*+°]|[«»]{2}")

FEWEST: t.Final = 3  # items that go on, for them to be an agenda's
FARTHEST: t.Final = 5  # numbers from one item to the next; what is between may be read too badly
WITHIN: t.Final = 50  # lines that look like items, from one item to the next


def with_signs(
    swedish: c.Sequence[ReadLine], english: c.Sequence[ReadLine]
) -> tuple[ReadLine, ...]:
    """A page's lines in Swedish, with the signs that were read in English at the same places."""
    signs = [word for line in english for word in line if KNOWN_TO_ENGLISH.fullmatch(word.text)]
    return tuple(tuple(_with_sign(word, signs) for word in line) for line in swedish)


def mend_signs(read: c.Sequence[ReadLine]) -> tuple[ReadLine, ...]:
    """A document's lines, on all its pages, with "§" where it must have stood."""
    read = [_parted(line) for line in read]
    agenda = _agenda(read)
    numbers = set(agenda.values())
    return tuple(_mended(line, place in agenda, numbers) for place, line in enumerate(read))


def _with_sign(word: ReadWord, signs: c.Iterable[ReadWord]) -> ReadWord:
    for sign in signs:
        if word.box.shared(sign.box) >= SAME_PLACE:
            return word._replace(text=sign.text)
    return word


def _parted(line: ReadLine) -> ReadLine:
    """The line, with a sign and a number that were read as one word as two."""
    glued = GLUED.fullmatch(line[0].text) if line else None
    if glued is None:
        return line
    word = line[0]
    edge = word.box.left + (word.box.right - word.box.left) / len(word.text)
    sign = word._replace(text=glued["sign"], box=word.box._replace(right=edge))
    number = word._replace(text=glued["number"], box=word.box._replace(left=edge))
    return (sign, number, *line[1:])


def _agenda(read: c.Sequence[ReadLine]) -> dict[int, int]:
    """The lines that open an item, with its number: the longest run of numbers that rise."""
    items = [
        (place, int(found["number"]))
        for place, line in enumerate(read)
        if len(line) > 1
        and READ_AS.fullmatch(line[0].text)
        and (found := NUMBER.fullmatch(line[1].text))
        and (len(line) == 2 or line[2].text[:1].isalpha())
    ]
    runs: list[tuple[int, ...]] = []  # the longest that ends with each item
    for at, (_, number) in enumerate(items):
        before = [
            runs[earlier]
            for earlier in range(max(0, at - WITHIN), at)
            if 0 < number - items[earlier][1] <= FARTHEST
        ]
        runs.append((*max(before, key=len, default=()), at))
    longest = max(runs, key=len, default=())
    return dict(items[at] for at in longest) if len(longest) >= FEWEST else {}


def _mended(line: ReadLine, opens_item: bool, numbers: c.Set[int]) -> ReadLine:
    words = list(line)
    for at, word in enumerate(words):
        before = words[at - 1].text if at else ""
        following = [after.text for after in words[at + 1 : at + 3]]
        if (at == 0 and opens_item) or (
            READ_AS.fullmatch(word.text) and _stands_by_an_act(before, following)
        ):
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
