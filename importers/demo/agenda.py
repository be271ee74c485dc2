"""The order of business: what stands on the agenda, under which headings."""

import dataclasses as dc
import enum
import typing as t

from importers.demo.styles import Agenda


class Kind(enum.Enum):
    """What sort of item it is, and so how it is written."""

    OPENING = enum.auto()
    AGENDA = enum.auto()
    JUSTERARE = enum.auto()
    PREVIOUS = enum.auto()
    OPEN_QUESTIONS = enum.auto()
    AREA = enum.auto()  # one or two matters of an area, under its heading
    MATTER = enum.auto()  # a matter under its own heading
    SAMVERKAN = enum.auto()  # a matter that is negotiated or informed on, under its own heading
    QUESTIONS = enum.auto()
    UNION_NEWS = enum.auto()
    BOARD = enum.auto()
    OTHER = enum.auto()
    NEXT = enum.auto()
    CLOSING = enum.auto()


@dc.dataclass(frozen=True, slots=True)
class Item:
    """One item: its headings to choose from, and the areas it takes its matters from."""

    kind: Kind
    titles: tuple[str, ...] = ()
    long_title: str = ""  # needs two lines
    areas: tuple[str, ...] = ()
    chance: float = 1.0


OPENING: t.Final = Item(Kind.OPENING, ("Mötets öppnande", "Mötet öppnas", "Öppnande"))
APPROVAL: t.Final = Item(
    Kind.AGENDA, ("Godkännande av dagordning", "Fastställande av dagordningen", "Dagordning")
)
JUSTERARE: t.Final = Item(
    Kind.JUSTERARE,
    ("Val av justerare", "Val av justerare och sekreterare"),
    "Val av justerare samt fastställande av tid och plats för justeringen av dagens protokoll "
    "och dess publicering",
)
PREVIOUS: t.Final = Item(
    Kind.PREVIOUS, ("Föregående protokoll", "Genomgång av föregående protokoll")
)
OPEN_QUESTIONS: t.Final = Item(
    Kind.OPEN_QUESTIONS,
    ("Balanslista", "Uppföljning av tidigare frågor"),
    "Kvarvarande frågor från föregående möte samt uppföljning av de frågor som står på "
    "balanslistan",
)
SAFETY: t.Final = Item(
    Kind.AREA,
    ("Arbetsmiljö", "Skyddskommitté", "Arbetsmiljö och skyddsfrågor"),
    "Skyddskommitté: systematiskt arbetsmiljöarbete, tillbud, arbetsskador och övriga frågor som "
    "rör arbetsmiljön",
    ("arbetsmiljo",),
)
STAFF: t.Final = Item(Kind.AREA, ("Personalfrågor", "Personal"), areas=("personal",))
MONEY: t.Final = Item(
    Kind.AREA, ("Ekonomi", "Budget och uppföljning", "Verksamhet och budget"), areas=("ekonomi",)
)
PREMISES: t.Final = Item(Kind.AREA, ("Lokaler", "Lokalfrågor"), areas=("lokaler",), chance=0.8)
SYSTEMS: t.Final = Item(
    Kind.AREA, ("Digitalisering och IT", "IT-frågor"), areas=("it",), chance=0.7
)
WORK: t.Final = Item(
    Kind.AREA,
    ("Information från verksamheten", "Aktuellt i verksamheten"),
    "Övergripande information från arbetsgivaren om aktuella frågor i förvaltningens olika "
    "verksamheter",
    ("verksamhet", "it", "lokaler", "ekonomi"),
)
SKILLS: t.Final = Item(
    Kind.AREA, ("Kompetensutveckling", "Kompetensförsörjning"), areas=("kompetens",), chance=0.8
)
EQUALITY: t.Final = Item(
    Kind.AREA, ("Lika rättigheter och möjligheter",), areas=("likaratt",), chance=0.7
)
ENVIRONMENT: t.Final = Item(Kind.AREA, ("Miljöfrågor", "Miljö"), areas=("miljo",), chance=0.6)
MATTER: t.Final = Item(
    Kind.MATTER,
    areas=("arbetsmiljo", "personal", "ekonomi", "lokaler", "it", "verksamhet", "kompetens"),
)
SMALL_MATTER: t.Final = Item(
    Kind.MATTER, areas=("personal", "likaratt", "miljo", "verksamhet"), chance=0.6
)
SAMVERKAN: t.Final = Item(Kind.SAMVERKAN, chance=0.75)
QUESTIONS: t.Final = Item(
    Kind.QUESTIONS,
    ("Anmälda frågor", "Föranmälda frågor", "Frågor från de fackliga organisationerna"),
)
UNION_NEWS: t.Final = Item(
    Kind.UNION_NEWS,
    ("Facklig information", "Information från de fackliga organisationerna"),
)
BOARD: t.Final = Item(
    Kind.BOARD,
    ("Nämndärenden", "Ärenden till nämnden", "Ärenden inför nämndens sammanträde"),
    "Genomgång av ärenden inför nämndens kommande sammanträde för samverkan respektive information",
)
OTHER: t.Final = Item(Kind.OTHER, ("Övriga frågor", "Övrigt"))
NEXT: t.Final = Item(Kind.NEXT, ("Nästa möte", "Kommande möten"))
CLOSING: t.Final = Item(Kind.CLOSING, ("Mötet avslutas", "Mötets avslutande", "Avslutning"))

AGENDAS: t.Final[dict[Agenda, tuple[Item, ...]]] = {
    Agenda.GROUPED: (
        *(OPENING, APPROVAL, JUSTERARE, PREVIOUS, OPEN_QUESTIONS, SAFETY, WORK, SAMVERKAN),
        *(UNION_NEWS, BOARD, STAFF, SKILLS, QUESTIONS, OTHER, CLOSING),
    ),
    Agenda.OWN_TITLES: (
        *(APPROVAL, PREVIOUS, OPEN_QUESTIONS, MATTER, MATTER, SAMVERKAN, MATTER, MATTER),
        *(SMALL_MATTER, QUESTIONS, UNION_NEWS, BOARD, OTHER, NEXT),
    ),
    Agenda.BY_AREA: (
        *(APPROVAL, JUSTERARE, PREVIOUS, OPEN_QUESTIONS, UNION_NEWS, QUESTIONS, SAFETY, STAFF),
        *(MONEY, SAMVERKAN, PREMISES, SYSTEMS, SKILLS, EQUALITY, ENVIRONMENT, BOARD, OTHER, NEXT),
    ),
}
