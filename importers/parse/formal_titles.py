"""Which headings are of the meeting itself: opening, agenda, adjustment, last protocol, the end.

What such a section mentions ("under punkten Lokaler ska det stå …", "frågan om larmen utgår") is
not what it is about. "Balanslista" and "Övriga frågor" are none of these: under them anything is
discussed.
"""

import re
import typing as t

# Between the parts of "Godkännande av dagordning samt val av justerare"
JOINT: t.Final = re.compile(r"\s*(?:[,&:]|(?<!\d)/|(?<!\w)(?:och|samt)(?!\w))\s*")
_OF_MEETING: t.Final = r"(?:av\s)?(?:mötet|sammanträdet|dagens\smöte)"
_MEETING: t.Final = r"(?:möte(?:ts?|s)?|sammanträde(?:ts?|s)?|förvaltningsgrupp(?:en)?|FSG|CSG)"
_MINUTES: t.Final = r"(?:mötes|sammanträdes)?(?:protokoll(?:et)?|(?:minnes)?anteckning(?:ar|arna)?)"
_TREATED: t.Final = (
    r"(?:godkännande|genomgång|fastställ(?:ande|else)|uppföljning|anmälan|justering|beslut|fråga)"
    r"\s(?:av|om)\s"
)
_EARLIER: t.Final = r"(?:föregående|förra|tidigare|senaste)"
# "Mötet öppnas" "Sammanträdets avslutande" "Öppnande" "Avslut"; but not "Avslutningssamtal"
OPENING_OR_END: t.Final = (
    rf"{_MEETING}\s(?:öppnas|öppnades|öppnande|avslutas|avslutades|avslut(?:ande|ning)?)"
    rf"|(?:öppnande|öppning|avslut(?:ning|ande)?|inledning|upprop|formalia)(?:\s{_OF_MEETING})?"
)
# "Godkännande av dagordningen" "dagordningen fastställs"
AGENDA: t.Final = (
    rf"(?:{_TREATED})?(?:dagordning(?:en)?|föredragningslista(?:n)?)"
    r"(?:\s(?:fastställs|godkänns|godkändes))?"
)
# "Val av justerare" "Protokolljustering" "tidpunkt för när protokollet senast ska vara justerat"
ADJUSTMENT: t.Final = (
    rf"(?:(?:val|utseende|beslut)\s(?:av|om)\s|{_TREATED})?(?:protokolls?)?-?"
    r"(?:juster(?:are|ing(?:en)?|ingsm[aä]n|ingsperson(?:er)?)|sekreterare|ordförande)"
    r"(?:\sav\s(?:dagens\s)?protokoll(?:et)?)?"
    r"|(?:tid|tidpunkt|datum)\sför\s(?:när\s)?(?:justering|protokoll)[\w\s]{0,60}"
)
# "Föregående mötes protokoll" "Genomgång av protokoll nr 5/2022 från den 14 juni"
LAST_MINUTES: t.Final = (
    rf"(?:{_TREATED})?{_EARLIER}\s(?:{_MEETING}\s)?{_MINUTES}"
    rf"|(?:{_TREATED})?{_MINUTES}\s(?:nr\s|från\s)[^.?!]{{1,60}}"
    r"|(?:fråga\som\s)?rättelse(?:r)?"
)
# "Nästa möte" "Nästa gång" "Kommande sammanträden"
NEXT: t.Final = rf"(?:nästa|kommande)\s(?:gång|{_MEETING}|möten|sammanträden)"
FORMAL: t.Final = re.compile(
    "|".join((OPENING_OR_END, AGENDA, ADJUSTMENT, LAST_MINUTES, NEXT)), re.IGNORECASE
)
LONGEST: t.Final = 160  # characters


def is_formal(title: str) -> bool:
    """Whether every part of the title is of the meeting itself."""
    parts = JOINT.split(title.strip(" .:")) if len(title) <= LONGEST else [""]
    return all(FORMAL.fullmatch(part) for part in parts)
