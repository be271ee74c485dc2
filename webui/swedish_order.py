"""The order in which Swedes sort names: å, ä and ö last; accents and case only part equals."""

import typing as t
import unicodedata

# After z, in this order; the characters that follow it in ASCII stand for them.
_LAST: t.Final = str.maketrans("åäæöø", "{||}}")


def swedish_order(name: str) -> tuple[str, str]:
    """A key to sort names by."""
    letters = name.casefold().translate(_LAST)
    plain = "".join(
        it for it in unicodedata.normalize("NFD", letters) if not unicodedata.combining(it)
    )
    return plain, name
