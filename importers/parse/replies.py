"""Whether a reply answers, or only puts off.

"Återkommer", "bordläggs", "hade inte uppgiften", "får svar vid nästa möte" leave the question open:
such replies are kept as text, and the question is one to follow up. "Tar med sig frågan", "tog till
sig synpunkten", "avslog yrkandet" and "hänvisar till" are answers, welcome or not. A reply that
says something and then promises more is an answer.
"""

import re
import typing as t

from archive.model import Span
from importers.parse import sentences, speech_words

_LATER: t.Final = (
    r"(?:(?:nästa|nästkommande|kommande|ett\ssenare)\s(?:\w+\s)?(?:möte\w*|sammanträde\w*"
    r"|tillfälle\w*"
    r"|förvaltningsgrupp\w*|samverkan\w*|gång|FSG|CSG|träff\w*)"
    r"|(?:mötet|sammanträdet)\s(?:i|den)\s\w+)"
)
_COMES_BACK: t.Final = r"(?:återkom\w*|återkoppl(?:ar|a|as)\b|(?:ger|ge)\såterkoppling)"
# Looking into a matter is an answer; looking into it in order to come back is not.
_LOOKS_INTO: t.Final = (
    r"(?:undersök\w*|kollar?|kontroller\w*|utred(?:er|a)|tittar?|ser\söver|se\söver|stäm(?:mer"
    r"|ma)\sav"
    r"|ta(?:r)?\s(?:med\s(?:sig\s)?|reda\s)|diskutera[rs]?|lyft(?:er|s|a)|ta(?:s|r)\supp"
    r"|hör(?:a)?\smed|följ(?:er|a)\supp)"
)
# What is said before it is an excuse: "Projektledaren är inte här och kan därför inte svara".
_REFUSES: t.Final = (
    r"(?:\b(?:kan|kunde)\s(?:\w+\s){0,3}?(?:inte|ej)\s(?:\w+\s)?(?:säga|svara|uttala)\b"
    r"|\b(?:går|gick)\s(?:inte|ej)\satt\s(?:svara|säga)\b"
    r"|\b(?:har|hade)\s(?:inte|ej|ännu\sinte)\s(?:hunnit|kunnat)\b|^\W*(?:inte"
    r"|ej)\s(?:ännu\s)?klart?\b"
    r"|\bsvar\skan\s(?:inte|ej)\s(?:ges|lämnas)\b"
    r"|\b(?:vill|kan)\s(?:inte|ej)\s(?:föregripa|spekulera)\b"
    rf"|{speech_words.NO_ANSWER})"
)
REFUSES: t.Final = re.compile(_REFUSES, re.IGNORECASE)
PUTS_OFF: t.Final = re.compile(
    rf"{_LOOKS_INTO}\b[^.?!]{{0,120}}?{_COMES_BACK}"
    rf"|{_COMES_BACK}"
    r"|\bbord(?:läg(?:g\w*|ger)|la(?:de|des)?\b|lagd\w*|lagt)"
    r"|\b(?:skjuts|sköts|skjuter)\s(?:upp|fram|till)\b"
    rf"|\bflyttas\s(?:fram\b|till\s{_LATER})"
    r"|\b(?:har|hade|finns|fanns|kan|kunde|kunnat|vet|visste|vill|är)\s(?:\w+\s){0,3}?"
    r"(?:inte|ej|ingen|inga|inget|ännu\sinte)\s(?:\w+\s){0,3}?"
    r"(?:uppgift\w*|siffr\w*|svar\w*|besked\w*|besvara\w*|underlag\w*|statistik\w*|klar[ta]?\b"
    r"|färdig\w*"
    r"|tillgänglig\w*|klarhet|information\w*|datum\w*|tidplan\w*)"
    r"|\b(?:inte|ej)\s(?:ännu\s|än\s)?(?:är|blivit|kommit|fått|har)\s(?:\w+\s)?"
    r"(?:klar[ta]?\b|färdig\w*|svar\b|besked\b|datum\b)"
    r"|\b(?:kan|kommer\satt)\s(?:lämnas|ges|besvaras|svaras\spå)\sförst\b"
    r"|\b(?:uppgift\w*|svar|besked|underlag|statistik)\s(?:saknas|saknades|finns\sinte"
    r"|fanns\sinte)(?![^.?!]*,\smen\s)"
    r"|\bsakna[rd]\w*\s(?:\w+\s){0,2}?(?:uppgift\w*|svar\b|besked\b|underlag)"
    r"|\b(?:vet|visste)\s(?:\w+\s)?(?:inte|ej)\b"
    r"|\bför\stidigt\satt\b"
    rf"|\b(?:svar|besked|uppgift\w*|återkoppling|information|redovisning)\s[^.?!]{{0,40}}?{_LATER}"
    rf"|\b(?:får|ge[rs]?|lämna[rs]?|besvara[rs]?|redovisa[rs]?|presentera[rs]?|behandla[rs]?"
    rf"|ta(?:s|r)\supp"
    rf"|lyft(?:s|er)|följs\supp)\b[^.?!]{{0,60}}?{_LATER}"
    r"|\b(?:svar|besked)\s(?:[^.?!]{0,30}\s)?(?:kommer|lämnas|ges|väntas|dröjer)\b"
    r"|\b(?:ska|skall|kommer\satt|får|lovade(?:\satt)?|lovar(?:\satt)?|behöver)\s(?:\w+\s){0,2}?"
    r"(?:undersök\w*|kolla|ta\sreda\spå|utreda\w*)"
    r"|\b(?:måste|behöver)\s(?:\w+\s)?(?:kontrolleras|undersökas|utredas|stämmas\sav|kollas)\b"
    r"|\bär\sunder\sutredning\b|\butreds\b|\bfrågan\sbereds\b"
    r"|\b(?:är|var)\s(?:ännu\s)?(?:inte|ej)\s(?:ännu\s|än\s)?(?:löst|avgjord|avgjort|utredd|utrett"
    r"|beslutad|beslutat)\b"
    r"|\bta(?:s|r)\supp\s(?:igen|åter|på\snytt)\b"
    r"|\b(?:finns|fanns)\s(?:inte|ej)\s(?:framme|tillhands)\b"
    rf"|{_REFUSES}",
    re.IGNORECASE,
)

WORD: t.Final = re.compile(r"[\w-]+")
WHO: t.Final = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé-]+(?:\s[A-ZÅÄÖ][a-zåäöé-]+)+")  # "Anna Ek"
# Words that frame a reply or name the question without saying anything about the matter.
EMPTY: t.Final = frozenset(
    WORD.findall(
        """
        begäran behandlas ber framme få lämnar lämnas några ser siffror skriftligen skyndsamt
        sådana tittar uppgifter över
        ag arbetsgivaren arbetsgivarens arbetsgivarsidan att av bra chefen dag dagsläget de den
        denna det detta direktören dock där en ett exakt exakta fråga frågan frågor frågorna från
        för förstår förvaltningen förvaltningens förvaltningschefen god gäller gör hade han har
        hon hr hr-chefen i idag inspel inte just kan kommer kunde ledningen man med meddelade
        meddelar men mötet nu nuläget när närvarande och om ordföranden personalchefen på relevant
        sade samt sig ska skulle som stadsdelsdirektören svar svarade svarar svaret synpunkten
        synpunkter säger så tackade tackar till tyvärr under upp utan vara varit vi vid viktig
        viktigt ännu är även
        """
    )
)
SAYS_SOMETHING: t.Final = 2  # words beyond the empty ones


def puts_off(reply: str) -> bool:
    """Whether the reply leaves the question open: it only puts off, and says nothing else."""
    quotes = sentences.quoted(reply)
    spans = [
        span
        for paragraph in sentences.paragraphs(reply)
        for span in sentences.sentences(reply, paragraph, quotes)
    ]
    if not any(PUTS_OFF.search(reply, *span) for span in spans):
        return False
    return not any(_says_something(reply, span) for span in spans)


def _says_something(reply: str, sentence: Span) -> bool:
    """Whether anything of substance stands before what puts off, or in a sentence without it."""
    if REFUSES.search(reply, *sentence):
        return False
    put_off = PUTS_OFF.search(reply, sentence.start, sentence.end)
    said = reply[sentence.start : put_off.start() if put_off else sentence.end]
    words = [word for word in WORD.findall(WHO.sub("", said).casefold()) if word not in EMPTY]
    return len(words) >= SAYS_SOMETHING
