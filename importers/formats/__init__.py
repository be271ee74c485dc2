"""Bytes become lines with page, place and type."""
