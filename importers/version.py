"""Which version of the parser this is."""

import typing as t

# Raise when protocols come out otherwise than before: `check` then tells which to read again.
PARSER: t.Final = 3
