"""Characters: what a file's text must go through before anyone reads it.

Word and PDF writers put in what nobody sees (soft hyphens, joiners, direction marks), draw
"ﬁ" as one sign, write "å" as "a" plus a ring, and take their bullets from Wingdings, whose signs
lie in Unicode's private area. Text saved once too often in the wrong encoding says "mÃ¶te".
Curly quotes and dashes are how the author wrote, and stay.
"""

import collections.abc as c
import re
import typing as t
import unicodedata

BULLET: t.Final = "•"
UNKNOWN: t.Final = "\N{REPLACEMENT CHARACTER}"  # a letter that the file does not say

# A soft hyphen at the end of a line is one that shows: "informations\u00ad" is "informations-".
SOFT_HYPHEN_SHOWN: t.Final = re.compile("\u00ad\\s*$")

# Typesetters' single signs, and hyphens that differ only in where a line may break.
# Not NFKC, which would turn "½" into "1⁄2" too.
SPELLED_OUT: t.Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"\u2010": "-", "\u2011": "-"}
)

# What pdfminer, and text made with it, writes for a glyph whose letter is unknown: "(cid:31)".
UNKNOWN_GLYPH: t.Final = re.compile(r"\(cid:\d+\)")

# UTF-8 read as Windows text and saved again: "Ã¤" (ä)  "Ã…" (Å)  "â€œ" (a curly quote)
# but not "É™" or "fÅŒ": only where the first sign is one that Swedish never uses before the next.
MOJIBAKE: t.Final = re.compile(r"[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:€|\x80).")

# "• Lokaler"  "▪ Lokaler"  "\uf0b7 Lokaler"  "·Lokaler"
# and an unknown sign by itself, "\ufffd Lokaler"
# but not "o Lokaler" (see LETTER_BULLET) and not "- Lokaler": a dash is kept as written.
SIGN_BULLET: t.Final = re.compile(r"^(?:[•▪▫■□●○◦‣⁃∙·➢➤►❖\ue000-\uf8ff]+|\ufffd(?=\s))")

# Word's second level is the letter o in Courier, followed by a tab: "o\tLokaler"
# but not "o Lokaler": with a plain space it is a letter.
LETTER_BULLET: t.Final = re.compile(r"^\s*o\t\s*(?=\S)")

# One cell. "Anna Ek\tordförande" and "Anna Ek     ordförande" are two,
# but "Anna Ek,  ordförande" is one: two spaces come of justified lines and of typing.
CELL: t.Final = re.compile(r"\S+(?:[^\S\t]{1,2}\S+)*")
TAB: t.Final = 8  # columns

# "P R O T O K O L L", typed with spaces for looks; but not "A B C": too short to tell.
SPACED_OUT: t.Final = re.compile(r"(?<!\S)[A-ZÅÄÖ](?: [A-ZÅÄÖ]){3,}(?!\S)")

PRIVATE_USE: t.Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")

# A number or bullet alone in its column: "§ 4"  "§4."  "4."  "4.2"  "4)"  "4 §"  "a)"  "•"  "–"
# but not "2024", "4 st" or "§ 4 Lokaler".
LABEL: t.Final = re.compile(
    r"§+\s*\d{1,3}\.?|\d{1,3}(?:\.\d{1,2})*[.:)]?|\d{1,3}\s*§|[a-zåäö][.)]|[•–-]"
)


def clean(text: str) -> str:
    """One line's text in NFC: visible characters and single spaces only, bullets as "• "."""
    text = UNKNOWN_GLYPH.sub(UNKNOWN, MOJIBAKE.sub(_repaired, text).translate(SPELLED_OUT))
    text = SOFT_HYPHEN_SHOWN.sub("-", text)
    text = LETTER_BULLET.sub(f"{BULLET} ", text)
    if not text.isprintable():  # most is, and then nothing in it is unseen
        text = "".join(map(_visible, text))
    text = PRIVATE_USE.sub("", SIGN_BULLET.sub(f"{BULLET} ", text.lstrip()))
    text = unicodedata.normalize("NFC", text)
    text = SPACED_OUT.sub(lambda word: word[0].replace(" ", ""), text)
    return " ".join(text.split())


def cells(printed: str) -> c.Iterator[tuple[int, str]]:
    """The cells of a line as typed, each with its column, cleaned; none where nothing shows.

    A number or bullet set apart by a tab stays with its text: "§ 3\\tLokaler" is one cell.
    """
    printed = LETTER_BULLET.sub(f"{BULLET} ", printed)
    column = position = 0
    label: tuple[int, str] | None = None
    first = True
    for found in CELL.finditer(printed):
        column = _column_after(printed[position : found.start()], column)
        text = clean(found[0])
        if label is not None and text:
            yield from _joined(label, (column, text))
            label = None
        elif first and LABEL.fullmatch(text):
            label = column, text
        elif text:
            yield column, text
        first = first and not text
        column += len(found[0])
        position = found.end()
    if label is not None:
        yield label


def belongs_to_next(label: str, following: str) -> bool:
    """True where a column holds only the number or bullet of what the next column says.

    A bare number needs letters after it: "3 | 5 | 8" are figures in a table.
    """
    if not LABEL.fullmatch(label):
        return False
    return not label.isdecimal() or following[:1].isalpha()


def _joined(label: tuple[int, str], following: tuple[int, str]) -> c.Iterator[tuple[int, str]]:
    if belongs_to_next(label[1], following[1]):
        yield label[0], f"{label[1]} {following[1]}"
    else:
        yield label
        yield following


def _column_after(gap: str, column: int) -> int:
    for char in gap:
        column = (column // TAB + 1) * TAB if char == "\t" else column + 1
    return column


def _visible(char: str) -> str:
    match unicodedata.category(char):
        case "Cc" | "Zs" | "Zl" | "Zp":
            return " " if char.isspace() else ""
        case "Cf" | "Cs" | "Cn":
            return ""
        case _:
            return char


def _repaired(found: re.Match[str]) -> str:
    raw = b"".join(
        char.encode("latin-1") if char < "\u0100" else char.encode("cp1252", "replace")
        for char in found[0]
    )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
