"""What must hold of any text, however unlike minutes it is: documents of pieces in any order."""

import dataclasses as dc
import importlib.resources
import itertools
import json

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed import pages_of

from archive.model import Basis, Protocol, Section, Span
from archive.registry import packaged
from importers.formats.lines import Document, Line
from importers.formats.text import read_text
from importers.parse import Parser

REGISTRIES = packaged()
PARSER, ANOTHER = Parser(REGISTRIES), Parser(REGISTRIES)
SCHEMA_FILE = importlib.resources.files("archive") / "protocol.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA_FILE.read_text("utf-8")))

TITLES = (
    "Mötets öppnande",
    "Val av justerare",
    "Dagordning",
    "Föregående protokoll",
    "Ekonomi, dnr 2.1-118/2031",
    "Budget och prognos",
    "MBL § 11 Ny organisation",
    "Samverkan enligt MBL § 19",
    "Föranmälda frågor",
    "Frågor från Vision",
    "Arbetsmiljö och sjukfrånvaro",
    "Övriga frågor",
    "Nästa möte",
    "",
)
DATES = (
    "2031-05-06",
    "den 6 maj 2031",
    "20310506",
    "6/5 2031",
    "31 februari 2031",
    "tisdagen den 6 maj kl. 9.00–11.30",
    "6.5.2031",
    "2205-01-01",
    "den 8 april",
)
HEADER = (
    "Kulturförvaltningen",
    "Bromma stadsdelsförvaltning",
    "Protokoll nr 4/2031 fört vid förvaltningsgruppen",
    "Minnesanteckningar",
    "Tid och plats: tisdagen den 6 maj 2031 kl. 9.00–11.30 i Ekrummet",
    "Tid: 13.00",
    "Plats: Stora salen",
    "Datum: 2031-05-06",
    "Närvarande",
    "Närvarande:",
    "För arbetsgivaren: Mona Alm, förvaltningschef, ordförande",
    "Bo Ek, HR-chef (§§ 3–5)",
    "Cia Dal, sekreterare, t.o.m. § 2",
    "För de fackliga organisationerna",
    "Eva Frisk, Vision",
    "Gun Hed\tKommunal\tanslöt kl. 9.30",
    "Vision: Eva Frisk, Ivar Jung (via Teams)",
    "Namn\tRoll\tFörbund",
    "Frånvarande: Saco",
    "Förhinder:",
    "Ordförande: Mona Alm",
    "Justerare: Eva Frisk och Gun Hed",
    "Månadens tema: rehabilitering",
)
BODY = (
    "Vision frågade hur många chefstjänster som försvinner och när det sker.",
    "Arbetsgivaren svarade att en chefstjänst tas bort.",
    "Kommunal undrar varför larmen inte har följts upp?",
    "Arbetsgivaren återkommer vid nästa möte.",
    "DIK framförde att bibliotekarierna behöver vara med. Arbetsgivaren tog till sig synpunkten.",
    "Fråga 1: Hur många vikarier finns?",
    "Svar: • Elva. • I mars.",
    "• Hur många tjänster berörs?",
    "• När sker flytten?",
    "a) lokaler",
    "2) Elva.",
    "Svar:",
    "Beträffande fråga 1 finns elva vikarier.",
    "Vision:",
    "Vision: När byts larmen? AG: I maj.",
    "Fråga\tSvar",
    "När byggs huset?\tI höst.",
    "Vision och Kommunal instämmer.",
    "Hon begärde besked.",
    "”Det saknas rutiner”, säger Vision. ”Varför?”",
    "Bo Ek svarade att rutinerna ses över.",
    "Samverkan enligt MBL § 11 avslutades i enighet.",
    "Förvaltningen förklarar samverkan enligt MBL § 19 avslutad i oenighet, dnr KUL 2031/44.",
    "Vision reserverar sig mot beslutet. Protokollsanteckning från SSR: för sent underlag.",
    "Ärende\tSamverkan enligt\tResultat",
    "Ny organisation, dnr 2031/17\tMBL § 11\tEnighet",
    "Risk- och konsekvensbedömning är genomförd.",
    "Sjukfrånvaron var 5,2 % i mars och 4,9 % i april, korttid 2,1 %.",
    "Sjukfrånvaro\tjan\tfeb",
    "Korttid\t2,1 %\t2,3 %",
    "Se s. 14 i verksamhetsplanen, AFS 2023:2 och SOU 2020:1.",
    "Rättelse till protokoll 2031-04-08 § 7: det ska stå hemtjänst.",
    "§ 38 MBL åberopas inte.",
    "Dnr KUL 2031/44 och 2.1-118/2031.",
    "Budgeten, lokalerna och schemat för sommaren gicks igenom.",
    "Förhandlingen om informations-",
    "säkerhet ajournerades.",
    "Vid § 4 anslöt Gun Hed till mötet.",
    "Nästa möte är den 10 juni.",
    "Mötet avslutas.",
)
END = (
    "Vid protokollet",
    "Cia Dal",
    "Justeras",
    "Mona Alm\tEva Frisk\tGun Hed",
    "2031-05-20 09:12:33",
    "Bilaga 1 Riskbedömning",
    "_______",
)
FURNITURE = ("Sida 1 (3)", "2 (3)", "Kulturförvaltningen · Storgatan 1", "Protokoll 2031-05-06")

HEADINGS = st.builds(
    lambda way, number, title: way.format(number, title).strip(),
    st.sampled_from(("§ {} {}", "§{}. {}", "{} § {}", "{}. {}", "{} {}", "Punkt {} {}")),
    st.integers(0, 13) | st.sampled_from((99, 100, 999)),
    st.sampled_from(TITLES),
)
GARBAGE = st.text(alphabet="§.:;?!()[]\"”'|•–-/%\\ aåÖ1290\u202e\ufffd\ufb01¤¶", max_size=25)
LINES = st.one_of(
    st.sampled_from(HEADER),
    HEADINGS,
    st.sampled_from(BODY),
    st.sampled_from(BODY),
    st.sampled_from(END),
    st.sampled_from(FURNITURE),
    st.sampled_from(DATES),
    st.just(""),
    GARBAGE,
)
# In the order in which minutes have them, and in none.
IN_ORDER = st.builds(
    lambda header, sections, end: [*header, *itertools.chain(*sections), *end],
    st.lists(st.sampled_from((*HEADER, *DATES)), max_size=9),
    st.lists(st.tuples(HEADINGS, *[st.sampled_from((*BODY, ""))] * 4), max_size=4),
    st.lists(st.sampled_from(END), max_size=4),
)
PAGES = st.lists(IN_ORDER | st.lists(LINES, max_size=25), min_size=1, max_size=3)
TEXTS = PAGES.map(lambda pages: "\f".join("\n".join(lines) for lines in pages))
STYLED = st.builds(
    lambda text, bold: Document(
        tuple(dc.replace(line, bold=bold(line.text), whole=True) for line in lines_of(text)),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    PAGES.map(lambda pages: "\n".join(pages[0])),
    st.sampled_from((str.isupper, str.istitle, lambda text: text[:1] in "§123P")),
)
PRINTED = PAGES.map(lambda pages: pages_of(*map("\n".join, pages)))
DOCUMENTS = st.one_of(TEXTS.map(lambda text: read_text(text.encode())), STYLED, PRINTED)

# The same documents every time, so that who changes something else never meets them here first.
some = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def lines_of(text: str) -> tuple[Line, ...]:
    return read_text(text.encode()).lines


def parsed(document: Document) -> Protocol:
    return PARSER.parse(document, "protokoll.txt")


def stands_in(words: str, section: Section) -> bool:
    return words in section.title or words in section.text


@some
@given(DOCUMENTS)
def test_the_same_text_gives_the_same_protocol(document: Document) -> None:
    assert parsed(document) == ANOTHER.parse(document, "protokoll.txt")


@some
@given(DOCUMENTS)
def test_spans_say_what_they_claim_and_never_overlap(document: Document) -> None:
    for section in parsed(document).sections:
        spans: list[Span] = []
        for exchange in section.exchanges:
            assert exchange.question_span is not None
            claims = [(exchange.question_span, exchange.question)]
            if exchange.answer_span is not None:
                claims.append((exchange.answer_span, exchange.answer or ""))
            for span, words in claims:
                assert words and section.text[span.start : span.end] == words
                spans.append(span)
            assert (exchange.answer is None) == (exchange.answer_span is None)
        for before, after in itertools.pairwise(sorted(spans)):
            assert before.end <= after.start, section.exchanges


@some
@given(DOCUMENTS)
def test_pages_begin_within_the_text_one_after_the_other(document: Document) -> None:
    for section in parsed(document).sections:
        offsets = [start.offset for start in section.page_starts]
        pages = [start.page for start in section.page_starts]
        assert all(0 <= offset < len(section.text) for offset in offsets)
        assert offsets == sorted(set(offsets)) and pages == sorted(set(pages))
        assert set(pages) <= set(section.pages) <= set(range(1, (document.page_count or 0) + 1))


@some
@given(DOCUMENTS)
def test_sections_are_counted_and_each_has_its_own_address(document: Document) -> None:
    protocol = parsed(document)
    anchors = [protocol.anchor(section) for section in protocol.sections]
    assert [s.ordinal for s in protocol.sections] == list(range(1, len(protocol.sections) + 1))
    assert len(set(anchors)) == len(anchors)


@some
@given(DOCUMENTS)
def test_ids_are_those_of_the_registries(document: Document) -> None:
    protocol = parsed(document)
    people = (*protocol.attendance.present, *protocol.attendance.absent)
    unions = {person.union for person in people}
    for section in protocol.sections:
        unions |= {*section.unions, *(exchange.union for exchange in section.exchanges)}
        unions |= {r.union for matter in section.samverkan for r in matter.reservations}
        assert set(section.topics) <= REGISTRIES.topics.keys()
        assert section.topics == tuple(found.topic for found in section.topic_evidence)
    assert unions <= {None, *REGISTRIES.unions}
    assert protocol.forvaltning.id in {None, *REGISTRIES.forvaltningar}


@some
@given(DOCUMENTS)
def test_what_is_said_to_be_written_stands_there(document: Document) -> None:
    for section in parsed(document).sections:
        words = [
            *section.diarienummer,
            *(word for found in section.topic_evidence for word in found.words),
            *(number for matter in section.samverkan for number in matter.diarienummer),
            *(r.text for matter in section.samverkan for r in matter.reservations),
            *(found.text for found in section.sick_leave),
            *(found.text for found in section.protocol_references),
        ]
        assert [word for word in words if not word or not stands_in(word, section)] == []


@some
@given(DOCUMENTS)
def test_every_character_is_placed(document: Document) -> None:
    placed = parsed(document).placed
    assert min(dc.astuple(placed)) >= 0
    assert sum(dc.astuple(placed)) == sum(len(line.text) for line in document.lines)


@some
@given(DOCUMENTS)
def test_a_protocol_survives_its_form(document: Document) -> None:
    read = parsed(document)
    assert read.source is not None
    protocol = dc.replace(read, source=dc.replace(read.source, sha256="0" * 64))
    VALIDATOR.validate(protocol.to_dict())
    assert Protocol.from_json(protocol.to_json()) == protocol


@some
@given(DOCUMENTS)
def test_a_day_lies_within_its_bounds(document: Document) -> None:
    date = parsed(document).date
    bounds = [day for day in (date.earliest, date.value, date.latest) if day]
    assert bounds == sorted(bounds)
    assert bool(bounds) == (date.basis is not Basis.UNKNOWN)
    assert date.value or date.basis is not Basis.STATED


@some
@given(DOCUMENTS)
def test_people_are_named_or_left_unnamed_but_never_empty(document: Document) -> None:
    attendance = parsed(document).attendance
    for person in (*attendance.present, *attendance.absent):
        assert person.name is None or person.name.strip()
        assert person.name or person.union or person.role
        assert list(person.sections) == sorted(set(person.sections))
