"""Headings are told from lines that only look like them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import lines_of

from importers.formats.lines import Line
from importers.parse.headings import find_headings
from importers.parse.paragraphs import measure


def headings(text: str) -> list[tuple[int | None, str]]:
    lines = lines_of(text)
    return [(found.number, found.title) for found in find_headings(lines, measure(lines))]


@pytest.mark.parametrize(
    "form", ["§ {n} {t}", "§{n} {t}", "§ {n}. {t}", "{n} § {t}", "{n}. {t}", "{n}) {t}", "{n} {t}"]
)
def test_every_way_of_numbering_is_read(form: str) -> None:
    titles = ["Mötets öppnande", "Föregående protokoll", "Lokaler", "Övriga frågor"]
    text = "\n".join(
        f"{form.format(n=n, t=title)}\nText som hör till punkten {title.lower()}.\n"
        for n, title in enumerate(titles, 1)
    )
    assert headings(text) == list(enumerate(titles, 1))


def test_numbers_may_run_over_the_year_with_gaps() -> None:
    text = (
        "§ 63 Öppnande\nText.\n\n§ 64 Ekonomi\nText.\n\n§ 66 Lokaler\nText.\n\n§ 67 Övrigt\nText."
    )
    assert [number for number, _ in headings(text)] == [63, 64, 66, 67]


@pytest.mark.parametrize(
    "trap",
    [
        "§9 och punkten om bemanning står det fel namn i protokollet.",
        "§ 19 ska göra det i gruppen.",
        "§ 38 MBL",
        "§ 11 i medbestämmandelagen åberopas.",
        "14 januari var sista dagen.",
        "12 månader rullande visar en minskning.",
    ],
)
def test_a_wrapped_line_that_starts_like_a_heading_is_none(trap: str) -> None:
    text = f"§ 1 Öppnande\nMötet öppnades.\n§ 2 Uppföljning\nArbetsgivaren hänvisade till\n{trap}\n"
    text += "§ 3 Lokaler\nFlytten är klar.\n§ 4 Övriga frågor\nInga."
    assert [number for number, _ in headings(text)] == [1, 2, 3, 4]


def test_a_list_inside_an_item_is_not_the_agenda() -> None:
    text = """
        **1. Mötets öppnande**
        Mötet öppnades.
        **2. Lokaler**
        Tre åtgärder görs i år:
        1. Ventilationen byts.
        2. Entrén byggs om.
        3. Larmen ses över.
        **3. Budget**
        Utfallet gicks igenom.
    """
    assert headings(text) == [(1, "Mötets öppnande"), (2, "Lokaler"), (3, "Budget")]


def test_a_title_runs_over_its_lines() -> None:
    text = """
        1. Mötets öppnande
        Mötet öppnades.
        2. Val av justerare samt tidpunkt för när protokollet
        senast ska vara justerat
        Mona Alm valdes.
        3. Föregående protokoll
        Lades till handlingarna.
    """
    assert headings(text)[1] == (
        2,
        "Val av justerare samt tidpunkt för när protokollet senast ska vara justerat",
    )


def test_a_title_on_the_line_below_its_number() -> None:
    text = "§ 1\nMötets öppnande\nText.\n\n§ 2\nLokaler\nText.\n\n§ 3\nBudget\nText."
    assert headings(text) == [(1, "Mötets öppnande"), (2, "Lokaler"), (3, "Budget")]


def test_a_number_without_a_title_does_not_take_the_next_heading_for_one() -> None:
    text = "§ 1\n§ 2 Lokaler\nText.\n§ 3 Budget\nText."
    assert headings(text) == [(1, ""), (2, "Lokaler"), (3, "Budget")]


def test_bold_lines_without_numbers_are_headings() -> None:
    text = """
        **Dagordning**
        Dagordningen godkändes.
        **Lokaler**
        Flytten är klar och har gått bra.
        **Övriga frågor**
        Inga.
    """
    assert headings(text) == [(None, "Dagordning"), (None, "Lokaler"), (None, "Övriga frågor")]


def test_words_own_numbers_count() -> None:
    lines = [
        Line(text, top=float(i), number=number, whole=True)
        for i, (number, text) in enumerate(
            [("1.", "Öppnande"), ("", "Text."), ("2.", "Lokaler"), ("", "Text."), ("3.", "Budget")]
        )
    ]
    found = find_headings(lines, measure(lines))
    assert [(h.number, h.title) for h in found] == [(1, "Öppnande"), (2, "Lokaler"), (3, "Budget")]


def test_a_letter_has_no_headings() -> None:
    assert headings("Hej!\nTack för senast. Vi ses den 3 maj.\nHälsningar\nMona") == []


@given(st.lists(st.text(alphabet="§1239. abÅ:-\n", min_size=1, max_size=25), max_size=25))
def test_headings_rise_and_do_not_overlap(rows: list[str]) -> None:
    lines = lines_of("\n".join(rows))
    found = find_headings(lines, measure(lines))
    assert all(a.after <= b.first for a, b in itertools.pairwise(found))
    numbers = [h.number for h in found if h.number is not None]
    assert numbers == sorted(set(numbers))


FRONT = """
    Protokoll från FSG den 6 maj 2031

    Tidpunkt:
    6 maj kl. 09.30

    Närvarande

    För arbetsgivaren
    Mona Alm, förvaltningschef

    Förhinder
    Vårdförbundet

"""


def test_in_plain_text_a_short_line_by_itself_is_a_heading() -> None:
    text = (
        FRONT
        + """
    Godkännande av dagordning

    Dagordningen godkändes.

    Friskvårdsbidraget

    Bidraget höjs från årsskiftet. Vision frågade när.

    Övrigt

    Inga övriga frågor anmäldes.

    Vid protokollet

    Mona Alm
    """
    )
    assert headings(text) == [
        (None, "Godkännande av dagordning"),
        (None, "Friskvårdsbidraget"),
        (None, "Övrigt"),
    ]


def test_labels_set_in_bold_are_no_headings() -> None:
    text = """
        **Protokoll från FSG den 6 maj 2031**
        **Närvarande**
        **För arbetsgivaren**
        Mona Alm, förvaltningschef
        **Dagordning**
        Dagordningen godkändes och mötet öppnades.
        **Lokaler**
        Flytten är klar och har gått bra för alla.
        **Övrigt**
        Inga övriga frågor anmäldes på mötet.
        **Vid protokollet**
        Mona Alm skrev.
    """
    assert [title for _, title in headings(text)] == ["Dagordning", "Lokaler", "Övrigt"]


@pytest.mark.parametrize(
    "line",
    [
        "Dnr GV 2031/1815",
        "Ledarna har anmält följande frågor:",
        "Ombyggnad av förskolan Lärkan, GV 2031/17",
        "Ärenden för information enligt MBL § 19",
    ],
)
def test_other_lines_that_stand_alone_are_no_headings(line: str) -> None:
    rest = "Lokaler\n\nFlytt.\n\nÖvrigt\n\nInget."
    text = f"{FRONT}Dagordning\n\nGodkändes.\n\n{line}\n\nText.\n\n{rest}"
    assert [title for _, title in headings(text)] == ["Dagordning", "Lokaler", "Övrigt"]


def test_a_title_that_ends_in_a_preposition_runs_on() -> None:
    assert headings("""
        § 1 Öppnande
        Mötet öppnades.

        § 2 Nya lokaler för förskolorna i Almby samt flytt av enheten på
        Norrgården
        Arbetsgivaren redogjorde för tidplanen.

        § 3 Avslutning
        Mötet avslutades.
    """)[1] == (2, "Nya lokaler för förskolorna i Almby samt flytt av enheten på Norrgården")


def test_a_lettered_list_directly_under_a_title_is_no_part_of_it() -> None:
    assert headings("""
        1. Öppnande
        Mötet öppnades.

        2. Facklig information
        a) Kommunal har haft årsmöte.
        b) Vision har inget att rapportera.

        3. Avslutning
        Mötet avslutades.
    """)[1] == (2, "Facklig information")


def test_a_word_divided_in_a_title_is_put_together_and_a_true_hyphen_kept() -> None:
    assert [
        title
        for _, title in headings("""
        § 1 Förslag till ny rutin för informations-
        säkerhet

        § 2 Hot- och våldsutbildning för personalen på vård-
        och omsorgsboenden

        § 3 Avslutning
    """)
    ] == [
        "Förslag till ny rutin för informationssäkerhet",
        "Hot- och våldsutbildning för personalen på vård- och omsorgsboenden",
        "Avslutning",
    ]


def test_the_text_may_begin_on_the_titles_line() -> None:
    lines = lines_of("""
        § 1 Mötets öppnande. Mona Alm öppnade mötet och hälsade alla
        välkomna.
        § 2 Föregående protokoll. Protokollet lades till handlingarna.
        § 3 Lokaler m.m.
        Flytten är klar.
    """)
    found = find_headings(lines, measure(lines))
    assert [(h.title, h.rest) for h in found] == [
        ("Mötets öppnande", "Mona Alm öppnade mötet och hälsade alla"),
        ("Föregående protokoll", "Protokollet lades till handlingarna."),
        ("Lokaler m.m", ""),
    ]


def test_a_title_that_ends_like_a_side_of_the_table_does_not_hide_those_before_it() -> None:
    text = """
        **Närvarande**
        **Förvaltningen**
        Mona Alm, förvaltningschef
        **Dagordning**
        Dagordningen godkändes och mötet öppnades.
        **Lokaler**
        Flytten är klar och har gått bra för alla.
        **Miljöarbete i förvaltningen**
        Källsorteringen fungerar.
    """
    assert [title for _, title in headings(text)] == [
        "Dagordning",
        "Lokaler",
        "Miljöarbete i förvaltningen",
    ]
