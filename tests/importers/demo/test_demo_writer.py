import collections
import itertools
import re

import pytest

from archive.model import Basis, Outcome, Protocol
from importers.demo import Minutes, meetings, registries, selected_meetings
from importers.demo.calendar import is_holiday
from importers.demo.styles import AdminIn, DateIn, Numbering, PeopleAs

# What a gap, a choice or a careless join would leave behind.
SEAM = re.compile(r"  |[{}\[\]|]| [.,?]|\.\.|[.?!] [a-zåäö]|\b(?:att att|och och|en en)\b")


@pytest.fixture(scope="module")
def some(years: tuple[Minutes, ...]) -> tuple[Minutes, ...]:
    """A fourth of them, of all years."""
    return years[::4]


@pytest.fixture(scope="module")
def stream() -> tuple[Minutes, ...]:
    """Every meeting of the eight years, and the first of those that come after."""
    return tuple(itertools.islice(meetings(7), 680))


@pytest.fixture(scope="module")
def years(stream: tuple[Minutes, ...]) -> tuple[Minutes, ...]:
    return stream[:640]


@pytest.fixture(scope="module")
def forty() -> tuple[Minutes, ...]:
    return selected_meetings(1, 40)


def test_a_question_stands_in_its_section_where_its_span_says(some: tuple[Minutes, ...]) -> None:
    spans = [
        (section.text, exchange.question, exchange.question_span)
        for minutes in some
        for section in minutes.protocol.sections
        for exchange in section.exchanges
    ]
    assert spans
    assert all(span and text[span.start : span.end] == asked for text, asked, span in spans)


def test_an_answer_stands_after_its_question_where_its_span_says(some: tuple[Minutes, ...]) -> None:
    for minutes in some:
        for section in minutes.protocol.sections:
            for exchange in section.exchanges:
                asked, told = exchange.question_span, exchange.answer_span
                assert asked is not None
                assert (told is None) == (exchange.answer is None)
                if told is not None:
                    assert section.text[told.start : told.end] == exchange.answer
                    assert told.start > asked.end - 1


def test_a_question_without_a_reply_is_never_answered(some: tuple[Minutes, ...]) -> None:
    exchanges = [e for m in some for s in m.protocol.sections for e in s.exchanges]
    assert not any(exchange.answered for exchange in exchanges if exchange.answer is None)
    kinds = collections.Counter((e.answer is not None, e.answered) for e in exchanges)
    assert set(kinds) == {(True, True), (True, False), (False, False)}


def test_whoever_asks_is_named_in_the_section(some: tuple[Minutes, ...]) -> None:
    for minutes in some:
        for section in minutes.protocol.sections:
            assert {e.union for e in section.exchanges if e.union} <= set(section.unions)


def test_labels_are_no_part_of_questions_and_answers(some: tuple[Minutes, ...]) -> None:
    said = [
        text
        for minutes in some
        for section in minutes.protocol.sections
        for exchange in section.exchanges
        for text in (exchange.question, exchange.answer)
        if text
    ]
    assert [text for text in said if re.match(r"\w*\s?[Ss]var:|Fråga från \w+:", text)] == []


def test_case_numbers_stand_in_the_text_with_the_prefix_of_the_forvaltning(
    some: tuple[Minutes, ...],
) -> None:
    for minutes in some:
        entry = registries().forvaltningar[minutes.occasion.forvaltning]
        for section in minutes.protocol.sections:
            for number in section.diarienummer:
                assert number in section.text
                assert number.startswith(entry.case_prefixes[0])


def test_matters_of_samverkan_end_in_all_four_ways(some: tuple[Minutes, ...]) -> None:
    ends = {m.outcome for minutes in some for s in minutes.protocol.sections for m in s.samverkan}
    assert ends == set(Outcome) - {Outcome.UNKNOWN}


def test_a_disagreement_is_told_with_its_reservation(some: tuple[Minutes, ...]) -> None:
    disagreed = [
        section.text
        for minutes in some
        for section in minutes.protocol.sections
        if any(matter.outcome is Outcome.DISAGREED for matter in section.samverkan)
    ]
    assert disagreed
    assert all("reserv" in text for text in disagreed)


def test_no_template_shows_through(some: tuple[Minutes, ...]) -> None:
    texts = [s.title + "\n" + s.text for m in some for s in m.protocol.sections]
    assert [found[0] for text in texts if (found := SEAM.search(text))] == []


def test_every_paragraph_begins_with_a_capital_a_figure_or_a_bullet(
    some: tuple[Minutes, ...],
) -> None:
    paragraphs = [p for m in some for s in m.protocol.sections for p in s.text.split("\n\n")]
    assert [p for p in paragraphs if not (p[0].isupper() or p[0].isdigit() or p[0] == "•")] == []


def test_nothing_is_told_twice_in_one_meeting(some: tuple[Minutes, ...]) -> None:
    for minutes in some:
        long = [
            paragraph
            for section in minutes.protocol.sections
            for paragraph in section.text.split("\n\n")
            if len(paragraph) > 110
        ]
        assert len(long) == len(set(long))


def test_no_two_meetings_have_the_same_text(some: tuple[Minutes, ...]) -> None:
    texts = {tuple(section.text for section in m.protocol.sections) for m in some}
    assert len(texts) == len(some)


def test_a_union_returns_to_its_question_years_later(forty: tuple[Minutes, ...]) -> None:
    reminders = [
        exchange.question
        for minutes in forty
        for section in minutes.protocol.sections
        for exchange in section.exchanges
        if re.search(r"mötet den \d+ \w+ 20\d\d", exchange.question)
    ]
    assert len(reminders) > 10


def test_meetings_are_held_on_working_days(some: tuple[Minutes, ...]) -> None:
    days = [minutes.occasion.date for minutes in some]
    assert all(day.weekday() < 5 and not is_holiday(day) for day in days)


def test_the_stream_goes_on_with_new_days_when_the_years_are_over(
    stream: tuple[Minutes, ...], years: tuple[Minutes, ...]
) -> None:
    assert years[-1].occasion.date.year == 2025
    assert stream[len(years)].occasion.date.year == 2018
    days = {(m.occasion.forvaltning, m.occasion.date) for m in stream}
    assert len(days) == len(stream)


def test_a_date_that_is_not_printed_is_inferred_between_two_bounds(
    years: tuple[Minutes, ...],
) -> None:
    undated = [m for m in years if m.style.date is DateIn.NOWHERE]
    assert undated
    for minutes in undated:
        date = minutes.protocol.date
        assert date.basis is Basis.INFERRED
        assert date.earliest and date.value and date.latest
        assert date.earliest < date.value <= date.latest
        assert str(date.value.year) not in minutes.protocol.title


def test_a_forvaltning_that_is_not_printed_is_inferred(some: tuple[Minutes, ...]) -> None:
    for minutes in some:
        hidden = minutes.style.admin is AdminIn.BOARD_ONLY
        assert minutes.protocol.forvaltning.basis is (Basis.INFERRED if hidden else Basis.STATED)


def test_numbers_run_on_over_the_year_where_the_style_says_so(
    years: tuple[Minutes, ...],
) -> None:
    running = [m for m in years if m.style.running]
    by_year: dict[tuple[str, int, str], list[int | None]] = collections.defaultdict(list)
    for minutes in running:
        key = minutes.occasion.forvaltning, minutes.occasion.date.year, minutes.style.name
        by_year[key] += [section.number for section in minutes.protocol.sections]
    assert by_year
    for numbers in by_year.values():
        assert numbers == list(range(1, 1 + len(numbers)))


def test_sections_have_no_numbers_where_none_are_printed(years: tuple[Minutes, ...]) -> None:
    for minutes in years:
        numbers = {section.number for section in minutes.protocol.sections}
        assert (numbers == {None}) == (minutes.style.numbering is Numbering.NONE)


def test_a_role_that_the_style_leaves_out_is_no_part_of_the_truth(
    some: tuple[Minutes, ...],
) -> None:
    by_union = [m for m in some if m.style.people is PeopleAs.BY_UNION]
    assert by_union
    for minutes in by_union:
        assert {a.role for a in minutes.protocol.attendance.present if a.union} == {None}


def test_the_teachers_unions_become_one_in_2023(years: tuple[Minutes, ...]) -> None:
    named: dict[bool, set[str | None]] = {False: set(), True: set()}
    for minutes in years:
        for person in minutes.protocol.attendance.present:
            named[minutes.occasion.date.year >= 2023].add(person.union)
    assert {"lararforbundet", "lararnas-riksforbund"} <= named[False]
    assert "sveriges-larare" in named[True]
    assert not {"lararforbundet", "lararnas-riksforbund"} & named[True]


def test_the_truth_goes_to_json_and_back(some: tuple[Minutes, ...]) -> None:
    for minutes in some[:20]:
        assert Protocol.from_json(minutes.protocol.to_json()) == minutes.protocol


def test_the_vocabulary_keeps_growing(years: tuple[Minutes, ...]) -> None:
    words: set[str] = set()
    sizes = []
    for count, minutes in enumerate(years, start=1):
        for section in minutes.protocol.sections:
            words.update(re.findall(r"\w+", section.text))
        if count % 150 == 0:
            sizes.append(len(words))
    growth = [later - earlier for earlier, later in itertools.pairwise(sizes)]
    assert min(growth) > 200
    assert growth[-1] < sizes[0]
