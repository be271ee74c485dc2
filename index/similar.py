"""Sections about the same thing as one, by the words that tell it from others.

A word tells more the fewer protocols have it; one that no other has leads nowhere. Names of people
say who was there, not what was spoken of. No engine is known here: it counts, and searches for any
of the words with its own scores.
"""

import collections
import collections.abc as c
import math
import re
import typing as t

from archive.model import Protocol
from archive.months import MONTHS
from index.documents import Document
from index.engine import Kind
from index.nearness import Read
from index.swedish import FUNCTION_WORDS, Language, fold, tokens

# So many words are looked for; more only bring in what is less like it.
WORDS: t.Final = 12
# That a hit must share.
SHARED: t.Final = 2
# Of the protocols, at most: what stands in more is what every meeting speaks of.
COMMON: t.Final = 0.4
IN_TITLE: t.Final = 3
SHORTEST: t.Final = 4
# Of the first hit's worth, at least.
ALIKE: t.Final = 0.25
# Hits whose texts are read to see what they share: the protocol's own are among them.
LOOKED_AT: t.Final = 30

# What every question has, whatever it is about.
_SAYING: t.Final = """
    undra fråga svara påpeka lyfta bordlägga återkomma informera meddela berätta önska vilja ställa
    nämna säga anföra framföra tycka anse mena hänvisa redogöra kommentera poängtera känna
"""
SAYING: t.Final = frozenset((*_SAYING.split(), *MONTHS))

# "Stina Arvidsson" "Bo Ek-Hall"; and "Sveriges Ingenjörer", which tells no more
FULL_NAME: t.Final = re.compile(r"(?<!\w)[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)+")


def telling_words(
    document: Document,
    protocol: Protocol,
    language: Language,
    unions: c.Container[str],
    count: c.Callable[[str], int],
    total: int,
) -> tuple[str, ...]:
    """The words of a section to look for, or of a question without its answer, of which `count`
    tells in how many of `total` protocols each stands. What unions are called tells nothing."""
    names = people(protocol) | _full_names(document.text)
    title, text = document.title, document.text
    if document.facts.kind is Kind.EXCHANGE:  # what is above it is the section's
        title, text = "", document.exchanges[0].question or document.text
    often: collections.Counter[str] = collections.Counter()
    spelt: dict[str, str] = {}
    for part, times in ((title, IN_TITLE), (text, 1)):
        for key in (token.key for token in tokens(part)):
            if _may_tell(key) and key not in names and key not in unions:
                lemma = next(iter(language.analyse(key).lemmas), key)
                if lemma not in SAYING:
                    often[lemma] += times
                    spelt.setdefault(lemma, key)
    worth: dict[str, float] = {}
    for lemma, times in often.items():
        held = count(spelt[lemma])
        if 1 < held <= max(2, COMMON * total):
            worth[spelt[lemma]] = (1 + math.log(times)) * math.log(total / held)
    return tuple(sorted(worth, key=lambda word: (-worth[word], word))[:WORDS])


def like_enough(found: c.Iterable[Read], protocol_id: str) -> c.Iterator[Read]:
    """Those of other protocols that share words enough and are no formalities, in order, as long
    as they are worth a good part of the first. No more are read than are asked for."""
    best = 0.0
    for one in found:
        facts = one.document.facts
        if one.score < ALIKE * best:
            return
        shared = {place.leaf for place in (*one.title, *one.text)}
        if facts.protocol_id != protocol_id and not facts.is_formal and len(shared) >= SHARED:
            best = best or one.score
            yield one


def people(protocol: Protocol) -> frozenset[str]:
    """The keys of the names of those who are named as having been there, also in the genitive."""
    attendance = protocol.attendance
    named = [person.name for person in (*attendance.present, *attendance.absent)]
    named += [protocol.chair, protocol.secretary, *protocol.justerare, *protocol.signatures]
    keys = {token.key for name in named if name for token in tokens(name)}
    return frozenset(keys | {f"{key}s" for key in keys})


def _full_names(text: str) -> frozenset[str]:
    """The keys of what is written as a full name, wherever that person was."""
    return frozenset(fold(word) for found in FULL_NAME.finditer(text) for word in found[0].split())


def _may_tell(key: str) -> bool:
    return len(key) >= SHORTEST and key.isalpha() and key not in FUNCTION_WORDS
