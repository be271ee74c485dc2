import pytest

from importers.parse.samverkan_lines import may_name, name_of, names_a_matter, says_nothing


@pytest.mark.parametrize(
    ("line", "listed", "named"),
    [
        ("Ny simhall vid Ekängen", False, True),
        ("Taxor.", True, True),
        ("Taxor.", False, False),
        ("Ärendet är samverkat", False, False),
        ("Kommunal reserverar sig", False, False),
        ("Bo Alm visade bilder. Frågan är ”hur många?”", False, False),
    ],
)
def test_a_name_has_no_full_stop_unless_it_is_listed(line: str, listed: bool, named: bool) -> None:
    assert names_a_matter(line, listed=listed, after_prose=False) is named


def test_a_list_of_sentences_after_prose_is_of_arguments() -> None:
    assert not names_a_matter("Ledningen blir för tunn.", listed=True, after_prose=True)


@pytest.mark.parametrize("line", ["-", "Inga ärenden.", "Bakgrund", "Beslut:"])
def test_some_lines_name_nothing(line: str) -> None:
    assert says_nothing(line)


def test_a_sentence_with_a_verb_is_no_name() -> None:
    assert may_name("Bokslut 2024.") == "Bokslut 2024."
    assert may_name("Förslaget har skickats ut.") is None
    assert may_name("Bo Alm redogjorde för bokslutet.") is None


@pytest.mark.parametrize(
    "line", ["Ny taxa, dnr KS 2024/9", "KS 2024/9 Ny taxa", "A. Ny taxa.", "Ny taxa (KS 2024/9)"]
)
def test_a_name_is_without_letter_and_case_number(line: str) -> None:
    assert name_of(line) == "Ny taxa"
