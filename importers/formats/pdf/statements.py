"""A page's description, statement by statement: operands, then the operator that uses them.

Only what bears on text or shows a picture is told. Most of a page paints rules and colours, and a
browser places every letter with a statement of its own, so the statements are found by one
expression; pdfminer's tokenizer, which reads character by character, gets what it does not match.
"""

import collections.abc as c
import re
import typing as t

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF, PSException
from pdfminer.psparser import PSKeyword, PSLiteral, literal_name

Statement = tuple[bytes, tuple[t.Any, ...]]
Parse = c.Callable[[bytes], tuple[t.Any, ...] | None]

# The kinds of operand an operator takes: a Number, a String, an Array of those, a /name.
OPERANDS: t.Final[dict[bytes, str]] = {
    b"q": "",
    b"Q": "",
    b"cm": "NNNNNN",
    b"BT": "",
    b"Tc": "N",
    b"Tw": "N",
    b"Tz": "N",
    b"TL": "N",
    b"Tf": "/N",
    b"Tr": "N",
    b"Ts": "N",
    b"Td": "NN",
    b"TD": "NN",
    b"Tm": "NNNNNN",
    b"T*": "",
    b"Tj": "S",
    b"TJ": "A",
    b"'": "S",
    b'"': "NNS",
    b"Do": "/",
    b"EI": "",
}

INLINE_PICTURE: t.Final = b"BI"
PICTURE_SHOWN: t.Final = b"EI"

# "<0055>"
_HEX: t.Final = rb"<[0-9A-Fa-f\s]*+>"
# "(Lokaler)"  "(Lokaler \(nya\))"  "(Lokaler (nya (och gamla)))"
_PLAIN: t.Final = rb"[^()\\]++|\\."
_INNERMOST: t.Final = rb"\((?:" + _PLAIN + rb")*+\)"
_INNER: t.Final = rb"\((?:" + _PLAIN + rb"|" + _INNERMOST + rb")*+\)"
_LITERAL: t.Final = rb"\((?:" + _PLAIN + rb"|" + _INNER + rb")*+\)"
# "/F1"  "/F#31"
_NAME: t.Final = rb"/[^/%\[\]()<>{}\s\0]*+"
# "[(M)-3(ötet)]"
_ARRAY: t.Final = rb"\[(?:[-+.0-9\s]++|" + _HEX + rb"|" + _LITERAL + rb"|" + _NAME + rb")*+\]"
# "<</MCID 0>>"  "<</ActualText<FEFF00E5>/P<</N 1>>>>"
_DICT_PARTS: t.Final = rb"[^<>()\[\]%]++|" + _HEX + rb"|" + _LITERAL + rb"|" + _ARRAY
_DICT: t.Final = rb"<<(?:" + _DICT_PARTS + rb"|<<(?:" + _DICT_PARTS + rb")*+>>)*+>>"

# "8.58 0 Td"  "<0055> Tj"  "/P <</MCID 0>> BDC"  "W*"
# but not what holds signs found nowhere in such a page, which is then damaged or out of the common.
STATEMENT: t.Final = re.compile(
    rb"((?:[-+.0-9\s]++|" + rb"|".join((_LITERAL, _HEX, _ARRAY, _NAME, _DICT)) + rb"|%[^\r\n]*+)*+)"
    rb"([A-Za-z'\"][^#/%\[\]()<>{}\s\0]*+)(?![#\0])",
    re.DOTALL,
)

NAME_AND_NUMBER: t.Final = re.compile(rb"\s*/(\S+)\s+([-+.0-9]+)\s*")
NAME: t.Final = re.compile(rb"\s*/(\S+)\s*")
STRING: t.Final = re.compile(rb"\s*(?:<([0-9A-Fa-f\s]*)>|\((.*)\))\s*", re.DOTALL)
ARRAY: t.Final = re.compile(rb"\s*\[(.*)\]\s*", re.DOTALL)
ELEMENT: t.Final = re.compile(rb"<([0-9A-Fa-f\s]*+)>|(" + _LITERAL + rb")|([-+.0-9]++)", re.DOTALL)

# "/W 8 /H 8 /BPC 8 ID ", then bytes, then "EI".
PICTURE_BEGINS: t.Final = re.compile(rb".{0,2000}?[\s\]>]ID\s", re.DOTALL)
PICTURE_ENDS: t.Final = re.compile(rb"[\s>]EI(?=\s|\Z)")
# Letters that may happen to say EI end with a mark of their own.
IN_LETTERS: t.Final = {b"/A85": b"~>", b"/ASCII85": b"~>", b"/AHx": b">", b"/ASCIIHex": b">"}

# pdfminer joins a string sign by sign; more than this it must not be left with.
MOST_LEFT_OVER: t.Final = 200_000  # bytes

NUMBERED_SIGN: t.Final = re.compile(rb"#([0-9A-Fa-f]{2})")  # in a name: "/F#31" is "/F1"

ESCAPED: t.Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
ESCAPES: t.Final = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}


def statements(data: bytes) -> c.Iterator[Statement]:
    """Each statement that bears on text or shows a picture, its operands of the kinds it takes.

    Raises PSException, or what else pdfminer does, where the data is not of statements.
    """
    position = 0
    while found := STATEMENT.match(data, position):
        operands, operator = found.groups()
        if operator == INLINE_PICTURE:
            after = _after_picture(data, found.end())
            if after is None:
                break
            position = after
            yield PICTURE_SHOWN, ()
            continue
        position = found.end()
        if (parse := PARSES.get(operator)) is None:
            continue
        parsed = parse(operands)
        if parsed is None:
            yield from _by_pdfminer(found[0])
        else:
            yield operator, parsed
    left_over = data[position:].strip(b"\0\t\n\v\f\r ")
    if len(left_over) > MOST_LEFT_OVER:
        raise PSException(f"{len(left_over)} bytes that are no statements")
    if left_over:
        yield from _by_pdfminer(left_over)


def _after_picture(data: bytes, position: int) -> int | None:
    """Where a picture written out in the description ends; None where that cannot be told."""
    head = PICTURE_BEGINS.match(data, position)
    if head is None:
        return None
    position = head.end() - 1
    for packed, mark in IN_LETTERS.items():
        if packed in head[0]:
            position = max(position, data.find(mark, position))
    tail = PICTURE_ENDS.search(data, position)
    return tail.end() if tail else None


def unhexed(digits: bytes) -> bytes:
    """The bytes that digits between "<" and ">" stand for; a last 0 may be left out."""
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _by_pdfminer(data: bytes) -> c.Iterator[Statement]:
    parser = PDFContentParser([PDFStream({}, data)])
    operands: list[object] = []
    while True:
        try:
            _, found = parser.nextobject()
        except PSEOF:
            return
        if not isinstance(found, PSKeyword):
            operands.append(found)
            continue
        kinds = OPERANDS.get(found.name)
        if kinds is not None and len(operands) >= len(kinds):
            taken = operands[len(operands) - len(kinds) :]
            if all(map(_is_of_kind, kinds, taken)):
                names = (literal_name(o) if isinstance(o, PSLiteral) else o for o in taken)
                yield found.name, tuple(names)
        operands = []


def _is_of_kind(kind: str, operand: object) -> bool:
    match kind:
        case "N":
            return isinstance(operand, int | float)
        case "S":
            return isinstance(operand, bytes)
        case "A":
            return isinstance(operand, list)
        case _:
            return isinstance(operand, PSLiteral)


def _nothing(operands: bytes) -> tuple[()] | None:
    return None if operands.strip() else ()


def _numbers(operands: bytes, count: int) -> tuple[float, ...] | None:
    try:
        numbers = tuple(map(float, operands.split()))
    except ValueError:
        return None
    return numbers if len(numbers) == count else None


def _name(operands: bytes) -> tuple[str] | None:
    found = NAME.fullmatch(operands)
    return (_named(found[1]),) if found else None


def _name_and_number(operands: bytes) -> tuple[str, float] | None:
    found = NAME_AND_NUMBER.fullmatch(operands)
    try:
        return (_named(found[1]), float(found[2])) if found else None
    except ValueError:
        return None


def _named(name: bytes) -> str:
    return NUMBERED_SIGN.sub(lambda sign: bytes.fromhex(sign[1].decode()), name).decode(
        "utf-8", "replace"
    )


def _string(operands: bytes) -> tuple[bytes] | None:
    found = STRING.fullmatch(operands)
    if found is None:
        return None
    hexadecimal, literal = found.groups()
    return (unhexed(hexadecimal) if literal is None else _unescaped(literal),)


def _array(operands: bytes) -> tuple[list[float | bytes]] | None:
    found = ARRAY.fullmatch(operands)
    if found is None:
        return None
    elements: list[float | bytes] = []
    try:
        for hexadecimal, literal, number in ELEMENT.findall(found[1]):
            if number:
                elements.append(float(number))
            elif literal:
                elements.append(_unescaped(literal[1:-1]))
            else:
                elements.append(unhexed(hexadecimal))
    except ValueError:
        return None
    return (elements,)


def _unescaped(literal: bytes) -> bytes:
    if b"\\" not in literal and b"\r" not in literal:
        return literal
    return ESCAPED.sub(_meant, literal)


def _meant(found: re.Match[bytes]) -> bytes:
    escaped: bytes | None = found[1]
    if escaped is None:
        return b"\n"  # however the end of a line is written inside a string
    if escaped[0] in b"01234567":
        return bytes((int(escaped, 8) & 0xFF,))
    return ESCAPES.get(escaped, escaped)


def _counted(count: int) -> Parse:
    return lambda operands: _numbers(operands, count)


# What takes three operands of two kinds is rare enough to be left to pdfminer.
PARSES: t.Final[dict[bytes, Parse]] = {
    operator: {
        "": _nothing,
        "S": _string,
        "A": _array,
        "/": _name,
        "/N": _name_and_number,
        "NNS": lambda operands: None,
    }.get(kinds, _counted(len(kinds)))
    for operator, kinds in OPERANDS.items()
}
