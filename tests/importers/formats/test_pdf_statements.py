"""A page's description is divided into statements, as pdfminer would."""

import collections.abc as c

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF, PSException
from pdfminer.psparser import PSKeyword, PSLiteral

from importers.formats.pdf.statements import OPERANDS, statements


def told(data: bytes) -> list[tuple[bytes, tuple[object, ...]]]:
    return list(statements(data))


def by_pdfminer(data: bytes) -> c.Iterator[tuple[bytes, tuple[object, ...]]]:
    """What pdfminer's own tokenizer makes of those statements that are asked for."""
    parser = PDFContentParser([PDFStream({}, data)])
    operands: list[object] = []
    while True:
        try:
            _, found = parser.nextobject()
        except PSEOF:
            return
        if isinstance(found, PSKeyword):
            if found.name in OPERANDS:
                yield found.name, tuple(operands)
            operands = []
        else:
            operands.append(found.name if isinstance(found, PSLiteral) else found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"8.58 0 Td", [(b"Td", (8.58, 0))]),
        (b"1 0 0 -1 8 30 Tm<0055> Tj", [(b"Tm", (1, 0, 0, -1, 8, 30)), (b"Tj", (b"\0U",))]),
        (b"/F4 14.66 Tf", [(b"Tf", ("F4", 14.66))]),
        (b"/F#31 9 Tf", [(b"Tf", ("F1", 9))]),
        (b"[(M)-3(\\366tet)]TJ", [(b"TJ", ([b"M", -3, b"\xf6tet"],))]),
        (b"[<01>1<0203>]TJ", [(b"TJ", ([b"\x01", 1, b"\x02\x03"],))]),
        (b"(nio (eller (tio))) Tj", [(b"Tj", (b"nio (eller (tio))",))]),
        (b"(\\(a\\)\\\\\\n\\\r\nb) Tj", [(b"Tj", (b"(a)\\\nb",))]),
        (b"() Tj <> Tj", [(b"Tj", (b"",)), (b"Tj", (b"",))]),
        (b"<5> Tj", [(b"Tj", (b"P",))]),
        (b"(en rad)'", [(b"'", (b"en rad",))]),
        (b'1 2 (en rad)"', [(b'"', (1, 2, b"en rad"))]),
        (b"T* q Q BT", [(b"T*", ()), (b"q", ()), (b"Q", ()), (b"BT", ())]),
        (b"% anm\xe4rkning (\n/X1 Do", [(b"Do", ("X1",))]),
    ],
)
def test_statements_are_told_with_their_operands(
    data: bytes, expected: list[tuple[bytes, tuple[object, ...]]]
) -> None:
    assert told(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"0 0 10 10 re W* n",
        b"0.5 g 0 0 1 RG [3 1] 0 d",
        b"/P <</MCID 0>> BDC EMC",
        b"/Span <</ActualText <FEFF00E5> /Lang (sv-SE) /P << /N [1 2] >>>> BDC",
        b"/DeviceRGB cs 1 0 0 sc /Sh1 sh",
        b"",
        b" \n",
    ],
)
def test_what_only_paints_is_passed_over(data: bytes) -> None:
    assert told(data) == []


def test_a_statement_short_of_operands_is_left_out() -> None:
    assert told(b"12 Td /F1 Tf (nio) 3 Tj 5 Ts") == [(b"Ts", (5,))]


def test_the_last_operands_of_too_many_are_taken() -> None:
    assert told(b"1 2 3 Td") == [(b"Td", (2, 3))]


@pytest.mark.parametrize(
    "picture",
    [
        b"BI /W 2 /H 2 /BPC 8 /CS /G ID \x00(\xff<EI\x00 EI",
        b"BI /W 2 /H 2 /F [/A85 /Fl] ID GhQ EI 9(Tj ~>\nEI",
        b"BI /W 2 /H 2 /F /AHx ID 00 FF EI 00>\nEI",
    ],
)
def test_a_picture_written_out_in_the_description_is_one_statement(picture: bytes) -> None:
    assert told(b"q " + picture + b" Q (efter) Tj") == [
        (b"q", ()),
        (b"EI", ()),
        (b"Q", ()),
        (b"Tj", (b"efter",)),
    ]


def test_after_what_is_no_statement_pdfminer_takes_over() -> None:
    assert told(b"5 Ts } [[1]] (nio) Tj 2 Tr") == [(b"Ts", (5,)), (b"Tj", (b"nio",)), (b"Tr", (2,))]


def test_pdfminer_is_not_left_with_a_million_brackets() -> None:
    with pytest.raises(PSException):
        told(b"(" * 1_000_000)


numbers = st.one_of(
    st.integers(-999, 999).map(str),
    st.decimals(-999, 999, places=3).map(lambda number: f"{number:f}"),
    st.sampled_from(["-.5", "+3", "7.", "0"]),
).map(str.encode)
literals = st.binary(max_size=12).map(
    lambda data: b"(" + b"".join(b"\\%03o" % sign for sign in data) + b")"
) | st.text("abc åäö§.,'\"/%<>[]{}-5", max_size=12).map(lambda text: f"({text})".encode("latin-1"))
hexadecimals = st.binary(max_size=6).map(lambda data: b"<%b>" % data.hex(" ").encode())
names = st.from_regex(rb"\A/[A-Za-z][A-Za-z0-9+.-]{0,5}\Z")
strings = literals | hexadecimals
arrays = st.lists(strings | numbers, max_size=5).map(lambda items: b"[%b]" % b" ".join(items))
dictionaries = st.lists(st.tuples(names, strings | numbers | arrays), max_size=3).map(
    lambda pairs: b"<<%b>>" % b" ".join(key + b" " + value for key, value in pairs)
)
OPERAND = {"N": numbers, "S": strings, "A": arrays, "/": names}
asked = st.sampled_from(sorted(OPERANDS.keys() - {b"EI"})).flatmap(
    lambda operator: st.tuples(*(OPERAND[kind] for kind in OPERANDS[operator])).map(
        lambda operands: b" ".join([*operands, operator])
    )
)
painting = st.tuples(
    st.lists(numbers | names | strings | arrays | dictionaries, max_size=4),
    st.sampled_from([b"re", b"W*", b"n", b"scn", b"BDC", b"EMC", b"ET", b"gs", b"f*", b"d"]),
).map(lambda parts: b" ".join([*parts[0], parts[1]]))


@example([b"[<> (a)] TJ"], b" ")
@given(st.lists(asked | painting, max_size=8), st.sampled_from([b" ", b"\n", b" % sagt\r\n"]))
def test_the_statements_are_those_that_pdfminer_finds(parts: list[bytes], between: bytes) -> None:
    data = between.join(parts)
    assert told(data) == list(by_pdfminer(data))


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_statements_or_refused(data: bytes) -> None:
    try:
        found = told(data)
    except (PSException, AssertionError, TypeError, ValueError, IndexError):
        return
    assert all(len(operands) == len(OPERANDS[operator]) for operator, operands in found)
