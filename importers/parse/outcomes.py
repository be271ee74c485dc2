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
    r"oenig\w*|reserver(?:ar|ade)\ssig|(?:kunde|kan|kunnat|har)\s(?:parterna\s)?inte\s(?:enas|enats)"
    r"|utan\senighet|enighet\s(?:kunde|kan|har|kunnat|uppnåddes)\s?inte|ingen\senighet"
    r"|enighet\sinte\s(?:kunde|kan|har|kunnat|uppnåddes)"
    r"|(?:inte|ej)\s(?:är\s|var\s|nått\s|uppnått\s)?(?:enig(?:a|t|het)?|överens|samverka[ts]\w*)(?!\w)"
    r"|avvikande\s(?:mening|uppfattning)|motsätter\ssig\s(?:beslut|förslag)et"
    r"|(?:kan\sinte|inte\skan)\sställa\ssig\sbakom"
    r"|avstyrk(?:er|te|s|tes)\s(?:beslut|förslag|ärende)et"
)
# What is put off is the matter itself, or the negotiation on it.
POSTPONED: t.Final = _formula(
    r"(?:ärende|punkt|samverkan|förhandling|förslag)\w*,?\s[^.]{0,60}?(?:bordl\w+|skjut\w*\supp"
    r"|sköts\supp|uppskj\w+|återremitt\w+|ajournera\w*|flyttas\still|ta[sr]\supp\s(?:på|vid|igen)|kan\sinte\savslutas"
    r"|återupptas|fortsätter|återkommer)|bordlägga\s(?:ärende|punkt|förslag|förhandling|samverkan|frågan)"
    r"|(?<=^)(?:bordl(?:ades|äggs|agt|agd)|ajournera(?:des|s|t)|återremittera(?:des|s|t)|uppskj(?:uts|öts))\b"
)
# Said of a question it puts the matter off only where nothing else has been said of its end.
PERHAPS_POSTPONED: t.Final = _formula(
    r"frågan\s[^.]{0,60}?(?:bordl\w+|skjut\w*\supp|sköts\supp|återremitt\w+|återkommer"
    r"|tas\supp\s(?:på|vid|igen))"
)
_PROPOSAL: t.Final = r"(?:i\senighet|enligt\s(?:arbetsgivarens\s|förvaltningens\s)?förslag)"
_DUTY: t.Final = r"(?:primära\s)?(?:förhandlings|samverkans)skyldighet"
AGREED: t.Final = _formula(
    rf"samverka(?:des|de|d|t|ts)(?!\w)|(?<!ska )(?<!skulle )(?<!kan )samverkas\s{_PROPOSAL}"
    r"|(?:färdig|slut)samverka[dt]\w*|enig(?:a|t|het\w*)?(?!\w)|(?:är|var|kom)\söverens"
    r"|(?:inget|inga|ingen)\s(?:att\s)?(?:erinr(?:a|an|ingar)(?!\w)|invänd\w*)"
    r"|utan\s(?:erinran|invändning\w*)|tillstyrk(?:er|te|s|tes)(?!\w)"
    r"|enades\som|ställ(?:er|de|t)\ssig\sbakom\s(?:\w+\s)?(?:förslag|ärende|beslut)\w*"
    rf"|fullgjort\s(?:\w+\s)?{_DUTY}\w*"
    rf"|{_DUTY}en\s(?:[^.]{{0,30}}\s)?(?:är|anses|har)\s(?:\w+\s){{0,2}}(?:fullgj\w+|uppfyll\w+)"
    r"|(?:samverkan|förhandlingen)\s[^.]{0,50}?(?:avsluta[dt]\w*|avslutas|slutförd\w*|är\sklar(?!\w))"
    r"|samverkan\s(?:har\s)?(?:skett|ägt\srum|genomförts)(?!\w)"
    r"|(?:samverkan|förhandling(?:en)?)\s[^.]{0,40}?är\s(?:därmed\s|härmed\s)?(?:genomförd|fullgjord)"
)
# Enough where a group or a paragraf says what is spoken of: "De fackliga har inga synpunkter".
PERHAPS_AGREED: t.Final = _formula(
    r"parterna\s(?:har\s)?(?:enades|enats)(?!\w)"
    r"|(?:fackliga?|facken|\w*organisation(?:er|erna)|förbunden|parterna|arbetstagarsidan)(?:\s\w+)?\s"
    r"(?:har|hade|framför|framförde)?\s?(?:inga\s(?:\w+\s)?(?:synpunkter|frågor)"
    r"|godkän(?:ner|de|t)|accepterar|accepterade|ställ(?:er|de)\ssig\sbakom)(?!\w)"
)
_GIVEN: t.Final = (
    r"(?:lämna[dts]\w*|given|gavs|givits|getts|ges|delgiven|delgivits|skett|mottagen|fullgj\w+"
    r"|avslutad|slutförd|antecknas|antecknades|noteras|noterades)"
)
INFORMED: t.Final = _formula(
    r"ans(?:es|er\ssig|åg\ssig)\s(?:\w+\s)?informera\w*|tog\sdel\sav\s|(?:är|blev)\sinformerade"
    r"|har\s(?:\w+\s)?(?:informerats|delgivits|fått\sinformation|tagit\sdel)"
    rf"|information(?:en)?\s(?:enligt|enl\.?|i\senlighet\smed)\s[^.]{{0,30}}?\s{_GIVEN}(?!\w)"
    rf"|information(?:en)?\s(?:har|är|anses)\s(?:\w+\s)?{_GIVEN}(?!\w)"
    r"|informations(?:plikten|skyldigheten)\s(?:[^.]{0,30}\s)?(?:är|anses)\s(?:\w+\s){0,2}?"
    r"(?:given|lämnad|fullgj\w+|uppfyll\w+)"
    r"|fullgjort\s(?:\w+\s)?informationsskyldighet\w*"
    r"|informationen\s(?:lämnades|gavs|noter\w+|(?:togs|tas|läggs|lades)\s(?:emot|till))"
)
# In the order of weight: dissent outweighs agreement, and a matter put off has not ended.
FORMULAS: t.Final = (
    (Outcome.DISAGREED, DISAGREED),
    (Outcome.POSTPONED, POSTPONED),
    (Outcome.AGREED, AGREED),
    (Outcome.INFORMED, INFORMED),
)
# Central negotiation follows where the local one ended without agreement.
CENTRAL: t.Final = _formula(
    r"central(?:a)?\sförhandling\w*|förhandl\w+\senligt\s(?:MBL\s)?(?:§\s?14|14\s?§)"
)

# How a table's cell or the end of a list's item tells it: "Enighet", "bordläggs", "för kännedom"
RESULTS: t.Final = (
    (Outcome.DISAGREED, _formula(r"(?:ej|inte)\s(?:enig\w*|överens)|ingen\senighet|avstyrk\w*")),
    (
        Outcome.POSTPONED,
        _formula(r"bordl\w+|bordlägg\w*|ajourner\w+|återremi\w+|uppskj\w+|skjuts\supp|återkommer"),
    ),
    (
        Outcome.AGREED,
        _formula(
            r"(?:parterna\s(?:är\s)?)?(?:enig\w*|överens)|i\senighet|(?:slut|färdig)?samverka[dt]\w*"
            r"|godkän[nt]\w*|tillstyrk\w*|(?:inget|ingen|utan)\s(?:att\s)?erinr\w*|ja(?=\.?$)"
        ),
    ),
    (
        Outcome.INFORMED,
        _formula(
            r"informera[dst]\w*|informer(?:ing|at)|information(?:en)?\s(?:lämna|giv|gav|noter|mott)\w*"
            r"|information(?=\.?$)|(?:för|till)\skännedom|noter(?:as|at|ades)|läggs\still|delgiv\w+"
        ),
    ),
)

# Without a group or a paragraf of the Act around it a sentence must itself speak of samverkan:
# "Parterna är överens om att flytta mötet", "Personalen har informerats" are no matters.
OF_SAMVERKAN: t.Final = _formula(
    r"(?:färdig|slut)?(?:samverka|förhandling)\w*|anses\s(?:\w+\s)?informera\w*|informationen\s"
    r"|information\senl|(?:ärende|beslut|förslag)\w*\s[^.]{0,200}\b(?:o?enig|reserver|erinra)"
    r"|enades\som\s(?:ärende|beslut|förslag)|(?:o?enig|reserver)[^.]{0,200}\b(?:ärende|beslut|förslag)"
    r"|(?:fackliga|facken|parterna|\w*organisationerna)\s[^.]{0,60}"
    r"(?:överens|tillstyrk|bakom|invänd|erinra)"
    r"[^.]{0,60}\b(?:ärende|beslut|förslag)"
)
# "Samverkan kan inte avslutas i dag utan ärendet tas upp på nytt"; but not "Punkten bordläggs"
NEGOTIATION_ITSELF: t.Final = _formula(r"(?:samverkan|förhandlingen|MBL-förhandlingen)(?!\w)")
# The meeting's own formalities are agreed on, and are no matters.
OF_THE_MEETING: t.Final = _formula(
    r"dagordning\w*|föredragningslista\w*|mötestid\w*|mötesdag\w*|protokollet(?!\w)"
)
ONLY_SPOKEN_OF: t.Final = _formula(
    r"(?:begär|begärde|begärt|påkalla[rsd]\w*|åberopa[rs]\w*|yrka[rd]\w*|önska[rd]\w*|frågade?r?"
    r"|undra[rd]\w*|har\stidigare|tidigare\ssamverka\w*|(?:ska|bör|kan|får|kommer\satt)\ssamverkas)(?!\w)"
)
# "kommer att förhandlas", "lämnas på nästa möte", "ska MBL-förhandlas före beslut"
TO_COME: t.Final = _formula(
    r"(?:ska|skall|bör|kan|får|måste|behöver|kommer)\s(?:att\s)?(?:\w+\s){0,2}(?:MBL-)?"
    r"(?:samverkas|informeras|förhandlas|hållas|lämnas|ges|ske|genomföras)"
    r"|(?:kommer|lämnas|ges|sker|hålls)\s(?:\w+\s){0,3}?(?:nästa|kommande|i\s(?:höst|vår|vinter|sommar))"
    r"|(?:kommer|sker|hålls)\s(?:senare|framöver)"
)
# Telling is an outcome only where the paragraf is named with it.
TOLD: t.Final = _formula(
    r"informera[rdst]\w*|redogör|redogjorde|redovisa[rd]\w*|presentera[rd]\w*"
    r"|g(?:icks|ås|ick)\sigenom|(?:är|var|anmäls|anmäldes)\s(?:endast\s)?för\sinformation"
    r"|information\s(?:\w+\s)?(?:gavs|ges|lämnades|lämnas)|(?:gav|lämnade|lämnades|gavs)\sinformation"
    r"|^information\s(?:enl|om)"
)
# "Samverkan avslutas i enighet", which a dissenting opinion added to the record does not undo
CLOSED_IN_AGREEMENT: t.Final = _formula(
    r"(?:samverkan|förhandling\w*)\s[^.]{0,60}avsluta\w*\s(?:därmed\s|härmed\s)?i\senighet(?!\w|\smed)"
)
FIRM_DISSENT: t.Final = _formula(
    r"oenig\w*|(?:är|var)\s(?:inte|ej)\senig\w*|reserver(?:ar|ade)\ssig|utan\senighet"
)
ALL_OF_THEM: t.Final = _formula(r"(?:ärendena|samtliga|alla|punkterna|ovanstående)(?!\w)")


def find_outcome(sentence: str) -> Outcome | None:
    """The outcome a sentence states, or None."""
    if ONLY_SPOKEN_OF.search(sentence):
        return None
    outcome = next((outcome for outcome, formula in FORMULAS if formula.search(sentence)), None)
    return None if outcome is Outcome.INFORMED and is_to_come(sentence) else outcome


def is_final(sentence: str, outcome: Outcome) -> bool:
    """Whether the outcome is told in words that weaker ones do not undo."""
    if outcome is Outcome.AGREED:
        return bool(CLOSED_IN_AGREEMENT.search(sentence))
    return outcome is not Outcome.DISAGREED or bool(FIRM_DISSENT.search(sentence))


def perhaps(sentence: str) -> Outcome | None:
    """What a sentence that states no outcome may still mean, said of a matter of samverkan."""
    if CENTRAL.search(sentence):
        return Outcome.DISAGREED
    if ONLY_SPOKEN_OF.search(sentence):
        return None
    if PERHAPS_POSTPONED.search(sentence):
        return Outcome.POSTPONED
    return Outcome.AGREED if PERHAPS_AGREED.search(sentence) else None


def find_result(words: str) -> Outcome | None:
    """The outcome that a few words begin with: "Enighet", "bordläggs", "Oenighet, Vision …"."""
    if DISAGREED.search(words):
        return Outcome.DISAGREED
    return next((outcome for outcome, formula in RESULTS if formula.match(words)), None)


def stands_alone(sentence: str, outcome: Outcome) -> bool:
    """Whether the outcome is one of samverkan, although nothing around the sentence says so."""
    if OF_THE_MEETING.search(sentence):
        return False
    if outcome is Outcome.POSTPONED:
        return bool(NEGOTIATION_ITSELF.search(sentence))
    return bool(OF_SAMVERKAN.search(sentence))


def is_to_come(sentence: str) -> bool:
    """Whether it tells of what has not been done yet."""
    return bool(TO_COME.search(sentence))


def tells(sentence: str) -> bool:
    """Whether the sentence says that something was told."""
    if ONLY_SPOKEN_OF.search(sentence) or is_to_come(sentence):
        return False
    return bool(TOLD.search(sentence))
