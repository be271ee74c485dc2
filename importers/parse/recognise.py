"""Is it a protocol at all? Folders hold agendas, calls, invoices and novels too.

Minutes tell of themselves in several ways at once: a title that says protokoll or
minnesanteckningar, people who were present, somebody who adjusts, numbered items, the parties'
own words. An agenda has items and no one present; a novel has none of it.
"""

import re
import typing as t

from archive.model import Protocol

CALLS_ITSELF: t.Final = re.compile(
    r"protokoll|minnesanteckning|mötesanteckning|samverkansanteckning", re.IGNORECASE
)
CALLS_ITSELF_ELSE: t.Final = re.compile(
    r"\b(kallelse|dagordning|föredragningslista|faktura|inbjudan|tjänsteutlåtande)\b", re.IGNORECASE
)
ADJUSTED: t.Final = re.compile(r"juster(are|as|at|ades|ing)|vid protokollet", re.IGNORECASE)
COOPERATION: t.Final = re.compile(
    r"arbetsgivaren|facklig|samverka|förvaltningsgrupp|skyddsombud|\bMBL\b", re.IGNORECASE
)
NEEDED: t.Final = 3


def is_protocol(protocol: Protocol, header: str) -> bool:
    """Whether enough speaks for minutes of a meeting between employer and unions."""
    text = "\n".join(f"{section.title}\n{section.text}" for section in protocol.sections)
    named = bool(CALLS_ITSELF.search(header))
    if not named and CALLS_ITSELF_ELSE.search(protocol.title):
        return False
    signs = (
        named,
        bool(protocol.attendance.present),
        bool(protocol.signatures or protocol.justerare or ADJUSTED.search(text)),
        len(protocol.sections) > 1,
        bool(COOPERATION.search(text) or COOPERATION.search(header)),
        any(section.exchanges for section in protocol.sections),
    )
    return sum(signs) >= NEEDED
