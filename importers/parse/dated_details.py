"""What a section says of other days, which can be read only once the meeting's own is certain.

"Protokollet från den 14 maj" and "sjukfrånvaron i mars" mean the last such day before the meeting.
"""

import dataclasses as dc

from archive.model import Basis, MeetingDate, Section
from importers.parse.protocol_references import find_protocol_references
from importers.parse.sick_leave import find_sick_leave


def with_dated_details(section: Section, date: MeetingDate) -> Section:
    """The section with its references to other protocols and its figures of sick leave."""
    held = date.value if date.basis is Basis.STATED else None
    return dc.replace(
        section,
        protocol_references=find_protocol_references(section.title, section.text, held),
        sick_leave=find_sick_leave(section.title, section.text, held),
    )
