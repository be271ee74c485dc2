"""How the database is opened: connections, transactions, migrations.

SQLite by default, so that an archive is a folder one can copy. An import, a second import and the
site use it at once: in WAL mode readers never wait for the writer, and a writer takes its turn
when it begins, so that what it reads is still true when it writes.
"""

import collections.abc as c
import contextlib
import logging
import pathlib
import sqlite3
import time
import typing as t

import alembic.command
import alembic.config
import alembic.script
import alembic.util
import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from sqlalchemy import orm

from archive.errors import CatalogueError
from archive.tables import TurnRow

PATIENCE: t.Final = 30  # seconds a writer waits for its turn
SWITCH_PATIENCE: t.Final = 5  # seconds for others who open the same new file
WRITING: t.Final = "archive_writing"  # execution option of connections that will write

# Alembic tells at info level, each time it is asked, that there is nothing to do.
logging.getLogger("alembic").setLevel(logging.WARNING)


class Database:
    """Short transactions on a database of the newest schema; library errors stop here."""

    def __init__(self, url: str) -> None:
        """Raises CatalogueError where it cannot be opened or brought to the newest schema."""
        with _translated():
            self._engine = _engine(url)
            self._writer = self._engine.execution_options(**{WRITING: True})
            try:
                _migrate(self._engine, self._writer)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()

    @contextlib.contextmanager
    def reading(self) -> c.Iterator[orm.Session]:
        """A transaction that sees one moment; raises CatalogueError."""
        with _translated(), orm.Session(self._engine) as session:
            yield session

    @contextlib.contextmanager
    def writing(self) -> c.Iterator[orm.Session]:
        """A transaction of the only writer, all or nothing; raises CatalogueError."""
        with _translated(), orm.Session(self._writer) as session, session.begin():
            # SQLite took the turn at BEGIN IMMEDIATE; on PostgreSQL this row is the turn.
            session.execute(sa.select(TurnRow).with_for_update())
            yield session


def storable(text: str) -> str:
    """Without what a database cannot hold: NUL, and bytes of a file name that are no UTF-8."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


@contextlib.contextmanager
def _translated() -> c.Iterator[None]:
    try:
        yield
    # sqlite3's own errors come bare from the listeners below.
    except (sa.exc.SQLAlchemyError, sqlite3.Error, alembic.util.CommandError) as err:
        raise CatalogueError(f"the catalogue cannot be used: {err}") from err


def _engine(url: str) -> sa.Engine:
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        try:
            return sa.create_engine(parsed)
        except ImportError as err:
            raise CatalogueError(f"no driver for {parsed.drivername} is installed") from err
    if parsed.database and parsed.database != ":memory:":
        try:
            pathlib.Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise CatalogueError(f"cannot make the catalogue's folder: {err}") from err
    patience = {} if "timeout" in parsed.query else {"timeout": PATIENCE}
    engine = sa.create_engine(parsed, connect_args=patience)
    sa.event.listen(engine, "connect", _set_up_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # we begin ourselves, below
    _enter_wal(connection)
    # FULL: a correction someone made by hand survives a power cut. It costs one flush a
    # protocol, next to the tenths of a second its file took to read.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _enter_wal(connection: sqlite3.Connection) -> None:
    """The switch is the one statement that does not wait for its turn, so we wait for it."""
    give_up = time.monotonic() + SWITCH_PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as err:
            if err.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
        time.sleep(0.02)


def _begin_sqlite(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    # Without IMMEDIATE two writers could both read, both decide, and one then fail.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _migrate(engine: sa.Engine, writer: sa.Engine) -> None:
    """To the newest schema, once, whoever comes first."""
    config = alembic.config.Config()
    config.set_main_option("script_location", "archive:migrations")
    script = alembic.script.ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        if _revision(connection) == script.get_current_head():
            return
    with writer.begin() as connection:
        revision = _revision(connection)  # again: another process may have been first
        known = {migration.revision for migration in script.walk_revisions()}
        if revision is not None and revision not in known:
            raise CatalogueError(f"the catalogue's schema {revision} is newer than this program")
        config.attributes["connection"] = connection
        alembic.command.upgrade(config, "head")


def _revision(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
