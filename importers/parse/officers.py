"""Who led the meeting and who wrote the minutes.

Both are named by a label in the header ("Ordförande: Anna Ek", "Vid protokollet"), by a role in the
attendance list ("Anna Ek, förvaltningschef, ordf."), by a sentence of the first §§ ("Ordföranden
Anna Ek öppnade mötet", "Bo Alm utsågs till sekreterare"), or by the signatures: a post over or
under its name. A club's chair ("ordförande i Vision") and a board's secretary ("nämndsekreterare")
hold other offices.
"""

import collections.abc as c
import dataclasses as dc
import enum
import re
import typing as t

from archive.model import Attendance, Attendee, Section
from importers.formats.lines import Line
from importers.parse import sentences
from importers.parse.header_blocks import Block
from importers.parse.header_labels import Kind
from importers.parse.people import split_name, split_post
from importers.parse.same_person import People
from importers.parse.signed_posts import CHAIR, SECRETARY, signed_as


class Office(enum.Enum):
    """What somebody did at the meeting."""

    CHAIR = "ordförande"
    SECRETARY = "sekreterare"


LABELLED: t.Final = {Kind.CHAIR: Office.CHAIR, Kind.SECRETARY: Office.SECRETARY}
_CHAIR: t.Final = r"(?:mötes)?ordförande(?:n)?|ordf\b\.?|mötesledare(?:n)?"
_SECRETARY: t.Final = r"(?:mötes|protokolls)?sekreterare(?:n)?|sekr\b\.?|protokollförare(?:n)?"
# In a role: "förvaltningschef, ordförande", "(ordf.)", "vid protokollet"
# but not "ordförande i Vision", "vice ordförande", "nämndsekreterare"
ROLES: t.Final = {
    Office.CHAIR: re.compile(
        rf"(?<!vice\s)(?<!v\.\s)\b(?:{_CHAIR})(?!\w)(?!\s(?:i|för|inom|vid)\s)", re.IGNORECASE
    ),
    Office.SECRETARY: re.compile(
        rf"\b(?:{_SECRETARY}|vid\s(?:protokollet|pennan)|för\sprotokoll|antecknar)(?!\w)(?!\s(?:i|inom)\s)",
        re.IGNORECASE,
    ),
}
# "Ordföranden Anna Ek öppnade", "mötessekreterare Bo Alm"
TITLED: t.Final = {
    Office.CHAIR: re.compile(
        rf"(?<![\w-])(?<!vice\s)(?i:{_CHAIR})\s(?:(?:är|var)\s)?(?=[A-ZÅÄÖÉ])"
    ),
    Office.SECRETARY: re.compile(rf"(?<![\w-])(?i:{_SECRETARY})\s(?:(?:är|var)\s)?(?=[A-ZÅÄÖÉ])"),
}
# "Anna Ek valdes till ordförande", "Anna Ek är mötets ordförande", "Bo Alm för protokoll"
CHOSEN: t.Final = {
    Office.CHAIR: re.compile(
        r"\b(?:till|som|är|var)\s(?:dagens\s|mötets\s)?(?:mötes)?ordförande\b(?!\s(?:i|för)\s[A-ZÅÄÖ])"
        r"|\b(?:leder|ledde|öppnade|öppnar)\s(?:dagens\s)?(?:mötet|sammanträdet)\b",
        re.IGNORECASE,
    ),
    Office.SECRETARY: re.compile(
        r"\b(?:till|som|är|var)\s(?:dagens\s|mötets\s)?(?:(?:mötes)?sekreterare|protokollförare)\b"
        r"|\b(?:att\sföra|förde|för|skriver|skrev)\s(?:dagens\s)?protokoll(?:et)?\b",
        re.IGNORECASE,
    ),
}
WRITTEN_BY: t.Final = re.compile(
    r"(?:protokoll(?:et)?|anteckningar(?:na)?)\s(?:är\s)?(?:fört|förda|fördes|skrivna?|skrivet)\sav\s",
    re.IGNORECASE,
)
OPENS_ONLY: t.Final = re.compile(r"\böppna(?:r|de)\b", re.IGNORECASE)
FIRST: t.Final = 4  # sections in which an office is given
SIGNED: t.Final = {Office.CHAIR: CHAIR, Office.SECRETARY: SECRETARY}


@dc.dataclass(frozen=True, slots=True)
class Officers:
    """The names as printed, None where the document does not say."""

    chair: str | None = None
    secretary: str | None = None


def find_officers(
    header: c.Sequence[Block],
    attendance: Attendance,
    sections: c.Sequence[Section],
    signatures: c.Sequence[Line],
) -> Officers:
    """Who held the two offices, by the firmest place that says so."""
    listed = People(person.name for person in attendance.present if person.name)

    def holder(office: Office) -> str | None:
        return (
            _labelled(header, office, listed)
            or (office is Office.SECRETARY and _written_by(header, listed))
            or _in_list(attendance, office)
            or _told(sections, office, listed)
            or next(iter(signed_as(signatures, SIGNED[office])), None)
            or None
        )

    return Officers(holder(Office.CHAIR), holder(Office.SECRETARY))


def _labelled(header: c.Iterable[Block], office: Office, listed: People) -> str | None:
    for block in header:
        if LABELLED.get(block.kind) is office and (name := _name_in(block.text, listed)):
            return name
    return None


def _written_by(header: c.Iterable[Block], listed: People) -> str | None:
    """ "Minnesanteckningar förda av Bo Alm" in a line of the header."""
    for line in (line.text for block in header for line in block.lines):
        if (found := WRITTEN_BY.search(line)) and (name := _name_in(line[found.end() :], listed)):
            return name
    return None


def _name_in(text: str, listed: People) -> str | None:
    """The name that the words begin with, before or after a post; a first name if it is known."""
    first = re.split(r"[,;(/]", text, maxsplit=1)[0].strip()
    name = split_name(first)[0] or split_post(first)[1]
    return name or (listed.called(first) if first.istitle() else None)


def _in_list(attendance: Attendance, office: Office) -> str | None:
    """Who has the office as a role; a union's own chair only where nobody else has it."""
    having = [p for p in attendance.present if p.name and ROLES[office].search(p.role or "")]
    return next((p.name for p in sorted(having, key=_is_unions)), None)


def _is_unions(person: Attendee) -> bool:
    return person.union is not None


def _told(sections: c.Sequence[Section], office: Office, listed: People) -> str | None:
    opened: str | None = None
    for section in sections[:FIRST]:
        for sentence in _sentences(section):
            titled = TITLED[office].search(sentence)
            if titled and (name := _name_in(sentence[titled.end() :], listed)):
                return name
            if chosen := CHOSEN[office].search(sentence):
                before = _last_name(sentence[: chosen.start()], listed)
                who = before or _name_in(sentence[chosen.end() :].lstrip(" :"), listed)
                if who and not OPENS_ONLY.search(chosen.group()):
                    return who
                opened = opened or who
    return opened


def _sentences(section: Section) -> c.Iterator[str]:
    for paragraph in sentences.paragraphs(section.text):
        for span in sentences.sentences(section.text, paragraph):
            yield section.text[span.start : span.end]


def _last_name(text: str, listed: People) -> str | None:
    """The last full name in the words, or the last first name that only one bears."""
    words = text.split()[-12:]
    for start in range(len(words) - 1, -1, -1):
        rest = " ".join(words[start:])
        name = split_name(rest)[0]
        if name and (start == 0 or not split_name(" ".join(words[start - 1 :]))[0]):
            return name.rstrip(",")
    called = (listed.called(word.strip(",")) for word in reversed(words))
    return next((who for who in called if who), None)
