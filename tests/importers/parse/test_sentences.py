import itertools

import hypothesis
import pytest
from hypothesis import strategies as st

from archive.model import Span
from importers.parse import sentences


def split(text: str) -> list[str]:
    quotes = sentences.quoted(text)
    return [
        text[slice(*span)]
        for paragraph in sentences.paragraphs(text)
        for span in sentences.sentences(text, paragraph, quotes)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mötet börjar kl. 13.00 i Ekgården.",
        "Mötet börjar kl.9:00 i Ekgården.",
        "Bl.a. Vision och t.ex. Kommunal var med.",
        "Det gäller s.k. Grön energi enl. Kommunal.",
        "(S. 14, 3 stycket) Det står fel.",
        "Se s. 12 i underlaget.",
        "Gällande ärende 8. Remiss om skolmat.",
        "Under § 7. Lokaler stod fel namn.",
        "Det är ca. 40 skåp, dnr. 123-2020.",
        "Frånvaron var 6.10 procent.",
        "Anna B. Ek och tf. Personalchef Olle C. Lind deltog.",
        "1. Hur ser schemat ut?",
        "I planen står ”Alla ska med. Ingen lämnas. Så är det” på första sidan.",
        "Hur går det? (Vision)",
        "Det gäller Akad. SSR och Akademikerförb. SSR.",
        "Det gäller p.g.a. Budgeten fr.o.m. Maj.",
    ],
)
def test_a_full_stop_that_ends_nothing(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Det är klart. Arbetsgivaren svarade.", "Arbetsgivaren svarade."),
        ("Hur går det? Svar: Bra.", "Svar: Bra."),
        ("Budgeten gäller 2025. Arbetsgivaren svarade.", "Arbetsgivaren svarade."),
        ("Det kostar 40 kr m.m. Vision undrar.", "Vision undrar."),
        ("Det står ”alla ska med.” Vision undrar.", "Vision undrar."),
        ("Det står ”alla ska med”. Vision undrar.", "Vision undrar."),
        ("Så är det! ”Ingen” är med.", "”Ingen” är med."),
        ("Det är klart. • Den 3 maj hålls kurs.", "• Den 3 maj hålls kurs."),
        ("Vi väntar till våren Arbetsgivarens svar: Ja.", "Arbetsgivarens svar: Ja."),
        ("Hur blir det till våren Svar: Bra.", "Svar: Bra."),
        (
            "Ingen vet ännu Arbetsgivaren svarade att det tar tid.",
            "Arbetsgivaren svarade att det tar tid.",
        ),
    ],
)
def test_two_sentences(text: str, second: str) -> None:
    assert split(text)[1:] == [second]


def test_a_blank_line_ends_a_paragraph_whatever_stands_on_it() -> None:
    text = "Ett\n \nTvå\n\n\n\nTre"
    found = [text[slice(*span)] for span in sentences.paragraphs(text)]
    assert found == ["Ett", "Två", "Tre"]


def test_quotation_marks_pair_up_although_both_look_the_same() -> None:
    text = "Där står ”alla” och “ingen” samt »några«."
    assert [text[slice(*span)] for span in sentences.quoted(text)] == [
        "”alla”",
        "“ingen”",
        "»några«",
    ]


def test_a_quotation_may_run_over_paragraphs() -> None:
    text = "Där står: ”Alla ska med.\n\nIngen lämnas.” Så är det."
    assert [text[slice(*span)] for span in sentences.quoted(text)] == [
        "”Alla ska med.\n\nIngen lämnas.”"
    ]


def test_a_stray_quotation_mark_quotes_nothing() -> None:
    assert sentences.quoted("Punkten är klar” beslutades. Alla var med.") == ()


def test_a_quotation_that_never_ends_quotes_nothing() -> None:
    assert sentences.quoted("Där står ”alla " + "ska med " * 300 + "och ”") == ()


@pytest.mark.parametrize("mark", ["• ", "- ", "– ", "* ", "1. ", "2) ", "a) ", "• 1. "])
def test_a_list_mark_is_no_part_of_what_is_said(mark: str) -> None:
    text = f"{mark}Hur går det?"
    assert text[slice(*sentences.without_mark(text, Span(0, len(text))))] == "Hur går det?"


@pytest.mark.parametrize("text", ["-5 grader", "2025 var kallt", "1.1.2-44/2022"])
def test_what_only_looks_like_a_list_mark_stays(text: str) -> None:
    assert sentences.without_mark(text, Span(0, len(text))) == Span(0, len(text))


@hypothesis.given(st.text(alphabet="Aaåk .?!:\n”1•§-", max_size=120))
def test_sentences_hold_all_words_in_order(text: str) -> None:
    quotes = sentences.quoted(text)
    spans = [
        span
        for paragraph in sentences.paragraphs(text)
        for span in sentences.sentences(text, paragraph, quotes)
    ]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join(text[slice(*span)] for span in spans).split() or not text.split()
    kept = "".join(text[slice(*span)] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
