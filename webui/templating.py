"""What templates can use: names for ids, Swedish wording, marks, and addresses."""

import flask

from archive import messages
from archive.model import Protocol, Section
from archive.registry import Registries
from index import chosen, toggled, write_request
from webui import (
    addresses,
    choices,
    hits,
    later,
    marking,
    page_access,
    particulars,
    phrasing,
    section_view,
)
from webui.labels import Labels, substantial


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

    def tab_title(protocol: Protocol) -> str:
        """How a protocol is called in a browser's tab."""
        id_ = protocol.forvaltning.id
        name = labels.forvaltning(id_) if id_ else protocol.forvaltning.name
        return particulars.tab_title(protocol, name)

    env.globals.update(
        label=labels,
        tab_title=tab_title,
        reference=reference,
        years=phrasing.years,
        says_day=phrasing.says_day,
        asked_by=phrasing.asked_by,
        counted=phrasing.counted,
        remark_sentence=messages.remark_sentence,
        protocol_url=addresses.protocol_url,
        original_url=addresses.original_url,
        page_about=addresses.page_about,
        page_url=addresses.page_url,
        has_pages=page_access.has_pages,
        is_there_later=later.is_there_later,
        may_have_pages=page_access.may_have_pages,
        search_for=addresses.search_for,
        case_url=addresses.case_url,
        why_url=addresses.why_url,
    )
    env.filters.update(
        substantial=substantial,
        chosen=chosen,
        cited=particulars.cited,
        clock=phrasing.clock,
        day_clue=particulars.day_clue,
        heading=hits.heading,
        own_excerpts=hits.own_excerpts,
        matters_of_substance=section_view.matters_of_substance,
        literally=choices.literally,
        file_kind=phrasing.file_kind,
        file_size=phrasing.file_size,
        leaves=phrasing.leaves,
        long_date=phrasing.long_date,
        marked=marking.marked,
        number=phrasing.number,
        other_protocol=particulars.other_protocol,
        of_kind=choices.of_kind,
        parameters=write_request,
        search_url=addresses.search_url,
        toggled=toggled,
        unanswered=choices.unanswered,
        weekday=phrasing.weekday,
        section_label=phrasing.section_label,
        sick_leave=particulars.sick_leave,
    )
