import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.swedish import cut, cut_around, tokens

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


@pytest.mark.parametrize(
    ("text", "span", "part"),
    [
        ("larm om hot, och", (8, 11), (8, ["hot"])),
        ("punkt 8 § 9 om", (6, 7), (6, ["8", "9", "§9"])),
        ("ökar 25 % i år", (5, 7), (5, ["25", "25%"])),
        ("en lag, § 9 i den", (11, 12), (3, ["lag", "9", "§9"])),
        ("om SoL-frågor och", (7, 13), (3, ["sol-frågor", "sol", "frågor"])),
    ],
)
def test_what_is_written_as_one_thing_is_taken_whole(
    text: str, span: tuple[int, int], part: tuple[int, list[str]]
):
    assert [(offset, found.keys) for offset, found in cut_around(text, [span])] == [part]


def test_words_that_follow_upon_each_other_stay_together_and_others_are_parted():
    text = "hot, – våld och larm"
    parts = [found.keys for _, found in cut_around(text, [(0, 3), (7, 11), (16, 20)])]
    assert parts == [["hot", "våld"], ["larm"]]


@given(TEXTS, st.data())
def test_the_parts_round_some_places_have_their_tokens_and_a_word_between(
    text: str, data: st.DataObject
):
    all_tokens = list(tokens(text))
    place = st.integers(0, len(all_tokens) - 1) if all_tokens else st.nothing()
    wanted = sorted(data.draw(st.sets(place)))
    spans = sorted((all_tokens[n].start, all_tokens[n].end) for n in wanted)
    found = [
        [(key, offset + start, offset + end) for key, start, end, _ in zip(*part, strict=True)]
        for offset, part in cut_around(text, spans)
    ]
    numbers = {token[:3]: n for n, token in enumerate(all_tokens)}
    places = [[numbers[token] for token in part] for part in found]
    assert set(wanted) <= {n for part in places for n in part}
    assert all(part == list(range(part[0], part[-1] + 1)) for part in places)
    assert all(
        all_tokens[one[-1]].position + 1 < all_tokens[other[0]].position
        for one, other in itertools.pairwise(places)
    )
