"""What a Swede means by a query, over invented protocols: what must be found, and what must not.

The protocols and queries beside this file were written before any engine had answered them.
"""

import functools
import pathlib
import tomllib
import typing as t

import pytest
from exchanges import exchange
from searchable import entry, section

from archive.model import Outcome, Section
from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Entry, Hit, Request, Result, SearchIndex, open_index
from index.swedish import fold, meeting, packaged_language

HERE: t.Final = pathlib.Path(__file__).parent
FIRST: t.Final = 10  # hits that a reader looks at
ALL: t.Final = "*"  # in a table: all other sections
NONE: t.Final = "-"

Row: t.TypeAlias = tuple[str, ...]


def rows(table: str) -> list[Row]:
    """The rows of a table, without its comments."""
    lines = (HERE / f"{table}.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and line[0] != "#"]


def listed(cell: str) -> set[str]:
    """The sections in a cell of a table."""
    return set() if cell in (ALL, NONE) else set(cell.split(", "))


@functools.cache
def protocols() -> dict[str, Entry]:
    """All of them, by the short names that the tables use: "bromma-24"."""
    tables = tomllib.loads((HERE / "protocols.toml").read_text("utf-8"))
    return {name: read_protocol(table) for name, table in tables.items()}


def read_protocol(table: dict[str, t.Any]) -> Entry:
    return entry(
        table["forvaltning"],
        str(table["date"]),
        *(read_section(one) for one in table["sections"]),
        visibility=Visibility(table.get("visibility", Visibility.PUBLIC)),
    )


def read_section(table: dict[str, t.Any]) -> Section:
    paragraphs = table["text"].strip().split("\n\n")
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    return section(
        table["number"],
        table["title"],
        text,
        unions=tuple(table.get("unions", ())),
        topics=tuple(table.get("topics", ())),
        outcome=Outcome(table["outcome"]) if "outcome" in table else None,
        exchanges=tuple(exchange(text, **one) for one in table.get("exchanges", ())),
    )


def sections_of(*visibilities: Visibility) -> set[str]:
    """The sections of such protocols, as the tables name them: "bromma-24 3"."""
    return {
        f"{name} {one.number}"
        for name, entry in protocols().items()
        for one in entry.protocol.sections
        if entry.visibility in visibilities
    }


@functools.cache
def short_names() -> dict[str, str]:
    return {entry.protocol.id: name for name, entry in protocols().items()}


def place(hit: Hit) -> str:
    return f"{short_names()[hit.protocol_id]} {hit.number}"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    index = open_index(tmp_path_factory.mktemp("finding"), packaged())
    index.rebuild(protocols().values())
    return index


@pytest.fixture(scope="module")
def public_alone(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """An index in which nothing is hidden."""
    index = open_index(tmp_path_factory.mktemp("public"), packaged())
    index.rebuild(one for one in protocols().values() if one.visibility is Visibility.PUBLIC)
    return index


def ask(
    index: SearchIndex, query: str, audience: Audience = Audience.PUBLIC, *, literal: bool = False
) -> Result:
    return index.search(Request(query, audience, limit=100, literal=literal))


@pytest.mark.parametrize(
    ("query", "found"),
    [(query, found) for query, found, _, _ in rows("queries") if found != NONE],
)
def test_these_are_among_the_first(index: SearchIndex, query: str, found: str):
    first = [place(hit) for hit in ask(index, query).hits[:FIRST]]
    assert listed(found) <= set(first), first


@pytest.mark.parametrize(
    ("query", "found", "unwanted"),
    [(query, found, unwanted) for query, found, unwanted, _ in rows("queries") if unwanted != NONE],
)
def test_these_are_not_found(index: SearchIndex, query: str, found: str, unwanted: str):
    result = ask(index, query)
    if any("några av dem" in note for note in result.notes):  # below those that are asked for
        result = ask(index, query, literal=True)
    hits = {place(hit) for hit in result.hits}
    if unwanted == ALL:
        assert hits <= listed(found)
    else:
        assert hits.isdisjoint(listed(unwanted))


@pytest.mark.parametrize(("query", "better", "worse"), [row[:3] for row in rows("order")])
def test_one_stands_before_the_other(index: SearchIndex, query: str, better: str, worse: str):
    hits = [place(hit) for hit in ask(index, query).hits]
    assert better in hits
    assert worse not in hits[: hits.index(better)], hits


@pytest.mark.parametrize(("query", "meant"), rows("misspellings"))
def test_what_was_meant_is_proposed(index: SearchIndex, query: str, meant: str):
    result = ask(index, query)
    assert ask(index, query, literal=True).total == 0
    assert result.suggestion == meant
    assert ask(index, meant, literal=True).total


@pytest.mark.parametrize(("query", "hidden"), rows("hidden"))
def test_what_is_hidden_is_found_by_those_who_may_see_it(
    index: SearchIndex, query: str, hidden: str
):
    assert {place(hit) for hit in ask(index, query, Audience.OPERATOR).hits} == {hidden}


@pytest.mark.parametrize("query", [query for query, _ in rows("hidden")])
def test_what_is_hidden_does_not_exist_for_the_public(
    index: SearchIndex, public_alone: SearchIndex, query: str
):
    result, plain = ask(index, query), ask(public_alone, query)
    assert result.total == 0
    assert (result.suggestion, result.notes) == (plain.suggestion, plain.notes)


@pytest.mark.parametrize(("query", "meant"), rows("hidden_misspellings"))
def test_what_is_hidden_is_not_proposed_to_the_public(
    index: SearchIndex, public_alone: SearchIndex, query: str, meant: str
):
    assert ask(index, query, Audience.OPERATOR).suggestion == meant
    result, plain = ask(index, query), ask(public_alone, query)
    assert (result.total, result.suggestion) == (plain.total, plain.suggestion)


@pytest.mark.parametrize("begun", ["trampo", "spikm", "storkö", "frostl", "visselb"])
def test_what_is_hidden_does_not_complete_what_the_public_types(index: SearchIndex, begun: str):
    assert index.complete(begun, Audience.OPERATOR)
    assert not index.complete(begun, Audience.PUBLIC)


@pytest.mark.parametrize("begun", [("bro", "2025/99"), ("", "2025/99"), ("bro", "2025/999")])
def test_a_number_that_is_hidden_does_not_continue_what_the_public_types(
    index: SearchIndex, begun: tuple[str, str]
):
    assert [it.key for it in index.numbers([begun], Audience.OPERATOR)] == ["2025/999"]
    assert not index.numbers([begun], Audience.PUBLIC)


@pytest.mark.parametrize(("wanted", "written"), [row[:2] for row in rows("never_meet")])
@pytest.mark.parametrize("loose", [False, True], ids=["", "loosely"])
def test_these_words_never_meet(wanted: str, written: str, loose: bool):
    asked, found = fold(wanted), fold(written)
    analyse = packaged_language().analyse
    assert meeting(asked, analyse(asked), found, analyse(found), loose=loose) is None


@pytest.mark.parametrize(
    ("table", "columns", "least"),
    [
        ("queries", 4, 180),
        ("never_meet", 3, 60),
        ("order", 4, 10),
        ("misspellings", 2, 6),
        ("hidden", 2, 10),
        ("hidden_misspellings", 2, 4),
    ],
)
def test_a_table_is_whole(table: str, columns: int, least: int):
    found = rows(table)
    assert {len(row) for row in found} == {columns}
    assert len(found) >= least
    asked = [row if table in ("order", "never_meet") else row[:1] for row in found]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize(
    ("sort", "least"),
    [
        ("böjning", 40),
        ("led", 40),
        ("särskrivet", 15),
        ("ellips", 8),
        ("betyder", 15),
        ("utan prickar", 12),
        ("fackförbund", 6),
        ("löst", 4),
        ("skrivsätt", 30),
    ],
)
def test_every_sort_of_query_is_there(sort: str, least: int):
    assert sum(row[3].startswith(f"{sort}: ") for row in rows("queries")) >= least


def test_every_section_that_a_table_names_exists():
    public = sections_of(Visibility.PUBLIC)
    named = [listed(row[1]) | listed(row[2]) for row in rows("queries") + rows("order")]
    assert set().union(*named) <= public
    hidden = {row[1] for row in rows("hidden")}
    assert hidden <= sections_of(Visibility.INTERNAL, Visibility.HELD)


def test_no_query_wants_and_forbids_the_same_section():
    assert all(listed(found).isdisjoint(listed(bad)) for _, found, bad, _ in rows("queries"))
