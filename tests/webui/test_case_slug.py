import pytest

from index.swedish import phrase_keys
from webui.case_slug import case_slug, spellings

NUMBERS = {
    "HÄ 2024/773": "ha-2024-773",
    "hä 2024/773": "ha-2024-773",
    "KS/2024:117": "ks-2024-117",
    "SN-2023-00123": "sn-2023-00123",
    "1.2.3-456/2022": "1-2-3-456-2022",
    "1.2/3456/2022": "1-2-3456-2022",
    "2018/202": "2018-202",
    "SoN 2023/123:4": "son-2023-123-4",
    "KS 2024/117-3": "ks-2024-117-3",
    "Dnr 1.1.2-4410/2022": "1-1-2-4410-2022",
    "ÄN2020/45": "an2020-45",
    "dnr 123-2020": "123-2020",
}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_written_with_small_plain_letters_and_hyphens(number: str) -> None:
    assert case_slug(number) == NUMBERS[number]


@pytest.mark.parametrize("slug", NUMBERS.values())
def test_a_slug_is_its_own_slug(slug: str) -> None:
    assert case_slug(slug) == slug


@pytest.mark.parametrize("number", NUMBERS)
def test_the_index_finds_the_number_by_one_of_the_slugs_spellings(number: str) -> None:
    printed = phrase_keys(number)
    looked_for = [phrase_keys(spelling) for spelling in spellings(case_slug(number))]
    assert any(
        printed[start : start + len(keys)] == keys
        for keys in looked_for
        for start in range(len(printed))
    )


@pytest.mark.parametrize("nonsense", ["", "–", "dnr", "./-"])
def test_what_is_no_number_has_few_letters_and_no_spellings(nonsense: str) -> None:
    assert spellings(case_slug(nonsense)) == ()
    assert case_slug(nonsense) in ("", "dnr")


def test_an_address_of_anything_at_all_stays_short_to_look_up() -> None:
    assert len(spellings(case_slug("1-" * 200))) == 4
    assert len(spellings("a1-a" * 30)) < 100
    assert len(spellings("a" * 500 + "1")) < 100
