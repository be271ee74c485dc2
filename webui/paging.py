"""The way through the pages of hits."""

import dataclasses as dc
import typing as t

from index import Request, Result, SearchIndex, at_page, page_number
from webui.choices import Choice

PAGES_EACH_SIDE: t.Final = 2
NO_SUCH_PAGE: t.Final = "Så många sidor finns det inte. Den sista visas."


@dc.dataclass(frozen=True, slots=True)
class Pages:
    """The way through the pages of hits; None is a gap between page numbers."""

    current: int
    last: int
    numbers: tuple[Choice | None, ...]
    previous: Request | None
    next: Request | None


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


def last_page(request: Request, total: int) -> int:
    """How many pages the hits fill, at least one."""
    return max(1, -(-total // request.limit))


def length(result: Result) -> int:
    """How many entries the list has: protocols, where sections are gathered under them."""
    return result.total if result.protocols is None else result.protocols


def found(index: SearchIndex, request: Request) -> tuple[Request, Result]:
    """The hits, and what was asked for in the end: the last page where there are not so many."""
    result = index.search(request)
    if not result.hits and result.total and request.offset:
        request = at_page(request, last_page(request, length(result)))
        result = index.search(request)
    return request, result
