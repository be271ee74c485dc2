"""Links in a running text: case numbers and other protocols, where they are written out.

A link may lie across marks, so the text is parted at its links and each piece is marked for itself.
"""

import collections.abc as c
import re
import typing as t

import markupsafe

from index import Excerpt
from webui import marking

_LINK: t.Final = markupsafe.Markup('<a href="{}">{}</a>')


class Links:
    """Finds what is to be a link in any text."""

    def __init__(self, addresses: c.Mapping[str, str]) -> None:
        """`addresses` tells where what is written so leads."""
        self._addresses = {" ".join(written.split()): it for written, it in addresses.items()}
        longest_first = sorted(filter(None, self._addresses), key=len, reverse=True)
        choices = "|".join(r"\s+".join(map(re.escape, it.split())) for it in longest_first)
        # "HÄ 2024/12" is not in "HÄ 2024/123" nor in "HÄ 2024/12-3".
        pattern = rf"(?<![\w/])(?:{choices})(?!\w|[-/:.]\d)"
        self._pattern = re.compile(pattern) if choices else None

    def __call__(self, passage: Excerpt) -> markupsafe.Markup:
        """The passage as HTML with its marks and links."""
        found = list(self._pattern.finditer(passage.text)) if self._pattern else []
        if not found:
            return marking.marked(passage)
        before = "… " if passage.cut_before else ""
        after = " …" if passage.cut_after else ""
        pieces: list[str] = [before]
        done = 0
        for match in found:
            pieces.append(_piece(passage, done, match.start()))
            address = self._addresses[" ".join(match[0].split())]
            pieces.append(_LINK.format(address, _piece(passage, *match.span())))
            done = match.end()
        pieces += [_piece(passage, done, len(passage.text)), after]
        return markupsafe.Markup("").join(pieces)


def _piece(passage: Excerpt, start: int, end: int) -> markupsafe.Markup:
    marks = (
        mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in passage.marks
        if mark.start < end and mark.end > start
    )
    return marking.marked(Excerpt(passage.text[start:end], tuple(marks)))
