"""Which version of a page there is now, so that a page that is the same is not made again.

A page follows from the program and its settings, which stay while it runs; from who asks, and at
which address; and from what it shows: the index as of its last commit, or records of the catalogue.
The hash of all this is the page's version. It goes out as its ETag, a weak one, since one version
is sent plain and compressed; a browser asks with it again each time, and gets no page where its own
is still right. Whoever makes a version has thereby read what the audience may see: nothing is
answered, not even "unchanged", on the word of an ETag.
"""

import collections.abc as c
import hashlib
import typing as t

import flask
import msgspec

from webui.audience import current_audience
from webui.site import this_site

# Others may not keep it, and who does keep it asks each time: a page can be taken back at once.
ALWAYS_ASKED: t.Final = "private, no-cache"


def version(*shown: object) -> str:
    """The version of the current request's page, which follows from these values.

    A number of the index must be read before anything is searched: a page may then be newer than
    its version, never older.
    """
    request = flask.request
    # The address a protocol is quoted by begins with what the reader asked.
    asked = (current_audience().name, request.root_url, request.path)
    made_of = msgspec.json.encode((this_site().run, asked, shown))
    return hashlib.sha256(made_of).hexdigest()[:32]


def answer(version: str, make: c.Callable[[], str], *, keep: bool = False) -> flask.Response:
    """The page in that version: nothing where the reader has it, else as `make` makes it.

    With `keep` it is made once for all who ask. What `make` raises, it raises.
    """
    if flask.request.if_none_match.contains_weak(version):
        response = flask.Response(status=304)
    elif keep:
        response = flask.Response(_kept(version, make))
        flask.g.kept = version
    else:
        response = flask.Response(make())
    response.set_etag(version, weak=True)
    response.headers["Cache-Control"] = ALWAYS_ASKED
    return response


def kept_version() -> str | None:
    """The version of the page being sent, where it is one that is kept."""
    found: str | None = flask.g.get("kept")
    return found


def _kept(version: str, make: c.Callable[[], str]) -> bytes:
    kept = this_site().kept
    page = kept.get(version)
    if page is None:
        page = make().encode()
        kept.put(version, page)
    return page
