import pytest

from archive.model import Attendance, Attendee, Section
from importers.formats.lines import Line
from importers.parse.header_blocks import parse_header
from importers.parse.justerare import find_justerare


def printed(*texts):
    return [Line(text, page=1, top=14.0 * row, height=10.0) for row, text in enumerate(texts)]


PRESENT = Attendance(
    (Attendee("Anna Ek"), Attendee("Disa Ask", union="vision"), Attendee("Egil Rot"))
)


def justerare(text, title="Justering", header=(), signed=()):
    blocks = parse_header(printed(*header))
    return find_justerare(blocks, (Section(1, 1, title, text),), PRESENT, printed(*signed))


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek och Disa Ask valdes till justerare.",
        "Till justerare utsågs Anna Ek samt Disa Ask, Vision.",
        "Att justera dagens protokoll väljs Anna Ek och Disa Ask.",
        "Protokollet justeras av Anna Ek och Disa Ask.",
        "Anna och Disa utses till justerare.",
        "Justerare: Anna Ek och Disa Ask",
        "Till justerare valdes:\n\n• Anna Ek\n\n• Disa Ask, Vision\n\nEgil Rot är sjuk.",
        "Justerare:\n\nArbetsgivaren: Anna Ek\n\nVision: Disa Ask\n\nJustering sker den 5 maj.",
        "Att jämte ordföranden justera protokollet utses Anna Ek och Disa Ask.",
        "Anna Ek och Disa Ask justerar protokollet.",
        "Anna Ek och Disa Ask utses att justera.",
        "Dagens protokoll justeras digitalt. Justerare för mötet är Anna Ek och Disa Ask.",
        "Dagordningen godkändes. Anna Ek och Disa Ask valdes till justerare. Egil Rot är sjuk.",
    ],
)
def test_those_chosen_to_adjust_are_named(text):
    assert justerare(text) == ("Anna Ek", "Disa Ask")


def test_under_the_title_a_list_is_enough():
    text = "Anna Ek, arbetsgivaren\n\nVision: Disa Ask\n\nEgil Rot informerar om schemat."
    assert justerare(text, title="Val av justerare") == ("Anna Ek", "Disa Ask")


def test_the_header_may_name_them():
    assert justerare("", header=("Justerare", "Anna Ek", "Vision: Disa Ask")) == (
        "Anna Ek",
        "Disa Ask",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Alla arbetstagarrepresentanter valdes till justerare.",
        "Anna Ek ska justera schemat.",
        "Anna Ek informerade om budgeten.",
    ],
)
def test_nobody_is_chosen_by_other_words(text):
    assert justerare(text) == ()


@pytest.mark.parametrize(
    "signed",
    [
        ("Vid protokollet", "Bo Alm", "Justeras", "Anna Ek", "Disa Ask"),
        ("Bo Alm", "Sekreterare", "Anna Ek", "Justerare", "Disa Ask", "Justerare"),
        ("Vid protokollet: Bo Alm", "Justeras: Anna Ek, Disa Ask (Vision)"),
        ("Justerat den 3 maj 2024: Anna Ek · Disa Ask",),
        ("Vid protokollet: Bo Alm", "Justeras av", "________", "Anna Ek", "________", "Disa Ask"),
    ],
)
def test_the_signatures_name_them_where_nothing_else_does(signed):
    assert justerare("", signed=signed) == ("Anna Ek", "Disa Ask")
    assert justerare("Egil Rot utses till justerare.", signed=signed) == ("Egil Rot",)
