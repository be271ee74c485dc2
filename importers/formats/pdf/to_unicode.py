"""Which letters a font's codes stand for, as the file says in the font's `ToUnicode`.

pdfminer reads these tables with its tokenizer for whole files, which takes most of the time of a
short file, and believes a range of four thousand million codes.
"""

import collections.abc as c
import itertools
import re
import typing as t

from pdfminer.encodingdb import name2unicode

from importers.formats.pdf.statements import unhexed

MOST_CODES: t.Final = 0x10000

SECTION: t.Final = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)

# "<0041> <0061>"  "<01> /space"
PAIR: t.Final = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|/([^\s<>/]+))")
# "<0041> <005A> <0061>"  "<0041> <0042> [<0061> <00660066>]"
RANGE: t.Final = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
LISTED: t.Final = re.compile(rb"<([0-9A-Fa-f\s]*)>|/([^\s<>/\]]+)")


def letters_by_code(table: bytes) -> dict[int, str]:
    """The text of each code in the table; codes beyond what any font holds are left out."""
    letters: dict[int, str] = {}
    for code, text in itertools.islice(_entries(table), MOST_CODES):
        # Some fonts name one code both a space and a space that keeps words together.
        if not (text == "\N{NO-BREAK SPACE}" and letters.get(code) == " "):
            letters[code] = text
    return letters


def _entries(table: bytes) -> c.Iterator[tuple[int, str]]:
    for kind, body in SECTION.findall(table):
        yield from _pairs(body) if kind == b"bfchar" else _ranges(body)


def _pairs(body: bytes) -> c.Iterator[tuple[int, str]]:
    for code, text, name in PAIR.findall(body):
        yield _number(code), _named(name) if name else _decoded(unhexed(text))


def _ranges(body: bytes) -> c.Iterator[tuple[int, str]]:
    for first, last, text, listed in RANGE.findall(body):
        start, count = _number(first), _number(last) - _number(first) + 1
        if count > MOST_CODES:
            continue
        if listed:
            for code, (item, name) in zip(
                range(start, start + count), LISTED.findall(listed), strict=False
            ):
                yield code, _named(name) if name else _decoded(unhexed(item))
        elif target := unhexed(text):
            base, size = int.from_bytes(target[-4:]), len(target[-4:])
            for place in range(count):
                step = (base + place) % 256**size
                yield start + place, _decoded(target[:-4] + step.to_bytes(size))


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _decoded(text: bytes) -> str:
    return text.decode("utf-16-be", "ignore")


def _named(name: bytes) -> str:
    try:
        return name2unicode(name.decode("ascii"))
    except (KeyError, UnicodeDecodeError):
        return ""
