"""Days as people type them, in the form that an address has: "maj 2023" is 2023-05.

    2023-5   2023/05   23-05   5/2023   maj 2023   12 maj 2023   12/5 2023   20230512

What cannot be read stays as it is, for whoever reads the address to say so.
"""

import collections.abc as c
import re
import typing as t

from archive.months import MONTHS

NAMES: t.Final = ("fran", "till")  # of the parameters that hold a day
LONGEST: t.Final = 24  # "den 12 september 2023"

_MONTH: t.Final = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_PATTERNS: t.Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        # "2023-5" "2023/05" "2023.5.12"
        r"(?P<year>\d{4})(?P<sign>[-/. ])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2}))?",
        # "23-05", which is no month and day: a protocol is looked for by its month
        r"(?P<year>\d{2})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        # "5/2023" "12/5 2023" "12/5-2023"
        r"(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})[-/ ](?P<year>\d{4})",
        # "maj 2023" "12 maj 2023" "sept. 23"
        rf"(?:(?:den )?(?P<day>\d{{1,2}}) )?(?P<name>{_MONTH}|sept)\.? '?(?P<year>\d{{4}}|\d\d)",
        rf"(?P<year>\d{{4}}) (?P<name>{_MONTH}|sept)\.?",
    )
)


def as_in_addresses(pairs: c.Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters, their days written as an address has them."""
    return [(name, written(value) if name in NAMES else value) for name, value in pairs]


def as_typed(parameters: c.Mapping[str, str]) -> dict[str, str]:
    """What was typed as a day, for whoever has to type it again."""
    return {name: parameters[name][:LONGEST] for name in NAMES if parameters.get(name)}


def written(text: str) -> str:
    """A day, month or year as an address has it; the text itself where it is none of them."""
    one_line = " ".join(text.split())
    match = next(filter(None, (pattern.fullmatch(one_line) for pattern in _PATTERNS)), None)
    if match is None:
        return text
    found = match.groupdict()
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    month = _number(found["name"]) if found.get("name") else int(found["month"])
    day = found.get("day")
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _number(name: str) -> int:
    """Which month it is, by its first three letters."""
    return [month[:3] for month in MONTHS].index(name[:3].lower()) + 1
