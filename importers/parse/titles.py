"""What a heading is, which ones nearly every protocol has, and when a title runs over its line."""

import dataclasses as dc
import re
import typing as t

from importers.formats.lines import Line
from importers.parse.list_items import BULLET
from importers.parse.paragraphs import Metrics, had_room, larger_gap

# Titles that nearly every protocol has; they tell a heading where nothing else does.
USUAL_TITLES: t.Final = re.compile(
    r"(mötet (öppnas|avslutas)|mötets (öppnande|avslutande)|öppnande|avslut|(godkännande|fastställ"
    r"ande) av dagordning|dagordning|val av |justering|föregående (mötes? )?protokoll|uppföljning|"
    r"balanslista|kvarvarande|information|arbetsmiljö|skyddskommitté|ekonomi|budget|personal|"
    r"nämnd|ärenden till|kompetens|verksamhet|facklig|anmälda frågor|föranmälda|övriga frågor|"
    r"övrigt|nästa (möte|sammanträde)|månadens|lika rättigheter|miljö|rekrytering|organisation|"
    r"samverkan\b|lokaler|rapport)",
    re.IGNORECASE,
)
# No title ends here: "Ombyggnad av förskolor på" / "Norrmalm", "Budget," / "bokslut och prognos"
UNFINISHED_TITLE: t.Final = re.compile(
    r"(?:[,–-]|\s(?:och|samt|eller|att|som|av|för|från|i|inför|inom|kring|med|mellan|mot|om|på|per"
    r"|till|under|utan|utifrån|vid|enligt|den|det|en|ett))$"
)
# "Föregående protokoll. Protokollet lades till handlingarna": the text begins on the title's line;
# but not "Rapport m.m. Lokaler"
TEXT_ON_LINE: t.Final = re.compile(
    r"(?P<title>[^.]{4,60}[^.\s]{3})\.\s+(?P<rest>[A-ZÅÄÖ]\w+(?:\s+\S+){2,})"
)
# "Kompetensplan 2023–2025" / "– process och tidplan"; but not "- lokaler", an item of a list
DASH: t.Final = re.compile(r"–\s[a-zåäö]")
# "Ekonomi: Bo Alm redovisar utfallet": so do all titles of some minutes
COLON_ON_LINE: t.Final = re.compile(r"(?P<title>[^.:?]{3,80}):\s+(?P<rest>\S.*)")
LONGEST_TITLE: t.Final = 160  # characters
TITLE_LINES: t.Final = 4
LEADING: t.Final = 1.5  # times the type's size, from line to line of one title


@dc.dataclass(frozen=True, slots=True)
class Heading:
    """One heading: the lines [first, after) of the body, and what they say."""

    first: int
    after: int
    number: int | None
    title: str
    page: int | None = None  # where it begins
    rest: str = ""  # of its line, where the text begins on it


def title_goes_on(before: Line, line: Line, metrics: Metrics) -> bool:
    """Whether a title that stands on `before` runs on into `line`."""
    if line.whole or before.whole or before.page != line.page or _apart(before, line, metrics):
        return False
    if before.bold != line.bold or before.size != line.size:
        return False
    if BULLET.match(line.text):
        return False
    if line.text[:1].islower() or DASH.match(line.text):
        return not before.text.endswith((".", ":", "?"))
    if UNFINISHED_TITLE.search(before.text):
        return True
    return before.bold and not had_room(before, line, metrics)


def _apart(before: Line, line: Line, metrics: Metrics) -> bool:
    """Whether the gap is too large; larger type than the text's has larger gaps."""
    if before.size is not None and before.size == line.size and before.bold and line.bold:
        return not 0 < line.top - before.top <= LEADING * before.size
    return larger_gap(before, line, metrics)


def tidy(title: str) -> str:
    """The title as a title: one line, without the colon or full stop that ends it."""
    return re.sub(r"\s+", " ", title).strip().removesuffix(":").removesuffix(".").strip()
