"""The meetings of a year that the archive is known to lack, for pages about other things."""

import datetime as dt

from archive.coverage import cover
from webui.audience import current_audience
from webui.lost_meetings import Lost, lost_meetings
from webui.site import Site
from webui.years import Years


def known_lost(site: Site, year: int) -> tuple[Lost, ...]:
    """In order of time, as the reader may know of them."""
    kept = site.catalogue.meetings(current_audience())
    covered = cover(kept, site.registries, dt.date.today())
    found = lost_meetings(covered, site.registries.forvaltningar, years=Years(year, year))
    return found[::-1]


def lost_between(site: Site, first: dt.date, last: dt.date) -> tuple[Lost, ...]:
    """Those whose day is known and lies between two days of a year, both included."""
    known = known_lost(site, first.year)
    return tuple(it for it in known if it.exact and first <= it.day <= last)
