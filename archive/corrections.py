"""People's corrections, laid over what the parser read. Pure.

A parse is made anew whenever the parser learns something; what a person has decided stays. So the
two are kept apart and joined each time a protocol is read.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import typing as t

from archive.errors import CatalogueError
from archive.messages import RemarkCode
from archive.model import Basis, ForvaltningRef, MeetingDate, Protocol
from archive.records import Correction

DATE: t.Final = "date"
FORVALTNING: t.Final = "forvaltning"

# What a correction settles need no longer be checked.
SETTLED: t.Final = {
    DATE: {RemarkCode.DATE_UNKNOWN, RemarkCode.DATE_INFERRED},
    FORVALTNING: {RemarkCode.FORVALTNING_UNKNOWN, RemarkCode.FORVALTNING_INFERRED},
}


def corrected(protocol: Protocol, corrections: c.Iterable[Correction]) -> Protocol:
    """The protocol as people have put it right, without the remarks they have settled.

    Raises CatalogueError for a correction of a field that cannot be corrected.
    """
    for correction in corrections:
        protocol = _lay_over(protocol, correction)
    return protocol


def _lay_over(protocol: Protocol, correction: Correction) -> Protocol:
    try:
        settled = SETTLED[correction.field]
        warnings = tuple(remark for remark in protocol.warnings if remark.code not in settled)
        if correction.field == DATE:
            date = MeetingDate(dt.date.fromisoformat(correction.value), Basis.STATED)
            return dc.replace(protocol, date=date, warnings=warnings)
        forvaltning = ForvaltningRef(correction.value, correction.label, Basis.STATED)
        return dc.replace(protocol, forvaltning=forvaltning, warnings=warnings)
    except (KeyError, ValueError) as err:
        raise CatalogueError(f"not a correction: {correction}") from err
