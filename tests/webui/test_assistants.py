"""What an assistant is answered: only what the site shows, with where it stands, never a crash."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import json
import pathlib
import typing as t

import meetings
import msgspec
import pytest

from archive.catalogue import Catalogue
from archive.errors import CatalogueError, IndexUnavailable
from archive.messages import RemarkCode
from archive.model import Remark, Section
from archive.name_masking import NamesShown
from archive.registry import packaged
from archive.settings import Settings
from archive.visibility import Visibility
from index import index_pending, open_index
from webui import assistants
from webui.assistants import Reader, answer

Parts: t.TypeAlias = dict[str, t.Any]

FARSTA = "farsta/2025-01-14"
INTERNAL = "skarpnack/2023-05-10"
SECRETS = ("Hemligt", "drakägg,", "skarpnack", "följs upp i Skarpnäck", "av 2023-5", "2023-05-10")
ADRESS = "https://protokoll.example.se"
READ = "(hämtad 2030-01-15 via Lillbyarkivet, Lillby kommun)"


def reader_of(parts: Parts, **changes: t.Any) -> Reader:
    named = ("catalogue", "index", "registries")
    settings = dc.replace(parts["settings"], adress=ADRESS)
    given = {"settings": settings, **{name: parts[name] for name in named}, **changes}
    return Reader(**given, today=lambda: dt.date(2030, 1, 15))


@pytest.fixture(scope="module")
def reader(parts: Parts) -> Reader:
    return reader_of(parts)


def answered(reader: Reader, name: str, **given: t.Any) -> dict[str, t.Any]:
    """What a call gives, as values."""
    told = answer(reader, name, given)
    assert told.values is not None, told.text
    return told.values


def refused(reader: Reader, name: str, **given: t.Any) -> str:
    """Why a call cannot be answered."""
    told = answer(reader, name, given)
    assert told.values is None
    assert "Traceback" not in told.text
    assert len(told.text) < 1000
    return told.text


def test_a_search_tells_where_each_hit_stands(reader: Reader) -> None:
    found = answered(reader, "search", q="långtidssjukfrånvaro")
    (hit,) = found["hits"]
    assert (found["total"], found["typ"], found["sidor"]) == (1, "paragraf", 1)
    assert (hit["anchor"], hit["section"], hit["title"], hit["page"]) == (
        "p3",
        "§ 3",
        "Sjukfrånvaro",
        2,
    )
    assert hit["source"] == {
        "protocol_id": FARSTA,
        "title": "Protokoll från förvaltningsgruppen i Farsta",
        "date": "2025-01-14",
        "date_basis": "stated",
        "forvaltning": {"id": "farsta", "name": "Farsta"},
        "forvaltning_basis": "stated",
    }
    assert any("långtidssjukfrånvaron" in excerpt for excerpt in hit["excerpts"])
    assert hit["permalink"] == f"{ADRESS}/protokoll/{FARSTA}#p3"
    assert hit["citation"] == (
        "Protokoll från förvaltningsgruppen i Farsta, 14 januari 2025, § 3 Sjukfrånvaro, s. 2\n"
        f"{ADRESS}/protokoll/{FARSTA}#p3 {READ}"
    )
    assert found["permalink"] == f"{ADRESS}/sok?q=l%C3%A5ngtidssjukfr%C3%A5nvaro"


def test_a_search_takes_the_parameters_of_the_site(reader: Reader) -> None:
    narrow = {"forvaltning": ["farsta"], "fack": ["vision"], "amne": ["hot-och-vald"]}
    narrow |= {"ar": ["2025-01"], "fran": "2025", "till": "2025-01-14", "besvarad": "ja"}
    found = answered(reader, "search", typ="fraga", **narrow)
    assert [hit["exchange"]["union"]["name"] for hit in found["hits"]] == ["Vision"]
    assert found["hits"][0]["exchange"]["answered"] is True
    assert answered(reader, "search", utfall=["agreed"])["hits"][0]["anchor"] == "p5"
    assert answered(reader, "search", typ="protokoll", q="larm")["hits"][0]["anchor"] is None


def test_pages_of_hits_follow_one_another(reader: Reader) -> None:
    ids = []
    for page in (1, 2, 3):
        found = answered(reader, "search", q="tillbud", typ="protokoll", limit=10, sida=page)
        ids += [hit["source"]["protocol_id"] for hit in found["hits"]]
    assert (found["total"], found["sidor"]) == (24, 3)
    assert len(set(ids)) == 24
    beyond = answered(reader, "search", q="tillbud", typ="protokoll", limit=10, sida=4)
    assert beyond["hits"] == []
    assert "There is no page 4: the last is 3." in beyond["notes"]


def test_an_inferred_date_is_said_to_be(reader: Reader) -> None:
    told = answer(reader, "search", {"q": "riktlinjen", "forvaltning": ["jarva"]})
    assert told.values is not None
    assert told.values["hits"][0]["source"]["date_basis"] == "inferred"
    assert "2024-08-20 (inferred), Järva (inferred)" in told.text
    assert "(beräknat datum)" in told.text


def test_a_section_is_read_whole_with_its_questions(reader: Reader) -> None:
    section = answered(reader, "get_section", protocol_id=FARSTA, anchor="p2")
    assert section["text"] == meetings.farsta().sections[1].text
    assert section["continues_at"] is None
    assert [(it["union"]["id"], it["answered"]) for it in section["exchanges"]] == [
        ("vision", True),
        ("kommunal", False),
        ("ssr", False),
    ]
    assert section["exchanges"][0]["answer"] == meetings.ALARM_ANSWER
    assert (section["pages"], section["previous"], section["next"]) == ([1, 2], "p1", "p3")
    assert section["citation"].endswith(
        f", § 2 Föranmälda frågor, s. 1–2\n{ADRESS}/protokoll/{FARSTA}#p2 {READ}"
    )


def test_how_a_matter_ended_is_told(reader: Reader) -> None:
    section = answered(reader, "get_section", protocol_id=FARSTA, anchor="p5")
    assert section["samverkan"][0] == {
        "basis": "MBL § 11",
        "matter": "Ny organisation",
        "outcome": "agreed",
        "outcome_in_swedish": "Enighet",
        "diarienummer": [],
        "reservations": [],
    }
    assert section["diarienummer"] == ["FAR 2024/112"]


@pytest.mark.parametrize("anchor", ["p3", "#p3", "P3", "§ 3", "3", "3 §", " §3 "])
def test_a_section_is_found_however_it_is_referred_to(reader: Reader, anchor: str) -> None:
    assert answered(reader, "get_section", protocol_id=FARSTA, anchor=anchor)["anchor"] == "p3"


def test_a_question_leads_to_its_section(reader: Reader) -> None:
    assert answered(reader, "get_section", protocol_id=FARSTA, anchor="f2")["anchor"] == "p2"


@pytest.mark.parametrize(
    "given", [f"{ADRESS}/protokoll/{FARSTA}#p3", f"/protokoll/{FARSTA}?q=larm#p2", f" {FARSTA}/ "]
)
def test_a_permalink_does_for_an_id(reader: Reader, given: str) -> None:
    found = answered(reader, "get_protocol", protocol_id=given)
    assert found["source"]["protocol_id"] == FARSTA


def test_an_id_from_before_a_correction_leads_to_the_one_now(reader: Reader) -> None:
    found = answered(reader, "get_protocol", protocol_id="bromma/2024-02-10")
    assert found["source"]["protocol_id"] == "bromma/2024-02-12"


def test_a_protocol_tells_what_is_in_it_and_gives_no_text_unasked(reader: Reader) -> None:
    found = answered(reader, "get_protocol", protocol_id=FARSTA)
    assert [entry["anchor"] for entry in found["sections"]] == ["p1", "p2", "p3", "p5", "p6"]
    assert found["sections"][1]["questions"] == 3
    assert found["sections"][1]["unanswered"] == 2
    assert [entry["text"] for entry in found["sections"]] == [None] * 5
    assert found["present"][2] == {
        "name": "Bo Fabel",
        "role": "huvudskyddsombud",
        "union": {"id": "kommunal", "name": "Kommunal"},
        "note": None,
    }
    assert (found["chair"], found["next_meeting"]) == ("Ulla Påhittad", "2025-02-11")
    assert found["remarks"] == ["Numreringen av paragrafer hoppar: § 3 → § 5"]
    whole = answered(reader, "get_protocol", protocol_id=FARSTA, with_text=True)
    assert whole["sections"][4]["text"] == "Inga övriga frågor."


def test_where_personal_data_stands_is_not_told(
    archive_with: c.Callable[..., Parts],
) -> None:
    remark = Remark(RemarkCode.IDENTITY_NUMBER, 1, "§ 4711")
    parts = archive_with(dc.replace(meetings.farsta(), warnings=(remark,)))
    assert "4711" not in answer(reader_of(parts), "get_protocol", {"protocol_id": FARSTA}).text


def test_questions_come_with_their_answers_whole(reader: Reader) -> None:
    found = answered(reader, "list_questions", forvaltning=["farsta"], ar=["2025"])
    assert found["total"] == 3
    first = next(it for it in found["questions"] if it["exchange"]["answered"])
    assert first["exchange"]["question"] == meetings.ALARM_QUESTION
    assert first["exchange"]["answer"] == meetings.ALARM_ANSWER
    assert first["permalink"] == f"{ADRESS}/protokoll/{FARSTA}#p2"
    assert "§ 2 Föranmälda frågor, fråga 1 av 3" in first["citation"]


def test_questions_are_chosen_by_union_and_whether_they_were_answered(reader: Reader) -> None:
    unanswered = answered(reader, "list_questions", besvarad="nej")
    assert {it["exchange"]["union"]["id"] for it in unanswered["questions"]} == {"kommunal", "ssr"}
    none = answered(reader, "list_questions", besvarad="nej", fack=["vision"])
    assert (none["total"], none["questions"]) == (0, [])


def test_the_values_are_those_there_is_something_under(reader: Reader) -> None:
    found = answered(reader, "list_values")
    assert {*found["values"]} == {"forvaltning", "fack", "amne", "utfall", "ar"}
    assert {value["id"] for value in found["values"]["forvaltning"]} == {
        "bromma",
        "farsta",
        "jarva",
    }
    assert found["protocols"] == 27
    (vision,) = (it for it in found["values"]["fack"] if it["id"] == "vision")
    assert (vision["name"], vision["paragraphs"]) == ("Vision", 1)
    assert {*answered(reader, "list_values", kind="fack")["values"]} == {"fack"}


def test_a_long_section_is_read_in_parts(archive_with: c.Callable[..., Parts]) -> None:
    text = "\n\n".join(f"Stycke {n} om lokalerna på Tallvägen." for n in range(1500))
    long = dc.replace(meetings.farsta(), sections=(Section(1, 1, "Lokaler", text),))
    reader = reader_of(archive_with(long))
    read, at = "", 0
    while at is not None:
        part = answered(reader, "get_section", protocol_id=FARSTA, anchor="p1", from_character=at)
        read, at = read + part["text"], part["continues_at"]
        assert len(part["text"]) <= 20_000
    assert read == text
    whole = answered(reader, "get_protocol", protocol_id=FARSTA, with_text=True)
    assert whole["sections"][0]["text"] is None


def test_without_an_address_permalinks_are_said_to_be_relative(parts: Parts) -> None:
    reader = reader_of(parts, settings=parts["settings"])
    found = answered(reader, "get_section", protocol_id=FARSTA, anchor="p3")
    assert found["permalink"] == f"/protokoll/{FARSTA}#p3"
    assert "relative" in found["how_to_cite"]
    assert "Protokollen är påhittade." in found["how_to_cite"]  # what stands on every page
    assert "relative" not in answered(reader_of(parts), "search")["how_to_cite"]


def test_the_text_alone_says_all_that_is_needed(reader: Reader) -> None:
    text = answer(reader, "search", {"q": "larm", "typ": "fraga"}).text
    assert f"get_section {FARSTA} p2" in text
    assert f"{ADRESS}/protokoll/{FARSTA}#p2 {READ}" in text
    assert "Vision: Vision frågar hur" in text
    read = answer(reader, "get_section", {"protocol_id": FARSTA, "anchor": "2"}).text
    assert meetings.farsta().sections[1].text in read
    assert "Question 2: Kommunal, not answered" in read


# What cannot be answered


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"fack": ["Visionen"]}, "Did you mean 'vision'?"),
        ({"fack": ["Sveriges lärare"]}, "Did you mean 'sveriges-larare'?"),
        ({"forvaltning": ["atlantis"]}, "list_values"),
        ({"amne": ["\x00\ud800"]}, "amne"),
        ({"ar": ["25"]}, "Write a year"),
        ({"fran": "2025-02-31"}, "Write a day there is"),
        ({"sida": 0}, "sida"),
        ({"limit": 21}, "limit"),
        ({"q": "x" * 100_000}, "length <= 500"),
        ({"typ": "y" * 100_000}, "typ"),
        ({"fackforbund": ["vision"]}, "fackforbund"),
        ({"fack": "vision"}, "array"),
        ({"q": None}, "q"),
    ],
)
def test_a_parameter_that_cannot_be_used_gives_no_wider_answer(
    reader: Reader, wrong: dict[str, t.Any], told: str
) -> None:
    assert told in refused(reader, "search", **wrong)


@pytest.mark.parametrize(
    "given", ["finns/inte", "", "../../etc/passwd", "x" * 300, "\x00", "\ud800", "%00'; DROP--"]
)
def test_an_unknown_protocol_is_told_with_a_way_on(reader: Reader, given: str) -> None:
    for name, more in (("get_protocol", {}), ("get_section", {"anchor": "p1"})):
        assert "take one from an answer of search" in refused(
            reader, name, protocol_id=given, **more
        )


@pytest.mark.parametrize("anchor", ["p4", "p99", "o99", "f9", "", "hej", "p0", "§§ 2–3"])
def test_an_unknown_section_is_told_with_those_there_are(reader: Reader, anchor: str) -> None:
    told = refused(reader, "get_section", protocol_id=FARSTA, anchor=anchor)
    assert "p1, p2, p3, p5, p6" in told


def test_an_unknown_tool_is_told_with_those_there_are(reader: Reader) -> None:
    assert "get_protocol" in refused(reader, "delete_everything")


@pytest.mark.parametrize(
    "query",
    ["*", "((((", '"', "a*", "om och att", "💥", "-", "(a+)+$", "ELLER", "\u202e", "x" * 500],
)
def test_a_hostile_query_gets_an_answer(reader: Reader, query: str) -> None:
    for name in ("search", "list_questions"):
        assert answered(reader, name, q=query)["total"] >= 0


class Broken:
    """A catalogue or an index that cannot be read."""

    def __init__(self, err: Exception) -> None:
        self.err = err

    def __getattr__(self, _name: str) -> t.Any:
        raise self.err


@pytest.mark.parametrize(
    ("err", "told"),
    [
        (IndexUnavailable("/srv/secret"), "protokollarkiv reindex"),
        (CatalogueError("/srv/secret"), "protokollarkiv check"),
        (ZeroDivisionError("/srv/secret"), "noted in its log"),
    ],
)
def test_what_breaks_is_told_without_its_insides(parts: Parts, err: Exception, told: str) -> None:
    said = refused(reader_of(parts, index=Broken(err)), "search", q="larm")
    assert told in said
    assert "secret" not in said


# What is not public

ASKED: dict[str, list[dict[str, t.Any]]] = {
    "search": [{"q": word, "typ": typ} for word in ("drakägg", "arbetsmiljö Skarpnäck", "")
               for typ in ("paragraf", "fraga", "protokoll")]
    + [{"forvaltning": ["skarpnack"]}, {"ar": ["2023"]}],
    "list_questions": [{}, {"q": "drakägg"}, {"forvaltning": ["skarpnack"]}],
    "get_section": [{"protocol_id": INTERNAL, "anchor": "p1"}],
    "get_protocol": [{"protocol_id": INTERNAL}, {"protocol_id": f"/protokoll/{INTERNAL}"}],
    "list_values": [{}],
}  # fmt: skip


def test_every_tool_is_asked_for_what_is_not_public() -> None:
    assert ASKED.keys() == {tool.name for tool in assistants.TOOLS}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_internal_does_not_exist(reader: Reader, name: str) -> None:
    for given in ASKED[name]:
        told = answer(reader, name, {**given})
        said = told.text + json.dumps(told.values, ensure_ascii=False)
        for asked in given.values():  # what was asked is repeated where it is not found
            said = said.replace(f"'{asked}'", "").replace("forvaltning=skarpnack", "")
        for secret in SECRETS:
            assert secret not in said, given


def test_what_is_internal_is_not_counted(reader: Reader) -> None:
    assert answered(reader, "search", ar=["2023"])["total"] == 0
    assert "2023" not in {it["id"] for it in answered(reader, "list_values")["values"]["ar"]}


def test_what_is_held_does_not_exist(tmp_path: pathlib.Path) -> None:
    held = meetings.farsta()
    index = open_index(tmp_path / "index", packaged())
    with Catalogue.open(f"sqlite:///{tmp_path / 'katalog.sqlite'}") as catalogue:
        file = meetings.file_with(b"%PDF", held)
        catalogue.keep(held, file, Visibility.HELD, ("Personnummer i § 1.",))
        index_pending(catalogue, index)
        reader = Reader(Settings(data_dir=tmp_path), catalogue, index, packaged())
        refused(reader, "get_protocol", protocol_id=FARSTA)
        refused(reader, "get_section", protocol_id=FARSTA, anchor="p2")
        assert answered(reader, "search", q="larm")["total"] == 0
        assert answered(reader, "list_questions")["total"] == 0
        found = answered(reader, "list_values")
        assert (found["protocols"], found["earliest"]) == (0, None)
        assert not any(found["values"].values())


def test_what_has_just_been_hidden_is_gone_before_the_index_knows(
    archive_with: c.Callable[..., Parts],
) -> None:
    parts = archive_with(meetings.farsta())
    parts["catalogue"].correct(
        FARSTA, visibility=Visibility.INTERNAL, registries=parts["registries"]
    )
    told = answer(reader_of(parts), "search", {"q": "larm"})
    assert told.values is not None
    assert told.values["hits"] == []
    assert meetings.ALARM_QUESTION not in told.text


@pytest.mark.parametrize("shown", [NamesShown.ROLES, NamesShown.NONE])
def test_names_that_the_site_masks_are_masked(tmp_path: pathlib.Path, shown: NamesShown) -> None:
    text = f"{meetings.ALARM_QUESTION}\n\nBo Fabel lämnar över larmlistan till Mona Kvist."
    farsta = meetings.farsta()
    told = dc.replace(farsta, sections=(dc.replace(farsta.sections[0], text=text, title="Larm"),))
    index = open_index(tmp_path / "index", packaged())
    with Catalogue.open(f"sqlite:///{tmp_path / 'katalog.sqlite'}", shown) as catalogue:
        catalogue.keep(told, meetings.file_with(b"%PDF", told), Visibility.PUBLIC)
        index_pending(catalogue, index)
        reader = Reader(Settings(data_dir=tmp_path), catalogue, index, packaged())
        for name, given in (
            ("search", {"q": "larmlistan"}),
            ("search", {"typ": "protokoll"}),
            ("list_questions", {}),
            ("get_section", {"protocol_id": FARSTA, "anchor": "p1"}),
            ("get_protocol", {"protocol_id": FARSTA, "with_text": True}),
            ("list_values", {}),
        ):
            said = answer(reader, name, given)
            assert said.values is not None, said.text
            for person in ("Fabel", "Kvist", "Påhittad", "Diktén", "Legend"):
                assert person not in said.text, name
                assert person not in json.dumps(said.values, ensure_ascii=False), name
        assert answered(reader, "search", q="larmlistan")["total"] == 1
        assert answered(reader, "search", q="Fabel")["total"] == 0


# What an assistant is told before it asks


@pytest.mark.parametrize("tool", assistants.TOOLS, ids=lambda tool: tool.name)
def test_every_tool_and_parameter_is_described(tool: assistants.Tool) -> None:
    assert len(tool.description) > 60
    schema = tool.input_schema
    assert schema["additionalProperties"] is False
    assert [n for n, it in schema["properties"].items() if "description" not in it] == []
    assert tool.output_schema["type"] == "object"


@pytest.mark.parametrize("tool", assistants.TOOLS, ids=lambda tool: tool.name)
def test_no_tool_takes_more_than_its_schema_says(tool: assistants.Tool) -> None:
    named = {field.encode_name for field in msgspec.structs.fields(tool.takes)}
    assert {*tool.input_schema["properties"]} == named


def test_the_instructions_say_what_the_archive_is(parts: Parts) -> None:
    told = assistants.instructions(parts["settings"])
    for wanted in ("Lillbyarkivet", "original rules", "inferred", "masked", "påhittade"):
        assert wanted in told
