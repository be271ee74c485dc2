"""The dictionary as tries, made once and kept in a folder, then mapped into memory.

Some megabytes in all, that every process shares:

    forms    every form, to its lemmas
    firsts   every beginning of a compound, to the word it is a form of
    plain    every form with å, ä or ö, without them, to the form
    lasts    what may end a compound
    names    the forms that are only written with a capital

A value says how many letters to take off the key and what to put there instead: a million forms
have a few thousand such values. The kept files are named after what they are made of, so that
another dictionary or another program makes its own; a list beside them tells what is in them, so
that a damaged one is made anew.
"""

import collections.abc as c
import hashlib
import json
import logging
import os
import pathlib
import typing as t

import marisa_trie
import platformdirs

from index.swedish.hunspell import Unfolded, packaged_paths, unfold
from index.swedish.inflections import mended, mended_bases

log = logging.getLogger(__name__)

# Raise when what the files hold changes.
FORMAT: t.Final = 4

PLAIN: t.Final = str.maketrans("åäö", "aao")
_WITH_VALUES: t.Final = ("forms", "firsts", "plain")
_NAMES: t.Final = (*_WITH_VALUES, "lasts", "names")
_FIRST_NUMBER: t.Final = 48  # "0": how many letters to take off, as a readable character


class Lexicon:
    """What is known of single words."""

    def __init__(self, tries: c.Mapping[str, t.Any], version: str) -> None:
        self.version: t.Final = version
        self._forms, self._firsts = tries["forms"], tries["firsts"]
        self._plain, self._lasts, self._names = tries["plain"], tries["lasts"], tries["names"]

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The words that it is a form of, in order of the alphabet."""
        return _values(self._forms, form)

    def base(self, first: str) -> str | None:
        """The word that begins compounds so."""
        found = _values(self._firsts, first)
        return found[0] if found else None

    def firsts(self) -> list[str]:
        """All beginnings of compounds."""
        return t.cast(list[str], self._firsts.keys())

    def is_last(self, form: str) -> bool:
        """Whether it may end a compound."""
        return form in self._lasts

    def is_name(self, form: str) -> bool:
        """Whether it is only written with a capital."""
        return form in self._names

    def unfolded(self, plain: str) -> tuple[str, ...]:
        """The forms that are `plain` without their å, ä and ö."""
        return tuple(sorted(bytes(value).decode("utf-8") for value in self._plain.get(plain, ())))


def load_lexicon(
    folder: pathlib.Path | None = None, paths: tuple[pathlib.Path, pathlib.Path] | None = None
) -> Lexicon:
    """A dictionary, the packaged one if no .aff and .dic are given, from the folder where it is
    kept; made if it is not there whole.

    Where the folder cannot be written it is made in memory, which takes some ten seconds.
    """
    paths = paths or packaged_paths()
    folder = folder or platformdirs.user_cache_path("protokollarkiv")
    version = _version(paths)
    if tries := _kept(folder, version):
        return Lexicon(tries, version)
    log.info("unfolding the dictionary, once")
    tries = _made(unfold(*(path.read_text("utf-8") for path in paths)))
    try:
        _keep(tries, folder, version)
    except OSError as err:
        log.warning("the dictionary cannot be kept in %s: %s", folder, err)
        return Lexicon(tries, version)
    return Lexicon(_kept(folder, version) or tries, version)


def _kept(folder: pathlib.Path, version: str) -> dict[str, t.Any] | None:
    """The tries mapped into memory; None where a file is missing or not what was written."""
    try:
        digests = json.loads((folder / f"{version}.json").read_bytes())
        paths = {name: folder / f"{version}.{name}" for name in _NAMES}
        if {name: _digest(path.read_bytes()) for name, path in paths.items()} != digests:
            return None
        return {name: _empty(name).mmap(str(path)) for name, path in paths.items()}
    except (OSError, ValueError, RuntimeError):
        return None


def _keep(tries: c.Mapping[str, t.Any], folder: pathlib.Path, version: str) -> None:
    """Write the files beside and rename them, since several processes may do so at once."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: trie.tobytes() for name, trie in tries.items()}
    digests = {name: _digest(file) for name, file in files.items()}
    files["json"] = json.dumps(digests).encode()
    for name, file in files.items():
        beside = folder / f"{version}.{name}.{os.getpid()}"
        beside.write_bytes(file)
        beside.replace(folder / f"{version}.{name}")


def _digest(file: bytes) -> str:
    return hashlib.sha256(file).hexdigest()


def _version(paths: tuple[pathlib.Path, ...]) -> str:
    digest = hashlib.sha256(str(FORMAT).encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _made(unfolded: Unfolded) -> dict[str, t.Any]:
    forms = mended(unfolded.forms)
    accented = [form for form in forms if form.translate(PLAIN) != form]
    return {
        "forms": marisa_trie.BytesTrie(_edits(forms)),
        "firsts": marisa_trie.BytesTrie(_edits(mended_bases(unfolded.firsts, forms))),
        "plain": marisa_trie.BytesTrie((f.translate(PLAIN), f.encode("utf-8")) for f in accented),
        "lasts": marisa_trie.Trie(unfolded.lasts),
        "names": marisa_trie.Trie(unfolded.names),
    }


def _empty(name: str) -> t.Any:
    return marisa_trie.BytesTrie() if name in _WITH_VALUES else marisa_trie.Trie()


def _edits(words: c.Mapping[str, c.Iterable[str]]) -> c.Iterator[tuple[str, bytes]]:
    for word, others in words.items():
        for other in others:
            same = len(other) if word.startswith(other) else _shared(word, other)
            yield word, f"{chr(_FIRST_NUMBER + len(word) - same)}{other[same:]}".encode()


def _shared(one: str, other: str) -> int:
    """How many letters they begin with in common."""
    return len(os.path.commonprefix((one, other)))  # noqa: RUF071 — of letters, as wanted


def _values(trie: t.Any, key: str) -> tuple[str, ...]:
    found = trie.get(key)
    if not found:
        return ()
    if len(found) == 1:
        return (_edited(key, found[0].decode("utf-8")),)
    return tuple(sorted(_edited(key, value.decode("utf-8")) for value in found))


def _edited(key: str, edit: str) -> str:
    return key[: len(key) - ord(edit[0]) + _FIRST_NUMBER] + edit[1:]
