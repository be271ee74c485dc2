import pytest

from archive.model import Attendance, Attendee, Section
from importers.formats.lines import Line
from importers.parse.header_blocks import parse_header
from importers.parse.officers import Officers, find_officers

PRESENT = Attendance((Attendee("Anna Ek", "förvaltningschef"), Attendee("Bo Alm", "HR-chef")))


def lines(text: str) -> list[Line]:
    return [
        Line(cell.strip(), page=1, left=200.0 * column, top=14.0 * row, height=10.0)
        for row, line in enumerate(text.strip("\n").split("\n"))
        for column, cell in enumerate(line.split(" | "))
        if cell.strip()
    ]


def found(header: str = "", attendance: Attendance = PRESENT, told: str = "", signed: str = ""):
    sections = [Section(ordinal=1, number=1, title="Mötets öppnande", text=told)]
    return find_officers(parse_header(lines(header)), attendance, sections, lines(signed))


BOTH = Officers("Anna Ek", "Bo Alm")


@pytest.mark.parametrize(
    "header",
    [
        "Ordförande: Anna Ek, förvaltningschef\nSekreterare: Bo Alm",
        "Mötesordförande\nAnna Ek\nProtokollförare\nBo Alm",
        "Ordförande: Anna\nVid protokollet: Bo Alm",
    ],
)
def test_labels_of_the_header_name_the_officers(header: str) -> None:
    assert found(header) == BOTH


@pytest.mark.parametrize(
    ("chair", "secretary"),
    [
        ("förvaltningschef, ordförande", "HR-chef, sekreterare"),
        ("förvaltningschef, ordf.", "vid protokollet"),
        ("mötesordförande", "protokollförare"),
    ],
)
def test_roles_in_the_list_name_the_officers(chair: str, secretary: str) -> None:
    listed = Attendance((Attendee("Anna Ek", chair), Attendee("Bo Alm", secretary)))
    assert found(attendance=listed) == BOTH


def test_who_wrote_the_notes_may_be_told_in_the_title() -> None:
    assert found("Minnesanteckningar förda av Bo Alm.").secretary == "Bo Alm"


def test_another_bodys_office_is_not_the_meetings() -> None:
    listed = Attendance(
        (
            Attendee("Disa Ask", "ordförande i Vision", "vision"),
            Attendee("Bo Alm", "nämndsekreterare"),
            Attendee("Cia Dal", "vice ordförande"),
        )
    )
    assert found(attendance=listed) == Officers()


@pytest.mark.parametrize(
    "told",
    [
        "Ordföranden Anna Ek öppnade mötet. Bo Alm utsågs till sekreterare.",
        "Anna Ek valdes till ordförande och Bo Alm till sekreterare.",
        "Anna Ek hälsar alla välkomna och öppnar mötet. Bo för protokoll.",
    ],
)
def test_the_first_sections_tell_who_held_the_offices(told: str) -> None:
    assert found(told=told) == BOTH


@pytest.mark.parametrize(
    "signed",
    [
        "Vid protokollet\nBo Alm\nJusteras\nAnna Ek\nOrdförande",
        "Ordförande\nAnna Ek\nSekreterare\nBo Alm",
        "Anna Ek\nOrdförande\nBo Alm\nSekreterare",
        "Anna Ek, ordförande\nBo Alm, sekreterare",
        "Ordförande: Anna Ek\nVid protokollet: Bo Alm",
        "________ | ________\nAnna Ek | Bo Alm\nOrdförande | Sekreterare",
        "Ordförande | Sekreterare\n________ | ________\nAnna Ek | Bo Alm",
    ],
)
def test_signatures_name_the_officers_by_their_posts(signed: str) -> None:
    assert found(signed=signed) == BOTH


def test_a_head_over_no_name_belongs_to_the_one_above_it() -> None:
    signed = "Bo Alm\nVid protokollet\nProtokollet har justerats digitalt av:\nAnna Ek"
    assert found(signed=signed).secretary == "Bo Alm"


def test_nobody_is_guessed() -> None:
    assert found(signed="Anna Ek\nBo Alm") == Officers()
