"""Tesseract: the program that reads pictures, called directly.

Its Swedish model has no letter for "§" (it reads "8", "&" or "$") nor for "%"; the English one has
both, and no "å", "ä" or "ö". Asked for both languages at once it takes whole words from either, and
Swedish ones lose their dots. So each reads the page by itself, and `signs` takes from the English
reading what only that can know.

Its own threads make it slower on a page than one alone, and the import reads several files at once
as it is.
"""

import dataclasses as dc
import functools
import os
import re
import resource
import shutil
import subprocess
import typing as t

from archive.errors import CannotRead

if t.TYPE_CHECKING:
    import PIL.Image

PROGRAM: t.Final = "tesseract"
SWEDISH: t.Final = "swe"
ENGLISH: t.Final = "eng"
ORIENTATION: t.Final = "osd"
START_SECONDS: t.Final = 20  # to say which languages it knows

ROTATE: t.Final = re.compile(r"^Rotate: (?P<degrees>90|180|270)$", re.MULTILINE)


@dc.dataclass(frozen=True, slots=True)
class Tesseract:
    """The program as it was found on this machine."""

    path: str
    knows_english: bool = True
    finds_turns: bool = True  # can tell how a page is turned

    def read(
        self, picture: "PIL.Image.Image", dpi: float, seconds: float, *, english: bool = False
    ) -> str:
        """The words of a picture in grey, as tab-separated values.

        Raises CannotRead where it takes longer or fails.
        """
        language = ENGLISH if english else SWEDISH
        return self._run(picture, seconds, "-l", language, "--dpi", f"{dpi:.0f}", "tsv")

    def turn(self, picture: "PIL.Image.Image", seconds: float) -> int:
        """How many degrees clockwise the picture must be turned to be upright: 0 where unknown."""
        if not self.finds_turns:
            return 0
        try:
            told = self._run(picture, seconds, "--psm", "0", "-l", ORIENTATION)
        except CannotRead:  # too few letters to tell
            return 0
        found = ROTATE.search(told)
        return int(found["degrees"]) if found else 0

    def _run(self, picture: "PIL.Image.Image", seconds: float, *options: str) -> str:
        header = f"P5 {picture.width} {picture.height} 255\n".encode()
        try:
            done = subprocess.run(
                [self.path, "stdin", "stdout", *options],
                input=header + picture.tobytes(),
                capture_output=True,
                timeout=seconds,
                check=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                # Its own end, should the process that waits for it be killed.
                preexec_fn=functools.partial(_limit_time, round(seconds) + 1),
            )
        except (OSError, subprocess.SubprocessError) as err:
            raise CannotRead(f"{PROGRAM}: {err}") from err
        return done.stdout.decode("utf-8", "replace")


@functools.cache
def find_tesseract(path: str | None = None) -> Tesseract | None:
    """The program, searched for along PATH or another such path; None without Swedish."""
    program = shutil.which(PROGRAM, path=path)
    if program is None:
        return None
    try:
        told = subprocess.run(
            [program, "--list-langs"],
            capture_output=True,
            timeout=START_SECONDS,
            check=True,
            text=True,
            errors="replace",
        )
    except (OSError, subprocess.SubprocessError):
        return None
    known = {line.strip() for line in told.stdout.splitlines()}
    if SWEDISH not in known:
        return None
    return Tesseract(program, knows_english=ENGLISH in known, finds_turns=ORIENTATION in known)


def _limit_time(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
