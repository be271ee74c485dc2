"""How good a ranking is, by the grades its § were given.

nDCG: the gain of a § is 2^grade - 1, divided by log2 of its place + 1; the sum over the first ten
against that of the best order there is. Recall: how many of the § graded 2 or 3 are among the first
ten, of as many as could be there.
"""

import collections.abc as c
import math
import typing as t

FIRST: t.Final = 10
RELEVANT: t.Final = 2

Grades: t.TypeAlias = c.Mapping[str, int]  # by §; one that was not judged counts as 0


def ndcg(ranking: c.Sequence[str], grades: Grades) -> float | None:
    """0 to 1; None where nothing was given a grade above 0."""
    best = _gain(sorted(grades.values(), reverse=True)[:FIRST])
    if not best:
        return None
    return _gain([grades.get(section, 0) for section in ranking[:FIRST]]) / best


def recall(ranking: c.Sequence[str], grades: Grades) -> float | None:
    """0 to 1; None where nothing is relevant."""
    relevant = {section for section, grade in grades.items() if grade >= RELEVANT}
    if not relevant:
        return None
    return len(relevant & {*ranking[:FIRST]}) / min(len(relevant), FIRST)


def _gain(grades: c.Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))
