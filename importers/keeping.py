"""What was read goes into the catalogue, after an import and after a second reading alike.

A protocol with personal data in it waits for a person, whatever the import asked for: only who has
looked at it can say that it may be read by others.
"""

import typing as t

from archive import messages
from archive.catalogue import Catalogue
from archive.model import Protocol
from archive.pages import PageStore
from archive.records import Kept, NewFile
from archive.visibility import Visibility
from importers.readings import Job, Reading
from importers.version import PARSER

UNKNOWN_TYPE: t.Final = "application/octet-stream"


def keep_read(
    catalogue: Catalogue, pages: PageStore, job: Job, reading: Reading, visibility: Visibility
) -> Kept:
    """Keep a file's pages and protocol, held where it has personal data; raises CatalogueError."""
    if reading.pages:  # before the protocol: what is interrupted between them is done anew
        pages.keep_words(job.sha256, reading.pages)
    protocol = reading.protocol
    media_type = protocol.source.media_type if protocol.source else None
    file = NewFile(job.sha256, job.filename, media_type or UNKNOWN_TYPE, job.size, PARSER)
    held_for = reasons_to_hold(protocol)
    return catalogue.keep(protocol, file, Visibility.HELD if held_for else visibility, held_for)


def reasons_to_hold(protocol: Protocol) -> tuple[str, ...]:
    """The personal data in a protocol by kind and place, as Swedish sentences."""
    return tuple(
        messages.remark_sentence(remark.code, remark.text)
        for remark in protocol.warnings
        if remark.code in messages.PERSONAL_DATA
    )
