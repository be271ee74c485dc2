"""What a Word style makes of a paragraph or run: weight, size, heading level, list.

A style says only how it differs from the one it is based on, down to the document's defaults.
Elements are lxml's, as python-docx reads them.
"""

import dataclasses as dc
import re
import typing as t

Element = t.Any  # lxml has no types
W: t.Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Some programs leave the outline level out. "heading 1"  "Rubrik 2"
# but not "Rubrik" (the document's title) or "heading 1 char".
HEADING_NAME: t.Final = re.compile(r"(?:heading|rubrik) ?([1-9])", re.IGNORECASE)

OFF: t.Final = frozenset({"0", "false", "off"})
BODY_TEXT: t.Final = 9  # the outline level that means none


@dc.dataclass(frozen=True, slots=True)
class Look:
    """What is said of how text looks; None where nothing is said."""

    bold: bool | None = None
    size: float | None = None
    heading: int | None = None  # from 1
    list_id: str | None = None
    list_level: int | None = None

    def over(self, base: "Look") -> "Look":
        """This look, completed from the one it is laid over."""
        own = {
            field.name: value
            for field in dc.fields(self)
            if (value := getattr(self, field.name)) is not None
        }
        return dc.replace(base, **own)


class Styles:
    """The styles of one document, by their id."""

    def __init__(self, styles: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._default_id: str | None = None
        self._defaults = Look()
        if styles is None:
            return
        for style in styles.iterfind(f"{W}style"):
            style_id = style.get(f"{W}styleId", "")
            self._elements[style_id] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default_id = style_id
        self._defaults = look_of(styles.find(f"{W}docDefaults/{W}rPrDefault"))

    def paragraph(self, paragraph: Element) -> Look:
        """The look of a paragraph, its own settings laid over its style's."""
        properties = paragraph.find(f"{W}pPr")
        named = value_of(properties, "pStyle") or self._default_id
        own = dc.replace(look_of(paragraph), bold=None, size=None)  # those are of its mark
        return own.over(self._styled(named).over(self._defaults))

    def run(self, run: Element, paragraph: Look) -> Look:
        """The look of a run within a paragraph of that look."""
        styled = self._styled(value_of(run.find(f"{W}rPr"), "rStyle"))
        return look_of(run).over(styled.over(paragraph))

    def _styled(self, style_id: str | None) -> Look:
        if style_id is None or style_id not in self._elements:
            return Look()
        if style_id not in self._looks:
            self._looks[style_id] = Look()  # a style based on itself adds nothing
            style = self._elements[style_id]
            base = self._styled(value_of(style, "basedOn"))
            named = HEADING_NAME.fullmatch(value_of(style, "name") or "")
            level = Look(heading=int(named[1])) if named else Look()
            self._looks[style_id] = look_of(style).over(level.over(base))
        return self._looks[style_id]


def look_of(element: Element | None) -> Look:
    """What the properties inside a style, paragraph or run say themselves."""
    if element is None:
        return Look()
    run, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    bold = run.find(f"{W}b") if run is not None else None
    half_points = number_of(run, "sz")
    outline = number_of(paragraph, "outlineLvl")
    listed = paragraph.find(f"{W}numPr") if paragraph is not None else None
    return Look(
        bold=None if bold is None else bold.get(f"{W}val", "1") not in OFF,
        size=None if half_points is None else half_points / 2,
        heading=None if outline is None or outline >= BODY_TEXT else outline + 1,
        list_id=value_of(listed, "numId"),
        list_level=number_of(listed, "ilvl"),
    )


def value_of(parent: Element | None, name: str) -> str | None:
    """The value of a child element, such as "3" of `<w:numId w:val="3"/>`."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else child.get(f"{W}val")


def number_of(parent: Element | None, name: str) -> int | None:
    """The value of a child element where it is a whole number."""
    value = value_of(parent, name)
    return int(value) if value is not None and value.isdecimal() else None
