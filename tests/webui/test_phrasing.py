import dataclasses as dc
import datetime as dt

import meetings
import pytest

from archive import media_types
from archive.model import Section
from archive.records import FileRole, KeptFile
from index import Kind
from webui import phrasing


def spaced(text: str) -> str:
    return text.replace(phrasing.NO_BREAK, " ")


def test_a_date_is_written_in_words() -> None:
    assert spaced(phrasing.long_date(dt.date(2025, 1, 14))) == "14 januari 2025"


def test_thousands_stand_apart_and_never_break() -> None:
    assert phrasing.number(1_234_567) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"


@pytest.mark.parametrize(
    ("count", "kind", "text"),
    [
        (1, Kind.SECTION, "1 paragraf"),
        (0, Kind.SECTION, "0 paragrafer"),
        (1, Kind.EXCHANGE, "1 fråga"),
        (2000, Kind.EXCHANGE, "2 000 frågor"),
        (1, Kind.PROTOCOL, "1 protokoll"),
    ],
)
def test_a_count_bends_its_noun(count: int, kind: Kind, text: str) -> None:
    assert spaced(phrasing.counted(count, kind)) == text


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        (dt.date(2021, 1, 1), dt.date(2025, 12, 31), "2021–2025"),
        (dt.date(2021, 1, 1), dt.date(2021, 12, 31), "2021"),
        (dt.date(2021, 3, 4), None, "från 4 mars 2021"),
        (None, dt.date(2021, 12, 31), "till 2021"),
        (dt.date(2021, 1, 1), dt.date(2021, 3, 4), "2021–4 mars 2021"),
        (None, None, ""),
    ],
)
def test_a_range_is_as_short_as_it_can_be(
    earliest: dt.date | None, latest: dt.date | None, text: str
) -> None:
    assert spaced(phrasing.span_of_days(earliest, latest)) == text


def test_years_of_one_year_are_one() -> None:
    day = dt.date(2024, 5, 1)
    assert phrasing.years(day, dt.date(2025, 1, 1)) == "2024–2025"
    assert phrasing.years(day, day) == "2024"
    assert phrasing.years(None, None) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hur många är sjuka?", "Vision frågar"),
        ("Vision frågade om larmen.", "Vision frågar"),
        ("Kommunal undrar när.", "Vision frågar"),
        ("DIK ville veta hur.", "Vision frågar"),
        ("SSR önskar fler cykelställ.", "Vision tar upp"),
    ],
)
def test_not_everything_that_is_raised_is_a_question(question: str, told: str) -> None:
    assert phrasing.asked_by("Vision", question) == told


def test_where_nobody_is_named_nobody_is_named() -> None:
    assert phrasing.asked_by(None, "Hur många?") == "Fråga"
    assert phrasing.asked_by(None, "Fler cykelställ önskas.") == "Synpunkt"


@pytest.mark.parametrize(
    ("size", "text"), [(1, "1 kB"), (312_400, "312 kB"), (1_440_000, "1,4 MB")]
)
def test_a_size_is_readable(size: int, text: str) -> None:
    assert spaced(phrasing.file_size(size)) == text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\mina\\fil.pdf", "fil.pdf"),
        ("fil\r\nSet-Cookie: x.pdf", "filSet-Cookie: x.pdf"),
        ("\n", "protokoll"),
        ("Årsmöte ”nr 2”.pdf", "Årsmöte ”nr 2”.pdf"),
    ],
)
def test_a_file_name_can_stand_in_a_header(name: str, shown: str) -> None:
    assert phrasing.file_name(name) == shown


def test_a_reference_names_protocol_day_and_section() -> None:
    protocol = meetings.farsta()
    assert spaced(phrasing.reference(protocol, "Farsta", protocol.sections[2])) == (
        "Protokoll från förvaltningsgruppen i Farsta, 14 januari 2025, § 3 Sjukfrånvaro"
    )


def test_a_reference_does_not_say_the_day_twice() -> None:
    protocol = dc.replace(meetings.farsta(), title="Protokoll från FSG den 14 januari 2025")
    assert spaced(phrasing.reference(protocol, "Farsta")) == (
        "Protokoll från FSG den 14 januari 2025, Farsta"
    )


def test_a_reference_says_protocol_where_the_title_does_not() -> None:
    protocol = dc.replace(meetings.farsta(), title="Förvaltningsgruppen")
    assert spaced(phrasing.reference(protocol, "Farsta")) == (
        "Förvaltningsgruppen, Farsta, protokoll 14 januari 2025"
    )


def test_a_reference_says_what_is_inferred_and_unnumbered() -> None:
    protocol = meetings.jarva()
    assert spaced(phrasing.reference(protocol, "Järva", protocol.sections[0])) == (
        "Minnesanteckningar, Järva, 20 augusti 2024 (beräknat datum), ärende 1 Skyddskommitté"
    )


def test_a_section_without_number_is_known_by_its_place() -> None:
    assert spaced(phrasing.section_label(Section(3, None, "Larm", ""))) == "ärende 3"


@pytest.mark.parametrize(
    ("media_type", "word"),
    [
        (media_types.PDF, "PDF"),
        (media_types.DOTM, "Word"),
        (media_types.ODT, "OpenDocument"),
        (media_types.HTML, "webbsida"),
        (media_types.TIFF, "bild"),
        ("application/x-okand", "fil"),
    ],
)
def test_a_file_is_named_by_what_people_call_its_kind(media_type: str, word: str) -> None:
    now = dt.datetime(2024, 3, 1, tzinfo=dt.UTC)
    file = KeptFile("0" * 64, "protokoll", media_type, 1, FileRole.SHOWN, now)
    assert phrasing.file_kind(file) == word


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ((), ""),
        ((2,), "2"),
        ((2, 3), "2 och 3"),
        ((2, 3, 4), "2, 3 och 4"),
        ((1, 2, 3, 4, 5), "1, 2, 3, 4 och 5"),
        ((2, 3, 4, 5, 6, 7), "2–7"),
    ],
)
def test_the_pages_something_stands_on_are_named_each_unless_they_are_many(
    pages: tuple[int, ...], told: str
) -> None:
    assert "".join(f"{before}{page}" for before, page in phrasing.leaves(pages)) == told
