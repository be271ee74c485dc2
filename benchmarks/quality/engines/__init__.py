"""The product and the engines it is measured against, in the order of the table."""

from quality.engines.interface import FIRST, Corpus, Engine, Missing, Ranking
from quality.engines.own import Own
from quality.engines.postgres import Postgres
from quality.engines.sqlite import Sqlite
from quality.engines.tantivy import Tantivy
from quality.engines.whoosh import Whoosh

__all__ = ["ENGINES", "FIRST", "Corpus", "Engine", "Missing", "Ranking"]

# By the name on the command line.
ENGINES: dict[str, Engine] = {
    "egen": Own(),
    "whoosh": Whoosh(),
    "fts5": Sqlite(),
    "tantivy": Tantivy(),
    "postgres": Postgres(),
}
