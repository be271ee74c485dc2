"""Numbers become the geometry of small charts. Pure; a template draws what stands here as SVG.

Lengths are in the units of the drawing's own viewBox, which is drawn at about its own size, so that
the letters in it stay legible on a phone.
"""

import collections.abc as c
import dataclasses as dc
import functools
import itertools
import math
import typing as t

WIDTH: t.Final = 340
HEIGHT: t.Final = 150
ABOVE: t.Final = 18  # room for the number on the highest column
BELOW: t.Final = 20  # room for the years
LEFT: t.Final = 34  # room for the axis' numbers
WIDEST: t.Final = 34  # a column
DIGIT: t.Final = 8.5  # the width of a figure, with some air
SHADES: t.Final = 4

STEP: t.Final = 7  # from month to month in a year's strip
THICK: t.Final = 5
TALL: t.Final = 16


@dc.dataclass(frozen=True, slots=True)
class Bar:
    """A part of a column; `part` is its place from the bottom, from 0."""

    part: int
    x: float
    y: float
    width: float
    height: float


@dc.dataclass(frozen=True, slots=True)
class Column:
    """One column, its parts stacked from the bottom."""

    place: int  # among the columns, from 0
    middle: float
    top: float
    total: int
    bars: tuple[Bar, ...]
    label: str  # below it; empty where there is no room
    numbered: bool  # whether there is room for its number above it


@dc.dataclass(frozen=True, slots=True)
class Tick:
    """A line across, at a round number."""

    y: float
    value: int


@dc.dataclass(frozen=True, slots=True)
class Chart:
    """A chart of columns."""

    width: int
    height: int
    left: int  # where the plot begins, after the axis' numbers
    floor: float  # where the columns stand
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]


@dc.dataclass(frozen=True, slots=True)
class Shape:
    """Marks of one sort in a strip, as one path."""

    sort: str
    path: str


def chart(
    labels: c.Sequence[str],
    stacks: c.Sequence[c.Sequence[int]],
    *,
    width: int = WIDTH,
    height: int = HEIGHT,
    left: int = LEFT,
) -> Chart:
    """A column for each label, of the parts that stand at its place in `stacks`."""
    floor, plot = height - BELOW, height - BELOW - ABOVE
    step = (width - left) / max(len(labels), 1)
    highest = max((sum(stack) for stack in stacks), default=0)
    top = round_top(highest)
    scale = plot / top
    apart = math.ceil(max(map(len, labels), default=0) * DIGIT / step)
    columns = tuple(
        _column(
            place,
            left + step * (place + 0.5),
            min(step * 0.72, WIDEST),
            [(part, value * scale) for part, value in enumerate(stack) if value],
            floor,
            total=sum(stack),
            label=label if place % apart == 0 else "",
            numbered=len(str(highest)) * DIGIT <= step,
        )
        for place, (label, stack) in enumerate(zip(labels, stacks, strict=True))
    )
    marks = sorted({0, top // 2 if top % 2 == 0 else 0, top})
    ticks = tuple(Tick(_rounded(floor - value * scale), value) for value in marks)
    return Chart(width, height, left, floor, columns, ticks)


def round_top(highest: int) -> int:
    """A round number that no column is above: 1, 2 or 5 and noughts, or 4 or 8 of them."""
    if highest <= 1:
        return 1
    power: int = 10 ** (len(str(highest)) - 1)
    return next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= highest)


def shade(value: int, highest: int) -> int:
    """How dark a cell is, 0 for nothing to SHADES for the highest."""
    return min(SHADES, -(-value * SHADES // highest)) if value > 0 and highest > 0 else 0


@functools.lru_cache(maxsize=4096)
def strip(marks: tuple[frozenset[str], ...]) -> tuple[Shape, ...]:
    """A year in twelve marks that differ in form: "kept" fills, "missing" is an empty frame,
    "usual" half a frame, and a month of which nothing is known a line at the bottom."""
    paths: dict[str, list[str]] = {}
    for place, sorts in enumerate(marks):
        both = {"kept", "missing"} <= sorts
        x = place * STEP
        for sort in sorted(sorts) or ["nothing"]:
            paths.setdefault(sort, []).append(_mark(sort, x, both=both))
    return tuple(Shape(sort, "".join(found)) for sort, found in sorted(paths.items()))


def _mark(sort: str, x: int, *, both: bool) -> str:
    if sort == "nothing":
        return f"M{x} {TALL - 1}h{THICK}v1h-{THICK}z"
    if sort == "kept":
        return f"M{x} {TALL // 2 if both else 0}h{THICK}V{TALL}h-{THICK}z"
    # A frame is drawn along its middle, half a unit inside.
    top = TALL / 2 + 0.5 if sort == "usual" else 0.5
    bottom = TALL / 2 - 1.5 if both else TALL - 0.5
    return f"M{x + 0.5} {top}h{THICK - 1}V{bottom}h-{THICK - 1}z"


def _column(
    place: int,
    middle: float,
    width: float,
    parts: c.Sequence[tuple[int, float]],
    floor: float,
    **rest: t.Any,
) -> Column:
    tops = itertools.accumulate(height for _, height in parts)
    bars = tuple(
        Bar(
            part,
            _rounded(middle - width / 2),
            _rounded(floor - top),
            _rounded(width),
            _rounded(height),
        )
        for (part, height), top in zip(parts, tops, strict=True)
    )
    return Column(place, _rounded(middle), bars[-1].y if bars else floor, bars=bars, **rest)


def _rounded(length: float) -> float:
    return round(length, 1)
