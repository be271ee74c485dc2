"""Every route of the site, asked in every way: for tests of what must not be told anywhere."""

import collections.abc as c
import itertools
import typing as t
import urllib.parse

import flask

# What stands in the addresses of routes, but for the protocol's own; a route that needs something
# else has to be told of here before any walk goes through.
GIVEN: t.Final = {
    "number": [1],
    "filename": ["style.css"],
    "union_id": ["kommunal"],
    "topic_id": ["arbetsmiljo"],
    "ending": ["csv", "json", "txt"],
    "part": ["1"],
    "name": ["fack"],
}
# Beside what is sought for: kinds, forms and choices that lead through other code.
WAYS: t.Final = (
    {},
    {"typ": "fraga"},
    {"typ": "protokoll"},
    {"grupp": "protokoll"},
    {"sort": "nyast", "ordagrant": "ja"},
    {"efter": "inlagd"},
    {"fack": "kommunal", "ar": "2023"},
    {"visa": "alla", "ordna": "obesvarade"},
    {"senare": "ja", "fran": "2022", "till": "2024"},
)


def addresses(
    site: flask.Flask, own: c.Mapping[str, c.Sequence[str]], sought: c.Sequence[str]
) -> c.Iterator[str]:
    """Every route with `own` in its address, asked for each of the texts in each way."""
    given = {**GIVEN, **own}
    with site.test_request_context():
        for rule in site.url_map.iter_rules():
            choices = [[(name, value) for value in given[name]] for name in sorted(rule.arguments)]
            paths = [
                flask.url_for(rule.endpoint, **dict(values))
                for values in itertools.product(*choices)
            ]
            queries = [{"q": text} if text else {} for text in sought]
            for path in paths:
                yield from (f"{path}?{urllib.parse.urlencode(query)}" for query in queries)
                ways = ({"q": sought[0], **way} for way in WAYS)
                yield from (f"{path}?{urllib.parse.urlencode(way)}" for way in ways)


def own_values(protocol_id: str) -> dict[str, list[str]]:
    """What the routes' parameters may hold for the one protocol that must not be told of."""
    return {
        "protocol_id": [protocol_id],
        "place": ["p1", "f1"],
        "ankare": ["p1"],
        "forvaltning": ["skarpnack"],
        "forvaltning_id": ["skarpnack"],
        "mote": ["2023-05-10"],
        "period": ["2023-05"],
        "slug": ["ska-2023-5"],
        "arende": ["ska-2023-5"],
    }
