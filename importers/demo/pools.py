"""A vocabulary that grows as real ones do.

Each thing that is named (a home, a system, a person) is mostly one that was named before, often
the most usual, and now and then a new one; the share of new ones falls as the archive grows but
never reaches nothing. That is a Pitman–Yor process, and gives Heaps' law of vocabularies.
"""

import collections.abc as c
import random
import typing as t

Thing = t.TypeVar("Thing", bound=c.Hashable)

DISCOUNT: t.Final = 0.8  # the higher, the more ever new things
CONCENTRATION: t.Final = 4.0  # how many things there are to begin with


class Pool(t.Generic[Thing]):
    """Draws known things by how often they came before, and new ones from `make`."""

    def __init__(
        self, make: c.Callable[[random.Random], Thing], *, discount: float = DISCOUNT
    ) -> None:
        self._make, self._discount = make, discount
        self._things: list[Thing] = []
        self._draws: list[int] = []  # index of the thing of each draw, once per draw
        self._known: set[Thing] = set()

    def draw(self, rng: random.Random) -> Thing:
        """One thing, known or new."""
        total, kinds = len(self._draws), len(self._things)
        new = (CONCENTRATION + self._discount * kinds) / (CONCENTRATION + total)
        if rng.random() < new and (made := self._new(rng)) is not None:
            self._things.append(made)
            self._known.add(made)
            self._draws.append(kinds)
            return made
        place = rng.choice(self._draws)
        self._draws.append(place)
        return self._things[place]

    def _new(self, rng: random.Random) -> Thing | None:
        """A thing not seen before, or None where the maker has hardly any left."""
        attempts = (self._make(rng) for _ in range(20))
        made = next((thing for thing in attempts if thing not in self._known), None)
        if made is None and not self._things:
            raise ValueError("a pool's maker must make at least one thing")
        return made
