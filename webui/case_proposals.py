"""Case numbers that are being typed: "ks2025/1" may become KS 2025/12 at one förvaltning.

The index knows the words that begin so, the catalogue which of them are case numbers.
"""

import itertools
import re
import typing as t

from archive.visibility import Audience
from index import Numbered
from index.swedish import fold
from webui.case_items import numbers_of
from webui.case_slug import case_slug, meant, parted_slug, without_label
from webui.site import Site

MOST: t.Final = 5
LOOKED_AT: t.Final = 12
SIGNS: t.Final = "/:-."

# "KS 2025" "ks2025/1" "SN-2023-00" "2025/12" "1.2.3-4"; but not "2025", "larm 2025"
_BEGUN: t.Final = re.compile(r"(?P<letters>[^\W\d_]{1,8})?[\s/:.-]{0,3}(?P<figures>\d[\d./:-]*)")
_BETWEEN: t.Final = re.compile(r"[./:-]+")


class Proposed(t.NamedTuple):
    """A case whose number begins as was typed."""

    forvaltning: str
    slug: str
    number: str  # as it is printed
    protocols: int  # in which it stands so


def proposed(site: Site, text: str, audience: Audience) -> tuple[Proposed, ...]:
    """The cases that the text may become, those that it names in full first, then the newest."""
    ways = begun(text)
    if not ways:
        return ()
    found = site.index.numbers(ways, audience, LOOKED_AT)
    ids = list(dict.fromkeys(it.protocol_id for it in found))
    sections = {
        (record.protocol.id, section.ordinal): numbers_of(section)
        for record in site.catalogue.some(ids, audience)
        for section in record.protocol.sections
    }
    cases = dict[tuple[str, str], Proposed]()
    for it in found:
        if it.forvaltning not in site.registries.forvaltningar:
            continue
        for number in sections.get((it.protocol_id, it.ordinal), ()):
            if _is(number, it) and continues(number, text):
                case = Proposed(it.forvaltning or "", case_slug(number), number, it.count)
                cases.setdefault((case.forvaltning, case.slug), case)
    return tuple(cases.values())[:MOST]


def begun(text: str) -> tuple[tuple[str, str], ...]:
    """How the index may have such a number: the word before it and how it begins itself."""
    match = _BEGUN.fullmatch(without_label(text.strip()))
    if not match:
        return ()
    groups = _BETWEEN.split(match["figures"])
    if match["letters"] is None:
        return tuple(("", it) for it in _signed(groups)) if len(groups) > 1 else ()
    plain = case_slug(match["letters"])
    letters = dict.fromkeys((fold(match["letters"]), *meant(plain)))
    return tuple(
        way
        for prefix, figures in itertools.product(letters, _signed(groups))
        for way in ((prefix, figures), ("", f"{prefix}{figures}"), ("", f"{prefix}-{figures}"))
    )


def continues(number: str, text: str) -> bool:
    """Whether a number begins so, or goes on so after its letters or its class."""
    return f"-{parted_slug(number)}".find(f"-{parted_slug(text)}") >= 0


def is_whole(case: Proposed, text: str) -> bool:
    """Whether nothing is left to type."""
    return f"-{parted_slug(case.number)}".endswith(f"-{parted_slug(text)}")


def _is(number: str, found: Numbered) -> bool:
    """Whether it is the number that the index found in the paragraph."""
    return parted_slug(number).endswith(parted_slug(found.key))


def _signed(groups: list[str]) -> tuple[str, ...]:
    """The figures with every sign between, as registrars differ; of many groups only the last."""
    *first, last = groups
    if not first:
        return (last,)
    # "1.2.3-456/2022" is a class of the plan, and a number
    heads = [".".join(first)]
    if len(first) > 1:
        heads.append(f"{'.'.join(first[:-1])}-{first[-1]}")
        heads.append("/".join(first))
    return tuple(f"{head}{sign}{last}" for head in heads for sign in SIGNS)
