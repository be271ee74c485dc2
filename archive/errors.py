"""Every error the archive raises on purpose, in one tree.

ArchiveError
├── SettingsError          a settings file cannot be used
│   └── RegistryError      a registry of unions, förvaltningar, topics or synonyms cannot be used
├── UnreadableFile         one file cannot be read; an import sets it aside and goes on
│   └── NotAProtocol       it can be read, and is something else
├── CatalogueError         the catalogue cannot be opened, read or written
│   └── UnknownProtocol    nothing under that id that the asker may see
├── UnknownForvaltning     the registry holds no such förvaltning
├── NoArchive              the data folder holds no archive yet
├── IndexUnavailable       the search index cannot be opened or written
├── CannotDraw             a page cannot be made a picture; the import goes on without
├── CannotRead             a picture cannot be read by machine; the import goes on without
└── MissingExtra           an optional library is needed and not installed

`str(err)` is English, for logs; `archive.messages` has the Swedish sentence for each.
"""

import enum
import pathlib
import typing as t


class ArchiveError(Exception):
    """Root of every error raised on purpose."""

    def __reduce__(self) -> tuple[t.Any, ...]:
        """Crosses the border between worker processes with its data, whatever its signature."""
        return _restore, (type(self), self.args, vars(self))


def _restore(
    kind: type[ArchiveError], args: tuple[object, ...], data: dict[str, object]
) -> ArchiveError:
    err = kind.__new__(kind, *args)
    vars(err).update(data)
    return err


class Fault(enum.StrEnum):
    """What is wrong in a file of settings. The Swedish sentence is in `archive.messages`."""

    UNREADABLE = "unreadable"  # no right to read it, or not UTF-8
    NOT_TOML = "not-toml"
    UNKNOWN_KEY = "unknown-key"
    WRONG_VALUE = "wrong-value"  # of another type, or out of bounds
    BAD_ID = "bad-id"
    UNKNOWN_PREDECESSOR = "unknown-predecessor"
    CIRCLE = "circle"  # an entry that is its own predecessor, however far back


class SettingsError(ArchiveError):
    """A settings file cannot be used; `key` is None where that concerns the whole file."""

    def __init__(self, file: pathlib.Path, key: str | None, fault: Fault, detail: str = "") -> None:
        super().__init__(f"{file}: {key or 'file'}: {fault}" + (f" ({detail})" if detail else ""))
        self.file, self.key, self.fault, self.detail = file, key, fault, detail


class RegistryError(SettingsError):
    """A registry file names something that cannot be used."""


class SetAside(enum.StrEnum):
    """Why a file was set aside. The Swedish sentence for each is in `archive.messages`."""

    EMPTY = "empty"
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    WRONG_TYPE = "wrong-type"  # the content is not what the name says
    UNSUPPORTED = "unsupported"
    NO_TEXT = "no-text"
    NOTHING_READ = "nothing-read"  # only pictures, on which the machine found no text
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_SLOW = "too-slow"
    TOO_MUCH_MEMORY = "too-much-memory"
    READER_DIED = "reader-died"
    NOTHING_INSIDE = "nothing-inside"  # a ZIP without a single readable file
    NESTED = "nested"  # a ZIP inside a ZIP
    UNSAFE_NAME = "unsafe-name"  # a ZIP entry that points outside the archive
    UNREACHABLE = "unreachable"  # no such file, or no right to read it
    FAULT = "fault"  # ours: the parser failed on it
    NOT_A_PROTOCOL = "not-a-protocol"


class UnreadableFile(ArchiveError):
    """One file cannot be read. `detail` is for the log, `reason` for people."""

    def __init__(self, filename: str, reason: SetAside, detail: str = "") -> None:
        super().__init__(f"cannot read {filename}: {reason}" + (f" ({detail})" if detail else ""))
        self.filename, self.reason, self.detail = filename, reason, detail


class NotAProtocol(UnreadableFile):
    """The file can be read, and is an agenda, an invoice, a novel …"""

    def __init__(
        self, filename: str, reason: SetAside = SetAside.NOT_A_PROTOCOL, detail: str = ""
    ) -> None:
        super().__init__(filename, reason, detail)


class CatalogueError(ArchiveError):
    """The catalogue cannot be opened, read or written."""


class UnknownProtocol(CatalogueError):
    """There is no protocol under that id that the asker may see."""

    def __init__(self, protocol_id: str) -> None:
        super().__init__(f"no protocol {protocol_id}")
        self.protocol_id = protocol_id


class UnknownForvaltning(ArchiveError):
    """The registry holds no förvaltning under that id."""

    def __init__(self, forvaltning: str) -> None:
        super().__init__(f"no förvaltning {forvaltning} in the registry")
        self.forvaltning = forvaltning


class NoArchive(ArchiveError):
    """The data folder holds no archive; only an import begins one."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(f"no archive in {folder}")
        self.folder = folder

    def __reduce__(self) -> tuple[type["NoArchive"], tuple[pathlib.Path]]:
        return type(self), (self.folder,)


class IndexUnavailable(ArchiveError):
    """The search index cannot be opened or written."""


class CannotDraw(ArchiveError):
    """A page cannot be made a picture."""


class CannotRead(ArchiveError):
    """A picture cannot be read by machine."""


class MissingExtra(ArchiveError):
    """An optional library is needed and not installed."""

    def __init__(self, extra: str) -> None:
        super().__init__(f"install the extra {extra!r}")
        self.extra = extra
