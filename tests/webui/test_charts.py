import pytest
from hypothesis import given
from hypothesis import strategies as st

from webui.charts import SHADES, chart, round_top, shade, strip


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 1), (1, 1), (3, 4), (5, 5), (7, 8), (9, 10), (61, 80), (101, 200)]
)
def test_an_axis_ends_at_a_round_number(highest: int, top: int) -> None:
    assert round_top(highest) == top


@given(st.integers(0, 10**7))
def test_nothing_is_above_the_axis_and_it_is_never_twice_too_long(highest: int) -> None:
    assert highest <= round_top(highest) <= max(1, 2 * highest)


@given(st.lists(st.lists(st.integers(0, 5000), min_size=2, max_size=2), max_size=60))
def test_every_column_stands_on_the_floor_inside_the_drawing(stacks: list[list[int]]) -> None:
    drawn = chart([str(2000 + place) for place in range(len(stacks))], stacks)
    assert len(drawn.columns) == len(stacks)
    for column, stack in zip(drawn.columns, stacks, strict=True):
        assert column.total == sum(stack)
        assert len(column.bars) == sum(bool(part) for part in stack)
        for bar in column.bars:
            assert drawn.left <= bar.x < bar.x + bar.width <= drawn.width + 0.2
            assert 0 <= bar.y < drawn.floor + 0.1
        if column.bars:
            assert column.bars[0].y + column.bars[0].height == pytest.approx(drawn.floor, abs=0.2)
            assert column.top == column.bars[-1].y


def test_a_column_twice_as_high_is_twice_as_many() -> None:
    one, other = chart(["2024", "2025"], [[2], [4]]).columns
    assert other.bars[0].height == pytest.approx(2 * one.bars[0].height)


def test_the_middle_of_the_axis_is_marked_where_it_is_a_whole_number() -> None:
    assert [tick.value for tick in chart(["2024"], [[8]]).ticks] == [0, 4, 8]
    assert [tick.value for tick in chart(["2024"], [[5]]).ticks] == [0, 5]


def test_labels_and_numbers_are_left_out_where_there_is_no_room() -> None:
    few = chart([str(year) for year in range(2018, 2026)], [[5]] * 8)
    assert all(column.label and column.numbered for column in few.columns)
    many = chart([str(year) for year in range(1990, 2026)], [[5000]] * 36)
    assert 3 < sum(bool(column.label) for column in many.columns) < 12
    assert not any(column.numbered for column in many.columns)


def test_only_nothing_has_no_shade() -> None:
    assert [shade(value, 8) for value in (0, 1, 2, 3, 8)] == [0, 1, 1, 2, SHADES]
    assert shade(0, 0) == 0


def test_each_sort_of_month_has_a_form_of_its_own() -> None:
    sorts = ("kept", "missing", "usual")
    paths = {sort: strip((frozenset([sort]),))[0].path for sort in sorts}
    paths["nothing"] = strip((frozenset(),))[0].path
    assert len(set(paths.values())) == 4


def test_a_month_with_both_shows_both() -> None:
    shapes = strip((frozenset(["kept", "missing"]),))
    assert [shape.sort for shape in shapes] == ["kept", "missing"]
