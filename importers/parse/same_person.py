"""Whether two spellings in one protocol mean the same person.

Lists, running text and signatures spell a name as they please: "ANNA EK", "Anna Ek", "A. Ek",
"Anna-Lena Ek" and "Anna Lena Ek", "René Alm" and "Rene Alm". They are matched by their letters
alone, and an initial by the only person it fits. This is for finding people again: what is printed
stays as printed, and two people who may be different ("Anna Ek" and "Anna Alm", or "A. Ek" where
Anna and Arvid Ek were there) are never made one.
"""

import collections
import collections.abc as c
import re
import unicodedata

WORDS = re.compile(r"[^\W\d_]+")


def name_key(name: str) -> str:
    """The name's letters: "René  ALM-Ek" and "Rene Alm Ek" are one."""
    bare = unicodedata.normalize("NFD", name.casefold())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(WORDS.findall(letters))


class People:
    """Those named in one place, to be found again under another spelling."""

    def __init__(self, names: c.Iterable[str]) -> None:
        self._by_key = {name_key(name): name for name in reversed([*names])}
        self._by_initial: dict[str, list[str]] = collections.defaultdict(list)
        self._by_first: dict[str, list[str]] = collections.defaultdict(list)
        for key, name in self._by_key.items():
            first, *rest = key.split() or [""]
            self._by_initial[" ".join((first[:1], *rest))].append(name)
            self._by_first[first].append(name)

    def find(self, spelling: str) -> str | None:
        """The one whom a full name or an initial with surname means, as listed; else None."""
        key = name_key(spelling)
        if (name := self._by_key.get(key)) is not None:
            return name
        first, *rest = key.split() or [""]
        fitting = self._by_initial.get(key, []) if len(first) == 1 and rest else []
        return fitting[0] if len(fitting) == 1 else None

    def called(self, first_name: str) -> str | None:
        """The only one who bears the first name, as listed; else None."""
        bearers = self._by_first.get(name_key(first_name), [])
        return bearers[0] if len(bearers) == 1 else None
