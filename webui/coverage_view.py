"""What /tackning shows: rows of cells, and what is missing in sentences. Pure."""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.coverage import Coverage, Month
from archive.registry import Forvaltning
from webui.charts import Shape, strip
from webui.families import Member, families
from webui.phrasing import number

# "Arbetsmarknads|förvaltningen"   "Stadslednings|kontoret"   but not "Förvaltningen"
SEAM: t.Final = re.compile(r"(?<=\w{4})(?=(?:förvaltning|förbund|kontor|nämnd))")

LONGEST: t.Final = 40  # years in a row; beyond that only those that something is known of


@dc.dataclass(frozen=True, slots=True)
class Year:
    """A förvaltning's year, as one cell."""

    year: int
    kept: int
    missing: int
    usual: int
    shapes: tuple[Shape, ...]


@dc.dataclass(frozen=True, slots=True)
class Row:
    """A förvaltning, with a cell for each year."""

    id: str
    name: str
    heir: str  # the name of what it went into, under which it stands; or empty
    years: tuple[Year, ...]


@dc.dataclass(frozen=True, slots=True)
class MonthRow:
    """A year, with a cell for each month."""

    year: int
    months: tuple[Month, ...]


@dc.dataclass(frozen=True, slots=True)
class MonthGroup:
    """A förvaltning with its years, the latest first."""

    id: str
    name: str
    heir: str
    rows: tuple[MonthRow, ...]


@dc.dataclass(frozen=True, slots=True)
class Sums:
    """Meetings with a protocol, those known to be missing, and months that might lack one."""

    kept: int
    missing: int
    usual: int


def years_of(coverages: c.Iterable[Coverage]) -> tuple[int, ...]:
    """The years that something is known of, and those between them."""
    known = sorted({year for coverage in coverages for year in coverage.years()})
    if not known or known[-1] - known[0] > LONGEST:
        return tuple(known)
    return tuple(range(known[0], known[-1] + 1))


def year_rows(
    coverages: c.Iterable[Coverage],
    register: c.Mapping[str, Forvaltning],
    years: c.Sequence[int],
) -> tuple[Row, ...]:
    """The whole archive: förvaltningar by name, what went into one under it, a cell a year."""
    return tuple(
        Row(
            coverage.forvaltning,
            name,
            heir,
            tuple(
                Year(
                    year,
                    coverage.kept_in(year),
                    coverage.missing_in(year),
                    coverage.usual_in(year),
                    strip(tuple(_sorts(month) for month in _months(coverage, year))),
                )
                for year in years
            ),
        )
        for name, heir, coverage in in_order(coverages, register)
    )


def month_groups(
    coverages: c.Iterable[Coverage],
    register: c.Mapping[str, Forvaltning],
    years: c.Sequence[int],
) -> tuple[MonthGroup, ...]:
    """Förvaltningar by name, of each its years, the latest first, with a cell a month."""
    groups = (
        MonthGroup(
            coverage.forvaltning,
            name,
            heir,
            tuple(
                MonthRow(year, _months(coverage, year))
                for year in sorted(years, reverse=True)
                if year in coverage.years() or _was_there(coverage.forvaltning, year, register)
            ),
        )
        for name, heir, coverage in in_order(coverages, register)
    )
    return tuple(group for group in groups if group.rows)


def _was_there(forvaltning: str, year: int, register: c.Mapping[str, Forvaltning]) -> bool:
    """Whether the register leaves room for it in a year."""
    known = register.get(forvaltning)
    return known is None or (known.since or year) <= year <= (known.until or year)


def in_order(
    coverages: c.Iterable[Coverage], register: c.Mapping[str, Forvaltning]
) -> c.Iterator[tuple[str, str, Coverage]]:
    """Name, heir's name or "", and coverage: by name, what went into one under it, each once."""
    seen: set[str] = set()
    members = families(register, {coverage.forvaltning: coverage for coverage in coverages})
    for name, heir, coverage in _walk(members, ""):
        if coverage.forvaltning not in seen:
            seen.add(coverage.forvaltning)
            yield name, heir, coverage


def sums(coverages: c.Iterable[Coverage], years: c.Iterable[int]) -> Sums:
    """How much there is and is not, in these years."""
    pairs = [(coverage, year) for coverage in coverages for year in years]
    return Sums(
        sum(coverage.kept_in(year) for coverage, year in pairs),
        sum(coverage.missing_in(year) for coverage, year in pairs),
        sum(coverage.usual_in(year) for coverage, year in pairs),
    )


def told(year: Year) -> str:
    """A year's cell in words."""
    parts = [f"{number(year.kept)} protokoll" if year.kept else "inga protokoll"]
    if year.missing:
        parts.append(f"{number(year.missing)} saknas")
    if year.usual:
        months = "månad" if year.usual == 1 else "månader"
        parts.append(f"{year.usual} {months} till brukar ha möte")
    return ", ".join(parts)


def breakable(name: str) -> str:
    """A name that can be broken where a long compound has its seam, in a narrow column."""
    return SEAM.sub("\N{SOFT HYPHEN}", name)


def _walk(
    members: c.Iterable[Member[Coverage]], heir: str
) -> c.Iterator[tuple[str, str, Coverage]]:
    """What has an heir without protocols of its own stands by itself."""
    for member in members:
        if member.holds is not None:
            yield member.name, heir, member.holds
        yield from _walk(member.earlier, member.name if member.holds is not None else heir)


def _months(coverage: Coverage, year: int) -> tuple[Month, ...]:
    nothing = Month()
    return tuple(coverage.months.get((year, month), nothing) for month in range(1, 13))


def _sorts(month: Month) -> frozenset[str]:
    sorts = {"kept": month.kept, "missing": month.missing, "usual": month.usual}
    return frozenset(sort for sort, found in sorts.items() if found)
