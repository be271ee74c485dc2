"""Word's automatic numbers, which stand nowhere in the text.

A paragraph names a list (`w:num`) and a level; the list points at a pattern (`w:abstractNum`)
that says how each level is written: "%1." or "§ %1" or "%1.%2". Lists with the same pattern go on
counting from each other unless one says where it starts.
"""

import dataclasses as dc
import re
import typing as t

from importers.formats.list_numbers import written
from importers.formats.normalise import BULLET, clean
from importers.formats.word_styles import Element, Look, W, number_of, value_of

PLACEHOLDER: t.Final = re.compile(r"%([1-9])")

# Word's names for the forms of `list_numbers`; others are written in digits.
FORMS: t.Final = {
    "none": "",
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}


@dc.dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is written."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1


class Numbering:
    """The lists of one document, counted as its paragraphs are read in order."""

    def __init__(self, numbering: Element | None) -> None:
        self._patterns: dict[str, dict[int, Level]] = {}
        self._pattern_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if numbering is None:
            return
        linked: dict[str, str] = {}
        links: dict[str, str] = {}
        for abstract in numbering.iterfind(f"{W}abstractNum"):
            pattern_id = abstract.get(f"{W}abstractNumId", "")
            self._patterns[pattern_id] = _levels(abstract)
            if name := value_of(abstract, "styleLink"):
                linked[name] = pattern_id
            if name := value_of(abstract, "numStyleLink"):
                links[pattern_id] = name
        for num in numbering.iterfind(f"{W}num"):
            list_id, pattern_id = num.get(f"{W}numId", ""), value_of(num, "abstractNumId") or ""
            self._pattern_of[list_id] = linked.get(links.get(pattern_id, ""), pattern_id)
            for override in num.iterfind(f"{W}lvlOverride"):
                level, start = override.get(f"{W}ilvl", ""), number_of(override, "startOverride")
                if level.isdecimal() and start is not None:
                    self._restarts[list_id, int(level)] = start

    def next_label(self, look: Look) -> str | None:
        """The number of the next paragraph of that look, "3." or "§ 3"; "•" in a bullet list."""
        pattern_id = self._pattern_of.get(look.list_id or "")
        if look.list_id is None or pattern_id is None:
            return None
        place = look.list_level or 0
        levels = self._patterns.get(pattern_id, {})
        level = levels.get(place)
        if level is None:
            return None
        counters = self._counters.setdefault(pattern_id, {})
        restart = self._restarts.pop((look.list_id, place), None)
        before = counters.get(place, level.start - 1)
        counters[place] = before + 1 if restart is None else restart
        for deeper in [other for other in counters if other > place]:
            del counters[deeper]
        if level.form == "bullet":
            return BULLET
        return clean(
            PLACEHOLDER.sub(lambda found: _count(found[1], levels, counters), level.pattern)
        )


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        int(level.get(f"{W}ilvl")): Level(
            form=value_of(level, "numFmt") or "decimal",
            pattern=value_of(level, "lvlText") or "",
            start=1 if (start := number_of(level, "start")) is None else start,
        )
        for level in abstract.iterfind(f"{W}lvl")
        if level.get(f"{W}ilvl", "").isdecimal()
    }


def _count(placeholder: str, levels: dict[int, Level], counters: dict[int, int]) -> str:
    place = int(placeholder) - 1
    level = levels.get(place, Level())
    return written(counters.get(place, level.start), FORMS.get(level.form, "1"))
