"""As what people signed: a post beside the name, over it or under it, in one column or several.

"Anna Ek, ordförande"; "Sekreterare: Bo Alm"; "Vid protokollet" over "Bo Alm"; "Anna Ek" over
"Ordförande". Whether posts stand over or under their names is the same for the whole block, and
its first post tells; what says that names follow ("Vid protokollet", "Justeras") always stands
over them.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from importers.formats.lines import Line
from importers.parse.people import split_name
from importers.parse.tables import rows_of


@dc.dataclass(frozen=True, slots=True)
class SignersPost:
    """How a post is written among signatures."""

    name: str  # pattern of the bare post: "ordförande"
    heads: str = "(?!)"  # of words that always stand over names: "vid protokollet"

    def alone(self, text: str) -> bool:
        """Whether the line holds the post and nothing more."""
        return re.fullmatch(rf"(?:{self.name}|{self.heads})\s*:?", text, re.I) is not None

    def always_above(self, text: str) -> bool:
        """Whether the line is one that names follow."""
        return re.fullmatch(rf"(?:{self.heads})\s*:?", text, re.I) is not None

    def before_name(self, text: str) -> str | None:
        """The name after the post on a line: "Sekreterare: Bo Alm"."""
        found = re.fullmatch(rf"(?i:{self.name}|{self.heads})\s*:?\s*(?P<rest>[A-ZÅÄÖÉ].*)", text)
        return leading_name(found["rest"])[0] if found else None

    def after_name(self, rest: str) -> bool:
        """Whether what follows a name is the post: ", ordförande", "(sekreterare)"."""
        return re.search(rf"(?<!\w)(?<!vice\s)(?:{self.name})(?!\w)", rest, re.I) is not None


CHAIR: t.Final = SignersPost(r"(?:mötes)?ordförande|ordf\.?")
SECRETARY: t.Final = SignersPost(
    r"(?:mötes)?sekreterare|protokollförare|sekr\.?", r"vid\s(?:protokollet|pennan)"
)
JUSTERARE: t.Final = SignersPost(
    r"(?:protokolls)?justerare|justeringsperson(?:er)?|justeringsm[aä]n",
    r"(?:protokollet\s)?justera(?:s|t|ts)(?:\s(?:av|digitalt|\(digitalt\)))?",
)
POSTS: t.Final = (CHAIR, SECRETARY, JUSTERARE)
FAR: t.Final = 3  # rows between a post and its name
AFTER_NAME: t.Final = re.compile(r"[,(/]")


def signed_as(lines: c.Sequence[Line], post: SignersPost) -> tuple[str, ...]:
    """The names signed with that post, in order; several where they stand under one head."""
    rows = tuple(rows_of(lines))
    found: list[str] = []
    for row in rows:
        for cell in row:
            name, rest = leading_name(cell.text)
            if before := post.before_name(cell.text):
                found.append(before)
            elif name and post.after_name(rest):
                found.append(name)
    if found:
        return tuple(dict.fromkeys(found))
    under = _posts_stand_under(rows)
    for place, row in enumerate(rows):
        for cell in (cell for cell in row if post.alone(cell.text)):
            if under and not post.always_above(cell.text):
                found += _names_along(rows[max(0, place - FAR) : place][::-1], cell)[:1]
            else:
                found += _names_along(rows[place + 1 :], cell)
    return tuple(dict.fromkeys(found))


def leading_name(text: str) -> tuple[str, str]:
    """The name a signature's line begins with, and the rest."""
    text = text.strip(" /_.…")
    sign = AFTER_NAME.search(text)
    end = sign.start() if sign else len(text)
    name, rest = split_name(text[:end])
    return name, f"{rest}{text[end:]}".strip()


def _posts_stand_under(rows: c.Sequence[list[Line]]) -> bool:
    """Whether the first bare post among the signatures has its name over it."""
    for place, row in enumerate(rows):
        for cell in row:
            if any(p.alone(cell.text) and not p.always_above(cell.text) for p in POSTS):
                return bool(_names_along(rows[max(0, place - 1) : place], cell))
    return False


def _names_along(rows: c.Iterable[list[Line]], post: Line) -> list[str]:
    """The names in the post's column, row by row, until another post heads its own."""
    names: list[str] = []
    passed = 0
    for row in rows:
        cell = min(row, key=lambda line: abs(line.left - post.left))
        if any(other.alone(cell.text) for other in POSTS) or passed == FAR:
            break
        name = leading_name(cell.text)[0]
        names += [name] if name else []
        passed = 0 if name else passed + 1
    return names
