"""Answers nobody is named for: "Vision vill ha larm till alla. Upphandling pågår redan."

Running minutes are written by the employer's secretary. What follows a union's words in the same
paragraph, with no reply said to be one, is then either the answer or the union's own reasons. A
request gets an answer unless the words that follow complain or explain; a remark goes on unless
they take it up.
"""

import re
import typing as t

# Takes up what was asked: "Den möjligheten finns", "Redovisningen skickas ut", "Så blir det",
# "Det är ett förbiseende", "Upphandling pågår redan", "Ett sådant ska lämnas"
TAKES_UP: t.Final = re.compile(
    r"(?:Den|Det|De|Denna|Dessa|Detta)\s(?:\w+(?:en|et|n|na)\s)?(?:finns|ska\b|är\s(?:redan"
    r"|riktigt|ett|på|planera|beställ"
    r"|klar|en\sförbiseende)|kommer\satt|planeras|görs|blir|delas|pågår|skickas|rättas|ses|följs"
    r"|tas)"
    r"|(?:Ett|En)\ssådant?\b|Sådana?\b|Så\s(?:blir|ska|är|sker|görs)"
    r"|\w+(?:en|et|n|na|erna)\s(?:\w+\s)?(?:skickas|lämnas|rättas|tas|ses|görs|bifogas|delas|läggs"
    r"|införs|utreds"
    r"|behandlas|kompletteras|ändras|åtgärdas|byts|publiceras|redovisas|följs|bokas|beställs"
    r"|stäms)\b"
    r"|\w+\s(?:pågår|är\spåbörja\w+|planeras|är\s(?:beställd|klar|upphandlad|inplanerad)\w*)\b"
    r"|(?:Ja|Nej|Jo|Inte|Bara|Endast|Cirka|Omkring|Ungefär|Senast|Tidigast|Troligen|Förmodligen"
    r"|Tyvärr)\b"
    r"|Synpunkt\w*\s(?:noteras|tas|förs)|(?:I\s)?(?:vecka|v\.)\s\d",
)
# The union's reasons, told in its own voice or as a grievance.
REASONS: t.Final = re.compile(
    r"^(?:Det\s(?:är|vore|var)\s(?:viktig|bra|inte\s(?:rimlig|acceptabel|okej|bra)|orimlig"
    r"|oacceptabel|problem\w*|svår\w*|stor\w*"
    r"|en\sstor|ett\s(?:problem|arbetsmiljöproblem)|olyckligt|nödvändig|allvarlig|angeläget)"
    r"|Det\s(?:innebär|medför|leder|gör\satt|upplevs|saknas|finns\s(?:en\s)?(?:risk|oro|behov)"
    r"|läcker|fungerar\sinte|drar|påverkar"
    r"|blir\s(?:svårt|för|allt))"
    r"|Detta\s(?:innebär|medför|leder|upplevs|påverkar|skapar|gör)|Medlemm|Medarbetar|Personal"
    r"|Många|Flera|Risken|Annars|Idag|I\sdag"
    r"|Hon\b|Han\b|Man|Hur|Vad|När|Varför|Vilk|Vem|Till\sexempel|Exempelvis|Enligt\s(?:förbund"
    r"|medlem|avtal|lag))"
    r"|(?i:\b(?:medlemmar\w*|oro(?:liga|ade)?|otrygg\w*|stress\w*|upplever|frustration|vi|våra"
    r"|vår)\b)",
)


def is_answer(said: str, *, requested: bool) -> bool:
    """Whether words after a union's are the employer's; `requested`: it wants something."""
    if said.endswith("?") or REASONS.search(said):
        return False
    return requested or TAKES_UP.match(said) is not None
