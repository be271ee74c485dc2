"""Granviks kommun, which does not exist: its förvaltningar, who works there and where they meet.

A person holds a post for some years and is then replaced. Everything follows from the seed, so
that the same question can be asked of the same world in any order.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import functools
import pathlib
import random
import typing as t

from archive import registry
from importers.demo import names

MUNICIPALITY: t.Final = "Granviks kommun"
REGISTER: t.Final = pathlib.Path(__file__).with_name("register")  # the municipality's own

SWEDISH_TEACHERS_MERGED: t.Final = 2023
DIGITAL_SINCE: t.Final = 2020


@dc.dataclass(frozen=True, slots=True)
class Trade:
    """What sort of work a förvaltning does, and so who sits at its table."""

    kind: str  # the word matters use for whom they concern
    managers: tuple[str, ...]
    unions: tuple[str, ...]
    units: tuple[str, ...]  # what its workplaces are called, before their name


TRADES: t.Final[dict[str, Trade]] = {
    "vard-och-omsorgsforvaltningen": Trade(
        "omsorg",
        ("verksamhetschef hemtjänst", "verksamhetschef särskilt boende", "enhetschef bemanning"),
        ("kommunal", "vision", "vardforbundet", "ssr", "fysioterapeuterna", "ledarna"),
        ("hemtjänst", "äldreboendet", "gruppbostaden", "korttidsboendet", "dagverksamheten"),
    ),
    "socialforvaltningen": Trade(
        "social",
        ("avdelningschef barn och unga", "avdelningschef vuxen", "enhetschef myndighet"),
        ("ssr", "vision", "kommunal", "saco"),
        ("familjecentralen", "stödboendet", "öppenvården", "boendestödet", "mötesplatsen"),
    ),
    "barn-och-utbildningsforvaltningen": Trade(
        "skola",
        ("verksamhetschef förskola", "verksamhetschef grundskola", "chef för elevhälsan"),
        ("larare", "lararnas-riksforbund", "kommunal", "vision", "sveriges-skolledare", "ssr"),
        ("förskolan", "grundskolan", "fritidshemmet", "anpassade grundskolan"),
    ),
    "samhallsbyggnadsforvaltningen": Trade(
        "bygg",
        ("stadsbyggnadschef", "gatu- och parkchef", "miljöchef"),
        ("vision", "sveriges-ingenjorer", "naturvetarna", "akavia", "kommunal"),
        ("driftområde", "förrådet", "arbetslaget", "miljöstationen"),
    ),
    "kultur-och-fritidsforvaltningen": Trade(
        "kultur",
        ("kulturchef", "fritidschef", "bibliotekschef"),
        ("vision", "dik", "kommunal", "larare"),
        ("biblioteket", "badhuset", "fritidsgården", "sporthallen", "kulturhuset"),
    ),
    "arbetsmarknadsforvaltningen": Trade(
        "arbete",
        ("enhetschef försörjningsstöd", "rektor vuxenutbildningen", "enhetschef insatser"),
        ("vision", "ssr", "kommunal", "larare"),
        ("lärcentrum", "jobbcentrum", "verkstaden", "lokalkontoret"),
    ),
    "serviceforvaltningen": Trade(
        "service",
        ("kostchef", "fastighetschef", "enhetschef lokalvård"),
        ("kommunal", "vision", "ledarna", "seko"),
        ("köket", "centralköket", "lokalvårdslag", "transportgruppen", "vaktmästeriet"),
    ),
    "kommunledningsforvaltningen": Trade(
        "ledning",
        ("kanslichef", "ekonomidirektör", "kommunikationschef"),
        ("vision", "akavia", "ssr", "saco"),
        ("kontaktcenter", "medborgarkontoret", "arkivdepån", "växeln"),
    ),
}
STAFF: t.Final = ("förvaltningschef, ordförande", "HR-partner", "ekonom", "sekreterare")
# Per union: how many may sit at the table, and as what.
SEATS: t.Final = ("ordförande", "huvudskyddsombud", "ledamot")
BUILDINGS: t.Final = ("kommunhuset", "Rådhuset", "förvaltningshuset", "gamla sparbanken")


@dc.dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the table; `union` None is the employer's side."""

    name: str
    role: str
    union: str | None = None


@functools.cache
def registries() -> registry.Registries:
    """The municipality's own förvaltningar, and the unions of all Sweden."""
    return registry.load_registries(REGISTER)


def seated_unions(trade: Trade, year: int) -> tuple[str, ...]:
    """The unions at the table that year: two teachers' unions became one in 2023."""
    if year >= SWEDISH_TEACHERS_MERGED:
        merged = {"larare": "sveriges-larare"}
        return tuple(merged.get(u, u) for u in trade.unions if u != "lararnas-riksforbund")
    return tuple("lararforbundet" if u == "larare" else u for u in trade.unions)


class World:
    """Who held which post when, for one seed."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._terms: dict[tuple[str, str], list[tuple[dt.date, str]]] = {}
        self._taken: set[str] = set()
        for forvaltning in TRADES:
            self._fill_posts(forvaltning)

    def employer(self, forvaltning: str, day: dt.date) -> tuple[Person, ...]:
        """The employer's side that day, the chair first and the secretary last."""
        chair, *others, secretary = STAFF
        roles = (chair, *TRADES[forvaltning].managers, *others, secretary)
        return tuple(Person(self.holder(forvaltning, role, day), role) for role in roles)

    def union_side(self, forvaltning: str, day: dt.date) -> tuple[Person, ...]:
        """The unions' side that day, union by union."""
        return tuple(
            Person(self.holder(forvaltning, _post(union, role), day), role, union)
            for union, roles in self._seats(forvaltning, day.year)
            for role in roles
        )

    def rooms(self, forvaltning: str, year: int) -> tuple[str, ...]:
        """Where the group meets: in two rooms, and from the pandemic on in Teams too."""
        rng = random.Random(f"{self._seed}/rooms/{forvaltning}")
        building = rng.choice(BUILDINGS)
        rooms = [f"{names.place(rng)}, {building}" for _ in range(2)]
        return (*rooms, "Teams") if year >= DIGITAL_SINCE else tuple(rooms)

    def holder(self, forvaltning: str, post: str, day: dt.date) -> str:
        """Who held that post that day."""
        return next(
            name for start, name in reversed(self._terms[forvaltning, post]) if start <= day
        )

    def _fill_posts(self, forvaltning: str) -> None:
        posts = [*STAFF, *TRADES[forvaltning].managers]
        posts += [
            _post(union, role)
            for year in (2018, SWEDISH_TEACHERS_MERGED)
            for union, roles in self._seats(forvaltning, year)
            for role in roles
        ]
        for post in dict.fromkeys(posts):
            rng = random.Random(f"{self._seed}/post/{forvaltning}/{post}")
            self._terms[forvaltning, post] = list(self._successive(rng))

    def _seats(self, forvaltning: str, year: int) -> c.Iterator[tuple[str, tuple[str, ...]]]:
        for place, union in enumerate(seated_unions(TRADES[forvaltning], year)):
            yield union, SEATS[: max(1, 3 - place)]

    def _successive(self, rng: random.Random) -> c.Iterator[tuple[dt.date, str]]:
        start = dt.date(2017, 1, 1)
        while start.year < 2027:
            name = next(n for n in iter(lambda: names.person(rng), None) if n not in self._taken)
            self._taken.add(name)
            yield start, name
            start += dt.timedelta(days=rng.randint(500, 2400))


def _post(union: str, role: str) -> str:
    return f"{union}/{role}"
