"""/statistik: counts over time, by topic, union, outcome and förvaltning."""

import dataclasses as dc
import typing as t

import flask

from index import Kind, Request, read_request, write_request
from webui import choices, counted, counting, counting_unions, freshness, over_time_csv, permalinks
from webui.addresses import search_url
from webui.audience import current_audience
from webui.charts import Chart, chart, shade
from webui.counted import Number, Series
from webui.counting_unions import Asked
from webui.csv_form import as_csv
from webui.labels import Labels
from webui.over_time_order import BY_NAME, HEADINGS, Heading, heading, ordered
from webui.phrasing import NO_BREAK
from webui.site import Site, this_site

bp = flask.Blueprint("over_time", __name__)

SMALL: t.Final = {"width": 230, "height": 96, "left": 0}  # a union's chart, without an axis

# What the numbers can be narrowed by; all else in an address is left alone.
NARROWING: t.Final = ("forvaltning", "fack", "foregangare")
ALL: t.Final = "alla"


@dc.dataclass(frozen=True, slots=True)
class Shown:
    """What an address asks to be shown, and the addresses that change one thing of it."""

    chosen: Request
    everything: bool = False
    by: Heading = HEADINGS[0]

    def url(self, endpoint: str = "over_time.page", **changes: t.Any) -> str:
        """The address of the same numbers with that change."""
        other = dc.replace(self, **changes)
        pairs = write_request(other.chosen)
        if endpoint == "over_time.page":
            pairs += [("visa", ALL)] if other.everything else []
            pairs += [("ordna", other.by.value)] if other.by.value != BY_NAME else []
        return flask.url_for(endpoint) + permalinks.query(pairs)


@bp.get("/statistik")
def page() -> flask.Response:
    """The numbers as charts and tables, of the most common topics and unions, or of all."""
    site, shown, notes = this_site(), *_asked()
    version = _version(site, shown.chosen, notes, shown.everything, shown.by.value)
    return freshness.answer(version, lambda: _page(site, shown, notes), keep=True)


@bp.get("/statistik.csv")
def table() -> flask.Response:
    """All the numbers as a table to save."""
    site, shown, notes = this_site(), *_asked()
    chosen, labels = shown.chosen, Labels(site.registries)
    known = site.settings.adress.rstrip("/") or flask.request.url_root.rstrip("/")

    def address(number: Number) -> str:
        return known + search_url(number.request)

    def make() -> str:
        asking = dc.replace(chosen, kind=Kind.EXCHANGE)
        every = over_time_csv.Everything(
            counting.count(site.index, chosen, labels, most=None),
            counting.formalities(site.index, chosen, labels),
            counting_unions.asked_alone(site.index, asking, labels),
        )
        return over_time_csv.table(every, address)

    ids = (*chosen.filters.forvaltningar, *chosen.filters.unions)
    response = freshness.answer(_version(site, chosen, notes), make, keep=True)
    return as_csv(response, f"{'-'.join(('statistik', *ids))}.csv"[:120])


def share(asked: int, answered: int) -> str:
    """How many of them were answered, in per cent; a dash of none."""
    return f"{round(100 * answered / asked)}{NO_BREAK}%" if asked else "–"


def _asked() -> tuple[Shown, tuple[str, ...]]:
    arguments = flask.request.args
    pairs = [it for it in arguments.items(multi=True) if it[0] in NARROWING]
    request, notes = read_request(pairs, current_audience(), this_site().registries)
    by = heading(arguments.get("ordna"))
    return Shown(counted.base_request(request), arguments.get("visa") == ALL, by), notes


def _version(site: Site, chosen: Request, *shown: t.Any) -> str:
    return freshness.version(site.index.generation(), write_request(chosen), *shown)


def _page(site: Site, shown: Shown, notes: tuple[str, ...]) -> str:
    most = None if shown.everything else counting.MOST
    counts = counting.count(site.index, shown.chosen, Labels(site.registries), most)
    years = counts.years

    def of_one(series: Series) -> Chart:
        return chart([str(year) for year in years], [[series.at(year).count] for year in years])

    def of_questions(asked: Asked, small: bool = False) -> Chart:
        parts = [_parts(asked, year) for year in years]
        labels = [str(year) for year in years]
        return chart(labels, parts, **SMALL if small else {})

    return flask.render_template(
        "over_time/statistik.html",
        shown=shown,
        chosen=shown.chosen,
        notes=notes,
        chips=choices.chips(shown.chosen, site.registries),
        counts=counts,
        forvaltningar=ordered(counts.forvaltningar, shown.by),
        headings=HEADINGS,
        most=counting.MOST,
        of_one=of_one,
        of_questions=of_questions,
        shade=shade,
        share=share,
        highest=_highest,
    )


def _parts(asked: Asked, year: int) -> list[int]:
    """A year's questions from the bottom: answered, and not."""
    answered = asked.answered.at(year).count
    return [answered, asked.questions.at(year).count - answered]


def _highest(several: t.Iterable[Series]) -> int:
    """The highest year of any of them."""
    return max((many for series in several for many in series.by_year.values()), default=0)
