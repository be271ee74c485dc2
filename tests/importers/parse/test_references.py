import hypothesis
import pytest
from hypothesis import strategies as st

from importers.parse.references import find_diarienummer, find_references, law_paragraphs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HÄ 2024/12", "HÄ 2024/12"),
        ("Svar på remiss (KS 2024/117)", "KS 2024/117"),
        ("Dnr 1.2.3-456/2022", "1.2.3-456/2022"),
        ("Yttrande, 1.2.3-456/2022.", "1.2.3-456/2022"),
        ("Dnr 1.2.3.-45-2018", "1.2.3.-45-2018"),
        ("Yttrande, 1.2.3.-45-2018.", "1.2.3.-45-2018"),
        ("Ärende 2018/202", "2018/202"),
        ("Dnr: SN-2023-00123", "SN-2023-00123"),
        ("Plan för lokaler SN-2023-00123", "SN-2023-00123"),
        ("SBF/2021:45", "SBF/2021:45"),
        ("dnr 123-2020", "123-2020"),
        ("diarienummer 2024-773", "2024-773"),
        ("Diarienr. ÄN2020/45", "ÄN2020/45"),
        ("KS 2024/117-3", "KS 2024/117-3"),
        ("SLK 2019-1234", "SLK 2019-1234"),
        ("VON 2024/000123", "VON 2024/000123"),
        ("dnr 2024/25", "2024/25"),
        ("Dnr2024/117", "2024/117"),
        ("SoN 2024/15", "SoN 2024/15"),
        ("SN 2023/123:4", "SN 2023/123:4"),
    ],
)
def test_a_case_number_is_kept_as_printed(text: str, found: str) -> None:
    assert find_diarienummer(text) == (found,)


@pytest.mark.parametrize(
    "text",
    [
        "den 2024-03-12",
        "Dnr saknas, 2024-03-12",
        "2024/03/12",
        "Protokoll 2024-03-12 kl. 13.00-15.30",
        "Ds 2023:4",
        "SOU 2023:12 och AFS 2015:4",
        "HSLF-FS 2017:40",
        "läsåret 2024/2025",
        "läsåret 2024/25",
        "VP 2024/2025",
        "perioden 2022/2026",
        "prop. 2023/24:112",
        "ring 08-508 123 45",
        "1/2 tjänst och 3/4 av tiden",
        "sidan 55-69",
        "konto 1234-5678",
        "Ärende 15",
        "75-100 procent",
        "ISO 2015/1234",
        "FSG 2024-05-12",
        "APT 2024-05",
        "förordning (EU) 2016/679",
        "direktiv 2003/88/EG",
        "skrivelse 2023/24:45",
    ],
)
def test_a_number_of_another_kind_is_no_case_number(text: str) -> None:
    assert find_diarienummer(text) == ()


def test_several_case_numbers_come_in_order_and_once() -> None:
    text = "HÄ 2024/45\n\nHÄ 2024/67\n\nHÄ 2024/45"
    assert find_diarienummer(text) == ("HÄ 2024/45", "HÄ 2024/67")


def test_one_word_may_stand_before_several_case_numbers() -> None:
    assert find_diarienummer("dnr 123-2020, 124-2020 och 7-2021") == (
        "123-2020",
        "124-2020",
        "7-2021",
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("betänkandet (SOU 2023:12)", "SOU 2023:12"),
        ("Ds 2023:4", "Ds 2023:4"),
        ("enligt AFS 2015:4", "AFS 2015:4"),
        ("prop. 2023/24:12", "Prop. 2023/24:12"),
        ("bet. 2023/24:SoU12", "Bet. 2023/24:SoU12"),
        ("dir. 2023:45", "Dir. 2023:45"),
        ("kommittédirektiv 2023:45", "Dir. 2023:45"),
        ("betänkande 2023/24:SoU12", "Bet. 2023/24:SoU12"),
        ("regeringens skrivelse 2023/24:45", "Skr. 2023/24:45"),
        ("dataskyddsförordningen (EU) 2016/679", "(EU) 2016/679"),
        ("arbetstidsdirektivet 2003/88/EG", "2003/88/EG"),
        ("lagen (1976:580) om medbestämmande", "SFS 1976:580"),
        ("SFS 1976:580", "SFS 1976:580"),
        ("MBL § 19", "MBL § 19"),
        ("19 § MBL", "MBL § 19"),
        ("§ 19 MBL", "MBL § 19"),
        ("MBL 19 §", "MBL § 19"),
        ("§ 19 i medbestämmandelagen", "MBL § 19"),
        ("AML 6 kap. 9 §", "AML 6 kap. 9 §"),
        ("6 kap. 9 § arbetsmiljölagen", "AML 6 kap. 9 §"),
        ("6 kap 6 a § AML", "AML 6 kap. 6 a §"),
        ("LAS § 22", "LAS § 22"),
    ],
)
def test_a_reference_has_one_form(text: str, found: str) -> None:
    assert find_references(text) == (found,)


def test_two_paragrafer_of_one_act_are_two_references() -> None:
    assert find_references("enligt MBL §§ 11 och 19") == ("MBL § 11", "MBL § 19")
    assert find_references("enligt 11 och 19 §§ MBL") == ("MBL § 11", "MBL § 19")


@pytest.mark.parametrize(
    "text",
    [
        "§ 9 och punkten om lokaler",
        "MBL-förhandlingen om planen",
        "se § 12",
        "12 § 3 st",
        "MBL 2024",
    ],
)
def test_a_paragraf_without_its_act_is_no_reference(text: str) -> None:
    assert find_references(text) == ()


def test_a_place_in_an_act_knows_where_it_stands() -> None:
    text = "Information enligt 19 § MBL gavs."
    (place,) = law_paragraphs(text)
    assert text[place.start : place.end] == "19 § MBL"


@hypothesis.given(st.text(alphabet="KSDnrMBL §0123456789/:-. kapoch,", max_size=80))
def test_whatever_is_found_as_a_case_number_stands_in_the_text(text: str) -> None:
    assert all(number in text for number in find_diarienummer(text))
    assert all(find_references(text))
