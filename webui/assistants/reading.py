"""What is answered: read through the catalogue and the index, as one audience, and through nothing
else."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import typing as t

from archive.catalogue import Catalogue
from archive.errors import UnknownProtocol
from archive.model import Protocol
from archive.records import Record
from archive.registry import Registries
from archive.settings import Settings
from archive.visibility import Audience
from index import REPEATED, Kind, Request, Result, SearchIndex, at_page, facet_label
from webui import explaining, paging, permalinks
from webui.assistants import checking, contents
from webui.assistants.answers import (
    FoundHit,
    ProtocolAnswer,
    Question,
    QuestionsAnswer,
    SearchAnswer,
    SectionAnswer,
    Value,
    ValuesAnswer,
)
from webui.assistants.asked import ForProtocol, ForQuestions, ForSearch, ForSection, ForValues
from webui.assistants.telling import Teller
from webui.labels import Labels

Told = t.TypeVar("Told", FoundHit, Question)


@dc.dataclass(frozen=True, slots=True)
class Reader:
    """Reads one archive for assistants. Raises CannotAnswer, and what catalogue and index raise."""

    settings: Settings
    catalogue: Catalogue
    index: SearchIndex
    registries: Registries
    audience: Audience = Audience.PUBLIC  # as on the site, which has no accounts
    today: c.Callable[[], dt.date] = dt.date.today

    def search(self, asked: ForSearch) -> SearchAnswer:
        """A page of hits."""
        teller = self._teller()
        request, result, notes = self._found(asked, asked.typ)
        return SearchAnswer(
            total=result.total,
            typ=asked.typ,
            sida=asked.sida,
            sidor=paging.last_page(request, result.total),
            hits=self._told(result, teller.hit),
            counts={value.id: value.count for value in result.facets.get("typ", ())},
            suggestion=result.suggestion,
            notes=notes,
            permalink=permalinks.search(self.settings.adress, at_page(request, 1)),
            how_to_cite=teller.how_to_cite(),
        )

    def questions(self, asked: ForQuestions) -> QuestionsAnswer:
        """A page of questions with their answers."""
        teller = self._teller()
        request, result, notes = self._found(asked, Kind.EXCHANGE)
        return QuestionsAnswer(
            total=result.total,
            sida=asked.sida,
            sidor=paging.last_page(request, result.total),
            questions=self._told(result, teller.question),
            notes=notes,
            permalink=permalinks.search(self.settings.adress, at_page(request, 1)),
            how_to_cite=teller.how_to_cite(),
        )

    def section(self, asked: ForSection) -> SectionAnswer:
        """A section with its text."""
        protocol = self._record(asked.protocol_id).protocol
        section = explaining.section_at(protocol, checking.place(asked.anchor, protocol))
        if section is None:
            raise checking.no_place(asked.anchor, protocol)
        return self._teller().section(protocol, section, asked.from_character)

    def protocol(self, asked: ForProtocol) -> ProtocolAnswer:
        """A protocol with its contents."""
        record = self._record(asked.protocol_id)
        return contents.protocol(self._teller(), record, with_text=asked.with_text)

    def values(self, asked: ForValues) -> ValuesAnswer:
        """What the parameters can be, as far as there is anything under it."""
        kinds = [*REPEATED] if asked.kind == "alla" else [asked.kind]
        result = self.index.search(Request("", self.audience, limit=0))
        held = self.catalogue.summary(self.audience)
        return ValuesAnswer(
            protocols=held.protocols,
            earliest=held.earliest,
            latest=held.latest,
            values={kind: self._values(kind, result) for kind in kinds},
        )

    def _found(
        self, asked: ForSearch | ForQuestions, kind: Kind
    ) -> tuple[Request, Result, tuple[str, ...]]:
        request, notes = checking.read_hits(asked, kind, self.audience, self.registries)
        result = self.index.search(request)
        pages = paging.last_page(request, result.total)
        if asked.sida > pages:
            notes += (f"There is no page {asked.sida}: the last is {pages}.",)
        return request, result, notes + result.notes

    def _told(
        self, result: Result, tell: c.Callable[[t.Any, Protocol], Told | None]
    ) -> tuple[Told, ...]:
        """The hits in what the catalogue has now, which rules over the index."""
        ids = list(dict.fromkeys(hit.protocol_id for hit in result.hits))
        protocols = {
            str(record.protocol.id): record.protocol
            for record in self.catalogue.some(ids, self.audience)
        }
        told = (
            tell(hit, protocols[hit.protocol_id])
            for hit in result.hits
            if hit.protocol_id in protocols
        )
        return tuple(filter(None, told))

    def _record(self, given: str) -> Record:
        """The protocol of that id, or of one it had before."""
        id_ = checking.protocol_id(given)
        try:
            return self.catalogue.get(id_, self.audience)
        except UnknownProtocol as err:
            moved = self.catalogue.moved_to(id_, self.audience)
            if moved is None or moved == id_:
                raise checking.no_protocol(given) from err
        try:
            return self.catalogue.get(moved, self.audience)
        except UnknownProtocol as err:  # taken away in between
            raise checking.no_protocol(given) from err

    def _values(self, kind: str, result: Result) -> tuple[Value, ...]:
        entries: c.Mapping[str, t.Any] = {
            "forvaltning": self.registries.forvaltningar,
            "fack": self.registries.unions,
        }.get(kind, {})
        return tuple(
            Value(
                value.id,
                facet_label(kind, value.id, self.registries),
                value.count,
                getattr(entries.get(value.id), "predecessors", ()),
            )
            for value in result.facets.get(kind, ())
        )

    def _teller(self) -> Teller:
        settings = self.settings
        via = ", ".join(filter(None, (settings.namn, settings.agare)))
        labels = Labels(self.registries)
        return Teller(labels, settings.adress, via, settings.notis, self.today())
