"""Addresses that last and can be quoted, made without a request: for whoever is not a page.

`adress` is the operator's setting, how the site is reached; where it is empty they are relative.
"""

import collections.abc as c
import typing as t
import urllib.parse

from index import Request, write_request

# What may stand as it is after "?", besides letters and digits: as Flask has it.
UNQUOTED: t.Final = "!$'()*,/:;?@"


def protocol(adress: str, protocol_id: str, anchor: str | None = None) -> str:
    """The address of a protocol, or of a place in it."""
    place = f"#{urllib.parse.quote(anchor)}" if anchor else ""
    path = urllib.parse.quote(f"/protokoll/{protocol_id}", safe="!$&'()*+,/:;=@")
    return f"{adress.rstrip('/')}{path}{place}"


def search(adress: str, request: Request) -> str:
    """The address of a search."""
    return f"{adress.rstrip('/')}/sok{query(write_request(request))}"


def query(pairs: c.Sequence[tuple[str, str]]) -> str:
    """What follows an address, with its "?"; nothing where there are no parameters."""
    return f"?{urllib.parse.urlencode(pairs, safe=UNQUOTED)}" if pairs else ""
