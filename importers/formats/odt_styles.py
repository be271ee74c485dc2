"""What an OpenDocument style makes of a paragraph or span, and how its lists are numbered.

A style says only how it differs from the one it is based on, down to the default of its family.
A list style says for each level how its items are marked; that of the headings is written in the
same way under another name.
"""

import dataclasses as dc
import re
import typing as t

from odfdo import Document
from odfdo.element import Element

from importers.formats.list_numbers import written
from importers.formats.normalise import BULLET, clean

SIZE: t.Final = re.compile(r"(\d{1,3}(?:\.\d{1,9})?)pt")
HEAVY: t.Final = 600
NUMBERED: t.Final = frozenset({"text:list-level-style-number", "text:outline-level-style"})


@dc.dataclass(frozen=True, slots=True)
class Look:
    """What is said of how text looks; None where nothing is said."""

    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None

    def over(self, base: "Look") -> "Look":
        """This look, completed from the one it is laid over."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.size if self.size is None else self.size,
            base.hidden if self.hidden is None else self.hidden,
        )


@dc.dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked."""

    form: str  # "1", "a", "I"; "" is no number
    before: str = ""
    after: str = ""
    levels: int = 1  # how many are written: 2 in "4.1"
    start: int = 1
    bullet: bool = False


Levels: t.TypeAlias = dict[int, Level]


class Styles:
    """The styles of one document, by family and name."""

    def __init__(self, document: Document) -> None:
        self._elements = {
            (style.family, attribute(style, "style:name")): style for style in document.get_styles()
        }
        self._looks: dict[tuple[str, str | None], Look] = {}
        self._levels: dict[str | None, Levels] = {}
        outline = document.styles.get_element("//text:outline-style")
        self.headings: Levels = _levels(outline) if outline is not None else {}

    def look(self, family: str, name: str | None) -> Look:
        """The look of a paragraph or text style with all it is based on."""
        if (family, name) not in self._looks:
            self._looks[family, name] = Look()  # a style based on itself adds nothing
            style = self._elements.get((family, name))
            own = Look() if style is None else _look(style)
            parent = None if style is None else attribute(style, "style:parent-style-name")
            base = Look() if name is None else self.look(family, parent)
            self._looks[family, name] = own.over(base)
        return self._looks[family, name]

    def levels(self, name: str | None) -> Levels:
        """The levels of a list style, from 1."""
        if name not in self._levels:
            style = self._elements.get(("list", name))
            self._levels[name] = {} if style is None else _levels(style)
        return self._levels[name]


class Counter:
    """How far one list has come, on each of its levels."""

    def __init__(self) -> None:
        self._reached: dict[int, int] = {}

    def next_label(self, levels: Levels, place: int, start: int | None = None) -> str | None:
        """The mark of the next item on that level, "3." or "4.1"; "•" for a bullet."""
        level = levels.get(place)
        if level is None:
            return None
        before = self._reached.get(place, level.start - 1)
        self._reached[place] = before + 1 if start is None else start
        for deeper in [other for other in self._reached if other > place]:
            del self._reached[deeper]
        if level.bullet:
            return BULLET
        if not level.form:
            return None
        numbers = (
            written(self._reached.get(n, shown.start), shown.form)
            for n in range(max(1, place - level.levels + 1), place + 1)
            if (shown := levels.get(n)) and shown.form
        )
        return clean(f"{level.before}{'.'.join(numbers)}{level.after}") or None


def attribute(element: Element, name: str) -> str | None:
    """An attribute as it is written."""
    return element.get_attribute_string(name)


def whole(text: str | None) -> int | None:
    """The number, where it is one that a list could reach."""
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else None


def _look(style: Element) -> Look:
    properties = style.get_element("style:text-properties")
    if properties is None:
        return Look()
    weight = attribute(properties, "fo:font-weight")
    size = SIZE.fullmatch(attribute(properties, "fo:font-size") or "")
    display = attribute(properties, "text:display")
    return Look(
        bold=None if weight is None else _is_bold(weight),
        size=float(size[1]) if size else None,
        hidden=None if display is None else display == "none",
    )


def _is_bold(weight: str) -> bool:
    return int(weight) >= HEAVY if weight.isdecimal() else weight == "bold"


def _levels(style: Element) -> Levels:
    return {
        place: Level(
            form=attribute(level, "style:num-format") or "",
            before=attribute(level, "style:num-prefix") or "",
            after=attribute(level, "style:num-suffix") or "",
            levels=whole(attribute(level, "text:display-levels")) or 1,
            start=1 if (start := whole(attribute(level, "text:start-value"))) is None else start,
            bullet=level.tag not in NUMBERED,
        )
        for level in style.children
        if (place := whole(attribute(level, "text:level")))
    }
