"""Runs: words, or parts of words, with their places.

A producer shows a line as one string, as strings with kerning between, or letter by letter. What
is drawn where the letter before ends becomes one run, so that the rest need not look at letters.
"""

import typing as t

# Shares of the type size.
KERNING: t.Final = 0.05  # so near to where the letter before ends, a letter goes on with its run
SAME_LINE: t.Final = 0.001


class Style(t.NamedTuple):
    """How a run is set."""

    font: str
    size: float  # points
    bold: bool
    turn: int  # degrees anticlockwise from upright
    lean: float = 0.0  # points that the baseline still rises for each to the right


class Run(t.NamedTuple):
    """A word or a part of one, in points from the page's lower left corner.

    The page is turned about that corner so that the run is upright.
    """

    text: str  # " ": a drawn space that ends a string
    x: float
    y: float
    right: float
    style: Style
    letters: int  # characters drawn
    spacing: float  # between those
    spaced: bool  # a space is drawn before it

    @property
    def blank(self) -> bool:
        """Whether it is only a space, which belongs to what is drawn after it."""
        return self.text == BLANK


BLANK: t.Final = " "


class Runs:
    """Collects the runs of one page after another; `take` empties it."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._texts: list[str] = []  # of the run that may go on
        self._x = self._y = self._right = self._spacing = 0.0
        self._style: Style | None = None
        self._letters = 0
        self._spaced = False

    def take(self) -> list[Run]:
        """The runs drawn since last time."""
        self._finish()
        taken, self._runs = self._runs, []
        return taken

    def add(
        self,
        text: str,
        x: float,
        y: float,
        right: float,
        style: Style,
        letters: int,
        spacing: float,
        spaced: bool,
    ) -> None:
        """Takes a word or a part of one, which may go on with the one before."""
        if (
            self._texts
            and not spaced
            and style == self._style
            and spacing == self._spacing
            and abs(x - self._right - spacing) <= KERNING * style.size
            and abs(y - self._y - style.lean * (x - self._x)) <= SAME_LINE * style.size
        ):
            self._texts.append(text)
            self._right = right
            self._letters += letters
            return
        self._finish()
        self._texts.append(text)
        self._x, self._y, self._right = x, y, right
        self._style, self._letters = style, letters
        self._spacing, self._spaced = spacing, spaced

    def add_blank(self, x: float, y: float, style: Style) -> None:
        """Takes a space that ends a string."""
        self._finish()
        self._runs.append(Run(BLANK, x, y, x, style, 1, 0.0, False))

    def _finish(self) -> None:
        if self._texts and self._style is not None:
            text = "".join(self._texts)
            self._runs.append(
                Run(
                    text,
                    self._x,
                    self._y,
                    self._right,
                    self._style,
                    self._letters,
                    self._spacing,
                    self._spaced,
                )
            )
        self._texts = []
