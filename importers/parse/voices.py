"""Who speaks where the minutes name a person: "Egil Rot undrade", "Bo svarade", "Bo Alm: Ja".

The attendance list says for whom everybody sat, so a person's name in the text is a union's voice
or the employer's. A first name alone, or an initial before the surname, counts where it means
nobody else at the meeting.
"""

import collections
import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Attendance, Attendee
from importers.parse.same_person import People

SHORTEST: t.Final = 3  # letters of a first name that stands alone
# Sits for the staff although no union is named with it.
UNION_POST: t.Final = re.compile(r"ombud|facklig", re.IGNORECASE)


@dc.dataclass(frozen=True, slots=True)
class Voice:
    """A person's name at text[start:end]; `union_id` None is the employer."""

    start: int
    end: int
    union_id: str | None


class Voices:
    """Everybody at one meeting whose side is known, ready to be heard."""

    def __init__(self, attendance: Attendance) -> None:
        named = [(a.name, a) for a in (*attendance.present, *attendance.absent) if a.name]
        people = People(name for name, _ in named)
        bearers = collections.Counter(name.split()[0] for name, _ in named)
        self._union_of: dict[str, str | None] = {}
        for name, attendee in named:
            if _side_is_known(attendee):
                self._union_of[name] = attendee.union
                first = name.split()[0]
                if bearers[first] == 1 and len(first) >= SHORTEST:
                    self._union_of[first] = attendee.union
                initial = " ".join((f"{first[0]}.", *name.split()[1:]))
                if people.find(initial) == name:
                    self._union_of[initial] = attendee.union
        names = sorted(self._union_of, key=len, reverse=True)
        alternatives = "|".join(r"\s".join(map(re.escape, name.split())) for name in names)
        # A first name before another surname is somebody else.
        self._anybody = re.compile(
            rf"(?<![\w-])(?P<name>{alternatives or '(?!)'})s?(?![\w-]|\s[A-ZÅÄÖ][a-zåäö])"
        )

    def heard_in(self, text: str) -> c.Iterator[Voice]:
        """Where somebody is named, in order."""
        for found in self._anybody.finditer(text):
            name = " ".join(found["name"].split())
            yield Voice(found.start(), found.end(), self._union_of[name])


def _side_is_known(attendee: Attendee) -> bool:
    return attendee.union is not None or not UNION_POST.search(attendee.role or "")


NOBODY: t.Final = Voices(Attendance())
