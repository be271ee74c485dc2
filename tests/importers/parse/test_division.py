"""A document's lines are divided without loss."""

from printed import text_document

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
