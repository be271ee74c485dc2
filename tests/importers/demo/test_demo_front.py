import datetime as dt

import pytest

from archive.model import Attendee, Basis
from importers.demo import front
from importers.demo.calendar import Occasion
from importers.demo.styles import STYLES, AdminIn, DateIn, HouseStyle, PeopleAs
from importers.demo.world import Person

TUESDAY = Occasion(
    forvaltning="socialforvaltningen",
    date=dt.date(2024, 3, 12),
    start=dt.time(13, 30),
    number=3,
    previous=dt.date(2024, 2, 13),
    next=dt.date(2024, 4, 9),
)
CHAIR = Person("Elin Bäckvall", "förvaltningschef, ordförande")
TWO_OF_VISION = (
    Person("Amina Ekgren", "ordförande", "vision"),
    Person("Ulf Dahl", "ledamot", "vision"),
)


def style_with(part: DateIn | AdminIn | PeopleAs) -> HouseStyle:
    return next(s for s in STYLES if part in {s.date, s.admin, s.people})


@pytest.mark.parametrize(
    ("date", "line"),
    [
        (DateIn.TITLE, "12 mars kl. 13.30"),
        (DateIn.ISO, "2024-03-12"),
        (DateIn.RANGE, "tisdagen den 12 mars 2024 kl. 13.30–16.00"),
        (DateIn.PLAIN, "Tisdag 12 mars 2024 kl 13.30-16"),
        (DateIn.NOWHERE, "Kl. 13:30"),
    ],
)
def test_the_date_is_printed_as_the_style_has_it(date: DateIn, line: str) -> None:
    fields = front.fields(style_with(date), TUESDAY, "Rådhuset")
    assert fields[0].text == line
    assert fields[-1].text == "Rådhuset"


def test_a_date_in_the_title_has_its_year_there() -> None:
    assert front.title(style_with(DateIn.TITLE), TUESDAY).endswith(" den 12 mars 2024")


def test_a_forvaltning_in_the_title_is_named_within_the_sentence() -> None:
    assert front.title(style_with(AdminIn.TITLE), TUESDAY).endswith(" vid socialförvaltningen")


def test_an_unprinted_date_lies_before_the_last_signature() -> None:
    signed = (
        dt.datetime(2024, 3, 14, 9, tzinfo=dt.UTC),
        dt.datetime(2024, 3, 18, 9, tzinfo=dt.UTC),
    )
    date = front.meeting_date(style_with(DateIn.NOWHERE), TUESDAY, signed)
    assert (date.basis, date.earliest, date.latest) == (
        Basis.INFERRED,
        dt.date(2024, 2, 13),
        dt.date(2024, 3, 18),
    )


def test_a_union_with_nobody_there_is_listed_without_names() -> None:
    style = style_with(PeopleAs.BY_UNION)
    attendance = front.attendance(style, (CHAIR,), TWO_OF_VISION)
    assert attendance.absent == (Attendee(None, None, "vision"),)


def test_of_a_union_that_is_there_the_missing_are_listed_by_name() -> None:
    style = style_with(PeopleAs.BY_UNION)
    attendance = front.attendance(style, (CHAIR, TWO_OF_VISION[0]), TWO_OF_VISION[1:])
    assert attendance.absent == (Attendee("Ulf Dahl", None, "vision"),)


def test_a_plain_member_has_a_role_only_in_a_table() -> None:
    roles = {
        people: front.attendance(style_with(people), TWO_OF_VISION, ()).present[1].role
        for people in (PeopleAs.LINES, PeopleAs.BRACKETS, PeopleAs.TABLE)
    }
    assert list(roles.values()) == [None, None, "ledamot"]


def test_the_forum_is_given_in_its_indefinite_form() -> None:
    forums = {front.meeting(style).forum for style in STYLES}
    assert forums == {
        "FSG",
        "förvaltningens samverkansgrupp",
        "förvaltningsgrupp",
        "samverkansgrupp",
    }
