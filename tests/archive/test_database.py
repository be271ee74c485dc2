"""Opening, migrating and sharing the database."""

import collections.abc as c
import multiprocessing
import pathlib
import sqlite3

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from minutes import file_of, minutes
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from archive import messages
from archive.catalogue import Catalogue
from archive.database import Database
from archive.errors import CatalogueError
from archive.media_types import PDF
from archive.tables import Base
from archive.visibility import Audience, Visibility

FORK = multiprocessing.get_context("fork")


def file_path(url: str) -> pathlib.Path:
    return pathlib.Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def other_writer(url: str, catalogue: Catalogue) -> c.Iterator[sqlite3.Connection]:
    """Another program that has begun to write and does not come to an end."""
    connection = sqlite3.connect(file_path(url), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(url: str) -> None:
    Database(url).close()
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_every_table_can_be_made_in_postgresql_too() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in Base.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))


def test_the_folder_is_made_where_there_is_none(tmp_path: pathlib.Path) -> None:
    with Catalogue.open(f"sqlite:///{tmp_path}/ny/mapp/katalog.sqlite"):
        assert (tmp_path / "ny/mapp/katalog.sqlite").exists()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 30_000)],
)
def test_a_connection_is_set_up_for_sharing_and_safety(
    url: str, pragma: str, value: object
) -> None:
    database = Database(url)
    with database.reading() as session:
        assert session.scalar(sa.text(f"PRAGMA {pragma}")) == value
    database.close()


def test_a_file_that_is_no_database_is_an_error_of_the_catalogue(url: str) -> None:
    file_path(url).write_bytes(b"detta \xe4r inget arkiv" * 100)
    with pytest.raises(CatalogueError):
        Catalogue.open(url)


def test_a_damaged_database_is_an_error_of_the_catalogue(url: str) -> None:
    with Catalogue.open(url) as catalogue:
        catalogue.keep(minutes(1), file_of("a.pdf"), Visibility.PUBLIC)
    with file_path(url).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 200_000)
    with pytest.raises(CatalogueError), Catalogue.open(url) as catalogue:
        catalogue.newest(Audience.OPERATOR, 10)


def test_a_folder_that_cannot_be_made_is_an_error_of_the_catalogue(tmp_path: pathlib.Path) -> None:
    (tmp_path / "fil").write_text("inte en mapp")
    with pytest.raises(CatalogueError):
        Catalogue.open(f"sqlite:///{tmp_path}/fil/katalog.sqlite")


@pytest.mark.parametrize("url", ["katalog.sqlite", "okand://plats", ""])
def test_an_address_that_is_none_is_an_error_of_the_catalogue(url: str) -> None:
    with pytest.raises(CatalogueError):
        Catalogue.open(url)


def test_a_catalogue_of_a_newer_program_is_left_alone(url: str) -> None:
    Catalogue.open(url).close()
    with sqlite3.connect(file_path(url)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(CatalogueError, match="newer"):
        Catalogue.open(url)


def test_a_writer_that_never_gets_its_turn_gives_up_and_has_changed_nothing(
    url: str, other_writer: sqlite3.Connection
) -> None:
    with Catalogue.open(f"{url}?timeout=0.05") as impatient:
        with pytest.raises(CatalogueError) as raised:
            impatient.keep(minutes(1), file_of("a.pdf"), Visibility.PUBLIC)
        assert messages.error_sentence(raised.value)
        assert impatient.newest(Audience.OPERATOR, 10) == ()


def test_readers_go_on_while_another_writes(
    catalogue: Catalogue, other_writer: sqlite3.Connection
) -> None:
    other_writer.execute("INSERT INTO rejected VALUES (1, NULL, 'a.pdf', 'empty', '2024-03-14')")
    assert catalogue.rejected() == ()


def test_a_reader_in_the_midst_of_its_reading_holds_no_writer_up(catalogue: Catalogue) -> None:
    for seed in range(3):
        catalogue.keep(minutes(seed), file_of(f"{seed}.pdf"), Visibility.PUBLIC)
    for record in catalogue.records(Audience.OPERATOR):
        catalogue.keep(minutes(record.protocol.id), file_of("ny.pdf", PDF), Visibility.PUBLIC)


def test_two_that_open_a_new_catalogue_at_once_both_can(url: str) -> None:
    openers = [FORK.Process(target=lambda: Catalogue.open(url).close()) for _ in range(4)]
    assert exit_codes(openers) == [0, 0, 0, 0]


def test_two_imports_at_once_neither_lose_nor_double_anything(url: str) -> None:
    Catalogue.open(url).close()
    importers = [FORK.Process(target=_import, args=(url, name)) for name in ("a", "b")]
    assert exit_codes(importers) == [0, 0]
    with Catalogue.open(url) as catalogue:
        records = list(catalogue.records(Audience.OPERATOR))
        assert [len(record.files) for record in records] == [2] * 8
        ids = {"farsta/2024-03-14", *(f"farsta/2024-03-14-{number}" for number in range(2, 9))}
        assert {record.protocol.id for record in records} == ids
        assert {pending.protocol_id for pending in catalogue.waiting()} == ids


def _import(url: str, name: str) -> None:
    with Catalogue.open(url) as catalogue:
        for seed in range(8):
            catalogue.keep(minutes(seed), file_of(f"{name}{seed}.pdf"), Visibility.PUBLIC)


def exit_codes(processes: c.Sequence[multiprocessing.process.BaseProcess]) -> list[int | None]:
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    return [process.exitcode for process in processes]
