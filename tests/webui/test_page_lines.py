from printed_words import HEIGHT, LETTER, page_of

from archive.pages import WordBox
from webui.page_lines import lines, usual_size

FULL = "Alla larm i receptionen provas varje vecka av"  # as far as the text reaches


def ended(*printed: str) -> list[bool]:
    return [line.is_ended for line in lines(page_of(*printed).words)]


def test_words_side_by_side_are_a_line() -> None:
    words = page_of("Alla larm", "provas.").words
    assert [(line.first, line.end) for line in lines(words)] == [(0, 2), (2, 3)]


def test_a_line_is_ended_where_the_next_word_had_room() -> None:
    assert ended("Dagordning", FULL, "vaktmästaren.", FULL, "vaktmästaren.") == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_a_long_word_that_had_no_room_ends_nothing() -> None:
    short = FULL.removesuffix(" vecka av")
    assert ended(FULL, short, "arbetsmiljöinspektören och", FULL, "oss.")[1] is False


def test_a_line_that_reaches_further_than_all_others_ends_none_of_them() -> None:
    wide = FULL + " Sida 3 (7)"
    assert ended(wide, *[FULL] * 7)[1:7] == [False] * 6


def test_rows_that_stand_apart_are_ended_however_long() -> None:
    rows = [page_of(FULL, top=80 + 20 * n).words for n in range(3)]
    text = page_of(*[FULL] * 6, top=200).words
    found = lines([word for row in rows for word in row] + list(text))
    assert [line.is_ended for line in found[:5]] == [True, True, True, False, False]


def test_each_column_has_its_own_edge() -> None:
    left = page_of(*["Alla larm provas"] * 4, left=50).words
    right = page_of(*["varje vecka av vaktmästaren"] * 4, left=300).words
    found = lines((*left, *right))
    assert [line.is_ended for line in found] == [False, False, False, True] * 2


def test_a_page_that_lies_on_its_side_is_one_line() -> None:
    words = page_of("systematiskt arbete", "pågår").words
    turned = [
        WordBox(it.text, HEIGHT - it.bottom, it.left, HEIGHT - it.top, it.right) for it in words
    ]
    assert [(line.first, line.end) for line in lines(turned)] == [(0, 3)]


def test_letters_of_most_lines_are_the_usual() -> None:
    large = [WordBox("Protokoll", 70, 20, 70 + 9 * LETTER, 40)]
    found = lines([*large, *page_of(FULL, FULL).words])
    assert usual_size(found) == 11
    assert found[0].size == 20
    assert usual_size(()) == 0
    assert lines(()) == ()
