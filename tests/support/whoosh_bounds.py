"""The engine's bounds, made so small that an index of a few protocols meets all of them.

What is read or written a piece at a time, joined when there are many, or gathered in files when it
is large, then is so in the smallest index too. No answer may depend on it.
"""

import collections.abc as c
import contextlib
import functools

import pytest

from index.whoosh_engine import (
    arrays,
    forms,
    gathering,
    joining,
    section_writer,
    snapshot,
    writer,
)


@contextlib.contextmanager
def tiny_bounds() -> c.Iterator[None]:
    """As if every index were a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot, "SMALL", 2)  # most segments are read each on their own
        patch.setattr(writer, "AS_MANY", 3)  # three of a size are joined
        patch.setattr(writer, "POSTINGS_MB", 0.001)
        patch.setattr(writer, "Gathering", functools.partial(gathering.Gathering, at_once=20))
        patch.setattr(section_writer, "BLOCK", 2)
        patch.setattr(gathering, "BLOCK", 3)
        patch.setattr(joining, "BLOCK", 3)
        patch.setattr(joining, "ROWS", 2)
        patch.setattr(forms, "BLOCK", 3)
        patch.setattr(arrays, "IN_MEMORY", 64)
        yield
