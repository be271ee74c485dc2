from archive.model import Basis
from archive.visibility import Visibility
from index import Excerpt, ExchangeHit, Hit, Kind
from webui import hits


def hit(exchange: ExchangeHit | None, *excerpts: str, title: str | None = "Larm") -> Hit:
    return Hit(
        kind=Kind.SECTION,
        score=1.0,
        protocol_id="farsta/2025-01-14",
        protocol_title="Protokoll",
        date=None,
        date_basis=Basis.UNKNOWN,
        forvaltning=None,
        forvaltning_name=None,
        forvaltning_basis=Basis.UNKNOWN,
        filename="f.pdf",
        visibility=Visibility.PUBLIC,
        title=title,
        exchange=exchange,
        excerpts=tuple(Excerpt(text) for text in excerpts),
    )


def test_a_passage_told_as_question_or_answer_is_not_told_twice() -> None:
    exchange = ExchangeHit("vision", Excerpt("Får vi larm i år?"), Excerpt("Ja."), True)
    shown = hits.own_excerpts(hit(exchange, "Får vi larm", "Något annat."))
    assert [excerpt.text for excerpt in shown] == ["Något annat."]
    assert len(hits.own_excerpts(hit(None, "Får vi larm"))) == 1


def test_a_hit_is_called_by_its_section_or_its_protocol() -> None:
    assert hits.heading(hit(None)).text == "Larm"
    assert hits.heading(hit(None, title=None)).text == "Protokoll"
    assert hits.heading(hit(None, title="")).text == "Utan rubrik"
