"""The OpenAPI document: made of what answers, so that it cannot tell of something else."""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

import msgspec

from archive.model import Protocol
from archive.registry import Registries
from webui.api import forms
from webui.api.answering import MEDIA_TYPE
from webui.api.parameters import VERSION, Parameter
from webui.problems import MEDIA_TYPE as PROBLEM
from webui.problems import TOLD, Problem

Schema: t.TypeAlias = dict[str, t.Any]

PREFIX: t.Final = "/api/v1"
REF: t.Final = "#/components/schemas/{name}"

ABOUT: t.Final = (
    "Allt som går att söka och läsa i arkivet, för program. Bara läsning, utan nyckel."
    " Det som inte är öppet för alla finns inte här."
)

# What any request may be answered besides.
ALWAYS: t.Final = (400, 413, 429, 503)

HEADERS: t.Final[dict[str, tuple[str, Schema]]] = {
    "ETag": ("Svarets version. Skicka den i If-None-Match.", {"type": "string"}),
    "Link": ("rel=next och rel=prev: sidan efter och före.", {"type": "string"}),
    "Location": ("Den nya adressen.", {"type": "string"}),
    "Retry-After": ("Sekunder att vänta.", {"type": "integer", "minimum": 1}),
    "RateLimit-Policy": ("Gränsen: q anrop på w sekunder.", {"type": "string"}),
    "RateLimit": ("r anrop är kvar. Om t sekunder börjar det om.", {"type": "string"}),
}


@dc.dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be asked for: at which address, with what, and how it is answered."""

    path: str  # "/protokoll/{forvaltning}/{mote}"
    name: str
    view: c.Callable[..., t.Any]
    does: str  # Swedish
    answer: t.Any
    parameters: tuple[Parameter, ...] = ()
    moves: bool = False  # its addresses can lead on to others

    @property
    def rule(self) -> str:
        """The path as Flask has it."""
        return PREFIX + re.sub(r"{(\w+)}", r"<\1>", self.path)

    @property
    def shown(self) -> str:
        """The path as people are shown it."""
        return PREFIX + self.path

    @property
    def by_name(self) -> bool:
        """Whether the address names something that there may not be."""
        return "{" in self.path


@dc.dataclass(frozen=True, slots=True)
class Whole:
    """The answer that is a protocol in its own form, with facts beside."""


def document(
    operations: c.Iterable[Operation], registries: Registries, *, name: str, root: str
) -> Schema:
    """The whole document of one site, which is reached at that root."""
    operations = tuple(operations)
    answers = [it.answer for it in operations if it.answer not in (Whole, dict)]
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{name}: API", "version": "1", "description": ABOUT},
        "externalDocs": {"url": f"{root}/api", "description": "Om API:et, för människor"},
        "servers": [{"url": root + PREFIX}],
        "paths": {it.path: {"get": _told(it, registries)} for it in operations},
        "components": {
            "schemas": _schemas([*answers, Protocol, forms.Facts, Problem]),
            "headers": {
                header: {"description": says, "schema": schema}
                for header, (says, schema) in HEADERS.items()
            },
        },
    }


def _told(operation: Operation, registries: Registries) -> Schema:
    good = {
        "description": "Svaret.",
        "headers": _headers("ETag", *(("Link",) if _has_pages(operation.answer) else ())),
        "content": {MEDIA_TYPE: {"schema": _schema_of(operation.answer)}},
    }
    same = {"description": "Oförändrat sedan den ETag som skickades.", "headers": _headers("ETag")}
    moved = {"description": "Finns på en annan adress.", "headers": _headers("Location")}
    failures = (*ALWAYS, 404) if operation.by_name else ALWAYS
    answers = {"200": good, "304": same}
    answers |= {"308": moved} if operation.moves else {}
    answers |= {str(status): _failure(status) for status in sorted(failures)}
    return {
        "operationId": operation.name,
        "summary": operation.does,
        "parameters": [it.told(registries) for it in (*operation.parameters, VERSION)],
        "responses": answers,
    }


def _failure(status: int) -> Schema:
    waits = ("Retry-After",) if status in (429, 503) else ()
    return {
        "description": TOLD[status].title,
        "headers": _headers(*waits),
        "content": {PROBLEM: {"schema": {"$ref": REF.format(name=Problem.__name__)}}},
    }


def _headers(*own: str) -> Schema:
    every = (*own, "RateLimit-Policy", "RateLimit")
    return {name: {"$ref": f"#/components/headers/{name}"} for name in every}


def _has_pages(answer: t.Any) -> bool:
    return answer in (forms.Found, forms.ProtocolList)


def _schema_of(answer: t.Any) -> Schema:
    if answer is dict:
        return {"type": "object"}
    if answer is Whole:
        parts = (Protocol.__name__, forms.Facts.__name__)
        return {"allOf": [{"$ref": REF.format(name=name)} for name in parts]}
    return {"$ref": REF.format(name=answer.__name__)}


def _schemas(types: c.Sequence[t.Any]) -> dict[str, Schema]:
    """The forms as JSON Schema: every field is sent, always."""
    _, schemas = msgspec.json.schema_components(types, ref_template=REF)
    for schema in schemas.values():
        schema.pop("description", None)  # a docstring, for whoever reads the code
        for field in schema.get("properties", {}).values():
            field.pop("default", None)
        if "properties" in schema:
            schema["required"] = sorted(schema["properties"])
    whole, remark = schemas["Protocol"], schemas["Remark"]
    # As `Protocol.to_dict` has it: what was read from no file names none, and codes are spelt out.
    whole["required"].remove("source")
    remark["properties"]["message"] = {"type": "string"}
    remark["required"].append("message")
    # Beside the protocol's own fields stand the facts, and the other way round.
    schemas["Facts"].pop("additionalProperties", None)
    return schemas
