"""A file of named arrays, written once, then mapped into memory and shared by every process.

    arrays, each beginning at a multiple of 64 bytes
    directory   JSON: the stamp, tables of plain values, and of each array name, type, length, place
    length of the directory, its CRC-32, and the file's last word

The directory stands last, so that arrays whose length nobody knows beforehand can be written bit
by bit. A file is made under another name and put in place whole. One that is cut or emptied, whose
directory is damaged, or that has another stamp than asked for, is `DamagedFile`, never wrong
arrays. The arrays themselves are not read through to be checked: they may be gigabytes.
"""

import collections
import collections.abc as c
import mmap
import os
import pathlib
import struct
import tempfile
import typing as t
import zlib

import msgspec
import numpy as np
import numpy.typing as npt

Array: t.TypeAlias = npt.NDArray[t.Any]
Arrays: t.TypeAlias = c.Mapping[str, Array]
Tables: t.TypeAlias = c.Mapping[str, t.Any]
Stamp: t.TypeAlias = c.Mapping[str, int | str]

LAST_WORD: t.Final = b"ORDNING1"
TAIL: t.Final = struct.Struct("<QI8s")
ALIGNED: t.Final = 64
IN_MEMORY: t.Final = 16 << 20  # bytes of one array, beyond which it is gathered on disk


class DamagedFile(OSError):
    """What lies there is no whole file of arrays with the stamp asked for."""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where in the file an array lies."""

    name: str
    dtype: str
    length: int
    offset: int


class Directory(msgspec.Struct, frozen=True):
    """What the file holds."""

    stamp: dict[str, int | str]
    tables: dict[str, t.Any]
    places: list[Place]


class Sink(t.Protocol):
    """Takes arrays bit by bit, and what is to stand beside them."""

    tables: dict[str, t.Any]

    def add(self, name: str, values: Array) -> None:
        """Go on with the array of that name."""


class Gathered:
    """A sink that keeps the arrays in memory."""

    def __init__(self) -> None:
        self.tables: dict[str, t.Any] = {}
        self._pieces: dict[str, list[Array]] = collections.defaultdict(list)

    def add(self, name: str, values: Array) -> None:
        """Go on with the array of that name."""
        self._pieces[name].append(values)

    def arrays(self) -> Arrays:
        """Each array in one piece."""
        return {name: np.concatenate(pieces) for name, pieces in self._pieces.items()}


class Written:
    """A sink whose arrays become a file. Large ones wait in files of their own until then."""

    def __init__(self, path: pathlib.Path) -> None:
        self.tables: dict[str, t.Any] = {}
        self._path = path
        self._dtypes: dict[str, np.dtype[t.Any]] = {}
        self._spools: dict[str, t.IO[bytes]] = {}

    def add(self, name: str, values: Array) -> None:
        """Go on with the array of that name. Raises OSError where the disk is full."""
        if name not in self._spools:
            self._dtypes[name] = values.dtype
            self._spools[name] = tempfile.SpooledTemporaryFile(  # noqa: SIM115
                IN_MEMORY, "w+b", dir=str(self._path.parent), prefix=f"{self._path.name}."
            )
        self._spools[name].write(np.ascontiguousarray(values, self._dtypes[name]).data)

    def put_in_place(self, stamp: Stamp) -> None:
        """Let the file come to be, whole and safe on the disk. Raises OSError."""
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            with beside.open("wb") as file:
                self._write(file, stamp)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
        finally:
            beside.unlink(missing_ok=True)
            self.close()

    def close(self) -> None:
        """Let go of what was gathered."""
        for spool in self._spools.values():
            spool.close()

    def _write(self, file: t.BinaryIO, stamp: Stamp) -> None:
        places = []
        for name, spool in self._spools.items():
            file.write(bytes(-file.tell() % ALIGNED))
            begun = file.tell()
            spool.seek(0)
            while piece := spool.read(1 << 20):
                file.write(piece)
            dtype = self._dtypes[name]
            length = (file.tell() - begun) // dtype.itemsize
            places.append(Place(name, dtype.str, length, begun))
        directory = msgspec.json.encode(Directory(dict(stamp), self.tables, places))
        file.write(directory)
        file.write(TAIL.pack(len(directory), zlib.crc32(directory), LAST_WORD))


class Mapped:
    """A file of arrays, open; the arrays stay readable for as long as anything refers to them."""

    def __init__(self, path: pathlib.Path) -> None:
        """Raises DamagedFile, and OSError where there is no such file or it may not be read."""
        self.path = path
        with path.open("rb") as file:
            self._descriptor = os.dup(file.fileno())
        status = os.fstat(self._descriptor)
        self._as_opened = (status.st_size, status.st_mtime_ns)
        if status.st_size < TAIL.size:
            raise DamagedFile(f"{path.name}: {status.st_size} bytes")
        self._map = mmap.mmap(self._descriptor, 0, access=mmap.ACCESS_READ)
        directory = self._directory(path.name)
        self.stamp: Stamp = directory.stamp
        self.tables: Tables = directory.tables
        self.arrays: Arrays = {place.name: self._array(place) for place in directory.places}

    def __del__(self) -> None:
        if (descriptor := getattr(self, "_descriptor", None)) is not None:
            os.close(descriptor)

    @property
    def is_intact(self) -> bool:
        """Whether nobody has written in the file since it was opened.

        To be asked before its arrays are read: what has been cut off cannot be read any more.
        """
        status = os.fstat(self._descriptor)
        return (status.st_size, status.st_mtime_ns) == self._as_opened

    def _directory(self, name: str) -> Directory:
        size, checksum, last_word = TAIL.unpack(self._map[-TAIL.size :])
        if last_word != LAST_WORD or size > len(self._map) - TAIL.size:
            raise DamagedFile(f"{name}: no end")
        written = self._map[-TAIL.size - size : -TAIL.size]
        if zlib.crc32(written) != checksum:
            raise DamagedFile(f"{name}: damaged directory")
        try:
            directory = msgspec.json.decode(written, type=Directory)
        except msgspec.MsgspecError as err:
            raise DamagedFile(f"{name}: {err}") from err
        begins = len(self._map) - TAIL.size - size
        for place in directory.places:
            if place.offset + place.length * np.dtype(place.dtype).itemsize > begins:
                raise DamagedFile(f"{name}: {place.name} is cut")
        return directory

    def _array(self, place: Place) -> Array:
        return np.frombuffer(self._map, place.dtype, place.length, place.offset)


def mapped(path: pathlib.Path, stamp: Stamp) -> Mapped:
    """Open the file with that stamp.

    Raises DamagedFile, and OSError where there is no such file or it may not be read.
    """
    file = Mapped(path)
    if file.stamp != stamp:
        raise DamagedFile(f"{path.name}: {dict(file.stamp)}, not {dict(stamp)}")
    return file
