"""What a protocol or a part of it is called where its address is shared or listed. Pure.

The same as long as the protocol is the same, whatever search led to it. For machines it is told in
the words of schema.org too, without the people: who was there stands on the page. A day that is
inferred is left out there, since nothing in that form could say so.
"""

import dataclasses as dc
import typing as t

from archive.model import Basis, Protocol, Section
from webui import phrasing
from webui.export_rows import Address
from webui.labels import Labels, substantial
from webui.section_view import matters_of_substance
from webui.xml_form import writable

LONGEST: t.Final = 200  # characters; where addresses are shown, little more has room

Structured: t.TypeAlias = dict[str, t.Any]


@dc.dataclass(frozen=True, slots=True)
class Shared:
    """A name and a sentence or two."""

    title: str
    description: str


def shared(protocol: Protocol, labels: Labels, section: Section | None = None) -> Shared:
    """What a protocol is called, or a section of it."""
    title = phrasing.reference(protocol, labels.forvaltning_of(protocol), section)
    about = section.text if section else _about(protocol)
    return Shared(_plain(title), _cut(_plain(about)))


def structured(
    protocol: Protocol, labels: Labels, address: Address, archive: str, owner: str
) -> Structured:
    """The protocol in the words of schema.org; `address` gives addresses in full."""
    id_ = protocol.id or ""
    topics = dict.fromkeys(topic for it in protocol.sections for topic in substantial(it.topics))
    form: Structured = {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "@id": address(id_, None),
        "url": address(id_, None),
        "name": shared(protocol, labels).title,
        "inLanguage": "sv",
        "isAccessibleForFree": True,
        "about": _meeting(protocol, labels),
        "isPartOf": {"@type": "Collection", "name": archive},
        "keywords": [labels.topic(topic) for topic in topics],
        "hasPart": [
            {
                "@type": "CreativeWork",
                "url": address(id_, protocol.anchor(section)),
                "position": section.ordinal,
                "name": _plain(f"{phrasing.section_label(section)} {section.title}"),
            }
            for section in protocol.sections
        ],
    }
    if owner:
        form["publisher"] = {"@type": "Organization", "name": owner}
    return form


def _meeting(protocol: Protocol, labels: Labels) -> Structured:
    meeting: Structured = {"@type": "Event", "name": _plain(protocol.title)}
    if protocol.date.value and protocol.date.basis is Basis.STATED:
        meeting["startDate"] = protocol.date.value.isoformat()
    if name := labels.forvaltning_of(protocol):
        meeting["organizer"] = {"@type": "GovernmentOrganization", "name": _plain(name)}
    return meeting


def _about(protocol: Protocol) -> str:
    """ "Föranmälda frågor · Sjukfrånvaro. 3 frågor, varav 2 obesvarade." """
    asked = [it for section in protocol.sections for it in section.exchanges]
    sentences = [" · ".join(matters_of_substance(protocol))]
    if asked:
        unanswered = sum(not it.answered for it in asked)
        counted = phrasing.counted(len(asked), "fraga")
        more = f", varav {phrasing.counted(unanswered, 'obesvarad')}" if unanswered else ""
        sentences.insert(0, f"{counted}{more}")
    return ". ".join(filter(None, sentences)) or "Ett protokoll från en förvaltningsgrupp."


def _plain(text: str) -> str:
    """One line with ordinary spaces."""
    return " ".join(writable(text).split())


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,.;:·')} …"
