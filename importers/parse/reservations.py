"""Who did not join in: reservations, dissenting opinions, and what was added to the record.

"Vision reserverar sig mot beslutet", "Kommunal och Vision anmäler avvikande mening",
"Protokollsanteckning från SSR: …". A union stands just before the words ("Vision är enig, Kommunal
reserverar sig" is Kommunal's), or after "från" and "av". Where none is named the union is None.
"""

import collections.abc as c
import re
import typing as t

from archive.model import Reservation
from importers.parse.unions import Mention, UnionNames

# "motsätter sig" "kan inte ställa sig bakom"
# "reserverade sig" "en reservation" "avvikande mening" "särskilt yttrande" "protokollsanteckning"
# but not "reservationslös", "ingen reserverade sig", "utan reservation"
RESERVES: t.Final = re.compile(
    r"\b(?:(?P<none>(?:ingen|inga|utan|inte|ej)(?:\s\w+)?\s))?"
    r"(?:reserver(?:ar|ade|at)\s(?:\w+\s)?sig|reservation(?:en|er|erna)?(?!\w)"
    r"|(?:avvikande|skiljaktig)\s(?:mening|uppfattning)|särskil(?:t|da)\syttrande\w*"
    r"|(?:protokolls|särskild\s)anteckning(?:en|ar)?(?!\w)|motsätter\ssig(?!\w)"
    r"|(?:kan\sinte|inte\skan)\sställa\ssig\sbakom)",
    re.IGNORECASE,
)
WITHDRAWN: t.Final = re.compile(r"\b(?:drar|drog|tar|tog)\s[^.]{0,30}tillbaka", re.IGNORECASE)
# Between organisations that act together: "Kommunal, Vision och SSR", "Kommunal samt Vision"
TOGETHER: t.Final = re.compile(r"\s*(?:,|/|&|och|samt|,\s*samt)\s*")
OF_WHOM: t.Final = re.compile(r"\s*(?:har\s|lämnades\s|lämnas\s)?(?:från|av)\s", re.IGNORECASE)
NEAR: t.Final = 60  # characters between a union and what it does


def reserves(sentence: str) -> bool:
    """Whether somebody reserves or adds an opinion of their own."""
    found = RESERVES.search(sentence)
    if found is None or found["none"] is not None:
        return False
    return WITHDRAWN.search(sentence) is None


def find_reservations(sentence: str, names: UnionNames) -> c.Iterator[Reservation]:
    """One for each union that reserves in the sentence; one without where none is named."""
    found = RESERVES.search(sentence)
    if found is None or not reserves(sentence):
        return
    mentions = names.mentions(sentence)
    who = _after(sentence, found.end(), mentions) or _before(sentence, found.start(), mentions)
    unions = tuple(dict.fromkeys(mention.union_id for mention in who))
    for union in unions or (None,):
        yield Reservation(union, sentence)


def _after(sentence: str, at: int, mentions: c.Sequence[Mention]) -> list[Mention]:
    """Those named after "från": "Reservation från Kommunal och Vision"."""
    if not OF_WHOM.match(sentence, at):
        return []
    following = [mention for mention in mentions if mention.start >= at]
    return _joined(sentence, following) if following and following[0].start - at < NEAR else []


def _before(sentence: str, at: int, mentions: c.Sequence[Mention]) -> list[Mention]:
    """Those named last before the words, as long as they act together."""
    earlier = [mention for mention in mentions if mention.end <= at]
    if not earlier or at - earlier[-1].end > NEAR:
        return []
    first = len(earlier) - 1
    while first and TOGETHER.fullmatch(sentence, earlier[first - 1].end, earlier[first].start):
        first -= 1
    return earlier[first:]


def _joined(sentence: str, mentions: list[Mention]) -> list[Mention]:
    last = 0
    while last + 1 < len(mentions) and TOGETHER.fullmatch(
        sentence, mentions[last].end, mentions[last + 1].start
    ):
        last += 1
    return mentions[: last + 1]
