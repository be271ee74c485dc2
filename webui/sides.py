"""Who was at a meeting, gathered by side: the employer's first, then union by union."""

import collections.abc as c
import dataclasses as dc

from archive.model import Attendee


@dc.dataclass(frozen=True, slots=True)
class Side:
    """The people of one union, or of the employer where `union` is None."""

    union: str | None
    people: tuple[Attendee, ...]


def by_side(people: c.Iterable[Attendee]) -> tuple[Side, ...]:
    """The people by side, sides and people in the order the protocol names them."""
    gathered: dict[str | None, list[Attendee]] = {None: []}
    for person in people:
        gathered.setdefault(person.union, []).append(person)
    return tuple(Side(union, tuple(members)) for union, members in gathered.items() if members)
