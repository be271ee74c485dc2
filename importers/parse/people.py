"""What a person's name looks like in a list, and what stands beside it.

A name is two to five words with capitals, with particles ("Eva von Ek", "Sara El Amin"), hyphens
and initials; never a word that names a post, an organisation or a place of work, since roles are
written with capitals too ("Avdelningschef Hållbar Utveckling"). Names cannot be listed, so those
words are. After the name may stand a note on presence: "deltog vid § 4", "t.o.m. kl. 14.00",
"via Teams"; it belongs neither to the name nor to the role.
"""

import re
import typing as t

# The last part of a post: "HR-chef", "Stadsdelsdirektör", "huvudskyddsombud".
POST: t.Final = re.compile(
    r"(?:hr|hso|sekr|ordf|.*(?:chef|ledare|direktör|sekreterare|ordförande|ombud|strateg|samordnare"
    r"|handläggare|konsult|partner|specialist|controller|jurist|utredare|utvecklare|assistent"
    r"|administratör|rektor|koordinator|ansvarig|företrädare|representant|representanter|ledamot"
    r"|ersättare|suppleant|föredragande|justerare|protokollförare|kurator|pedagog|lärare|terapeut"
    r"|sköterska|expert|analytiker|ekonom|planerare|arkitekt|ingenjör|inspektör|undersköterska"
    r"|adjungerad|praktikant|registrator|intendent|kamrer|revisor|aktör|barnskötare"
    r"|bibliotekarie|socionom|psykolog|läkare|kommunikatör)(?:en|n|et|ar|er|s)?)",
    re.IGNORECASE,
)
# The last part of a workplace, a matter or a body: "Socialförvaltningen", "Omsorg", "Planering".
BODY: t.Final = re.compile(
    r".*(?:\w{5}ning|\w{3}tion|\w{4}het|skap|\w{4}else|verk|kontor|enhet|förvaltning|nämnd|grupp"
    r"|område|omsorg|tjänst|skola|service|stöd|miljö|ekonomi|kommunikation|förbund|organisation"
    r"|kommitté|sektion|kansli|bibliotek|center|centrum|team|avdelning|dagen|protokoll)"
    r"(?:en|n|et|t|ar|er|s|erna|ens|ets)?",
    re.IGNORECASE,
)
# Whole words that begin lines or stand in titles and never in names.
NEVER_IN_NAMES: t.Final = re.compile(
    r"alla|att|allmänt|anmäl(?:t|da|d)|arbetsgivare\w*|arbetstagare\w*|barn|bilagor|biträdande|bitr"
    r"|dagordning|datum|deltagare|deltog|den|det|digitalt|ej|enligt|extra|fackliga?|familj|forum"
    r"|frånvar\w+|fritid|från|för|förhinder|förslag|gemensam\w*|hade|hela|hållbar\w*|hälsa|icke"
    r"|idrott|individ|inbjudna|inga|ingen|inre|justering|kallelse|klockan|kommun\w*|kultur"
    r"|ledamöter|ledarna|ledningen|lokal|mötet?|namn|norra|nya|närvar\w+|ordinarie|plan|plats"
    r"|punkt|region|rum|samhälle|samt|samtliga|se|sida|skype|sociala?|staben|stad(?:en|ens|s)?|stadsdel\w*"
    r"|stockholms?|svenska|sveriges|södra|teams|teknik|tekniska?|telefon|tf|tid(?:punkt)?|titel"
    r"|transport|trygghet|under|unga|ungdom|vakant|verksamhet|via|vice|vid|vikarierande|vision"
    r"|vuxna|vuxen|vård|välfärd|västra|yttre|zoom|äldre|ärende\w*|övriga?|östra",
    re.IGNORECASE,
)
PARTICLES: t.Final = re.compile(
    r"von|van|af|de|da|del|den|der|di|dos|el|al|abu|ben|bin|ibn|la|le|ter|zu"
)
NAME_WORD: t.Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’´-])*\.?")
INITIALS: t.Final = re.compile(r"[A-ZÅÄÖ]\.-?[A-ZÅÄÖ]\.")  # "P.O. Ek"
# "PO Ek", "KG Ström"; but not "HR Väst" or "IT Ek"
CALLED_BY_INITIALS: t.Final = re.compile(r"[BCJKLP]G|P[AJO]|K[AJ]|J[OP]")
LONGEST_NAME: t.Final = 5  # words

# "Anna Ek deltog vid punkt 9", "Bo Alm §§ 3–5", "t.o.m. kl. 14.00", "(via Teams)"
# but not "enhetschef på enhet 4", "ansvarig för § 28-boenden"
_NUMBERS: t.Final = (
    r"\d+(?:[.:]\d\d)?(?:\s*(?:[–,-]|och|samt|till|t\.o\.m\.)\s*§*\s*\d+(?:[.:]\d\d)?)*"
)
_WHEN: t.Final = (
    r"(?:punkt(?:en|erna)?|p\.|§{1,2}|paragraf(?:en|erna)?|ärende(?:t|na)?|kl\.?|klockan)"
)
_PART: t.Final = (
    r"(?:vid|på|under|för|i|endast|ej|till och med|t\.?\s?o\.?\s?m\.?|från och med"
    r"|fr\.?\s?o\.?\s?m\.?|fram till|från|till|efter|mellan|utom)"
)
_CAME: t.Final = (
    r"(?:deltog|deltar|närvarade|närvarar|närvarande|medverkade|medverkar|föredragande|föredrog"
    r"|föredrar|anslöt|ansluter|anlände|anländer|kom|kommer|gick|går|avvek|avviker|lämnade mötet"
    r"|lämnar mötet|lämnade|lämnar|frånvarande|tjänstgör|adjungerad)"
)
_AFAR: t.Final = (
    r"(?:via|på|genom)\s+(?:teams|skype|zoom|länk|telefon|distans|video(?:länk)?)\b|digitalt\b"
    r"|del av (?:mötet|tiden)\b"
)
PRESENCE_NOTE: t.Final = re.compile(
    rf"(?<![\w-])(?:{_CAME}\s+)?(?:"
    rf"(?:{_PART}\s+)*{_WHEN}\s*{_NUMBERS}(?!\d*-\w)"
    rf"|(?:(?:{_PART}|under)\s+)*\d{{1,3}}(?:\s?[–-]\s?\d{{1,3}})?\s?§{{1,2}}(?!\w)"
    rf"|(?:från|till|fr\.o\.m\.|t\.o\.m\.|fram till)\s+{_NUMBERS}(?!\d)"
    rf"|{_AFAR})",
    re.IGNORECASE,
)
# The whole remark says that somebody was away.
AWAY: t.Final = re.compile(
    r"(?:ej|inte|icke)\s+(?:närvarande|deltagande)|frånvarande|frånvaro|förhinder|förhindrad"
    r"|(?:har |hade )?(?:anmält|anmäld|meddelat)\s+(?:förhinder|frånvaro|återbud)|sjuk"
    r"|(?:lämnat\s+)?återbud|nej",
    re.IGNORECASE,
)
# In a column that says who came.
CAME: t.Final = re.compile(r"(?:ja|närvarande|deltog|på plats)(?:,\s*|$)", re.IGNORECASE)
# Said of a union's place at the table: nobody sat there.
NOBODY: t.Final = re.compile(
    rf"(?:{AWAY.pattern}|[-–—/]+|vakant|ingen|inga|saknas|ej representera(?:d|de|t)"
    r"|ing(?:en|a)\s+(?:representant|närvarande|deltagare|företrädare)\w*)\.?",
    re.IGNORECASE,
)


def split_name(text: str) -> tuple[str, str]:
    """The full name that the text begins with, and what follows it; ("", text) where none does."""
    words = text.split()
    shouted = text.isupper() and any(len(word) > 2 for word in words)  # "ANNA EK"
    length = _name_length([word.title() for word in words] if shouted else words)
    return " ".join(words[:length]).rstrip("."), " ".join(words[length:])


def is_name(text: str) -> bool:
    """Whether the text is one person's full name and nothing more."""
    name, rest = split_name(text)
    return bool(name) and not rest


def is_single_name(text: str) -> bool:
    """Whether the text is one word that may be a first name; only a list of people makes it one."""
    return _is_name_word(text) and len(text) > 1 and not text.endswith(".")


def split_post(text: str) -> tuple[str, str]:
    """A role written before the name, and the name: "Tf. HR-chef Anna Ek"; else ("", "")."""
    words = text.split()
    for start in range(len(words) - 2, 0, -1):
        name, rest = split_name(" ".join(words[start:]))
        if name and not rest:
            while start > 1 and is_name(" ".join(words[start - 1 :])):
                start -= 1
            post = " ".join(words[:start])
            return (post, " ".join(words[start:])) if names_a_post(post) else ("", "")
    return "", ""


def names_a_post(text: str) -> bool:
    """Whether one of the words is a post: "tf. HR-chef", "ordförande i Vision"."""
    return any(POST.fullmatch(word.strip(".,()")) for word in text.split())


def _name_length(words: list[str]) -> int:
    """How many of the first words are a full name; 0 where fewer than two capitalised ones are."""
    length = capitals = 0
    for place, word in enumerate(words[:LONGEST_NAME]):
        if _is_name_word(word):
            capitals += 1
            length = place + 1
            if word.endswith(".") and len(word) > 2 and not INITIALS.fullmatch(word):
                break
        elif not (place and PARTICLES.fullmatch(word)):
            break
    return length if capitals > 1 and not _is_initial(words[length - 1]) else 0


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _is_name_word(word: str) -> bool:
    bare = word.rstrip(".")
    if INITIALS.fullmatch(word):
        return True
    if not NAME_WORD.fullmatch(word) or NEVER_IN_NAMES.fullmatch(bare):
        return False
    first = bare.split("-")[0]
    if PARTICLES.fullmatch(first) and "-" in bare:
        return bare[len(first) + 1 : len(first) + 2].isupper()
    if CALLED_BY_INITIALS.fullmatch(bare):
        return True
    if not bare[0].isupper() or (len(first) > 1 and first.isupper()):
        return False
    return not POST.fullmatch(bare) and not BODY.fullmatch(bare)
