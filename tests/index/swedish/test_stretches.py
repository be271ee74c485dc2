import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.swedish import cut, tokens

# What may stand beside what without being parted from it, and what parts.
PIECES = [
    "§",
    "§§",
    "%",
    "9",
    "12:30",
    " ",
    "  ",
    "\n",
    "\t",
    "– ",
    "MBL-frågor",
    "SKR:s",
    "hot- och våldsplan",
    "frågor och -svar",
    "för-, grund- och ",
    "x" * 150,
]
TEXTS = (
    st.text()
    | st.text("aåBÅe\u030a\u00ad-–:.,'’/§§%% 12\n\t_")
    | st.lists(st.sampled_from(PIECES)).map("".join)
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hot,  våld", [("hot", 0, 3, 0), ("våld", 6, 10, 1)]),
        (" SoL-frågor", [("sol-frågor", 1, 11, 0), ("sol", 1, 4, 0), ("frågor", 5, 11, 1)]),
        ("Om §\n9", [("om", 0, 2, 0), ("9", 5, 6, 1), ("§9", 3, 6, 1)]),
        ("– ", []),
    ],
)
def test_a_cut_gives_keys_starts_ends_and_positions_in_columns(
    text: str, found: list[tuple[str, int, int, int]]
):
    assert list(zip(*cut(text), strict=True)) == found


@given(TEXTS)
def test_a_text_cut_stretch_by_stretch_has_the_tokens_it_has_as_a_whole(text: str):
    assert list(zip(*cut(text), strict=True)) == list(tokens(text))


def test_a_stretch_too_long_to_be_remembered_is_cut_like_any_other():
    text = f"Se {'mbl-' * 100}§ 9, 25 %"
    assert list(zip(*cut(text), strict=True)) == list(tokens(text))
