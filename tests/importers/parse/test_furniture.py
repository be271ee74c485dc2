"""Page headers and footers are told from the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import pages_of, text_document

from importers.formats.lines import Document, Line
from importers.parse.furniture import PAGE_NUMBER, split_furniture

TITLES = ("", "Lokaler", "Ekonomi", "Övriga frågor")
PAGE = """
    Granviks kommun
    Sida {n} (3)

    § {n} {title}
    Texten på sidan {n} är sin egen.
    ~
    granvik.example
"""


def page(number: int) -> str:
    return PAGE.format(n=number, title=TITLES[number])


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_what_recurs_at_the_same_height_is_furniture() -> None:
    split = split_furniture(pages_of(*(page(n) for n in (1, 2, 3))))
    assert texts(split.furniture)[:3] == ["Granviks kommun", "Sida 1 (3)", "granvik.example"]
    assert texts(split.body)[:2] == ["§ 1 Lokaler", "Texten på sidan 1 är sin egen."]


def test_a_first_page_without_the_header_does_not_save_the_others() -> None:
    first = "Protokoll från förvaltningsgruppen\n\nInledning.\n~\ngranvik.example"
    split = split_furniture(pages_of(first, page(2), page(3)))
    assert "Granviks kommun" in texts(split.furniture)
    assert "Protokoll från förvaltningsgruppen" in texts(split.body)


def test_a_sentence_that_recurs_within_the_page_is_text() -> None:
    same = "Granvik\n\n\n\n\n\n\n\nInget att rapportera.\n~\nSida 1"
    split = split_furniture(pages_of(same, same))
    assert texts(split.body) == ["Inget att rapportera.", "Inget att rapportera."]


def test_page_numbers_in_plain_text_take_their_neighbours_with_them() -> None:
    text = """
        § 1 Öppnande
        Mötet öppnades av Mona Alm.
        Granviks kommun
        Sida 1 (2)

        § 2 Ekonomi
        Budgeten gicks igenom.
        Granviks kommun
        Sida 2 (2)
    """
    split = split_furniture(text_document(text))
    assert texts(split.furniture) == [
        "Granviks kommun",
        "Sida 1 (2)",
        "Granviks kommun",
        "Sida 2 (2)",
    ]


def test_what_the_format_calls_a_header_is_furniture() -> None:
    header = Line("Kulturförvaltningen", furniture=True)
    split = split_furniture(Document((header, Line("§ 1 Öppnande", top=1)), "application/x"))
    assert split.furniture == (header,)


@pytest.mark.parametrize("line", ["Sida 2 (5)", "Sida 2 av 5", "sid. 3", "2 (5)", "2/5", "- 4 -"])
def test_a_page_number_is_one(line: str) -> None:
    assert PAGE_NUMBER.fullmatch(line)


@pytest.mark.parametrize("line", ["2 av 5 tjänster", "5", "Sidan 5 i planen", "§ 2", "2. Budget"])
def test_a_number_in_the_text_is_no_page_number(line: str) -> None:
    assert not PAGE_NUMBER.fullmatch(line)


@given(st.lists(st.text(min_size=1, max_size=20), max_size=30), st.booleans())
def test_every_line_is_either_text_or_furniture(rows: list[str], paged: bool) -> None:
    lines = tuple(
        Line(row, page=1 + i // 5 if paged else None, top=float(i % 5 if paged else i))
        for i, row in enumerate(rows)
    )
    document = Document(lines, "x", 1 + len(rows) // 5 if paged else None, 5.0 if paged else None)
    split = split_furniture(document)
    assert sorted(map(id, split.body + split.furniture)) == sorted(map(id, lines))


def test_the_last_word_of_a_sentence_beside_a_page_number_is_text_though_it_is_a_number() -> None:
    text = """
        § 1 Rehabilitering
        Antalet pågående ärenden är för närvarande
        12.
        Sida 1 av 2
        Kommunal lämnade en anteckning, se bilaga
        1.
        Sida 2 av 2
    """
    split = split_furniture(text_document(text))
    assert texts(split.furniture) == ["Sida 1 av 2", "Sida 2 av 2"]
