"""How a matter of samverkan ended, by the formulas minutes use for it.

They are few and fixed: "samverkades enligt förslaget", "avslutades i enighet", "anses
informerade", "är oenig", "bordläggs". What only will be ("ska samverkas"), was earlier, or is asked
for ("Kommunal begär förhandling") is no outcome of this meeting.
"""

import re
import typing as t

from archive.model import Outcome


def _formula(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


DISAGREED: t.Final = _formula(
    r"oenig\w*|reserver(?:ar|ade)\ssig|kunde\sinte\senas|utan\senighet"
    r"|(?:inte|ej)\s(?:är\s|var\s)?(?:enig[at]?|överens|samverka[ts]\w*)(?!\w)"
    r"|avvikande\s(?:mening|uppfattning)|motsätter\ssig\sbeslutet"
)
POSTPONED: t.Final = _formula(
    r"(?:ärende|punkt|samverkan|förhandling|förslag)\w*\s[^.]{0,60}?(?:bordl\w+|skjut\w*\supp"
    r"|sköts\supp|återremitt\w+|ajournera\w*|flyttas\still|tas\supp\s(?:på|vid|igen)|återupptas"
    r"|fortsätter|återkommer)|bordlägga\s(?:ärende|punkt|förslag)"
    r"|(?<=^)(?:bordl(?:ades|äggs|agt|agd)|ajournera(?:des|s|t)|återremittera(?:des|s|t)|uppskj(?:uts|öts))\b"
)
_PROPOSAL: t.Final = r"(?:i\senighet|enligt\s(?:arbetsgivarens\s|förvaltningens\s)?förslag)"
_DUTY: t.Final = r"(?:primära\s)?(?:förhandlings|samverkans)skyldighet"
AGREED: t.Final = _formula(
    rf"samverka(?:des|de|d|t|ts)(?!\w)|(?<!ska )(?<!skulle )(?<!kan )samverkas\s{_PROPOSAL}"
    r"|enig(?:a|t|het\w*)?(?!\w)|(?:är|var|kom)\söverens|(?:inget|inga|ingen)\s(?:att\s)?"
    r"(?:erinra\w*|invänd\w*)|utan\s(?:erinran|invändning\w*)|tillstyrk(?:er|te|s|tes)(?!\w)"
    rf"|enades\som|ställ(?:er|de)\ssig\sbakom\s(?:förslag|ärende|beslut)\w*|fullgjort\s(?:\w+\s)?{_DUTY}\w*|{_DUTY}en\s(?:är|anses|har)\s(?:\w+\s)?fullgj\w+"
    r"|(?:samverkan|förhandlingen)\s[^.]{0,50}?(?:avsluta[dt]\w*|avslutas|slutförd\w*|är\sklar(?!\w))"
)
INFORMED: t.Final = _formula(
    r"ans(?:es|er\ssig|åg\ssig)\s(?:\w+\s)?informera\w*|tog\sdel\sav\s|(?:är|blev)\sinformerade|har\s(?:\w+\s)?(?:informerats|delgivits"
    r"|fått\sinformation|tagit\sdel)"
    r"|information(?:en)?\s(?:enligt|enl\.?)\s[^.]{0,30}?\s(?:lämnades|lämnas|lämnad|given|gavs|ges)(?!\w)"
    r"|information(?:en|splikten|sskyldigheten)?\s(?:är|anses)\s(?:\w+\s)?(?:given|lämnad|fullgjord"
    r"|delgiven|mottagen)|fullgjort\s(?:\w+\s)?informationsskyldighet\w*"
    r"|informationen\s(?:lämnades|gavs|(?:togs|tas|läggs|lades)\s(?:emot|till))"
)
# In the order of weight: dissent outweighs agreement, and a matter put off has not ended.
FORMULAS: t.Final = (
    (Outcome.DISAGREED, DISAGREED),
    (Outcome.POSTPONED, POSTPONED),
    (Outcome.AGREED, AGREED),
    (Outcome.INFORMED, INFORMED),
)

# Without a group or a paragraf of the Act around it a sentence must itself speak of samverkan:
# "Parterna är överens om att flytta mötet", "Personalen har informerats" are no matters.
OF_SAMVERKAN: t.Final = _formula(
    r"(?:samverka|förhandling)\w*|anses\s(?:\w+\s)?informera\w*|informationen\s|information\senl"
    r"|(?:ärende|beslut|förslag)\w*\s[^.]*\b(?:o?enig|reserver|erinra)|enades\som\s(?:ärende|beslut|förslag)"
    r"|(?:o?enig|reserver)[^.]*\b(?:ärende|beslut|förslag)"
)
ONLY_SPOKEN_OF: t.Final = _formula(
    r"(?:begär|begärde|begärt|påkalla[rd]\w*|åberopa[rs]\w*|yrka[rd]\w*|önska[rd]\w*|frågade?r?"
    r"|undra[rd]\w*|har\stidigare|tidigare\ssamverka\w*|(?:ska|bör|kan|får|kommer\satt)\ssamverkas)(?!\w)"
)
# Telling is an outcome only where the paragraf is named with it.
TOLD: t.Final = _formula(
    r"informera[rdt]\w*|redogör|redogjorde|redovisa[rd]\w*|presentera[rd]\w*"
    r"|g(?:icks|ås|ick)\sigenom|(?:är|var|anmäls|anmäldes)\s(?:endast\s)?för\sinformation"
    r"|information\s(?:\w+\s)?(?:gavs|ges|lämnades|lämnas)|(?:gav|lämnade)\sinformation"
)
ALL_OF_THEM: t.Final = _formula(r"(?:ärendena|samtliga|alla|punkterna|ovanstående)(?!\w)")


def find_outcome(sentence: str) -> Outcome | None:
    """The outcome a sentence states, or None."""
    if ONLY_SPOKEN_OF.search(sentence):
        return None
    return next((outcome for outcome, formula in FORMULAS if formula.search(sentence)), None)


def tells(sentence: str) -> bool:
    """Whether the sentence says that something was told."""
    return bool(TOLD.search(sentence)) and not ONLY_SPOKEN_OF.search(sentence)
