"""The labels that part a protocol's first page, and the two sides of the table.

A label stands alone on its line ("Närvarande", "Plats:"), before its value ("Tid: 13.00"), or,
for the commonest, before a value with no colon ("Plats Eken"). Half of them are sentences in
little: "Hade anmält förhinder", "Närvarande för arbetsgivaren".
"""

import dataclasses as dc
import enum
import re
import typing as t


class Kind(enum.Enum):
    """What the lines under a label tell."""

    TITLE = "title"  # before the first label
    PRESENT = "present"
    ABSENT = "absent"
    TIME = "time"
    PLACE = "place"
    TIME_AND_PLACE = "time and place"
    CHAIR = "chair"
    SECRETARY = "secretary"
    JUSTERARE = "justerare"
    OTHER = "other"  # copies, agenda, next meeting …
    REST = "rest"  # what no label covers


class Side(enum.Enum):
    """Who sits where."""

    EMPLOYER = "arbetsgivare"
    UNION = "fackförbund"


@dc.dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, and what stands after it on the line."""

    kind: Kind
    text: str
    value: str = ""


_MEETING: t.Final = r"(?:mötet|sammanträdet|dagens möte|förvaltningsgruppen)"
# "Närvarande för arbetsgivaren", "Deltagare, arbetstagarna"; but not "Deltagare, Anna Ek"
_FOR: t.Final = (
    r"(?:\s+(?:för|från)\s+[^:,.]{3,60}"
    r"|,\s+(?:arbetsgivar|arbetstagar|(?:de\s+)?fack|personal)\w*(?:\s+\w+)?)?"
)

# In the order they are tried; each must fill the whole label.
LABELS: t.Final[dict[Kind, str]] = {
    Kind.TIME_AND_PLACE: (
        r"(?:(?:mötes)?datum|(?:sammanträdes|mötes)?tid(?:punkt)?|dag)"
        r"(?:\s*(?:,|/|&|och|samt)\s*(?:tid(?:punkt)?|datum|klockslag))?"
        r"\s*(?:/|&|och|samt)\s*(?:plats|lokal)"
        r"|plats\s*(?:/|&|och|samt)\s*(?:tid(?:punkt)?|datum)"
    ),
    Kind.TIME: (
        r"(?:sammanträdes|mötes)?(?:tid(?:punkt)?|datum|dag)"
        rf"(?:\s*(?:/|&|och|samt|,)\s*(?:tid(?:punkt)?|datum|dag|klockslag))?(?:\s+för\s+{_MEETING})?"
        r"|klockslag|klockan|starttid|när"
    ),
    Kind.PLACE: rf"(?:sammanträdes|mötes)?(?:plats|lokal)(?:\s+för\s+{_MEETING})?|mötesrum|var|rum",
    Kind.ABSENT: (
        r"(?:(?:har|hade|de som|följande har)\s+)*(?:anmäl(?:t|da|d)|meddelat|lämnat|med|laga)?\s*"
        rf"(?:förhinder|frånvaro|förfall|återbud)(?:\s+(?:anmält av|till {_MEETING}))?{_FOR}"
        rf"|(?:frånvarande|(?:ej|icke|inte)\s+(?:närvarande|deltagande)|förhindrade?(?:\s+att\s+delta)?)"
        rf"(?:\s+ledamöter)?{_FOR}|(?:inte\smed|frånv\.?)(?=\s?:)"
    ),
    Kind.PRESENT: (
        r"övriga|(?:med|på\splats|på\smötet|närv\.?)(?=\s?:)|(?:(?:övriga|även|dessutom|följande)\s+)?(?:närvarande|närvaro(?:lista)?|deltagare"
        r"|deltagande|mötesdeltagare|medverkande|beslutande|tjänstgörande|ledamöter|adjungerade?"
        r"|inbjudna|gäster|föredragande)"
        rf"(?:\s+(?:vid|på|under)\s+(?:{_MEETING}|§\s?\d+)|\s+(?:ledamöter|personer|gäster|representanter))?{_FOR}"
    ),
    Kind.CHAIR: r"(?:mötes)?ordförande(?:\s+(?:för|vid)\s+mötet)?",
    Kind.SECRETARY: (
        r"(?:mötes)?sekreterare|protokollförare|vid\s+protokollet|protokoll(?:et)?\s+fört\s+av"
    ),
    Kind.JUSTERARE: (
        r"(?:protokolls)?justerare|justeringspersoner|justeringsperson|justeringsm[aä]n"
        r"|(?:utses|utsedd|utsedda|vald|valda)?\s*(?:till\s+justerare|att\s+justera)"
        r"(?:\s+(?:dagens\s+)?protokoll(?:et)?)?|utsedda?\s+justerare|justeras\s+av"
    ),
    Kind.OTHER: (
        r"dagordning|kallelse|föredragningslista|kopia(?:\s+till)?|sändlista|bilagor|bilaga|dnr"
        r"|diarienummer|diarienr|handläggare|telefon|e-post|paragrafer|underskrifter|nästa\s+(?:möte"
        r"|sammanträde)|(?:tid|datum|plats|tid\s+och\s+plats)\s+för\s+justering"
        r"|justering(?:ens)?(?:\s+(?:plats|tid|datum)(?:\s+och\s+(?:plats|tid))?)?|justeringsdatum"
        r"|upprättad\s+av|förvaltning|nämnd|avser|ärende|distribution|mötesform|typ\s+av\s+möte"
    ),
}
_NAMED: t.Final = "|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in LABELS.items())

# "Närvarande", "Plats:", "Tid: 13.00"; but not "Närvarande var åtta personer"
LABEL_LINE: t.Final = re.compile(
    rf"(?=[A-ZÅÄÖ])(?:{_NAMED})\s*(?::\s*(?P<value>.*))?", re.IGNORECASE
)
# "Plats Eken", "Tid 13.00–15.00", "Närvarande Anna Ek, enhetschef", "Frånvarande Vision"
BARE_LABEL: t.Final = re.compile(
    r"(?P<label>(?:Tid och plats|Datum och tid|Tidpunkt|Tid|Datum|Plats|Lokal|Närvarande|Deltagare"
    r"|Frånvarande|Förhinder|Ej närvarande|Sekreterare|Ordförande|Justerare|Vid protokollet))"
    r"\s+(?P<value>(?:[A-ZÅÄÖ\d]|kl\b).*)"
)

_PARTY: t.Final = r"(?:s?\s*(?:representant|företrädare|part|sida|ledamöter)\w*)?"
EMPLOYER_SIDE: t.Final = re.compile(
    rf"(?:(?:för|från)\s+)?(?:AG|arbetsgivar(?:e|en|na)?{_PARTY}|(?:förvaltnings)?ledning(?:en)?{_PARTY}"
    rf"|(?:[A-ZÅÄÖ][\w-]*\s+(?:och\s+)?){{0,3}}(?:\w*förvaltning(?:en)?|\w+kontoret|stadsarkivet){_PARTY})",
    re.IGNORECASE,
)
SAFETY_REPS: t.Final = re.compile(
    r"(?:för\s+)?(?:huvud)?skyddsombud(?:en)?|skyddsorganisationen", re.IGNORECASE
)
UNION_SIDE: t.Final = re.compile(
    rf"(?:(?:för|från)\s+)?(?:de\s+)?(?:fackliga?(?:\s+(?:organisation|representant|företräd|part"
    rf"|förbund|sida|ombud)\w*)?|facken|facket|fack|fackförbund(?:en)?{_PARTY}|fackligt|arbetstagar\w*{_PARTY}"
    rf"|personalorganisation\w*|personalföreträdare|medarbetarorganisation\w*|organisationerna)"
    rf"(?:\s*(?:och|samt|/|,)\s*(?:{SAFETY_REPS.pattern}))?"
    rf"|(?:{SAFETY_REPS.pattern})(?:\s*(?:och|samt|/)\s*(?:de\s+)?(?:fackliga\s+\w+))?",
    re.IGNORECASE,
)
# "för arbetsgivaren Anna Ek, Bo Alm": a side and its persons with nothing between
SIDE_WITHOUT_COLON: t.Final = re.compile(
    r"(?P<side>(?:[Ff]ör|[Ff]rån)\s+(?:arbetsgivaren|förvaltningen|arbetstagarna"
    r"|(?:de\s+)?fackliga\s+organisationerna|personalorganisationerna))\s+(?P<value>[A-ZÅÄÖ].*)"
)


def find_label(text: str) -> Label | None:
    """The label the line begins with, or None."""
    if text[:1].isupper() and (found := LABEL_LINE.fullmatch(text)):
        name = next(kind.name for kind in LABELS if found[kind.name] is not None)
        return Label(Kind[name], found[name].strip(), (found["value"] or "").strip())
    if (found := BARE_LABEL.fullmatch(text)) and (label := find_label(found["label"])):
        return dc.replace(label, value=found["value"])
    return None


def find_side(text: str) -> tuple[Side, str, str] | None:
    """Which side the line announces, the label, and what follows its colon; or None."""
    if found := SIDE_WITHOUT_COLON.fullmatch(text):
        text = f"{found['side']}: {found['value']}"
    label, colon, value = text.partition(":")
    label = label.strip()
    if UNION_SIDE.fullmatch(label):
        return Side.UNION, label, value.strip()
    if EMPLOYER_SIDE.fullmatch(label) and (colon or label[:1].isupper()):
        return Side.EMPLOYER, label, value.strip()
    return None


def side_within(label: str) -> Side | None:
    """The side that an attendance label names in passing: "Närvarande för arbetsgivaren"."""
    sign = next((sign for sign in ("ör ", "rån ", ", ") if sign in label), "")
    party = label.partition(sign)[2] if sign else ""
    announced = find_side(party[:1].upper() + party[1:]) if party else None
    return announced[0] if announced else None
