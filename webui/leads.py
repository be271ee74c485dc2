"""Where to go on from a search that found nothing, or nothing with all the words."""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.visibility import Audience
from index import Filters, Kind, Order, Request, Result
from webui import phrasing, word_parts
from webui.choices import Choice, limits, without_choices
from webui.labels import FORMALITIES, Labels

EXAMPLES: t.Final = 6

# "larm" "hot-" "2024", but not "-larm" "rubrik:larm" "”hot"
_PLAIN: t.Final = re.compile(r"\w[\w-]*")


@dc.dataclass(frozen=True, slots=True)
class Apart:
    """That words stand in the same protocols, but not in the same paragraph."""

    none: str  # "Ingen paragraf har båda orden."
    some: Choice  # "Ett protokoll har båda"


def ways_out(request: Request, labels: Labels) -> tuple[Choice, ...]:
    """Each group of choices taken away whole: what to try where nothing was found."""
    ways = [Choice(_taken_away(request, it), it.request) for it in limits(request, labels)]
    if request.literal:
        ways.append(Choice("inte bara det jag skrev", _freely(request)))
    if len(ways) > 1:
        ways.append(Choice("utan alla val", _freely(without_choices(request))))
    return tuple(ways)


def apart(request: Request, protocols: int) -> Apart | None:
    """What to say where protocols have the words, but no paragraph has all of them."""
    if request.kind is not Kind.SECTION or not protocols:
        return None
    words = [word for word in request.text.split() if not word.isupper()]
    if len(words) < 2 or not all(_PLAIN.fullmatch(word) for word in words):
        return None
    all_of_them = "båda" if len(words) == 2 else "alla"
    some = "Ett protokoll" if protocols == 1 else phrasing.counted(protocols, Kind.PROTOCOL)
    together = dc.replace(request, kind=Kind.PROTOCOL, gathered=False, offset=0)
    return Apart(
        f"Ingen paragraf har {all_of_them} orden.",
        Choice(f"{some} har {all_of_them}", together, protocols),
    )


def only_counted(request: Request, *, literal: bool = False) -> Request:
    """The search that only tells how much it finds, or with `literal` how much has all words."""
    return dc.replace(request, offset=0, limit=0, literal=literal or request.literal)


def parts(request: Request, count: c.Callable[[Request], int]) -> tuple[Choice, ...]:
    """The words that make up those that are found nowhere, each as a search of its own."""
    everywhere = _freely(without_choices(request))

    def counted(word: str) -> int:
        return count(only_counted(dc.replace(everywhere, text=word), literal=True))

    nowhere = (word for word in word_parts.long_words(request.text) if not counted(word))
    found = (word_parts.part(word, counted) for word in nowhere)
    return tuple(
        Choice(word, dc.replace(everywhere, text=word), number)
        for word, number in filter(None, found)
    )


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


def _taken_away(request: Request, limit: Choice) -> str:
    if limit.request.filters.answered is not request.filters.answered:
        return "även obesvarade" if request.filters.answered else "även besvarade"
    return f"utan {limit.label}"


def _freely(request: Request) -> Request:
    return dc.replace(request, literal=False, offset=0)
