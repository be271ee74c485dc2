"""How fast are searches, against other engines that do the same?

Invented protocols (`corpus`) into each engine, then the same requests (`search_queries`) to all, in
one process, warm, turn by turn so that whatever disturbs the machine disturbs all alike:

    (a)  reading the query, evaluation, exact total, four facets, what the first twenty hits show
    (b)  the same with excerpts, as the site's result page has them; the product only

The product searches again where little is found, with å ä ö put back, with some of the words or
with words that are spelt nearly so. The peers do not, so it is also asked `ordagrant`, without.

`peers` tells what the others are spared. Also how long each index takes to build, how large it is,
how much memory that takes and how much a process holds after all queries (`search_build`). Totals
and facets are compared before anything is timed; what differs is told.

Writes Markdown. With --keep the indexes stay and are used again, and other sizes measured there
before are shown beside. 1,000,000 sections take hours and some twenty gigabytes of disk.
Run: python benchmarks/search_speed.py [--sections 10000] [--peers tantivy,fts5] [--keep FOLDER]
"""

import argparse
import collections.abc as c
import contextlib
import dataclasses as dc
import itertools
import pathlib
import statistics
import tempfile
import time
import typing as t

import corpus
import msgspec
import search_tables as tables
from corpus_counts import count
from peers import FACETS, OWN, PEERS, Own, Searcher
from prepared import kept, prepared
from search_build import SECTIONS_FILE, built, place_of, resident
from search_queries import Classes, queries

from index import Filters, Request

Ask: t.TypeAlias = c.Callable[[Request], object]

WITH_EXCERPTS: t.Final = f"{OWN} (b)"
STOCK_UP_TO: t.Final = 100_000  # sections; with more, stock Whoosh takes no part
PATIENCE: t.Final = 4.0  # seconds: after so many in a class, an engine sits out the rest of it,
LEAST_ROUNDS: t.Final = 3  # but not before so many rounds


def main() -> None:
    """Build, compare, measure, and write the tables."""
    summary = (__doc__ or "").partition("\n")[0]
    ask = argparse.ArgumentParser(description=summary)
    ask.add_argument("--sections", type=int, default=10_000)
    ask.add_argument("--peers", default=",".join(PEERS), help="separated by commas")
    ask.add_argument("--rounds", type=int, default=25, help="of each query to each engine")
    ask.add_argument("--seed", type=int, default=corpus.SEED)
    ask.add_argument("--keep", type=pathlib.Path, help="folder where indexes stay, to use again")
    chosen = ask.parse_args()
    names = [name for name in PEERS if name in chosen.peers.split(",")]
    if chosen.sections > STOCK_UP_TO:
        names = [name for name in names if name != "whoosh"]
    with contextlib.ExitStack() as stack:
        top = chosen.keep or pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder = top / str(chosen.sections)
        folder.mkdir(parents=True, exist_ok=True)
        run(folder, names, chosen.sections, chosen.seed, chosen.rounds)
        show(tables.growth(top))


def run(folder: pathlib.Path, names: list[str], sections: int, seed: int, rounds: int) -> None:
    """One size, all of it."""
    show(tables.preface([PEERS[name].version() for name in names], sections, seed))
    asked = chosen_queries(folder, sections, seed)
    builds = {name: built(folder, name, sections, seed) for name in (OWN, *names)}
    show(tables.builds(builds, sections))
    show(tables.memory({name: resident(folder, name, asked) for name in builds}))
    own = Own().open(place_of(folder, OWN))
    searchers: dict[str, Searcher] = {OWN: own}
    searchers |= {name: PEERS[name].open(place_of(folder, name)) for name in names}
    show(differences(searchers, asked))
    finders: dict[str, Ask] = {name: searcher.find for name, searcher in searchers.items()}
    finders[tables.PLAINLY] = lambda request: own.find(dc.replace(request, literal=True))
    times = measured({**finders, WITH_EXCERPTS: own.search}, asked, rounds)
    summary = tables.summarised(times)
    tables.keep(folder, summary)
    show(tables.times(summary, mean_hits(own, asked)))


def show(lines: c.Iterable[str]) -> None:
    """Print at once, so that a long run can be followed."""
    for line in lines:
        print(line, flush=True)


def chosen_queries(folder: pathlib.Path, sections: int, seed: int) -> Classes:
    """The queries, chosen from the whole corpus; the sections are kept for the peers besides."""
    path = folder / "queries.json"
    if not path.exists():
        words = kept(prepared(corpus.entries(sections, seed)), folder / SECTIONS_FILE)
        path.write_bytes(msgspec.json.encode(queries(count(words), seed)))
    return msgspec.json.decode(path.read_bytes(), type=Classes)


def differences(searchers: c.Mapping[str, Searcher], asked: Classes) -> c.Iterator[str]:
    """A line for each query to which a peer has another total or other counts than the product.

    Counts of facets are compared where nothing is chosen, and predecessors left out: only there do
    all count the same.
    """
    yield "\n## Samma svar?\n"
    compared = 0
    for query in itertools.chain.from_iterable(asked.values()):
        request = query.request
        if not query.is_narrowed:
            request = dc.replace(request, filters=Filters(predecessors=False))
        own = searchers[OWN].find(request)
        for name, searcher in searchers.items():
            found = searcher.find(request)
            compared += name != OWN
            if found.total != own.total:
                yield f"- {name}, `{query.text}`: {found.total} träffar, inte {own.total}"
            elif not query.is_narrowed:
                for facet in FACETS:
                    if found.counts(facet) != own.counts(facet):
                        yield f"- {name}, `{query.text}`: {facet} räknas annorlunda"
    yield f"{compared} svar jämförda med de egna; de som skiljer sig står ovan."


def mean_hits(searcher: Searcher, asked: Classes) -> dict[str, float]:
    """How many sections the queries of each class find on average."""
    return {
        of_class: statistics.fmean(searcher.find(query.request).total for query in of_queries)
        for of_class, of_queries in asked.items()
    }


def measured(
    finders: c.Mapping[str, Ask], asked: Classes, rounds: int
) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of every call, by who was asked and class of query."""
    times: dict[str, dict[str, list[float]]] = {
        name: {of_class: [] for of_class in asked} for name in finders
    }
    for of_class, of_queries in asked.items():
        requests = [query.request for query in of_queries]
        for turn in range(rounds):
            for name, find in finders.items():
                taken = times[name][of_class]
                if turn >= LEAST_ROUNDS and sum(taken) > PATIENCE * 1000:
                    continue
                for request in requests:
                    begun = time.perf_counter_ns()
                    find(request)
                    taken.append((time.perf_counter_ns() - begun) / 1e6)
    return times


if __name__ == "__main__":
    main()
