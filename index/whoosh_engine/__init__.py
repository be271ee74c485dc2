"""The embedded engine: Whoosh keeps the words and where they stand, everything else is ours.

Whoosh's own searching is not used. Its `groupedby` rebuilds lists over the whole index for every
search, its collectors count wrong for OR and prefixes unless told otherwise, and its scores are
computed from documents the asker may not see. Here a query is evaluated over Whoosh's posting
lists, within what the audience may see from the first step.

    schema     what Whoosh is told to keep, and its version
    writer     documents into Whoosh
    store      generations of the index on disk, and the switch between them
    snapshot   one state of the index, open for reading
    evaluate   a query's tree to the documents that meet it
    rank       in which order
    engine     the door
"""

from index.whoosh_engine.engine import WhooshIndex

__all__ = ["WhooshIndex"]
