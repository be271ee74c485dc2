"""A diarienummer as a part of an address: "HÄ 2024/773" is "ha-2024-773".

Registrars write one number in many ways, so what an address says is less than what is printed:
whoever looks a case up searches for each of its `spellings`, and keeps what has the same slug.
"""

import itertools
import re
import typing as t

from index.swedish import fold

_PLAIN: t.Final = str.maketrans("åäö", "aao")
_MEANT: t.Final = {"a": "aåä", "o": "oö"}
_LABEL: t.Final = re.compile(r"^(?:dnr|diarienr|diarienummer)\b[.:]?\s*(?=\S)", re.IGNORECASE)
_BETWEEN: t.Final = re.compile(r"[^a-z0-9]+")
_RUN_TOGETHER: t.Final = re.compile(r"(?<=[a-z])(?=\d)")
_SIGNS: t.Final = ("/", ":", "-", ".")
_MOST: t.Final = 4  # groups of figures that are spelt in every way; of more, the last two
_LETTERS: t.Final = 3  # before figures with no space between


def case_slug(diarienummer: str) -> str:
    """The number as it stands in an address; empty where it has neither letter nor figure."""
    bare = fold(without_label(diarienummer.strip())).translate(_PLAIN)
    return _BETWEEN.sub("-", bare).strip("-")


def parted_slug(diarienummer: str) -> str:
    """The same however letters and figures are run together: "ks2025/1206" is "ks-2025-1206"."""
    return _RUN_TOGETHER.sub("-", case_slug(diarienummer))


def without_label(text: str) -> str:
    """The number without "dnr" before it."""
    return _LABEL.sub("", text)


def spellings(slug: str) -> tuple[str, ...]:
    """How the figures of such a number may be printed; one of them stands in it as a phrase."""
    figures = list(itertools.dropwhile(str.isalpha, filter(None, slug.split("-"))))
    if not figures:
        return ()
    if len(figures) > _MOST:
        figures = figures[-2:]
    return tuple(
        first + "".join(itertools.chain.from_iterable(zip(signs, figures[1:], strict=True)))
        for first in (meant(figures[0]) if len(figures) < 3 else figures[:1])
        for signs in itertools.product(_SIGNS, repeat=len(figures) - 1)
    )


def meant(written: str) -> tuple[str, ...]:
    """The group with å, ä and ö put back in every way, where it begins with letters: "än2020"."""
    prefix = written.rstrip("0123456789")
    if len(prefix) > _LETTERS:
        return (written,)
    letters = itertools.product(*(_MEANT.get(letter, letter) for letter in prefix))
    return tuple("".join(choice) + written[len(prefix) :] for choice in letters)
