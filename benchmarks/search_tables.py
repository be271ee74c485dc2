"""The tables of `search_speed`, in Markdown, for `docs/benchmarks.md`."""

import collections.abc as c
import datetime as dt
import json
import os
import pathlib
import platform
import statistics
import typing as t

from peers import OWN
from search_build import Built, Resident

PLAINLY: t.Final = f"{OWN}, ordagrant"  # without searching again where little is found
_TIMES: t.Final = "times.json"


class Spread(t.NamedTuple):
    """Milliseconds."""

    median: float
    p95: float


# By who was asked and class of query.
Summary: t.TypeAlias = c.Mapping[str, c.Mapping[str, Spread]]


def preface(versions: c.Iterable[str], sections: int, seed: int) -> c.Iterator[str]:
    """What was measured on what, and when."""
    machine = f"{os.cpu_count()} processorer, {_processor()}, {platform.platform(terse=True)}"
    yield f"# Sökning i {_figure(sections)} § (frö {seed})\n"
    yield f"{dt.date.today()}; {machine}; Python {platform.python_version()}; {', '.join(versions)}"


def builds(built: c.Mapping[str, Built], sections: int) -> c.Iterator[str]:
    """What the building of each index took."""
    yield "\n## Att bygga indexet\n"
    yield "| | §/s | s | MB på disk | MB eget minne som mest | största arbetsprocess |"
    yield "| --- | --: | --: | --: | --: | --: |"
    for name, took in built.items():
        numbers = (sections / took.seconds, *took)
        yield f"| {name} | {' | '.join(map(_figure, numbers))} |"


def memory(held: c.Mapping[str, Resident]) -> c.Iterator[str]:
    """What a process of its own holds when all queries have been asked."""
    yield "\n## MB minne efter alla frågor\n"
    yield "| | allt | utan filer på disken, som processer delar |"
    yield "| --- | --: | --: |"
    for name, holding in held.items():
        yield f"| {name} | {' | '.join(map(_figure, holding))} |"


def summarised(times: c.Mapping[str, c.Mapping[str, c.Sequence[float]]]) -> Summary:
    """Medians and 95th percentiles over all calls of a class."""
    return {
        name: {of_class: _spread(taken) for of_class, taken in by_class.items()}
        for name, by_class in times.items()
    }


def keep(folder: pathlib.Path, summary: Summary) -> None:
    """Put down what this size came to, for `growth`."""
    (folder / _TIMES).write_text(json.dumps(summary), "utf-8")


def times(summary: Summary, hits: c.Mapping[str, float]) -> c.Iterator[str]:
    """Milliseconds, and how many times the product's median each peer's is."""
    classes = list(hits)
    yield "\n## Svarstider, ms (median / p95)\n"
    yield f"| | {' | '.join(classes)} |"
    yield f"| --- |{' --: |' * len(classes)}"
    yield f"| träffar i medel | {' | '.join(_figure(hits[each]) for each in classes)} |"
    for name, of in summary.items():
        cells = (f"{_figure(of[each].median)} / {_figure(of[each].p95)}" for each in classes)
        yield f"| {name} | {' | '.join(cells)} |"
    yield "\n## Gånger den egna medianen i (a)\n"
    yield f"| | {' | '.join(classes)} |"
    yield f"| --- |{' --: |' * len(classes)}"
    for name, of in summary.items():
        for own in (OWN, PLAINLY) if not name.startswith(OWN) else ():
            ratios = (of[each].median / summary[own][each].median for each in classes)
            against = name if own == OWN else f"{name}, mot ordagrant"
            yield f"| {against} | {' | '.join(map(_figure, ratios))} |"


def growth(top: pathlib.Path) -> c.Iterator[str]:
    """Medians at each size that was measured in the folder, where there are several."""
    kept = {
        int(path.parent.name): json.loads(path.read_text("utf-8"))
        for path in top.glob(f"*/{_TIMES}")
    }
    if len(kept) < 2:
        return
    sizes = sorted(kept)
    classes = list(kept[sizes[0]][OWN])
    yield "\n## Hur det växer: median i ms\n"
    yield f"| | § | {' | '.join(classes)} |"
    yield f"| --- | --: |{' --: |' * len(classes)}"
    for name in kept[sizes[0]]:
        for size in sizes:
            if of := kept[size].get(name):
                cells = (_figure(Spread(*of[each]).median) for each in classes)
                yield f"| {name} | {_figure(size)} | {' | '.join(cells)} |"


def _spread(taken: c.Sequence[float]) -> Spread:
    return Spread(statistics.median(taken), statistics.quantiles(taken, n=20)[-1])


def _figure(number: float) -> str:
    """Three figures that matter, as Swedish writes them: "1 250 000", "12,3", "0,045"."""
    if not number:
        return "–"
    if number >= 100:
        return f"{number:,.0f}".replace(",", " ")
    decimals = 1 if number >= 10 else 2 if number >= 1 else 3
    return f"{number:.{decimals}f}".replace(".", ",")


def _processor() -> str:
    for line in pathlib.Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
