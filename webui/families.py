"""Registries as families: what is left of each förvaltning and union, and what went into it."""

import collections.abc as c
import dataclasses as dc
import typing as t

from archive.registry import Forvaltning, Union
from webui.swedish_order import swedish_order

Kin: t.TypeAlias = Forvaltning | Union
Held = t.TypeVar("Held")


@dc.dataclass(frozen=True, slots=True)
class Member(t.Generic[Held]):
    """One förvaltning or union, with those that went into it."""

    id: str
    name: str
    holds: Held | None  # None: the archive has nothing under its own name
    earlier: tuple["Member[Held]", ...] = ()


def families(kin: c.Mapping[str, Kin], holdings: c.Mapping[str, Held]) -> tuple[Member[Held], ...]:
    """All that hold something and their heirs, by name; what has an heir stands under it.

    What no registry knows (any longer) stands among the others under its id.
    """
    retired = {id_ for entry in kin.values() for id_ in entry.predecessors}
    roots = [id_ for id_ in {**kin, **holdings} if id_ not in retired]
    return _members(roots, kin, holdings)


def _members(
    ids: c.Iterable[str], kin: c.Mapping[str, Kin], holdings: c.Mapping[str, Held]
) -> tuple[Member[Held], ...]:
    found = []
    for id_ in ids:
        entry, held = kin.get(id_), holdings.get(id_)
        earlier = _members(entry.predecessors if entry else (), kin, holdings)
        if held is not None or earlier:
            found.append(Member(id_, entry.name if entry else id_, held, earlier))
    return tuple(sorted(found, key=lambda member: swedish_order(member.name)))


def heirs(kin: c.Mapping[str, Kin], id_: str) -> tuple[Kin, ...]:
    """What it went into; more than one where it was divided."""
    return tuple(entry for entry in kin.values() if id_ in entry.predecessors)


def predecessors(kin: c.Mapping[str, Kin], id_: str) -> tuple[Kin, ...]:
    """What went into it."""
    entry = kin.get(id_)
    return tuple(kin[other] for other in entry.predecessors) if entry else ()


def with_past(name: str, has_past: bool) -> str:
    """What counts and lists call a förvaltning or union whose predecessors are counted with it."""
    return f"{name} med föregångare" if has_past else name
