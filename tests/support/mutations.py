"""Files made bad on purpose: the samples, damaged in every way that a seed can name.

The same seed and number give the same file, so that a run that failed can be done again.
"""

import collections.abc as c
import dataclasses as dc
import io
import pathlib
import random
import re
import typing as t
import zipfile
import zlib

SAMPLES: t.Final = pathlib.Path(__file__).parents[1] / "samples"
SUFFIXES: t.Final = frozenset({".pdf", ".docx", ".odt", ".rtf", ".html", ".txt"})
LARGEST: t.Final = 300_000  # bytes of a sample; a larger one is slow and shows nothing more

MAGIC: t.Final = {
    ".pdf": b"%PDF-1.7\n",
    ".docx": b"PK\x03\x04\x14\0\0\0\x08\0",
    ".odt": b"PK\x03\x04\x14\0\0\0\0\0",
    ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ".rtf": b"{\\rtf1\\ansi ",
    ".html": b"<!DOCTYPE html><body>",
    ".zip": b"PK\x03\x04",
    ".txt": b"\xff\xfe",
}
WILD_NUMBERS: t.Final = (b"0", b"-1", b"255", b"65536", b"2147483648", b"1e9", b"9" * 30)
NUMBER: t.Final = re.compile(rb"\d+")
TOKEN: t.Final = re.compile(rb"[\w\x80-\xff]+|\s+|[^\w\s]", re.ASCII)
STREAM: t.Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
VALUE: t.Final = re.compile(rb'="([^"<&]*)"')
LENGTH: t.Final = re.compile(rb"/Length \d+")
ZIPPED: t.Final = b"PK\x03\x04"


@dc.dataclass(frozen=True, slots=True)
class File:
    """A file's name and bytes."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """The last part of its name."""
        return pathlib.PurePath(self.name).suffix


def samples() -> tuple[File, ...]:
    """The sample protocols in every format, and a ZIP of some of them."""
    found = [
        File(path.name, path.read_bytes())
        for path in sorted(SAMPLES.rglob("*"))
        if path.suffix in SUFFIXES and path.stat().st_size <= LARGEST
    ]
    texts = [file for file in found if file.suffix == ".txt"][:6]
    found += [as_page(file) for file in texts] + [as_rich_text(file) for file in texts]
    return (*found, File("år.zip", zipped({file.name: file.content for file in found[::7]})))


def as_page(text: File) -> File:
    """A text file as a web page."""
    lines = text.content.decode("utf-8").split("\n")
    body = "".join(
        f"<h2>{line}</h2>" if line.startswith("§") else f"<table><tr><td>{line}<td>x</table>"
        for line in lines
    )
    return File(f"{text.name}.html", f"<!DOCTYPE html><meta charset=utf-8>{body}".encode())


def as_rich_text(text: File) -> File:
    """A text file as RTF."""
    escaped = text.content.decode("utf-8").replace("\n", "\\par\n{\\listtext 1.\\tab}")
    return File(f"{text.name}.rtf", f"{{\\rtf1\\ansi {escaped}}}".encode("cp1252", "ignore"))


def damaged(files: c.Sequence[File], seed: int, number: int) -> File:
    """One of the files, damaged once or several times."""
    chance = random.Random(f"{seed}-{number}")
    file = chance.choice(files)
    content, suffix = file.content, file.suffix
    if chance.random() < 0.05:
        suffix = chance.choice(list(MAGIC))
        content = MAGIC[suffix] + chance.randbytes(chance.randrange(20_000))
    elif chance.random() < 0.1:
        content = spliced(chance, content, chance.choice(files).content)
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = deep_damage(chance, content)
    return File(f"{seed}-{number}{suffix}", content)


def deep_damage(chance: random.Random, content: bytes) -> bytes:
    """Damage to the bytes as they are, or to what is packed in them."""
    if chance.random() < 0.7:
        if content.startswith(ZIPPED):
            return in_an_entry(chance, content)
        if content.startswith(b"%PDF"):
            return in_a_stream(chance, content)
    return damage(chance, content)


def damage(chance: random.Random, content: bytes) -> bytes:
    """One kind of damage to some bytes."""
    return chance.choice(DAMAGES)(chance, content) if content else content


def flipped(chance: random.Random, content: bytes) -> bytes:
    """Some bits are the other way."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 4, 32, 256))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: random.Random, content: bytes) -> bytes:
    """The end is missing."""
    return content[: chance.randrange(len(content))]


def part_missing(chance: random.Random, content: bytes) -> bytes:
    """A part in the middle is missing."""
    start, end = _span(chance, content)
    return content[:start] + content[end:]


def part_repeated(chance: random.Random, content: bytes) -> bytes:
    """A part comes several times."""
    start, end = _span(chance, content)
    return content[:start] + content[start:end] * chance.choice((2, 3, 20)) + content[end:]


def parts_swapped(chance: random.Random, content: bytes) -> bytes:
    """Two parts have changed places."""
    a, b, c_, d = sorted(chance.randrange(len(content) + 1) for _ in range(4))
    return content[:a] + content[c_:d] + content[b:c_] + content[a:b] + content[d:]


def noise_inside(chance: random.Random, content: bytes) -> bytes:
    """Bytes that mean nothing stand where others did."""
    start, end = _span(chance, content)
    return content[:start] + chance.randbytes(end - start) + content[end:]


def wild_numbers(chance: random.Random, content: bytes) -> bytes:
    """Some numbers are other ones, that nothing is so large or small as."""
    places = list(NUMBER.finditer(content))
    for found in sorted(chance.sample(places, min(len(places), 5)), key=lambda m: -m.start()):
        content = content[: found.start()] + chance.choice(WILD_NUMBERS) + content[found.end() :]
    return content


def tokens_moved(chance: random.Random, content: bytes) -> bytes:
    """Some words, spaces and signs are gone, doubled or elsewhere."""
    tokens = TOKEN.findall(content)
    for _ in range(min(len(tokens), chance.choice((1, 5, 50)))):
        place = chance.randrange(len(tokens))
        token = tokens[place]
        tokens[place : place + 1] = chance.choice(
            ([], [token, token], [chance.choice(tokens)], [chance.choice(tokens), token])
        )
        if not tokens:
            break
    return b"".join(tokens)


def values_moved(chance: random.Random, content: bytes) -> bytes:
    """Some attributes of XML have another's value, or a wild number; it is still XML."""
    places = list(VALUE.finditer(content))
    for found in sorted(chance.sample(places, min(len(places), 8)), key=lambda m: -m.start()):
        value = chance.choice((chance.choice(places)[1], chance.choice(WILD_NUMBERS), b""))
        content = content[: found.start(1)] + value + content[found.end(1) :]
    return content


DAMAGES: t.Final = (
    flipped,
    cut,
    part_missing,
    part_repeated,
    parts_swapped,
    noise_inside,
    wild_numbers,
    tokens_moved,
    values_moved,
)


def spliced(chance: random.Random, one: bytes, other: bytes) -> bytes:
    """The beginning of one and the end of the other."""
    return one[: chance.randrange(len(one) + 1)] + other[chance.randrange(len(other) + 1) :]


def in_an_entry(chance: random.Random, content: bytes) -> bytes:
    """A ZIP or office file with one of its parts damaged, gone or under another name."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, zlib.error):
        return damage(chance, content)
    if not entries:
        return content
    name = chance.choice(list(entries))
    match chance.randrange(10):
        case 0:
            del entries[name]
        case 1:
            entries[chance.choice(("../ut.txt", "/rot.txt", "x.zip", "a\0b", "é"))] = entries[name]
        case 2:
            entries[name] = entries[chance.choice(list(entries))]
        case 3 | 4 | 5:
            entries[name] = values_moved(chance, entries[name])
        case _:
            entries[name] = damage(chance, entries[name])
    return zipped(entries)


def in_a_stream(chance: random.Random, content: bytes) -> bytes:
    """A PDF with one of its streams damaged inside, or changed for another."""
    streams = list(STREAM.finditer(content))
    if not streams:
        return damage(chance, content)
    found = chance.choice(streams)
    inside = chance.choice(streams)[1] if chance.random() < 0.2 else found[1]
    try:
        inside = zlib.compress(damage(chance, zlib.decompress(inside)))
    except zlib.error:
        inside = damage(chance, inside)
    before = content[max(0, found.start() - 200) : found.start()]
    if chance.random() < 0.8:
        before = LENGTH.sub(b"/Length %d" % len(inside), before)
    rest = content[found.end() :]
    return (
        content[: max(0, found.start() - 200)]
        + before
        + b"stream\n"
        + inside
        + b"\nendstream"
        + rest
    )


def zipped(entries: c.Mapping[str, bytes]) -> bytes:
    """A ZIP that is the same whenever it is made."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _span(chance: random.Random, content: bytes) -> tuple[int, int]:
    """A part, mostly a short one."""
    length = chance.choice((1, 10, 100, 1000, len(content)))
    start = chance.randrange(len(content))
    return start, min(len(content), start + chance.randrange(1, length + 1))
