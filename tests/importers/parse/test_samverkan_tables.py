from archive.model import Outcome
from importers.parse.samverkan_tables import TableRow, is_head, read_row


def test_a_row_tells_matter_case_number_paragraf_and_result_in_any_order() -> None:
    row = TableRow("Budget 2025", "MBL § 11", Outcome.AGREED, ("KS 2024/12",), "Enighet")
    assert read_row(["Budget 2025", "KS 2024/12", "§ 11", "Enighet"]) == row
    assert read_row(["1", "KS 2024/12", "MBL § 11", "Budget 2025", "Enighet"]) == row


def test_a_case_number_may_stand_in_the_matters_own_cell() -> None:
    row = read_row(["Budget 2025 (dnr KS 2024/12)", "19 §"])
    assert row == TableRow("Budget 2025", "MBL § 19", None, ("KS 2024/12",), "")


def test_one_cell_may_tell_both_paragraf_and_result() -> None:
    row = read_row(["Bokslut", "Informerat, § 19 MBL"])
    assert row == TableRow("Bokslut", "MBL § 19", Outcome.INFORMED, (), "Informerat, § 19 MBL")
    row = read_row(["Taxor", "§ 11 MBL, bordlagt"])
    assert row == TableRow("Taxor", "MBL § 11", Outcome.POSTPONED, (), "§ 11 MBL, bordlagt")


def test_a_row_without_paragraf_and_result_is_no_matter() -> None:
    assert read_row(["Anna Ek", "enhetschef"]) is None


def test_the_first_cell_is_a_name_even_where_it_sounds_like_a_result() -> None:
    row = read_row(["Informationssäkerhet", "§ 11", "Bordlagt"])
    assert row == TableRow("Informationssäkerhet", "MBL § 11", Outcome.POSTPONED, (), "Bordlagt")


def test_column_heads_are_told_from_matters() -> None:
    assert is_head(["Ärende", "Dnr", "MBL", "Resultat"])
    assert not is_head(["Budget", "Dnr"])
