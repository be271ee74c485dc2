"""The words by which minutes report who says what.

Swedish minutes use some fifty verbs for what a union does in a meeting. They divide by what the
reader of the archive wants to know: does the union want something (an answer is due), does it
remark on something (an answer may come), does it second another, or does it only inform? Verbs
stand in present, past and as participles after "har"; a pattern ends where the word does.
"""

import re
import typing as t

# What stands for a letter of a name in a shape, see `speakers`.
UNION: t.Final = "¤"  # a union's, or that of a person who sits for one
EMPLOYED: t.Final = "¶"  # that of a person who sits for the employer

# --- the unions' side ----------------------------------------------------------------------

# Without a union's name. Safety representatives are elected by everybody, so they are no union.
_SIDE: t.Final = (
    r"(?i:(?:(?:de|samtliga|alla|övriga|några\sav\sde)\s+)?fackliga\s+(?:organisationer(?:na)?"
    r"|representanter(?:na)?|parter(?:na)?|företrädar(?:e|na)|ombud(?:en)?|sidan)\b"
    r"|(?:fack(?:en|et|förbunden|sidan|representanterna)|arbetstagar(?:sidan|parten"
    r"|representanterna|organisationerna|företrädarna)|personalorganisationerna"
    r"|förbundet|samtliga\s+fack(?:förbund)?)\b"
    r"|(?:(?:ett|flera|några|det|de)\s+)?(?:lokala?\s+)?(?:huvud)?skyddsombud(?:et|en)?\b|HSO\b)"
)
ASKER: t.Final = rf"(?:{UNION}+|{_SIDE})"
MORE_ASKERS: t.Final = rf"(?:(?:,|\soch|\ssamt|\s?/|\s&)\s?{ASKER})*"
NAME: t.Final = r"(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w.-]*){0,3})"
# A person's name or a post in the nominative at a sentence's beginning; no pronoun.
PERSON: t.Final = rf"(?!(?:Hon|Han|Hen|De|Den|Det|Detta|Man|Vi|Ni)\b){NAME}"
TWO_NAMES: t.Final = r"(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w.-]*){1,3})"

ASKS: t.Final = (
    r"frågar|frågade|frågat|spörjer|sporde|efterhör(?:de|t)?|undrar|undrade|undrat"
    r"|efterfråga[rdt]\w*|efterlys(?:er|te)|önska[rdt]\w*"
    r"|yrka[rdt]\w*|begär(?:de|t)?|föreslår|föreslog|föreslagit|kräv(?:er|de|t)|ber|bad"
    r"|uppmana[rdt]\w*"
    r"|saknar|saknade|ifrågas(?:ätter|atte|att)|hemställ(?:er|de|t)|vill(?:e)?(?!\ssäga)"
    r"|skulle\svilja"
    r"|(?:har|hade|haft|ställer|ställde|ställt|anmälde|anmält|lämnade|lämnat|väckte|väckt|reste"
    r"|rest|mejla[dt]\w*|skicka[dt]\w*"
    r"|inkom(?:mer|mit)?\smed|kom(?:mer|mit)?\smed)\s(?!ing(?:en|a|et)\s)(?:\w+\s){0,2}?"
    r"(?:fråg(?:a|an|or|orna)|frågeställning(?:ar)?|följdfråg(?:a|or)|önskemål|yrkande\w*"
    r"|en\sbegäran"
    r"|framställan)"
)
REMARKS: t.Final = (
    r"lyft(?:e|er)?|yttra[rd]\w*|för(?:de|t)?\sfram|säger|sade|har\shört|erinra[rd]\w*|anmärk(?:er"
    r"|te)|anför(?:de|t)?|uppg(?:er|av)|ta(?:r|git)\supp|tog\supp|påtala[rdt]\w*|påpeka[rdt]\w*"
    r"|framför(?:de|t)?"
    r"|framhåll(?:er|it)|framhöll|poängtera[rdt]\w*|betona[rdt]\w*|kommentera[rdt]\w*"
    r"|återkom(?:mer)?\still|anser|ansåg|tyck(?:er|te)|mena[rd]\w*|underst(?:ryker|rök|rukit)"
    r"|uppmärksamma[rdt]\w*\s(?:\w+\s)?(?:att|på|om|frågan|problem\w*|behov\w*|vikten|brist\w*)"
    r"|reagera[rdt]\w*|upplev(?:er|de)|varna[rdt]\w*|flagga[rdt]\w*|signalera[rdt]\w*"
    r"|protestera[rdt]\w*|rikta[rdt]\w*\s(?:\w+\s)?kritik|ställer\ssig\s(?:frågande|tveksam\w*"
    r"|kritisk\w*)|motsätter\ssig|motsatte\ssig|pekar?\spå|pekade\spå"
    r"|konstatera[rdt]\w*|påminner|befara[rdt]\w*|skicka(?:r|de|t)\smed|invän(?:der|de|t)"
    r"|hävda[rdt]\w*"
    r"|påminde\som\s[^.]{0,60}?(?:fråg|svar|vikten|behov|risk|inte\s)\w*"
    r"|uttryck(?:er|te|t)|beklagar|beklagade|vänder\ssig\smot"
    r"|välkomna[rd]\w*\s(?:att|detta|(?:\w+\s)?(?:förslag|initiativ|beslut|satsning|förändring)\w*)"
    r"|vidhåll(?:er|it)|vidhöll|känner\s(?:\w+\s)?oro"
    r"|(?:lämna[rdt]\w*|har|hade|ger|gav|framför(?:de)?|inkom(?:mer|mit)?\smed|kom(?:mer)?\smed)\s"
    r"(?!ing(?:en|a|et)\s)(?:\w+\s){0,3}?(?:kommentar\w*|synpunkt\w*|yttrande\w*|inspel"
    r"|invändning\w*|(?:\w+\s)?skrivelse\w*"
    r"|kritik|förslag\w*)"
    r"|ser\s(?:\w+\s)?(?:positivt|allvarligt|gärna|med\soro|negativt|risk\w*|behov\w*|problem\w*"
    r"|svårigheter)"
    r"|är\s(?:\w+\s){0,2}?(?:oroliga?|oroade?|kritiska?|positiva?|negativa?|bekymra(?:d|de)"
    r"|frågande|tveksam(?:ma)?)"
)
SECONDS: t.Final = (
    r"instäm(?:mer|de|t)|håller\smed|höll\smed|ställ(?:er|de)\ssig\sbakom|stöd(?:er|de|jer)\b"
    r"|anslut(?:er|it)\ssig|anslöt\ssig|(?:har|hade|ställ(?:er|de))\ssamma\s(?:fråga|synpunkt\w*"
    r"|uppfattning|önskemål|yrkande)"
    r"|dela(?:r|de)\s(?:\w+\s)?(?:uppfattning|synpunkt|oro|bild)\w*"
)
TELLS: t.Final = (
    r"informera[rdt]\w*|meddela[rdt]\w*|rapportera[rdt]\w*|redogör|redogjorde|tacka[rd]\w*"
    r"|hälsa[rd]\w*|bjuder|bjöd|svara[rd]\w*|besvara[rd]\w*|godkän(?:ner|de)|justera[rd]\w*|deltar"
    r"|deltog|avst(?:år|od)|notera[rd]\w*|är\snöjda?|nöjer\ssig|ans(?:er"
    r"|åg)\ssig\s(?:\w+\s)?informera\w*|reserverar|reserverade"
    r"|är\so?enig\w*|har\sing(?:en|et|a)|hade\sing(?:en|et|a)|återkommer|återkom|funderar"
    r"|kallar\still|vill\s(?:informera|tacka|hälsa|bjuda|meddela)"
    r"|påmin(?:ner|de)\som\s(?:sitt|sin|årsmöte\w*|medlemsmöte\w*)"
    r"|(?:har|hade|håller|höll|kommer\satt\sha)\s(?!(?:inför|före|vid"
    r"|till)\s)(?:\w+\s){0,3}?(?:årsmöte|medlemsmöte|ombudsmöte"
    r"|styrelsemöte|utbildning|kongress|val|möte)\w*|har\stidigare"
    r"|har\slämnat\ssynpunkter|önska[rd]\w*\s(?:alla\s|samtliga\s)?(?:en\s)?(?:trevlig|glad|god"
    r"|välkom)\w*"
)
# Goes on with what the same asker said; begins nothing by itself.
GOES_ON: t.Final = (
    r"har\släst|läste|tror|trodde|hoppas|hoppades|hänvisar|förtydliga[rd]\w*|exemplifiera[rd]\w*"
    r"|berätta[rd]\w*|tilläg(?:ger|gde)|lade\still|beskr(?:iver|ev)|fortsat(?:te|ter)|ser|förstår"
    r"|är|har|kan"
)

# "Förbundet undrar vidare": the one that was named last.
THE_SAME: t.Final = "förbundet"
# "Hon begärde": the one who spoke in the sentence before.
PRONOUN: t.Final = "pronoun"

# What is handed in, as a label or a sentence's subject.
ASKED: t.Final = (
    r"(?:(?:följd)?fråga|frågan|(?:följd)?frågor|frågeställning(?:ar)?|synpunkt(?:er)?"
    r"|önskemål(?:et)?|yrkande(?:t|n)?"
    r"|kommentar(?:er)?|inspel|skrivelse(?:n)?|förslag(?:et)?|begäran)(?!\w)"
)

# --- the employer's side -------------------------------------------------------------------

EMPLOYER: t.Final = (
    rf"(?:{EMPLOYED}+|Arbetsgivar(?:en|sidan|parten|representant(?:en|erna))|AG|HR(?:-\w+)?"
    r"|Förvaltning(?:en|sledningen)|Kontoret|Ledningen|Ledningsgruppen|Kansliet|Staben|Bolaget"
    r"|Kommunen|Ordföranden?|Mötesordföranden?|(?:tf\.?\s|biträdande\s|bitr\.\s"
    r"|administrativ[ae]\s|vik(?:arierande|\.)\s)?\w*(?:chef(?:en|er"
    r"|erna)?|direktör(?:en)?|ledningen|controllern?|strateg(?:en)?|konsult(?:en)?"
    r"|specialist(?:en)?|sekreteraren?|samordnaren?|ansvarig|avdelningen|enheten|staben)"
    r"|\w{3,}(?:ledaren|ekonomen|juristen|handläggaren|utredaren|planeraren|koordinatorn|arkitekten"
    r"|kommunikatören|partnern?))(?!\w)"
)
# "HR-chefens", "Arbetsgivarens"
EMPLOYERS: t.Final = (
    r"(?:Arbetsgivarens|AG:?s|Förvaltningens|Kontorets|Ledningens|\w*(?:chef|direktör)(?:ens|s))"
)
REACTS: t.Final = (
    r"beklaga[rd]\w*|lova[rd]\w*|medg(?:er|av)|bekräfta[rd]\w*|bif(?:aller|öll)|avsl(?:år|og)"
    r"|rättar"
    r"|ber\som\sursäkt|ska\s(?:se|undersöka|kontrollera|kolla)"
)
# What says that nobody answered.
NO_ANSWER: t.Final = (
    r"(?:något\s(?:svar|besked)\s(?:av)?(?:gavs|ges|lämnades|lämnas|kunde\s\w+|fanns)\s(?:inte|ej)"
    r"|inget\s(?:svar|besked)\s(?:av)?(?:gavs|ges|lämnades|lämnas|fanns)"
    r"|(?:frågan\s)?(?:besvarades|kunde)\s(?:inte|ej)(?:\sbesvaras)?"
    r"|(?:frågan\s)?(?:förblev|lämnades)\s(?:obesvarad|utan\ssvar)"
    r"|(?:svar|besked)\b[^.?!]{0,60}?\s(?:kunde|kan)\s(?:inte|ej)\s(?:ges|lämnas))"
)
# "svarar för" is to be in charge; "besvarade frågor" tells that something was asked, not what.
REPLIES: t.Final = (
    r"(?:svara[rd]\w*(?!\sför\b)|besvara[rd]\w*(?!\s(?:\w+\s)?fråg(?:or|orna)\b)|bemöt(?:er|te)"
    r"|replikera[rd]\w*|genmäl(?:er|de)|(?:ger|gav|lämna[rd]\w*)\s(?:som\s)?(?:till\s)?svar(?:et)?"
    r"|svar(?:et)?\s(?:är|var|blir|blev))(?!\w)"
)
# What only somebody who was asked can do.
TAKES_IT: t.Final = (
    r"(?:tar|tog)\s(?:med|till)\ssig|(?:tar|tog)\s(?:med\s)?(?:frågan|synpunkten)|återkommer"
    r"|återkom"
    r"|instäm(?:mer|de)|håller\s(?:inte\s)?med|höll\s(?:inte\s)?med|hänvisa[rd]\w*"
    r"|dela[rd]\w*\s(?:bild|oro|synpunkt|uppfattning)\w*"
)
EXPLAINS: t.Final = (
    r"förklara[rd]\w*|förtydliga[rd]\w*|klargör|klargjorde|uppg(?:er|av)|bekräfta[rd]\w*"
    r"|meddela[rd]\w*|framhåll(?:er|it)|framhöll|påpeka[rd]\w*|poängtera[rd]\w*|medg(?:er|av)"
    r"|notera[rd]\w*\s(?:synpunkt|fråg|önskemål|påpekande|detta)\w*"
)
INFORMS: t.Final = (
    r"informera[rdt]\w*|redogör|redogjorde|redovisa[rd]\w*|presentera[rd]\w*|berätta[rd]\w*"
    r"|g(?:ick|år)\sigenom|rapportera[rd]\w*|visa[rd]\w*|föredr(?:ar|og)|delgav|delger|öppna[rd]\w*"
    r"|avsluta[rd]\w*|inled(?:er|de)|hälsa[rd]\w*|notera[rd]\w*|besvara[rd]\w*"
)


def words(pattern: str) -> re.Pattern[str]:
    """The pattern as whole words, blind to case."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
