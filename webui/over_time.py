"""/statistik: counts over time, by topic, union, outcome and förvaltning."""

import typing as t

import flask

from index import Request, read_request, write_request
from webui import choices, counting, freshness, over_time_csv
from webui.addresses import query_of, search_url
from webui.audience import current_audience
from webui.charts import Chart, chart, shade
from webui.counting import Asked, Counts, Number, Series
from webui.csv_form import as_csv
from webui.labels import Labels
from webui.phrasing import NO_BREAK
from webui.site import Site, this_site

bp = flask.Blueprint("over_time", __name__)

SMALL: t.Final = {"width": 230, "height": 96, "left": 0}  # a union's chart, without an axis

# What the numbers can be narrowed by; all else in an address is left alone.
NARROWING: t.Final = ("forvaltning", "fack", "foregangare")


@bp.get("/statistik")
def page() -> flask.Response:
    """All the numbers, as charts and tables."""
    site, (chosen, notes) = this_site(), _chosen()
    return freshness.answer(
        _version(site, chosen, notes), lambda: _page(site, chosen, notes), keep=True
    )


@bp.get("/statistik.csv")
def table() -> flask.Response:
    """All the numbers as a table to save."""
    site, (chosen, notes) = this_site(), _chosen()
    known = site.settings.adress.rstrip("/") or flask.request.url_root.rstrip("/")

    def address(number: Number) -> str:
        return known + search_url(number.request)

    def make() -> str:
        return over_time_csv.table(_count(site, chosen), address)

    ids = (*chosen.filters.forvaltningar, *chosen.filters.unions)
    response = freshness.answer(_version(site, chosen, notes), make, keep=True)
    return as_csv(response, f"{'-'.join(('statistik', *ids))}.csv"[:120])


def statistics_url(request: Request, endpoint: str = "over_time.page") -> str:
    """The address of the statistics with what is chosen in a search."""
    return flask.url_for(endpoint) + query_of(request)


def share(asked: int, answered: int) -> str:
    """How many of them were answered, in per cent; a dash of none."""
    return f"{round(100 * answered / asked)}{NO_BREAK}%" if asked else "–"


def _chosen() -> tuple[Request, tuple[str, ...]]:
    pairs = [it for it in flask.request.args.items(multi=True) if it[0] in NARROWING]
    request, notes = read_request(pairs, current_audience(), this_site().registries)
    return counting.base_request(request), notes


def _version(site: Site, chosen: Request, notes: tuple[str, ...]) -> str:
    return freshness.version(site.index.generation(), write_request(chosen), notes)


def _count(site: Site, chosen: Request) -> Counts:
    return counting.count(site.index, chosen, Labels(site.registries))


def _page(site: Site, chosen: Request, notes: tuple[str, ...]) -> str:
    counts = _count(site, chosen)
    years = counts.years

    def of_one(series: Series) -> Chart:
        return chart([str(year) for year in years], [[series.at(year).count] for year in years])

    def of_questions(asked: Asked, small: bool = False) -> Chart:
        parts = [_parts(asked, year) for year in years]
        labels = [str(year) for year in years]
        return chart(labels, parts, **SMALL if small else {})

    return flask.render_template(
        "over_time/statistik.html",
        chosen=chosen,
        notes=notes,
        chips=choices.chips(chosen, site.registries),
        counts=counts,
        of_one=of_one,
        of_questions=of_questions,
        shade=shade,
        share=share,
        statistics_url=statistics_url,
        highest=_highest,
    )


def _parts(asked: Asked, year: int) -> list[int]:
    """A year's questions from the bottom: answered, and not."""
    answered = asked.answered.at(year).count
    return [answered, asked.questions.at(year).count - answered]


def _highest(several: t.Iterable[Series]) -> int:
    """The highest year of any of them."""
    return max((many for series in several for many in series.by_year.values()), default=0)
