"""Three invented meetings with questions, answers and everything else a page can show."""

import dataclasses as dc
import datetime as dt
import hashlib

from exchanges import exchange

from archive.media_types import DOCX, PDF, TEXT
from archive.messages import RemarkCode
from archive.model import (
    Appendix,
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

ALARM_QUESTION = (
    "Vision frågar hur förvaltningen arbetar med hot och våld i receptionen. Larmen har varit ur"
    " funktion sedan i höstas och ingen vet vem som ansvarar för dem."
)
ALARM_ANSWER = (
    "Arbetsgivaren svarar att nya larm är beställda och att alla medarbetare får utbildning i"
    " hur arbetsplatsvåld förebyggs."
)
SHIFT_QUESTION = "Kommunal undrar när de delade turerna i hemtjänsten tas bort?"
SHIFT_ANSWER = "Arbetsgivaren återkommer till frågan vid nästa möte."
PARKING_QUESTION = "Akademikerförbundet SSR önskar fler cykelställ vid kontoret."


def farsta() -> Protocol:
    """A meeting with stated date and place, exchanges of three sorts, and samverkan."""
    alarms = (
        "Gruppen går igenom frågorna som kom in före mötet.\n\n"
        f"{ALARM_QUESTION}\n\n{ALARM_ANSWER}\n\nArbetsgivaren lägger till att\n\n"
        "• larmen testas varje månad\n\n• en ansvarig utses för varje reception\n\n"
        f"{SHIFT_QUESTION}\n\n{SHIFT_ANSWER}\n\n{PARKING_QUESTION}"
    )
    absence = (
        "Sjukfrånvaron har minskat från 8,4 till 7,9 procent. Korttidsfrånvaron är oförändrad,"
        " medan långtidssjukfrånvaron går ned i hemtjänsten."
    )
    return Protocol(
        title="Protokoll från förvaltningsgruppen i Farsta",
        date=MeetingDate(dt.date(2025, 1, 14), Basis.STATED),
        forvaltning=ForvaltningRef("farsta", "Farsta", Basis.STATED, ("Farsta stadsdelsnämnd",)),
        attendance=Attendance(
            present=(
                Attendee("Ulla Påhittad", "stadsdelsdirektör, ordförande"),
                Attendee("Ove Diktén", "HR-chef", note="§§ 2–3"),
                Attendee("Bo Fabel", "huvudskyddsombud", "kommunal"),
                Attendee("Siv Saga", None, "vision"),
                Attendee("Per Myt", None, "ssr"),
            ),
            absent=(Attendee("Eva Legend", None, "vision"), Attendee(None, None, "ledarna")),
        ),
        sections=(
            Section(1, 1, "Mötet öppnas", "Ordföranden öppnar mötet.", (1,), topics=("formalia",)),
            Section(
                2,
                2,
                "Föranmälda frågor",
                alarms,
                (1, 2),
                (PageStart(0, 1), PageStart(300, 2)),
                unions=("vision", "kommunal", "ssr"),
                topics=("hot-och-vald", "arbetstid-och-semester"),
                exchanges=(
                    exchange(alarms, "vision", ALARM_QUESTION, ALARM_ANSWER),
                    exchange(alarms, "kommunal", SHIFT_QUESTION, SHIFT_ANSWER, answered=False),
                    exchange(alarms, "ssr", PARKING_QUESTION, None),
                ),
            ),
            Section(3, 3, "Sjukfrånvaro", absence, (2,), topics=("sjukfranvaro",)),
            Section(
                4,
                5,
                "Ny organisation för äldreomsorgen",
                "Förslaget (FAR 2024/112) innebär att två enheter slås samman från hösten.",
                (3,),
                unions=("kommunal",),
                topics=("organisationsforandring", "aldreomsorg"),
                diarienummer=("FAR 2024/112",),
                references=("SOU 2020:1",),
                samverkan=(
                    SamverkanMatter("MBL § 11", "Ny organisation", Outcome.AGREED),
                    SamverkanMatter(
                        "MBL § 19", "Förvaltningsövergripande checklista", Outcome.INFORMED
                    ),
                    SamverkanMatter("annan", None, Outcome.POSTPONED),
                ),
            ),
            Section(5, 6, "Övriga frågor", "Inga övriga frågor.", (3,), topics=("formalia",)),
        ),
        warnings=(Remark(RemarkCode.SECTION_GAP, 3, "§ 3 → § 5"),),
        source=Source("FSG 2025-01-14.pdf", media_type=PDF, pages=3),
        time="13:00",
        place="Stora salen",
        justerare=("Bo Fabel", "Siv Saga"),
        signatures=("Ulla Påhittad 2025-01-20",),
        next_meeting=dt.date(2025, 2, 11),
        meeting=Meeting("ordinary", "FSG", "1"),
        chair="Ulla Påhittad",
        secretary="Mona Kvist",
        theme="medarbetarenkäten",
        appendices=(Appendix("Bilaga 1 Riskbedömning", "Larmen provas.\n\n• Varje måndag", (4,)),),
    )


def jarva() -> Protocol:
    """A meeting whose date and förvaltning are inferred and whose sections have no numbers."""
    alarms = "Huvudskyddsombuden deltar i arbetet mot arbetsplatsvåld. Riktlinjen ses över."
    return Protocol(
        title="Minnesanteckningar",
        date=MeetingDate(
            dt.date(2024, 8, 20),
            Basis.INFERRED,
            dt.date(2024, 8, 15),
            dt.date(2024, 8, 22),
            ("skyddsronden hölls den 15 augusti", "nästa möte hålls den 17 september"),
        ),
        forvaltning=ForvaltningRef("jarva", "Järva", Basis.INFERRED, ("dnr JÄR 2024/77",)),
        sections=(
            Section(1, None, "Skyddskommitté", alarms, topics=("arbetsmiljo", "hot-och-vald")),
            Section(2, None, "", "Gruppen tackar för visat intresse."),
        ),
        warnings=(
            Remark(RemarkCode.DATE_INFERRED),
            Remark(RemarkCode.SECTIONS_UNNUMBERED),
        ),
        source=Source("minnesanteckningar.docx", media_type=DOCX),
    )


def undated() -> Protocol:
    """A text file that says neither when nor where."""
    text = "Budgeten för året redovisas. Prognosen visar ett underskott på 6,12 % i hemtjänsten."
    return Protocol(
        title="Protokoll",
        sections=(Section(1, 4, "Budget", text, topics=("budget",)),),
        warnings=(Remark(RemarkCode.DATE_UNKNOWN), Remark(RemarkCode.FORVALTNING_UNKNOWN)),
        source=Source("budget.txt", media_type=TEXT),
    )


def monthly(year: int, month: int, forvaltning: str, name: str) -> Protocol:
    """One of many meetings: enough of them fill several pages of hits."""
    text = f"Arbetsmiljön följs upp i {name}. Inga tillbud med hot har rapporterats."
    return Protocol(
        title=f"Protokoll förvaltningsgruppen {name}",
        date=MeetingDate(dt.date(year, month, 10), Basis.STATED),
        forvaltning=ForvaltningRef(forvaltning, name, Basis.STATED),
        sections=tuple(
            Section(n, n, f"Arbetsmiljö {n}", f"{text} Punkt {n} av {year}-{month}.")
            for n in range(1, 4)
        ),
        source=Source(f"{forvaltning}-{year}-{month}.pdf", media_type=PDF),
    )


def file_with(content: bytes, protocol: Protocol) -> NewFile:
    """What is noted about the bytes a protocol was read from."""
    source = protocol.source or Source("okänd", media_type=TEXT)
    sha256 = hashlib.sha256(content).hexdigest()
    return NewFile(sha256, source.filename, source.media_type or TEXT, len(content))


def content_of(protocol: Protocol) -> bytes:
    """Bytes that no other protocol has; what is text can be read as text."""
    source = protocol.source or Source("okänd", media_type=TEXT)
    start = {PDF: "%PDF-1.7 ", DOCX: "PK "}.get(source.media_type or TEXT, "Åsikter: ")
    return f"{start}{source.filename} {protocol.title} {protocol.date.value}".encode()


def with_file(protocol: Protocol, filename: str, media_type: str = PDF) -> Protocol:
    """The same protocol out of another file."""
    return dc.replace(protocol, source=Source(filename, media_type=media_type))
