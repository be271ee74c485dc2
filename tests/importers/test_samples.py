"""The sample protocols parse as recorded beside them; all of them are invented."""

import json
import pathlib
import typing as t

import pytest

from archive.model import Protocol
from archive.registry import packaged
from archive.settings import Limits
from importers.parse import Parser
from importers.reader import Reader

SAMPLES = sorted((pathlib.Path(__file__).parents[1] / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Limits(), Parser(packaged()))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest, reader: Reader) -> tuple[Protocol, dict[str, t.Any]]:
    path: pathlib.Path = request.param
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    return reader.read(path.read_bytes(), "protokoll.txt").protocol, expected


def test_the_header_is_read(sample: tuple[Protocol, dict[str, t.Any]]) -> None:
    protocol, expected = sample
    form = protocol.to_dict()
    for field in ("date", "forvaltning", "meeting"):
        assert expected[field].items() <= form[field].items(), form[field]
    for field in ("time", "place", "next_meeting", "justerare"):
        assert form[field] == expected[field], field
    for side in ("present", "absent"):
        people = [[person["name"], person["union"]] for person in form["attendance"][side]]
        assert people == expected[side]


def test_the_sections_are_told_apart(sample: tuple[Protocol, dict[str, t.Any]]) -> None:
    protocol, expected = sample
    found = [[section.number, section.title] for section in protocol.sections]
    assert found == expected["sections"]


def test_questions_get_their_asker_and_their_answer(
    sample: tuple[Protocol, dict[str, t.Any]],
) -> None:
    protocol, expected = sample
    found = [
        (section.number or section.ordinal, exchange)
        for section in protocol.sections
        for exchange in section.exchanges
    ]
    assert len(found) == len(expected["exchanges"]), found
    for (place, exchange), (number, union, question, answer, answered) in zip(
        found, expected["exchanges"], strict=True
    ):
        assert (place, exchange.union, exchange.answered) == (number, union, answered)
        assert question in exchange.question
        assert (answer is None and exchange.answer is None) or answer in (exchange.answer or "")


def test_matters_and_case_numbers_are_found(sample: tuple[Protocol, dict[str, t.Any]]) -> None:
    protocol, expected = sample
    matters = [
        [section.number, matter.basis, matter.outcome.value]
        for section in protocol.sections
        for matter in section.samverkan
    ]
    numbers = [[s.number, number] for s in protocol.sections for number in s.diarienummer]
    assert matters == expected["samverkan"]
    assert numbers == expected["diarienummer"]


def test_only_what_is_unsure_is_remarked_on(sample: tuple[Protocol, dict[str, t.Any]]) -> None:
    protocol, expected = sample
    assert [remark.code.value for remark in protocol.warnings] == expected["warnings"]


def test_spans_say_what_they_claim(sample: tuple[Protocol, dict[str, t.Any]]) -> None:
    protocol, _ = sample
    for section in protocol.sections:
        for exchange in section.exchanges:
            assert exchange.question_span is not None
            start, end = exchange.question_span
            assert section.text[start:end] == exchange.question
            if exchange.answer_span is not None:
                start, end = exchange.answer_span
                assert section.text[start:end] == exchange.answer
