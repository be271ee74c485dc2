"""Runs: words, or parts of words, with their places.

A producer shows a line as one string, as strings with kerning between, or letter by letter. What
is drawn where the letter before ends becomes one run, so that the rest need not look at letters.
"""

import typing as t

BLANK: t.Final = " "

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

    text: str  # or BLANK, a drawn space that ends a string
    x: float
    y: float
    right: float
    style: Style
    letters: int  # characters drawn
    spacing: float  # between those
    spaced: bool  # a space is drawn before it


class Runs:
    """Collects the runs of one page after another; `take` empties it."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._latest: Run | None = None  # as it began
        self._texts: list[str] = []  # with what it has gone on with
        self._right = 0.0
        self._letters = 0

    def take(self) -> list[Run]:
        """The runs drawn since last time."""
        self._finish()
        taken, self._runs = self._runs, []
        return taken

    def add(self, run: Run) -> None:
        """Takes a word or a part of one, which may go on with the one before."""
        latest = self._latest
        size = run.style.size
        if (
            latest is not None
            and not run.spaced
            and run.style == latest.style
            and run.spacing == latest.spacing
            and abs(run.x - self._right - run.spacing) <= KERNING * size
            and abs(run.y - latest.y - run.style.lean * (run.x - latest.x)) <= SAME_LINE * size
        ):
            self._texts.append(run.text)
            self._right = run.right
            self._letters += run.letters
            return
        self._finish()
        self._latest, self._texts = run, [run.text]
        self._right, self._letters = run.right, run.letters

    def add_blank(self, x: float, y: float, style: Style) -> None:
        """Takes a space that ends a string."""
        self._finish()
        self._runs.append(Run(BLANK, x, y, x, style, 1, 0.0, False))

    def _finish(self) -> None:
        latest, self._latest = self._latest, None
        if latest is None:
            return
        if len(self._texts) > 1:
            latest = latest._replace(
                text="".join(self._texts), right=self._right, letters=self._letters
            )
        self._runs.append(latest)
