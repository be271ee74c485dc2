"""The meetings of the whole municipality, as a stream of values or as files in a folder."""

import collections.abc as c
import itertools
import pathlib
import random
import typing as t

from importers.demo.calendar import MONTH_NAMES, Occasion, occasions, spread
from importers.demo.layouts import Block, Furniture, lay_out
from importers.demo.layouts.docx import write_docx
from importers.demo.layouts.text import clean_text, raw_text
from importers.demo.styles import Numbering, styles_of
from importers.demo.world import TRADES, World
from importers.demo.writer import Minutes, Secretary

COPIES: t.Final = 0.2  # of the protocols lie there in a second format too
SUFFIX: t.Final = {"pdf": ".pdf", "docx": ".docx", "txt": ".txt", "raw": ".txt"}


def meetings(seed: int) -> c.Iterator[Minutes]:
    """All meetings, for ever: eight years of the municipality, then eight years of another with
    the same förvaltningar, other people and other days."""
    taken: set[tuple[str, object]] = set()
    for round_number in itertools.count():
        world_seed = f"{seed}/{round_number}"
        calendar = [
            occasion
            for forvaltning in TRADES
            for occasion in occasions(forvaltning, world_seed)
            if (forvaltning, occasion.date) not in taken
        ]
        taken |= {(occasion.forvaltning, occasion.date) for occasion in calendar}
        yield from _written(calendar, world_seed)


def selected_meetings(seed: int, count: int) -> tuple[Minutes, ...]:
    """`count` meetings, evenly over all förvaltningar and years; of those that are left out the
    others know nothing."""
    share, rest = divmod(count, len(TRADES))
    world_seed = f"{seed}/0"
    calendar = [
        occasion
        for place, forvaltning in enumerate(TRADES)
        for occasion in spread(
            occasions(forvaltning, world_seed), share + (place < rest), place / len(TRADES)
        )
    ]
    return tuple(_written(calendar, world_seed))


def write_corpus(folder: pathlib.Path, *, seed: int, count: int) -> tuple[pathlib.Path, ...]:
    """Write `count` protocols into the folder, a few of them in two formats; gives the files.

    The same seed gives the same bytes. Raises MissingExtra where reportlab is not installed.
    """
    available = sum(len(occasions(forvaltning, f"{seed}/0")) for forvaltning in TRADES)
    chosen: c.Iterable[Minutes] = selected_meetings(seed, min(count, available))
    if count > available:
        chosen = itertools.islice(meetings(seed), count)
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, pathlib.Path] = {}
    for minutes in chosen:
        rng = random.Random(f"{seed}/files/{minutes.occasion.forvaltning}/{minutes.occasion.date}")
        for kind in _formats(minutes, rng):
            name = _free(f"{_stem(minutes, rng)}{SUFFIX[kind]}", written)
            written[name] = folder / name
            written[name].write_bytes(render(minutes, kind))
    return tuple(written.values())


def render(minutes: Minutes, kind: str) -> bytes:
    """One meeting as a file's bytes: "pdf", "docx", "txt" or "raw" (text as PDF readers give it).

    Raises MissingExtra for "pdf" where reportlab is not installed.
    """
    furniture, blocks = lay_out(minutes)
    style, title = minutes.style, minutes.protocol.title
    match kind:
        case "docx":
            automatic = style.numbering is Numbering.WORD
            return write_docx(furniture, blocks, title=title, automatic_numbers=automatic)
        case "txt":
            return clean_text(blocks).encode()
        case "raw":
            return raw_text(furniture, blocks, hyphenate=style.hyphenate).encode()
        case _:
            return _pdf(minutes, furniture, blocks)


def _pdf(minutes: Minutes, furniture: Furniture, blocks: tuple[Block, ...]) -> bytes:
    # Imported here: whoever writes no PDF needs no reportlab.
    from importers.demo.layouts.pdf import write_pdf

    style = minutes.style
    return write_pdf(
        furniture,
        blocks,
        serif=style.serif,
        hyphenate=style.hyphenate,
        title=minutes.protocol.title,
    )


def _written(calendar: c.Iterable[Occasion], seed: str) -> c.Iterator[Minutes]:
    world = World(seed)
    styles = styles_of(tuple(TRADES), seed)
    secretaries = {name: Secretary(name, world, styles[name], seed) for name in TRADES}
    for occasion in sorted(calendar, key=lambda o: (o.date, o.forvaltning)):
        yield secretaries[occasion.forvaltning].write(occasion)


def _formats(minutes: Minutes, rng: random.Random) -> tuple[str, ...]:
    formats = minutes.style.formats
    first = rng.choice(formats)
    # Without numbers a heading is known by its bold type, which plain text has not.
    kinds = ("pdf", "docx") if minutes.style.numbering is Numbering.NONE else ("pdf", "docx", "raw")
    others = [kind for kind in kinds if SUFFIX[kind] != SUFFIX[first]]
    if rng.random() < COPIES:
        return first, rng.choice(others)
    return (first,)


def _stem(minutes: Minutes, rng: random.Random) -> str:
    """File names as people give them."""
    day, forum = minutes.occasion.date, minutes.style.forum
    short = "FSG" if forum == "FSG" or rng.random() < 0.3 else forum.capitalize()
    return rng.choice(
        (
            f"Protokoll {short} {day}",
            f"prot_{day:%y%m%d}_justerat",
            f"{short} {MONTH_NAMES[day.month - 1]} {day:%y}",
            f"{day:%Y%m%d} Protokoll {short}",
            f"Protokoll-{day}-signerat",
            f"Minnesanteckningar {short} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
        )
    )


def _free(name: str, taken: c.Container[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    numbered = (f"{stem} ({n}){dot}{suffix}" for n in itertools.count(2))
    return next(n for n in itertools.chain([name], numbered) if n not in taken)
