"""/tackning: which meetings the archive has protocols of, and which it lacks."""

import dataclasses as dc
import datetime as dt
import typing as t

import flask
import werkzeug.exceptions

from archive.coverage import Coverage, cover, relatives
from archive.months import MONTHS
from archive.records import KeptMeeting
from webui import coverage_csv, coverage_view, freshness, lost_meetings
from webui.addresses import protocol_url
from webui.audience import current_audience
from webui.csv_form import as_csv
from webui.labels import Labels
from webui.site import Site, this_site
from webui.swedish_order import swedish_order
from webui.years import Years, read_years

bp = flask.Blueprint("coverage", __name__)
bp.add_app_template_filter(coverage_view.breakable)

LISTED: t.Final = 20  # missing meetings named on the page of the whole archive
FEW: t.Final = 12  # protocols named that have no day or no förvaltning


@dc.dataclass(frozen=True, slots=True)
class Asked:
    """What a page or a file is about: a förvaltning and what it took over, some years, or all."""

    forvaltning: str | None
    years: Years
    meetings: tuple[KeptMeeting, ...]  # of the whole archive
    today: dt.date

    @property
    def whole(self) -> bool:
        """Whether nothing was chosen."""
        return not self.forvaltning and self.years == Years()

    @property
    def version(self) -> str:
        """The version of what is shown."""
        return freshness.version(self.meetings, self.forvaltning, self.years, self.today)

    @property
    def filename(self) -> str:
        """What the table is saved as."""
        said = (self.forvaltning, *(str(it) for it in self.years.parameters.values() if it))
        return "-".join(filter(None, ("tackning", *said))) + ".csv"

    def url(self, endpoint: str = "coverage.overview") -> str:
        """The address that asks for it."""
        return flask.url_for(endpoint, forvaltning=self.forvaltning, **self.years.parameters)


@bp.get("/tackning")
def overview() -> flask.Response:
    """The whole archive year by year, a year month by month, or a förvaltning's years."""
    asked = _asked()
    return freshness.answer(asked.version, lambda: _page(this_site(), asked), keep=True)


@bp.get("/tackning.csv")
def table() -> flask.Response:
    """The same as a table to save."""
    site, asked = this_site(), _asked()

    def make() -> str:
        nowhere = [it for it in asked.meetings if not it.forvaltning] if asked.whole else []
        register = site.registries.forvaltningar
        # Flask makes an address by looking through all its routes: once is enough.
        start = protocol_url("-", external=True).removesuffix("-")
        return coverage_csv.table(
            _covered(site, asked), register, asked.years, start.__add__, nowhere
        )

    return as_csv(freshness.answer(asked.version, make, keep=True), asked.filename)


def _asked() -> Asked:
    """What the address asks for; what there is nothing of is an address that does not exist."""
    site, arguments = this_site(), flask.request.args
    forvaltning, years = arguments.get("forvaltning") or None, read_years(arguments)
    meetings = site.catalogue.meetings(current_audience())
    known = {*site.registries.forvaltningar, *(it.forvaltning for it in meetings)}
    if (forvaltning and forvaltning not in known) or years is None:
        raise werkzeug.exceptions.NotFound
    return Asked(forvaltning, years, meetings, dt.date.today())


def _covered(site: Site, asked: Asked) -> tuple[Coverage, ...]:
    """What is shown: all, or a förvaltning and what it took over."""
    if asked.forvaltning is None:
        return cover(asked.meetings, site.registries, asked.today)
    wanted = (asked.forvaltning, *site.registries.with_predecessors(asked.forvaltning))
    kin = frozenset().union(*(relatives(id_, site.registries) for id_ in wanted))
    theirs = [it for it in asked.meetings if it.forvaltning in kin]
    covered = cover(theirs, site.registries, asked.today)
    return tuple(it for it in covered if it.forvaltning in wanted)


def _page(site: Site, asked: Asked) -> str:
    coverages, register = _covered(site, asked), site.registries.forvaltningar
    every_year = coverage_view.years_of(coverages)
    years = tuple(it for it in every_year if it in asked.years)
    by_month = bool(asked.forvaltning or asked.years.only)
    lost = lost_meetings.lost_meetings(
        coverages, register, years=asked.years, most=None if by_month else LISTED
    )
    return flask.render_template(
        "coverage/tackning.html",
        asked=asked,
        years=years,
        every_year=every_year,
        months=MONTHS,
        rows=() if by_month else coverage_view.year_rows(coverages, register, years),
        groups=coverage_view.month_groups(coverages, register, years) if by_month else (),
        sums=coverage_view.sums(coverages, years),
        lost=lost,
        undated=[it for coverage in coverages for it in coverage.undated],
        nowhere=[it for it in asked.meetings if not it.forvaltning],
        few=FEW,
        names=_names(site, asked),
        offered=_offered(asked, every_year),
        without=_without(site, asked),
        told=coverage_view.told,
        usually=lost_meetings.usually,
    )


def _names(site: Site, asked: Asked) -> list[tuple[str, str]]:
    """The förvaltningar to choose from, with their ids."""
    label = Labels(site.registries)
    ids = {id_ for id_ in (asked.forvaltning, *(it.forvaltning for it in asked.meetings)) if id_}
    return sorted(
        ((label.forvaltning(id_), id_) for id_ in ids), key=lambda it: swedish_order(it[0])
    )


def _offered(asked: Asked, shown: t.Iterable[int]) -> list[int]:
    """The years to choose from: those with protocols anywhere, and those that are shown."""
    known = {*(it.date.year for it in asked.meetings if it.date), *shown}
    return sorted({*known, *filter(None, (asked.years.first, asked.years.last))})


def _without(site: Site, asked: Asked) -> list[str]:
    """The förvaltningar of the register that nothing is kept of, but for those that are gone."""
    here = {it.forvaltning for it in asked.meetings}
    known = site.registries.forvaltningar
    retired = {id_ for entry in known.values() for id_ in entry.predecessors}
    names = (entry.name for id_, entry in known.items() if id_ not in here | retired)
    return sorted(names, key=swedish_order)
