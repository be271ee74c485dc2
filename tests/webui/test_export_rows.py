import csv
import dataclasses as dc
import io
import typing as t

import meetings
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import Exchange, ForvaltningRef, MeetingDate, Protocol, Section
from archive.registry import packaged
from archive.visibility import Visibility
from index import Hit, Kind
from webui.all_hits import Taken
from webui.csv_form import FORMULA, csv_text
from webui.export_rows import HEADING, LONGEST_CELL, note, row
from webui.labels import Labels

LABELS = Labels(packaged())

FARSTA = dc.replace(meetings.farsta(), id="farsta/2025-01-14")
JARVA = dc.replace(meetings.jarva(), id="jarva/2024-08-20")


def hit(protocol: Protocol, kind: Kind, place: str, **more: t.Any) -> Hit:
    its = protocol.forvaltning
    return Hit(
        kind,
        1.0,
        protocol.id or "",
        protocol.title,
        protocol.date.value,
        protocol.date.basis,
        its.id,
        its.name,
        its.basis,
        "fil.pdf",
        Visibility.PUBLIC,
        place=place,
        **more,
    )


def cells(protocol: Protocol, kind: Kind, place: str, **more: t.Any) -> dict[str, t.Any]:
    made = row(
        Taken(hit(protocol, kind, place, **more), protocol),
        LABELS,
        lambda id_, anchor: f"https://p.example/{id_}#{anchor or ''}",
    )
    assert made is not None
    return dict(zip(HEADING, made, strict=True))


def test_a_paragraph_is_there_in_full_with_its_questions() -> None:
    found = cells(
        FARSTA,
        Kind.SECTION,
        "p2",
        number=2,
        title="Föranmälda frågor",
        page=1,
        unions=("vision", "ssr"),
        topics=("hot-och-vald", "arbetstid-och-semester"),
    )
    assert (found["Datum"], found["Datum beräknat"], found["§"]) == ("2025-01-14", "nej", 2)
    assert found["Förvaltning"] == LABELS.forvaltning("farsta")
    assert found["Text"].startswith("Gruppen går igenom frågorna som kom in före mötet.\nVision")
    assert "\n\n" not in found["Text"]
    assert found["Text"].endswith(meetings.PARKING_QUESTION)
    assert found["Fack"] == "Vision, Akademikerförbundet SSR"
    assert found["Ämnen"] == "Hot och våld, Arbetstid och semester"
    assert found["Fråga"].splitlines()[1] == f"2. {meetings.SHIFT_QUESTION}"
    assert found["Svar"].splitlines()[2] == "3. –"
    assert (found["Besvarad"], found["Sida"]) == ("delvis", 1)
    assert found["Adress"] == "https://p.example/farsta/2025-01-14#p2"


@pytest.mark.parametrize(("place", "answered"), [("f1", "ja"), ("f2", "nej"), ("f3", "nej")])
def test_a_question_is_a_row_with_its_whole_answer(place: str, answered: str) -> None:
    found = cells(FARSTA, Kind.EXCHANGE, place, number=2)
    exchange = FARSTA.sections[1].exchanges[int(place[1:]) - 1]
    assert (found["Fråga"], found["Svar"]) == (exchange.question, exchange.answer)
    assert (found["Text"], found["Besvarad"]) == (None, answered)
    assert found["Adress"].endswith(f"#{place}")


def test_a_protocol_as_a_whole_has_its_headings_for_text() -> None:
    found = cells(FARSTA, Kind.PROTOCOL, "")
    assert found["Text"].splitlines()[:2] == ["§ 1 Mötet öppnas", "§ 2 Föranmälda frågor"]
    assert (found["§"], found["Rubrik"], found["Fråga"]) == (None, None, None)
    assert found["Adress"].endswith("2025-01-14#")


def test_an_inferred_day_is_said_to_be_one_and_an_unknown_is_left_out() -> None:
    assert cells(JARVA, Kind.SECTION, "o1")["Datum beräknat"] == "ja"
    undated = dc.replace(meetings.undated(), id="okand/odaterat")
    found = cells(undated, Kind.SECTION, "p4")
    assert (found["Datum"], found["Datum beräknat"], found["Förvaltning"]) == (None, None, None)


@pytest.mark.parametrize("kind", [Kind.SECTION, Kind.EXCHANGE])
def test_what_the_protocol_no_longer_has_is_no_row(kind: Kind) -> None:
    taken = Taken(hit(FARSTA, kind, "f99"), FARSTA)
    assert row(taken, LABELS, lambda id_, _: id_) is None


def test_no_cell_is_longer_than_a_spreadsheet_takes() -> None:
    section = Section(1, 1, "Långt", "ord " * 20_000)
    found = cells(dc.replace(FARSTA, sections=(section,)), Kind.SECTION, "p1")
    assert LONGEST_CELL - 5 <= len(found["Text"]) <= LONGEST_CELL + 2
    assert found["Text"].endswith("ord …")


def test_a_note_stands_where_it_is_read_and_fills_a_row() -> None:
    said = dict(zip(HEADING, note("Bara de första."), strict=True))
    assert said["Rubrik"] == "Bara de första."
    assert set(said.values()) == {None, "Bara de första."}


TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)


@given(TEXT, TEXT, TEXT, TEXT)
def test_whatever_a_document_says_the_table_keeps_its_form(
    title: str, text: str, question: str, name: str
) -> None:
    section = Section(1, 1, title, text, exchanges=(Exchange(name, question, None, False),))
    protocol = Protocol(
        title=title,
        date=MeetingDate(),
        forvaltning=ForvaltningRef(name=name),
        sections=(section,),
        id="a/b",
    )
    made = row(
        Taken(hit(protocol, Kind.SECTION, "p1", title=title, unions=(name,)), protocol),
        LABELS,
        lambda id_, place: f"/{id_}#{place}",
    )
    assert made is not None
    table = csv_text(HEADING, [made]).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(table.encode().decode(), newline=""), delimiter=";"))
    assert [len(line) for line in read] == [len(HEADING)] * 2
    assert not any(cell.startswith(FORMULA) for cell in read[1])
    assert not any(
        char < " " and char != "\n" and char != "\t" for cell in read[1] for char in cell
    )
