"""Answers nobody is named for are told from a union's own reasons."""

import pytest

from importers.parse.unattributed import is_answer


@pytest.mark.parametrize(
    "said",
    [
        "Upphandling pågår redan.",
        "Den möjligheten finns och framgår av mallen.",
        "Redovisningen skickas ut med protokollet.",
        "Det är ett förbiseende och rättas i dag.",
        "Cyklarna tas ur bruk.",
        "Inte före maj.",
        "Synpunkten noteras.",
    ],
)
def test_what_takes_up_a_remark_answers_it(said: str) -> None:
    assert is_answer(said, requested=False)


@pytest.mark.parametrize(
    "said",
    [
        "Det är viktigt att larmen fungerar.",
        "Det innebär att personalen arbetar ensam.",
        "Medlemmarna är oroliga.",
        "Många upplever stress.",
        "Vi har tagit upp det förut.",
        "Hon menar att taket läcker.",
        "Vad gäller?",
    ],
)
def test_a_unions_reasons_are_no_answer(said: str) -> None:
    assert not is_answer(said, requested=True)


def test_plain_words_answer_a_request_but_go_on_with_a_remark() -> None:
    assert is_answer("Två personer är tillsatta.", requested=True)
    assert not is_answer("Två personer är tillsatta.", requested=False)
