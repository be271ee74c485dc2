"""Settings: one frozen object, read once from the data folder's TOML and the environment."""

import dataclasses as dc
import pathlib
import tomllib
import typing as t

import msgspec

from archive.errors import SettingsError

FILE: t.Final = "protokollarkiv.toml"
PREFIX: t.Final = "PROTOKOLLARKIV_"


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost. Sizes in megabytes, times in seconds."""

    file_seconds: float = 60
    memory_mb: int = 1024
    file_mb: int = 50
    pages: int = 1000
    workers: int = 0  # 0: one per processor

    @property
    def file_bytes(self) -> int:
        """How large one file may be."""
        return self.file_mb * 1_000_000


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are kept, and what the operator has chosen."""

    data_dir: pathlib.Path
    standard_synlighet: t.Literal["publik", "intern"] = "publik"
    namn: str = "Protokollarkivet"  # the site's name
    agare: str = ""  # who is responsible for the archive, as it stands on /om
    kontakt: str = ""  # where a reader can turn, as it stands on /om
    notis: str = ""  # a sentence shown on every page, such as that the protocols are invented
    databas: str = ""  # SQLAlchemy URL; empty is SQLite in the data folder
    limits: Limits = Limits()

    @property
    def database_url(self) -> str:
        """Where the catalogue is."""
        return self.databas or f"sqlite:///{self.data_dir / 'katalog.sqlite'}"

    @property
    def originals_dir(self) -> pathlib.Path:
        """Where the files themselves are kept."""
        return self.data_dir / "originals"

    @property
    def index_dir(self) -> pathlib.Path:
        """Where the search index is; may be deleted at any time."""
        return self.data_dir / "index"

    @property
    def register_dir(self) -> pathlib.Path:
        """Where the operator's own registries are, if any."""
        return self.data_dir / "register"


def load_settings(data_dir: pathlib.Path, environment: t.Mapping[str, str]) -> Settings:
    """The settings of a data folder; `PROTOKOLLARKIV_NAMN` and so on take precedence over the file.

    Raises SettingsError where the file is not TOML or a value is unknown or of the wrong type.
    """
    path = data_dir / FILE
    table = _read(path)
    names = {field.name for field in dc.fields(Settings)} - {"data_dir", "limits"}
    if unknown := sorted(table.keys() - names - {"limits"}):
        raise SettingsError(path, unknown[0], "unknown setting")
    for name in names:
        if (value := environment.get(PREFIX + name.upper())) is not None:
            table[name] = value
    try:
        return msgspec.convert({**table, "data_dir": str(data_dir)}, Settings, dec_hook=_path)
    except msgspec.ValidationError as err:
        raise SettingsError(path, "value", str(err)) from err


def _read(path: pathlib.Path) -> dict[str, t.Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise SettingsError(path, "file", str(err)) from err


def _path(form: type, value: t.Any) -> t.Any:
    return pathlib.Path(value) if form is pathlib.Path else value
