"""The catalogue's schema, step by step. Run by `archive.database`; a step is written by hand.

A step that has been released is never changed. A test holds the sum of all steps against
`archive.tables`.
"""
