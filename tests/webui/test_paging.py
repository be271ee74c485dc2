import pytest
from searches import request

from webui import paging


@pytest.mark.parametrize(
    ("page", "total", "shown"),
    [
        (1, 20, None),
        (1, 41, "[1] 2 3"),
        (2, 200, "1 [2] 3 4 5 6 7 8 9 10"),
        (1, 400, "[1] 2 3 … 20"),
        (10, 400, "1 … 8 9 [10] 11 12 … 20"),
        (20, 400, "1 … 18 19 [20]"),
    ],
)
def test_page_numbers_show_the_nearest_and_the_ends(
    page: int, total: int, shown: str | None
) -> None:
    pages = paging.pages(request(page=page), total)
    numbers = pages and " ".join(
        "…" if n is None else f"[{n.label}]" if n.chosen else n.label for n in pages.numbers
    )
    assert numbers == shown
