"""Text as XML can hold it: documents hold characters that it has no way to write."""

import re
import typing as t

# What is left of the control characters, half characters and what is no character at all.
FORBIDDEN: t.Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text without what XML cannot hold, in any form; no spreadsheet shows it either."""
    return FORBIDDEN.sub("", text)
