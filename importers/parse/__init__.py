"""Lines become a Protocol. Pure functions: no files, clock, log or settings."""

import typing as t

from importers.parse.protocol import Parser

# Raise when protocols come out otherwise than before: `check` then tells which to read again.
VERSION: t.Final = 3

__all__ = ["VERSION", "Parser"]
