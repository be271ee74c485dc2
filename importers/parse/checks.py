"""What a reader should check: unknown and inferred facts, gaps, damage, text without a place."""

import collections.abc as c
import itertools
import typing as t

from archive.messages import RemarkCode
from archive.model import Basis, Protocol, Remark
from importers.formats.lines import Document
from importers.parse.dates import find_dates
from importers.parse.division import Parts
from importers.parse.recognise import is_protocol

UNKNOWN_LETTER: t.Final = "\N{REPLACEMENT CHARACTER}"
ABOUT: t.Final = 30  # characters on each side of a damaged place


def of_pictures(document: Document) -> c.Iterator[Remark]:
    """Remarks on pages that are pictures: read by machine, and how surely, or not at all."""
    if document.machine_read:
        pages = page_list(document.machine_read)
        if document.confidence is not None:
            pages += f", säkerhet {document.confidence:.0%}".replace("%", " %")
        yield Remark(RemarkCode.MACHINE_READ, text=pages)
    if document.without_text:
        yield Remark(RemarkCode.PAGE_WITHOUT_TEXT, text=page_list(document.without_text))


def page_list(pages: c.Sequence[int]) -> str:
    """Rising page numbers in words: "sidan 3", "sidorna 1–3, 5"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    spans = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return f"{'sidan' if len(pages) == 1 else 'sidorna'} {', '.join(spans)}"


def to_check(protocol: Protocol, parts: Parts) -> c.Iterator[Remark]:
    """Remarks on a protocol that is otherwise complete; attendance has made its own."""
    if protocol.date.value is None:
        yield Remark(RemarkCode.DATE_UNKNOWN)
    elif protocol.date.basis is Basis.INFERRED:
        yield Remark(RemarkCode.DATE_INFERRED)
    for mention in find_dates(parts.header_text):
        if mention.impossible:
            yield Remark(RemarkCode.DATE_IMPOSSIBLE, text=mention.text)
    if protocol.forvaltning.basis is Basis.UNKNOWN:
        yield Remark(RemarkCode.FORVALTNING_UNKNOWN)
    elif protocol.forvaltning.basis is Basis.INFERRED:
        yield Remark(RemarkCode.FORVALTNING_INFERRED)
    for section in protocol.sections:
        if UNKNOWN_LETTER in section.text:
            at = section.text.index(UNKNOWN_LETTER)
            words = section.text[max(0, at - ABOUT) : at + ABOUT]
            yield Remark(RemarkCode.TEXT_DAMAGED, section.page_at(at), words)
    for block in parts.unplaced:
        yield Remark(RemarkCode.UNPLACED_TEXT, block.lines[0].page, block.text)
    numbers = [section.number for section in protocol.sections]
    if numbers == [None]:
        yield Remark(RemarkCode.NO_SECTIONS)
    elif None in numbers:
        yield Remark(RemarkCode.SECTIONS_UNNUMBERED)
    for before, after in itertools.pairwise(number for number in numbers if number is not None):
        if after != before + 1:
            yield Remark(RemarkCode.SECTION_GAP, text=f"§ {before} → § {after}")
    if not is_protocol(protocol, f"{protocol.title}\n{parts.furniture_text}"):
        yield Remark(RemarkCode.NOT_A_PROTOCOL)
