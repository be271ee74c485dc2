"""What can stand in an address of the API, told as OpenAPI tells it.

It is what `index.read_request` reads, with the same bounds. In a search nothing is refused: what
lies outside is left out of it, and named in a note, as is a name that means nothing there.
"""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.model import Outcome
from archive.registry import Registries
from index import LAST_PAGE, LONGEST_TEXT, MOST_VALUES, PARTIAL_DATE, Kind, Order

Schema: t.TypeAlias = dict[str, t.Any]

MOST_NOTES: t.Final = 5
LONGEST_NAME: t.Final = 40


@dc.dataclass(frozen=True, slots=True)
class Parameter:
    """One name, what it does, and which values do something."""

    name: str
    does: str  # Swedish
    schema: c.Callable[[Registries], Schema]
    place: t.Literal["query", "path", "header"] = "query"

    def told(self, registries: Registries) -> Schema:
        """The parameter in an OpenAPI document."""
        return {
            "name": self.name,
            "in": self.place,
            "required": self.place == "path",
            "description": self.does,
            "schema": self.schema(registries),
        }


def _always(**schema: t.Any) -> c.Callable[[Registries], Schema]:
    return lambda _: dict(schema)


def _one_of(*values: str) -> c.Callable[[Registries], Schema]:
    return _always(type="string", enum=list(values))


def _several(one: c.Callable[[Registries], Schema]) -> c.Callable[[Registries], Schema]:
    return lambda known: {"type": "array", "items": one(known), "maxItems": MOST_VALUES}


def _matching(pattern: str, **more: t.Any) -> c.Callable[[Registries], Schema]:
    return _always(type="string", pattern=f"^{pattern}$", **more)


def _text(longest: int) -> c.Callable[[Registries], Schema]:
    return _always(type="string", maxLength=longest)


_DAY: t.Final = _matching(PARTIAL_DATE.pattern, examples=["2025", "2025-03", "2025-03-14"])

TEXT = Parameter("q", "Det som söks, skrivet som i sökrutan.", _text(LONGEST_TEXT))
KIND = Parameter("typ", "Vad en träff är. Utan: paragraf.", _one_of(*Kind))
FORVALTNING = Parameter(
    "forvaltning",
    "Förvaltningens id. Får upprepas.",
    _several(lambda known: {"type": "string", "enum": sorted(known.forvaltningar)}),
)
UNION = Parameter(
    "fack",
    "Fackförbundets id: nämns i paragrafen, eller ställde frågan. Får upprepas.",
    _several(lambda known: {"type": "string", "enum": sorted(known.unions)}),
)
TOPIC = Parameter(
    "amne",
    "Ämnets id. Får upprepas.",
    _several(lambda known: {"type": "string", "enum": sorted(known.topics)}),
)
OUTCOME = Parameter("utfall", "Hur samverkan slutade. Får upprepas.", _several(_one_of(*Outcome)))
PERIOD = Parameter(
    "ar",
    "År eller år-månad. Får upprepas.",
    _several(_matching("[0-9]{4}(-[0-9]{2})?", examples=["2025", "2025-03"])),
)
ANSWERED = Parameter("besvarad", "Om frågan har fått svar.", _one_of("ja", "nej"))
EARLIEST = Parameter("fran", "Från och med: år, år-månad eller år-månad-dag.", _DAY)
LATEST = Parameter("till", "Till och med: år, år-månad eller år-månad-dag.", _DAY)
PREDECESSORS = Parameter(
    "foregangare",
    "nej: utan det som har gått upp i en vald förvaltning eller ett valt förbund.",
    _one_of("ja", "nej"),
)
LITERAL = Parameter(
    "ordagrant", "ja: bara det som skrevs, inget lösare prövas.", _one_of("ja", "nej")
)
GATHERED = Parameter(
    "grupp", "protokoll: paragrafer samlade under sina protokoll.", _one_of("protokoll")
)
ORDER = Parameter(
    "sort", "Ordningen. Utan: relevans där något söks, annars nyast.", _one_of(*Order)
)
BY_DAY = Parameter(
    "sort", "Ordningen. Utan: nyast.", _one_of(Order.NEWEST.value, Order.OLDEST.value)
)
PAGE = Parameter(
    "sida",
    "Sidan av svaret, från 1.",
    _always(type="integer", minimum=1, maximum=LAST_PAGE),
)

CHOICES: t.Final = (FORVALTNING, UNION, TOPIC, OUTCOME, PERIOD, ANSWERED, EARLIEST, LATEST)
SEARCH: t.Final = (TEXT, KIND, *CHOICES, PREDECESSORS, LITERAL, GATHERED, ORDER, PAGE)
QUESTIONS: t.Final = (TEXT, *CHOICES, PREDECESSORS, LITERAL, ORDER, PAGE)
PROTOCOLS: t.Final = (FORVALTNING, PERIOD, EARLIEST, LATEST, PREDECESSORS, BY_DAY, PAGE)
TYPED: t.Final = (Parameter("q", "Det som har skrivits hittills.", _text(LONGEST_TEXT)),)

FORVALTNING_OF: t.Final = Parameter(
    "forvaltning",
    "Förvaltningens id, eller okand.",
    _matching("[a-z0-9]+(-[a-z0-9]+)*", examples=["farsta"]),
    "path",
)
MEETING: t.Final = Parameter(
    "mote",
    "Mötets dag, eller odaterat; av flera med samma dag följt av -2, -3 …",
    _matching("([0-9]{4}-[0-9]{2}-[0-9]{2}|odaterat)(-[0-9]+)?", examples=["2025-01-14"]),
    "path",
)
ANCHOR: t.Final = Parameter(
    "ankare",
    "p och paragrafens nummer; där nummer saknas eller upprepas o och platsen.",
    _matching("[op][0-9]+", examples=["p9", "o3"]),
    "path",
)
CASE: t.Final = Parameter(
    "arende",
    "Diarienumret som det står i en adress: HÄ 2024/773 är ha-2024-773.",
    _matching("[a-z0-9]+(-[a-z0-9]+)*", examples=["ha-2024-773"]),
    "path",
)

# Every answer has a version, so this goes with every question.
VERSION: t.Final = Parameter(
    "If-None-Match", "Den ETag som svaret hade sist.", _always(type="string"), "header"
)


def usable(
    known: c.Collection[Parameter], pairs: c.Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Of what stands in an address, that whose names mean something here."""
    names = {parameter.name for parameter in known}
    return [(name, value) for name, value in pairs if name in names]


def unknown(known: c.Collection[Parameter], names: c.Iterable[str]) -> tuple[str, ...]:
    """A note for each name in an address that means nothing here: most often it is misspelt."""
    strangers = [name for name in names if name not in {it.name for it in known}]
    return tuple(
        f"”{_shown(name)}” är ingen parameter här och användes inte."
        for name in list(dict.fromkeys(strangers))[:MOST_NOTES]
    )


def _shown(name: str) -> str:
    visible = "".join(char if char.isprintable() else " " for char in name)
    return visible if len(visible) <= LONGEST_NAME else f"{visible[:LONGEST_NAME]}…"
