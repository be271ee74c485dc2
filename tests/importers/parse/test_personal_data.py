"""Which numbers and addresses are found, and which only look like them. All are invented."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.messages import RemarkCode
from archive.registry import packaged
from archive.settings import Own
from importers.parse.personal_data import PersonalData, control_digit

OWN = Own(nummerserier=("08-508",), domaner=("lillby.se",))
PERSONAL = PersonalData(OWN, packaged().unions.values())

IDENTITY, PHONE, EMAIL = (
    RemarkCode.IDENTITY_NUMBER,
    RemarkCode.PRIVATE_PHONE,
    RemarkCode.PRIVATE_EMAIL,
)
WORDS = st.text(st.sampled_from("abcåäöÅÄÖ .,:;()?!\n–"), max_size=30)


def found(text: str) -> list[tuple[RemarkCode, str]]:
    return [(one.code, text[one.start : one.end]) for one in PERSONAL.find(text)]


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    """Any number the rules allow, in any of the ways it is written."""
    born = draw(st.dates(dt.date(1850, 1, 1), dt.date(2049, 12, 31)))
    day = born.day + draw(st.sampled_from((0, 60)))
    number = f"{born:%y%m}{day:02}{draw(st.integers(1, 999)):03}"
    century = draw(st.sampled_from(("", f"{born:%Y}"[:2])))
    sign = draw(st.sampled_from(("", "-", "+", " ", "–", " - ")))
    return f"{century}{number[:6]}{sign}{number[6:]}{control_digit(number)}"


@given(identity_numbers(), WORDS, WORDS)
def test_an_identity_number_is_found_in_any_sentence(number: str, before: str, after: str) -> None:
    text = f"{before} {number} {after}"
    assert IDENTITY in [code for code, _ in found(text)]
    assert number not in PERSONAL.hide(text)


@given(identity_numbers(), st.integers(1, 9), WORDS)
def test_a_number_with_a_wrong_control_digit_is_none(number: str, off: int, before: str) -> None:
    wrong = f"{number[:-1]}{(int(number[-1]) + off) % 10}"
    assert IDENTITY not in [code for code, _ in found(f"{before} {wrong}.")]


@pytest.mark.parametrize(
    "text",
    [
        "850709-9805",
        "19850709-9805",
        "8507099805",
        "198507099805",
        "1985-07-09-9805",
        "85 07 09-9805",
        "850709 9805",
        "190709+9806",
        "850769-9802",  # samordningsnummer
        "000229-9808",  # a leap day in 2000, though not in 1900
    ],
)
def test_identity_numbers_are_found_as_they_are_written(text: str) -> None:
    assert found(f"Medarbetaren ({text}), anställd i fjol.") == [(IDENTITY, text)]


def test_two_numbers_in_a_row_are_two() -> None:
    both = "850709-9805/850769-9802, 850709-9805"
    assert [code for code, _ in found(both)] == [IDENTITY] * 3


def test_a_number_before_a_dash_is_found() -> None:
    assert found("850709-9805 – 2 dagar") == [(IDENTITY, "850709-9805")]


@pytest.mark.parametrize(
    "text",
    [
        "556036-0793",  # an organisation's
        "5560360793",
        "850732-9806",  # no such day
        "851309-9807",  # no such month
        "850709-0002",  # numbers begin with 001
        "17850709-9805",  # no such century
        "1234 850709 98051",
        "A850709-9805",
        "2024-850709-98051",
        "a3f8507099805bc1",
        "5050-1055",  # bankgiro
        "90 20 03-3",  # plusgiro
        "HÄ 2024/773",
        "Dnr 1.1.2-4410/2022",
        "2018/202",
        "20240312-20240315",
        "2024-08-22T12:18:52+0200",
        "2024-03-12 1300",  # a day and a time
        "240312 1300-1430",
        "240312 1300 – 1430",
    ],
)
def test_what_only_looks_like_an_identity_number_is_none(text: str) -> None:
    assert found(f"Se {text} nedan.") == []


def test_the_times_above_would_have_the_right_control_digit() -> None:
    assert found("240312-1300") == [(IDENTITY, "240312-1300")]


@pytest.mark.parametrize(
    "text",
    [
        "070-123 45 67",
        "0701234567",
        "073.123.45.67",
        "0766/12 34 56",
        "+46 70 123 45 67",
        "+46701234567",
        "+46 (0)8-12 34 56",
        "0046 8 123 456",
        "08-123 45 67",
        "08-12 34 56",
        "(08) 123 45 67",
        "08 – 123 45 67",
        "08 123 45 67",
        "081234567",
        "031-12 34 56",
        "0470/123 45",
        "0470 123 45",
        "0470-12 345",
        "0470123456",
        "010-123 45 67",
    ],
)
def test_phone_numbers_are_found_as_they_are_written(text: str) -> None:
    assert found(f"Nås på tel:{text}, helst kväll.") == [(PHONE, text)]


@pytest.mark.parametrize(
    "text",
    [
        "08-508 12 345",
        "+46 8 508 12 345",
        "0850812345",
        "020-12 34 56",
        "0771-12 34 56",
        "0900-123 45 67",
        "Växel 0470-123 45",
        "växeln: 0470-123 45",
        "Box 12, 360 30 Lillby. Telefon 0470-123 45",
    ],
)
def test_an_office_and_a_service_have_no_private_number(text: str) -> None:
    assert found(text) == []


def test_a_mobile_number_is_private_wherever_it_stands() -> None:
    assert found("Box 12, 360 30 Lillby, 070-123 45 67") == [(PHONE, "070-123 45 67")]


@pytest.mark.parametrize(
    "text",
    [
        "kl. 09.00-15.30",
        "kl 08:30–12:00",
        "0900-1130",
        "03-10-2019",
        "05 06 2024",
        "08-12 mars 2024",
        "0120 11 12",
        "0,5–1,25 procent",
        "HÄ 2024/08-123 45",
        "2024-08-12 13 00",
        "12 480 000 kr",
        "112",
        "116 117",
    ],
)
def test_times_dates_and_amounts_are_no_phone_numbers(text: str) -> None:
    assert found(f"Det gäller {text}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "bo.fabel@post.example",
        "Bo.Fabel+jobb@post.example",
        "bo@brev.post.example",
        "bo.fabel@ post.example",
        "bo.fabel(at)post.example",
        "åsa@påhittad.example",
        "bo@inte-lillby.se",
        "bo@lillby.se.post.example",
    ],
)
def test_addresses_elsewhere_are_private(text: str) -> None:
    assert found(f"Skriv till {text}.") == [(EMAIL, text)]


@pytest.mark.parametrize(
    "text",
    [
        "bo.fabel@lillby.se",
        "bo.fabel@skola.lillby.se",
        "BO.FABEL@LILLBY.SE",
        "lillby@vision.se",
        "bo@avd7.kommunal.se",
        "registrator@storby.se",
        "25 kr@styck",
        "@lillby",
    ],
)
def test_official_addresses_are_not(text: str) -> None:
    assert found(f"Skriv till {text}.") == []


@given(st.text(st.sampled_from("0123456789-+ .@aå/()\n"), max_size=200))
def test_what_is_found_lies_apart_and_nothing_is_left_when_hidden(text: str) -> None:
    spans = PERSONAL.find(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert bool(spans) == (PERSONAL.hide(text) != text)
