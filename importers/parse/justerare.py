"""Who was chosen to adjust the minutes.

They are named in the header, in a list under "Justerare:", in a sentence of the first §§ ("Anna Ek
och Bo Alm valdes till justerare", "att jämte ordföranden justera protokollet utses Bo Alm"), or
only by the signatures, under "Justeras". "Alla arbetstagarrepresentanter" names nobody. Adjusting
a schedule is no adjusting of minutes.
"""

import collections.abc as c
import re
import typing as t

from archive.model import Attendance, Section
from importers.formats.lines import Line
from importers.parse.header_blocks import Block
from importers.parse.header_labels import Kind
from importers.parse.people import split_name
from importers.parse.signed_posts import AFTER_NAME, JUSTERARE, leading_name, signed_as

SENTENCE: t.Final = re.compile(r"(?<=[.!?])\s+|\n+")
# "… valdes till justerare", "Att justera dagens protokoll utsågs …", "Protokollet justeras av …",
# "Anna Ek justerar protokollet", "åtog sig att justera"; but not "att justera schemat"
CHOSEN: t.Final = re.compile(
    r"(?:till|som|att vara|är)\s(?:dagens\s)?(?:protokolls)?"
    r"juster(?:are|ingsperson(?:er)?|ingsm[aä]n)\b"
    r"|att\s(?:\w+\s){0,4}?justera\s(?:\w+\s)?protokoll|\bjusterar\s(?:dagens\s|mötets\s)?protokoll"
    r"|protokollet\s(?:ska\s|skall\s)?justeras\s(?:denna\sgång\s)?av"
    r"|(?:åtog|åtar|uppdrag\w*|utsedda?|väljs|valdes|utses|utsågs)\s(?:sig\s)?att\sjustera"
    r"(?!\s[a-zåäö])|juster(?:are|ingspersoner)\s(?:(?:för|till|vid)\s(?:\w+\s){1,3})?"
    r"(?:är|blir|utses|utsågs|väljs|valdes)"
    r"|(?:utses|utsågs|valdes|väljs|utsedda|valda)\sjustera",
    re.IGNORECASE,
)
# Enough in a § whose title speaks of justerare.
ELECTED: t.Final = re.compile(
    r"\b(?:valdes|väljs|valda|vald|valts|utses|utsågs|utsedda|utsedd|utsetts|utser|utsåg|väljer"
    r"|valde|föreslås|justerar?(?=\s*(?:[.:]|$)|\s(?:dagens\s)?protokoll))(?!\w)",
    re.IGNORECASE,
)
ABOUT_IT: t.Final = re.compile(r"justerare|justering(?:sperson|sman|smän)?", re.IGNORECASE)
JUSTERARE_LIST: t.Final = re.compile(
    r"(?:protokolls)?juster(?:are|ingspersoner|ingsm[aä]n)(?:\s+\w+){0,3}\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
MOST_WORDS: t.Final = 60  # of a sentence that names somebody
NAME_BREAK: t.Final = re.compile(r"[,;:()/\n]|\.\s|\b(?:och|samt)\b")


def find_justerare(
    header: c.Sequence[Block],
    sections: c.Sequence[Section],
    attendance: Attendance,
    signatures: c.Sequence[Line] = (),
) -> tuple[str, ...]:
    """The names of those chosen to adjust, by the signatures where nothing else tells."""
    known = [person.name for person in attendance.present if person.name]
    texts = [block.text for block in header if block.kind is Kind.JUSTERARE]
    for section in sections:
        texts += _choosing(section.title, section.text)
    named = tuple(dict.fromkeys(name for text in texts for name in _names_in(text, known)))
    return named or signed_as(signatures, JUSTERARE)


def _choosing(title: str, text: str) -> c.Iterator[str]:
    """The sentences and lists of a section that choose somebody to adjust."""
    about_it = ABOUT_IT.search(title) is not None
    in_list = about_it
    for sentence in SENTENCE.split(text):
        listed = JUSTERARE_LIST.fullmatch(sentence)
        chosen = CHOSEN.search(sentence) or (about_it and ELECTED.search(sentence))
        announces = bool(listed) or bool(chosen and sentence.rstrip().endswith(":"))
        in_list = announces or (in_list and _is_listed(sentence))
        if listed:
            yield listed["rest"]
        elif in_list or chosen:
            yield sentence


def _is_listed(sentence: str) -> bool:
    """A line of a list: "Vision: Anna Ek", "Bo Alm, Kommunal"."""
    _, _, after = sentence.rpartition(":")
    name, rest = leading_name(after.strip(" •–-"))
    return bool(name) and (not rest or AFTER_NAME.match(rest) is not None)


def _names_in(text: str, known: c.Sequence[str]) -> c.Iterator[str]:
    """Full names in the text, and first names that only one of those present bears."""
    for piece in NAME_BREAK.split(text):
        words = piece.split()[:MOST_WORDS]
        while words:
            rest = " ".join(words)
            name = next((name for name in known if rest.startswith(name)), "")
            name = name or split_name(rest)[0]
            called = [full for full in known if full.split()[0] == words[0].rstrip(".")]
            if name or len(called) == 1:
                yield name or called[0]
            words = words[len(name.split()) or 1 :]
