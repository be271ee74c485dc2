"""What a page of results offers besides its hits: every choice as a link to another search.

Each choice carries the whole search that taking it gives, so a template only has to print its
address. Pure functions of a request and its result.
"""

import collections
import collections.abc as c
import dataclasses as dc
import typing as t

from archive.registry import Registries
from index import Excerpt, Filters, Hit, Kind, Order, Request, Result
from webui import phrasing
from webui.labels import KINDS, ORDERS, Labels
from webui.parameters import REPEATED, at_page, chosen, narrowed, page_number, toggled

SHOWN_VALUES: t.Final = 7
PAGES_EACH_SIDE: t.Final = 2
MOST_LABELS: t.Final = 6  # under the timeline, so that they fit on a phone
LONGEST_TIMELINE: t.Final = 40  # years

# Facets in the margin, in order. "ar" is shown as a timeline instead.
HEADINGS: t.Final = {
    "forvaltning": "Förvaltning",
    "fack": "Fack",
    "amne": "Ämne",
    "utfall": "Samverkan",
}


@dc.dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes one thing in the search."""

    label: str
    request: Request
    count: int | None = None
    chosen: bool = False


@dc.dataclass(frozen=True, slots=True)
class Group:
    """One facet: the values that are always shown, and those behind "Visa fler"."""

    parameter: str
    heading: str
    shown: tuple[Choice, ...]
    rest: tuple[Choice, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class Bar:
    """One year (or month) of the timeline; `height` is in per cent of the highest."""

    choice: Choice
    label: str
    height: float
    lit: bool  # it lies in what is chosen, or nothing is


@dc.dataclass(frozen=True, slots=True)
class Pages:
    """The way through the pages of hits; None is a gap between page numbers."""

    current: int
    last: int
    numbers: tuple[Choice | None, ...]
    previous: Request | None
    next: Request | None


@dc.dataclass(frozen=True, slots=True)
class Sentence:
    """What was searched, in plain Swedish."""

    found: str  # "31 paragrafer"
    about: str  # the words searched for
    limits: tuple[str, ...]  # "Vision eller Kommunal", "2021–2025"


def sentence(request: Request, total: int, labels: Labels) -> Sentence:
    """What was searched and how much was found."""
    filters = request.filters
    limits = [
        _either([labels.value(parameter, id_) for id_ in chosen(request, parameter)])
        for parameter in REPEATED
    ]
    limits.append(_answered(request))
    limits.append(phrasing.span_of_days(filters.earliest, filters.latest))
    found = phrasing.counted(total, request.kind) if total else f"Inga {_plural(request.kind)}"
    return Sentence(found, request.text, tuple(filter(None, limits)))


def chips(request: Request, registries: Registries) -> tuple[Choice, ...]:
    """One link for each choice, that takes it away."""
    labels, filters = Labels(registries), request.filters
    found = [
        Choice(labels.value(parameter, id_), toggled(request, parameter, id_))
        for parameter in REPEATED
        for id_ in chosen(request, parameter)
    ]
    if answered := _answered(request):
        found.append(Choice(answered.capitalize(), narrowed(request, answered=None)))
    if days := phrasing.span_of_days(filters.earliest, filters.latest):
        found.append(Choice(days, narrowed(request, earliest=None, latest=None)))
    if earlier := _predecessors(request, registries):
        if filters.predecessors:
            label = f"med föregångare: {', '.join(earlier)}"
            found.append(Choice(label, narrowed(request, predecessors=False)))
        else:
            found.append(Choice("utan föregångare", narrowed(request, predecessors=True)))
    return tuple(found)


def ways_out(request: Request, labels: Labels) -> tuple[Choice, ...]:
    """Each group of choices taken away whole: what to try where nothing was found."""
    filters = request.filters
    found = [
        Choice(_either(names), narrowed(request, **{field: ()}))
        for parameter, field in REPEATED.items()
        if (names := [labels.value(parameter, id_) for id_ in chosen(request, parameter)])
    ]
    if answered := _answered(request):
        found.append(Choice(answered, narrowed(request, answered=None)))
    if days := phrasing.span_of_days(filters.earliest, filters.latest):
        found.append(Choice(days, narrowed(request, earliest=None, latest=None)))
    if len(found) > 1:
        found.append(Choice("alla val", without_choices(request)))
    return tuple(found)


def without_choices(request: Request) -> Request:
    """The same words, with no choice left."""
    return dc.replace(request, filters=Filters(), offset=0)


def tabs(request: Request, result: Result) -> tuple[Choice, ...]:
    """The three kinds of hit, each with its own count."""
    counts = _counts(result, "typ")
    return tuple(
        Choice(
            label,
            dc.replace(request, kind=kind, offset=0),
            counts.get(kind.value, result.total if kind is request.kind else 0),
            kind is request.kind,
        )
        for kind, label in KINDS.items()
    )


def orders(request: Request) -> tuple[Choice, ...]:
    """The ways to sort; without words nothing is more relevant than anything else."""
    return tuple(
        Choice(label, dc.replace(request, order=order, offset=0), chosen=order is request.order)
        for order, label in ORDERS.items()
        if request.text or order is not Order.RELEVANCE
    )


def groups(request: Request, result: Result, labels: Labels) -> tuple[Group, ...]:
    """The facets that have something to choose."""
    found = [
        _group(
            parameter,
            heading,
            [
                Choice(
                    labels.value(parameter, id_),
                    toggled(request, parameter, id_),
                    count,
                    id_ in chosen(request, parameter),
                )
                for id_, count in _with_chosen(request, result, parameter).items()
            ],
        )
        for parameter, heading in HEADINGS.items()
    ]
    if request.kind is Kind.EXCHANGE:
        found.append(_group("besvarad", "Svar", _answers(request)))
    return tuple(group for group in found if group.shown)


def timeline(request: Request, result: Result, labels: Labels) -> tuple[Bar, ...]:
    """A bar for each year there could be hits in; empty where there is nothing to compare."""
    counts = _whole_years(_with_chosen(request, result, "ar"))
    highest = max(counts.values(), default=0)
    if len(counts) < 2 or not highest:
        return ()
    apart = -(-len(counts) // MOST_LABELS)
    return tuple(
        Bar(
            Choice(
                labels.period(id_),
                narrowed(toggled(request, "ar", id_), earliest=None, latest=None),
                count,
                id_ in chosen(request, "ar"),
            ),
            label=labels.period(id_) if place % apart == 0 else "",
            height=round(100 * count / highest, 1),
            lit=_lit(request, id_),
        )
        for place, (id_, count) in enumerate(counts.items())
    )


def pages(request: Request, total: int) -> Pages | None:
    """The way through the hits, where they do not fit on one page."""
    current, last = page_number(request), last_page(request, total)
    if last <= 1:
        return None
    near = range(current - PAGES_EACH_SIDE, current + PAGES_EACH_SIDE + 1)
    numbers: list[Choice | None] = []
    for number in range(1, last + 1) if last <= 2 * len(near) else sorted({1, *near, last}):
        if not 1 <= number <= last:
            continue
        if numbers and (before := numbers[-1]) and number - page_number(before.request) > 1:
            numbers.append(None)
        numbers.append(Choice(str(number), at_page(request, number), chosen=number == current))
    return Pages(
        current,
        last,
        tuple(numbers),
        at_page(request, current - 1) if current > 1 else None,
        at_page(request, current + 1) if current < last else None,
    )


def suggestion(request: Request, result: Result) -> Choice | None:
    """The same search with the words that may have been meant, if the engine knows of any."""
    if not result.suggestion:
        return None
    return Choice(result.suggestion, dc.replace(request, text=result.suggestion, offset=0))


def last_page(request: Request, total: int) -> int:
    """How many pages the hits fill, at least one."""
    return max(1, -(-total // request.limit))


def heading(hit: Hit) -> Excerpt:
    """What a hit is called: the section's title, or the protocol's where all of it was hit."""
    title = hit.title if hit.title is not None else hit.protocol_title
    return Excerpt(title, hit.title_marks) if title else Excerpt("Utan rubrik")


def own_excerpts(hit: Hit) -> tuple[Excerpt, ...]:
    """The passages that are not shown already as question and answer."""
    if not hit.exchange:
        return hit.excerpts
    told = [said.text for said in (hit.exchange.question, hit.exchange.answer) if said]
    return tuple(
        excerpt
        for excerpt in hit.excerpts
        if not any(excerpt.text in text or text in excerpt.text for text in told)
    )


def _group(parameter: str, heading: str, choices: c.Sequence[Choice]) -> Group:
    """What is chosen is never hidden behind "Visa fler": it is the way out."""
    shown = [
        choice
        for place, choice in enumerate(choices)
        if place < SHOWN_VALUES or choice.chosen or len(choices) == SHOWN_VALUES + 1
    ]
    rest = [choice for choice in choices if choice not in shown]
    return Group(parameter, heading, tuple(shown), tuple(rest))


def _answers(request: Request) -> list[Choice]:
    now = request.filters.answered
    return [
        Choice(
            label, narrowed(request, answered=None if now is value else value), None, now is value
        )
        for label, value in (("Besvarade", True), ("Obesvarade", False))
    ]


def _counts(result: Result, facet: str) -> dict[str, int]:
    return {value.id: value.count for value in result.facets.get(facet, ())}


def _with_chosen(request: Request, result: Result, parameter: str) -> dict[str, int]:
    """A facet's counts; what is chosen stands there even where it gives nothing."""
    return _counts(result, parameter) | {
        id_: 0 for id_ in chosen(request, parameter) if id_ not in _counts(result, parameter)
    }


def _whole_years(counts: c.Mapping[str, int]) -> dict[str, int]:
    """Counts by year, with the years between them, so that a gap looks like a gap."""
    years: collections.Counter[int] = collections.Counter()
    for id_, count in counts.items():
        if len(id_) == len("2025"):
            years[int(id_)] += count
    if not years:
        return {}
    first, last = min(years), max(years)
    span = range(first, last + 1) if last - first <= LONGEST_TIMELINE else sorted(years)
    return {str(year): years[year] for year in span}


def _lit(request: Request, year: str) -> bool:
    filters = request.filters
    if filters.periods:
        return any(period[: len(year)] == year for period in filters.periods)
    first = str(filters.earliest.year) if filters.earliest else year
    last = str(filters.latest.year) if filters.latest else year
    return first <= year <= last


def _predecessors(request: Request, registries: Registries) -> list[str]:
    """The names of what the chosen förvaltningar and unions took over, beyond what is chosen."""
    labels = Labels(registries)
    filters = request.filters
    names = {
        labels.forvaltning(other): None
        for id_ in filters.forvaltningar
        for other in registries.with_predecessors(id_)
        if other not in filters.forvaltningar
    }
    names |= {
        labels.union(other): None
        for id_ in filters.unions
        for other in registries.union_with_predecessors(id_)
        if other not in filters.unions
    }
    return list(names)


def _answered(request: Request) -> str:
    return {True: "besvarade", False: "obesvarade", None: ""}[request.filters.answered]


def _either(names: c.Sequence[str]) -> str:
    return " eller ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _plural(kind: Kind) -> str:
    return phrasing.NOUNS[kind][1]
