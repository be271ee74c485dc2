"""Run by Alembic around the steps, on the connection it is handed (there is no alembic.ini)."""

import sqlalchemy as sa
from alembic import context

from archive.tables import Base

connection: sa.Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by making a new one
)
with context.begin_transaction():
    context.run_migrations()
