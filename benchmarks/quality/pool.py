"""What is still to be judged, printed so that whoever judges cannot see who found it.

Each § once, in an order by lot, with its title, its beginning and what stands around words like
those of the query. No engine and no rank is named. With its "?" replaced by grades, the same file
is what `--judge` takes.
"""

import collections.abc as c
import hashlib
import re
import typing as t

from quality.data import Judgements, Query
from quality.sections import Unit

WHOLE: t.Final = 420  # letters; a text no longer is shown whole
BEGINNING: t.Final = 110
AROUND: t.Final = 100
PASSAGES: t.Final = 3  # besides the beginning
LONGEST: t.Final = 450  # letters of one of them
STEM: t.Final = 5  # letters by which words are taken to be like one another


def unjudged(query: Query, rankings: c.Iterable[c.Sequence[str]], judged: Judgements) -> list[str]:
    """The § among the first of anyone that have no grade, in an order by lot."""
    names = {name for ranking in rankings for name in ranking if (query.id, name) not in judged}
    return sorted(names, key=lambda name: hashlib.sha256(f"{query.id} {name}".encode()).digest())


def lines(query: Query, names: c.Iterable[str], units: c.Mapping[str, Unit]) -> c.Iterator[str]:
    """A heading that tells what was sought, and a row to grade for each §."""
    yield f"# {query.id}\t{query.text}\t{query.need}"
    for name in names:
        unit = units[name]
        yield f"{query.id}\t{name}\t?\t[{unit.title}] {shown(unit.text, query.text)}"


def shown(text: str, query: str) -> str:
    """The text, if it is long only its beginning and what matters, on one line."""
    text = " ".join(text.split())
    if len(text) <= WHOLE:
        return text
    ranges = [(0, BEGINNING)]
    stems = [re.escape(word[:STEM]) for word in re.findall(r"\w+", query) if len(word) > 2]
    pattern = re.compile("|".join(stems) or r"\b\B", re.IGNORECASE)
    for match in pattern.finditer(text):
        start, end = ranges[-1]
        if match.start() - AROUND <= end:
            ranges[-1] = (start, max(end, min(match.end() + AROUND, start + LONGEST)))
        elif len(ranges) <= PASSAGES:
            ranges.append((match.start() - AROUND, match.end() + AROUND))
    return " … ".join(text[start:end] for start, end in ranges)
