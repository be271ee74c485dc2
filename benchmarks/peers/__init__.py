"""Search engines to measure against, behind one small interface.

All answer the same requests: the text is read with the product's own parser, and a word means every
form of it, and every compound it is a part of, as it does in the product. What a hit shows is the
product's `Document`, kept by each engine as bytes and decoded in the same way. They count four
facets (förvaltning, fack, ämne, år) over the hits.

Where they are spared what the product does, it is to their advantage: they hold sections only (no
questions, no protocols as wholes), and of those only what the public may see, so that they need no
mask; title and text are one field, of one weight; a facet's counts do not ignore its own choice
(but the first tantivy's do); and predecessors of a förvaltning or a union are not counted with it.
"""

from peers.interface import FACETS, Engine, Found, Peer, Searcher
from peers.own import Own
from peers.sqlite import Sqlite
from peers.tantivy import Tantivy
from peers.whoosh import StockWhoosh
from peers.xapian import Xapian

__all__ = ["FACETS", "OWN", "PEERS", "Engine", "Found", "Own", "Peer", "Searcher"]

OWN = "egen"

# By the name on the command line.
PEERS: dict[str, Peer] = {
    "tantivy": Tantivy(levels=True),
    "tantivy-stammar": Tantivy(levels=False),
    "fts5": Sqlite(),
    "xapian": Xapian(),
    "whoosh": StockWhoosh(),
}
