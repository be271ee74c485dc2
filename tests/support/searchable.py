"""Invented protocols for the tests of searching."""

import datetime as dt

from exchanges import exchange

from archive.model import (
    Basis,
    Exchange,
    ForvaltningRef,
    MeetingDate,
    Outcome,
    PageStart,
    Protocol,
    SamverkanMatter,
    Section,
    Source,
)
from archive.visibility import Visibility
from index.engine import Entry


def section(
    number: int | None,
    title: str,
    text: str,
    *,
    ordinal: int | None = None,
    unions: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    outcome: Outcome | None = None,
    exchanges: tuple[Exchange, ...] = (),
    page_starts: tuple[PageStart, ...] = (),
) -> Section:
    return Section(
        ordinal=ordinal or number or 1,
        number=number,
        title=title,
        text=text,
        unions=unions,
        topics=topics,
        exchanges=exchanges,
        samverkan=() if outcome is None else (SamverkanMatter("MBL § 11", None, outcome),),
        pages=tuple(start.page for start in page_starts),
        page_starts=page_starts,
    )


def entry(
    forvaltning: str | None,
    date: str | None,
    *sections: Section,
    visibility: Visibility = Visibility.PUBLIC,
    title: str = "Protokoll från förvaltningsgruppen",
) -> Entry:
    return Entry(
        Protocol(
            id=f"{forvaltning or 'okand'}/{date or 'odaterat'}",
            title=title,
            date=MeetingDate(dt.date.fromisoformat(date), Basis.STATED) if date else MeetingDate(),
            forvaltning=ForvaltningRef(forvaltning, forvaltning and forvaltning.title()),
            sections=sections,
            source=Source(f"{forvaltning or 'okand'}-{date or 'odaterat'}.pdf"),
        ),
        visibility,
    )


LARM = (
    "Vision undrar när de nya larmen kommer till Åsgården.\n\n"
    "Arbetsgivaren svarar att upphandlingen är klar och att larmen delas ut i mars.\n\n"
    "Kommunal frågar om väktare under helgerna.\n\n"
    "Arbetsgivaren återkommer."
)

BROMMA = entry(
    "bromma",
    "2025-03-12",
    section(1, "Val av justerare", "Till justerare utses Kim Ek.", topics=("formalia",)),
    section(
        8,
        "Sjukfrånvaron",
        "Sjukfrånvaron var 6,12 % i februari. Långtidsfrånvaron minskar enligt HÄ 2030/118.",
        topics=("sjukfranvaro",),
        outcome=Outcome.INFORMED,
        page_starts=(PageStart(0, 3),),
    ),
    section(
        9,
        "Hot och våld",
        LARM,
        unions=("vision", "kommunal"),
        topics=("hot-och-vald", "arbetsmiljo"),
        page_starts=(PageStart(0, 3), PageStart(LARM.index("Kommunal"), 4)),
        exchanges=(
            exchange(
                LARM,
                "vision",
                "Vision undrar när de nya larmen kommer till Åsgården.",
                "Arbetsgivaren svarar att upphandlingen är klar och att larmen delas ut i mars.",
            ),
            exchange(
                LARM,
                "kommunal",
                "Kommunal frågar om väktare under helgerna.",
                "Arbetsgivaren återkommer.",
                answered=False,
            ),
        ),
    ),
    section(
        10,
        "Lokaler",
        "MBL-förhandlingen enligt § 11 i MBL om lokalen på Tallvägen avslutades i enighet. "
        "Skyddsombuden deltog på mötet kl. 13.00–15.30. Våld förekom inte, inte heller hot.",
        topics=("lokaler",),
        outcome=Outcome.AGREED,
    ),
)
FARSTA = entry(
    "farsta",
    "2024-11-05",
    section(
        4,
        "Budget",
        "Budgeten för 2025 enligt SOU 2025:61 gicks igenom. Ett skyddsombud frågade om lokaler.",
        topics=("budget",),
        outcome=Outcome.DISAGREED,
    ),
    section(5, "Ärenden", "Protokollet från förra mötet lades till handlingarna. Ärendet utgår."),
)
UNDATED = entry(None, None, section(None, "Övrigt", "Möten under hösten. Budget saknas."))
INTERNAL = entry(
    "bromma",
    "2025-04-02",
    section(3, "Kvarnholmen", "Omplaceringen av Kvarnholmens larm diskuterades i mars."),
    visibility=Visibility.INTERNAL,
)
HELD = entry(
    "farsta",
    "2023-01-10",
    section(2, "Granatäpplen", "Vilande uppgift om granatäpplen."),
    visibility=Visibility.HELD,
)
ALL = (BROMMA, FARSTA, UNDATED, INTERNAL, HELD)
