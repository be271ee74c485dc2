"""How text is set, and where it thereby goes: which way, how large, how far at a time.

Text is turned so that it is upright before it is placed, so that what stands on its side is lines
like any other. Signs set downwards, as in Japanese, are a line turned to the right.
"""

import math
import typing as t

from pdfminer.utils import Matrix, mult_matrix

from importers.formats.pdf.fonts import Typeface
from importers.formats.pdf.runs import Style

LEANING: t.Final = 10  # degrees
MIDDLE: t.Final = 0.36  # of a sign, in type sizes above its baseline


class State(t.NamedTuple):
    """How things are drawn until something else is said."""

    matrix: Matrix  # from the description's plane to the sheet's
    typeface: Typeface | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scaling: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    outlined: bool = False


class Direction(t.NamedTuple):
    """A style, and what a step of the pen in it comes to."""

    style: Style
    cos: float  # of the turn that makes the text upright
    sin: float
    along: float  # points along the baseline, for one unit of the pen
    up: float  # and from it: not quite 0 where the text leans
    length: float
    middle: float  # points from the baseline up to where the pen goes


class Steps(t.NamedTuple):
    """How far the pen goes on the description's plane, before the direction turns it."""

    size: float  # for what is as wide as the type is large
    space: float  # between characters
    word_space: float  # for a drawn space besides


def steps_of(state: State, typeface: Typeface) -> Steps:
    """How far the pen goes in that typeface."""
    if typeface.vertical:
        # Downwards is onwards, and the widths of such a font are negative.
        return Steps(-state.size, -state.character_space, 0.0)
    scaling = state.scaling
    word_space = state.word_space * scaling if typeface.single_bytes else 0.0
    return Steps(state.size * scaling, state.character_space * scaling, word_space)


def direction_of(state: State, line: Matrix, typeface: Typeface) -> Direction:
    """The direction and style of text shown on a line that begins there."""
    a, b, c, d, _, _ = mult_matrix(line, state.matrix)
    if typeface.vertical:
        a, b, c, d = -c, -d, a, b
    size = round(abs(state.size) * math.hypot(c, d), 2)
    turn = _turn(a, b) if state.size > 0 else (_turn(a, b) + 180) % 360
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    along, up = a * cos + b * sin, b * cos - a * sin
    lean = round(up / along, 4) if along else 0.0
    style = Style(typeface.name, size, typeface.bold or state.outlined, turn, lean)
    middle = MIDDLE * size if typeface.vertical else 0.0
    return Direction(style, cos, sin, along, up, math.hypot(a, b), middle)


def origin_of(state: State, line: Matrix, direction: Direction) -> tuple[float, float]:
    """Where the line begins, on the sheet turned so that its text is upright."""
    a, b, c, d, e, f = state.matrix
    _, _, line_c, line_d, line_x, line_y = line
    line_x, line_y = line_x + state.rise * line_c, line_y + state.rise * line_d
    x, y = a * line_x + c * line_y + e, b * line_x + d * line_y + f
    style, cos, sin, *_, middle = direction
    if style.turn:
        x, y = x * cos + y * sin, y * cos - x * sin
    return x, y - middle


def _turn(a: float, b: float) -> int:
    """The direction of writing; what leans only a little, as scans do, counts as straight."""
    if b == 0 and a > 0:
        return 0
    degrees = round(math.degrees(math.atan2(b, a)))
    quarter = round(degrees / 90) * 90
    return (quarter if abs(degrees - quarter) <= LEANING else degrees) % 360
