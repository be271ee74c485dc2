"""Invented protocols, for the demo, the tests and the benchmarks.

A municipality that does not exist, with people, places, questions and answers drawn from a seed;
every meeting comes with the truth about it (see `importers.demo.writer`).
"""

from importers.demo.corpus import meetings, render, selected_meetings, write_corpus
from importers.demo.world import MUNICIPALITY, REGISTER, registries
from importers.demo.writer import Minutes

__all__ = [
    "MUNICIPALITY",
    "REGISTER",
    "Minutes",
    "meetings",
    "registries",
    "render",
    "selected_meetings",
    "write_corpus",
]
