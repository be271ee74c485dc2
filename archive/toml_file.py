"""TOML that an operator writes: settings and registries, read whole or refused with the reason."""

import pathlib
import tomllib
import typing as t

from archive.errors import Fault, SettingsError


def read_toml(path: pathlib.Path, refusal: type[SettingsError]) -> dict[str, t.Any] | None:
    """The file's table, or None where there is no such file.

    Raises the refusal where it cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except tomllib.TOMLDecodeError as err:
        raise refusal(path, None, Fault.NOT_TOML, str(err)) from err
    except (OSError, UnicodeDecodeError) as err:
        raise refusal(path, None, Fault.UNREADABLE, str(err)) from err
