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
    for name in {field.name for field in dc.fields(Settings)} - {"data_dir", "limits"}:
        if (value := environment.get(PREFIX + name.upper())) is not None:
            table[name] = value
    return Settings(data_dir=data_dir, **_checked(path, table, Settings))


def _checked(
    path: pathlib.Path, table: dict[str, t.Any], form: type[Settings | Limits], within: str = ""
) -> dict[str, t.Any]:
    """The table's values in the types of the form's fields, one by one so that each has a name."""
    types = t.get_type_hints(form)
    types.pop("data_dir", None)  # a file cannot say where it lies itself
    checked: dict[str, t.Any] = {}
    for name, value in table.items():
        if name not in types:
            raise SettingsError(path, within + name, "unknown setting")
        if types[name] is Limits and isinstance(value, dict):
            checked[name] = Limits(**_checked(path, value, Limits, f"{name}."))
            continue
        try:
            checked[name] = msgspec.convert(value, types[name])
        except msgspec.ValidationError as err:
            raise SettingsError(path, within + name, str(err)) from err
    return checked


def _read(path: pathlib.Path) -> dict[str, t.Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise SettingsError(path, "file", str(err)) from err
