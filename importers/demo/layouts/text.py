"""Plain text: clean, as somebody saved it, or as PDF readers give it.

The raw form has wrapped lines with words broken at the end, an empty line after every line, the
page's furniture in the middle of sentences, and a form feed where a page begins.
"""

import collections.abc as c
import itertools
import typing as t

from importers.demo.layouts.blocks import Block, Furniture, Look
from importers.demo.layouts.hyphens import SOFT_HYPHEN, soften

WIDTH: t.Final = 64
LINES_A_PAGE: t.Final = 42
FORM_FEED: t.Final = "\f"


def clean_text(blocks: c.Iterable[Block]) -> str:
    """One line per paragraph, an empty line between paragraphs."""
    parts: list[str] = []
    for block in blocks:
        tight = block.look is Look.LINE
        parts.append(("" if tight or not parts else "\n") + _whole(block))
    return "\n".join(parts).strip("\n") + "\n"


def raw_text(furniture: Furniture, blocks: c.Iterable[Block], *, hyphenate: bool) -> str:
    """The same as a PDF reader gives it."""
    lines = [line for block in blocks for line in _wrapped(block, hyphenate)]
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    told = []
    for number, page in enumerate(pages, start=1):
        footer = furniture.footer.format(page=number, pages=len(pages))
        head = [line for line in (furniture.header, footer) if line]
        told.append(
            "".join(
                f" {line} \n\n" if n == 0 else f"{line} \n\n"
                for n, line in enumerate([*head, *page])
            )
        )
    return FORM_FEED.join(told)


def _whole(block: Block) -> str:
    if block.look is Look.TABLE:
        return "\n".join("\t".join(row) for row in block.rows)
    return f"{block.label} {block.text}".strip()


def _wrapped(block: Block, hyphenate: bool) -> list[str]:
    if block.look is Look.TABLE:
        return ["  ".join(row) for row in block.rows]
    text = _whole(block)
    return list(_fill(soften(text) if hyphenate else text))


def _fill(text: str) -> c.Iterator[str]:
    """Lines of at most `WIDTH`; a word with soft hyphens may be broken there."""
    line = ""
    for word in text.split(" "):
        whole = word.replace(SOFT_HYPHEN, "")
        room = WIDTH - len(line) - bool(line)
        if len(whole) <= room:
            line = f"{line} {whole}".strip()
            continue
        head = next((h for h in _heads(word) if len(h) + 1 <= room), "")
        if head:
            yield f"{line} {head}-".strip()
            line = whole[len(head) :]
        else:
            if line:
                yield line
            line = whole
    if line:
        yield line


def _heads(word: str) -> c.Iterator[str]:
    """The beginnings of a word that may stand before a break, the longest first."""
    parts = word.split(SOFT_HYPHEN)
    heads = list(itertools.accumulate(parts[:-1]))
    return reversed(heads)
