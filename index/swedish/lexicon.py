"""What the dictionary says of single words.

It is unfolded once, which takes some ten seconds, and kept in files (`index.swedish.lexicon_files`)
that are mapped into memory, so that all processes share them.
"""

import collections.abc as c
import hashlib
import json
import logging
import mmap
import pathlib
import typing as t

import marisa_trie

from index.swedish import kept, lexicon_files
from index.swedish.hunspell import packaged_paths, unfold

log = logging.getLogger(__name__)

# As it is kept, or as it was made where it cannot be kept.
File: t.TypeAlias = pathlib.Path | bytes


class Said(t.NamedTuple):
    """What is said of a form."""

    edits: tuple[tuple[int | None, str], ...]  # for each lemma where to cut the form, what to add
    is_last: bool  # it may end a compound
    is_name: bool  # it is only written with a capital

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The words that it is a form of, in order of the alphabet."""
        if len(self.edits) == 1:
            ((cut, added),) = self.edits
            return (form[:cut] + added,)
        return tuple(sorted([form[:cut] + added for cut, added in self.edits]))


def _said(line: bytes) -> Said:
    edits, is_last, is_name = json.loads(line)
    return Said(tuple((-off or None, added) for off, added in edits), is_last, is_name)


class Lexicon:
    """What is known of single words."""

    def __init__(self, files: c.Mapping[str, File], version: str) -> None:
        self.version: t.Final = version
        self._forms = _opened(marisa_trie.Trie(), files["forms"])
        self._firsts = _opened(marisa_trie.BytesTrie(), files["firsts"])
        self._plain = _opened(marisa_trie.BytesTrie(), files["plain"])
        self._kinds: c.Sequence[int] = memoryview(_content(files["kinds"])).cast("H")
        self._said = [_said(line) for line in bytes(_content(files["said"])).splitlines()]

    def said(self, form: str) -> Said | None:
        """All that is said of a form; None where it is none."""
        number = self._forms.get(form)
        return None if number is None else self._said[self._kinds[number]]

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The words that it is a form of, in order of the alphabet."""
        said = self.said(form)
        return said.lemmas(form) if said else ()

    def base(self, first: str) -> str | None:
        """The word that begins compounds so."""
        return next(iter(_words(self._firsts, first)), None)

    def firsts(self) -> list[str]:
        """All beginnings of compounds."""
        return t.cast(list[str], self._firsts.keys())

    def unfolded(self, plain: str) -> tuple[str, ...]:
        """The forms that are `plain` without their å, ä and ö."""
        return tuple(sorted(_words(self._plain, plain)))


def load_lexicon(
    folder: pathlib.Path | None = None, paths: tuple[pathlib.Path, pathlib.Path] | None = None
) -> Lexicon:
    """A dictionary, the packaged one if no .aff and .dic are given, from the folder where it is
    kept, one of the usual ones if none is given; made if it is not there whole.

    Where it cannot be kept it is made in memory.
    """
    paths = paths or packaged_paths()
    version = _version(paths)
    for place in (folder,) if folder else kept.folders():
        if lexicon := _kept(place, version):
            return lexicon
    log.info("unfolding the dictionary, once")
    files = lexicon_files.files_of(unfold(*(path.read_text("utf-8") for path in paths)))
    try:
        kept.keep(files, place, version)
    except OSError as err:
        log.warning("the dictionary cannot be kept in %s: %s", place, err)
        return Lexicon(files, version)
    return _kept(place, version) or Lexicon(files, version)


def _version(paths: tuple[pathlib.Path, ...]) -> str:
    digest = hashlib.sha256(str(lexicon_files.FORMAT).encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _kept(folder: pathlib.Path, version: str) -> Lexicon | None:
    try:
        return Lexicon(kept.found(folder, version, lexicon_files.NAMES), version)
    except (OSError, ValueError, RuntimeError):  # not there, or not what was written
        return None


def _opened(trie: t.Any, file: File) -> t.Any:
    return trie.frombytes(file) if isinstance(file, bytes) else trie.mmap(str(file))


def _content(file: File) -> bytes | mmap.mmap:
    if isinstance(file, bytes):
        return file
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def _words(trie: t.Any, key: str) -> list[str]:
    return [bytes(word).decode("utf-8") for word in trie.get(key, ())]
