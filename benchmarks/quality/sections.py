"""What is searched: every § of some invented protocols, each with a name that stays.

Forty protocols of the demo's municipality and the sample protocols of the tests, both read by the
product as files are. A § is named by its file and its place there: "D05/4", "demo07/12".
"""

import collections.abc as c
import dataclasses as dc
import functools
import pathlib
import re
import typing as t

from archive.model import Protocol
from archive.registry import Registries, packaged
from archive.settings import Limits
from archive.visibility import Visibility
from importers import demo
from importers.parse import Parser
from importers.reader import Reader
from index import Entry

SEED: t.Final = 1
DEMO: t.Final = 40
SAMPLES: t.Final = pathlib.Path(__file__).parents[2] / "tests" / "samples"

# "A1" in A1r and A1t: the same protocol, made in two ways. "D05", "paragrafer" are alone.
_SAME: t.Final = re.compile(r"[A-C]\d+|.+")


class Unit(t.NamedTuple):
    """One §, as every engine is given it."""

    name: str
    title: str
    text: str


def protocols(names: c.Container[str] | None = None) -> c.Iterator[Protocol]:
    """Those of the names, or all, with their names as their ids."""
    reader = Reader(Limits(), Parser(demo.registries()))
    for number, minutes in enumerate(demo.selected_meetings(SEED, DEMO), start=1):
        name = f"demo{number:02}"
        if names is None or name in names:
            content = demo.render(minutes, "docx")
            yield dc.replace(reader.read(content, f"{name}.docx").protocol, id=name)
    reader = Reader(Limits(), Parser(packaged()))
    for name, path in sample_files().items():
        if names is None or name in names:
            yield dc.replace(reader.read(path.read_bytes(), path.name).protocol, id=name)


def sample_files() -> dict[str, pathlib.Path]:
    """One file of each sample protocol, by the protocol's name."""
    files: dict[str, pathlib.Path] = {}
    for path in sorted([*SAMPLES.glob("*.txt"), *SAMPLES.glob("files/*")]):
        same = _SAME.match(path.stem)
        if same:
            files.setdefault(same[0], path)
    return files


def entries(read: c.Iterable[Protocol]) -> c.Iterator[Entry]:
    """As the product's index takes them."""
    return (Entry(protocol, Visibility.PUBLIC) for protocol in read)


def units(read: c.Iterable[Protocol]) -> c.Iterator[Unit]:
    """As the others take them."""
    for protocol in read:
        for section in protocol.sections:
            yield Unit(unit_name(protocol.id, section.ordinal), section.title, section.text)


def unit_name(protocol_id: str | None, ordinal: int | None) -> str:
    return f"{protocol_id}/{ordinal}"


@functools.cache
def registers() -> Registries:
    """The packaged ones, with the demo's municipality beside."""
    own = packaged()
    return dc.replace(own, forvaltningar={**own.forvaltningar, **demo.registries().forvaltningar})
