"""The figures of sick leave that paragraphs report, one row a paragraph. Pure."""

import collections.abc as c
import dataclasses as dc

from archive.records import Record
from index import Hit
from webui import particulars


@dc.dataclass(frozen=True, slots=True)
class Reported:
    """One paragraph's figures, as they are read."""

    hit: Hit
    figures: tuple[str, ...]


def rows(hits: c.Iterable[Hit], records: c.Iterable[Record]) -> tuple[Reported, ...]:
    """Those of the hits that report any, in their order."""
    figures = {
        (record.protocol.id, section.ordinal): particulars.sick_leave(section)
        for record in records
        for section in record.protocol.sections
    }
    found = ((hit, figures.get((hit.protocol_id, hit.ordinal or 0), ())) for hit in hits)
    return tuple(Reported(hit, told) for hit, told in found if told)
