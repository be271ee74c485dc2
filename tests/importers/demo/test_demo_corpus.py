import collections
import itertools
import pathlib

import pytest

from archive.registry import load_registries
from importers.demo import REGISTER, meetings, selected_meetings, write_corpus
from importers.demo.calendar import FIRST_YEAR, LAST_YEAR, occasions
from importers.demo.styles import STYLES
from importers.demo.world import TRADES


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[pathlib.Path, ...]:
    return write_corpus(tmp_path_factory.mktemp("corpus"), seed=1, count=24)


def test_the_same_seed_gives_the_same_bytes(
    corpus: tuple[pathlib.Path, ...], tmp_path: pathlib.Path
) -> None:
    again = write_corpus(tmp_path, seed=1, count=24)
    assert [path.name for path in again] == [path.name for path in corpus]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in corpus]


def test_another_seed_gives_other_people_and_other_words() -> None:
    one, other = selected_meetings(1, 8), selected_meetings(2, 8)
    assert {m.secretary.name for m in one} != {m.secretary.name for m in other}
    assert [m.protocol.sections for m in one] != [m.protocol.sections for m in other]


def test_every_file_is_there_under_a_name_of_its_own(corpus: tuple[pathlib.Path, ...]) -> None:
    assert all(path.stat().st_size > 1000 for path in corpus)
    assert len({path.name.casefold() for path in corpus}) == len(corpus)


def test_all_three_formats_are_written_and_some_protocols_twice(
    corpus: tuple[pathlib.Path, ...],
) -> None:
    assert {path.suffix for path in corpus} == {".pdf", ".docx", ".txt"}
    assert len(corpus) > 24


def test_forty_protocols_span_all_years_forvaltningar_and_styles() -> None:
    chosen = selected_meetings(1, 40)
    assert len(chosen) == 40
    assert {m.occasion.date.year for m in chosen} == set(range(FIRST_YEAR, LAST_YEAR + 1))
    assert {m.occasion.forvaltning for m in chosen} == set(TRADES)
    assert {m.style for m in chosen} == set(STYLES)


@pytest.mark.parametrize("count", [0, 1, 5, 9, 81])
def test_as_many_meetings_are_chosen_as_were_asked_for(count: int) -> None:
    chosen = selected_meetings(1, count)
    places = {(m.occasion.forvaltning, m.occasion.date) for m in chosen}
    assert len(chosen) == len(places) == count


def test_a_group_meets_about_ten_times_a_year() -> None:
    held = collections.Counter(
        (name, occasion.date.year) for name in TRADES for occasion in occasions(name, "1/0")
    )
    assert set(held.values()) == {10}
    assert len(held) == len(TRADES) * (LAST_YEAR - FIRST_YEAR + 1)


def test_the_stream_begins_alike_each_time() -> None:
    once, again = (list(itertools.islice(meetings(5), 20)) for _ in range(2))
    assert once == again


def test_the_packaged_register_can_replace_the_archives_own() -> None:
    replaced = load_registries(REGISTER)
    assert set(replaced.forvaltningar) == set(TRADES)
    unions = {union for trade in TRADES.values() for union in trade.unions} - {"larare"}
    assert unions <= set(replaced.unions)
