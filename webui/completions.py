"""A proposed name as a choice of its own, beside the words that are left of what was typed."""

import re
import typing as t

from index import Completion

# The sorts of proposals that can be chosen as in the margin: each is its parameter's name.
CHOICES: t.Final = frozenset({"fack", "forvaltning", "amne"})

# What each sort is called beside a proposal.
SORTS: t.Final = {
    "ord": "ord",
    "fack": "fackförbund",
    "forvaltning": "förvaltning",
    "amne": "ämne",
    "rubrik": "rubrik",
}
CASE: t.Final = "ärende"

# After an operator, a minus or within a parenthesis a name is no choice beside the other words.
BOUND: t.Final = re.compile(
    r"(?:^|\s)(?:ELLER|OR|INTE|NOT|OCH|AND)\s*$|[-(=:\"”“„]\s*$|\([^)]*$|(?:^|\s)(?:ELLER|OR)\s"
)


class Chosen(t.NamedTuple):
    """The id of a name, and the rest of the query: together they ask the same."""

    id: str
    rest: str


def as_choice(proposal: Completion) -> Chosen | None:
    """What to choose and what to search for; None where only the whole query says the same."""
    if proposal.sort not in CHOICES:
        return None
    before, _, id_ = proposal.text.rpartition(f"{proposal.sort}:")
    return None if BOUND.search(before) else Chosen(id_, " ".join(before.split()))
