"""Are the § that a reader seeks among the first ten, and how high up? Against other engines.

The product and four engines as they come are given the same § and the same queries; a reader has
judged every § that any of them put among its first ten (`quality/README.md`). Writes nDCG@10 and
recall@10 for both halves of the queries: "tune", which search may be made better by, and "test",
which it may not. What is not judged counts as wrong, so the last column has to be 0.

    --each     also what each query of the tune half came to
    --pool     what is still to be judged, as a file to put grades into
    --judge    takes such a file up among the judgements
Run: python benchmarks/search_quality.py [--each] [--pool] [--judge FILE] [--engines egen,whoosh]
"""

import argparse
import collections.abc as c
import datetime as dt
import pathlib
import platform
import statistics
import sys
import tempfile
import typing as t

from quality import data, pool
from quality.data import HALVES, Judgements, Query
from quality.engines import ENGINES, Corpus, Missing, Ranking
from quality.measures import ndcg, recall
from quality.sections import entries, protocols, units

Rankings: t.TypeAlias = dict[str, list[Ranking]]  # by engine, in the order of the queries
Measure: t.TypeAlias = c.Callable[[c.Sequence[str], c.Mapping[str, int]], float | None]

OWN: t.Final = next(iter(ENGINES))


def main() -> None:
    """Ask every engine every query, and write the table or what was asked for instead."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--engines", default=",".join(ENGINES), help="separated by commas")
    ask.add_argument("--each", action="store_true", help="each query of the tune half too")
    ask.add_argument("--pool", action="store_true", help="print what is still to be judged")
    ask.add_argument("--judge", type=pathlib.Path, help="take up the grades in a file")
    chosen = ask.parse_args()
    read = tuple(protocols())
    corpus = Corpus(tuple(entries(read)), tuple(units(read)))
    queries, judged = data.read_queries(), data.read_judgements()
    if chosen.judge:
        judged |= data.read_judgements(chosen.judge)
        data.write(judged, {unit.name: unit.title for unit in corpus.units})
        return
    for complaint in changed(corpus):
        print(complaint, file=sys.stderr)
    names = [name for name in ENGINES if name in chosen.engines.split(",")]
    rankings, notes = ranked(names, corpus, queries)
    if chosen.pool:
        show(unjudged(corpus, queries, rankings, judged))
        return
    show(preface(corpus, queries, judged))
    show(table(queries, rankings, judged))
    show(notes)
    if chosen.each:
        show(each(queries, rankings, judged))


def show(lines: c.Iterable[str]) -> None:
    for line in lines:
        print(line)


def changed(corpus: Corpus) -> c.Iterator[str]:
    """A sentence for each § that is not the one that was judged."""
    titles = {unit.name: unit.title for unit in corpus.units}
    for name, title in data.read_titles().items():
        if titles.get(name) != title:
            yield f"{name} var ”{title}” när den bedömdes, nu {titles.get(name) or 'inget'}"


def ranked(
    names: c.Iterable[str], corpus: Corpus, queries: c.Sequence[Query]
) -> tuple[Rankings, list[str]]:
    """What each engine puts first, and a sentence for each that could not take part."""
    rankings: Rankings = {}
    notes = []
    for name in names:
        with tempfile.TemporaryDirectory() as top:
            pathlib.Path(top).chmod(0o755)  # PostgreSQL runs as another user
            folder = pathlib.Path(top) / "index"
            folder.mkdir()
            try:
                texts = [query.text for query in queries]
                rankings[name] = ENGINES[name].rank(folder, corpus, texts)
            except Missing as missing:
                notes.append(f"\n{ENGINES[name].name} är inte med: {missing}.")
    return rankings, notes


def unjudged(
    corpus: Corpus, queries: c.Sequence[Query], rankings: Rankings, judged: Judgements
) -> c.Iterator[str]:
    """The rows to grade, by query."""
    by_name = {unit.name: unit for unit in corpus.units}
    for place, query in enumerate(queries):
        firsts = [of_engine[place] for of_engine in rankings.values()]
        if names := pool.unjudged(query, firsts, judged):
            yield from pool.lines(query, names, by_name)


def preface(corpus: Corpus, queries: c.Sequence[Query], judged: Judgements) -> c.Iterator[str]:
    """What was asked of what."""
    halves = [sum(query.half == half for query in queries) for half in HALVES]
    yield "# Hur väl sökningen finner\n"
    yield (
        f"{dt.date.today()}; {len(corpus.units)} § ur {len(corpus.entries)} påhittade protokoll; "
        f"{len(queries)} frågor ({halves[0]} att trimma med, {halves[1]} undanhållna); "
        f"{len(judged)} bedömningar; Python {platform.python_version()}\n"
    )


def table(queries: c.Sequence[Query], rankings: Rankings, judged: Judgements) -> c.Iterator[str]:
    """A row for each engine."""
    yield (
        "| | nDCG@10 undanhållna | recall@10 undanhållna | nDCG@10 trimmade | recall@10 trimmade "
        "| obedömda |"
    )
    yield "| --- | --: | --: | --: | --: | --: |"
    for name, of_engine in rankings.items():
        cells = []
        for half in reversed(HALVES):
            for measure in (ndcg, recall):
                values = measured(measure, queries, of_engine, judged, half).values()
                cells.append(figure(statistics.fmean(values)))
        engine = ENGINES[name]
        label = engine.name if name == OWN else f"{engine.name} ({engine.version()})"
        share = without_grade(queries, of_engine, judged)
        yield f"| {label} | {' | '.join(cells)} | {round(share * 100)} % |"


def measured(
    measure: Measure,
    queries: c.Sequence[Query],
    rankings: c.Sequence[Ranking],
    judged: Judgements,
    half: str,
) -> dict[str, float]:
    """The values of one half's queries, by id; without those for which nothing is relevant."""
    values = {}
    for query, ranking in zip(queries, rankings, strict=True):
        grades = {name: grade for (asked, name), grade in judged.items() if asked == query.id}
        value = measure(ranking, grades)
        if query.half == half and value is not None:
            values[query.id] = value
    return values


def without_grade(
    queries: c.Sequence[Query], rankings: c.Sequence[Ranking], judged: Judgements
) -> float:
    """The share of all that stands among the first ten which nobody has judged."""
    pairs = [
        (query.id, name)
        for query, ranking in zip(queries, rankings, strict=True)
        for name in ranking
    ]
    return sum(pair not in judged for pair in pairs) / max(1, len(pairs))


def each(queries: c.Sequence[Query], rankings: Rankings, judged: Judgements) -> c.Iterator[str]:
    """nDCG@10 of each query of the tune half, the product's worst first."""
    by_engine = {
        name: measured(ndcg, queries, of_engine, judged, HALVES[0])
        for name, of_engine in rankings.items()
    }
    texts = {query.id: query.text for query in queries}
    first = next(iter(by_engine.values()))
    yield f"\n| | fråga | {' | '.join(by_engine)} |"
    yield f"| --- | --- |{' --: |' * len(by_engine)}"
    for id in sorted(first, key=first.__getitem__):
        cells = (figure(values[id]) for values in by_engine.values())
        yield f"| {id} | {texts[id]} | {' | '.join(cells)} |"


def figure(number: float) -> str:
    """As Swedish writes it: "0,812"."""
    return f"{number:.3f}".replace(".", ",")


if __name__ == "__main__":
    main()
