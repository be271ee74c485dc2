"""The meetings that there are protocols of, from columns that keep step with what was read."""

import dataclasses as dc
import datetime as dt

import alembic.command
import alembic.config
import msgspec
import sqlalchemy as sa
from minutes import MARCH, file_of, minutes, part_of

from archive.catalogue import Catalogue
from archive.media_types import TEXT
from archive.model import ForvaltningRef, Meeting, Protocol, ProtocolReference
from archive.records import KeptMeeting
from archive.registry import packaged
from archive.visibility import Audience, Visibility

PUBLIC, INTERNAL = Audience.PUBLIC, Visibility.INTERNAL
NEXT, BEFORE = dt.date(2024, 4, 11), dt.date(2024, 2, 15)


def announcing(seed: int, day: dt.date | None = NEXT, number: str | None = "3/2024") -> Protocol:
    return dc.replace(minutes(seed), next_meeting=day, meeting=Meeting(number=number))


def going_through(protocol: Protocol, *days: dt.date) -> Protocol:
    """The same with a first section in which earlier protocols are gone through."""
    references = tuple(ProtocolReference(f"protokollet {day}", day) for day in days)
    first = dc.replace(
        protocol.sections[0], title="Föregående protokoll", protocol_references=references
    )
    return dc.replace(protocol, sections=(first, *protocol.sections[1:]))


def test_a_meeting_comes_with_the_day_it_announces_and_its_number(catalogue: Catalogue) -> None:
    catalogue.keep(announcing(1), file_of("a.pdf"), Visibility.PUBLIC)
    assert catalogue.meetings(PUBLIC) == (
        KeptMeeting("farsta/2024-03-14", MARCH, "farsta", NEXT, "3/2024"),
    )


def test_what_is_not_known_of_a_meeting_is_not_said(catalogue: Catalogue) -> None:
    unknown = minutes(1, date=None, forvaltning=ForvaltningRef())
    catalogue.keep(unknown, file_of("a.pdf"), Visibility.PUBLIC)
    assert catalogue.meetings(PUBLIC) == (KeptMeeting("okand/odaterat", None, None),)


def test_only_what_the_audience_may_see_is_there(catalogue: Catalogue) -> None:
    catalogue.keep(announcing(1), file_of("a.pdf"), INTERNAL)
    assert catalogue.meetings(PUBLIC) == ()
    assert len(catalogue.meetings(Audience.SIGNED_IN)) == 1


def test_a_part_is_the_meeting_of_its_whole(catalogue: Catalogue) -> None:
    whole = minutes(1)
    catalogue.keep(part_of(whole, 2), file_of("del.txt", TEXT), Visibility.PUBLIC)
    kept = catalogue.keep(whole, file_of("hela.pdf"), Visibility.PUBLIC)
    assert [it.protocol_id for it in catalogue.meetings(PUBLIC)] == [kept.protocol_id]


def test_a_part_stands_for_a_whole_that_the_audience_may_not_see(catalogue: Catalogue) -> None:
    whole = minutes(1)
    part = catalogue.keep(part_of(whole, 2), file_of("del.txt", TEXT), Visibility.PUBLIC)
    catalogue.keep(whole, file_of("hela.pdf"), INTERNAL)
    assert [it.protocol_id for it in catalogue.meetings(PUBLIC)] == [part.protocol_id]


def test_a_newer_reading_of_the_same_file_changes_what_is_announced(catalogue: Catalogue) -> None:
    file = dc.replace(file_of("a.pdf"), parser=1)
    catalogue.keep(announcing(1, None, None), file, Visibility.PUBLIC)
    catalogue.keep(announcing(1), dc.replace(file, parser=2), Visibility.PUBLIC)
    assert [it.next_meeting for it in catalogue.meetings(PUBLIC)] == [NEXT]


def test_the_meeting_before_is_the_last_whose_protocol_is_gone_through(
    catalogue: Catalogue,
) -> None:
    first = going_through(announcing(1), BEFORE, dt.date(2024, 1, 11), MARCH, NEXT)
    catalogue.keep(first, file_of("a.pdf"), Visibility.PUBLIC)
    assert [it.previous_meeting for it in catalogue.meetings(PUBLIC)] == [BEFORE]


def test_a_corrected_date_is_the_meetings(catalogue: Catalogue) -> None:
    kept = catalogue.keep(announcing(1), file_of("a.pdf"), Visibility.PUBLIC)
    catalogue.correct(kept.protocol_id, date=dt.date(2024, 3, 15), registries=packaged())
    assert [(it.date, it.next_meeting) for it in catalogue.meetings(PUBLIC)] == [
        (dt.date(2024, 3, 15), NEXT)
    ]


def test_an_archive_from_before_learns_it_from_what_was_read(url: str) -> None:
    with Catalogue.open(url) as catalogue:
        first = going_through(announcing(1), BEFORE)
        catalogue.keep(first, file_of("a.pdf"), Visibility.PUBLIC)
        catalogue.keep(announcing(2, None, None), file_of("b.pdf"), Visibility.PUBLIC)
        catalogue.keep(announcing(3), file_of("trasig.pdf"), Visibility.PUBLIC)
        before = catalogue.meetings(PUBLIC)
    engine = sa.create_engine(url)
    config = alembic.config.Config()
    config.set_main_option("script_location", "archive:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        alembic.command.downgrade(config, "0002")
        connection.execute(sa.text("update files set parsed = '{' where filename = 'trasig.pdf'"))
    engine.dispose()
    with Catalogue.open(url) as catalogue:
        unread = msgspec.structs.replace(before[-1], next_meeting=None, number=None)
        assert catalogue.meetings(PUBLIC) == (*before[:-1], unread)
