"""Settings: one frozen object, read once from the data folder's TOML and the environment."""

import dataclasses as dc
import pathlib
import typing as t

import msgspec

from archive.errors import Fault, SettingsError
from archive.toml_file import read_toml

FILE: t.Final = "protokollarkiv.toml"
CATALOGUE: t.Final = "katalog.sqlite"
PREFIX: t.Final = "PROTOKOLLARKIV_"


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost. Sizes in megabytes, times in seconds."""

    file_seconds: t.Annotated[float, msgspec.Meta(gt=0, le=86_400)] = 60
    memory_mb: t.Annotated[int, msgspec.Meta(ge=100, le=1_000_000)] = 1024
    file_mb: t.Annotated[int, msgspec.Meta(ge=1, le=10_000)] = 50
    pages: t.Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 1000
    page_seconds: t.Annotated[float, msgspec.Meta(gt=0, le=86_400)] = 30  # read by machine
    workers: t.Annotated[int, msgspec.Meta(ge=0, le=64)] = 0  # 0: one per processor

    @property
    def file_bytes(self) -> int:
        """How large one file may be."""
        return self.file_mb * 1_000_000


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What is the operator's own: other phone numbers and e-mail addresses are taken for private.

    A series is how its numbers begin; a domain covers those under it. Shipped as Stockholm's.
    """

    nummerserier: tuple[t.Annotated[str, msgspec.Meta(pattern=r"^0[\d -]+$")], ...] = ("08-508",)
    domaner: tuple[t.Annotated[str, msgspec.Meta(pattern=r"^[\w-]+(\.[\w-]+)+$")], ...] = (
        "stockholm.se",
        "edu.stockholm.se",
    )


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are kept, and what the operator has chosen."""

    data_dir: pathlib.Path
    standard_synlighet: t.Literal["publik", "intern"] = "publik"
    namn: str = "Protokollarkivet"  # the site's name
    agare: str = ""  # who is responsible for the archive, as it stands on /om
    kontakt: str = ""  # where a reader can turn, as it stands on /om
    adress: str = ""  # how the site is reached, "https://protokoll.example.se", in links to quote
    notis: str = ""  # a sentence shown on every page, such as that the protocols are invented
    visa_namn: t.Literal["alla", "roller", "inga"] = "alla"  # which names the public sees
    # Where digital signatures in originals are checked, "https://www.example.se/validera".
    validering: t.Annotated[str, msgspec.Meta(pattern=r"^(https?://\S+)?$")] = ""
    # How often one address may ask the API and take what is to be saved; empty is without limit.
    api_granser: t.Annotated[
        str, msgspec.Meta(pattern=r"^([1-9][0-9]{0,6}/(sekund|minut|timme|dygn))?$")
    ] = "120/minut"
    # Let scripts on the pages of other sites read the API. Only for an archive that all the world
    # can reach: behind a wall it would let any page that somebody inside has open read on out.
    api_cors: bool = False
    # The address of a server in front, "127.0.0.1": it is believed on whose behalf it asks.
    betrodd_proxy: t.Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Fa-f.:]*$")] = ""
    ocr: bool = True  # read pages that are pictures, where the machine can
    sidbilder: bool = True  # draw each page as a picture, to show it with words marked
    databas: str = ""  # SQLAlchemy URL; empty is SQLite in the data folder
    limits: Limits = Limits()
    egna: Own = Own()

    @property
    def database_url(self) -> str:
        """Where the catalogue is."""
        return self.databas or f"sqlite:///{self.data_dir / CATALOGUE}"

    @property
    def has_catalogue(self) -> bool:
        """Whether an archive has been begun here; of a database elsewhere it is believed."""
        return bool(self.databas) or (self.data_dir / CATALOGUE).exists()

    @property
    def originals_dir(self) -> pathlib.Path:
        """Where the files themselves are kept."""
        return self.data_dir / "originals"

    @property
    def pages_dir(self) -> pathlib.Path:
        """Where the pages' pictures and the places of their words are; may be deleted."""
        return self.data_dir / "pages"

    @property
    def index_dir(self) -> pathlib.Path:
        """Where the search index is; may be deleted at any time."""
        return self.data_dir / "index"

    @property
    def register_dir(self) -> pathlib.Path:
        """Where the operator's own registries are, if any."""
        return self.data_dir / "register"


Table: t.TypeAlias = Settings | Limits | Own
TRUE_FALSE: t.Final = {"true": True, "false": False}  # as TOML has them
TABLES: t.Final[dict[str, type[Table]]] = {"limits": Limits, "egna": Own}


def load_settings(data_dir: pathlib.Path, environment: t.Mapping[str, str]) -> Settings:
    """The settings of a data folder; `PROTOKOLLARKIV_NAMN` and so on take precedence over the file.

    Raises SettingsError where the file is not TOML, a name is unknown, or a value is of the wrong
    type or out of bounds.
    """
    path = data_dir / FILE
    table = read_toml(path, SettingsError) or {}
    types = t.get_type_hints(Settings)
    for name in types.keys() - {"data_dir", *TABLES}:
        if (value := environment.get(PREFIX + name.upper())) is not None:
            table[name] = TRUE_FALSE.get(value, value) if types[name] is bool else value
    return Settings(data_dir=data_dir, **_checked(path, table, Settings))


def _checked(
    path: pathlib.Path, table: dict[str, t.Any], form: type[Table], within: str = ""
) -> dict[str, t.Any]:
    """The table's values in the types of the form's fields, one by one so that each has a name."""
    types = t.get_type_hints(form, include_extras=True)
    types.pop("data_dir", None)  # a file cannot say where it lies itself
    checked: dict[str, t.Any] = {}
    for name, value in table.items():
        if name not in types:
            raise SettingsError(path, within + name, Fault.UNKNOWN_KEY)
        if name in TABLES and isinstance(value, dict):
            inner = TABLES[name]
            checked[name] = inner(**_checked(path, value, inner, f"{name}."))
            continue
        try:
            checked[name] = msgspec.convert(value, types[name])
        except msgspec.ValidationError as err:
            raise SettingsError(path, within + name, Fault.WRONG_VALUE, str(err)) from err
    return checked
