"""What is bound with the minutes after the signatures: "Bilaga 1 Riskbedömning".

An appendix has headings and a numbering of its own, which are no §§ of the minutes. It opens with
its label at the top of a page, or in a file without pages somewhere after the signatures. The same
label also stands within the minutes ("Bilaga 1" beside a decision), and opens nothing there. A
signing service adds its page last of all, after the appendices.
"""

import collections.abc as c
import typing as t

from archive.model import Appendix
from importers.formats.lines import Line
from importers.parse.paragraphs import Metrics, restore
from importers.parse.signatures import APPENDIX, BEGINS, SIGNING_SERVICE
from importers.parse.tables import with_whole_cells

SIGNED_WITHIN: t.Final = 25  # lines, where the file has no pages
FRONT: t.Final = 0.25  # of the lines; what is bound with the minutes never begins so early
SERVICE_WITHIN: t.Final = 6  # lines from the top of a signing service's page


def find_first(lines: c.Sequence[Line]) -> int:
    """Where the first appendix after signatures begins, or the number of lines."""
    signed: int | None = None
    for i in range(int(len(lines) * FRONT), len(lines)):
        if BEGINS.fullmatch(lines[i].text):
            signed = i
        elif signed is not None and APPENDIX.fullmatch(lines[i].text):
            near = lines[i].page is None and i - signed <= SIGNED_WITHIN
            if near or _tops_page(lines, i):
                return i
    return len(lines)


def split_appendices(
    lines: c.Sequence[Line], metrics: Metrics
) -> tuple[tuple[Line, ...], tuple[Appendix, ...]]:
    """Lines after the last § as those of signatures, and the appendices bound with them."""
    starts = [i for i in range(len(lines)) if _opens(lines, i)]
    if not starts:
        return tuple(lines), ()
    service = _service_page(lines, starts[0])
    appendices = tuple(
        _appendix(lines[start:end], metrics)
        for start, end in zip(starts, [*starts[1:], service], strict=True)
        if start < service
    )
    return (*lines[: starts[0]], *lines[service:]), appendices


def _opens(lines: c.Sequence[Line], i: int) -> bool:
    if not APPENDIX.fullmatch(lines[i].text):
        return False
    return lines[i].page is None or i == 0 or _tops_page(lines, i)


def _tops_page(lines: c.Sequence[Line], i: int) -> bool:
    return i > 0 and lines[i].page is not None and lines[i].page != lines[i - 1].page


def _service_page(lines: c.Sequence[Line], start: int) -> int:
    """Where a signing service's page begins after `start`, or the number of lines."""
    for i in range(start, len(lines)):
        top = [ln.text for ln in lines[i : i + SERVICE_WITHIN] if ln.page == lines[i].page]
        if _tops_page(lines, i) and any(map(SIGNING_SERVICE.fullmatch, top)):
            return i
    return len(lines)


def _appendix(lines: c.Sequence[Line], metrics: Metrics) -> Appendix:
    """One appendix; a label alone on its line has its title on the next."""
    found, after = APPENDIX.fullmatch(lines[0].text), 1
    title = lines[0].text
    if found and not found["title"] and len(lines) > 1 and _is_title(lines[1]):
        title, after = f"{found['label']} {lines[1].text}", 2
    text = restore(with_whole_cells(lines[after:], metrics), metrics).text
    return Appendix(title, text, tuple(sorted({line.page for line in lines if line.page})))


def _is_title(line: Line) -> bool:
    return (line.bold or line.heading is not None) and not line.text.endswith(".")
