import collections.abc as c
import dataclasses as dc
import re

import meetings
import pytest
from flask.testing import FlaskClient
from searches import request

from archive.model import Outcome, Reservation, SamverkanMatter, Section
from index import Kind
from webui import reservations

MORE = "Varje grupp prövar det först och säger vad som ska ändras innan det införs. " * 8
TEXT = "Kommunal reserverar sig mot beslutet."


def with_matter(outcome: Outcome) -> Section:
    matter = SamverkanMatter("MBL § 11", "Ny schemamodell", outcome, (), (Reservation(None, TEXT),))
    return Section(
        1,
        1,
        "Schema",
        f"Schemat föreslås rulla i tio veckor. {MORE}\n\n{TEXT}",
        (1,),
        samverkan=(matter,),
    )


@pytest.mark.parametrize(
    ("kind", "outcomes", "wanted"),
    [
        (Kind.SECTION, ("disagreed",), True),
        (Kind.SECTION, ("agreed", "disagreed"), True),
        (Kind.SECTION, ("agreed",), False),
        (Kind.SECTION, (), False),
        (Kind.PROTOCOL, ("disagreed",), False),
    ],
)
def test_reservations_are_read_only_where_disagreement_is_asked_for(
    kind: Kind, outcomes: tuple[str, ...], wanted: bool
) -> None:
    assert reservations.are_asked_for(request(kind=kind, outcomes=outcomes)) is wanted


@pytest.mark.parametrize(
    ("query", "shown", "also"),
    [
        ("utfall=disagreed", True, False),
        ("utfall=disagreed&q=schemat", True, True),
        ("", False, True),
    ],
)
def test_the_reservation_stands_among_the_hits(
    client_of: c.Callable[..., FlaskClient], query: str, shown: bool, also: bool
) -> None:
    protocol = dc.replace(
        meetings.farsta(), sections=(with_matter(Outcome.DISAGREED),), appendices=()
    )
    page = client_of(protocol).get(f"/sok?{query}").text
    excerpts = [re.sub("<[^>]+>", "", it) for it in re.findall('class="excerpt">(.*?)</p>', page)]
    assert (TEXT in excerpts) is shown
    assert any(it.startswith("Schemat föreslås rulla") for it in excerpts) is also


def test_a_matter_in_agreement_has_no_reservation_to_show(
    client_of: c.Callable[..., FlaskClient],
) -> None:
    protocol = dc.replace(meetings.farsta(), sections=(with_matter(Outcome.AGREED),), appendices=())
    page = client_of(protocol).get("/sok?utfall=disagreed&utfall=agreed").text
    assert f'<p class="excerpt">{TEXT}</p>' not in page
