"""What went wrong, as a program is told it: RFC 9457, in Swedish and in English at once.

{"type": "/api#fel-404", "title": "Det finns inte", "status": 404, "detail": "…",
 "title_en": "Not found", "detail_en": "…"}
"""

import typing as t

import flask
import msgspec

MEDIA_TYPE: t.Final = "application/problem+json"
PREFIX: t.Final = "/api/"


class Problem(msgspec.Struct, frozen=True):
    """One failure; `type` is where a person can read more of it."""

    type: str
    title: str
    status: int
    detail: str
    title_en: str
    detail_en: str


class Told(t.NamedTuple):
    """What is said of a status."""

    title: str
    detail: str
    title_en: str
    detail_en: str


TOLD: t.Final[dict[int, Told]] = {
    400: Told(
        "Anropet går inte att läsa",
        "Kontrollera adressen och rubrikerna.",
        "Bad request",
        "Check the address and the headers.",
    ),
    404: Told(
        "Det finns inte",
        "Adressen är felskriven, eller så är det inte öppet för alla. Sök med /api/v1/sok.",
        "Not found",
        "The address is wrong, or what it names is not public. Search with /api/v1/sok.",
    ),
    405: Told(
        "Så går det inte att göra här",
        "API:et går bara att läsa. Använd GET.",
        "Method not allowed",
        "The API is read-only. Use GET.",
    ),
    413: Told(
        "För mycket på en gång",
        "Det som skickades är större än arkivet tar emot. Ett GET-anrop behöver ingen kropp.",
        "Content too large",
        "What was sent is larger than the archive takes. A GET request needs no body.",
    ),
    429: Told(
        "För många anrop",
        "Vänta så många sekunder som Retry-After säger.",
        "Too many requests",
        "Wait as many seconds as Retry-After says.",
    ),
    500: Told(
        "Något gick fel i arkivet",
        "Felet är antecknat. Försök igen om en stund.",
        "Internal server error",
        "The failure has been logged. Try again in a while.",
    ),
    503: Told(
        "Arkivet svarar inte just nu",
        "Vänta så många sekunder som Retry-After säger.",
        "Service unavailable",
        "Wait as many seconds as Retry-After says.",
    ),
}


def for_programs(path: str) -> bool:
    """Whether what is at this path is read by programs, its failures too."""
    return path.startswith(PREFIX)


def response(status: int) -> flask.Response:
    """The answer that tells of a failure."""
    problem = Problem(f"{flask.request.script_root}/api#fel-{status}", *_in_order(status))
    answer = flask.Response(msgspec.json.encode(problem), status)
    answer.content_type = MEDIA_TYPE
    return answer


def _in_order(status: int) -> tuple[str, int, str, str, str]:
    told = TOLD[status]
    return told.title, status, told.detail, told.title_en, told.detail_en
