"""A document's lines are divided without loss."""

import collections
import dataclasses as dc

from hypothesis import given
from hypothesis import strategies as st
from printed import text_document

from archive.registry import packaged
from importers.formats.lines import Document, Line
from importers.parse import Parser
from importers.parse.division import divide
from importers.parse.paragraphs import restore


def test_what_stands_beside_a_title_is_in_its_section() -> None:
    parts = divide(
        text_document("""
        § 1 Mötets öppnande. Mona Alm öppnade mötet och hälsade alla
        välkomna.
        § 2 Lokaler
        Flytten är klar.
        § 3 Övriga frågor. Inga övriga frågor anmäldes.
        """)
    )
    texts = [restore(lines, parts.metrics).text for _, lines in parts.sections]
    assert texts == [
        "Mona Alm öppnade mötet och hälsade alla välkomna.",
        "Flytten är klar.",
        "Inga övriga frågor anmäldes.",
    ]


LINES = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=60),
        st.sampled_from(
            (
                "§ 1 Öppnande",
                "2. Lokaler",
                "3 § Övrigt",
                "Närvarande:",
                "Anna Ek, Vision",
                "Tid: 13.00",
                "Plats: Eken",
                "Justeras (digitalt)",
                "Vid protokollet",
                "Bilaga 1",
                "Sida 2 (3)",
                "Vision frågade om taket.",
            )
        ),
    ),
    max_size=40,
)


@given(LINES, st.integers(1, 4), st.booleans())
def test_every_line_lands_in_one_place(texts: list[str], pages: int, paged: bool) -> None:
    found = [normalised for text in texts if (normalised := " ".join(text.split()))]
    lines = tuple(
        Line(text, page=1 + at * pages // len(found) if paged else None, top=14.0 * at)
        for at, text in enumerate(found)
    )
    document = Document(lines, "text/plain", pages if paged else None, 842.0 if paged else None)
    parts = divide(document)
    assert sum(dc.astuple(parts.placed)) == sum(len(text) for text in found)
    assert min(dc.astuple(parts.placed)) >= 0


@given(LINES)
def test_no_word_of_a_section_an_appendix_or_the_furniture_is_lost(texts: list[str]) -> None:
    document = text_document("\n".join(texts))
    protocol = Parser(packaged()).parse(document, "protokoll.txt")
    parts = divide(document)
    kept = [protocol.title, *(line.text for line in (*parts.furniture, *parts.signatures))]
    kept += [f"{block.label} {block.text}" for block in parts.header]
    kept += [f"{section.title} {section.text}" for section in protocol.sections]
    kept += [f"{appendix.title} {appendix.text}" for appendix in protocol.appendices]
    written = letters_of(" ".join(line.text for line in document.lines))
    assert not written - letters_of(" ".join(kept))


def letters_of(text: str) -> collections.Counter[str]:
    """How often each letter stands there; numbers of §§ are kept as numbers."""
    return collections.Counter(letter for letter in text if letter.isalpha())
