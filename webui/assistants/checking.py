"""What an assistant asks for, read; and what it is told, in English, where that cannot be done."""

import collections.abc as c
import dataclasses as dc
import difflib
import re
import typing as t
import urllib.parse

from archive.errors import ArchiveError
from archive.model import Protocol
from archive.registry import Registries
from archive.visibility import Audience
from index import Kind, Request, read_request, write_request
from webui.assistants.asked import ForHits

MOST_ANCHORS: t.Final = 40  # told of, where another was asked for
LONGEST_SHOWN: t.Final = 60  # characters of what was asked

HINTS: t.Final = {
    "forvaltning": "list_values gives the ids there are.",
    "fack": "list_values gives the ids there are.",
    "amne": "list_values gives the ids there are.",
    "ar": "Write a year (2025) or a month (2025-03).",
    "fran": "Write a day there is as YYYY, YYYY-MM or YYYY-MM-DD.",
    "till": "Write a day there is as YYYY, YYYY-MM or YYYY-MM-DD.",
}

# "p6"   "#p6"   "o3"   "f2"   "§ 6"   "6"   "6 §"
PLACE: t.Final = re.compile(r"\s*#?(?:([pof])\s*|§\s*)?(\d{1,6})\s*§?\s*", re.IGNORECASE)


class CannotAnswer(ArchiveError):
    """What was asked cannot be answered; the message tells an assistant, in English, what to do."""


def read_hits(
    asked: ForHits, kind: Kind, audience: Audience, registries: Registries
) -> tuple[Request, tuple[str, ...]]:
    """The search that is asked for, with notes in Swedish.

    Raises CannotAnswer where a parameter cannot be used: without it, more would be found than was
    asked for.
    """
    pairs = [("typ", kind.value), *_pairs(asked)]
    for name, value in pairs:
        alone = read_request([(name, value)], audience, registries).request
        if name in HINTS and name not in dict(write_request(alone)):
            raise CannotAnswer(_refusal(name, value, registries))
    read, notes = read_request(pairs, audience, registries)
    return dc.replace(read, limit=asked.limit, offset=(asked.sida - 1) * asked.limit), notes


def protocol_id(given: str) -> str:
    """The id in what was given, which may be a whole address."""
    path = re.split("[?#]", given.strip(), maxsplit=1)[0]
    return urllib.parse.unquote(path.rpartition("/protokoll/")[2]).strip("/")


def place(given: str, protocol: Protocol) -> str:
    """The name of the place that is meant: "p6" for "§ 6". Raises CannotAnswer."""
    match = PLACE.fullmatch(given)
    if match is None:
        raise no_place(given, protocol)
    return f"{(match[1] or 'p').lower()}{int(match[2])}"


def no_place(given: str, protocol: Protocol) -> CannotAnswer:
    """That a protocol has no such place, and which it has."""
    there = [protocol.anchor(section) for section in protocol.sections]
    more = " …" if len(there) > MOST_ANCHORS else ""
    return CannotAnswer(
        f"{protocol.id} has no section {shown(given)}. It has: {', '.join(there[:MOST_ANCHORS])}"
        f"{more}. get_protocol gives their titles."
    )


def no_protocol(given: str) -> CannotAnswer:
    """That there is no such protocol to be read."""
    return CannotAnswer(
        f"There is no protocol {shown(given)} to be read here. Ids look like farsta/2025-01-14:"
        " take one from an answer of search or list_questions."
    )


def shown(given: str) -> str:
    """What was asked, in quotation marks, on one line and no longer than can be read."""
    visible = "".join(char if char.isprintable() else "�" for char in given[:LONGEST_SHOWN])
    return f"'{visible}{'…' if len(given) > LONGEST_SHOWN else ''}'"


def _pairs(asked: ForHits) -> c.Iterator[tuple[str, str]]:
    """The parameters as they stand in an address."""
    for name in asked.__struct_fields__:
        value = getattr(asked, name)
        if name not in {"typ", "sida", "limit"} and value not in {None, ""}:
            every = value if isinstance(value, tuple) else (value,)
            yield from ((name, str(one)) for one in every)


def _refusal(name: str, value: str, registries: Registries) -> str:
    known: c.Mapping[str, t.Any] = {
        "forvaltning": registries.forvaltningar,
        "fack": registries.unions,
        "amne": registries.topics,
    }.get(name, {})
    names = {entry.name.casefold(): id_ for id_, entry in known.items()} | {
        id_: id_ for id_ in known
    }
    near = difflib.get_close_matches(value.casefold()[:LONGEST_SHOWN], names, n=1)
    meant = f" Did you mean '{names[near[0]]}'?" if near else ""
    return f"{name}={shown(value)} cannot be used.{meant} {HINTS[name]}"
