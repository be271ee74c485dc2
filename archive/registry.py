"""Registries: unions, förvaltningar, topics and abbreviations, as TOML an operator can replace.

A file of the same name in the operator's folder replaces the packaged one whole. Everything is
checked when loaded: a wrong entry is a RegistryError that names the file and the key.
"""

import dataclasses as dc
import functools
import importlib.resources
import pathlib
import re
import tomllib
import typing as t

import msgspec

from archive.errors import Fault, RegistryError
from archive.toml_file import read_toml

# "dagordning=dag+ordning" "plattform=plattform" "möss:mus"
WORD_LINE: t.Final = re.compile(
    r"(?P<word>[^\W\d_]+)(?:=(?P<parts>[^\W\d_]+(?:\+[^\W\d_]+)*)|:[^\W\d_]+)"
)
IDENTIFIER: t.Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """A union, under all names the protocols give it."""

    id: str = ""
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    common_noun: bool = False  # the name is an ordinary word too: "nämndens vision"
    predecessors: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()  # of its e-mail addresses, which are nobody's private ones

    @property
    def label(self) -> str:
        """The short form for narrow places."""
        return self.short or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every way it is written, the longest first."""
        return tuple(sorted({self.name, *self.aliases}, key=lambda name: (-len(name), name)))


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Forvaltning:
    """An administration, its board, and what else points at it."""

    id: str = ""
    name: str
    namnd: str = ""
    kind: t.Literal["stadsdel", "fack"] = "fack"
    aliases: tuple[str, ...] = ()
    case_prefixes: tuple[str, ...] = ()
    kommun: str = ""  # whose it is, for a name that other municipalities' have too
    since: int | None = None
    until: int | None = None
    predecessors: tuple[str, ...] = ()


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject we assign, and the word beginnings that decide it (see topics.toml)."""

    id: str = ""
    name: str
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()  # decide only together: two different ones are needed
    ignore: tuple[str, ...] = ()  # phrases whose words are about something else


Entry = t.TypeVar("Entry", Union, Forvaltning, Topic)


@dc.dataclass(frozen=True, slots=True)
class Registries:
    """All of them, by id."""

    unions: t.Mapping[str, Union]
    forvaltningar: t.Mapping[str, Forvaltning]
    topics: t.Mapping[str, Topic]
    synonyms: t.Mapping[str, tuple[str, ...]]
    words: tuple[str, ...] = ()  # the operator's own lines about words: "dagordning=dag+ordning"

    def with_predecessors(self, forvaltning_id: str) -> tuple[str, ...]:
        """A förvaltning's id and those of all it has taken over."""
        return _lineage(self.forvaltningar, forvaltning_id)

    def union_with_predecessors(self, union_id: str) -> tuple[str, ...]:
        """A union's id and those of all that have gone into it."""
        return _lineage(self.unions, union_id)


def load_registries(folder: pathlib.Path | None = None) -> Registries:
    """The packaged registries, file by file replaced by those in `folder`.

    Raises RegistryError where a file is not TOML, an entry has a wrong or unknown field, an id is
    not lower-case ASCII, or a predecessor does not exist.
    """
    return Registries(
        unions=_entries(folder, "unions.toml", Union),
        forvaltningar=_entries(folder, "forvaltningar.toml", Forvaltning),
        topics=_entries(folder, "topics.toml", Topic),
        synonyms=_synonyms(folder, "synonyms.toml"),
        words=_words(folder, "ord.txt"),
    )


@functools.cache
def packaged() -> Registries:
    """The registries as shipped."""
    return load_registries()


def _entries(folder: pathlib.Path | None, name: str, form: type[Entry]) -> dict[str, Entry]:
    path, tables = _read(folder, name)
    entries = {key: _entry(path, key, table, form) for key, table in tables.items()}
    for key, entry in entries.items():
        for other in getattr(entry, "predecessors", ()):
            if other not in entries:
                raise RegistryError(path, f"{key}.predecessors", Fault.UNKNOWN_PREDECESSOR, other)
            if key in _lineage(entries, other):
                raise RegistryError(path, f"{key}.predecessors", Fault.CIRCLE, other)
    return entries


def _entry(path: pathlib.Path, key: str, table: object, form: type[Entry]) -> Entry:
    if not IDENTIFIER.fullmatch(key):
        raise RegistryError(path, key, Fault.BAD_ID)
    known = {field.name for field in dc.fields(form)} - {"id"}
    if isinstance(table, dict) and (unknown := sorted(table.keys() - known)):
        raise RegistryError(path, f"{key}.{unknown[0]}", Fault.UNKNOWN_KEY)
    try:
        return dc.replace(msgspec.convert(table, form), id=key)
    except msgspec.ValidationError as err:
        raise RegistryError(path, key, Fault.WRONG_VALUE, str(err)) from err


def _synonyms(folder: pathlib.Path | None, name: str) -> dict[str, tuple[str, ...]]:
    path, table = _read(folder, name)
    synonyms: dict[str, tuple[str, ...]] = {}
    for key, meanings in table.items():
        try:
            synonyms[key] = msgspec.convert(meanings, tuple[str, ...])
        except msgspec.ValidationError as err:
            raise RegistryError(path, key, Fault.WRONG_VALUE, str(err)) from err
    return synonyms


def _words(folder: pathlib.Path | None, name: str) -> tuple[str, ...]:
    """The operator's lines, each checked for its form; what they mean is for the search to say."""
    if not folder or not (folder / name).is_file():
        return ()
    try:
        lines = (folder / name).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise RegistryError(folder / name, None, Fault.UNREADABLE, str(err)) from err
    kept = tuple("".join(line.partition("#")[0].split()).lower() for line in lines)
    for line in filter(None, kept):
        match = WORD_LINE.fullmatch(line)
        if match is None or (match["parts"] and not _adds_up(match["word"], match["parts"])):
            raise RegistryError(folder / name, line, Fault.WRONG_VALUE)
    return tuple(filter(None, kept))


def _adds_up(word: str, parts: str) -> bool:
    """Whether the parts are the word; of three equal letters one is left out: buss+stopp."""
    joined = parts.replace("+", "")
    return word in (joined, re.sub(r"(.)\1\1", r"\1\1", joined))


def _read(folder: pathlib.Path | None, name: str) -> tuple[pathlib.Path, dict[str, t.Any]]:
    """The operator's table where there is one, else the packaged; and the file it stands in."""
    if folder and (table := read_toml(folder / name, RegistryError)) is not None:
        return folder / name, table
    packaged_file = importlib.resources.files("archive") / "registries" / name
    return pathlib.Path(name), tomllib.loads(packaged_file.read_text("utf-8"))


def _lineage(entries: t.Mapping[str, t.Any], start: str) -> tuple[str, ...]:
    """Depth first, each once; a circle ends where it closes."""
    found: dict[str, None] = {}
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key not in found and key in entries:
            found[key] = None
            waiting.extend(getattr(entries[key], "predecessors", ()))
    return tuple(found)
