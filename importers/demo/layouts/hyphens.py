"""Where a long Swedish word may be broken: at a compound's seam, or before a syllable."""

import re
import typing as t

SOFT_HYPHEN: t.Final = "\u00ad"

LONG_WORD: t.Final = re.compile(r"[^\W\d_]{9,}")
# "verksamhets|planering", "huvud|skyddsombud"; "arbetsgi|varen", "sjuk|frånvaron"; but never
# "tac|kade" or "sjukf|rånvaron": consonants that begin a syllable together stay together.
SEAM: t.Final = (
    r"(?<=.{4})(?=arbet|bedömn|enhet|frånvaro|förvaltn|förändr|ledning|omsorg|ombud|organis|"
    r"skydds|samverk|utbildn|uppfölj|utveckl|översyn)"
)
SYLLABLE: t.Final = (
    r"(?<=.{3})(?:(?<![cs])(?=(?:[bfgkp][lr]|[dt]r)[aeiouyåäö].{2})"
    r"|(?<![csn])(?=[bdfgmnptv][aeiouyåäö].{2})"
    r"|(?<![bcdfgknpst])(?=[lr][aeiouyåäö].{2}))"
)
BREAK: t.Final = re.compile(f"{SEAM}|{SYLLABLE}")


def soften(text: str) -> str:
    """The text with soft hyphens where its long words may be broken."""
    return LONG_WORD.sub(lambda word: BREAK.sub(SOFT_HYPHEN, word[0]), text)
