"""Who signed the minutes, and where the signatures begin.

The signatures follow the last § without a heading: "Justeras (digitalt)", "Vid protokollet", names
"för Vision", a name over "Sekreterare", dotted lines, then what a signing service adds: time
stamps and where the document can be verified. A sentence about adjustment ("Justering sker den
…", "Protokollet justeras av …") belongs to its §.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import re
import typing as t

from importers.formats.lines import Line
from importers.parse.people import names_a_post
from importers.parse.signed_posts import leading_name, names_on

_DIGITALLY: t.Final = r"(?:digitalt|elektroniskt)"
_SIGNED: t.Final = (
    r"(?:undertecknat|undertecknad|signerat|signerad|signerats|underskriv\w+|godkänt)"
)
STAMP: t.Final = re.compile(
    r"(?<!\d)\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|\s?[+-]\d\d:?\d\d)?(?!\d)"
)
# What a signing service prints: "Undertecknare", "Signerat med BankID", "Transaktionsnummer 123"
_SERVICE: t.Final = (
    rf"undertecknare\b.{{0,60}}|signatärer?\b.{{0,60}}|{_SIGNED}\s+(?:med|via|genom)\s+(?:svenskt\s+|mobilt\s+)?"
    r"(?:bankid|freja|e-legitimation)\b.*|transaktions(?:nummer|nr|id|-id)\b.*|signerings?(?:id|datum|logg)\b.*"
)
# What alone shows a page that a signing service has added.
SIGNING_SERVICE: t.Final = re.compile(rf"{_SERVICE}|{STAMP.pattern}.*", re.IGNORECASE)
# "Bilaga", "Bilagor:", "Bilaga 2", "BILAGA A: Yrkande", "Bilaga 1 Riskbedömning inför flytten"
# but not "Bilaga 1 skickas med protokollet" or "Bilaga 1 Riskbedömningen godkändes."
APPENDIX: t.Final = re.compile(
    r"(?P<label>(?i:bilagor|bilaga(?:\s+(?:nr\.?\s*)?(?:\d{1,2}|[a-zåäö])\b)?))\s*[:.,–-]?\s*"
    r"(?P<title>(?:[A-ZÅÄÖ0-9”\"(][^.!?]{0,110})?)"
)
# What heads the names on a signing service's page.
HEADS_SIGNERS: t.Final = re.compile(r"deltagare|parter|underskrifter|signaturer", re.IGNORECASE)
# "Justeras (digitalt)", "Protokollet justeras digitalt.", "Justeras:", "Vid protokollet",
# "Underskrifter", "Signerat av: …", "_____"
# but not "Justeras nästa vecka.", "Protokollet justeras av", "Vid protokollets genomgång"
BEGINS: t.Final = re.compile(
    rf"justera(?:s|t)(?:\s*\(?{_DIGITALLY}\)?)?(?:(?:\s+av)?\s*:.*)?"
    r"|justera(?:s|t)\s+(?:(?:via|per)\s+[\w-]+|(?:den\s+)?\d{1,2}\s+\w+(?:\s+\d{4})?)\s*:?"
    rf"|justerat\s+och\s+{_SIGNED}\b.*|(?:minnes)?anteckningarna\s+justeras\s+(?:inte|ej)\.?"
    r"|antecknat\s+av(?:\s*:.*|\s+[A-ZÅÄÖ].{3,80})?"
    rf"|(?:dagens\s+)?protokoll(?:et)?\s+justera(?:s|t)\s+{_DIGITALLY}\.?|{_SERVICE}"
    r"|vid\s+(?:protokollet|pennan|anteckningarna)(?:\s*:.*|\s+[A-ZÅÄÖ][^.]{3,60})?"
    r"|(?:(?:digital|elektronisk)a?\s+)?(?:underskrift|namnteckning|signatur)(?:er|ar)?\s*:?"
    rf"|{_DIGITALLY}\s+{_SIGNED}(?:\s+av)?\s*:?"
    r"|namnförtydligande|ort\s+och\s+datum|(?:undertecknat|signerat)\s+av\b.*"
    r"|underskriftens?\s+äkthet.*"
    rf"|(?:det\s*ta|dokumentet|protokollet|handlingen)\b.*(?:{_DIGITALLY}\s+{_SIGNED}"
    rf"|{_SIGNED}\s+{_DIGITALLY}|signerats\s+med)\b.*"
    rf"|{STAMP.pattern}|[_.…·–-]{{5,}}.*",
    re.IGNORECASE,
)
# What stands in front of the name on a signature's line.
BEFORE_NAME: t.Final = re.compile(
    r"^(?:vid\s+(?:protokollet|pennan|anteckningarna)|antecknat\s+av|justera(?:s|t)[^:]*|(?:undertecknat|signerat)\s+av)\s*:?\s*"
    r"|^[\s/_.…-]+",
    re.IGNORECASE,
)
FOR_OR_POST: t.Final = ("för ", ",", "(", "/")  # what may follow the name of one who signs
POST_LINE: t.Final = 6  # words at most
UNDER_POST: t.Final = 4  # lines in which the name of a post follows
SIGNERS_POST: t.Final = re.compile(
    r"(?:mötes)?(?:sekreterare|ordförande)|protokollförare|(?:protokolls)?justerare", re.IGNORECASE
)
SIGNING_POST: t.Final = re.compile(r"sekreterare|protokollförare|ordförande|justera", re.IGNORECASE)


@dc.dataclass(frozen=True, slots=True)
class Signatures:
    """Who signed, in order, and the time stamps of a signing service."""

    names: tuple[str, ...] = ()
    stamps: tuple[dt.datetime, ...] = ()


def split_signatures(lines: c.Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """A last section's own lines, and the signatures after them."""
    start = next((i for i in range(len(lines)) if _ends_minutes(lines, i)), len(lines))
    start -= _signed_above(lines[:start], certain=start < len(lines))
    return tuple(lines[:start]), tuple(lines[start:])


def parse_signatures(lines: c.Sequence[Line], known: c.Sequence[str] = ()) -> Signatures:
    """The names and time stamps among signature lines, each name once.

    `known` are those present: of several on one line with nothing between them, only they tell.
    """
    names = (name for line in lines for name in _signers(line.text, known))
    stamps = (found[0] for line in lines for found in STAMP.finditer(line.text))
    return Signatures(
        tuple(dict.fromkeys(names)),
        tuple(stamp for text in stamps if (stamp := _moment(text))),
    )


def _signers(text: str, known: c.Sequence[str]) -> c.Iterable[str]:
    several = sorted((text.index(name), name) for name in set(known) if name in text)
    if len(several) > 1:
        return [name for _, name in several]
    return names_on(BEFORE_NAME.sub("", text))


def _ends_minutes(lines: c.Sequence[Line], i: int) -> bool:
    """Whether signatures or an appendix begin there."""
    if BEGINS.fullmatch(lines[i].text):
        return True
    new_page = i > 0 and lines[i].page != lines[i - 1].page
    return new_page and APPENDIX.fullmatch(lines[i].text) is not None


def _signed_above(lines: c.Sequence[Line], *, certain: bool) -> int:
    """How many of the last lines are names and posts that sign, without a word saying so.

    `certain` where signatures follow them; otherwise something about the lines must show it.
    """
    count = 0
    while count < len(lines) and _may_sign(lines[-count - 1].text):
        count += 1
    if certain and count < len(lines) and HEADS_SIGNERS.fullmatch(lines[-count - 1].text):
        return count + 1 + _signed_above(lines[: -count - 1], certain=True)
    # A post must stand under its name; what begins with a post is text.
    while count and not _heads_signer(lines[len(lines) - count :]):
        count -= 1
    signers = lines[len(lines) - count :]
    before = lines[len(lines) - count - 1].text if count < len(lines) else "."
    certain = certain or any(
        SIGNING_POST.search(line.text) or " för " in line.text for line in signers
    )
    return count if certain or before.endswith((".", "!", "?")) else 0


def _heads_signer(lines: c.Sequence[Line]) -> bool:
    """Whether the first is a name, or the post of somebody who signs under it."""
    if leading_name(lines[0].text)[0]:
        return True
    named = any(leading_name(line.text)[0] for line in lines[1 : 1 + UNDER_POST])
    return named and SIGNERS_POST.fullmatch(lines[0].text) is not None


def _may_sign(text: str) -> bool:
    """A name, a name with whom it speaks for, or a post by itself."""
    name, rest = leading_name(text)
    if name:
        return not rest or rest.startswith(FOR_OR_POST) or names_a_post(rest)
    return (
        names_a_post(text)
        and len(text.split()) <= POST_LINE
        and not text.endswith((".", ":"))
        and (text[:1].isupper() or SIGNERS_POST.fullmatch(text) is not None)
    )


def _moment(text: str) -> dt.datetime | None:
    """The time as printed; its zone is the signing service's and is left out."""
    try:
        return dt.datetime.fromisoformat(re.sub(r"\s(?=[+-])", "", text)).replace(tzinfo=None)
    except ValueError:
        return None
