"""Questions for a corpus of `corpora`, by the hundred, from a seed.

A hundred trees drawn by hypothesis would take longer than asking them, and as long again to make
small, although only one fails and is small already.
"""

import datetime as dt
import random
import typing as t

from corpora import TOPICS, UNIONS, WORDS

from archive.visibility import Audience
from index import Filters, Kind, Order, Request

INFLECTED = (*WORDS, "mötena", "mötets", "frågor", "fråga", "§ 2", "118", "nix")
COMPOUNDS = (
    *("mötesplan", "mötesplanerna", "plan", "planer", "arbete", "arbetsplan", "miljörond", "rond"),
    *(
        "arbetsmiljörond",
        "arbetsmiljö-rond",
        "mötesmiljö",
        "arbetsrond",
        "arbetsmiljöplan",
        "vision",
    ),
)
FIELDS = (
    *(
        "rubrik:möte",
        "rubrik:mötesplan",
        "fraga:plan",
        "svar:arbetsmiljörond",
        'svar:"hot och våld"',
    ),
    *("fack:vision", "amne:budget", "datum:2024", "datum:2023-06..2024-05", "paragraf:2"),
    *("rubrik:Vision", "fråga:mö*", "forvaltning:jarva"),
)
EXACT = ("=möte", "=mötet", "=larm", "=våld", "=idé", "=mbl-frågor", "=fråga", "=nix")
PREFIXES = ("mö*", "lar*", "mbl*", "mbl-*", "20*", "25*", "frå*", "ni*")

# So that nearly all hits can be asked for at once.
EVERY_HIT = 10_000

T = t.TypeVar("T")


class Questions:
    """The same questions for the same seed."""

    def __init__(self, seed: int, *, inflected: bool = True) -> None:
        """Without inflected words, all that is asked for is asked for as it is written."""
        self._random = random.Random(seed)
        self._words = (*INFLECTED, *COMPOUNDS, *FIELDS) if inflected else (*EXACT, "§ 2", "118")

    def query(self, depth: int = 2) -> str:
        """What may be typed: words, in every form, joined and excluded in every way."""
        if not depth or self._happens(0.3):
            return self._leaf()
        parts = self.query(depth - 1), self.query(depth - 1)
        return self._one(("{} {}", *["({} ELLER {})"] * 3, "({}) INTE ({})", "-({})")).format(
            *parts
        )

    def request(self) -> Request:
        """A search for all that is found."""
        return Request(
            text=self.query() if self._happens(0.95) else "",
            audience=self._one((*Audience, Audience.OPERATOR)),
            kind=self._one(list(Kind)),
            filters=self._filters() if self._happens(0.4) else Filters(),
            order=self._one(list(Order)),
            limit=EVERY_HIT,
            literal=True,
        )

    def page(self) -> tuple[int, int]:
        """Which hit is first and how many follow."""
        return self._random.randrange(12), self._random.randrange(8)

    def _leaf(self) -> str:
        words = [self._one(WORDS) for _ in range(self._random.randint(2, 3))]
        return self._one(
            (
                self._one(self._words),
                self._one(self._words),
                self._one(EXACT),
                self._one(PREFIXES),
                f'"{" ".join(words)}"',
            )
        )

    def _filters(self) -> Filters:
        return Filters(
            forvaltningar=self._some("bromma", "jarva", "rinkeby-kista", "farsta"),
            unions=self._some(*UNIONS),
            topics=self._some(*TOPICS),
            outcomes=self._some("agreed", "informed"),
            periods=self._some("2024", "2024-05", "2023", "2031", "20"),
            answered=self._one((None, None, None, True, False)),
            earliest=self._one((None, None, None, dt.date(2024, 5, 2))),
            latest=self._one((None, None, None, dt.date(2024, 5, 2))),
            predecessors=self._happens(0.5),
        )

    def _some(self, *values: str) -> tuple[str, ...]:
        """Mostly no choice at all, else one or two."""
        chosen = self._random.randint(1, 2) if self._happens(0.25) else 0
        return tuple(self._random.sample(values, chosen))

    def _one(self, values: t.Sequence[T]) -> T:
        return self._random.choice(values)

    def _happens(self, share: float) -> bool:
        return self._random.random() < share
