"""Who says what in one sentence of the minutes: a union asks, the employer answers, or neither.

Minutes report speech in a handful of ways: "Kommunal frågade", "Med tanke på detta undrar SSR",
"Fråga från Vision:", "Huvudskyddsombuden lyfte"; "Arbetsgivaren svarade", "Svar:", "På fråga från
Vision svarade …". The same subjects also do things that are neither question nor answer:
"Kommunal har årsmöte", "Vision informerade", "Arbetsgivaren redogjorde". The verb decides.

What is quoted is another's words. So the patterns see a *shape* of the text, of the same length:
every union's name is a run of ¤, everything quoted a run of ·.
"""

import collections.abc as c
import dataclasses as dc
import enum
import re
import typing as t

from archive.model import Span
from importers.parse.unions import Mention

UNION: t.Final = "¤"
QUOTED: t.Final = "·"


class Act(enum.Enum):
    """What a sentence does in the conversation."""

    ASK = "ask"  # a union's side asks, requests, proposes
    REMARK = "remark"  # it lifts, claims, comments
    LABEL = "label"  # "Fråga från Vision:", "Vision:"; what is asked follows
    SUPPORT = "support"  # "Vision instämmer": belongs to what was just asked
    TELL = "tell"  # a union informs, thanks, answers
    REPLY = "reply"  # said to be an answer: "svarade", "Svar:"
    STATE = "state"  # the employer says or does something that may be an answer
    INFORM = "inform"  # the employer informs; an answer only where information was asked for
    RESOLVE = "resolve"  # "Frågan bordläggs", "Yrkandet avslogs"
    CLOSE = "close"  # a formula for the whole item or meeting: "Ärendet är samverkat"
    QUESTION = "question"  # ends with a question mark and names nobody
    REFER = "refer"  # points into a document: "På sidan 7 står det", "(S. 64, sista stycket)"
    PLAIN = "plain"


ASKS: t.Final = frozenset((Act.ASK, Act.REMARK))


@dc.dataclass(frozen=True, slots=True)
class Speech:
    """What one sentence does. `asker` names who speaks, a union's id or the printed noun."""

    act: Act
    union: str | None = None
    asker: str | None = None
    content: int = 0  # where in the sentence the words begin, after a label
    reply_at: int | None = None  # where an answer begins within the same sentence
    labelled: bool = False  # "Svar:", not "Arbetsgivaren svarade att"


# The union side without a union's name. Skyddsombud are elected by all.
_SIDE: t.Final = (
    r"(?i:(?:(?:de|samtliga|alla|övriga|några av de)\s+)?fackliga\s+(?:organisationer(?:na)?"
    r"|representanter(?:na)?|parter(?:na)?|företrädar(?:e|na)|ombud(?:en)?|sidan)\b"
    r"|(?:fack(?:en|et|förbunden|sidan|representanterna)|arbetstagar(?:sidan|parten|representanterna"
    r"|organisationerna|företrädarna)|personalorganisationerna|samtliga\s+fack(?:förbund)?)\b"
    r"|(?:(?:ett|flera|några|det|de)\s+)?(?:lokala?\s+)?(?:huvud)?skyddsombud(?:et|en)?\b|HSO\b)"
)
ASKER: t.Final = rf"(?:{UNION}+|{_SIDE})"
_NAME: t.Final = r"(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w.-]*){0,3})"
# "Kommunal", "SSR och Vision", "Kommunals huvudskyddsombud", "Huvudskyddsombud Kommunal",
# "Anna Ek, Vision,", "Anna Ek (Vision)", "Vision genom Anna Ek", "Vision (Anna Ek)"
ASKERS: t.Final = (
    rf"(?:{_NAME}(?:,\s|\s\(|\sfrån\s|\sför\s|/))?(?P<asker>{ASKER})[),]*"
    rf"(?:(?:,|\soch|\ssamt|\s?/|\s&|\stillsammans med|\sgenom)?\s(?:{ASKER}|{_NAME}))*"
    r"(?:\s(?:huvud)?(?:skyddsombud(?:et|en)?|representant(?:en|er|erna)?|ordförande|ombud))?"
    r"(?:\s?\([^()]{1,60}\))?,?"
)
_FIRST: t.Final = r"(?:(?:Även|Också|Vidare|Sedan|Därefter|Dessutom|Därutöver|Samtliga|Alla)\s)?"
SUBJECT: t.Final = re.compile(rf"{_FIRST}{ASKERS}\s?[–—;-]?\s?", re.IGNORECASE)
NAMED_PERSON: t.Final = re.compile(rf"{_NAME}\s")

# Verbs of asking. Participles stand after "har"/"hade", infinitives after "vill", "ville".
ASK_VERB: t.Final = (
    r"frågar|frågade|frågat|undrar|undrade|undrat|efterfråga[rdt]\w*|efterlys(?:er|te)|önska[rdt]\w*"
    r"|yrka[rdt]\w*|begär(?:de|t)?|föreslår|föreslog|föreslagit|kräv(?:er|de|t)|ber|bad|uppmana[rdt]\w*"
    r"|saknar|saknade|ifrågas(?:ätter|atte|att)|hemställ(?:er|de|t)|vill(?:e)?|skulle vilja"
    r"|(?:har|hade|haft|ställer|ställde|ställt|anmälde|anmält|lämnade|lämnat)\s(?:\w+\s){0,2}?"
    r"(?:fråg(?:a|an|or|orna)|följdfråg(?:a|or)|önskemål|yrkande\w*|en\sbegäran)"
)
REMARK_VERB: t.Final = (
    r"lyft(?:e|er)?|ta(?:r|git)\supp|tog\supp|påtala[rdt]\w*|påpeka[rdt]\w*|framför(?:de|t)?"
    r"|framhåll(?:er|it)|framhöll|poängtera[rdt]\w*|betona[rdt]\w*|kommentera[rdt]\w*"
    r"|anser|ansåg|tyck(?:er|te)|mena[rd]\w*|underst(?:ryker|rök|rukit)|uppmärksamma[rdt]\w*"
    r"|reagera[rdt]\w*|upplev(?:er|de)|varna[rdt]\w*|flagga[rdt]\w*|signalera[rdt]\w*|protestera[rdt]\w*"
    r"|motsätter\ssig|motsatte\ssig|välkomna[rd]\w*|pekar?\spå|pekade\spå|konstatera[rdt]\w*"
    r"|påminn(?:er|de)|uttryck(?:er|te|t)|beklagar|beklagade|vänder\ssig\smot|vidhåll(?:er|it)|vidhöll"
    r"|(?:lämna[rdt]\w*|har|hade|ger|gav|framför(?:de)?|inkom(?:mer|mit)?\smed|kom(?:mer)?\smed)\s(?:\w+\s){0,2}?"
    r"(?:kommentar\w*|synpunkt\w*|yttrande\w*|inspel|invändning\w*|en\sskrivelse|en\skritik|förslag\w*)"
    r"|ser\s(?:\w+\s)?(?:positivt|allvarligt|gärna|med\soro|negativt|risk\w*|behov\w*|problem\w*|svårigheter)"
    r"|är\s(?:\w+\s){0,2}?(?:oroliga?|oroade?|oroad|kritiska?|positiva?|negativa?|bekymrade|frågande|tveksamma)"
    r"|känner\s(?:\w+\s)?oro"
)
SOFT_VERB: t.Final = (  # goes on with what the same asker said; opens nothing by itself
    r"har\släst|läste|tror|trodde|hoppas|hoppades|hänvisar|förtydliga[rd]\w*|exemplifiera[rd]\w*"
    r"|berätta[rd]\w*|tilläg(?:ger|gde)|lade\still|beskr(?:iver|ev)|fortsat(?:te|ter)|ser|förstår|är|har|kan"
)
TELL_VERB: t.Final = (
    r"informera[rdt]\w*|meddela[rdt]\w*|rapportera[rdt]\w*|redogör|redogjorde|tacka[rd]\w*|hälsa[rd]\w*"
    r"|bjuder|bjöd|svara[rd]\w*|besvara[rd]\w*|godkän(?:ner|de)|justera[rd]\w*|deltar|deltog|avst(?:år|od)"
    r"|notera[rd]\w*|är\snöjda?|nöjer\ssig|reserverar|reserverade|är\s(?:o)?enig\w*|har\singen|har\singet"
    r"|hade\singen|hade\singet|hade\singa|har\singa|återkommer|återkom|funderar|är\soeniga|kallar\still"
    r"|vill\s(?:informera|tacka|hälsa|bjuda|meddela)|påmin(?:ner|de)\som\s(?:sitt|sin|årsmöte\w*|medlemsmöte\w*)"
    r"|(?:har|hade|håller|höll|kommer\satt\sha)\s(?:\w+\s){0,3}?(?:årsmöte|medlemsmöte|ombudsmöte|styrelsemöte"
    r"|utbildning|kongress|val|möte)\w*|har\stidigare|önska[rd]\w*\s(?:alla\s|samtliga\s)?(?:en\s)?(?:trevlig|glad|god|välkom)\w*"
)
SUPPORT_VERB: t.Final = (
    r"instäm(?:mer|de|t)|håller\smed|höll\smed|ställ(?:er|de)\ssig\sbakom|stöd(?:er|de|jer)\b|delar\s(?:\w+\s)?"
    r"(?:uppfattning|synpunkt|oro|bild)\w*|delade\s(?:\w+\s)?(?:uppfattning|synpunkt|oro|bild)\w*"
)
# Between the subject and its verb stand adverbs and relative clauses, never a whole other clause.
REACH: t.Final = 90  # characters
VERBS: t.Final = tuple(
    (act, re.compile(rf"\b(?:{verbs})(?!\w)", re.IGNORECASE))
    for act, verbs in (
        (Act.TELL, TELL_VERB),
        (Act.SUPPORT, SUPPORT_VERB),
        (Act.ASK, ASK_VERB),
        (Act.REMARK, REMARK_VERB),
    )
)
SOFT: t.Final = re.compile(rf"\b(?:{SOFT_VERB})\b", re.IGNORECASE)

# The verb before its subject: "undrar SSR hur", "Efter genomgången hade Kommunal frågor",
# "När det gäller lokaler vill Vision ha"; but not "det som Kommunal lyfte"
INVERTED: t.Final = re.compile(
    r"\b(?P<verb>frågar|frågade|undrar|undrade|efterfrågar|efterfrågade|efterlyser|efterlyste|önskar"
    r"|önskade|yrkar|yrkade|begär|begärde|föreslår|föreslog|kräver|krävde|saknar|saknade"
    r"|ifrågasätter|ifrågasatte|vill|ville|lyfte|lyfter|påtalar|påtalade|påpekar|påpekade"
    r"|framför|framförde|framhåller|framhöll|poängterar|poängterade|betonar|betonade|anser|ansåg"
    r"|tycker|tyckte|menar|menade|ser|tar|tog|(?P<has>har|hade|ställer|ställde|lämnade|lämnar))\s"
    rf"(?:även\s|också\s|då\s|därför\s|dock\s)?(?P<asker>{ASKER})(?P<rest>.{{0,70}})",
    re.IGNORECASE,
)
HAS_SOMETHING: t.Final = re.compile(
    r"\b(?:fråg(?:a|an|or)|följdfråg|synpunkt|kommentar|önskemål|yrkande|invändning|lyft|påtalat"
    r"|framfört|efterfrågat|önskat|föreslagit)",
    re.IGNORECASE,
)
# "ser Vision en risk", "tar Vision upp"
TAKES: t.Final = re.compile(r"\b(?:upp|risk|behov|problem|positivt|allvarligt)", re.IGNORECASE)

# "Det kom en fråga från Vision om", "Frågan är ställd av Kommunal", "Synpunkter från SSR på"
FROM: t.Final = re.compile(
    r"(?:(?:Det\s(?:kom|finns|fanns|har\skommit|inkom|ställdes)|Följande|En|Ett|Två|Tre|Denna)\s)*"
    r"(?:inkommen\s|inkomna\s|anmäld\s|anmälda\s|föranmäld\s|föranmälda\s|skriftlig\s)?"
    r"(?:fråga|frågan|frågor|frågeställning(?:ar)?|synpunkt(?:er)?|önskemål(?:et)?|yrkandet?|begäran"
    r"|förslag(?:et)?|skrivelse(?:n)?|inspel|kommentar(?:er)?)\b"
    rf"(?P<between>[^.:?!]{{0,60}}?)\b(?:från|av)\s(?:{_NAME},?\s\(?)?(?P<asker>{ASKER})",
    re.IGNORECASE,
)
# A question nobody is named for: "Fråga ställdes om", "Frågan lyftes om"; but not "Inga frågor"
RAISED: t.Final = re.compile(
    r"(?:Det\s)?(?:(?:En|Flera|Några)\s)?(?:Fråga|Frågan|Frågor|Synpunkter?|Önskemål)\s(?:\w+\s)?"
    r"(?:ställdes|ställs|lyftes|lyfts|väcktes|framfördes|uppkom|kom\supp|togs\supp)\b"
    r"|Det\s(?:ställdes|ställs|lyftes|lyfts|väcktes|framfördes)\s(?:\w+\s)?(?:fråg|synpunkt|önskemål)",
    re.IGNORECASE,
)

# Labels. "Fråga från Vision:", "Fråga 2 (Kommunal):", "Visions fråga:", "Vision:", "Fråga:"
_ASKED: t.Final = (
    r"(?:fråga|frågan|frågor|frågeställning(?:ar)?|synpunkt(?:er)?|önskemål|yrkande|kommentar(?:er)?"
    r"|inspel|skrivelse|förslag|begäran)(?!\w)"
)
QUESTION_LABEL: t.Final = re.compile(
    rf"(?:(?:inkomna?|anmälda?|föranmälda?|skriftliga?|följande)\s)*{_ASKED}(?:\s(?:nr\s)?\d+)?"
    rf"(?:\s?\(?(?:från|av|ställd av|/)?\s?(?:{_NAME},?\s\(?)?(?P<from>{ASKER})"
    rf"(?:(?:,|\soch|\s?/)\s?{ASKER})*[^:?.!–]{{0,60}})?\)?"
    r"\s?(?P<colon>[:–—]|-\s|$)\s*"
    rf"|(?P<owner>{ASKER})(?:(?:,|\soch|\s?/)\s?{ASKER})*,?\s{_ASKED}(?:\s(?:nr\s)?\d+)?[^:?.!–]{{0,60}}"
    r"(?P<colon2>:|\s–\s|$)\s*",
    re.IGNORECASE,
)
NAME_LABEL: t.Final = re.compile(
    rf"(?P<asker>{ASKER})(?:(?:,|\soch|\s?/)\s?{ASKER})*(?:\s?\([^()]{{1,60}}\))?\s?:\s*",
    re.IGNORECASE,
)
ONLY_NAMES: t.Final = re.compile(rf"{UNION}+(?:(?:,|\soch|\s?/)\s?{UNION}+)*\s?:?", re.IGNORECASE)
# "Hur går det? (Vision)", "… till våren? /Kommunal"
SIGNED: t.Final = re.compile(rf"\?\s?(?:[(/]|[–—-]\s)\s?(?P<asker>{UNION}+)\s?\)?\.?$")

# The employer's side as a sentence's subject.
EMPLOYER: t.Final = (
    r"(?:Arbetsgivar(?:en|sidan|parten|representant(?:en|erna))|AG|HR(?:-\w+)?|Förvaltning(?:en|sledningen)"
    r"|Kontoret|Ledningen|Ledningsgruppen|Kansliet|Staben|Bolaget|Kommunen|Ordförande[n]?|Mötesordförande[n]?"
    r"|(?:[Tt]f\.?\s|[Bb]iträdande\s|Bitr\.\s)?\w*(?:chef(?:en|er|erna)?|direktör(?:en)?|ledningen|controllern?"
    r"|strateg(?:en)?|konsult(?:en)?|specialist(?:en)?|sekreterare[n]?|samordnare[n]?|ansvarig|avdelningen"
    r"|enheten|staben))(?!\w)"
)
STATES: t.Final = re.compile(rf"(?:(?:Även|Vidare|Också)\s)?{EMPLOYER}", re.IGNORECASE)
_REPLIES: t.Final = (
    r"(?:svara[rd]\w*(?!\sför\b)|besvara[rd]\w*(?!\s(?:\w+\s)?fråg(?:or|orna)\b)|bemöt(?:er|te)"
    r"|replikera[rd]\w*|genmäl(?:er|de)|(?:ger|gav|lämna[rd]\w*)\s(?:som\s)?(?:till\s)?svar(?:et)?"
    r"|svar(?:et)?\s(?:är|var|blir|blev))\b"
)
# "Arbetsgivaren svarade", "På frågan svarade HR-chefen", "Anna Ek svarar att"
REPLIES: t.Final = re.compile(rf"(?P<before>[^.:?!]{{0,70}}?)\b{_REPLIES}", re.IGNORECASE)
# "Arbetsgivarens svar:", "Svar från arbetsgivaren:", "Svar:", "AG:", "Arbetsgivaren svarar:"
REPLY_LABEL: t.Final = re.compile(
    rf"(?:(?:{EMPLOYER}s?|Arbetsgivarens|AG:?s|Förvaltningens|Kontorets|Ledningens)\s(?:skriftliga\s|muntliga\s)?)?"
    rf"(?:svar(?:et)?(?!\w)(?:\s(?:nr\s)?\d+)?(?:\s(?:från|av|på|till)\s(?!{ASKER})[^:.?!]{{1,60}}?|\s{EMPLOYER})?)"
    r"\s?(?:[:–—]|-\s|$)\s*"
    rf"|{EMPLOYER}(?:\s{_REPLIES}(?:\sföljande)?)?\s?:\s*",
    re.IGNORECASE,
)
INFORMS: t.Final = re.compile(
    rf"{EMPLOYER}(?:\s[^.,:;?]{{0,40}}?)?\s(?:informera[rdt]\w*|redogör|redogjorde|redovisa[rd]\w*"
    r"|presentera[rd]\w*|berätta[rd]\w*|gick\sigenom|går\sigenom|rapportera[rd]\w*|visa[rd]\w*|föredr(?:ar|og)"
    r"|delgav|delger|öppna[rd]\w*|avsluta[rd]\w*|inled(?:er|de)|hälsa[rd]\w*|notera[rd]\w*|meddela[rd]\w*"
    r"|besvara[rd]\w*)\b",
    re.IGNORECASE,
)
FURTHER: t.Final = re.compile(r"\b(?:även|också|vidare|dessutom)\b", re.IGNORECASE)

# "Frågan bordläggs", "Svar lämnas vid nästa möte", "Yrkandet avslogs", "Synpunkten noteras"
RESOLVES: t.Final = re.compile(
    r"(?:Denna\s)?(?:fråg(?:an|orna)|synpunkt(?:en|erna)|yrkandet|förslaget|önskemålet|begäran"
    r"|svar(?:et)?|återkoppling)\s(?!(?:är\s)?(?:ställ|lyft|väck|från|gäller|handlar|om\b|rör|diskut|dryft))\w+"
    r"|(?:punkten|ärendet)\s(?:bord|återremitt|skjuts|tas\s(?:upp|med)|lyfts)\w*"
    r"|(?:ingen|inget)\s(?:svar|uppgift|besked)\w*",
    re.IGNORECASE,
)
CLOSES: t.Final = re.compile(
    r"(?:ärende(?:t|na)|parterna|(?:förvaltnings|samverkans|partssammansatta\s)gruppen|mötet|nästa\s(?:möte"
    r"|sammanträde)|inga?\b|inget|dagordningen|protokollet|beslut\b|samverkan\b|enighet|oenighet|diskussion"
    r"|informationen\s(?:är|anses)|förhandlingen|punkten)",
    re.IGNORECASE,
)
# "På sidan 7 står det", "(S. 64, sista stycket)", "I underlaget står", "Det står att", "Sid 4:"
REFERS: t.Final = re.compile(
    r"\(?(?:på\s)?(?:s\.|sid(?:an|a|or|orna)?\.?)\s?\d|(?:i|under)\s[^.?!]{1,60}?\s(?:står|anges|framgår|skrivs)\b"
    r"|det\s(?:står|anges|framgår)\b|(?:under\s)?(?:rubriken|avsnitt(?:et)?|stycket?|punkt\s\d)\b",
    re.IGNORECASE,
)
# An answer that shares its question's sentence: ", varpå arbetsgivaren svarade", "och fick svaret"
REPLY_INSIDE: t.Final = re.compile(
    rf"(?:,\s?|\s)(?:och\s|varpå\s|varvid\s|varefter\s)?(?P<reply>{EMPLOYER}\s{_REPLIES}"
    r"|(?:fick|får)\s(?:till\s|som\s)?svar(?:et)?\s(?:från\s\w+\s)?att|varpå\s[^.]{3,60}?svara)",
    re.IGNORECASE,
)
# "På fråga från Vision svarade arbetsgivaren att": asked and answered at once
ON_A_QUESTION: t.Final = re.compile(
    rf"på\s(?:en\s)?(?:direkt\s)?(?:fråga|frågan|frågor)\s(?:från|av)\s(?P<asker>{ASKER})[^.?!]*?\s"
    rf"(?P<reply>{_REPLIES}|meddelade|uppgav|förklarade|klargjorde)",
    re.IGNORECASE,
)


def shape(text: str, mentions: c.Iterable[Mention], quotes: c.Iterable[Span]) -> str:
    """The text with unions as runs of ¤ and quotations as runs of ·, every offset unchanged."""
    characters = list(text)
    for mention in mentions:
        characters[mention.start : mention.end] = UNION * (mention.end - mention.start)
    for quote in quotes:
        inside = slice(quote.start + 1, quote.end - 1)
        characters[inside] = QUOTED * len(characters[inside])
    return "".join(characters)


class Listener:
    """Hears what each sentence of one text does."""

    def __init__(self, text: str, mentions: c.Sequence[Mention], quotes: c.Sequence[Span]) -> None:
        self._text = text
        self._shape = shape(text, mentions, quotes)
        self._unions = {mention.start: mention.union_id for mention in mentions}

    def hear(self, span: Span, *, whole_paragraph: bool = False) -> Speech:
        """What the sentence at `span` does; `whole_paragraph`: nothing else stands with it."""
        sentence = self._shape[span.start : span.end]
        return (
            self._reply(sentence, whole_paragraph)
            or self._label(sentence, span, whole_paragraph)
            or self._asked_and_answered(sentence, span)
            or self._employer(sentence)
            or self._union_side(sentence, span)
            or _impersonal(sentence)
        )

    def _reply(self, sentence: str, whole: bool) -> Speech | None:
        label = REPLY_LABEL.match(sentence)
        if label and (label.end() < len(sentence) or whole or sentence.endswith(":")):
            return Speech(Act.REPLY, content=label.end(), labelled=True)
        reply = REPLIES.match(sentence)
        if reply and not re.search(ASKER, reply["before"], re.IGNORECASE):
            return Speech(Act.REPLY)
        return None

    def _label(self, sentence: str, span: Span, whole: bool) -> Speech | None:
        label = QUESTION_LABEL.match(sentence)
        if label:
            colon = label["colon"] or label["colon2"]
            if colon or (whole and label.end() == len(sentence)):
                side = "from" if label["from"] else "owner" if label["owner"] else None
                return self._speech(Act.LABEL, label, side, span, content=label.end())
        name = NAME_LABEL.match(sentence)
        if name:
            return self._speech(Act.LABEL, name, "asker", span, content=name.end())
        if whole and ONLY_NAMES.fullmatch(sentence):
            union = self._unions.get(span.start)
            return Speech(Act.LABEL, union, union, content=len(sentence))
        return None

    def _asked_and_answered(self, sentence: str, span: Span) -> Speech | None:
        found = ON_A_QUESTION.match(sentence)
        if found is None:
            return None
        return self._speech(Act.ASK, found, "asker", span, reply_at=found.start("reply"))

    def _employer(self, sentence: str) -> Speech | None:
        if not STATES.match(sentence):
            return None
        return Speech(Act.INFORM if INFORMS.match(sentence) else Act.STATE)

    def _union_side(self, sentence: str, span: Span) -> Speech | None:
        inside = REPLY_INSIDE.search(sentence)
        reply_at = inside.start("reply") if inside else None
        subject = SUBJECT.match(sentence)
        if subject:
            act = _act_of(sentence[subject.end() : subject.end() + REACH])
            return self._speech(act, subject, "asker", span, reply_at=reply_at)
        if inverted := _inverted(sentence):
            act = Act.ASK if re.match(ASK_VERB, inverted["verb"], re.IGNORECASE) else Act.REMARK
            return self._speech(act, inverted, "asker", span, reply_at=reply_at)
        if origin := FROM.match(sentence):
            return self._speech(Act.ASK, origin, "asker", span, reply_at=reply_at)
        if signed := SIGNED.search(sentence):
            return self._speech(Act.ASK, signed, "asker", span)
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
        if group is None:
            return Speech(act, content=content)
        at = span.start + found.start(group)
        union = self._unions.get(at) or self._union_within(found, span)
        asker = union or self._text[at : span.start + found.end(group)].casefold()
        return Speech(act, union, asker, content=content, reply_at=reply_at)

    def _union_within(self, found: re.Match[str], span: Span) -> str | None:
        """The first union named in what matched: "Huvudskyddsombud Kommunal", "HSO (Vision)"."""
        places = range(span.start + found.start(), span.start + found.end())
        return next((self._unions[at] for at in places if at in self._unions), None)


def _act_of(after: str) -> Act:
    """The act of the first verb that says anything; the longer where two begin together."""
    heard = [
        (found.start(), -found.end(), order, act)
        for order, (act, verbs) in enumerate(VERBS)
        if (found := verbs.search(after))
    ]
    if not heard:
        return Act.TELL if not SOFT.match(after) else Act.PLAIN
    return min(heard)[-1]


def _inverted(sentence: str) -> re.Match[str] | None:
    for found in INVERTED.finditer(sentence):
        verb = found["verb"].casefold()
        if found["has"] and not HAS_SOMETHING.search(found["rest"]):
            continue
        if verb in ("ser", "tar", "tog") and not TAKES.search(found["rest"]):
            continue
        return found
    return None


def _impersonal(sentence: str) -> Speech:
    """What a sentence does that names neither side."""
    if RESOLVES.match(sentence):
        return Speech(Act.RESOLVE)
    if CLOSES.match(sentence):
        return Speech(Act.CLOSE)
    if sentence.endswith("?") or "? " in sentence:
        return Speech(Act.REFER if REFERS.match(sentence) else Act.QUESTION)
    if REFERS.match(sentence):
        return Speech(Act.REFER)
    return Speech(Act.PLAIN)
