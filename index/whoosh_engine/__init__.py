"""The embedded engine: Whoosh keeps what is found, and searches are counted in arrays beside it.

Whoosh's own searching is not used. It goes through posting lists one posting at a time, its
`groupedby` rebuilds lists over the whole index for every search, its collectors count wrong for OR
and prefixes unless told otherwise, and its scores are computed from documents the asker may not
see. Beside each of its segments stand two files that are mapped into memory, and a search reads
nothing else; `search` tells its steps.

Writing
    fields, section_writer      what Whoosh is told to keep, and how it is written
    gathering                   documents into arrays
    joining                     several segments' arrays into one
    writer, parallel            a commit; many processes at once
    store                       generations of the index on disk, and the switch between them

What stands beside a segment
    words, forms                the two files: what is written, and which words are one
    layout, columns, postings, strings    what they are made of
    arrays, side_files          how they are kept, opened and made anew

Searching
    segment, snapshot           one segment, and all of them at one commit
    leaves, phrases             where a word, a prefix or a phrase stands
    matching, sets              which documents meet a query
    choices, counts, lineage    which of them the reader's choices leave, and what others would give
    scores, order               what each is worth, and which come first
    search, engine              one search; the door
"""

from index.whoosh_engine.engine import WhooshIndex

__all__ = ["WhooshIndex"]
