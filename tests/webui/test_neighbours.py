import collections.abc as c
import dataclasses as dc
import datetime as dt
import re

import meetings
from flask.testing import FlaskClient

from archive.model import Protocol, ProtocolReference
from archive.registry import packaged
from archive.series import Held
from webui.neighbours import announced, heirs, predecessors, referred

FEBRUARY = dt.date(2024, 2, 10)


def pointing(*references: ProtocolReference) -> Protocol:
    """A meeting whose first section points at others."""
    protocol = meetings.monthly(2024, 3, "farsta", "Farsta")
    text = "Rättelse av protokollet den 10 februari, § 2. Se även protokoll 7/2023."
    first = dc.replace(protocol.sections[0], text=text, protocol_references=references)
    return dc.replace(protocol, sections=(first, *protocol.sections[1:]))


def test_a_reference_means_the_meeting_of_that_day_its_own_forvaltnings_first() -> None:
    reference = ProtocolReference("protokollet den 10 februari", FEBRUARY)
    gone = ProtocolReference("protokollet den 9 maj", dt.date(2023, 5, 9))
    own = Held("farsta/2024-02-10", FEBRUARY, "farsta")
    held = (Held("bromma/2024-02-10", FEBRUARY, "bromma"), own)
    assert referred(pointing(reference, gone), held) == {reference: own}


def test_a_protocol_never_refers_to_itself() -> None:
    protocol = dc.replace(pointing(ProtocolReference("dagens", FEBRUARY)), id="farsta/2024-02-10")
    assert referred(protocol, [Held("farsta/2024-02-10", FEBRUARY, "farsta")]) == {}


def test_a_forvaltning_knows_what_it_took_over_and_what_took_it_over() -> None:
    assert predecessors(packaged(), "jarva") == {"rinkeby-kista", "spanga-tensta"}
    assert heirs(packaged(), "rinkeby-kista") == {"jarva"}
    assert heirs(packaged(), "jarva") == predecessors(packaged(), "farsta") == frozenset()


def test_the_page_links_to_the_meetings_before_and_after(client: FlaskClient) -> None:
    page = client.get("/protokoll/bromma/2022-01-10").text
    assert page.count('rel="prev" href="/protokoll/bromma/2020-08-10"') == 2  # top and end
    assert page.count('rel="next" href="/protokoll/bromma/2022-02-10"') == 2
    first = client.get("/protokoll/bromma/2020-01-10").text
    assert 'rel="prev"' not in first
    assert "turns" not in client.get("/protokoll/okand/odaterat").text
    assert "Senaste protokollet här" not in page
    newest = client.get("/protokoll/bromma/2024-08-10").text
    assert newest.count("Senaste protokollet här") == 2


def announcing(day: dt.date | None) -> Protocol:
    protocol = meetings.monthly(2024, 3, "farsta", "Farsta")
    return dc.replace(protocol, id="farsta/2024-03-10", next_meeting=day)


def test_the_announced_meeting_is_the_nearest_within_a_week() -> None:
    own = Held("farsta/2024-03-10", dt.date(2024, 3, 10), "farsta")
    near, nearer, far = (
        Held(f"farsta/2024-04-{day}", dt.date(2024, 4, day), "farsta") for day in (10, 14, 23)
    )
    assert announced(announcing(dt.date(2024, 4, 15)), [own, near, far, nearer]) == nearer
    assert announced(announcing(dt.date(2024, 4, 30)), [own, near, far, nearer]) == far
    assert announced(announcing(dt.date(2024, 5, 15)), [own, near, far, nearer]) is None
    assert announced(announcing(dt.date(2024, 3, 12)), [own]) is None
    assert announced(announcing(None), [own, near]) is None


def test_an_announced_day_at_the_end_of_time_is_only_a_day(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    page = client_of(announcing(dt.date.max)).get("/protokoll/farsta/2024-03-10").text
    assert "31\N{NO-BREAK SPACE}december\N{NO-BREAK SPACE}9999" in page
    assert "finns inte här" not in page  # it has not been held


def test_the_page_says_whether_the_announced_meeting_is_here(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    client = client_of(
        announcing(dt.date(2024, 4, 12)),
        dc.replace(announcing(dt.date(2024, 6, 1)), date=meetings.monthly(2024, 4, "f", "").date),
        meetings.monthly(2024, 8, "farsta", "Farsta"),
    )
    page = client.get("/protokoll/farsta/2024-03-10").text.replace("\N{NO-BREAK SPACE}", " ")
    assert '<a href="/protokoll/farsta/2024-04-10"><time datetime="2024-04-12">' in page
    assert "(protokollet är från 10 april 2024)" in page
    lost = client.get("/protokoll/farsta/2024-04-10").text
    assert "(protokollet finns inte här)" in lost


def test_a_meeting_that_the_text_names_is_a_link_where_it_is_kept(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    protocol = announcing(None)
    text = "Vision frågade vid mötet den 10 februari 2024. Så även vid mötet den 9 maj 2023."
    protocol = dc.replace(protocol, sections=(dc.replace(protocol.sections[0], text=text),))
    client = client_of(protocol, meetings.monthly(2024, 2, "farsta", "Farsta"))
    page = client.get("/protokoll/farsta/2024-03-10").text
    assert 'vid <a href="/protokoll/farsta/2024-02-10">mötet den 10 februari 2024</a>.' in page
    assert "vid mötet den 9 maj 2023." in page


def test_where_it_has_none_of_its_own_a_predecessors_meeting_stands_there(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    older = meetings.monthly(2024, 1, "rinkeby-kista", "Rinkeby-Kista")
    client = client_of(older, meetings.monthly(2024, 5, "jarva", "Järva"))
    page = client.get("/protokoll/jarva/2024-05-10").text
    assert 'rel="prev" href="/protokoll/rinkeby-kista/2024-01-10"' in page
    assert "Rinkeby-Kista</span>" in page
    assert (
        'rel="next" href="/protokoll/jarva/2024-05-10"'
        in client.get("/protokoll/rinkeby-kista/2024-01-10").text
    )


def test_what_a_section_points_at_is_a_link_in_the_text_and_below(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    correction = ProtocolReference(
        "protokollet den 10 februari, § 2", FEBRUARY, section=2, correction=True
    )
    gone = ProtocolReference("protokollet den 9 maj", dt.date(2023, 5, 9))
    numbered = ProtocolReference("protokoll 7/2023", number="7/2023")
    client = client_of(
        pointing(correction, gone, numbered), meetings.monthly(2024, 2, "farsta", "Farsta")
    )
    page = client.get("/protokoll/farsta/2024-03-10").text.replace("\N{NO-BREAK SPACE}", " ")
    there = 'href="/protokoll/farsta/2024-02-10#p2"'
    assert f"<a {there}>protokollet den 10 februari, § 2</a>" in page
    assert re.search(rf"<dt>Rättar</dt>\s*<dd>\s*<a {there}>protokollet 10 februari 2024", page)
    assert re.search(r"protokollet 9 maj 2023 <span class=\"small\">\(finns inte här\)", page)
    assert '">protokoll nr 7/2023</a>' in page
