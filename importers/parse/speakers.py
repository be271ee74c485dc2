"""Who says what in one sentence of the minutes: a union asks, the employer answers, or neither.

Minutes report speech in a handful of forms: "Kommunal frågade", "Med tanke på detta undrar SSR",
"Fråga från Vision:", "Huvudskyddsombuden lyfte"; "Arbetsgivaren svarade", "Svar:", "På fråga från
Vision svarade …". The same subjects also do things that are neither question nor answer:
"Kommunal har årsmöte", "Vision informerade", "Arbetsgivaren redogjorde". The verb decides.

What is quoted is another's words. So the patterns see a *shape* of the text, of the same length:
every union's name is a run of ¤, and so is the name of a person who sits for one; the employer's
persons are runs of ¶, everything quoted a run of ·.
"""

import collections.abc as c
import dataclasses as dc
import enum
import itertools
import re
import typing as t

from archive.model import Span
from importers.parse import speech_words as w
from importers.parse.unions import Mention
from importers.parse.voices import Voice

QUOTED: t.Final = "·"


class Act(enum.Enum):
    """What a sentence does in the conversation."""

    ASK = "ask"  # the unions' side asks, requests, proposes
    REMARK = "remark"  # it lifts, claims, comments
    LABEL = "label"  # "Fråga från Vision:", "Vision:"; what is asked follows
    SECOND = "second"  # "Vision instämmer": belongs to what was just asked
    TELL = "tell"  # a union informs, thanks, answers
    REPLY = "reply"  # said to be an answer: "svarade", "Svar:"
    EXPLAIN = "explain"  # "Arbetsgivaren förklarade": an answer where a question waits for one
    STATE = "state"  # the employer says or does something that may be an answer
    INFORM = "inform"  # the employer informs; an answer only where information was asked for
    RESOLVE = "resolve"  # "Frågan bordläggs", "Yrkandet avslogs"
    DISCUSS = "discuss"  # "Frågan diskuterades": nothing is said, and nothing ends
    CLOSE = "close"  # a formula for the whole item or meeting: "Ärendet är samverkat"
    QUESTION = "question"  # has a question mark and names nobody
    REFER = "refer"  # points into a document: "På sidan 7 står det", "(S. 12, andra stycket)"
    PLAIN = "plain"


@dc.dataclass(frozen=True, slots=True)
class Speech:
    """What one sentence does."""

    act: Act
    union: str | None = None
    asker: str | None = None  # who speaks: the union's id, otherwise the noun as printed
    content: int = 0  # where in the sentence the words begin, after a label
    reply_at: int | None = None  # where an answer begins within the same sentence
    labelled: bool = False  # "Svar:", not "Arbetsgivaren svarade att"
    reacts: bool = False  # the employer takes up what was just said: "beklagar", "tar med sig"
    to: str | None = None  # whom an answer is addressed to: the union's id, otherwise the noun


# --- the unions' side as a sentence's subject ----------------------------------------------

# "Kommunal", "SSR och Vision", "Kommunals huvudskyddsombud", "Huvudskyddsombud Kommunal",
# "Anna Ek, Vision,", "Anna Ek (Vision)", "Vision genom Anna Ek", "Vision –"
SUBJECT: t.Final = re.compile(
    r"(?:(?:Även|Också|Vidare|Sedan|Därefter|Dessutom|Därutöver|Samtliga|Alla)\s)?"
    rf"(?:{w.NAME}(?:,\s|\s\(|\sfrån\s|\sför\s|/))?(?P<asker>{w.ASKER})[),]*"
    rf"(?:(?:,|\soch|\ssamt|\s?/|\s&|\stillsammans\smed|\sgenom|\sför|\sfrån)?\s(?:{w.ASKER}|{w.NAME}))*"
    r"(?:\s(?:huvud)?(?:skyddsombud(?:et|en)?|representant(?:en|er|erna)?|ordförande|ombud))?"
    r"(?:\s?\([^()]{1,60}\))?[),]*\s?[–—;-]?\s?"
)
# A correction of earlier minutes is no remark to the employer.
CORRECTS: t.Final = re.compile(
    r"\bprotokoll\w*.*\bska(?:ll)?\s(?:det\s)?stå\b|\bska(?:ll)?\s(?:det\s)?stå\b.*\bprotokoll",
    re.I,
)
BESIDE: t.Final = 2  # characters between a person's name and the union's: ", " or " ("
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
GOES_ON: t.Final = w.words(w.GOES_ON)

# The verb before its subject: "undrar SSR hur", "Efter genomgången hade Kommunal frågor",
# "När det gäller lokaler vill Vision ha"; but not "det som Kommunal lyfte"
INVERTED: t.Final = re.compile(
    r"(?<!\w)(?P<verb>frågar|frågade|undrar|undrade|efterfrågar|efterfrågade|efterlyser|efterlyste"
    r"|önskar|önskade|yrkar|yrkade|begär|begärde|föreslår|föreslog|kräver|krävde|saknar|saknade"
    r"|ifrågasätter|ifrågasatte|vill|ville|lyfte|lyfter|påtalar|påtalade|påpekar|påpekade|framför"
    r"|framförde|framhåller|framhöll|poängterar|poängterade|betonar|betonade|anser|ansåg|tycker"
    r"|tyckte|menar|menade|(?P<sees>ser|tar|tog)|(?P<has>har|hade|ställer|ställde|lämnade|lämnar))\s"
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
# "Enligt Kommunal anmäls inte alla hot"
ACCORDING_TO: t.Final = re.compile(
    rf"Enligt\s(?P<asker>{w.ASKER})(?!s)\s(?!avtal|stadg)", re.IGNORECASE
)
# "Hon begärde", "De undrar även": the one who spoke just before
PRONOUN: t.Final = re.compile(
    rf"(?P<asker>Hon|Han|Hen|De)\s(?:(?:också|även|vidare|dessutom|vill|ville)\s)*(?P<verb>{w.ASKS}|{w.REMARKS})(?!\w)",
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
    r"(?:ställdes|ställs|lyftes|lyfts|väcktes|framfördes|uppkom|kom\supp|togs\supp)\b(?!\s(?:inte|ej)\b)"
    r"|Det\s(?:ställdes|ställs|lyftes|lyfts|väcktes|framfördes)\s(?:\w+\s)?"
    r"(?:fråg|synpunkt|önskemål)",
    re.IGNORECASE,
)

# --- labels --------------------------------------------------------------------------------

# "Fråga från Vision:", "Fråga 2 (Kommunal):", "Fråga 1.", "Visions fråga om taket:", "Fråga:";
# alone on its line also without the colon
QUESTION_LABEL: t.Final = re.compile(
    rf"(?:\d{{1,2}}\s)?(?:(?:inkomna?|(?:för)?anmälda?|skriftliga?|följande)\s)*{w.ASKED}(?:\s(?:nr\s)?\d+)?"
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
STRANGER_SAYS: t.Final = re.compile(rf"{w.TWO_NAMES}\s?:\s+\S")
# "Göte Blom frågade om detta gäller alla"
STRANGER_ASKS: t.Final = re.compile(
    rf"(?P<asker>{w.TWO_NAMES})\s(?:frågar|frågade|undrar|undrade|efterlyser|efterlyste|efterfråga[rd]\w*)\s"
)
ONLY_NAMES: t.Final = re.compile(rf"(?:Från\s)?(?P<asker>{w.UNION}+){w.MORE_ASKERS}\s?:?")
# "Hur går det? (Vision)", "… till våren? /Kommunal"
SIGNED: t.Final = re.compile(rf"[?.]\s?(?:[(/]|[–—-]\s)\s?(?P<asker>{w.UNION}+)\s?\)?\.?$")

# --- the employer's side -------------------------------------------------------------------

# "Arbetsgivaren ser", "Det görs i maj, enligt direktören", "…, menar enhetschefen"
EMPLOYER_SPEAKS: t.Final = re.compile(
    rf"(?:(?:Även|Vidare|Också)\s)?{w.EMPLOYER}"
    rf"|[^.?!]{{3,240}}?,?\s(?:säger|sade|uppger|uppgav|menar|menade|meddelar|meddelade"
    rf"|förklarar|förklarade|lovar|lovade|svarar|svarade|anför|anförde|upplyser|upplyste|tillägger|tillade)\s(?:den\s)?{w.EMPLOYER}(?:[^.?!,]{{0,40}}\.?$|,)",
    re.IGNORECASE,
)
# An answer that no verb reports: "Enligt HR-chefen har …", "…, enligt direktören.", "Beskedet är
# att", "Det bekräftas av enhetschefen.", "Någon sådan plan finns inte"
# but not "Enligt arbetsgivarens plan från maj" or "enligt ledningssystemet ska"
ANSWERS_UNSAID: t.Final = re.compile(
    rf"Enligt\s{w.EMPLOYER}(?!s\b)|[^.?!]{{3,240}}?,?\senligt\s{w.EMPLOYER}(?:[^.?!,]{{0,40}}\.?$|,)"
    rf"|(?:Besked(?:et)?|Svar(?:et)?|Reaktionen)\s(?:är|blir|blev|lyder|löd|var|innebär)\b"
    r"|(?:Det(?:ta)?|Så)\s(?:bekräfta[sd]\w*|stämmer|stämde|är\s(?:inte\s)?(?:riktigt|fallet)|var\sinte\sfallet"
    r"|dementera[sd]\w*)\b"
    rf"|[^.?!]{{3,240}}?\s(?:\w+as|\w+ades|\w+des)\sav\s{w.EMPLOYER}[^.?!,]{{0,40}}\.?$"
    rf"|{w.EMPLOYERS}\s(?:besked|svar|bedömning|uppfattning|inställning|hållning)\s(?:är|var|blir|blev)\b"
    rf"|(?:Det|Detta)\s(?:lovade|lovar|bekräftade|medgav|tillbakavisade|avvisade)\s{w.EMPLOYER}"
    r"|Det\s(?:gör|gjorde|ska|skulle|är|var|kan|har|får|blir|kommer|finns)\s(?:de|den|det|man|vi|ske|göras"
    r"|inte\s(?:de|den|det))(?:\s(?:inte|också|redan|att\s\w+))?\.?$"
    r"|[^.?!]{3,240}?,\s(?:är|var|blir|blev|löd|lyder)\s(?:svaret|beskedet)\b"
    r"|(?:Någon|Något|Några)\s(?:sådan(?:t|a)?|(?:\w+\s){0,3}(?:är|var|finns|fanns|planeras)\s(?:inte|ej))\b",
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
    r"(?:(?:skriftliga?|muntliga?)\s)?svar(?:et)?(?!\w)(?:\s(?:nr\s)?\d+)?(?:,\s[^:.?!]{1,40}(?=:))?"
    rf"(?:\s(?:från|av|på|till)\s(?!{w.ASKER})[^:.?!]{{1,60}}?|\s{w.EMPLOYER})?\s?(?::(?!\d)|[–—]|$)\s*"
    r"|(?:Arbetsgivarens|AG:?s|Förvaltningens|Kontorets|Ledningens)\s"
    r"(?:kommentar(?:er)?|bemötande|återkoppling|synpunkter|återkomst)\s?(?:[:–—]|$)\s*"
    rf"|(?:Återkoppling|(?-i:(?!OBS|NB|PS)[A-ZÅÄÖ]{{2,4}})|{w.EMPLOYER}(?:\s{w.REPLIES}(?:\sföljande)?)?)\s?:\s*",
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
    rf"(?:{w.EMPLOYER}|{w.TWO_NAMES})[^.:?!]{{0,40}}?\s{w.REPLIES}\s(?P<to>{w.ASKER})\s(?:att|med)\b"
    rf"|[^.?!]{{3,240}}?,?\s(?:fick|får)\s(?P<got>{w.ASKER})\s(?:till|som)\ssvar\b",
    re.IGNORECASE,
)
# "På fråga från Vision svarade arbetsgivaren att": asked and answered at once
ON_A_QUESTION: t.Final = re.compile(
    rf"på\s(?:en\s)?(?:direkt\s)?(?:fråga|frågan|frågor)\s(?:från|av)\s(?P<asker>{w.ASKER})"
    rf"[^.?!]*?\s(?P<reply>{w.REPLIES}|meddela[rd]\w*|uppg(?:er|av)|förklara[rd]\w*|klargör|klargjorde|säger|sade)",
    re.IGNORECASE,
)

# --- neither side --------------------------------------------------------------------------

# "Frågan bordläggs", "Svar lämnas vid nästa möte", "Yrkandet avslogs", "Det noteras";
# but not "Förslaget saknar", "Frågan gäller"
RESOLVES: t.Final = re.compile(
    r"(?:Denna\s)?(?:fråg(?:an|orna)|synpunkt(?:en|erna)|yrkande(?:t|na)|förslaget|önskemålet|begäran"
    r"|svar(?:et)?|återkoppling|det)\s(?:\w+\s)?(?:avslå?s|avslogs|avskrivs|bifall\w*|bifölls|bordl\w+"
    r"|noteras|noterades|återkom\w*|återremitt\w*|hänskjut\w*|hänskjöts|hänvisa[sd]\w*|besvara[sd]\w*|lämnades|lämnas\sutan"
    r"|kvarstår|skickas|skjuts|utreds|lämnas|ges|tas\s(?:upp|med|vidare)|togs\s(?:med|vidare|till))"
    r"|(?:frågan|svar(?:et)?|återkoppling)\s(?:kommer|ska|får|lyfts|läggs|följs|behandlas)\b"
    r"|(?:ingen|inget)\s(?:svar|uppgift|besked)\w*|begäran\s(?:behandla|prövas|tas)\w*"
    r"|(?:svar|besked)\b[^.?!]{0,60}?\s(?:kunde|kan)\s(?:inte|ej)\s(?:ges|lämnas)"
    rf"|frågan\s(?:\w+\s)?(?:utan\ssvar|obesvarad)|{w.NO_ANSWER}|rättelse(?:n)?\s(?:görs|gjordes|införs)",
    re.IGNORECASE,
)
NO_ANSWER: t.Final = re.compile(w.NO_ANSWER, re.IGNORECASE)
DISCUSSES: t.Final = re.compile(
    r"flera\s(?:ledamöter|deltagare|närvarande)\s\w+|(?:frågan|saken|ämnet|gruppen|förvaltningsgruppen|samverkansgruppen|parterna)\s"
    r"(?:diskutera|dryfta|resonera)\w*|(?:en\s)?(?:diskussion|dialog)\w*\s(?:\w+\s)?(?:fördes|förs|följde)",
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


def shape(text: str, heard: c.Iterable[Mention | Voice], quotes: c.Iterable[Span]) -> str:
    """The text with unions as runs of ¤, the employer's persons of ¶ and quotations of ·.

    Every offset is unchanged.
    """
    characters = list(text)
    for named in heard:
        mark = w.UNION if named.union_id else w.EMPLOYED
        characters[named.start : named.end] = mark * (named.end - named.start)
    for quote in quotes:
        inside = slice(quote.start + 1, quote.end - 1)
        characters[inside] = QUOTED * len(characters[inside])
    return "".join(characters)


class Listener:
    """Hears what each sentence of one text does."""

    def __init__(
        self, text: str, heard: c.Sequence[Mention | Voice], quotes: c.Sequence[Span]
    ) -> None:
        self._text = text
        self._shape = shape(text, heard, quotes)
        self._named = sorted((one for one in heard if one.union_id), key=lambda one: one.start)

    def hear(self, span: Span, *, alone: bool = False) -> Speech:
        """What the sentence at `span` does; `alone`: it is its whole paragraph."""
        sentence = self._shape[span.start : span.end]
        return (
            self._addressed(sentence, span)
            or _reply(sentence, alone)
            or self._label(sentence, span, alone)
            or self._asked_and_answered(sentence, span)
            or _employer(sentence)
            or self._union_side(sentence, span, alone)
            or _impersonal(sentence)
        )

    def _addressed(self, sentence: str, span: Span) -> Speech | None:
        found = ADDRESSED.match(sentence)
        if found is None:
            return None
        heard = self._speech(Act.REPLY, found, "to" if found["to"] else "got", span)
        return Speech(Act.REPLY, to=heard.asker)

    def _label(self, sentence: str, span: Span, alone: bool) -> Speech | None:
        label = QUESTION_LABEL.match(sentence)
        if label and (label["colon"] or label["point"] or label["colon2"] or alone):
            by = next((side for side in ("from", "owner") if label[side]), None)
            return self._labelled(label, by, sentence, span)
        if label := NAME_LABEL.match(sentence):
            return self._labelled(label, "asker", sentence, span)
        if label := STRANGER_LABEL.match(sentence):
            return self._labelled(label, "asker", sentence, span)
        if alone and (label := ONLY_NAMES.fullmatch(sentence)):
            return self._labelled(label, "asker", sentence, span)
        return None

    def _labelled(
        self, label: re.Match[str], by: str | None, sentence: str, span: Span
    ) -> Speech | None:
        found, group = label, by
        if by is None and (signed := SIGNED.search(sentence)):
            found, group = signed, "asker"
        return self._speech(Act.LABEL, found, group, span, content=label.end())

    def _asked_and_answered(self, sentence: str, span: Span) -> Speech | None:
        found = ON_A_QUESTION.match(sentence)
        if found is None:
            return None
        return self._speech(Act.ASK, found, "asker", span, reply_at=found.start("reply"))

    def _union_side(self, sentence: str, span: Span, alone: bool) -> Speech | None:
        inside = REPLY_INSIDE.search(sentence)
        reply_at = inside.start(inside.lastgroup or 0) if inside else None
        if origin := ORIGIN.match(sentence) or FROM_A_SIDE.match(sentence):
            by = "side" if "side" in origin.groupdict() and origin["side"] else "asker"
            return self._speech(Act.ASK, origin, by, span, reply_at=reply_at)
        if according := ACCORDING_TO.match(sentence):
            return self._speech(Act.REMARK, according, "asker", span, reply_at=reply_at)
        if pronoun := PRONOUN.match(sentence):
            act = Act.ASK if ASKS.match(pronoun["verb"]) else Act.REMARK
            return Speech(act, asker=w.PRONOUN, reply_at=reply_at)
        if subject := SUBJECT.match(sentence):
            act = _act_of(sentence[subject.end() : subject.end() + REACH])
            if act in (Act.TELL, Act.SECOND) and (
                also := TELLS_AND_ASKS.search(sentence, subject.end())
            ):
                act = Act.ASK if ASKS.match(also["verb"]) else Act.REMARK
            if act is Act.REMARK and CORRECTS.search(sentence):
                act = Act.TELL
            return self._speech(act, subject, "asker", span, reply_at=reply_at)
        if stranger := STRANGER_ASKS.match(sentence):
            return self._speech(Act.ASK, stranger, "asker", span, reply_at=reply_at)
        if inverted := _inverted(sentence):
            act = Act.ASK if ASKS.match(inverted["verb"]) else Act.REMARK
            return self._speech(act, inverted, "asker", span, reply_at=reply_at)
        if middle := IN_THE_MIDDLE.search(sentence):
            act = Act.ASK if ASKS.match(middle["verb"]) else Act.REMARK
            return self._speech(act, middle, "asker", span, reply_at=reply_at)
        if ("?" in sentence or alone) and (signed := SIGNED.search(sentence)):
            act = Act.ASK if "?" in sentence else Act.REMARK
            return self._speech(act, signed, "asker", span)
        if RAISED.match(sentence):
            return Speech(Act.ASK, reply_at=reply_at)
        return None

    def _speech(
        self,
        act: Act,
        found: re.Match[str],
        group: str | None,
        span: Span,
        *,
        content: int = 0,
        reply_at: int | None = None,
    ) -> Speech:
        """The speech with its speaker: the union named first where several are."""
        if group is None:
            return Speech(act, content=content)
        union = self._union_in(Span(span.start + found.start(), span.start + found.end()))
        noun = self._text[span.start + found.start(group) : span.start + found.end(group)]
        return Speech(act, union, union or noun.casefold(), content=content, reply_at=reply_at)

    def _union_in(self, place: Span) -> str | None:
        """The union named first; one printed beside a person's name is surer than the list."""
        named = [one for one in self._named if place.start <= one.start < place.end]
        beside = next((b for a, b in itertools.pairwise(named[:2]) if _is_beside(a, b)), None)
        return (beside or named[0]).union_id if named else None


def _is_beside(person: Mention | Voice, union: Mention | Voice) -> bool:
    """ "Arvid Ros (Vision)", "Arvid Ros, Vision": the two say one thing."""
    apart = union.start - person.end
    return isinstance(person, Voice) and isinstance(union, Mention) and apart <= BESIDE


def _reply(sentence: str, alone: bool) -> Speech | None:
    label = REPLY_LABEL.match(sentence)
    if sentence.endswith("?"):
        return None
    if label and (label.end() < len(sentence) or alone or sentence.endswith(":")):
        return Speech(Act.REPLY, content=label.end(), labelled=True)
    reply = REPLIES.match(sentence)
    if reply and not re.search(w.ASKER, reply.group()):
        return Speech(Act.REPLY)
    return None


def _employer(sentence: str) -> Speech | None:
    reacts = REACTS.match(sentence) is not None
    if EMPLOYER_EXPLAINS.match(sentence) or ANSWERS_UNSAID.match(sentence):
        return Speech(Act.EXPLAIN, reacts=reacts)
    if EMPLOYER_INFORMS.match(sentence):
        return Speech(Act.INFORM)
    if EMPLOYER_SPEAKS.match(sentence) or STRANGER_SAYS.match(sentence) or TAKES_IT.match(sentence):
        return Speech(Act.STATE, reacts=reacts)
    return None


def _act_of(after: str) -> Act:
    """The act of the first verb that says anything."""
    heard = [
        (found.start(), -found.end(), order)
        for order, (_, verbs) in enumerate(VERBS)
        if (found := verbs.search(after))
    ]
    if heard:
        return VERBS[min(heard)[-1]][0]
    return Act.PLAIN if GOES_ON.match(after) else Act.TELL


def _inverted(sentence: str) -> re.Match[str] | None:
    for found in INVERTED.finditer(sentence):
        needed = HAS if found["has"] else SEES if found["sees"] else None
        if needed is None or needed.search(found["rest"]):
            return found
    return None


def _impersonal(sentence: str) -> Speech:
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
