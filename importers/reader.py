"""A file's bytes become a protocol: all that a process that reads files has to load.

Whoever only hands files out or keeps what came back does without it, and begins sooner.
"""

import dataclasses as dc
import hashlib

from archive.model import Source
from archive.settings import Limits
from importers.formats import Document, read_document, read_scans
from importers.formats.scan import Tesseract
from importers.parse import Parser
from importers.readings import Reading, Scan


@dc.dataclass(frozen=True, slots=True)
class Reader:
    """Turns files' bytes into protocols; without Tesseract, pictures stay unread."""

    limits: Limits
    parser: Parser
    tesseract: Tesseract | None = None

    def read(self, content: bytes, filename: str) -> Reading:
        """What a file holds, however long its pictures take; raises UnreadableFile."""
        document = read_document(content, filename, self.limits)
        return self._reading(document, content, filename)

    def read_text(self, content: bytes, filename: str) -> Reading | Scan:
        """What a file holds, if no page has to be read by machine; raises UnreadableFile."""
        document = read_document(content, filename, self.limits)
        if document.without_text and self.tesseract:
            return Scan(len(document.without_text))
        return self._reading(document, content, filename)

    def _reading(self, document: Document, content: bytes, filename: str) -> Reading:
        read = read_scans(document, content, filename, self.limits, self.tesseract)
        protocol = self.parser.parse(read, filename)
        source = protocol.source or Source(filename)
        sha256 = hashlib.sha256(content).hexdigest()
        return Reading(dc.replace(protocol, source=dc.replace(source, sha256=sha256)), read.pages)
