"""A protocol's id, which stands in its address.

It is given once, when a protocol is first kept: "farsta/2024-03-14", the second on that day
"farsta/2024-03-14-2", "okand/odaterat" where the document says neither. Addresses are quoted in
letters and minutes, so an id that has been given is never given to another protocol.
"""

import collections.abc as c
import datetime as dt
import itertools
import re

# What follows the stem of the second and later ids of a day.
NUMBERED = re.compile(r"-\d+")


def protocol_stem(forvaltning: str | None, date: dt.date | None) -> str:
    """An id without its number: what it is called when it is the only one of that day."""
    return f"{forvaltning or 'okand'}/{date or 'odaterat'}"


def new_protocol_id(stem: str, taken: c.Container[str]) -> str:
    """The first id with that stem which is not taken."""
    names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)


def has_stem(protocol_id: str, stem: str) -> bool:
    """Whether an id is the stem itself or a numbered one of it."""
    rest = protocol_id.removeprefix(stem)
    return protocol_id.startswith(stem) and (not rest or NUMBERED.fullmatch(rest) is not None)
