"""Years from one to another, as addresses ask for them: `ar=2024`, `fran=2020&till=2024`. Pure."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t

from webui.phrasing import span_of_days

YEAR: t.Final = re.compile("[12][0-9]{3}")


@dc.dataclass(frozen=True, slots=True)
class Years:
    """All years from the first to the last; without one of them, as far as there are any."""

    first: int | None = None
    last: int | None = None

    def __contains__(self, year: int) -> bool:
        return (self.first is None or self.first <= year) and (
            self.last is None or year <= self.last
        )

    @property
    def only(self) -> int | None:
        """The one year that is meant, where it is one."""
        return self.first if self.first == self.last else None

    @property
    def told(self) -> str:
        """In words: "2024", "2020–2024", "från 2020"; nothing where there is no bound."""
        return span_of_days(
            dt.date(self.first, 1, 1) if self.first else None,
            dt.date(self.last, 12, 31) if self.last else None,
        )

    @property
    def parameters(self) -> dict[str, t.Any]:
        """How an address asks for them."""
        return {"ar": self.only} if self.only else {"fran": self.first, "till": self.last}


def read_years(parameters: c.Mapping[str, str]) -> Years | None:
    """The years that are asked for, in whichever order; None where one of them is no year."""
    values = {name: parameters.get(name) or None for name in ("ar", "fran", "till")}
    if not all(value is None or YEAR.fullmatch(value) for value in values.values()):
        return None
    first, last = (values["ar"] or values[name] for name in ("fran", "till"))
    if first and last and first > last:
        first, last = last, first
    return Years(int(first) if first else None, int(last) if last else None)
