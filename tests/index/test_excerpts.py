from hypothesis import given
from hypothesis import strategies as st

from index.excerpts import PASSAGE, passages
from index.marks import Marker
from index.query import parse_query
from index.swedish import packaged_language

SENTENCE = "Verksamheten går igenom hur det står till i alla enheter under våren. "


def marker(query: str) -> Marker:
    return Marker(parse_query(query).tree, packaged_language())


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


@given(st.lists(st.sampled_from(["larm", "möte.", "Om", "§ 9", "ord", "\n\n", "x" * 300])))
def test_what_is_shown_does_not_depend_on_how_long_the_text_is(words: list[str]):
    text = " ".join(["Larm", *words])
    far = "\n\n".join([SENTENCE * 6] * 3)
    query = marker('larm möte "om § 9"')
    alone = [passage.excerpt.text for passage in passages(query, text)]
    within = [passage.excerpt.text for passage in passages(query, f"{far}\n\n{text}\n\n{far}")]
    assert within == alone or any(SENTENCE.strip() in excerpt for excerpt in within)


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


def test_a_word_as_it_was_typed_is_shown_rather_than_as_a_part_of_another():
    text = "Sjukfrånvaron ökar. " + SENTENCE * 6 + "Om frånvaro talades det. " + SENTENCE * 6
    best, other = passages(marker("frånvaro"), text)
    assert "Om frånvaro talades" in best.excerpt.text
    assert other.excerpt.text.startswith("Sjukfrånvaron")


def test_an_abbreviation_or_a_time_of_day_ends_no_passage():
    text = SENTENCE * 4 + "Larmet provas kl. 13.00 den 3. Maj enl. Anna B. Ek. " + SENTENCE * 4
    [passage] = passages(marker("larmet"), text)
    assert "Larmet provas kl. 13.00 den 3. Maj enl. Anna B. Ek." in passage.excerpt.text


def test_who_speaks_is_not_cut_from_what_is_said():
    text = SENTENCE * 4 + "Arbetsgivarens svar: Larmet är lagat. " + SENTENCE * 4
    [passage] = passages(marker("larmet"), text)
    assert "Arbetsgivarens svar: Larmet är lagat." in passage.excerpt.text


def test_of_a_long_sentence_what_stands_on_both_sides_of_the_mark_is_shown():
    text = "före " * 100 + "larm " + "efter " * 100
    [passage] = passages(marker("larm"), text)
    assert passage.excerpt.text.startswith("före före")
    assert passage.excerpt.text.endswith("efter efter")


def test_words_far_apart_in_a_long_sentence_are_both_shown():
    text = "hot " + "ord " * 150 + "våld " + "ord " * 150
    shown = passages(marker("hot våld"), text)
    assert {word for it in shown for word in it.excerpt.text.split()} == {"hot", "våld", "ord"}


def test_passages_of_a_text_without_a_space_show_the_mark():
    [passage] = passages(marker("larm"), "x" * 300 + "-larm-" + "x" * 300)
    [mark] = passage.excerpt.marks
    assert passage.excerpt.text[mark.start : mark.end] == "larm"
