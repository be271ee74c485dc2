"""The one table that turns codes and errors into Swedish, for JSON, command line and site."""

import enum
import typing as t

from archive import errors
from archive.errors import Fault, SetAside


class RemarkCode(enum.StrEnum):
    """What a parser can leave for the reader to check."""

    DATE_UNKNOWN = "date-unknown"
    DATE_INFERRED = "date-inferred"
    DATE_IMPOSSIBLE = "date-impossible"
    FORVALTNING_UNKNOWN = "forvaltning-unknown"
    FORVALTNING_INFERRED = "forvaltning-inferred"
    ATTENDANCE_MISSING = "attendance-missing"
    ATTENDEE_UNCLEAR = "attendee-unclear"
    NO_SECTIONS = "no-sections"
    SECTION_GAP = "section-gap"
    SECTION_REPEATED = "section-repeated"
    SECTIONS_UNNUMBERED = "sections-unnumbered"
    UNPLACED_TEXT = "unplaced-text"
    NOT_A_PROTOCOL = "not-a-protocol"
    TEXT_DAMAGED = "text-damaged"
    MACHINE_READ = "machine-read"
    PAGE_WITHOUT_TEXT = "page-without-text"
    IDENTITY_NUMBER = "identity-number"
    PRIVATE_PHONE = "private-phone"
    PRIVATE_EMAIL = "private-email"


REMARKS: t.Final[dict[RemarkCode, str]] = {
    RemarkCode.DATE_UNKNOWN: "Mötets datum framgår inte av protokollet.",
    RemarkCode.DATE_INFERRED: "Mötets datum står inte i protokollet utan är beräknat.",
    RemarkCode.DATE_IMPOSSIBLE: "Ett datum i protokollet finns inte i kalendern: {text}.",
    RemarkCode.FORVALTNING_UNKNOWN: "Det framgår inte vilken förvaltning protokollet gäller.",
    RemarkCode.FORVALTNING_INFERRED: "Förvaltningen står inte i protokollet utan är beräknad.",
    RemarkCode.ATTENDANCE_MISSING: "Ingen närvarolista hittades.",
    RemarkCode.ATTENDEE_UNCLEAR: "En rad i närvarolistan kunde inte tolkas: {text}",
    RemarkCode.NO_SECTIONS: "Inga paragrafer hittades; hela texten ligger i ett stycke.",
    RemarkCode.SECTION_GAP: "Numreringen av paragrafer hoppar: {text}",
    RemarkCode.SECTION_REPEATED: "Ett paragrafnummer förekommer mer än en gång: {text}",
    RemarkCode.SECTIONS_UNNUMBERED: "Protokollets ärenden är inte numrerade.",
    RemarkCode.UNPLACED_TEXT: "Text som inte kunde placeras: {text}",
    RemarkCode.NOT_A_PROTOCOL: "Filen ser inte ut att vara ett protokoll.",
    RemarkCode.TEXT_DAMAGED: "Filens text är skadad på sina ställen: {text}",
    RemarkCode.MACHINE_READ: "Texten är läst ur en bild av maskin och kan ha fel: {text}.",
    RemarkCode.PAGE_WITHOUT_TEXT: "Sidor som är bilder kunde inte läsas: {text}.",
    # Where it stands, never what it is: the remark is shown to more people than the text is.
    RemarkCode.IDENTITY_NUMBER: "Personnummer i {text}.",
    RemarkCode.PRIVATE_PHONE: "Privat telefonnummer i {text}.",
    RemarkCode.PRIVATE_EMAIL: "Privat e-postadress i {text}.",
}

# A protocol with one of these waits for a person before anyone else may see it.
PERSONAL_DATA: t.Final = frozenset(
    (RemarkCode.IDENTITY_NUMBER, RemarkCode.PRIVATE_PHONE, RemarkCode.PRIVATE_EMAIL)
)

HOW_TO_RELEASE: t.Final = (
    "Vilande protokoll syns bara här. När någon har granskat ett släpps det med"
    " ”protokollarkiv ratta ID --synlighet publik” (eller intern)."
)

SET_ASIDE: t.Final[dict[SetAside, str]] = {
    SetAside.EMPTY: "filen är tom",
    SetAside.BROKEN: "filen är skadad eller ofullständig och går inte att läsa",
    SetAside.ENCRYPTED: "filen är låst med lösenord; spara den utan lösenord och importera igen",
    SetAside.WRONG_TYPE: "innehållet är inte det som filnamnet säger",
    SetAside.UNSUPPORTED: (
        "filtypen stöds inte; spara om filen som PDF eller Word (.docx). Även OpenDocument (.odt),"
        " RTF, HTML, text och ZIP går att importera"
    ),
    SetAside.NO_TEXT: (
        "saknar text (troligen inskannad), behöver OCR: installera paketen tesseract-ocr och"
        " tesseract-ocr-swe och importera igen"
    ),
    SetAside.NOTHING_READ: "sidorna är bilder, och ingen text gick att läsa på dem",
    SetAside.TOO_LARGE: "filen är större än den tillåtna storleken",
    SetAside.TOO_MANY_PAGES: "filen har fler sidor än tillåtet",
    SetAside.TOO_SLOW: "läsningen tog längre tid än tillåtet och avbröts",
    SetAside.TOO_MUCH_MEMORY: "läsningen krävde mer minne än tillåtet och avbröts",
    SetAside.READER_DIED: "läsningen avbröts oväntat; filen kan vara skadad",
    SetAside.NOTHING_INSIDE: "arkivet innehåller ingen fil som kan vara ett protokoll",
    SetAside.NESTED: "ett ZIP-arkiv inuti ett ZIP-arkiv läses inte; packa upp det först",
    SetAside.UNSAFE_NAME: "posten pekar utanför arkivet och lästes inte",
    SetAside.UNREACHABLE: "filen finns inte eller får inte läsas",
    SetAside.FAULT: "ett fel i programmet hindrade läsningen; det är antecknat i loggen",
    SetAside.NOT_A_PROTOCOL: "inget protokoll; --aven-andra vid importen behåller filen ändå",
}

# Of the whole file, or of the key in it that is named before.
FAULTS: t.Final[dict[Fault, str]] = {
    Fault.UNREADABLE: "går inte att läsa som text i UTF-8",
    Fault.NOT_TOML: "är inte skriven som TOML ska skrivas: ”{detail}”",
    Fault.UNKNOWN_KEY: "är inget namn som används här",
    Fault.WRONG_VALUE: "har ett värde av fel slag, eller utanför det tillåtna",
    Fault.BAD_ID: "är inget id: det skrivs med a–z, siffror och bindestreck",
    Fault.UNKNOWN_PREDECESSOR: "nämner {detail}, som inte finns i filen",
    Fault.CIRCLE: "nämner {detail}, som leder tillbaka hit",
}


def remark_sentence(code: RemarkCode, text: str | None) -> str:
    """The Swedish sentence for a parser's remark."""
    return REMARKS[code].format(text=text or "")


def set_aside_sentence(reason: SetAside) -> str:
    """Why a file was set aside, as the second half of "fil.pdf: …"."""
    return SET_ASIDE[reason]


def error_sentence(err: errors.ArchiveError) -> str:
    """What a person is told, with a way forward. Details stay in the log."""
    match err:
        case errors.SettingsError():
            what = f"Filen {err.file}" if err.key is None else f"{err.key} i {err.file}"
            return f"{what} {FAULTS[err.fault].format(detail=err.detail)}."
        case errors.UnreadableFile():
            return f"{err.filename}: {set_aside_sentence(err.reason)}"
        case errors.UnknownProtocol():
            return f"Det finns inget protokoll {err.protocol_id}."
        case errors.NoArchive():
            return (
                f"Det finns inget arkiv i {err.folder}. Läs in protokoll med ”protokollarkiv"
                " import”, eller välj en annan mapp med --data."
            )
        case errors.CatalogueError():
            return (
                "Katalogen går inte att läsa eller skriva. Är disken full, datamappen skrivskyddad"
                " eller en annan körning i gång? Är filen skadad behövs en säkerhetskopia."
            )
        case errors.UnknownForvaltning():
            return f"Det finns ingen förvaltning {err.forvaltning} i registret."
        case errors.IndexUnavailable():
            return (
                "Sökregistret går inte att läsa eller skriva. Är disken full, datamappen"
                " skrivskyddad eller en annan körning i gång? Kör annars ”protokollarkiv reindex”."
            )
        case errors.CannotDraw():
            return "Sidan går inte att visa som bild. Öppna originalet i stället."
        case errors.CannotRead():
            return "Sidan är en bild som inte gick att läsa av maskin. Öppna originalet i stället."
        case errors.MissingExtra():
            return f"Ett tillägg saknas. Installera det med: pip install '.[{err.extra}]'"
        case _:
            return "Ett fel inträffade. Se loggen."
