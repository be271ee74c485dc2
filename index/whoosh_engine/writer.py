"""Documents into Whoosh, and out of it."""

import collections.abc as c
import typing as t

import msgspec

from index.documents import Document, documents
from index.engine import Entry
from index.whoosh_engine.schema import Row, replayable
from index.whoosh_engine.store import writable


def write(opened: t.Any, entries: c.Iterable[Entry], removed: c.Iterable[str] = ()) -> None:
    """Take out what is there under the ids, put the entries in, commit; all of it or nothing.

    Raises IndexUnavailable where Whoosh cannot write.
    """
    with writable():
        writer = opened.writer()
        try:
            for protocol_id in removed:
                writer.delete_by_term("protocol", protocol_id)
            for entry in entries:
                for document in documents(entry):
                    _add(writer, document)
        except BaseException:
            # Also an interrupted import must let go of Whoosh's lock.
            writer.cancel()
            raise
        writer.commit()


def _add(writer: t.Any, document: Document) -> None:
    # The heading's "§ 9" is not part of the title, but is what readers type.
    title, title_length = replayable(document.title, (f"§{n}" for n in document.numbers))
    text, text_length = replayable(document.text)
    words = {"title": title, "text": text}
    writer.add_document(
        protocol=document.facts.protocol_id,
        row=msgspec.msgpack.encode(Row(document.facts, title_length, text_length)),
        document=msgspec.msgpack.encode(document),
        **{field: value for field, value in words.items() if value is not None},
    )
