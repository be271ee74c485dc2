"""How often one address may ask: so many times in so many seconds, then it waits.

The seconds begin with its first question, and when they are over it begins anew. What is left
stands in every answer, as the IETF's draft on RateLimit headers has it:

    RateLimit-Policy: "api";q=120;w=60
    RateLimit: "api";r=118;t=42

Each process counts for itself and forgets when it ends: this keeps a careless script from taking
the site from its readers, and is no wall against those who mean harm.
"""

import dataclasses as dc
import ipaddress
import math
import threading
import time
import typing as t

import cachetools
import flask
import werkzeug.exceptions

from archive import export
from webui.problems import for_programs
from webui.site import EXTENSION as SITE

SECONDS: t.Final = {"sekund": 1, "minut": 60, "timme": 3600, "dygn": 86_400}

# What is taken along from outside the API is counted with it.
TAKEN_ALONG: t.Final = frozenset(
    (
        *("/sok.csv", "/sok.json", "/sok.txt", "/sok.atom"),
        *(f"/{export.LINES}", f"/{export.MANIFEST}"),
    )
)

# Proposals are asked for while somebody types, and all of an office may share one address.
WHILE_TYPING: t.Final = "/api/v1/forslag"
TYPING_FACTOR: t.Final = 10

MOST_ADDRESSES: t.Final = 20_000  # remembered at a time; those not heard of for longest go first

EXTENSION: t.Final = "protokollarkivet.limits"


@dc.dataclass(frozen=True, slots=True)
class Limit:
    """So many questions in so many seconds."""

    name: str
    most: int
    seconds: int

    @classmethod
    def read(cls, name: str, written: str, factor: int = 1) -> "Limit | None":
        """ "120/minut"; None where nothing is written."""
        most, _, of = written.partition("/")
        return cls(name, int(most) * factor, SECONDS[of]) if written else None


@dc.dataclass(frozen=True, slots=True)
class Left:
    """How it stands with one address."""

    limit: Limit
    allowed: bool
    left: int
    seconds: int  # until it begins anew, from 1

    @property
    def headers(self) -> dict[str, str]:
        """What the answer says of it."""
        name = self.limit.name
        told = {
            "RateLimit-Policy": f'"{name}";q={self.limit.most};w={self.limit.seconds}',
            "RateLimit": f'"{name}";r={self.left};t={self.seconds}',
        }
        return told if self.allowed else told | {"Retry-After": str(self.seconds)}


class Counter:
    """Counts what each address asks; safe to share between threads."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        # By address: when its seconds are over, and how often it has asked in them.
        self._asked: cachetools.LRUCache[str, tuple[float, int]] = cachetools.LRUCache(
            MOST_ADDRESSES
        )

    def ask(self, address: str, now: float) -> Left:
        """Count one question, by the monotonic clock."""
        limit = self._limit
        with self._lock:
            over, asked = self._asked.get(address, (0.0, 0))
            if now >= over:
                over, asked = now + limit.seconds, 0
            allowed = asked < limit.most
            self._asked[address] = (over, asked + allowed)
        left = limit.most - asked - allowed
        return Left(limit, allowed, left, math.ceil(over - now))


def prepare(state: flask.blueprints.BlueprintSetupState) -> None:
    """Count what is asked of this site as its settings say."""
    written = state.app.extensions[SITE].settings.api_granser
    limits = (Limit.read("api", written), Limit.read("forslag", written, TYPING_FACTOR))
    state.app.extensions[EXTENSION] = {limit.name: Counter(limit) for limit in limits if limit}


def count_question() -> None:
    """Count the current request where it is one that is limited; raises TooManyRequests."""
    counter = flask.current_app.extensions[EXTENSION].get(_limited(flask.request.path))
    if counter is None:
        return
    flask.g.left = left = counter.ask(one_asker(flask.request.remote_addr), time.monotonic())
    if not left.allowed:
        raise werkzeug.exceptions.TooManyRequests


def tell_what_is_left(response: flask.Response) -> flask.Response:
    """Say on the answer how it stands with the asker."""
    left: Left | None = flask.g.get("left")
    if left is not None:
        response.headers.update(left.headers)
    return response


def one_asker(address: str | None) -> str:
    """Who counts as one: an address, and of the newer sort the network a household has."""
    try:
        known = ipaddress.ip_address(address or "")
    except ValueError:
        return (address or "")[:100]
    if isinstance(known, ipaddress.IPv6Address):
        return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))
    return str(known)


def _limited(path: str) -> str | None:
    """The limit that what is at a path counts against."""
    if path == WHILE_TYPING:
        return "forslag"
    return "api" if for_programs(path) or path in TAKEN_ALONG else None
