import re

from hypothesis import given
from hypothesis import strategies as st
from printed_words import LETTER, page_of, word_boxes

from archive.model import PageStart, Protocol, Section, Span
from archive.pages import PageWords, WordBox
from webui.page_headings import Heading, headings
from webui.page_parts import BULLETS, parts
from webui.page_text import running_text

FULL = "Alla larm i receptionen provas varje vecka av"  # as far as the text reaches


def protocol(*sections: Section) -> Protocol:
    return Protocol("Protokoll", sections=sections)


def shown(page: PageWords, *sections: Section) -> list[tuple[str, ...]]:
    """Each part as what it is and its lines."""
    found = parts(page.words, running_text(page.words), headings(protocol(*sections), page.number))
    return [
        (f"h{it.level}" if it.level else "list" if it.is_list else "p", *(x.text for x in it.lines))
        for it in found
    ]


def test_a_title_is_a_heading_however_its_number_is_written() -> None:
    section = Section(3, 3, "Lokaler", "Alla larm provas.", (1,))
    for printed in ("§ 3 Lokaler", "3 § Lokaler", "3. Lokaler", "Punkt 3 Lokaler", "LOKALER"):
        found = shown(page_of(printed, "Alla larm provas."), section)
        assert found == [("h3", printed), ("p", "Alla larm provas.")], printed


def test_a_title_as_broad_as_the_text_is_a_heading_all_the_same() -> None:
    section = Section(3, 3, FULL, "Inget.", (1,))
    found = shown(page_of(f"§ 3 {FULL}", FULL, FULL, "oss."), section)
    assert found[0] == ("h3", f"§ 3 {FULL}")
    assert found[1] == ("p", f"{FULL} {FULL} oss.")


def test_a_title_on_two_lines_is_one_heading() -> None:
    section = Section(3, 3, "Systematiskt arbetsmiljöarbete i vår", "Inget.", (1,))
    found = shown(page_of("§ 3 Systematiskt arbets-", "miljöarbete i vår", "Inget."), section)
    assert found == [("h3", "§ 3 Systematiskt arbetsmiljöarbete i vår"), ("p", "Inget.")]


def test_of_two_lines_alike_the_one_before_its_text_is_the_heading() -> None:
    section = Section(2, 2, "Lokaler", "Nya lås är beställda.", (1,))
    page = page_of("Ärenden", "2 Lokaler", "3 Övrigt", "2 Lokaler", "Nya lås är beställda.")
    assert shown(page, section)[-2:] == [("h3", "2 Lokaler"), ("p", "Nya lås är beställda.")]
    assert [it[0] for it in shown(page, section)].count("h3") == 1


def test_the_same_words_within_the_text_are_no_heading() -> None:
    section = Section(2, 2, "Lokaler", "Lokaler hyrs.", (1,))
    assert shown(page_of("Lokaler hyrs i år."), section) == [("p", "Lokaler hyrs i år.")]


def test_a_subheading_is_one_below_its_title() -> None:
    text = "Budget 2020\n\nRamen ökar.\n\nLokaler\n\nInget."
    section = Section(1, 1, "Ekonomi", text, (1, 2), (PageStart(0, 1), PageStart(25, 2)))
    first = shown(page_of("1. Ekonomi", "Budget 2020", "Ramen ökar."), section)
    assert first == [("h3", "1. Ekonomi"), ("h4", "Budget 2020"), ("p", "Ramen ökar.")]
    # On the next page no title stands above it.
    assert shown(page_of("Lokaler", "Inget.", number=2), section) == [
        ("h3", "Lokaler"),
        ("p", "Inget."),
    ]


def test_much_larger_letters_are_a_heading() -> None:
    title = [
        WordBox(text, 70 + 60 * n, 40 + 20 * line, 120 + 60 * n, 59 + 20 * line)
        for line, words in enumerate((("Protokoll", "från"), ("förvaltningsgruppen",)))
        for n, text in enumerate(words)
    ]
    words = (*title, *page_of(FULL, "oss.", top=110).words)
    found = shown(PageWords(1, 595, 842, words))
    assert found == [("h3", "Protokoll från förvaltningsgruppen"), ("p", f"{FULL} oss.")]


def test_a_line_that_was_ended_stays_one() -> None:
    page = page_of("Siv Saga, Vision", "Bo Fabel, Kommunal", "", FULL, "oss.")
    assert shown(page) == [("p", "Siv Saga, Vision", "Bo Fabel, Kommunal"), ("p", f"{FULL} oss.")]


def test_a_list_keeps_its_items() -> None:
    page = page_of("Kurser:", f"• {FULL}", "oss", "• larm", "", "• lås", "", "Anmälan görs.")
    assert shown(page) == [
        ("p", "Kurser:"),
        ("list", f"{FULL} oss", "larm", "lås"),
        ("p", "Anmälan görs."),
    ]


def test_an_item_ends_where_its_line_was_ended() -> None:
    assert shown(page_of("• larm", FULL, "oss.")) == [("list", "larm"), ("p", f"{FULL} oss.")]


def test_a_bullet_by_itself_belongs_to_what_follows() -> None:
    assert shown(page_of("•", "larm", FULL)) == [("list", "larm"), ("p", FULL)]
    assert shown(page_of(FULL, "•")) == [("p", FULL)]


def test_dashes_are_a_list_where_there_are_several() -> None:
    assert shown(page_of("- larm", "- lås")) == [("list", "larm", "lås")]
    assert shown(page_of(FULL, "– 11 i dag.")) == [("p", f"{FULL} – 11 i dag.")]


def test_marks_stand_where_they_stood() -> None:
    page = page_of("§ 1 Larm", "• larm och lås")
    running = running_text(page.words)
    marks = [Span(*it.span()) for it in re.finditer("(?i)larm", running.text)]
    title, items = parts(page.words, running, [Heading(("1larm",), 3)], marks)
    assert [title.lines[0].text[slice(*mark)] for mark in title.lines[0].marks] == ["Larm"]
    assert [items.lines[0].text[slice(*mark)] for mark in items.lines[0].marks] == ["larm"]


@given(st.lists(word_boxes(), max_size=30), st.lists(st.sampled_from(["ab", "1b", "a"])))
def test_no_word_is_lost_and_none_comes_twice(words: list[WordBox], titles: list[str]) -> None:
    running = running_text(words)
    expected = [Heading((title,), 3) for title in titles]
    found = parts(words, running, expected)
    text = "".join(line.text for part in found for line in part.lines)

    def kept(text: str) -> str:
        return re.sub(rf"[\s*o–—{re.escape(''.join(BULLETS))}-]", "", text)

    assert kept(text) == kept(running.text)


def test_a_word_as_wide_as_a_line_is_text() -> None:
    word = WordBox("larm", 70, 80, 70 + 80 * LETTER, 91)
    assert shown(PageWords(1, 595, 842, (word,))) == [("p", "larm")]
