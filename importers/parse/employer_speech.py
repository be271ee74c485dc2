"""How the employer's side speaks in a sentence: answers, explains, informs, takes something up.

"Arbetsgivaren svarade", "Svar:", "På fråga från Vision svarade …" are answers by their own words;
"Arbetsgivaren förklarade", "Beskedet är" where a question waits for one; "Arbetsgivaren
redogjorde" only where information was asked for. The patterns read a shape, see `speech`.
"""

import re
import typing as t

from importers.parse import speech_words as w
from importers.parse.speech import Act, Speech

# "Arbetsgivaren ser", "Det görs i maj, enligt direktören", "…, menar enhetschefen"
EMPLOYER_SPEAKS: t.Final = re.compile(
    rf"(?:(?:Även|Vidare|Också)\s)?{w.EMPLOYER}"
    rf"|[^.?!]{{3,240}}?,?\s(?:säger|sade|uppger|uppgav|menar|menade|meddelar|meddelade"
    rf"|förklarar|förklarade|lovar|lovade|svarar|svarade|anför|anförde|upplyser|upplyste|tillägger"
    rf"|tillade)\s(?:den\s)?{w.EMPLOYER}(?:[^.?!,]{{0,40}}\.?$|,)",
    re.IGNORECASE,
)
# An answer that no verb reports: "Enligt HR-chefen har …", "…, enligt direktören.", "Beskedet är
# att", "Det bekräftas av enhetschefen.", "Någon sådan plan finns inte"
# but not "Enligt arbetsgivarens plan från maj" or "enligt ledningssystemet ska"
ANSWERS_UNSAID: t.Final = re.compile(
    rf"Enligt\s{w.EMPLOYER}(?!s\b)|[^.?!]{{3,240}}?,?\senligt\s{w.EMPLOYER}(?:[^.?!,]{{0,40}}\.?$"
    rf"|,)"
    rf"|(?:Besked(?:et)?|Svar(?:et)?|Reaktionen)\s(?:är|blir|blev|lyder|löd|var|innebär)\b"
    r"|(?:Det(?:ta)?|Så)\s(?:bekräfta[sd]\w*|stämmer|stämde|är\s(?:inte\s)?(?:riktigt|fallet)"
    r"|var\sinte\sfallet"
    r"|dementera[sd]\w*)\b"
    rf"|[^.?!]{{3,240}}?\s(?:\w+as|\w+ades|\w+des)\sav\s{w.EMPLOYER}[^.?!,]{{0,40}}\.?$"
    rf"|{w.EMPLOYERS}\s(?:besked|svar|bedömning|uppfattning|inställning|hållning)\s(?:är|var|blir"
    rf"|blev)\b"
    rf"|(?:Det|Detta)\s(?:lovade|lovar|bekräftade|medgav|tillbakavisade|avvisade)\s{w.EMPLOYER}"
    r"|Det\s(?:gör|gjorde|ska|skulle|är|var|kan|har|får|blir|kommer|finns)\s(?:de|den|det|man|vi"
    r"|ske|göras"
    r"|inte\s(?:de|den|det))(?:\s(?:inte|också|redan|att\s\w+))?\.?$"
    r"|[^.?!]{3,240}?,\s(?:är|var|blir|blev|löd|lyder)\s(?:svaret|beskedet)\b"
    r"|(?:Någon|Något|Några)\s(?:sådan(?:t|a)?|(?:\w+\s){0,3}(?:är|var|finns|fanns"
    r"|planeras)\s(?:inte|ej))\b",
    re.IGNORECASE,
)
_EMPLOYER_DOES: t.Final = rf"(?:(?:Även|Vidare|Också)\s)?{w.EMPLOYER}(?:\s[^.,:;?]{{0,40}}?)?\s"
EMPLOYER_INFORMS: t.Final = re.compile(rf"{_EMPLOYER_DOES}(?:{w.INFORMS})(?!\w)", re.IGNORECASE)
EMPLOYER_EXPLAINS: t.Final = re.compile(
    rf"{_EMPLOYER_DOES}(?:{w.EXPLAINS}|{w.TAKES_IT})(?!\w)", re.IGNORECASE
)
# "Arbetsgivaren svarade", "HR-chefen Anna Ek svarar", "På frågan svarade HR-chefen", "Anna Ek
# svarar att"; but not "Av dem som slutat svarade hälften", "Medarbetarna svarade på enkäten"
REPLIES: t.Final = re.compile(
    rf"(?:(?:även|vidare|också)\s)?{w.EMPLOYER}[^.:?!]{{0,60}}?(?<!\w){w.REPLIES}"
    rf"|[^.:?!]{{0,70}}?(?<!\w){w.REPLIES}\s(?:{w.EMPLOYER}|{w.TWO_NAMES})"
    rf"|{w.TWO_NAMES}[^.:?!]{{0,40}}?\s{w.REPLIES}|{w.NAME}\s{w.REPLIES}(?=\s(?:att|med)\b|:)"
    rf"|(?:Som\s)?{w.REPLIES}|(?:Ja|Nej|Jo)(?=[,.!]|\s–)",
    re.IGNORECASE,
)
# "HR-konsulten beklagar och skickar den i dag": only somebody who was told something does so
REACTS: t.Final = re.compile(
    rf"(?:{w.EMPLOYER}(?:\s[^.,:;?]{{0,40}}?)?|{w.PERSON})\s(?:{w.REACTS}|{w.TAKES_IT})(?!\w)",
    re.IGNORECASE,
)
# "Anna Ek tar med sig frågan"
TAKES_IT: t.Final = re.compile(rf"{w.PERSON}\s(?:{w.TAKES_IT})(?!\w)", re.IGNORECASE)
# "Arbetsgivarens svar:", "Svar från arbetsgivaren:", "Svar:", "AG:", "Arbetsgivaren svarar:"
REPLY_LABEL: t.Final = re.compile(
    rf"(?:(?:{w.EMPLOYER}|Arbetsgivarens|AG:?s|Förvaltningens|Kontorets|Ledningens|\w+chefens)\s)?"
    r"(?:(?:skriftliga?"
    r"|muntliga?)\s)?svar(?:et)?(?!\w)(?:\s(?:nr\s)?\d+)?(?:,\s[^:.?!]{1,40}(?=:))?"
    rf"(?:\s(?:från|av|på|till)\s(?!{w.ASKER})[^:.?!]{{1,60}}?|\s{w.EMPLOYER})?\s?(?::(?!\d)|[–—]"
    rf"|$)\s*"
    r"|(?:Arbetsgivarens|AG:?s|Förvaltningens|Kontorets|Ledningens)\s"
    r"(?:kommentar(?:er)?|bemötande|återkoppling|synpunkter|återkomst)\s?(?:[:–—]|$)\s*"
    rf"|(?:Återkoppling|(?-i:(?!OBS|NB|PS)[A-ZÅÄÖ]{{2,4}})"
    rf"|{w.EMPLOYER}(?:\s{w.REPLIES}(?:\sföljande)?)?)\s?:\s*",
    re.IGNORECASE,
)
# An answer that shares its question's sentence: ", varpå arbetsgivaren svarade", "och fick svaret"
REPLY_INSIDE: t.Final = re.compile(
    rf"(?:,|\soch|\svarpå|\svarvid|\svarefter)\s(?:(?:och|varpå|varvid|varefter)\s)?"
    rf"(?P<reply>{w.EMPLOYER}\s(?:{w.REPLIES}|(?:{w.TAKES_IT})(?!\w))"
    r"|(?:fick|får)\s(?:till\s|som\s)?svar(?:et)?\s(?:från\s\w+\s)?att)"
    rf"|\s?[,–—-]\s(?:men\s)?(?P<none>{w.NO_ANSWER})"
    rf"|,\soch\s(?P<does>{w.EMPLOYER}\s(?!måste|bör|borde|ska|behöver)\w+(?:ade|te|de|er|ar)\b)",
    re.IGNORECASE,
)
# "HR-chefen svarade Vision att", "Sandningen sköts av värden, fick Kommunal till svar"
ADDRESSED: t.Final = re.compile(
    rf"(?:{w.EMPLOYER}|{w.TWO_NAMES})[^.:?!]{{0,40}}?\s{w.REPLIES}\s(?P<to>{w.ASKER})\s(?:att"
    rf"|med)\b"
    rf"|[^.?!]{{3,240}}?,?\s(?:fick|får)\s(?P<got>{w.ASKER})\s(?:till|som)\ssvar\b",
    re.IGNORECASE,
)
# "På fråga från Vision svarade arbetsgivaren att": asked and answered at once
ON_A_QUESTION: t.Final = re.compile(
    rf"på\s(?:en\s)?(?:direkt\s)?(?:fråga|frågan|frågor)\s(?:från|av)\s(?P<asker>{w.ASKER})"
    rf"[^.?!]*?\s(?P<reply>{w.REPLIES}|meddela[rd]\w*|uppg(?:er|av)|förklara[rd]\w*|klargör"
    rf"|klargjorde|säger|sade)",
    re.IGNORECASE,
)
# "Maj Ohlsson: Det ordnas.": somebody the attendance list does not know
STRANGER_SAYS: t.Final = re.compile(rf"{w.TWO_NAMES}\s?:\s+\S")


def hear_reply(sentence: str, *, alone: bool) -> Speech | None:
    """An answer that says it is one; `alone`: the sentence is its whole paragraph."""
    label = REPLY_LABEL.match(sentence)
    if sentence.endswith("?"):
        return None
    if label and (label.end() < len(sentence) or alone or sentence.endswith(":")):
        return Speech(Act.REPLY, content=label.end(), labelled=True)
    reply = REPLIES.match(sentence)
    if reply and not re.search(w.ASKER, reply.group()):
        return Speech(Act.REPLY)
    return None


def hear_employer(sentence: str) -> Speech | None:
    """What the employer says or does that may be an answer."""
    reacts = REACTS.match(sentence) is not None
    if EMPLOYER_EXPLAINS.match(sentence) or ANSWERS_UNSAID.match(sentence):
        return Speech(Act.EXPLAIN, reacts=reacts)
    if EMPLOYER_INFORMS.match(sentence):
        return Speech(Act.INFORM)
    if EMPLOYER_SPEAKS.match(sentence) or STRANGER_SAYS.match(sentence) or TAKES_IT.match(sentence):
        return Speech(Act.STATE, reacts=reacts)
    return None
