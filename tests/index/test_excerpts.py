import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.excerpts import PASSAGE, Marker, passages
from index.query import parse_query

SENTENCE = "Verksamheten går igenom hur det står till i alla enheter under våren. "


def marker(query: str) -> Marker:
    return Marker(parse_query(query).tree)


def marked(query: str, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in marker(query).marks(text)]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("möte", "Mötet och mötena", ["Mötet", "mötena"]),
        ("=möte", "Mötet om möte", ["möte"]),
        ("arbets*", "Arbetsmiljö, arbete", ["Arbetsmiljö"]),
        ('"hot och våld"', "Våld och hot, hot och våld", ["hot och våld"]),
        ('"hot våld"', "hot och våld", []),
        ("hot -våld", "hot och våld", ["hot"]),
        ("hot och våld", "hot och våld", ["hot", "våld"]),
        ("§ 9", "Enligt § 9, 9 och 9 §", ["§ 9", "9 §"]),
        ("förhandling", "MBL-förhandlingen", ["förhandlingen"]),
        ("mbl-förhandling mbl", "MBL-förhandlingen", ["MBL-förhandlingen"]),
        ("6,12 %", "Den var 6,12 %.", ["6,12 %"]),
        ("HÄ 2030/118", "HÄ om HÄ 2030/118", ["HÄ 2030/118"]),
        ("", "hot", []),
    ],
)
def test_these_places_are_marked(query: str, text: str, found: list[str]):
    assert marked(query, text) == found


def test_the_best_passage_has_most_different_words():
    text = "Hot, hot och hot. " + SENTENCE * 6 + "Hot med våld förekom."
    best, other = passages(marker("hot våld"), text)
    assert "våld" in best.excerpt.text
    assert other.excerpt.text.startswith("Hot, hot")


def test_passages_are_whole_sentences_and_say_where_the_text_goes_on():
    text = SENTENCE * 5 + "Larm saknas. " + SENTENCE * 5
    [passage] = passages(marker("larm"), text)
    assert passage.excerpt.text.endswith(".")
    assert passage.excerpt.text[0].isupper()
    assert (passage.excerpt.cut_before, passage.excerpt.cut_after) == (True, True)


def test_an_abbreviation_ends_no_sentence():
    text = SENTENCE * 4 + "Larm saknas t.ex. Vid entrén. " + SENTENCE * 4
    [passage] = passages(marker("larm"), text)
    assert "t.ex. Vid entrén." in passage.excerpt.text


def test_a_long_sentence_is_cut_between_words():
    text = "ord " * 200 + "larm " + "ord " * 200
    [passage] = passages(marker("larm"), text)
    assert len(passage.excerpt.text) <= PASSAGE
    assert set(passage.excerpt.text.split()) == {"ord", "larm"}


def test_paragraphs_run_on_and_marks_follow():
    [passage] = passages(marker("larm"), "Ett stycke.\n\nOch ett larm.")
    [mark] = passage.excerpt.marks
    assert passage.excerpt.text == "Ett stycke. Och ett larm."
    assert passage.excerpt.text[mark.start : mark.end] == "larm"


def test_without_words_the_beginning_is_shown():
    [passage] = passages(marker(""), SENTENCE * 10)
    assert (passage.start, passage.excerpt.marks, passage.first_mark) == (0, (), None)


def test_an_empty_text_has_no_passage():
    assert passages(marker("larm"), " \n ") == ()


@given(st.lists(st.sampled_from(["larm", "möte.", "Om", "§ 9", "ord", "\n\n", "x" * 300])))
def test_of_any_text_the_passages_are_bounded_apart_and_rightly_marked(words: list[str]):
    text = " ".join(words)
    shown = passages(marker('larm möte "om § 9"'), text)
    assert len(shown) <= 2
    assert bool(shown) == bool(text.strip())
    for passage in shown:
        excerpt = passage.excerpt
        assert 0 < len(excerpt.text) <= PASSAGE
        assert all(0 <= mark.start < mark.end <= len(excerpt.text) for mark in excerpt.marks)
    some = marker('larm möte "om § 9"').marks(text)
    assert any(passage.excerpt.marks for passage in shown) == bool(some)


def test_a_heading_within_a_passage_is_parted_from_what_follows():
    text = "Inomhusklimat\n\nTemperaturen har varit hög.\n\nFläktar är beställda."
    (best, *_) = passages(marker("fläktar temperaturen"), text)
    assert best.excerpt.text == "Inomhusklimat · Temperaturen har varit hög. Fläktar är beställda."
    marks = [best.excerpt.text[m.start : m.end] for m in best.excerpt.marks]
    assert marks == ["Temperaturen", "Fläktar"]


def test_a_list_needs_no_more_points_than_it_has():
    (best, *_) = passages(marker("larm"), "Åtgärder:\n\n• nya larm\n\n• bättre ljus")
    assert best.excerpt.text == "Åtgärder: • nya larm • bättre ljus"
