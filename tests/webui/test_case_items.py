"""What of a paragraph is one case's."""

import pytest

from archive.model import Outcome, SamverkanMatter, Section
from webui import case_items
from webui.case_slug import case_slug


def listing(text: str, *numbers: str, title: str = "Anmälningsärenden") -> Section:
    return Section(1, 7, title, text, diarienummer=numbers)


def own(section: Section, number: str) -> tuple[str, ...]:
    item = case_items.item(section, case_slug(number))
    assert item is not None
    return item.passages


FIRST, SECOND, THIRD = "KS 2025/12", "KS 2025/13", "KS 2025/14"


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} Remiss om friluftsliv\n\n{SECOND} Budget 2026",
        f"Dnr {FIRST} Remiss om friluftsliv\n\nDnr {SECOND}: Budget 2026",
        f"• Remiss om friluftsliv, {FIRST}\n\n• Budget 2026 (dnr {SECOND})",
        f"a) Remiss om friluftsliv, dnr {FIRST}. Enighet.\n\nb) Budget 2026, dnr {SECOND}. Oense.",
        f"Ärenden: {FIRST} Remiss om friluftsliv, {SECOND} Budget 2026.",
        f"Remiss om friluftsliv, {FIRST}, Budget 2026, {SECOND}",
        f"Remiss om friluftsliv\n\nDnr {FIRST}\n\nBudget 2026\n\nDnr {SECOND}",
        f"{FIRST} Remiss om friluftsliv {SECOND} Budget 2026",
        "Punkt 6, Remiss om friluftsliv, dnr KS\n2025/12. Samverkan MBL § 11.\n\n"
        f"Punkt 9, Budget 2026, dnr {SECOND}. Information",
    ],
)
def test_a_case_is_called_what_stands_by_its_number(text: str) -> None:
    section = listing(text, FIRST, SECOND)
    assert case_items.name(section, "ks-2025-12") == "Remiss om friluftsliv"
    assert case_items.name(section, "ks-2025-13") == "Budget 2026"
    assert "Budget" not in " ".join(own(section, FIRST))
    assert "Remiss" not in " ".join(own(section, SECOND))


@pytest.mark.parametrize(
    "text",
    [
        f"Gruppen gick igenom {FIRST} och {SECOND} utan synpunkter.",
        f"Ärendet rör dnr {FIRST}.\n\nVision undrar hur det går med {SECOND}.",
        f"Förslaget ({FIRST}) gås igenom. Det hänger ihop med lokalfrågan ({SECOND}) i våras.",
        f"Dnr {FIRST}\n\nDnr {SECOND}",
    ],
)
def test_a_sentence_is_no_name(text: str) -> None:
    section = listing(text, FIRST, SECOND)
    assert case_items.name(section, "ks-2025-12") == ""
    assert case_items.name(section, "ks-2025-13") == ""


def test_what_is_said_until_the_next_case_is_the_first_ones() -> None:
    text = (
        f"Ärenden för information enligt MBL § 19\n\n{FIRST} Remiss\n\nKommunal frågar varför."
        f"\n\n{SECOND} Budget\n\n{THIRD} Bokslut"
        "\n\nÄrendena samverkades i enighet.\n\nVision tackar."
    )
    section = listing(text, FIRST, SECOND, THIRD)
    assert own(section, FIRST) == (f"{FIRST} Remiss", "Kommunal frågar varför.")
    assert own(section, SECOND) == (f"{SECOND} Budget",)
    assert own(section, THIRD) == (f"{THIRD} Bokslut",)


def test_a_sentence_belongs_to_the_number_in_it() -> None:
    section = listing(
        f"Förslaget ({FIRST}) gås igenom. Två enheter slås samman. Lokalerna ({SECOND}) är klara.",
        FIRST,
        SECOND,
    )
    assert own(section, FIRST) == (f"Förslaget ({FIRST}) gås igenom. Två enheter slås samman.",)
    assert own(section, SECOND) == (f"Lokalerna ({SECOND}) är klara.",)


def test_two_numbers_side_by_side_share_what_is_said() -> None:
    section = listing(f"{FIRST} och {SECOND} Remisser\n\n{THIRD} Bokslut", FIRST, SECOND, THIRD)
    assert case_items.name(section, "ks-2025-12") == "Remisser"
    assert own(section, SECOND) == (f"{FIRST} och {SECOND} Remisser",)


def test_a_number_that_begins_like_another_is_another() -> None:
    section = listing("KS 2025/1 Remiss\n\nKS 2025/12 Budget", "KS 2025/1", "KS 2025/12")
    assert own(section, "KS 2025/1") == ("KS 2025/1 Remiss",)


def test_a_case_alone_has_the_paragraph_and_its_title() -> None:
    section = listing(f"Dnr {FIRST}\n\nGicks igenom.", FIRST, title="Flytt av växeln")
    assert case_items.item(section, "ks-2025-12") is None
    assert case_items.name(section, "ks-2025-12") == "Flytt av växeln"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Information om nya lokaler", True),
        ("Rutin för ärenden om trygghet", True),
        ("Information enligt MBL § 19", False),
        ("Samverkan", False),
        ("Genomgång av ärenden inför nämnden", False),
        ("Anmälningsärenden:", False),
    ],
)
def test_a_title_that_is_said_of_any_cases_is_no_name(title: str, named: bool) -> None:
    section = listing(f"Dnr {FIRST}", FIRST, title=title)
    assert case_items.name(section, "ks-2025-12") == (title if named else "")


def test_a_case_alone_in_a_list_is_called_by_its_own_name() -> None:
    section = listing(f"Val av ombud, {FIRST}", FIRST, title="Ärenden till nämnden")
    assert case_items.name(section, "ks-2025-12") == "Val av ombud"


def test_a_matter_of_samverkan_lends_its_name() -> None:
    matters = (
        SamverkanMatter("MBL § 11", "Ny skola", Outcome.AGREED, (FIRST,)),
        SamverkanMatter("MBL § 11", "Två saker", Outcome.AGREED, (SECOND, THIRD)),
    )
    section = Section(1, 7, "Nämndärenden", "", samverkan=matters)
    assert case_items.name(section, "ks-2025-12") == "Ny skola"
    assert case_items.name(section, "ks-2025-13") == ""


def test_the_number_is_marked_also_across_a_line() -> None:
    assert [(it.start, it.end) for it in case_items.marks(f"Se {FIRST}, {FIRST}9.", FIRST)] == [
        (3, 13)
    ]
