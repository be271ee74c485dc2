"""What a quotation says besides the words: meeting, date, §, page, address, and when it was read.

    ”Larmen har varit ur funktion sedan i höstas.”

    Protokoll från förvaltningsgruppen i Farsta, 14 januari 2025, § 2 Föranmälda frågor, s. 1–2
    https://protokoll.example.se/protokoll/farsta/2025-01-14#p2 (hämtad 2030-01-15 via
    Protokollarkivet)

It is plain text, to be pasted anywhere, so it has ordinary spaces. One exchange is quoted by the
address of its section and its number in it: "f10" may be another question once the protocol is
read anew, a § stays what the protocol calls it.
"""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import itertools
import typing as t

from archive.model import Exchange, Protocol, Section
from webui import phrasing

# Within a quotation, marks of quotation are single.
_INNER: t.Final = str.maketrans(dict.fromkeys('”“„"', "’"))
_SPACES: t.Final = str.maketrans({phrasing.NO_BREAK: " "})


@dc.dataclass(frozen=True, slots=True)
class Quoter:
    """Quotes from one protocol, on one day."""

    protocol: Protocol
    forvaltning: str | None  # its name
    address: str  # the protocol's own, in full
    today: dt.date
    union_name: c.Callable[[str], str]
    via: str = ""  # the archive, and who answers for it

    def whole(self) -> str:
        """Where the protocol is, without any of its words."""
        return _joined("", self._reference(None), self._found_at(""))

    def place(self, section: Section, exchange: Exchange | None = None) -> str:
        """Where a section or one exchange in it is, without any of its words."""
        if exchange is None:
            return self._quoted("", section, section.pages)
        return self._quoted("", section, _pages_of(section, exchange), _which_of(section, exchange))

    def section(self, section: Section) -> str:
        """A section's text with where it stands."""
        return self._quoted(_in_quotes(section.text), section, section.pages)

    def exchange(self, section: Section, exchange: Exchange) -> str:
        """A question with what was said to it, and where it stands."""
        name = self.union_name(exchange.union) if exchange.union else None
        said = []
        if exchange.question:
            asks = phrasing.asked_by(name, exchange.question)
            said.append(f"{asks}: {_in_quotes(exchange.question)}")
        if exchange.answer:
            said.append(f"Arbetsgivaren svarar: {_in_quotes(exchange.answer)}")
        else:
            said.append("Inget svar i protokollet.")
        which = _which_of(section, exchange)
        return self._quoted("\n\n".join(said), section, _pages_of(section, exchange), which)

    def _quoted(self, said: str, section: Section, pages: c.Sequence[int], which: str = "") -> str:
        parts = [self._reference(section), which, _on_pages(pages)]
        source = self.protocol.source
        if source and set(pages) & set(source.machine_read):
            parts.append("texten läst av maskin")
        anchor = f"#{self.protocol.anchor(section)}"
        return _joined(said, ", ".join(filter(None, parts)), self._found_at(anchor))

    def _reference(self, section: Section | None) -> str:
        return phrasing.reference(self.protocol, self.forvaltning, section)

    def _found_at(self, anchor: str) -> str:
        via = f" via {self.via}" if self.via else ""
        return f"{self.address}{anchor} (hämtad {self.today.isoformat()}{via})"


def _joined(said: str, reference: str, found_at: str) -> str:
    text = f"{said}\n\n{reference}\n{found_at}" if said else f"{reference}\n{found_at}"
    return text.translate(_SPACES)


def _in_quotes(text: str) -> str:
    words = text.strip()
    return f"”{words.translate(_INNER)}”" if words else ""


def _which_of(section: Section, exchange: Exchange) -> str:
    """ "fråga 2 av 3", where the section has several."""
    numbers = [n for n, it in enumerate(section.exchanges, 1) if it is exchange]
    several = len(section.exchanges) > 1
    return f"fråga {numbers[0]} av {len(section.exchanges)}" if numbers and several else ""


def _pages_of(section: Section, exchange: Exchange) -> tuple[int, ...]:
    """The pages from where it is asked to where the answer ends."""
    spans = [span for span in (exchange.question_span, exchange.answer_span) if span]
    if not spans:
        return section.pages
    first = section.page_at(min(span.start for span in spans))
    last = section.page_at(max(span.end for span in spans) - 1)
    if first is None or last is None:
        return section.pages
    return tuple(range(first, last + 1))


def _on_pages(pages: c.Sequence[int]) -> str:
    """ "s. 3", "s. 1–2", "s. 1, 4–5"; empty where the file has no pages."""
    runs = itertools.groupby(enumerate(sorted(pages)), lambda place: place[1] - place[0])
    written = []
    for _, run in runs:
        first, *rest = [page for _, page in run]
        written.append(f"{first}–{rest[-1]}" if rest else str(first))
    return f"s. {', '.join(written)}" if written else ""
