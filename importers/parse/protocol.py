"""One document's lines as a Protocol: each part found by its own module, here put together."""

import collections.abc as c
import dataclasses as dc

from archive.model import Protocol, Section, Source
from archive.registry import Registries
from archive.settings import Own
from importers.formats.lines import Document, Line
from importers.parse.attendance import parse_attendance
from importers.parse.checks import of_pictures, to_check
from importers.parse.dated_details import with_dated_details
from importers.parse.division import Parts, divide
from importers.parse.exchanges import find_exchanges
from importers.parse.forvaltning import Traces, find_forvaltning
from importers.parse.justerare import find_justerare
from importers.parse.meeting import find_meeting
from importers.parse.meeting_date import Clues, find_meeting_date
from importers.parse.movements import with_movements
from importers.parse.next_meeting import find_next_meeting
from importers.parse.officers import find_officers
from importers.parse.paragraphs import restore
from importers.parse.personal_data import PersonalData
from importers.parse.plan_pages import find_plan_pages
from importers.parse.presence import with_sections_attended
from importers.parse.private_places import private_remarks, without_values
from importers.parse.references import find_diarienummer, find_references
from importers.parse.samverkan import find_samverkan
from importers.parse.section_unions import section_unions
from importers.parse.signatures import parse_signatures
from importers.parse.tables import with_whole_cells
from importers.parse.theme import find_theme
from importers.parse.time_place import find_time_place
from importers.parse.titles import Heading
from importers.parse.topic_words import TopicWords
from importers.parse.topics import find_topics
from importers.parse.unions import UnionNames
from importers.parse.voices import Voices


class Parser:
    """Turns documents into protocols, with the registries compiled once.

    Numbers and addresses that are not the operator's `own` are remarked on as private.
    """

    def __init__(self, registries: Registries, own: Own | None = None) -> None:
        self._registries = registries
        self._unions = UnionNames(registries.unions)
        self._topic_words = TopicWords(registries.topics)
        self._personal = PersonalData(own or Own(), registries.unions.values())

    def parse(self, document: Document, filename: str) -> Protocol:
        """The protocol a document holds, with remarks on what could not be placed or is unsure.

        Never raises: what is no protocol at all is one with the remark NOT_A_PROTOCOL.
        """
        parts = divide(document)
        attendance, attendance_remarks = parse_attendance(parts.header, self._unions)
        voices = Voices(attendance)
        sections = tuple(
            self._section(n, *found, parts, voices) for n, found in enumerate(parts.sections, 1)
        )
        body = "\n\n".join(f"{section.title}\n\n{section.text}" for section in sections)
        title, furniture = parts.title, parts.furniture_text
        when = find_time_place(parts.header)
        present = [person.name for person in attendance.present if person.name]
        signatures = parse_signatures(parts.signatures, present)
        date = find_meeting_date(
            Clues(parts.header_text, furniture, body, signatures.stamps, filename)
        )
        sections = tuple(with_dated_details(section, date) for section in sections)
        forvaltning = find_forvaltning(
            Traces(
                header=f"{title}\n{parts.administration}\n{furniture}",
                roles="\n".join(p.role for p in attendance.present if p.role),
                body=body,
                diarienummer=tuple(n for section in sections for n in section.diarienummer),
                filename=filename,
            ),
            self._registries.forvaltningar,
            date.value.year if date.value else None,
        )
        officers = find_officers(parts.header, attendance, sections, parts.signatures)
        protocol = Protocol(
            title=title,
            date=date,
            forvaltning=forvaltning,
            attendance=with_sections_attended(
                with_movements(attendance, sections),
                [section.number for section in sections if section.number is not None],
            ),
            sections=sections,
            source=Source(
                filename,
                media_type=document.media_type,
                pages=document.page_count,
                machine_read=document.machine_read,
                confidence=document.confidence,
            ),
            time=when.time,
            place=when.place,
            justerare=find_justerare(parts.header, sections, attendance, parts.signatures),
            signatures=signatures.names,
            next_meeting=find_next_meeting(parts.header, sections, date.value),
            meeting=find_meeting(f"{title}\n{furniture}", filename),
            chair=officers.chair,
            secretary=officers.secretary,
            theme=find_theme(parts.header_text, sections),
            appendices=parts.appendices,
            placed=parts.placed,
        )
        remarks = tuple(
            without_values(remark, self._personal)
            for remark in (
                *of_pictures(document),
                *attendance_remarks,
                *to_check(protocol, parts),
            )
        )
        private = private_remarks(protocol, parts, filename, self._personal)
        return dc.replace(protocol, warnings=(*remarks, *private))

    def _section(
        self,
        ordinal: int,
        heading: Heading,
        lines: c.Sequence[Line],
        parts: Parts,
        voices: Voices,
    ) -> Section:
        restored = restore(with_whole_cells(lines, parts.metrics), parts.metrics)
        title, text = heading.title, restored.text
        topics = find_topics(title, text, self._topic_words)
        pages = {heading.page, *(line.page for line in lines)}
        return Section(
            ordinal=ordinal,
            number=heading.number,
            title=title,
            text=text,
            pages=tuple(sorted(page for page in pages if page)),
            page_starts=restored.page_starts,
            unions=section_unions(title, text, self._unions),
            topics=tuple(found.topic for found in topics),
            topic_evidence=topics,
            diarienummer=find_diarienummer(f"{title}\n{text}"),
            references=find_references(f"{title}\n{text}"),
            exchanges=find_exchanges(title, text, self._unions, voices),
            samverkan=find_samverkan(title, text, self._unions),
            plan_pages=find_plan_pages(title, text),
        )
