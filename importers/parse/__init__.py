"""Lines become a Protocol. Pure functions: no files, clock, log or settings."""

from importers.parse.protocol import Parser

__all__ = ["Parser"]
