"""Who may see what. Every read for a page and every call to the engine names its audience."""

import enum


class Visibility(enum.StrEnum):
    """What a protocol is open to."""

    PUBLIC = "publik"
    INTERNAL = "intern"
    HELD = "vilande"  # until a person decides


class Audience(enum.Enum):
    """Who is asking. The command line is the operator; the site's reader is the public."""

    PUBLIC = frozenset({Visibility.PUBLIC})
    SIGNED_IN = frozenset({Visibility.PUBLIC, Visibility.INTERNAL})
    OPERATOR = frozenset(Visibility)

    def may_see(self, visibility: Visibility) -> bool:
        """Whether a protocol of that visibility exists for this audience."""
        return visibility in self.value
