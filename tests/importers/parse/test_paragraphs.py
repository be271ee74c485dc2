"""Printed lines become paragraphs again."""

import dataclasses as dc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import lines_of

from archive.model import PageStart
from importers.formats.lines import Line
from importers.parse.paragraphs import Metrics, measure, restore


def restored(text: str) -> list[str]:
    lines = lines_of(text)
    return restore(lines, measure(lines)).text.split("\n\n")


def test_wrapped_lines_are_one_paragraph() -> None:
    assert restored("""
        Arbetsgivaren redogjorde för utfallet av den ekonomiska
        uppföljningen efter april och för de åtgärder som nämnden
        har beslutat om.
    """) == [
        "Arbetsgivaren redogjorde för utfallet av den ekonomiska uppföljningen efter april och "
        "för de åtgärder som nämnden har beslutat om."
    ]


def test_a_larger_gap_ends_a_paragraph_where_every_line_has_one() -> None:
    assert restored("""
        Kommunal önskar en redovisning av antalet tillbud som

        anmälts under året och hur de har följts upp i de

        lokala grupperna.



        Arbetsgivaren redovisade antalet för vart och ett av
    """)[1].startswith("Arbetsgivaren")


def test_a_line_broken_early_ends_a_paragraph() -> None:
    assert restored("""
        Sjukfrånvaron har minskat något sedan förra mötet, mest inom
        äldreomsorgen.
        Vision frågade hur den korta frånvaron har utvecklats sedan
        årsskiftet.
    """) == [
        "Sjukfrånvaron har minskat något sedan förra mötet, mest inom äldreomsorgen.",
        "Vision frågade hur den korta frånvaron har utvecklats sedan årsskiftet.",
    ]


def test_an_unfinished_sentence_is_not_broken_at_a_name() -> None:
    assert restored("""
        På årsmötet den 28 februari lämnar den nuvarande ordföranden Maja
        Nordanvik sin post och en efterträdare ska utses av medlemmarna på
        nästa möte.
    """) == [
        "På årsmötet den 28 februari lämnar den nuvarande ordföranden Maja Nordanvik sin post "
        "och en efterträdare ska utses av medlemmarna på nästa möte."
    ]


def test_list_items_are_paragraphs_of_their_own() -> None:
    assert restored("""
        Arbetsgivaren informerade om utbildningar:
        • Den 19 maj hålls en utbildning för
        nya chefer.
        • Den 2 juni hålls en för skyddsombud.
    """) == [
        "Arbetsgivaren informerade om utbildningar:",
        "• Den 19 maj hålls en utbildning för nya chefer.",
        "• Den 2 juni hålls en för skyddsombud.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Klassning av informations-", "säkerhet pågår.", "Klassning av informationssäkerhet"),
        ("Frågan om hot-", "och våldsplaner togs upp.", "hot- och våldsplaner"),
        ("Inför MBL-", "förhandlingen i maj.", "MBL-förhandlingen"),
        ("Byte av e-", "tjänst under våren.", "e-tjänst"),
        ("Samarbete med Vision-", "Kommunal framöver.", "Vision-Kommunal"),
        ("Skolor för f-", "6 och uppåt.", "f-6"),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    text = restore(lines_of(f"{first}\n{second}"), Metrics(1.0, 200.0)).text
    assert joined in text


def test_pages_are_kept_as_places_in_the_text() -> None:
    lines = (
        dc.replace(Line("Texten börjar på sidan två och"), page=2, top=800.0, right=400.0),
        dc.replace(Line("fortsätter på sidan tre."), page=3, top=90.0, right=300.0),
    )
    text = restore(lines, Metrics(14.0, 420.0))
    assert text.text == "Texten börjar på sidan två och fortsätter på sidan tre."
    assert text.page_starts == (PageStart(0, 2), PageStart(31, 3))
    assert text.text[31:].startswith("fortsätter")


def test_cells_of_a_row_stay_together() -> None:
    row = [
        Line(word, 1, left, 100.0, left + 50, 12.0) for word, left in (("Maj", 70), ("6,1", 200))
    ]
    below = [
        Line(word, 1, left, 114.0, left + 50, 12.0) for word, left in (("Juni", 70), ("6", 200))
    ]
    assert restore([*row, *below], Metrics(14.0, 500.0)).text == "Maj | 6,1\n\nJuni | 6"


@given(st.lists(st.from_regex(r"[a-zåäö]{1,9}( [a-zåäö]{1,9}){0,6}[.:]?", fullmatch=True)))
def test_no_letter_is_lost_or_added(rows: list[str]) -> None:
    lines = lines_of("\n".join(rows))
    text = restore(lines, measure(lines)).text
    assert text.replace(" ", "").replace("\n", "") == "".join(rows).replace(" ", "")


def test_a_sentence_ends_a_list_item_without_a_full_stop_that_fills_its_line() -> None:
    assert restored("""
        Följande ärenden gicks igenom inför nämndens möte, som
        hålls i slutet av månaden:
        • Remiss om stadens program för tillgänglighet
        De fackliga organisationerna hade inga synpunkter.
    """)[-2:] == [
        "• Remiss om stadens program för tillgänglighet",
        "De fackliga organisationerna hade inga synpunkter.",
    ]


def test_a_list_of_cases_goes_on_over_a_page_break() -> None:
    last, first = (
        "SEN 2024/68 Återrapportering av uppdrag: statistikhandbok vid lokalvårdslag Kaprifolen",
        "SEN 2024/109 Förslag till planeringsguide för 2024–2025",
    )
    lines = (
        Line(last, page=2, left=70.0, top=780.0, right=490.0, height=10.0),
        Line(first, page=3, left=70.0, top=70.0, right=340.0, height=10.0),
    )
    text = restore(lines, Metrics(14.0, 500.0))
    assert text.text == f"{last}\n\n{first}"
    assert text.page_starts == (PageStart(0, 2), PageStart(len(last) + 2, 3))


def test_a_sentence_goes_on_over_a_page_break_before_a_case_number() -> None:
    lines = (
        Line(
            "Frågan behandlas tillsammans med ärende", page=2, top=780.0, right=490.0, height=10.0
        ),
        Line("SEN 2024/109 vid nästa möte.", page=3, top=70.0, right=240.0, height=10.0),
    )
    assert restore(lines, Metrics(14.0, 500.0)).text == (
        "Frågan behandlas tillsammans med ärende SEN 2024/109 vid nästa möte."
    )


def test_what_begins_left_of_an_items_sign_is_not_its_text() -> None:
    item = Line("- Anmälan av protokoll från Ekbackens råd", left=90.0, right=495.0, height=10.0)
    after = Line("Kommunal saknar ett ärende.", left=70.0, top=14.0, right=220.0, height=10.0)
    metrics = Metrics(14.0, 500.0)
    assert "\n\n" in restore((item, after), metrics).text
    assert "\n\n" not in restore((item, dc.replace(after, left=100.0)), metrics).text


def test_each_matter_of_a_list_without_wrapped_lines_is_its_own() -> None:
    assert restored("""
        Information enligt MBL § 19
        Hundrastgårdar i stadsdelen
        Ny park vid Ekängen
        Hyror för föreningar
    """) == [
        "Information enligt MBL § 19",
        "Hundrastgårdar i stadsdelen",
        "Ny park vid Ekängen",
        "Hyror för föreningar",
    ]


def test_full_lines_that_end_with_their_case_number_are_matters_of_their_own() -> None:
    assert restored("""
        Inför nämndens sammanträde informerade arbetsgivaren om dessa ärenden som är
        av vikt för gruppen:
        Genomförandebeslut för cykelstråket längs Ekvägens norra del, T2022-03410
        Remiss om ändrade regler för elsparkcyklar (Ds 2023:14), T2023-02055
        Delårsbokslut, T2023-00019
    """)[1:] == [
        "Genomförandebeslut för cykelstråket längs Ekvägens norra del, T2022-03410",
        "Remiss om ändrade regler för elsparkcyklar (Ds 2023:14), T2023-02055",
        "Delårsbokslut, T2023-00019",
    ]
