"""Bytes become letters; the encoding is hardly ever stated.

Windows programs write UTF-8 with or without a byte order mark, UTF-16, or the old Windows code
page; DOS wrote CP850 or CP437, which have åäö (and é) in the same places, and older Macs their
own. Which of those three single-byte code pages a text is in shows by what it becomes: only in
the right one do the signs above ASCII turn into Swedish letters inside words and quotes around
them. Where nothing tells them apart it is Windows'. UTF-8 in which a few bytes are broken is
still UTF-8, its broken bytes read as Windows letters.
"""

import codecs
import re
import typing as t

BYTE_ORDER_MARKS: t.Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Windows' code page, with the five bytes it leaves undefined read as Latin-1 does.
WINDOWS: t.Final = "".join(
    bytes([byte]).decode("latin-1" if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "cp1252")
    for byte in range(256)
)
MAC: t.Final = bytes(range(256)).decode("mac_roman")
# DOS showed the control character 0x15 as a paragraph sign; CP850 has another one besides.
DOS: t.Final = bytes(range(256)).decode("cp850").replace("\x15", "§")

# Those that Swedish text was ever saved in, the likeliest first.
CODE_PAGES: t.Final = (WINDOWS, DOS, MAC)

# Where a Swedish letter, quote or dash stands as it should: "möte"  "Övrigt"  "”Ja”"  "kl 9 – 11"
# but not "m”te", which is DOS read as Windows, or "FRåGA", with a small letter among capitals.
IN_PLACE: t.Final = re.compile(
    r"(?<![A-ZÅÄÖÉ]{2})[åäöé](?=[a-zåäöé])|(?<=[a-zåäöé])[åäöé](?![A-ZÅÄÖÉ])|(?<=\b[A-ZÅÄÖ])[åäöé]\b"
    r"|(?<![a-zåäöé])[ÅÄÖÉ](?=[A-Za-zÅÄÖÉåäöé])|(?<=[A-ZÅÄÖÉ])[ÅÄÖÉ]"
    r"|(?<!\w)[”“„»«‘’](?=\w)|(?<=[\w.,!?])[”“»«’](?!\w)|(?<=\w)’(?=\w)"
    r"|(?<=[\s\d])[–—](?=[\s\d])|§(?=[\s§\d])|(?<=\s)[•·](?=\s)|(?<=\w)…(?!\w)"
)
ABOVE_ASCII: t.Final = re.compile(r"[^\x00-\x7f]")
SAMPLE: t.Final = 1_000_000  # bytes by which a code page is judged


def decode(content: bytes, stated: str | None = None) -> str:
    """The text in the encoding the bytes speak for; else the stated one, else the likeliest.

    Any bytes give a text.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if unmarked := unmarked_utf(content):
        return content.decode(unmarked, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(content[:SAMPLE]):
        return content.decode("utf-8", errors=BROKEN_BYTES)
    page = STATED.get((stated or "").strip().lower()) or _likeliest(content[:SAMPLE])
    return codecs.charmap_decode(content, "strict", page)[0]


def unmarked_utf(content: bytes) -> str | None:
    """The variant of UTF-16 or UTF-32 of bytes that are NUL in the pattern of one, or None."""
    if len(content) < 4:
        return None
    nul = [content[place::4].count(0) / (len(content) // 4) for place in range(4)]
    match [share > 0.5 for share in nul]:
        case [False, True, True, True] if nul[0] < 0.1:
            return "utf-32-le"
        case [True, True, True, False] if nul[3] < 0.1:
            return "utf-32-be"
    first, second = (nul[0] + nul[2]) / 2, (nul[1] + nul[3]) / 2
    if second > 0.5 and first < 0.1:
        return "utf-16-le"
    if first > 0.5 and second < 0.1:
        return "utf-16-be"
    return None


def _mostly_utf8(content: bytes) -> bool:
    """True where more signs are whole than broken."""
    read = content.decode("utf-8", errors="replace")
    broken = read.count("\N{REPLACEMENT CHARACTER}")
    return len(ABOVE_ASCII.findall(read)) > 2 * broken


def _likeliest(content: bytes) -> str:
    """The code page in which most of what is above ASCII stands as it should."""
    return max(CODE_PAGES, key=lambda page: _in_place(content, page))


def _in_place(content: bytes, page: str) -> int:
    text = codecs.charmap_decode(content, "strict", page)[0]
    in_place = sum(map(_above_ascii, IN_PLACE.findall(text)))
    return 2 * in_place - len(ABOVE_ASCII.findall(text))


def _above_ascii(found: str) -> bool:
    return not found.isascii()


def _as_windows(err: UnicodeError) -> tuple[str, int]:
    """Reads the bytes that are no UTF-8 in Windows' code page."""
    if not isinstance(err, UnicodeDecodeError):
        raise err
    return "".join(WINDOWS[byte] for byte in err.object[err.start : err.end]), err.end


BROKEN_BYTES: t.Final = "protokollarkivet.windows"
codecs.register_error(BROKEN_BYTES, _as_windows)

# What HTML and XML files call the code pages.
STATED: t.Final = {
    "windows-1252": WINDOWS,
    "cp1252": WINDOWS,
    "iso-8859-1": WINDOWS,  # as every browser reads it
    "latin1": WINDOWS,
    "us-ascii": WINDOWS,
    "ascii": WINDOWS,
    "iso-8859-15": bytes(range(256)).decode("iso-8859-15"),
    "macintosh": MAC,
    "x-mac-roman": MAC,
    "ibm850": DOS,
    "cp850": DOS,
    "ibm437": DOS,
    "cp437": DOS,
}
