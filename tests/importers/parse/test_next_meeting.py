import datetime as dt

import pytest

from archive.model import Section
from importers.formats.lines import Line
from importers.parse.header_blocks import parse_header
from importers.parse.next_meeting import find_next_meeting

HELD = dt.date(2024, 11, 12)


def announced(title: str, text: str, header: str = "", held: dt.date | None = HELD):
    section = Section(ordinal=9, number=9, title=title, text=text)
    blocks = parse_header([Line("Protokoll"), Line(header, top=1.0)])
    day = find_next_meeting(blocks, [section], held)
    return day and day.isoformat()


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Avslut", "Nästa möte är den 10 december.", "2024-12-10"),
        ("Avslut", "Nästa förvaltningsgrupp hålls den 14 januari kl. 13.00.", "2025-01-14"),
        ("Avslut", "Nästa FSG: 10/12 kl. 9", "2024-12-10"),
        (
            "Avslut",
            "Kommande samverkansmöten: 10 december, 14 januari och 4 februari.",
            "2024-12-10",
        ),
        ("Avslut", "Nästkommande möte äger rum tisdag 10/12.", "2024-12-10"),
        ("Avslut", "Nästa gång gruppen träffas är 2024-12-10.", "2024-12-10"),
        (
            "Avslut",
            "Frågor lämnas senast den 1 december, nästa möte är den 10 december.",
            "2024-12-10",
        ),
        ("Nästa möte", "Tisdag 10 december kl. 13–15, Ekrummet", "2024-12-10"),
        ("Nästa möte", "10/12", "2024-12-10"),
        ("Nästa möte och avslutning", "Tisdag 10 december.", "2024-12-10"),
        ("Övriga frågor och nästa möte", "10/12 kl. 9", "2024-12-10"),
        ("Nästa gång", "10 december", "2024-12-10"),
        ("Avslut", "Gruppen träffas igen tisdag 10/12.", "2024-12-10"),
        ("Nästa möte den 10 december", "", "2024-12-10"),
        ("Mötestider", "2024-09-10\n\n2024-11-12\n\n2024-12-10", "2024-12-10"),
        ("Avslut", "Nästa möte:\n\n10 december", "2024-12-10"),
        ("Lokaler", "Frågan tas upp på nästa möte.", None),
        ("Lokaler", "Flytten sker den 10 december.", None),
    ],
)
def test_the_next_meeting_is_announced(title: str, text: str, day: str | None) -> None:
    assert announced(title, text) == day


def test_the_header_may_announce_it() -> None:
    assert announced("Avslut", "", header="Nästa möte: 10 december") == "2024-12-10"


def test_a_year_that_nothing_tells_leaves_the_day_unknown() -> None:
    assert announced("Avslut", "Nästa möte är den 10 december.", held=None) is None
    assert announced("Avslut", "Nästa möte är 2024-12-10.", held=None) == "2024-12-10"
