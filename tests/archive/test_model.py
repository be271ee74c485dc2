"""The nouns and their form in JSON."""

import importlib.resources
import json
import typing as t

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from minutes import full_protocol

from archive.errors import CatalogueError
from archive.media_types import PDF
from archive.messages import RemarkCode
from archive.model import (
    Attendance,
    Attendee,
    Basis,
    Exchange,
    ForvaltningRef,
    Meeting,
    MeetingDate,
    Outcome,
    PageStart,
    Protocol,
    Remark,
    SamverkanMatter,
    Section,
    Source,
    Span,
)

SCHEMA_FILE = importlib.resources.files("archive") / "protocol.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA_FILE.read_text("utf-8")))

TEXTS = st.text(max_size=12)
MAYBE = st.none() | TEXTS
MANY = st.lists(TEXTS, max_size=2).map(tuple)
SPANS = st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 99))
ATTENDEES = st.lists(st.builds(Attendee, MAYBE, MAYBE, MAYBE), max_size=2).map(tuple)
SECTIONS = st.builds(
    Section,
    ordinal=st.integers(1, 99),
    number=st.none() | st.integers(0, 999),
    title=TEXTS,
    text=TEXTS,
    pages=st.lists(st.integers(1, 99), max_size=2).map(tuple),
    page_starts=st.lists(st.builds(PageStart, st.integers(0), st.integers(1)), max_size=2).map(
        tuple
    ),
    unions=MANY,
    topics=MANY,
    diarienummer=MANY,
    references=MANY,
    exchanges=st.lists(
        st.builds(Exchange, MAYBE, TEXTS, MAYBE, st.booleans(), SPANS, SPANS), max_size=2
    ).map(tuple),
    samverkan=st.lists(
        st.builds(
            SamverkanMatter,
            st.sampled_from(["MBL § 11", "MBL § 19", "MBL § 38", "annan", None]),
            MAYBE,
            st.sampled_from(Outcome),
        ),
        max_size=2,
    ).map(tuple),
)
PROTOCOLS = st.builds(
    Protocol,
    title=TEXTS,
    date=st.builds(
        MeetingDate,
        st.none() | st.dates(),
        st.sampled_from(Basis),
        st.none() | st.dates(),
        st.none() | st.dates(),
        MANY,
    ),
    forvaltning=st.builds(ForvaltningRef, MAYBE, MAYBE, st.sampled_from(Basis), MANY),
    attendance=st.builds(Attendance, ATTENDEES, ATTENDEES),
    sections=st.lists(SECTIONS, max_size=2).map(tuple),
    warnings=st.lists(
        st.builds(Remark, st.sampled_from(RemarkCode), st.none() | st.integers(1, 99), MAYBE),
        max_size=2,
    ).map(tuple),
    source=st.none()
    | st.builds(Source, TEXTS, st.just("0" * 64), st.just(PDF), st.none() | st.integers(0, 99)),
    time=MAYBE,
    place=MAYBE,
    justerare=MANY,
    signatures=MANY,
    next_meeting=st.none() | st.dates(),
    meeting=st.builds(Meeting, st.sampled_from(["ordinary", "extra", None]), MAYBE, MAYBE),
    id=MAYBE,
)


def section(number: int | None, ordinal: int = 1, **fields: t.Any) -> Section:
    return Section(ordinal, number, "Rubrik", "Text", **fields)


def test_a_protocol_with_every_field_has_the_schemas_form() -> None:
    VALIDATOR.validate(full_protocol().to_dict())


def test_the_schema_is_not_one_that_lets_anything_pass() -> None:
    form = full_protocol().to_dict()
    form["sections"][0]["exchanges"][0]["answered"] = "ja"
    assert not VALIDATOR.is_valid(form)


def test_a_protocol_of_which_nothing_is_known_has_the_schemas_form() -> None:
    form = Protocol(title="").to_dict()
    VALIDATOR.validate(form)
    assert form["date"]["value"] is None
    assert "source" not in form


def test_a_protocol_with_every_field_comes_back_from_its_json() -> None:
    assert Protocol.from_json(full_protocol().to_json()) == full_protocol()


@given(PROTOCOLS)
def test_any_protocol_comes_back_from_its_json_in_the_schemas_form(protocol: Protocol) -> None:
    text = protocol.to_json(indent=None)
    assert Protocol.from_json(text) == Protocol.from_json(text.encode()) == protocol
    VALIDATOR.validate(json.loads(text))


def test_json_is_readable_swedish() -> None:
    text = full_protocol().to_json()
    assert "Ulla Påhittad" in text
    assert '\n  "title"' in text


def test_a_warning_is_given_with_its_swedish_sentence() -> None:
    (warning,) = full_protocol().to_dict()["warnings"]
    assert warning == {
        "code": "section-gap",
        "message": "Numreringen av paragrafer hoppar: § 1 → § 7",
        "page": 1,
        "text": "§ 1 → § 7",
    }


def test_a_span_is_two_numbers() -> None:
    exchange = full_protocol().to_dict()["sections"][0]["exchanges"][0]
    assert exchange["question_span"] == [0, 25]


def test_half_a_character_in_a_file_name_is_shown_as_a_question_mark() -> None:
    form = Protocol("Protokoll", source=Source("m\udce5te.pdf")).to_dict()
    assert form["source"]["filename"] == "m?te.pdf"


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"title": 3}', '{"title": "x", "date": {"value": "i går"}}'],
)
def test_another_form_of_json_is_an_error_of_the_catalogue(text: str) -> None:
    with pytest.raises(CatalogueError):
        Protocol.from_json(text)


def test_a_paragraphs_address_is_its_number_or_else_its_place() -> None:
    assert section(9).anchor == "p9"
    assert section(None, ordinal=3).anchor == "o3"


def test_a_number_that_stands_twice_is_no_address() -> None:
    first, second, third = section(4, 1), section(4, 2), section(5, 3)
    protocol = Protocol("Protokoll", sections=(first, second, third))
    assert [protocol.anchor(one) for one in protocol.sections] == ["o1", "o2", "p5"]


def test_any_place_in_a_text_has_the_page_that_began_last() -> None:
    paged = section(1, pages=(2, 3), page_starts=(PageStart(0, 2), PageStart(100, 3)))
    assert [paged.page_at(offset) for offset in (0, 99, 100, 500)] == [2, 2, 3, 3]


def test_a_text_that_begins_in_the_midst_of_a_page_lies_on_its_first_page() -> None:
    assert section(1, pages=(2, 3), page_starts=(PageStart(50, 3),)).page_at(10) == 2


def test_a_file_without_pages_has_no_page_anywhere() -> None:
    assert section(1).page_at(0) is None
