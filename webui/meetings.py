"""/ar and /nyast: the meetings by year, month and day, and the newest of them."""

import collections
import collections.abc as c
import re
import typing as t

import flask

from index import Filters, Kind, Order, Request, at_page, page_number
from webui import addresses, freshness, meeting_rows, paging
from webui.addresses import Home
from webui.audience import current_audience
from webui.known_lost import known_lost
from webui.site import this_site

bp = flask.Blueprint("meetings", __name__)

OF_A_MONTH: t.Final = 60
IMPORTED: t.Final = "inlagd"

PERIOD: t.Final = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<month>0[1-9]|1[0-2]))?")


@bp.get("/ar")
def years() -> flask.Response:
    """The years with meetings, the latest first."""
    tallies = this_site().catalogue.by_year(current_audience())
    return freshness.answer(
        freshness.version(tallies),
        lambda: flask.render_template(
            "browse/ar.html",
            spans=[tally for tally in reversed(tallies) if tally.of],
            most=max((tally.protocols for tally in tallies), default=0),
            undated=next((tally for tally in tallies if not tally.of), None),
        ),
    )


@bp.get("/ar/<period>")
def period(period: str) -> flask.Response:
    """The months of a year, or the meetings of a month, day by day, and those that are missing."""
    match = PERIOD.fullmatch(period)
    if match is None:
        flask.abort(404)
    year = int(match["year"])
    return _month(year, int(match["month"])) if match["month"] else _year(year)


def _year(year: int) -> flask.Response:
    """A year that protocols were kept in, or that lies between such years."""
    known = _known_years(year)
    months = {it.of: it for it in this_site().catalogue.by_month(current_audience(), year)}
    lost = known_lost(this_site(), year)
    missing = collections.Counter(it.day.month for it in lost if it.exact)
    earlier, later = _beside(year, known)
    return freshness.answer(
        freshness.version(months, known, lost),
        lambda: flask.render_template(
            "browse/year.html",
            year=year,
            months=[
                (_address(year, month), months.get(month), missing[month])
                for month in sorted({*months, *missing})
            ],
            most=max((tally.protocols for tally in months.values()), default=0),
            lost=lost,
            earlier=str(earlier) if earlier else None,
            later=str(later) if later else None,
        ),
        keep=True,
    )


def _month(year: int, month: int) -> flask.Response:
    """A month of such a year; those before and after it have protocols, or miss some."""
    site, audience = this_site(), current_audience()
    _known_years(year)
    of_year = [it for it in known_lost(site, year) if it.exact]
    lost = [it for it in of_year if it.day.month == month]
    kept = {tally.of for tally in site.catalogue.by_month(audience, year)}
    known = sorted({*kept, *(it.day.month for it in of_year)})
    generation, here = site.index.generation(), _address(year, month)
    wanted = Request(
        "", audience, Kind.PROTOCOL, Filters(periods=(here,)), Order.OLDEST, limit=OF_A_MONTH
    )
    wanted, result = paging.found(site.index, at_page(wanted, _page_asked()))
    records = site.catalogue.some([hit.protocol_id for hit in result.hits], audience)
    earlier, later = _beside(month, known)

    def page() -> str:
        addresses.stay_on(_home("meetings.period", period=here))
        return flask.render_template(
            "browse/month.html",
            period=here,
            year=year,
            total=result.total,
            rows=meeting_rows.rows(records),
            lost=lost,
            pages=paging.pages(wanted, result.total),
            earlier=_address(year, earlier) if earlier else None,
            later=_address(year, later) if later else None,
        )

    version = freshness.version(generation, wanted.offset, records, known, lost)
    return freshness.answer(version, page, keep=True)


def _known_years(year: int) -> list[int]:
    """The years with protocols, unless this one lies before or after them all."""
    known = [tally.of for tally in this_site().catalogue.by_year(current_audience()) if tally.of]
    if not known or not known[0] <= year <= known[-1]:
        flask.abort(404)
    return known


def _beside(it: int, known: c.Sequence[int]) -> tuple[int | None, int | None]:
    """The ones before and after it, of some in order."""
    earlier = [other for other in known if other < it]
    later = [other for other in known if other > it]
    return (earlier[-1] if earlier else None, later[0] if later else None)


@bp.get("/ar/odaterat")
def undated() -> flask.Response:
    """The protocols that do not say when the meeting was."""
    tallies = this_site().catalogue.by_year(current_audience())
    dated = sum(tally.protocols for tally in tallies if tally.of)
    without = sum(tally.protocols for tally in tallies if not tally.of)
    if not without:
        flask.abort(404)
    # They come last of all that are in order of the day.
    return _listed("meetings.undated", "browse/undated.html", without, skipped=dated)


@bp.get("/nyast")
def newest() -> flask.Response:
    """The latest meetings, or with `efter=inlagd` the latest that came into the archive."""
    by_import = flask.request.args.get("efter") == IMPORTED
    total = sum(tally.protocols for tally in this_site().catalogue.by_year(current_audience()))
    return _listed("meetings.newest", "browse/nyast.html", total, by_import=by_import)


def _listed(
    endpoint: str, template: str, total: int, *, skipped: int = 0, by_import: bool = False
) -> flask.Response:
    """A page of twenty of the catalogue's protocols."""
    catalogue, audience = this_site().catalogue, current_audience()
    wanted = Request("", audience, Kind.PROTOCOL, order=Order.NEWEST)
    wanted = at_page(wanted, min(_page_asked(), paging.last_page(wanted, total)))
    listing = catalogue.latest_kept if by_import else catalogue.newest
    records = listing(audience, wanted.limit, skipped + wanted.offset)
    gathered = meeting_rows.by_day_of_import if by_import else meeting_rows.by_year

    def page() -> str:
        addresses.stay_on(_home(endpoint, efter=IMPORTED if by_import else None))
        return flask.render_template(
            template,
            total=total,
            by_import=by_import,
            gathered=gathered(meeting_rows.rows(records)),
            pages=paging.pages(wanted, total),
        )

    return freshness.answer(freshness.version(total, wanted.offset, by_import, records), page)


def _home(endpoint: str, **values: t.Any) -> Home:
    """The address of each page of such a list."""

    def address(request: Request) -> str | None:
        page = page_number(request)
        return flask.url_for(endpoint, **values, sida=page if page > 1 else None)

    return address


def _page_asked() -> int:
    """The page that the address asks for; the first where that is none."""
    asked = flask.request.args.get("sida", "")
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1


def _address(year: int, month: int) -> str:
    return f"{year}-{month:02}"
