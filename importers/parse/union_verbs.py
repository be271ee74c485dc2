"""What an organisation does and a thing does not, where a union's name is an everyday word as well.

"Kommunal genomför en enkät" is the union, "Kommunal verksamhet" is not: the word that follows a
sentence's first word decides, by whether it is the finite verb of somebody who acts.
"""

import typing as t

from importers.parse import speech_words as w

# What an organisation does and a thing does not; "Ledarna frågade" needs one of these.
SPEAKS: t.Final = (
    rf"{w.ASKS}|{w.REMARKS}|{w.SECONDS}|{w.TELLS}"
    "|accepterar|accepterade|anmälde|anmäler|avslår|avstyrker|avstyrkte|avvaktar|bekräftade|bekräftar"
    "|hänvisade|hänvisar|inkom|inkommer|lämnade|lämnar|motsatte|motsätter|påminde|samverkade"
    "|samverkar|ställde sig|ställer sig|tillstyrker|tillstyrkte|tillägger|upplyser|upplyste"
    "|uppmärksammade|uppmärksammar|välkomnade|välkomnar|yttrade|yttrar"
    "|bestred|bestrider|förordade|förordar|godtar|godtog|medgav|medger|står bakom|tillade|upprepade"
    "|upprepar|väcker|väckte|åberopade|åberopar|ha(?:r|de) (?:en fråga|frågor|synpunkter|önskemål"
    "|ingenting|fått signaler|bytt)"
    # "hade i förväg meddelat", "har i en skrivelse begärt"
    r"|ha(?:r|de)(?: \w+){0,3} (?:frågat|inkommit|begärt|lyft|framfört|yrkat|valt|utsett|lämnat"
    "|anmält|önskat|meddelat|undrat|påpekat|påtalat|föreslagit|reserverat sig)"
    # Only an organisation elects representatives.
    r"|(?:utser|utsåg|väljer|valde)(?: \w+){0,3} (?:ombud|skyddsombud|representant|styrelse)\w*"
    "|avslog|avvisa(?:r|de)|ansl(?:uter|öt) sig|avböj(?:er|de)|biföll|bifaller|strejka(?:r|de)"
    # Not verbs, but said of a union only.
    "|ingen|inget|inga|ej|representera[sd]|representerades|genom|via"
)
# Words that end as verbs do: "Kommunal eller regional", "Vision under arbete", "Vision december"
NO_VERBS: t.Final = (
    "under|över|utöver|eller|heller|efter|därefter|ibland|alltmer|snarare|mer|fler|sommar|vinter"
    "|semester|(?:septem|okto|novem|decem)ber|center|register|papper|nummer|mönster|fönster"
    r"|\w*(?:lokaler|planer|texter|ideer|idéer|strategier|rutiner|politiker)"
)
# Verbs that any noun can have; enough for a name that is no definite plural.
ACTS: t.Final = (
    "bad|ber|bjöd|bjuder|borde|bör|deltar|deltog|fick|får|ger|gav|hade|har|håller|höll|hoppas"
    "|kan|kom|kommer|kunde|kände|känner|måste|sa|ser|ska|skall|skulle|ställde|ställer|såg|tar|tog"
    "|tror|trodde|vet|vill|ville|väljer|valde|är|var|tillsammans|också|även|inte|avböjde|avböjer"
    "|anslöt|avgav|avvek|begick|bestred|biföll|drog|fann|gick|gjorde|gör|går|intog|la|lade|lät|stod"
    "|stred|står|utgick|utsåg|åtog"
    "|ansökte|avslog|bedrev|behövde|beskrev|besökte|bytte|drev|fortsatte|följde|förberedde|förstår"
    "|förstod|genomför|genomförde|gläds|hyr|hyrde|inbjöd|inledde|införde|ledde|läste|minns|mötte"
    "|nämnde|oroas|satte|skrev|sköt|slöt|sökte|sände|utredde|visste|övervägde"
    rf"|(?!(?:{NO_VERBS})\b)\w{{2,}}(?:ade|ar|er)"
)
# What befalls things, not organisations: "Vision saknas", "Transport sker", "Vision är en …".
BEFALLS: t.Final = (
    r"är (?:att|en|ett|två|tre|\d)\b|(?:(?:ska|kan|bör|får|måste|behöver|kommer att|har) )?"
    r"(?:sker?|skett|ingår?|saknas|bokas|beställs|beställas|ordnas|formuleras|utförs|utföras"
    r"|tas fram|tagits fram|arbetas fram|antas"
    r"|beslutas|fastställas|revideras|uppdateras|genomföras|förankras|kommuniceras|skrivas|presenteras"
    r"|tydliggöras|följas upp|genomsyra|vara (?:en|ett|att))\b"
    r"|(?:innebär|omfattar|handlar|genomsyrar|växer|tar form|gäller|kostar|beskriver|efter)\b"
)
# What only an organisation has: managers plan and hold talks, "Ledarna träffar sina medlemmar".
ORGANISED: t.Final = (
    r"[^.?!\n]*?\b(?:medlem|förtroendevald|arbetsplatsombud|ombuds(?:träff|möte)|årsmöte"
    r"|representantskap|kongress)"
)
