import hypothesis
import pytest
from hypothesis import strategies as st

from archive import registry
from archive.model import Outcome, SamverkanMatter
from importers.parse.samverkan import find_samverkan
from importers.parse.unions import UnionNames

NAMES = UnionNames(registry.packaged().unions)
NEGOTIATED = "MBL § 11"
INFORMED_OF = "MBL § 19"


def read(*paragraphs: str, title: str = "Nämndärenden") -> tuple[SamverkanMatter, ...]:
    """The matters found, each with its basis, name and outcome only."""
    found = find_samverkan(title, "\n\n".join(paragraphs), NAMES)
    return tuple(SamverkanMatter(entry.basis, entry.matter, entry.outcome) for entry in found)


@pytest.mark.parametrize(
    ("head", "basis"),
    [
        ("Avser samverkan som motsvarar MBL § 11", NEGOTIATED),
        ("Samverkan enligt 11 § MBL:", NEGOTIATED),
        ("MBL § 11", NEGOTIATED),
        ("MBL 11", NEGOTIATED),
        ("Förhandling enligt § 11 MBL", NEGOTIATED),
        ("Ärenden för samverkan", NEGOTIATED),
        ("Information avser samverkan som motsvarar MBL § 19", INFORMED_OF),
        ("Information enligt § 19", INFORMED_OF),
        ("Information från arbetsgivaren enligt MBL 19 §", INFORMED_OF),
        ("Ärenden för information", INFORMED_OF),
        ("Förhandling enligt MBL § 38", "MBL § 38"),
        ("Förhandling enligt MBL § 12", "annan"),
    ],
)
def test_a_line_names_the_basis_of_the_matters_under_it(head: str, basis: str) -> None:
    outcome = Outcome.INFORMED if basis == INFORMED_OF else Outcome.UNKNOWN
    assert read(head, "Ny simhall") == (SamverkanMatter(basis, "Ny simhall", outcome),)


@pytest.mark.parametrize("empty", ["-", "–", "Inga ärenden.", "Inget", "Det finns inga ärenden."])
def test_an_empty_group_has_no_matters(empty: str) -> None:
    assert read("Samverkan enligt MBL § 11", empty) == ()


def test_each_listed_matter_is_one_entry() -> None:
    assert read(
        "Samverkan enligt MBL § 11",
        "-",
        "Information enligt MBL § 19",
        "Ny simhall vid Ekängen",
        "KS 2024/117",
        "Handlingsplan för klotter",
        "(Yttrande till kommunstyrelsen)",
        "Ärendena anses informerade.",
        "SSR hade synpunkter på Nya cykelbanor",
    ) == (
        SamverkanMatter(INFORMED_OF, "Ny simhall vid Ekängen", Outcome.INFORMED),
        SamverkanMatter(
            INFORMED_OF,
            "Handlingsplan för klotter (Yttrande till kommunstyrelsen)",
            Outcome.INFORMED,
        ),
    )


def test_each_matter_has_its_own_outcome() -> None:
    assert read(
        "Samverkan enligt MBL § 11",
        "Ny ledningsorganisation, dnr KS 2024/9",
        "Vision yrkar avslag. Förhandlingen avslutas i oenighet med Vision.",
        "Öppettider",
        "Parterna är eniga.",
        "Taxor",
        "Ärendet bordläggs.",
    ) == (
        SamverkanMatter(NEGOTIATED, "Ny ledningsorganisation", Outcome.DISAGREED),
        SamverkanMatter(NEGOTIATED, "Öppettider", Outcome.AGREED),
        SamverkanMatter(NEGOTIATED, "Taxor", Outcome.POSTPONED),
    )


def test_one_formula_ends_all_matters_listed_before_it() -> None:
    found = read(
        "Information enligt MBL § 19", "• Ny simhall.", "• Taxor.", "Informationen är given."
    )
    assert [(entry.matter, entry.outcome) for entry in found] == [
        ("Ny simhall", Outcome.INFORMED),
        ("Taxor", Outcome.INFORMED),
    ]


def test_dissent_once_noted_stays() -> None:
    (entry,) = read(
        "Samverkan enligt MBL § 11", "Taxor", "Vision reserverar sig. Ärendet är samverkat."
    )
    assert entry.outcome is Outcome.DISAGREED


def test_a_line_may_name_both_matter_and_basis() -> None:
    assert read("Ny simhall (MBL § 11)", "Ärendet är samverkat.", "Taxor – MBL § 19") == (
        SamverkanMatter(NEGOTIATED, "Ny simhall", Outcome.AGREED),
        SamverkanMatter(INFORMED_OF, "Taxor", Outcome.INFORMED),
    )


def test_the_title_may_name_the_basis() -> None:
    assert read(
        "Arbetsgivaren redogjorde för läget. Ärendet är samverkat.", title="Samverkan enl. MBL § 11"
    ) == (SamverkanMatter(NEGOTIATED, None, Outcome.AGREED),)


def test_telling_under_paragraf_19_is_informing() -> None:
    assert read("Information enligt MBL § 19", "Arbetsgivaren redogjorde för bokslutet.") == (
        SamverkanMatter(INFORMED_OF, None, Outcome.INFORMED),
    )


@pytest.mark.parametrize(
    ("sentence", "entry"),
    [
        (
            "Samverkan enligt MBL § 11 avslutades i enighet.",
            SamverkanMatter(NEGOTIATED, "Lokaler", Outcome.AGREED),
        ),
        (
            "Arbetsgivaren informerade enligt MBL § 19 om bokslutet.",
            SamverkanMatter(INFORMED_OF, "Lokaler", Outcome.INFORMED),
        ),
        (
            "Arbetsgivaren informerade om schemat som samverkades enligt förslaget.",
            SamverkanMatter(NEGOTIATED, "Lokaler", Outcome.AGREED),
        ),
        (
            "Ärendet anses informerat.",
            SamverkanMatter(INFORMED_OF, "Lokaler", Outcome.INFORMED),
        ),
        (
            "Vision är oenig i beslutet.",
            SamverkanMatter(NEGOTIATED, "Lokaler", Outcome.DISAGREED),
        ),
    ],
)
def test_a_sentence_may_tell_of_the_matter_that_the_title_names(
    sentence: str, entry: SamverkanMatter
) -> None:
    assert read(sentence, title="Lokaler") == (entry,)


def test_a_sentence_may_name_the_basis_of_what_follows_it() -> None:
    assert read(
        "Ny simhall",
        "Ärendet samverkas enligt MBL § 11.",
        "Arbetsgivaren föreslår att bygget börjar i maj.",
        "Samverkan ajournerades och ärendet bordläggs.",
    ) == (SamverkanMatter(NEGOTIATED, "Ny simhall", Outcome.POSTPONED),)


def test_a_matter_in_running_text_has_its_headings_name() -> None:
    (entry,) = read("Ny simhall vid Ekängen", "Bygget börjar i maj. Ärendet är samverkat.")
    assert entry.matter == "Ny simhall vid Ekängen"


@pytest.mark.parametrize(
    "text",
    [
        "Frågorna kom upp vid MBL-förhandlingen i maj.",
        "Kommunal begär förhandling enligt MBL § 11.",
        "Rutinen för MBL § 11 gicks igenom.",
        "Parterna är överens om att flytta mötet.",
        "Medarbetarna har informerats om flytten.",
        "Frågan bordläggs till nästa möte.",
        "Arbetsgivaren informerade om bokslutet.",
        "Ärendet ska samverkas enligt MBL § 11 i maj.",
        "I planen står ”ärendet är samverkat enligt MBL § 11” på sidan 4.",
        "Under §9 stod fel namn.",
    ],
)
def test_what_only_speaks_of_samverkan_is_no_matter(text: str) -> None:
    assert read(text, title="Övriga frågor") == ()


@hypothesis.given(
    st.lists(
        st.sampled_from(
            [
                "MBL § 11",
                "Information enligt MBL § 19",
                "-",
                "Taxor",
                "KS 2024/9",
                "Ärendet är samverkat.",
            ]
        ),
        max_size=10,
    )
)
def test_every_matter_is_given_once(paragraphs: list[str]) -> None:
    found = find_samverkan("Nämndärenden", "\n\n".join(paragraphs), NAMES)
    assert len(set(found)) == len(found)


def test_a_paragraph_may_hold_matter_basis_and_outcome() -> None:
    assert read(
        "Bokslut 2017, dnr 1.2.3-45/2018. Förhandling enligt MBL 11 §. Parterna är eniga.",
        "Årsplan 2018. Information enligt 19 § MBL.",
    ) == (
        SamverkanMatter(NEGOTIATED, "Bokslut 2017", Outcome.AGREED),
        SamverkanMatter(INFORMED_OF, "Årsplan 2018", Outcome.INFORMED),
    )


def test_a_list_item_ends_by_itself_where_the_title_speaks_of_samverkan() -> None:
    items = ("A. Ny taxa. Enighet.", "B. Försäljning av mark. Kommunal reserverar sig.")
    assert read(*items, title="Samverkan inför nämnd") == (
        SamverkanMatter(NEGOTIATED, "Ny taxa", Outcome.AGREED),
        SamverkanMatter(NEGOTIATED, "Försäljning av mark", Outcome.DISAGREED),
    )
    assert read("a) Flytt till Ekbacken. Ajournerades till maj.", title="MBL-ärenden") == (
        SamverkanMatter(NEGOTIATED, "Flytt till Ekbacken", Outcome.POSTPONED),
    )


def test_matters_just_listed_rest_on_the_basis_that_is_named_with_their_outcome() -> None:
    assert read(
        "• Bokslut 2017",
        "Informationen enligt MBL § 19 är lämnad.",
        "Nya öppettider",
        "Samverkan avslutades i enighet.",
        title="Samverkansärenden",
    ) == (
        SamverkanMatter(INFORMED_OF, "Bokslut 2017", Outcome.INFORMED),
        SamverkanMatter(NEGOTIATED, "Nya öppettider", Outcome.AGREED),
    )


@pytest.mark.parametrize(
    "told",
    [
        "Ärendelistan gicks igenom.",
        "De fackliga organisationerna tog del av informationen.",
        "De fackliga organisationerna ansåg sig informerade.",
    ],
)
def test_what_was_gone_through_under_information_was_informed_of(told: str) -> None:
    assert read("Information enligt MBL § 19", "Ny simhall", told) == (
        SamverkanMatter(INFORMED_OF, "Ny simhall", Outcome.INFORMED),
    )


def test_a_head_may_tell_how_its_matters_ended_and_one_of_them_differ() -> None:
    assert read(
        "Följande ärenden samverkades enligt MBL § 11:",
        "• Bokslut 2018",
        "• Ny simhall",
        "Vision reserverade sig mot Ny simhall.",
        "Följande ärenden informerades enligt MBL § 19:",
        "• Svar på skrivelse",
    ) == (
        SamverkanMatter(NEGOTIATED, "Bokslut 2018", Outcome.AGREED),
        SamverkanMatter(NEGOTIATED, "Ny simhall", Outcome.DISAGREED),
        SamverkanMatter(INFORMED_OF, "Svar på skrivelse", Outcome.INFORMED),
    )


def test_under_a_title_that_names_the_act_a_paragraf_needs_no_act() -> None:
    assert read("§ 11 Ny organisation i köken. Bordlades.", title="MBL") == (
        SamverkanMatter(NEGOTIATED, "Ny organisation i köken", Outcome.POSTPONED),
    )
    assert read("§ 11 Ny organisation i köken. Bordlades.", title="Organisation") == ()


def test_a_line_with_a_case_number_of_its_own_belongs_to_no_line_above() -> None:
    assert [
        entry.matter
        for entry in read(
            "Information enligt MBL § 19",
            "SEN 2024/109 Förslag till planeringsguide",
            "SEN 2024/87 Anmälan av delegationsbeslut",
            "SEN 2024/120 Svar på medborgarförslag om en gångväg",
        )
    ] == [
        "Förslag till planeringsguide",
        "Anmälan av delegationsbeslut",
        "Svar på medborgarförslag om en gångväg",
    ]
    assert [
        entry.matter
        for entry in read(
            "Information enligt MBL § 19",
            "Förslag till planeringsguide, SEN 2024/109",
            "Anmälan av delegationsbeslut, SEN 2024/87",
        )
    ] == ["Förslag till planeringsguide", "Anmälan av delegationsbeslut"]
    assert [
        entry.matter
        for entry in read(
            "Information enligt MBL § 19",
            "Nya hundrastgårdar",
            "Hemställan till kommunfullmäktige, HÄ 2024/351",
        )
    ] == ["Nya hundrastgårdar. Hemställan till kommunfullmäktige"]
