"""/amnen and /amne/…: what each topic means, and the latest that was said of it."""

import dataclasses as dc
import typing as t

import flask

from archive.registry import Topic
from index import Filters, Kind, Order, Request
from webui import addresses, exchanges, freshness, search, sick_leave_rows, topic_excerpts
from webui.audience import current_audience
from webui.choices import counts_of
from webui.figures import figures
from webui.labels import Labels
from webui.site import Site, this_site
from webui.swedish_order import swedish_order
from webui.ways import ways

bp = flask.Blueprint("topics", __name__)

LATEST: t.Final = 10
SICK_LEAVE: t.Final = "sjukfranvaro"


@dc.dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic, and how much is said of it."""

    topic: Topic
    sections: int
    exchanges: int


@bp.get("/amnen")
def every() -> flask.Response:
    """Every topic, by name."""
    site = this_site()

    def page() -> str:
        return flask.render_template("browse/amnen.html", topics=_rows(site))

    return freshness.answer(freshness.version(site.index.generation()), page, keep=True)


@bp.get("/amne/<topic_id>")
def one(topic_id: str) -> flask.Response:
    """One topic: the words that decide it, the latest paragraphs, and where they stand."""
    site = this_site()
    topic = site.registries.topics.get(topic_id)
    if topic is None:
        flask.abort(404)
    version = freshness.version(site.index.generation())
    return freshness.answer(version, lambda: _page(site, topic), keep=True)


def _page(site: Site, topic: Topic) -> str:
    labels = Labels(site.registries)
    request = Request(
        "",
        current_audience(),
        filters=Filters(topics=(topic.id,)),
        order=Order.NEWEST,
        limit=LATEST,
    )
    sections = (request, site.index.search(request))
    hits = sections[1].hits
    records = site.catalogue.some(list({hit.protocol_id: None for hit in hits}), request.audience)
    addresses.stay_on(exchanges.home())
    return flask.render_template(
        "browse/amne.html",
        topic=topic,
        words=deciding_words(topic),
        figures=figures(site.index, *sections),
        request_=request,
        hits=topic_excerpts.showing_why(hits, records, topic.id),
        reported=sick_leave_rows.rows(hits, records) if topic.id == SICK_LEAVE else (),
        timeline=search.over_time(site, *sections),
        ways=(
            ways("Förvaltningar", "paragrafer", sections, "forvaltning", labels),
            ways("Fackförbund som nämns", "paragrafer", sections, "fack", labels),
        ),
    )


def deciding_words(topic: Topic) -> tuple[str, ...]:
    """The words that decide a topic, as a reader knows them: "…bemanning…" may stand in others."""
    return tuple(dict.fromkeys(_readable(word) for word in topic.words))


def _readable(pattern: str) -> str:
    """ "hot." is the whole word, "-skolan." the end of one, "sjukfrånvar" the beginning of one."""
    before = "…" if pattern.startswith("-") else ""
    after = "" if pattern.endswith(".") or pattern.isupper() else "…"
    return f"{before}{pattern.removeprefix('-').removesuffix('.')}{after}"


def _rows(site: Site) -> tuple[TopicRow, ...]:
    everything = Request("", current_audience(), limit=1)
    sections = counts_of(site.index.search(everything), "amne")
    asked = counts_of(site.index.search(dc.replace(everything, kind=Kind.EXCHANGE)), "amne")
    found = (
        TopicRow(topic, sections.get(id_, 0), asked.get(id_, 0))
        for id_, topic in site.registries.topics.items()
    )
    return tuple(sorted(found, key=lambda row: swedish_order(row.topic.name)))
