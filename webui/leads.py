"""Where to go on from a search that found nothing, or nothing with all the words."""

import dataclasses as dc
import typing as t

from archive.visibility import Audience
from index import Filters, Order, Request, Result
from webui.choices import Choice, limits, without_choices
from webui.labels import FORMALITIES, Labels

EXAMPLES: t.Final = 6


def ways_out(request: Request, labels: Labels) -> tuple[Choice, ...]:
    """Each group of choices taken away whole: what to try where nothing was found."""
    groups = limits(request, labels)
    everything = [Choice("alla val", without_choices(request))] if len(groups) > 1 else []
    return (*groups, *everything)


def only_counted(request: Request, *, literal: bool) -> Request:
    """The search that only tells how much it finds, or with `literal` how much has all words."""
    return dc.replace(request, offset=0, limit=0, literal=literal or request.literal)


def examples(everything: Result, audience: Audience, labels: Labels) -> tuple[Choice, ...]:
    """The topics that most is about, each as a search of its own."""
    topics = [value for value in everything.facets.get("amne", ()) if value.id != FORMALITIES]
    return tuple(
        Choice(
            labels.topic(it.id),
            Request("", audience, filters=Filters(topics=(it.id,)), order=Order.NEWEST),
            it.count,
        )
        for it in topics[:EXAMPLES]
    )
