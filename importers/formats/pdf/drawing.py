"""What a page draws: its description carried out, as far as text and pictures go.

The operators are those of ISO 32000-1, 8.4.4, 8.8, 9.3 and 9.4. A form is a description within a
description, drawn by its name.
"""

import collections.abc as c
import typing as t

from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import LIT
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from importers.formats.pdf.fonts import Fonts, Shown, Typeface
from importers.formats.pdf.runs import Run, Runs
from importers.formats.pdf.setting import Direction, State, Steps, direction_of, origin_of, steps_of
from importers.formats.pdf.statements import statements
from importers.formats.pdf.streams import Budget, TooMuch, whole_data

FILL_AND_STROKE: t.Final = 2  # text drawn with an outline: how bold is feigned without a bold font
MOST_LETTERSPACING: t.Final = 0.6  # of the type size; letters further apart are drawn one by one

MOST_FORMS_WITHIN: t.Final = 20
MOST_SAVED: t.Final = 1_000  # states of graphics; the format's own limit was once 28
MOST_CHARACTERS: t.Final = 1_000_000  # on a page

FORM: t.Final = LIT("Form")
IMAGE: t.Final = LIT("Image")

Resources = dict[t.Any, t.Any]


class Drawn(t.NamedTuple):
    """What has been drawn on a page."""

    runs: list[Run]
    unknown: int  # letters that the file does not name
    pictured: float  # square points covered by pictures


class Drawing:
    """Carries out the descriptions of one file's pages, one at a time."""

    def __init__(self, fonts: Fonts, budget: Budget) -> None:
        self._fonts = fonts
        self._budget = budget
        self._directions: dict[tuple[t.Any, ...], Direction] = {}  # by all that they depend on
        self._operators: dict[bytes, c.Callable[..., None]] = {
            b"q": self._save,
            b"Q": self._restore,
            b"cm": self._transform,
            b"BT": self._begin,
            b"Tc": lambda space: self._set(character_space=space),
            b"Tw": lambda space: self._set(word_space=space),
            b"Tz": lambda percent: self._set(scaling=percent / 100),
            b"TL": lambda leading: self._set(leading=leading),
            b"Tf": self._set_font,
            b"Tr": lambda mode: self._set(outlined=mode == FILL_AND_STROKE),
            b"Ts": lambda rise: self._set(rise=rise),
            b"Td": self._move,
            b"TD": self._move_and_lead,
            b"Tm": self._place,
            b"T*": self._next_line,
            b"Tj": self._show,
            b"TJ": self._show_parts,
            b"'": self._show_on_next_line,
            b'"': self._show_spaced_on_next_line,
            b"Do": self._draw_named,
            b"EI": self._draw_picture,
        }

    def draw(self, contents: c.Iterable[object], resources: object, matrix: Matrix) -> Drawn:
        """What a page of that contents draws, on a sheet that the matrix lays it on.

        Raises Damaged, TooMuch, or what pdfminer does where the description makes no sense.
        """
        self._runs = Runs()
        self._unknown = self._characters = 0
        self._pictured = 0.0
        self._forms: list[int | None] = []  # those being drawn, each within the one before
        self._saved: list[State] = []
        self._set_state(State(matrix))
        self._begin()
        streams = [found for one in contents if isinstance(found := resolve1(one), PDFStream)]
        self._carry_out(b"\n".join(map(whole_data, streams)), resources)
        return Drawn(self._runs.take(), self._unknown, self._pictured)

    def _carry_out(self, description: bytes, resources: object) -> None:
        self._budget.spend(len(description))
        self._resources: Resources = resources if isinstance(resources, dict) else {}
        self._typefaces: dict[str, Typeface] = {}
        operators = self._operators
        for operator, operands in statements(description):
            operators[operator](*operands)

    # The state of graphics.

    def _set_state(self, state: State) -> None:
        self._state = state
        self._direction: Direction | None = None

    def _set(self, **changes: t.Any) -> None:
        self._set_state(self._state._replace(**changes))

    def _save(self) -> None:
        if len(self._saved) >= MOST_SAVED:
            raise TooMuch(f"{MOST_SAVED} saved states")
        self._saved.append(self._state)

    def _restore(self) -> None:
        if self._saved:
            self._set_state(self._saved.pop())

    def _transform(self, *matrix: float) -> None:
        self._set(matrix=mult_matrix(t.cast(Matrix, matrix), self._state.matrix))

    def _set_font(self, name: str, size: float) -> None:
        typeface = self._typefaces.get(name)
        if typeface is None:
            fonts = resolve1(self._resources.get("Font"))
            found = fonts.get(name) if isinstance(fonts, dict) else None
            number = found.objid if isinstance(found, PDFObjRef) else None
            spec = resolve1(found)
            typeface = self._fonts.typeface(number, spec if isinstance(spec, dict) else {})
            self._typefaces[name] = typeface
        self._set_state(self._state._replace(typeface=typeface, size=size))

    # Where the text goes.

    def _begin(self) -> None:
        self._place(*MATRIX_IDENTITY)

    def _place(self, *matrix: float) -> None:
        self._line = t.cast(Matrix, matrix)  # where the line begins, on the description's plane
        self._pen = 0.0  # how far along it the pen has come
        self._direction = None

    def _move(self, x: float, y: float) -> None:
        a, b, c, d, e, f = self._line
        self._line = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        self._pen = 0.0

    def _move_and_lead(self, x: float, y: float) -> None:
        self._set(leading=-y)
        self._move(x, y)

    def _next_line(self) -> None:
        self._move(0.0, -self._state.leading)

    # Text.

    def _show_on_next_line(self, string: bytes) -> None:
        self._next_line()
        self._show(string)

    def _show_spaced_on_next_line(self, word: float, character: float, string: bytes) -> None:
        self._set(word_space=word, character_space=character)
        self._show_on_next_line(string)

    def _show_parts(self, parts: list[object]) -> None:
        typeface = self._state.typeface
        if typeface is None:
            return
        step = steps_of(self._state, typeface).size / 1000
        for part in parts:
            if isinstance(part, bytes):
                self._show(part)
            elif isinstance(part, int | float):
                self._pen -= part * step

    def _show(self, string: bytes) -> None:
        typeface = self._state.typeface
        if typeface is None:
            return
        shown = typeface.shown(string)
        self._unknown += shown.unknown
        self._characters += len(shown.ends)
        if self._characters > MOST_CHARACTERS:
            raise TooMuch(f"{self._characters} characters on a page")
        direction = self._direction or self._directed(typeface)
        steps = steps_of(self._state, typeface)
        spacing = steps.space * direction.length
        if spacing <= MOST_LETTERSPACING * direction.style.size:
            self._draw(string, shown, direction, steps, spacing)
            return
        for character in typeface.characters(string):
            self._draw(character, typeface.shown(character), direction, steps, spacing=0.0)

    def _draw(
        self, string: bytes, shown: Shown, direction: Direction, steps: Steps, spacing: float
    ) -> None:
        if not shown.ends:
            return
        pen, ends = self._pen, shown.ends
        step, space, word_space = steps
        style, _, _, along, up, length, _ = direction
        x, y = origin_of(self._state, self._line, direction)
        for text, first, after, spaced in shown.words if style.size else ():
            start = pen + first * space + (ends[first - 1] * step if first else 0.0)
            if word_space:
                start += word_space * string.count(b" ", 0, first)
            letters = after - first
            width = (ends[after - 1] - (ends[first - 1] if first else 0.0)) * step
            left = x + start * along
            right = left + abs(width) * length + (letters - 1) * spacing
            run = Run(text, left, y + start * up, right, style, letters, spacing, spaced)
            self._runs.add(run)
        self._pen = pen + ends[-1] * step + len(ends) * space
        if word_space:
            self._pen += word_space * string.count(b" ")
        if shown.blank_after:
            last = ends[-1] - (ends[-2] if len(ends) > 1 else 0.0)
            start = self._pen - last * step - space - word_space
            self._runs.add_blank(x + start * along, y + start * up, style)

    def _directed(self, typeface: Typeface) -> Direction:
        state = self._state
        plane = state.matrix[:4], self._line[:4]
        key = plane, typeface, state.size, state.outlined
        known = self._directions.get(key)
        if known is None:
            known = self._directions[key] = direction_of(state, self._line, typeface)
        self._direction = known
        return known

    # Forms and pictures.

    def _draw_named(self, name: str) -> None:
        drawable = resolve1(self._resources.get("XObject"))
        found = resolve1(drawable.get(name)) if isinstance(drawable, dict) else None
        if not isinstance(found, PDFStream):
            return
        kind = resolve1(found.get("Subtype"))
        if kind is IMAGE:
            self._draw_picture()
        elif kind is FORM and found.objid not in self._forms:
            self._draw_form(found)

    def _draw_picture(self) -> None:
        """Notes how much of the page a picture covers: the unit square, as it is placed."""
        a, b, c, d, _, _ = self._state.matrix
        self._pictured += abs(a * d - b * c)

    def _draw_form(self, form: PDFStream) -> None:
        if len(self._forms) >= MOST_FORMS_WITHIN:
            raise TooMuch(f"{MOST_FORMS_WITHIN} forms within each other")
        before = self._state, self._saved, self._resources, self._typefaces
        line = self._line, self._pen
        resources = resolve1(form.get("Resources"))
        self._forms.append(form.objid)
        self._saved = []
        self._transform(*_matrix_of(form))
        self._begin()
        # Old forms have no resources of their own.
        self._carry_out(whole_data(form), resources or self._resources)
        self._forms.pop()
        state, self._saved, self._resources, self._typefaces = before
        self._set_state(state)
        self._line, self._pen = line


def _matrix_of(form: PDFStream) -> Matrix:
    matrix = resolve1(form.get("Matrix"))
    numbers = [resolve1(number) for number in matrix] if isinstance(matrix, list) else []
    if len(numbers) != 6 or not all(isinstance(number, int | float) for number in numbers):
        return MATRIX_IDENTITY
    return t.cast(Matrix, tuple(numbers))
