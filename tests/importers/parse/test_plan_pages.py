import pytest

from importers.parse.plan_pages import find_plan_pages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vision undrar över s. 14 i verksamhetsplanen.", "s. 14 i verksamhetsplanen"),
        ("På sidan 23, stycke 2 i planen står det fel.", "sidan 23, stycke 2 i planen"),
        ("Se VP sid 7.", "VP sid 7"),
        ("Det förutsattes i verksamhetsplanen (s. 22).", "verksamhetsplanen (s. 22"),
        ("Se verksamhetsplanen s. 14, tredje stycket.", "verksamhetsplanen s. 14, tredje stycket"),
        ("Vision frågar om sid. 12–14 i budgeten.", "sid. 12–14 i budgeten"),
        ("Verksamhetsplanen: på sidorna 3 och 5 saknas mål.", "sidorna 3 och 5"),
    ],
)
def test_a_page_is_kept_as_written(text: str, found: str) -> None:
    assert find_plan_pages("Frågor", text) == (found,)


def test_a_page_of_no_named_document_is_the_plans_where_a_plan_is_spoken_of() -> None:
    assert find_plan_pages("Verksamhetsplan 2025", "På s. 14 saknas mål, se s. 14 och s. 9.") == (
        "s. 14",
        "s. 9",
    )
    assert find_plan_pages("Övrigt", "Se s. 14.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Sida 2 (5)",
        "Sida 2 av 5",
        "Se sidan 4 i handboken.",
        "Arbetet sker sida vid sida.",
        "Vid Visions 14 möten",
        "Kl. 14 i planen",
    ],
)
def test_another_number_or_another_book_is_no_page_of_the_plan(text: str) -> None:
    assert find_plan_pages("Verksamhetsplan", text) == ()
