"""Invented protocols as values, for what is done with a protocol once it is read."""

import dataclasses as dc
import datetime as dt
import hashlib
import random

from exchanges import exchange

from archive.media_types import PDF
from archive.messages import RemarkCode
from archive.model import (
    Attendance,
    Attendee,
    Basis,
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
)
from archive.records import NewFile

FARSTA = ForvaltningRef("farsta", "Farsta", Basis.STATED)
BROMMA = ForvaltningRef("bromma", "Bromma", Basis.STATED)
MARCH = dt.date(2024, 3, 14)
APRIL = dt.date(2024, 4, 11)

VOCABULARY = """
arbetsgivaren hemtjänsten schemat sommaren planering vikarier lokalerna budgeten chefen
medarbetare enheten förslaget gruppen redovisar uppföljning sjukfrånvaron introduktion
rekrytering semestern måltiderna parkeringen nycklar larm telefoner datorer cyklar rutiner
handlingsplan riskbedömning skyddsrond ventilation kontoret flytten renovering utbildning
bussen vintern snöröjning underlaget mötet frågan svaret våren hösten kvällar helger natten
"""
WORDS = VOCABULARY.split()


def prose(seed: object, words: int) -> str:
    """So many words that no other seed gives in the same order."""
    chance = random.Random(str(seed))
    return " ".join(chance.choice(WORDS) for _ in range(words))


def minutes(
    seed: object,
    *,
    date: dt.date | None = MARCH,
    forvaltning: ForvaltningRef = FARSTA,
    words: int = 600,
    forum: str | None = "FSG",
    signatures: tuple[str, ...] = (),
) -> Protocol:
    """A meeting's protocol with six sections of invented prose."""
    return Protocol(
        title="Protokoll",
        date=MeetingDate(date, Basis.STATED) if date else MeetingDate(),
        forvaltning=forvaltning,
        meeting=Meeting(forum=forum),
        signatures=signatures,
        sections=tuple(
            Section(number, number, f"Ärende {number}", prose((seed, number), words // 6))
            for number in range(1, 7)
        ),
    )


def with_texts(protocol: Protocol, *texts: str) -> Protocol:
    """The same meeting with other sections."""
    sections = tuple(
        Section(number, number, f"Ärende {number}", text) for number, text in enumerate(texts, 1)
    )
    return dc.replace(protocol, sections=sections)


def texts_of(protocol: Protocol) -> tuple[str, ...]:
    """What stands in its sections."""
    return tuple(section.text for section in protocol.sections)


def reworded(protocol: Protocol, words: int) -> Protocol:
    """The same protocol with so many words replaced, evenly over it."""
    texts = [text.split() for text in texts_of(protocol)]
    places = [(text, place) for text in range(len(texts)) for place in range(len(texts[text]))]
    step = max(1, len(places) // max(1, words))
    for text, place in places[step // 2 :: step][:words]:
        texts[text][place] = f"rättat{text}{place}"
    return with_texts(protocol, *(" ".join(text) for text in texts))


def part_of(protocol: Protocol, number: int) -> Protocol:
    """One § approved at once, as a protocol of its own."""
    section = protocol.sections[number - 1]
    return dc.replace(protocol, sections=(dc.replace(section, ordinal=1),))


def file_of(name: str, media_type: str = PDF) -> NewFile:
    """A file whose bytes are its name."""
    content = name.encode()
    return NewFile(hashlib.sha256(content).hexdigest(), name, media_type, len(content))


def full_protocol() -> Protocol:
    """A protocol in which every field of the model is filled in."""
    text = "Vision frågade om larmen. Arbetsgivaren svarade att de är beställda."
    question, answer = text.split(". ")
    question += "."
    return Protocol(
        title="Protokoll från förvaltningsgruppen",
        date=MeetingDate(MARCH, Basis.INFERRED, MARCH, APRIL, ("nästa möte den 11 april",)),
        forvaltning=ForvaltningRef("farsta", "Farsta", Basis.STATED, ("Farsta stadsdelsnämnd",)),
        attendance=Attendance(
            present=(Attendee("Ulla Påhittad", "ordförande"), Attendee("Bo Fabel", None, "vision")),
            absent=(Attendee(None, None, "kommunal"),),
        ),
        sections=(
            Section(
                1,
                7,
                "Larm",
                text,
                pages=(1, 2),
                page_starts=(PageStart(0, 1), PageStart(30, 2)),
                unions=("vision",),
                topics=("hot-och-vald",),
                diarienummer=("FAR 2024/12",),
                references=("SOU 2020:1",),
                exchanges=(
                    exchange(text, "vision", question, answer),
                    exchange(text, None, question, None),
                ),
                samverkan=(SamverkanMatter("MBL § 11", "Larm", Outcome.AGREED),),
            ),
        ),
        warnings=(Remark(RemarkCode.SECTION_GAP, 1, "§ 1 → § 7"),),
        source=Source("larm.pdf", "0" * 64, PDF, 2),
        time="09:00",
        place="Stora salen",
        justerare=("Bo Fabel",),
        signatures=("Ulla Påhittad 2024-03-20T12:18:52+0100",),
        next_meeting=APRIL,
        meeting=Meeting("ordinary", "FSG", "3"),
        id="farsta/2024-03-14",
    )
