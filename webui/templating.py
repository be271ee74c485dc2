"""What templates can use: names for ids, Swedish wording, marks, and addresses of searches."""

import typing as t

import flask
from werkzeug.datastructures import MultiDict

from archive import messages
from archive.model import Protocol, Section
from archive.registry import Registries
from index import Request, write_request
from webui import hits, marking, phrasing, section_view
from webui.labels import Labels, substantial
from webui.site import this_site


def prepare_templates(app: flask.Flask, registries: Registries) -> None:
    """Register filters and globals."""
    env = app.jinja_env
    env.trim_blocks = env.lstrip_blocks = True
    labels = Labels(registries)

    def reference(protocol: Protocol, section: Section | None = None) -> str:
        """A line to quote a protocol or a section by."""
        id_ = protocol.forvaltning.id
        name = labels.forvaltning(id_) if id_ else protocol.forvaltning.name
        return phrasing.reference(protocol, name, section)

    env.globals.update(
        label=labels,
        reference=reference,
        years=phrasing.years,
        says_day=phrasing.says_day,
        asked_by=phrasing.asked_by,
        counted=phrasing.counted,
        remark_sentence=messages.remark_sentence,
        protocol_url=protocol_url,
        original_url=original_url,
    )
    env.filters.update(
        substantial=substantial,
        clock=phrasing.clock,
        heading=hits.heading,
        own_excerpts=hits.own_excerpts,
        matters_of_substance=section_view.matters_of_substance,
        file_kind=phrasing.file_kind,
        file_size=phrasing.file_size,
        long_date=phrasing.long_date,
        marked=marking.marked,
        number=phrasing.number,
        parameters=write_request,
        search_url=search_url,
    )


def search_url(request: Request) -> str:
    """The address of a search."""
    return flask.url_for("search.results", **as_arguments(request))


def protocol_url(
    protocol_id: str,
    request: Request | None = None,
    anchor: str | None = None,
    external: bool = False,
) -> str:
    """The address of a protocol or a place in it, with the search that leads there, if any.

    To be quoted, `external`, it begins with the operator's own setting; else with what the
    reader's browser was told to ask.
    """
    known = this_site().settings.adress.rstrip("/")
    address = flask.url_for(
        "protocols.protocol",
        protocol_id=protocol_id,
        _anchor=anchor,
        _external=external and not known,
        **(as_arguments(request) if request else {}),
    )
    return f"{known}{address}" if external else address


def original_url(protocol_id: str, *, sha256: str | None = None, page: int | None = None) -> str:
    """The address of a protocol's file, another of its files, or a page of it."""
    return flask.url_for(
        "protocols.original",
        protocol_id=protocol_id,
        fil=sha256,
        _anchor=f"page={page}" if page else None,
    )


def as_arguments(request: Request) -> dict[str, t.Any]:
    """A search's parameters in the form that `url_for` takes."""
    return MultiDict(write_request(request)).to_dict(flat=False)
