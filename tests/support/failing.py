"""Parts of the site that do not work."""

import collections.abc as c
import typing as t


class Failing:
    """Stands for a part of the site whose every call fails."""

    def __init__(self, err: Exception) -> None:
        self._err = err

    def __getattr__(self, name: str) -> c.Callable[..., t.NoReturn]:
        def fail(*args: object, **kwargs: object) -> t.NoReturn:
            raise self._err

        return fail
