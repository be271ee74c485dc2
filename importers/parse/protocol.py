"""One document's lines as a Protocol: each part found by its own module, here put together."""

import collections.abc as c
import dataclasses as dc
import itertools
import re
import typing as t

from archive.messages import RemarkCode
from archive.model import Basis, Meeting, Protocol, Remark, Section, Source
from archive.registry import Registries
from importers.formats.lines import Document, Line
from importers.parse.attendance import parse_attendance
from importers.parse.dates import find_dates
from importers.parse.exchanges import find_exchanges
from importers.parse.forvaltning import Traces, find_forvaltning
from importers.parse.furniture import split_furniture
from importers.parse.header_blocks import Block, parse_header
from importers.parse.header_labels import Kind
from importers.parse.headings import find_headings
from importers.parse.meeting_date import Clues, find_meeting_date, find_next_meeting
from importers.parse.paragraphs import Metrics, measure, restore
from importers.parse.recognise import is_protocol
from importers.parse.references import find_diarienummer, find_references
from importers.parse.samverkan import find_samverkan
from importers.parse.section_unions import section_unions
from importers.parse.signatures import find_justerare, parse_signatures, split_signatures
from importers.parse.time_place import find_time_place, start_time
from importers.parse.titles import Heading
from importers.parse.topics import find_topics
from importers.parse.unions import UnionNames

LONGEST_TITLE: t.Final = 200
UNKNOWN_LETTER: t.Final = "\N{REPLACEMENT CHARACTER}"
HEADER_AT_MOST: t.Final = 60  # lines, where no heading ends it

# "FSG", "Cesam", "förvaltningsgruppen"; "central samverkansgrupp" before "samverkansgrupp"
FORUM: t.Final = re.compile(
    r"\b(FSG|CSG|LSG|CESAM|Cesam|SVG|(?:central |lokal |förvaltningens )?samverkansgrupp"
    r"|förvaltningsgrupp|skyddskommitté)(?:en|ens|s)?\b",
    re.IGNORECASE,
)
EXTRA: t.Final = re.compile(r"\b(extra|extrainsatt|extraordinarie)\b", re.IGNORECASE)
ORDINARY: t.Final = re.compile(r"\bordinarie\b", re.IGNORECASE)
# "Protokoll nr 4/2024", "Möte nr 3", "Protokoll 5:2024"
MEETING_NUMBER: t.Final = re.compile(
    r"\b(?:protokoll|möte|sammanträde)\s*(?:nr\.?|nummer|#)?\s*(?P<number>\d{1,2}(?:[/:-]\d{2,4})?)\b"
    r"(?!\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)


@dc.dataclass(frozen=True, slots=True)
class _Parts:
    """A document's lines, divided."""

    furniture: tuple[Line, ...]
    header: tuple[Block, ...]
    sections: tuple[tuple[Heading, tuple[Line, ...]], ...]
    signatures: tuple[Line, ...]
    metrics: Metrics

    @property
    def header_text(self) -> str:
        """Title and time, one line each."""
        kinds = (Kind.TITLE, Kind.TIME, Kind.TIME_AND_PLACE, Kind.REST)
        blocks = sorted(
            (block for block in self.header if block.kind in kinds),
            key=lambda block: kinds.index(block.kind),
        )
        return "\n".join(block.text for block in blocks)


class Parser:
    """Turns documents into protocols, with the registries compiled once."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries
        self._unions = UnionNames(registries.unions)

    def parse(self, document: Document, filename: str) -> Protocol:
        """The protocol a document holds, with remarks on what could not be placed or is unsure.

        Never raises: what is no protocol at all is one with the remark NOT_A_PROTOCOL.
        """
        parts = _divide(document)
        attendance, attendance_remarks = parse_attendance(parts.header, self._unions)
        sections = tuple(
            self._section(n, *found, parts) for n, found in enumerate(parts.sections, 1)
        )
        body = "\n\n".join(f"{section.title}\n\n{section.text}" for section in sections)
        furniture = "\n".join(dict.fromkeys(line.text for line in parts.furniture))
        title = _title(parts.header)
        when = find_time_place(parts.header)
        signatures = parse_signatures(parts.signatures)
        date = find_meeting_date(
            Clues(parts.header_text, furniture, body, signatures.stamps, filename)
        )
        forvaltning = find_forvaltning(
            Traces(
                header=f"{title}\n{furniture}",
                roles="\n".join(p.role for p in attendance.present if p.role),
                body=body,
                diarienummer=tuple(n for section in sections for n in section.diarienummer),
                filename=filename,
            ),
            self._registries.forvaltningar,
            date.value.year if date.value else None,
        )
        protocol = Protocol(
            title=title,
            date=date,
            forvaltning=forvaltning,
            attendance=attendance,
            sections=sections,
            source=Source(filename, None, document.media_type, document.page_count),
            time=when.time,
            place=when.place,
            justerare=find_justerare(parts.header, sections, attendance),
            signatures=signatures.names,
            next_meeting=find_next_meeting(body, date.value),
            meeting=_meeting(f"{title}\n{furniture}", filename),
        )
        remarks = (*attendance_remarks, *_remarks(protocol, parts))
        return dc.replace(protocol, warnings=remarks)

    def _section(
        self, ordinal: int, heading: Heading, lines: c.Sequence[Line], parts: _Parts
    ) -> Section:
        restored = restore(lines, parts.metrics)
        title, text = heading.title, restored.text
        pages = {line.page for line in lines if line.page is not None}
        return Section(
            ordinal=ordinal,
            number=heading.number,
            title=title,
            text=text,
            pages=tuple(sorted(pages)),
            page_starts=restored.page_starts,
            unions=section_unions(title, text, self._unions),
            topics=find_topics(title, text, self._registries.topics),
            diarienummer=find_diarienummer(f"{title}\n{text}"),
            references=find_references(f"{title}\n{text}"),
            exchanges=find_exchanges(title, text, self._unions),
            samverkan=find_samverkan(title, text),
        )


def _divide(document: Document) -> _Parts:
    """Furniture, header, sections and signatures; every line is in one of them."""
    split = split_furniture(document)
    lines, metrics = split.body, measure(split.body)
    headings = find_headings(lines, metrics)
    if not headings:
        body, signed = split_signatures(lines)
        whole = Heading(0, 0, None, "")
        header = parse_header(lines[:HEADER_AT_MOST])
        return _Parts(split.furniture, header, ((whole, tuple(body)),), tuple(signed), metrics)
    ends = [heading.first for heading in headings[1:]] + [len(lines)]
    bodies = [lines[h.after : end] for h, end in zip(headings, ends, strict=True)]
    last, signed = split_signatures(bodies[-1])
    bodies[-1] = tuple(last)
    header = parse_header(lines[: headings[0].first])
    sections = tuple(zip(headings, bodies, strict=True))
    return _Parts(split.furniture, header, sections, tuple(signed), metrics)


def _title(header: c.Sequence[Block]) -> str:
    """The title lines as one, or simply what it is."""
    words = " ".join(block.text for block in header if block.kind is Kind.TITLE)
    return words[:LONGEST_TITLE].strip() or "Protokoll"


def _meeting(header: str, filename: str) -> Meeting:
    forum = FORUM.search(header) or FORUM.search(filename)
    number = MEETING_NUMBER.search(header)
    kind = "extra" if EXTRA.search(header) else "ordinary" if ORDINARY.search(header) else None
    return Meeting(kind, forum[1] if forum else None, number["number"] if number else None)


def _remarks(protocol: Protocol, parts: _Parts) -> c.Iterator[Remark]:
    """What the reader should check."""
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
            words = section.text[max(0, at - 30) : at + 30]
            yield Remark(RemarkCode.TEXT_DAMAGED, section.page_at(at), words)
    for block in parts.header:
        if block.kind is Kind.REST and not start_time(block.text):
            yield Remark(RemarkCode.UNPLACED_TEXT, block.lines[0].page, block.text)
    numbers = [section.number for section in protocol.sections]
    if numbers == [None]:
        yield Remark(RemarkCode.NO_SECTIONS)
    elif None in numbers:
        yield Remark(RemarkCode.SECTIONS_UNNUMBERED)
    for before, after in itertools.pairwise(number for number in numbers if number is not None):
        if after != before + 1:
            yield Remark(RemarkCode.SECTION_GAP, text=f"§ {before} → § {after}")
    if not is_protocol(
        protocol, f"{protocol.title}\n" + "\n".join(ln.text for ln in parts.furniture)
    ):
        yield Remark(RemarkCode.NOT_A_PROTOCOL)
