"""How a union speaks in a sentence: as its subject, after its verb, under a label, in brackets.

"Kommunal frågade", "Med tanke på detta undrar SSR", "Fråga från Vision:", "Huvudskyddsombuden
lyfte". The same subjects also do things that are neither question nor remark: "Kommunal har
årsmöte", "Vision informerade". The verb decides. The patterns read a shape, see `speech`.
"""

import re
import typing as t

from importers.parse import speech_words as w
from importers.parse.speech import Act

# "Kommunal", "SSR och Vision", "Kommunals huvudskyddsombud", "Huvudskyddsombud Kommunal",
# "Anna Ek, Vision,", "Anna Ek (Vision)", "Vision genom Anna Ek", "Vision –"
SUBJECT: t.Final = re.compile(
    r"(?:(?:Även|Också|Vidare|Sedan|Därefter|Dessutom|Därutöver|Samtliga|Alla)\s)?"
    rf"(?:{w.NAME}(?:,\s|\s\(|\sfrån\s|\sför\s|/))?(?P<asker>{w.ASKER})[),]*"
    rf"(?:(?:,|\soch|\ssamt|\s?/|\s&|\stillsammans\smed|\sgenom|\sför|\sfrån)?\s(?:{w.ASKER}"
    rf"|{w.NAME}))*"
    r"(?:\s(?:huvud)?(?:skyddsombud(?:et|en)?|representant(?:en|er|erna)?|ordförande|ombud))?"
    r"(?:\s?\([^()]{1,60}\))?[),]*\s?[–—;-]?\s?"
)
# A correction of earlier minutes is no remark to the employer.
CORRECTS: t.Final = re.compile(
    r"\bprotokoll\w*.*\bska(?:ll)?\s(?:det\s)?stå\b|\bska(?:ll)?\s(?:det\s)?stå\b.*\bprotokoll",
    re.I,
)
REACH: t.Final = 90  # characters; adverbs and a relative clause stand between subject and verb
# Where two begin at the same place the earlier in this order wins: "vill informera", not "vill".
VERBS: t.Final = tuple(
    (act, w.words(verbs))
    for act, verbs in (
        (Act.TELL, w.TELLS),
        (Act.SECOND, w.SECONDS),
        (Act.ASK, w.ASKS),
        (Act.REMARK, w.REMARKS),
    )
)
ASKS: t.Final = w.words(w.ASKS)
# More than to agree: "SSR instämde och önskade en rutin"; but not "men vill understryka"
WISHES: t.Final = re.compile(r"önska|begär|yrka|fråga|undra|efterf|efterl|föresl", re.IGNORECASE)
GOES_ON: t.Final = w.words(w.GOES_ON)

# The verb before its subject: "undrar SSR hur", "Efter genomgången hade Kommunal frågor",
# "När det gäller lokaler vill Vision ha"; but not "det som Kommunal lyfte"
INVERTED: t.Final = re.compile(
    r"(?<!\w)(?P<verb>frågar|frågade|undrar|undrade|efterfrågar|efterfrågade|efterlyser|efterlyste"
    r"|önskar|önskade|yrkar|yrkade|begär|begärde|föreslår|föreslog|kräver|krävde|saknar|saknade"
    r"|ifrågasätter|ifrågasatte|vill|ville|lyfte|lyfter|påtalar|påtalade|påpekar|påpekade|framför"
    r"|framförde|framhåller|framhöll|poängterar|poängterade|betonar|betonade|anser|ansåg|tycker"
    r"|tyckte|menar|menade|(?P<sees>ser|tar|tog)|(?P<has>har|hade|ställer|ställde|lämnade"
    r"|lämnar))\s"
    rf"(?:även\s|också\s|då\s|därför\s|dock\s)?(?P<asker>{w.ASKER})(?P<rest>.{{0,70}})",
    re.IGNORECASE,
)
# "Bedömningen är gjord, men Vision saknar avsnittet om ljud"
IN_THE_MIDDLE: t.Final = re.compile(
    rf"(?:,\s|\s)(?:men|och)\s(?P<asker>{w.ASKER})\s(?:\w+\s)?(?P<verb>{w.ASKS}|{w.REMARKS})(?!\w)",
    re.I,
)
# "hade Kommunal frågor", "har Vision framfört"; "ser SSR en risk", "tog Vision upp"
HAS: t.Final = re.compile(
    r"\b(?:fråg(?:a|an|or)|följdfråg|synpunkt|kommentar|önskemål|yrkande|invändning|lyft|påtalat"
    r"|framfört|efterfrågat|önskat|föreslagit)",
    re.IGNORECASE,
)
SEES: t.Final = re.compile(r"\b(?:upp|risk|behov|problem|positivt|allvarligt)", re.IGNORECASE)

# "Det kom en fråga från Vision om", "Frågan är ställd av Kommunal", "Synpunkter från SSR på"
ORIGIN: t.Final = re.compile(
    r"(?:(?:Det\s(?:kom|finns|fanns|har\skommit|inkom|ställdes)|Följande|En|Ett|Två|Tre|Denna)\s)*"
    r"(?:(?:inkomm?e?n?|inkomna|(?:för)?anmäld(?:a)?|skriftliga?)\s)?"
    rf"{w.ASKED}[^.:?!]{{0,120}}?\b(?:från|av)\s(?:{w.NAME},?\s\(?)?(?P<asker>{w.ASKER})",
    re.IGNORECASE,
)
# "Från Kommunals sida efterlyses", "Från Vision ställs två frågor", "Från fackligt håll påtalas"
FROM_A_SIDE: t.Final = re.compile(
    rf"Från\s(?:(?P<asker>{w.ASKER})(?:s)?(?:\s(?:sida|håll|perspektiv))?|(?P<side>fackligt\shåll))"
    r"\s(?:\w+\s){0,2}?(?P<verb>ställ[dst]\w*|efterly[st]\w*|efterfråga\w*|begär\w*|önska\w*"
    r"|framför\w*|framhöll?\w*|lyft\w*|påtala\w*|påpeka\w*|undra\w*|fråga\w*|yrka\w*|föresl\w+"
    r"|kom(?:mer)?|inkom\w*|anmäl\w*|uttryck\w*|ifrågas\w+|poängtera\w*|betona\w*|krävs|krävdes)",
    re.IGNORECASE,
)
# "Enligt Kommunal anmäls inte alla hot", "Enligt P.O. Rask (Vision) har flera"
ACCORDING_TO: t.Final = re.compile(
    rf"Enligt\s(?:[^?!():]{{3,40}}\()?(?P<asker>{w.ASKER})(?!s)\)?\s(?!avtal|stadg)", re.IGNORECASE
)
# "Hon begärde", "De undrar även", "Man vill ha": the one who spoke just before
PRONOUN: t.Final = re.compile(
    r"(?P<asker>Hon|Han|Hen|De|Man)\s(?:(?:också|även|vidare|dessutom)\s)*"
    rf"(?P<verb>{w.ASKS}|{w.REMARKS})(?!\w)",
    re.IGNORECASE,
)
# "Vision redogör för läget och anser att": it tells in order to ask
TELLS_AND_ASKS: t.Final = re.compile(
    r"(?:(?:,\s|\s)(?:och|samt|men)\s(?:därför\s|nu\s|också\s)?|\satt\s(?:man|de|förbundet)\s)"
    rf"(?!önska\w*[^.]*\b(?:välkom|trevlig|glad|god|lycka))(?P<verb>{w.ASKS}|{w.REMARKS})(?!\w)",
    re.I,
)
# A question nobody is named for: "Fråga ställdes om", "Frågan lyftes om"; but not "Inga frågor"
RAISED: t.Final = re.compile(
    r"(?:Det\s)?(?:(?:En|Flera|Några)\s)?(?:Fråga|Frågan|Frågor|Synpunkter?|Önskemål)\s(?:\w+\s)?"
    r"(?:ställdes|ställs|lyftes|lyfts|väcktes|framfördes|uppkom|kom\supp|togs\supp)\b(?!\s(?:inte"
    r"|ej)\b)"
    r"|Det\s(?:ställdes|ställs|lyftes|lyfts|väcktes|framfördes)\s(?:\w+\s)?"
    r"(?:fråg|synpunkt|önskemål)",
    re.IGNORECASE,
)

# --- labels, and names at the end ----------------------------------------------------------

# "Fråga från Vision:", "Fråga 2 (Kommunal):", "Fråga 1.", "Visions fråga om taket:", "Fråga:";
# alone on its line also without the colon
QUESTION_LABEL: t.Final = re.compile(
    rf"(?:\d{{1,2}}\s)?(?:(?:inkomna?|(?:för)?anmälda?|skriftliga?"
    rf"|följande)\s)*{w.ASKED}(?:\s(?:nr\s)?\d+)?"
    rf"(?:\s?[(/]?(?:(?:från|av|ställd\sav)\s)?(?:{w.NAME},?\s\(?)?(?P<from>{w.ASKER})"
    rf"{w.MORE_ASKERS}[^:?.!–]{{0,60}})?\)?(?:\s?(?P<colon>[:–—])|(?<=\d)(?P<point>[.)])|$)\s*"
    rf"|(?P<owner>{w.ASKER}){w.MORE_ASKERS},?\s{w.ASKED}(?:\s(?:nr\s)?\d+)?[^:?.!–]{{0,60}}"
    r"(?:(?P<colon2>:|\s–\s)|$)\s*",
    re.IGNORECASE,
)
NAME_LABEL: t.Final = re.compile(
    rf"(?:\d{{1,2}}\s)?(?:Från\s)?(?P<asker>{w.ASKER}){w.MORE_ASKERS}"
    rf"(?:\s(?:för|från)\s{w.ASKER})?(?:\s(?:räkning|del|vägnar))?(?:\s?\([^()]{{1,60}}\))?\s?:\s*",
    re.IGNORECASE,
)
# "Maj Ohlsson: Hur ska lördagarna bemannas?": somebody whose side is not known, or not the unions'
STRANGER_LABEL: t.Final = re.compile(
    rf"(?P<asker>{w.TWO_NAMES}|{w.EMPLOYED}+)\s?:\s+(?=[^?]{{5,300}}\?)"
)
# "Göte Blom frågade om detta gäller alla"
STRANGER_ASKS: t.Final = re.compile(
    rf"(?P<asker>{w.TWO_NAMES})\s(?:frågar|frågade|undrar|undrade|efterlyser|efterlyste"
    rf"|efterfråga[rd]\w*)\s"
)
ONLY_NAMES: t.Final = re.compile(rf"(?:Från\s)?(?P<asker>{w.UNION}+){w.MORE_ASKERS}\s?:?")
# "Hur går det? (Vision)", "… till våren? /Kommunal"
SIGNED: t.Final = re.compile(rf"[?.]\s?(?:[(/]|[–—-]\s)\s?(?P<asker>{w.UNION}+)\s?\)?\.?$")


def act_of(after: str) -> Act:
    """The act of the first verb that says anything."""
    heard = [
        (found.start(), -found.end(), order)
        for order, (_, verbs) in enumerate(VERBS)
        if (found := verbs.search(after))
    ]
    if heard:
        return VERBS[min(heard)[-1]][0]
    return Act.PLAIN if GOES_ON.match(after) else Act.TELL


def wants(verb: str) -> Act:
    """Whether the verb asks or remarks."""
    return Act.ASK if ASKS.match(verb) else Act.REMARK


def inverted(sentence: str) -> re.Match[str] | None:
    """A union after its verb, where the words behind show that the verb is one of speaking."""
    for found in INVERTED.finditer(sentence):
        needed = HAS if found["has"] else SEES if found["sees"] else None
        if needed is None or needed.search(found["rest"]):
            return found
    return None
