import dataclasses as dc
import re

import meetings
from printed_words import page_of

from archive.model import PageStart, Protocol, Section, Source, Span
from webui.page_view import last_page, shown_page

STARTS = (PageStart(0, 2), PageStart(8, 3))
PAGES = (
    page_of("§ 1 Öppnande", "Mötet öppnas.", number=1),
    page_of("§ 2 Larm", "Alla larm provas.", "§ 3 Lokaler", "Inget.", number=2),
    page_of("Nya lås och larm.", number=3),
)


def find(text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer("larm", text, re.IGNORECASE))


def protocol(pages: int | None = 3) -> Protocol:
    return Protocol(
        "Protokoll",
        sections=(
            Section(1, 1, "Öppnande", "Mötet öppnas.", (1,)),
            Section(2, 2, "Larm", "Alla larm provas.", (2,)),
            Section(3, 3, "Lokaler", "Inget.\n\nNya lås och larm.", (2, 3), STARTS),
        ),
        source=Source("a.pdf", pages=pages),
    )


def test_what_is_found_is_marked_on_the_page_and_counted_on_the_others() -> None:
    page = shown_page(protocol(), PAGES, 2, find)
    assert (page.number, page.last, page.hits) == (2, 3, 2)
    assert len(page.strong) == len(page.light) == 2
    assert [(it.number, it.hits) for it in page.others if it] == [(1, 0), (2, 2), (3, 1)]
    shown = [(part.level, *(line.text for line in part.lines)) for part in page.parts]
    assert shown == [
        (3, "§ 2 Larm"),
        (0, "Alla larm provas."),
        (3, "§ 3 Lokaler"),
        (0, "Inget."),
    ]


def test_the_sections_on_the_page_are_counted_as_far_as_they_stand_there() -> None:
    page = shown_page(protocol(), PAGES, 2, find)
    assert [(it.anchor, it.hits) for it in page.sections] == [("p2", 2), ("p3", 0)]


def test_the_way_back_is_to_the_first_section_with_hits() -> None:
    back = shown_page(protocol(), PAGES, 2, find).back
    assert back and back.anchor == "p2"


def test_without_a_search_the_way_back_is_to_the_first_section_that_begins_there() -> None:
    page = shown_page(protocol(), PAGES, 2)
    assert page.back and page.back.anchor == "p2"
    assert (page.hits, page.strong) == (0, ())
    last = shown_page(protocol(), PAGES, 3).back
    assert last and last.anchor == "p3"
    nothing = dc.replace(protocol(), sections=())
    assert shown_page(nothing, PAGES, 3).back is None


def test_the_section_that_is_looked_up_is_where_one_goes_back_to() -> None:
    page = shown_page(protocol(), PAGES, 2, find, "p3")
    assert page.back and page.back.anchor == "p3"
    assert [it.is_asked for it in page.sections] == [False, True]
    elsewhere = shown_page(protocol(), PAGES, 1, find, "p3").back
    assert elsewhere and elsewhere.anchor == "p3"
    assert shown_page(protocol(), PAGES, 2, find, "p9").asked is None


def test_marks_that_stand_together_are_counted_as_one() -> None:
    page = shown_page(protocol(1), (page_of("Larm och larm.", "Larm."),), 1, find)
    assert (page.hits, len(page.strong)) == (2, 3)


def test_the_reader_is_led_to_somewhat_above_the_first_mark() -> None:
    page = shown_page(protocol(), PAGES, 2, find)
    assert page.first_look == 0  # it stands near the top
    low = (page_of("Larm", top=700),)
    assert 400 < shown_page(protocol(1), low, 1, find).first_look < 700


def test_a_long_file_names_the_pages_near_and_those_with_hits() -> None:
    pages = tuple(page_of("larm" if n in {1, 30, 77} else "lugnt", number=n) for n in range(1, 101))
    others = shown_page(protocol(100), pages, 50, find).others
    numbers = [it and it.number for it in others]
    assert numbers == [1, None, 30, None, *range(46, 55), None, 77, None, 100]


def test_a_page_whose_words_are_not_known_has_neither_size_nor_text() -> None:
    page = shown_page(protocol(), (), 2, find)
    assert (page.width, page.parts, page.strong) == (None, (), ())
    assert [it.anchor for it in page.sections] == ["p2", "p3"]


def test_the_last_page_is_what_the_file_says_or_what_was_read() -> None:
    assert last_page(protocol(7), PAGES) == 7
    assert last_page(protocol(None), PAGES) == 3
    assert last_page(dc.replace(meetings.farsta(), source=None), ()) == 0


def test_a_page_read_by_machine_says_so() -> None:
    source = Source("a.pdf", pages=3, machine_read=(2,))
    scanned = dc.replace(protocol(), source=source)
    assert shown_page(scanned, PAGES, 2).machine_read
    assert not shown_page(scanned, PAGES, 3).machine_read
