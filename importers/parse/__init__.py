"""Lines become a Protocol. Pure functions: no files, clock, log or settings."""
