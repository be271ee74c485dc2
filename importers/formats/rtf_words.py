r"""The words of RTF: tokens, letters that have words of their own, and what each word changes."""

import codecs
import dataclasses as dc
import re
import typing as t

from importers.formats.encodings import DOS, MAC, WINDOWS
from importers.formats.normalise import BULLET
from importers.formats.word_styles import BODY_TEXT

# A control word with its number, a letter by its byte, a control sign, a brace, or text.
TOKEN: t.Final = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
    r"|[\r\n]+|\\",
    re.DOTALL,
)

# Signs after a backslash; a hyphen there shows only where a line breaks.
SIGNS: t.Final = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
LETTERS: t.Final = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": BULLET,
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}


def _named(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Groups that are not on the page, or there in another form beside.
NOT_SHOWN: t.Final = _named(
    "aftncn aftnsep aftnsepc annotation atnauthor atndate atnid atnref colortbl comment datafield"
    " falt fldinst filetbl ftncn ftnsep ftnsepc generator info keywords listoverridetable"
    " listtable nonesttables nonshppict objdata operator panose pict private revtbl rsidtbl rxe"
    " shprslt sn sp sv tc template title txe xe"
)
# A star lets a program pass over the groups it does not know. Those of these are known.
KNOWN: t.Final = _named("footnote nesttableprops shpinst shptxt")
HEADERS: t.Final = _named("header headerf headerl headerr")
FOOTERS: t.Final = _named("footer footerf footerl footerr")
AUTOMATIC: t.Final = _named("listtext pntext")  # the number of a list
PARAGRAPH_ENDS: t.Final = _named("par sect page column cell nestcell row nestrow")

# The code page of a font, by the character set it names; others are that of the document.
CHARSETS: t.Final = {77: 10000, 161: 1253, 162: 1254, 186: 1257, 204: 1251, 238: 1250, 255: 850}
DOCUMENT_PAGES: t.Final = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}
OWN_PAGES: t.Final = {0: WINDOWS, 1252: WINDOWS, 437: DOS, 850: DOS, 10000: MAC}

TABLES_AT_MOST: t.Final = 32  # inside each other


@dc.dataclass(frozen=True, slots=True)
class State:
    """What holds until the group ends."""

    shown: bool = True
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = 12.0
    font: int | None = None
    style: int | None = None
    outline: int | None = None  # heading level, from 1
    table_depth: int = 0
    fallback: int = 1  # how many letters after "\\u229" stand in for it

    def after(self, word: str, number: int | None) -> "State":
        """What holds after a control word; a word that changes nothing here gives the same."""
        on = number != 0
        match word:
            case "b":
                return dc.replace(self, bold=on)
            case "v":
                return dc.replace(self, hidden=on)
            case "deleted":
                return dc.replace(self, deleted=on)
            case "fs" if number is not None:
                return dc.replace(self, size=number / 2)
            case "f":
                return dc.replace(self, font=number)
            case "uc":
                return dc.replace(self, fallback=max(0, number or 0))
            case "s":
                return dc.replace(self, style=number)
            case "outlinelevel" if number is not None:
                return dc.replace(self, outline=number + 1 if 0 <= number < BODY_TEXT else None)
            case "intbl":
                return dc.replace(self, table_depth=max(1, self.table_depth))
            case "itap":
                return dc.replace(self, table_depth=min(max(0, number or 0), TABLES_AT_MOST))
            case "plain":
                return dc.replace(self, bold=False, hidden=False, deleted=False, size=12.0)
            case "pard":
                return dc.replace(self, style=None, outline=None, table_depth=0)
            case _:
                return self


def decode_page(raw: bytes, page: int) -> str:
    """Bytes as letters of a numbered code page; Windows' own where there is no such page."""
    if (letters := OWN_PAGES.get(page)) is None:
        try:
            return raw.decode(f"cp{page}", errors="replace")
        except LookupError:
            letters = WINDOWS
    return codecs.charmap_decode(raw, "strict", letters)[0]
