import dataclasses as dc
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from minutes import APRIL, BROMMA, minutes, part_of, prose, reworded, texts_of, with_texts

from archive.media_types import DOCX, PDF, TEXT
from archive.model import ForvaltningRef, Protocol
from archive.records import KeptAs
from archive.sameness import (
    SHORT,
    Neighbour,
    Place,
    Relation,
    find_place,
    folded_words,
    likeness,
    relate,
    shingles,
    signed_at,
)

CANCELLED = ("Mötet öppnas.", "Inga frågor har kommit in.", "Mötet avslutas av ordföranden.")


def relation(one: Protocol, other: Protocol, media_type: str = PDF) -> Relation:
    return relate(likeness(one, PDF), likeness(other, media_type))[0]


def neighbour(protocol: Protocol, media_type: str, *, key: int = 1, version: int = 1) -> Neighbour:
    return Neighbour(key, version, likeness(protocol, media_type))


def test_case_punctuation_and_layout_are_folded_away() -> None:
    one = with_texts(minutes(1), "• Schemat läggs om,\n\ni maj (preliminärt).")
    other = with_texts(minutes(1), "SCHEMAT läggs om i maj: preliminärt")
    assert folded_words(one) == folded_words(other)


def test_decomposed_letters_are_the_same_letters() -> None:
    assert folded_words(with_texts(minutes(1), "a\u030akte")) == folded_words(
        with_texts(minutes(1), "åkte")
    )


def test_a_hyphen_within_a_word_makes_no_difference_but_one_after_it_does() -> None:
    assert folded_words(with_texts(minutes(1), "IT-stöd"))[-1] == "itstöd"
    assert folded_words(with_texts(minutes(1), "hot- och våld"))[-3:] == ("hot", "och", "våld")


def test_a_text_of_fewer_than_four_words_is_one_shingle() -> None:
    assert len(shingles(("mötet", "ställdes", "in"))) == 1


def test_no_words_make_no_shingles() -> None:
    assert shingles(()) == frozenset()


def test_shingles_are_the_same_in_every_process_and_release() -> None:
    assert shingles(("mötet", "ställdes", "in")) == {7426978146378463274}


@given(st.lists(st.text(min_size=1), max_size=12).map(tuple))
def test_a_shingle_fits_in_a_signed_column(words: tuple[str, ...]) -> None:
    assert all(0 <= hash_ < 2**63 for hash_ in shingles(words))


def test_a_parts_sample_lies_within_its_wholes() -> None:
    whole = minutes(1, words=3000)
    part = likeness(part_of(whole, 3), PDF).sample
    assert part
    assert set(part) <= set(likeness(whole, PDF).sample)


def test_the_same_words_are_the_same_text_whatever_the_date() -> None:
    assert relation(minutes(1), minutes(1, date=APRIL)) is Relation.SAME_TEXT


def test_a_few_other_words_leave_it_nearly_the_same() -> None:
    assert relation(minutes(1), reworded(minutes(1), 5)) is Relation.SAME


def test_more_other_words_make_another_version_of_the_same_meeting() -> None:
    assert relation(minutes(1), reworded(minutes(1), 30)) is Relation.AKIN


@pytest.mark.parametrize(
    "meeting",
    [
        minutes(1, date=APRIL),
        minutes(1, date=None),
        minutes(1, forvaltning=BROMMA),
        minutes(1, forum="CSG"),
    ],
    ids=["date", "no-date", "forvaltning", "forum"],
)
def test_much_alike_texts_of_different_meetings_are_two_protocols(meeting: Protocol) -> None:
    assert relation(minutes(1), reworded(meeting, 30)) is Relation.APART


def test_much_alike_texts_that_name_no_meeting_are_two_protocols() -> None:
    nameless = minutes(1, date=None, forvaltning=ForvaltningRef())
    assert relation(nameless, reworded(nameless, 30)) is Relation.APART


def test_two_meetings_of_one_group_are_two_protocols() -> None:
    assert relation(minutes(1), minutes(2)) is Relation.APART


def test_one_paragraph_is_part_of_the_whole_and_the_whole_contains_it() -> None:
    whole = minutes(1)
    assert relation(part_of(whole, 4), whole) is Relation.PART
    assert relation(whole, part_of(whole, 4)) is Relation.WHOLE


def test_a_protocol_without_words_is_like_no_other() -> None:
    empty = dc.replace(minutes(1), sections=())
    assert relation(empty, empty) is Relation.APART


def test_short_minutes_of_one_meeting_are_the_same() -> None:
    short = with_texts(minutes(1), *CANCELLED)
    assert relation(short, short, DOCX) is Relation.SAME_TEXT


@pytest.mark.parametrize(
    "other", [minutes(1, date=APRIL), minutes(1, forvaltning=BROMMA)], ids=["date", "forvaltning"]
)
def test_meetings_that_share_only_formalities_are_two_protocols(other: Protocol) -> None:
    assert relation(with_texts(minutes(1), *CANCELLED), with_texts(other, *CANCELLED)) is (
        Relation.APART
    )


def test_formalities_alone_do_not_make_a_part_of_another_meeting() -> None:
    whole = with_texts(minutes(1), *CANCELLED, *texts_of(minutes(1)))
    short = with_texts(minutes(1, date=APRIL), *CANCELLED)
    assert relation(short, whole) is Relation.APART


def test_a_whole_page_in_common_outweighs_the_date() -> None:
    whole = minutes(1, words=6 * (SHORT + 10))
    part = dc.replace(part_of(whole, 2), date=minutes(1, date=APRIL).date)
    assert relation(part, whole) is Relation.PART


@given(st.integers(0, 40), st.integers(0, 40))
def test_relations_are_the_same_from_both_sides(one: int, other: int) -> None:
    opposite = {Relation.PART: Relation.WHOLE, Relation.WHOLE: Relation.PART}
    first = with_texts(minutes(1), prose("a", one), prose("b", 20))
    second = with_texts(minutes(1), prose("a", other), prose("b", 20))
    there, back = relation(first, second), relation(second, first)
    both_contain_each_other = {there, back} == {Relation.PART}
    assert back is opposite.get(there, there) or both_contain_each_other


def test_a_file_without_neighbours_is_new() -> None:
    assert find_place(likeness(minutes(1), PDF), []) == Place(KeptAs.NEW)


def test_nearly_the_same_text_in_another_format_is_a_copy() -> None:
    place = find_place(likeness(reworded(minutes(1), 5), TEXT), [neighbour(minutes(1), PDF)])
    assert place == Place(KeptAs.COPY, protocol=1, version=1)


def test_nearly_the_same_text_in_the_same_format_is_a_new_version() -> None:
    place = find_place(likeness(reworded(minutes(1), 5), PDF), [neighbour(minutes(1), PDF)])
    assert place == Place(KeptAs.NEW_VERSION, protocol=1)


def test_the_same_text_in_the_same_format_is_a_copy() -> None:
    place = find_place(likeness(minutes(1), PDF), [neighbour(minutes(1), PDF)])
    assert place == Place(KeptAs.COPY, protocol=1, version=1)


def test_a_copy_joins_the_version_it_is_most_like() -> None:
    first, second = minutes(1), reworded(minutes(1), 6)
    kept = [neighbour(first, PDF, version=1), neighbour(second, PDF, version=2)]
    assert find_place(likeness(second, DOCX), kept).version == 2
    assert find_place(likeness(first, DOCX), kept).version == 1


def test_a_corrected_word_file_is_a_new_version_though_the_pdf_is_alike_too() -> None:
    kept = [neighbour(minutes(1), PDF), neighbour(minutes(1), DOCX)]
    place = find_place(likeness(reworded(minutes(1), 5), DOCX), kept)
    assert place == Place(KeptAs.NEW_VERSION, protocol=1)


def test_a_corrected_word_file_joins_the_corrected_pdf() -> None:
    corrected = reworded(minutes(1), 5)
    kept = [
        neighbour(minutes(1), PDF, version=1),
        neighbour(minutes(1), DOCX, version=1),
        neighbour(corrected, PDF, version=2),
    ]
    nearly = reworded(corrected, 1)
    assert find_place(likeness(nearly, DOCX), kept) == Place(KeptAs.COPY, 1, 2)


def test_a_part_names_its_whole() -> None:
    place = find_place(likeness(part_of(minutes(1), 2), PDF), [neighbour(minutes(1), PDF, key=7)])
    assert place == Place(KeptAs.PART, protocol=7)


def test_a_whole_names_all_its_parts() -> None:
    kept = [neighbour(part_of(minutes(1), 2), PDF, key=7), neighbour(minutes(2), PDF, key=8)]
    kept.append(neighbour(part_of(minutes(1), 5), TEXT, key=9))
    assert find_place(likeness(minutes(1), PDF), kept) == Place(KeptAs.NEW, parts=(7, 9))


def test_the_last_stamp_of_a_signature_block_counts() -> None:
    block = ("Ulla Påhittad 2025-08-22T12:18:52+0200", "Bo Fabel 2025-08-25T08:00:00+0200")
    assert signed_at(block) == dt.datetime(2025, 8, 25, 6, tzinfo=dt.UTC)


def test_a_signature_may_give_only_the_day() -> None:
    assert signed_at(["Justerat 2025-08-22"]) == dt.datetime(2025, 8, 22, tzinfo=dt.UTC)


@pytest.mark.parametrize("line", ["Bo Fabel", "2025-13-45", "2025-08-22T99:00:00"])
def test_a_line_without_a_real_time_is_no_stamp(line: str) -> None:
    assert signed_at([line]) is None
