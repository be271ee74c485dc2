"""Which earlier meeting a protocol shows to have been held: the one whose protocol it goes through.

Only a day that is written out counts, where the last protocol is gone through ("Föregående
protokoll", "Genomgång av protokoll"), and not that of another body's protocol.
"""

import datetime as dt
import re
import typing as t

from archive.model import Protocol

# "Föregående protokoll"   "Uppföljning från förra mötet"   "Genomgång av protokoll"
# "Protokoll från mötet den 19 september"   but not "Kvarvarande frågor från tidigare möten"
GOES_THROUGH: t.Final = re.compile(
    r"\b(?:föregående|förra|senaste)\b|\bgenomgång av (?:\w+ )?protokoll|^protokoll(?:et)? från\b",
    re.IGNORECASE,
)
# "protokollet från LSG den 3 mars"   "nämndens protokoll"
ANOTHER_BODY: t.Final = re.compile(r"\b(?:LSG|lokal|nämnd|kommun)", re.IGNORECASE)


def previous_meeting(protocol: Protocol) -> dt.date | None:
    """The day of the protocol that this one goes through; None where it does not say which."""
    held = protocol.date.value
    days = [
        reference.date
        for section in protocol.sections
        for reference in section.protocol_references
        if GOES_THROUGH.search(section.title) and not ANOTHER_BODY.search(reference.text)
        if reference.date and held and reference.date < held
    ]
    return max(days, default=None)
