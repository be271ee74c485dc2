"""Sentences that name neither side: a formula, a question mark, a page of a document."""

import re
import typing as t

from importers.parse import speech_words as w
from importers.parse.speech import Act, Speech

# "Frågan bordläggs", "Svar lämnas vid nästa möte", "Yrkandet avslogs", "Det noteras";
# but not "Förslaget saknar", "Frågan gäller"
RESOLVES: t.Final = re.compile(
    r"(?:Bifall(?:s|es|as)|Bifölls|Avslå?s|Avslogs|Beviljas|Beviljades)\b"
    r"|(?:Denna\s)?(?:fråg(?:an|orna)|synpunkt(?:en|erna)|yrkande(?:t|na)|förslaget|önskemålet"
    r"|begäran"
    r"|svar(?:et)?|återkoppling|det)\s(?:\w+\s)?(?:avslå?s|avslogs|avskrivs|bifall\w*|bifölls"
    r"|bordl\w+"
    r"|noteras|noterades|återkom\w*|återremitt\w*|hänskjut\w*|hänskjöts|hänvisa[sd]\w*"
    r"|besvara[sd]\w*|lämnades|lämnas\sutan"
    r"|kvarstår|skickas|skjuts|utreds|lämnas|ges|tas\s(?:upp|med|vidare)|togs\s(?:med|vidare|till))"
    r"|(?:frågan|svar(?:et)?|återkoppling)\s(?:kommer|ska|får|lyfts|läggs|följs|behandlas)\b"
    r"|(?:ingen|inget)\s(?:svar|uppgift|besked)\w*|begäran\s(?:behandla|prövas|tas)\w*"
    r"|(?:svar|besked)\b[^.?!]{0,60}?\s(?:kunde|kan)\s(?:inte|ej)\s(?:ges|lämnas)"
    rf"|frågan\s(?:\w+\s)?(?:utan\ssvar|obesvarad)|{w.NO_ANSWER}|rättelse(?:n)?\s(?:görs|gjordes"
    rf"|införs)",
    re.IGNORECASE,
)
NO_ANSWER: t.Final = re.compile(w.NO_ANSWER, re.IGNORECASE)
DISCUSSES: t.Final = re.compile(
    r"flera\s(?:ledamöter|deltagare|närvarande)\s\w+|(?:frågan|saken|ämnet|gruppen"
    r"|förvaltningsgruppen|samverkansgruppen|parterna)\s"
    r"(?:diskutera|dryfta|resonera)\w*|(?:en\s)?(?:diskussion|dialog)\w*\s(?:\w+\s)?(?:fördes|förs"
    r"|följde)",
    re.IGNORECASE,
)
CLOSES: t.Final = re.compile(
    r"(?:ärende(?:t|na)|parterna|(?:förvaltnings|samverkans|partssammansatta\s)gruppen|mötet"
    r"|nästa\s(?:möte|sammanträde)|inga\s(?:\w+\s)?(?:frågor|ärenden|synpunkter|punkter)"
    r"|ingen\sinformation|inget\s(?:att|övrigt|nytt)|dagordningen|protokollet|beslut\b|samverkan\b"
    r"|o?enighet|informationen\s(?:är|anses)|förhandlingen|punkten)",
    re.IGNORECASE,
)
# "På sidan 7 står det", "(S. 12, andra stycket)", "I underlaget står", "Det står att", "Sid 4:"
REFERS: t.Final = re.compile(
    r"\(?(?:på\s)?(?:s\.|sid(?:an|a|or|orna)?\.?)\s?\d"
    r"|(?:i|under)\s[^.?!]{1,60}?\s(?:står|anges|framgår|skrivs)\b"
    r"|det\s(?:står|anges|framgår)\b|(?:under\s)?(?:rubriken|avsnitt(?:et)?|stycket?|punkt\s\d)\b",
    re.IGNORECASE,
)


def hear_impersonal(sentence: str) -> Speech:
    """What a sentence does that names neither side."""
    if DISCUSSES.match(sentence):
        return Speech(Act.DISCUSS)
    if RESOLVES.match(sentence):
        return Speech(Act.RESOLVE, reacts=bool(NO_ANSWER.match(sentence)))
    if CLOSES.match(sentence):
        return Speech(Act.CLOSE)
    if REFERS.match(sentence):
        return Speech(Act.REFER)
    return Speech(Act.QUESTION if sentence.endswith("?") or "? " in sentence else Act.PLAIN)
