"""Questions that stand together get their own answers where the document shows which."""

import textwrap

import pytest

from archive.registry import packaged
from importers.parse.exchanges import find_exchanges
from importers.parse.unions import UnionNames

NAMES = UnionNames(packaged().unions)


def pairs(text: str, title: str = "Frågor från Vision") -> list[tuple[str, str | None]]:
    paragraphs = "\n\n".join(textwrap.dedent(text).strip().splitlines())
    found = find_exchanges(title, paragraphs, NAMES)
    return [(exchange.question, exchange.answer) for exchange in found]


def test_a_list_of_answers_answers_a_list_of_questions() -> None:
    assert pairs("""
        Vision har lämnat följande frågor:
        • När byts taket?
        • Vem betalar?
        Svar:
        • I maj.
        • Fastighetsägaren.
        """) == [("När byts taket?", "I maj."), ("Vem betalar?", "Fastighetsägaren.")]


def test_numbers_tell_the_items_apart_as_well_as_bullets() -> None:
    assert pairs(
        """
        Vision vill få klarlagt
        1. när taket byts,
        2. vem som betalar.
        Enhetschefen svarar i samma ordning:
        1. I maj.
        2. Fastighetsägaren.
        """,
        "Lokaler",
    ) == [("när taket byts,", "I maj."), ("vem som betalar.", "Fastighetsägaren.")]


def test_an_answer_may_name_the_question_it_answers() -> None:
    assert pairs("""
        Vision har lämnat följande frågor:
        a) När byts taket?
        b) Vem betalar?
        Arbetsgivarens svar: Beträffande fråga a byts taket i maj. Fråga b gäller fastighetsägaren.
        """) == [
        ("När byts taket?", "Beträffande fråga a byts taket i maj."),
        ("Vem betalar?", "Fråga b gäller fastighetsägaren."),
    ]


def test_several_askers_get_the_paragraphs_of_one_labelled_answer() -> None:
    assert pairs(
        """
        Vision: När byts taket?
        Kommunal: Vem betalar?
        Svar från arbetsgivaren:
        I maj.
        Fastighetsägaren.
        """,
        "Övriga frågor",
    ) == [("När byts taket?", "I maj."), ("Vem betalar?", "Fastighetsägaren.")]


@pytest.mark.parametrize("answers", ["• I maj.", "• I maj.\n• Kommunen.\n• Nej."])
def test_where_the_lists_differ_in_length_nothing_is_paired(answers: str) -> None:
    questions = "Vision undrar:\n• När byts taket?\n• Vem betalar?"
    found = pairs(f"{questions}\nSvar:\n{answers}", "Lokaler")
    assert len(found) == 1
    assert "Vem betalar?" in found[0][0]
