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

    def before_names(self, text: str) -> tuple[str, ...]:
        """The names after the post on a line: "Sekreterare: Bo Alm"."""
        found = re.fullmatch(rf"(?i:{self.name}|{self.heads})\s*:?\s*(?P<rest>[A-ZÅÄÖÉ].*)", text)
        return names_on(found["rest"]) if found else ()

    def after_name(self, rest: str) -> bool:
        """Whether what follows a name is the post: ", ordförande", "(sekreterare)"."""
        return re.search(rf"(?<!\w)(?<!vice\s)(?:{self.name})(?!\w)", rest, re.I) is not None


CHAIR: t.Final = SignersPost(r"(?:mötes)?ordförande|ordf\.?")
SECRETARY: t.Final = SignersPost(
    r"(?:mötes)?sekreterare|protokollförare|sekr\.?",
    r"vid\s(?:protokollet|pennan|anteckningarna)|antecknat\sav",
)
JUSTERARE: t.Final = SignersPost(
    r"(?:protokolls)?justerare|justeringsperson(?:er)?|justeringsm[aä]n",
    r"(?:protokollet\s(?:har\s)?)?justera(?:s|t|ts)(?:\soch\ssignerat)?(?:\s(?:digitalt|\(digitalt\)"
    r"|den\s\d{1,2}\s\w+(?:\s\d{4})?))?(?:\sav)?",
)
POSTS: t.Final = (CHAIR, SECRETARY, JUSTERARE)
FAR: t.Final = 3  # rows between a post and its name
AFTER_NAME: t.Final = re.compile(r"[,(/]")
PARTED: t.Final = re.compile(r"\s*[,;·•]\s*|\s+(?:och|samt)\s+")
BRACKETS: t.Final = re.compile(r"\s*\([^()]*\)")


def signed_as(lines: c.Sequence[Line], post: SignersPost) -> tuple[str, ...]:
    """The names signed with that post, in order; several where they stand under one head."""
    rows = tuple(rows_of(lines))
    found: list[str] = []
    for row in rows:
        for cell in row:
            name, rest = leading_name(cell.text)
            if before := post.before_names(cell.text):
                found += before
            elif name and post.after_name(rest):
                found.append(name)
    if found:
        return tuple(dict.fromkeys(found))
    under = _posts_stand_under(rows)
    for place, row in enumerate(rows):
        for cell in (cell for cell in row if post.alone(cell.text)):
            if (under and not post.always_above(cell.text)) or _ends_there(rows, place, cell):
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


def names_on(text: str) -> tuple[str, ...]:
    """All names of a line: "Anna Ek, Bo Alm (Vision)", "Anna Ek · Bo Alm"."""
    pieces = PARTED.split(BRACKETS.sub("", text.strip(" /_.…")))
    first, *others = [leading_name(piece) for piece in pieces]
    return tuple(name for name, rest in (first, *((n, r) for n, r in others if not r)) if name)


def _ends_there(rows: c.Sequence[list[Line]], place: int, post: Line) -> bool:
    """Whether a head that usually stands over a name has its only name above it."""
    below = rows[place + 1 : place + 2]
    return bool(
        place and not _names_along(below, post) and _names_along(rows[place - 1 : place], post)
    )


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
        here = names_on(cell.text)
        names += here
        passed = 0 if here else passed + 1
    return names
