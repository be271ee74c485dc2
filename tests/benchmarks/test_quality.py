"""The judged queries that search is measured by: whole, in halves that stay, rightly counted."""

import collections
import collections.abc as c
import importlib
import math
import pathlib
import types

import pytest

from archive.model import Protocol, Section

BENCHMARKS = pathlib.Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def _beside_the_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.fixture
def data() -> types.ModuleType:
    return importlib.import_module("quality.data")


@pytest.fixture
def measures() -> types.ModuleType:
    return importlib.import_module("quality.measures")


@pytest.fixture
def pool() -> types.ModuleType:
    return importlib.import_module("quality.pool")


@pytest.fixture
def sections() -> types.ModuleType:
    return importlib.import_module("quality.sections")


def test_every_query_is_asked_once_and_says_what_is_sought(data: types.ModuleType) -> None:
    queries = data.read_queries()
    assert len(queries) >= 120
    for field in ("id", "text"):
        assert len({getattr(query, field) for query in queries}) == len(queries)
    assert all(query.need.strip() and query.text.strip() for query in queries)
    assert {query.reader for query in queries} == {"ombud", "personal", "journalist"}


def test_no_query_has_been_moved_to_the_other_half(data: types.ModuleType) -> None:
    queries = data.read_queries()
    assert [query.half for query in queries] == [data.half_of(query.text) for query in queries]
    halves = collections.Counter(query.half for query in queries)
    assert min(halves[half] for half in data.HALVES) >= 60


def test_the_split_is_the_same_on_every_machine(data: types.ModuleType) -> None:
    assert data.half_of("friskvård") == "test"
    assert data.half_of("sjukfrånvaron") == "tune"


def test_every_judgement_is_of_a_known_query_and_section(data: types.ModuleType) -> None:
    asked = {query.id for query in data.read_queries()}
    titles = data.read_titles()
    judged = data.read_judgements()
    assert {query for query, _ in judged} <= asked
    assert {section for _, section in judged} == titles.keys()
    assert len(data.JUDGEMENTS.read_text("utf-8").splitlines()) == len(judged)  # none twice


def test_every_query_has_something_that_was_sought(data: types.ModuleType) -> None:
    found = {query for (query, _), grade in data.read_judgements().items() if grade >= 2}
    assert {query.id for query in data.read_queries()} == found


def test_the_judged_samples_have_the_titles_they_had(
    data: types.ModuleType, sections: types.ModuleType
) -> None:
    read = [*sections.protocols(names={"D05", "F08", "demo01"})]
    titles = {unit.name: unit.title for unit in sections.units(read)}
    judged = {name: title for name, title in data.read_titles().items() if name in titles}
    assert len(judged) > 15
    assert judged.items() <= titles.items()


def test_ndcg_is_what_a_person_counts(measures: types.ModuleType) -> None:
    grades = {"a": 3, "b": 2, "c": 1, "d": 0}
    got = 3 / 1 + 0 / math.log2(3) + 7 / 2  # b, d, a
    best = 7 / 1 + 3 / math.log2(3) + 1 / 2
    assert measures.ndcg(["b", "d", "a"], grades) == pytest.approx(got / best)
    assert measures.ndcg(["a", "b", "c", "d"], grades) == 1
    assert measures.ndcg([], grades) == 0


def test_what_stands_after_the_tenth_counts_for_nothing(measures: types.ModuleType) -> None:
    others = [str(place) for place in range(10)]
    assert measures.ndcg([*others, "a"], {"a": 3}) == 0
    assert measures.recall([*others, "a"], {"a": 3}) == 0


def test_a_section_nobody_judged_counts_as_wrong(measures: types.ModuleType) -> None:
    assert measures.ndcg(["unjudged", "a"], {"a": 1}) == pytest.approx(1 / math.log2(3))


def test_recall_asks_for_no_more_than_there_is_room_for(measures: types.ModuleType) -> None:
    grades = {str(place): 2 for place in range(20)} | {"touches": 1}
    assert measures.recall([str(place) for place in range(10)], grades) == 1
    assert measures.recall(["0", "1", "touches"], grades) == 0.2


def test_a_query_without_an_answer_has_no_measure(measures: types.ModuleType) -> None:
    assert measures.ndcg(["a"], {"a": 0}) is None
    assert measures.recall(["a"], {"a": 1}) is None


def test_the_pool_holds_each_section_once_and_names_no_engine(
    data: types.ModuleType, pool: types.ModuleType
) -> None:
    query = data.Query("q1", "tune", "ombud", "ord", "parkering", "Var får man parkera?")
    names = pool.unjudged(query, [("a/1", "b/2"), ("b/2", "c/3")], {("q1", "c/3"): 2})
    assert sorted(names) == ["a/1", "b/2"]
    assert names == pool.unjudged(query, [("b/2",), ("c/3", "a/1")], {("q1", "c/3"): 2})


def test_a_printed_pool_can_be_filled_in_and_read_back(
    data: types.ModuleType,
    pool: types.ModuleType,
    sections: types.ModuleType,
    tmp_path: pathlib.Path,
) -> None:
    query = data.Query("q1", "tune", "ombud", "ord", "parkering", "Var får man parkera?")
    units = {
        "a/1": sections.Unit("a/1", "Lokaler", "Parkeringen\n\när mörk."),
        "b/2": sections.Unit("b/2", "Övrigt", "Inget."),
    }
    printed = "\n".join(pool.lines(query, units, units))
    file = tmp_path / "pool.tsv"
    file.write_text(printed.replace("a/1\t?", "a/1\t3"), "utf-8")
    assert data.read_judgements(file) == {("q1", "a/1"): 3}


def test_a_grade_that_is_none_is_refused(data: types.ModuleType, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "pool.tsv"
    file.write_text("q1\ta/1\t4\n", "utf-8")
    with pytest.raises(SystemExit):
        data.read_judgements(file)


def test_a_long_text_is_shown_where_it_is_about_the_query(pool: types.ModuleType) -> None:
    text = "Början. " + "annat " * 200 + "Parkeringen är mörk. " + "annat " * 200
    shown = pool.shown(text, "parkering")
    assert shown.startswith("Början.")
    assert "Parkeringen är mörk." in shown
    assert len(shown) < 600


def test_a_section_is_named_by_its_file_and_place(sections: types.ModuleType) -> None:
    protocol = Protocol("Titel", sections=(Section(3, 7, "Lokaler", "Mörkt."),), id="D05")
    units: c.Iterable[tuple[str, str, str]] = sections.units([protocol])
    assert [*units] == [("D05/3", "Lokaler", "Mörkt.")]


def test_one_file_of_each_sample_is_taken(sections: types.ModuleType) -> None:
    files = sections.sample_files()
    assert {"A1", "B10", "D05", "paragrafer"} <= files.keys()
    assert len(files) == len({*files.values()}) == 54
