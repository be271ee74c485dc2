"""What people decide, and the addresses that follow from it."""

import pytest
from minutes import APRIL, BROMMA, MARCH, file_of, minutes, part_of

from archive import registry
from archive.catalogue import Catalogue
from archive.errors import UnknownForvaltning, UnknownProtocol
from archive.media_types import DOCX
from archive.model import Basis, ForvaltningRef, MeetingDate
from archive.records import KeptAs
from archive.visibility import Audience, Visibility

REGISTRIES = registry.packaged()
OPERATOR = Audience.OPERATOR
PUBLIC, INTERNAL, HELD = Visibility.PUBLIC, Visibility.INTERNAL, Visibility.HELD


@pytest.fixture
def kept(catalogue: Catalogue) -> str:
    """The id of an undated protocol, already in the index."""
    kept = catalogue.keep(minutes(1, date=None), file_of("a.pdf"), PUBLIC)
    catalogue.unmark(catalogue.waiting())
    return kept.protocol_id


def test_a_corrected_date_gives_a_new_id_and_counts_as_stated(
    catalogue: Catalogue, kept: str
) -> None:
    record = catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    assert record.protocol.id == "farsta/2024-03-14"
    assert record.protocol.date == MeetingDate(MARCH, Basis.STATED)
    assert catalogue.get("farsta/2024-03-14", OPERATOR) == record


def test_a_corrected_forvaltning_gives_a_new_id_and_brings_its_name(
    catalogue: Catalogue, kept: str
) -> None:
    record = catalogue.correct(kept, forvaltning="bromma", registries=REGISTRIES)
    assert record.protocol.id == "bromma/odaterat"
    assert record.protocol.forvaltning == BROMMA


def test_the_old_address_leads_to_the_new_one(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    assert catalogue.moved_to(kept, Audience.PUBLIC) == "farsta/2024-03-14"
    with pytest.raises(UnknownProtocol):
        catalogue.get(kept, OPERATOR)


def test_every_address_of_a_chain_leads_to_the_last(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    catalogue.correct("farsta/2024-03-14", date=APRIL, registries=REGISTRIES)
    for old in (kept, "farsta/2024-03-14"):
        assert catalogue.moved_to(old, OPERATOR) == "farsta/2024-04-11"


def test_a_protocol_that_moves_back_gets_its_own_address_again(
    catalogue: Catalogue, kept: str
) -> None:
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    catalogue.correct("farsta/2024-03-14", date=APRIL, registries=REGISTRIES)
    record = catalogue.correct("farsta/2024-04-11", date=MARCH, registries=REGISTRIES)
    assert record.protocol.id == "farsta/2024-03-14"
    assert catalogue.moved_to("farsta/2024-03-14", OPERATOR) is None
    assert catalogue.moved_to("farsta/2024-04-11", OPERATOR) == "farsta/2024-03-14"


def test_a_left_address_is_never_given_to_another(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    other = catalogue.keep(minutes(2, date=None), file_of("b.pdf"), PUBLIC)
    assert other.protocol_id == "farsta/odaterat-2"


def test_an_address_that_is_taken_is_numbered(catalogue: Catalogue, kept: str) -> None:
    catalogue.keep(minutes(2), file_of("b.pdf"), PUBLIC)
    record = catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    assert record.protocol.id == "farsta/2024-03-14-2"


def test_confirming_what_the_parser_read_keeps_the_id(catalogue: Catalogue) -> None:
    for seed in (1, 2):
        catalogue.keep(minutes(seed), file_of(f"{seed}.pdf"), PUBLIC)
    record = catalogue.correct("farsta/2024-03-14-2", date=MARCH, registries=REGISTRIES)
    assert record.protocol.id == "farsta/2024-03-14-2"


def test_nobody_learns_where_a_hidden_protocol_went(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=MARCH, visibility=HELD, registries=REGISTRIES)
    assert catalogue.moved_to(kept, Audience.SIGNED_IN) is None
    assert catalogue.moved_to(kept, OPERATOR) == "farsta/2024-03-14"


def test_both_addresses_are_marked_for_the_index(catalogue: Catalogue, kept: str) -> None:
    record = catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    marked = {pending.protocol_id: pending.record for pending in catalogue.waiting()}
    assert marked == {kept: None, "farsta/2024-03-14": record}


def test_a_correction_survives_a_new_parse(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    again = catalogue.keep(minutes(1, date=APRIL), file_of("a.pdf"), PUBLIC)
    assert again.protocol_id == "farsta/2024-03-14"
    assert catalogue.get(again.protocol_id, OPERATOR).protocol.date.value == MARCH


def test_lists_and_sums_follow_the_correction(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=MARCH, forvaltning="bromma", registries=REGISTRIES)
    summary = catalogue.summary(OPERATOR)
    assert (summary.earliest, summary.by_forvaltning) == (MARCH, (("bromma", 1),))


def test_a_record_tells_what_was_corrected(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=APRIL, registries=REGISTRIES)
    record = catalogue.correct("farsta/2024-04-11", date=MARCH, registries=REGISTRIES)
    assert [(made.field, made.value) for made in record.corrections] == [("date", "2024-03-14")]


def test_another_copy_is_found_under_the_corrected_address(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    copy = catalogue.keep(minutes(1, date=None), file_of("a.docx", DOCX), PUBLIC)
    assert (copy.protocol_id, copy.kept_as) == ("farsta/2024-03-14", KeptAs.COPY)


def test_a_link_to_a_whole_follows_its_new_address(catalogue: Catalogue, kept: str) -> None:
    part = catalogue.keep(part_of(minutes(1, date=None), 2), file_of("del.pdf"), PUBLIC)
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    assert catalogue.get(part.protocol_id, OPERATOR).part_of == "farsta/2024-03-14"


def test_a_forvaltning_that_no_registry_holds_changes_nothing(
    catalogue: Catalogue, kept: str
) -> None:
    with pytest.raises(UnknownForvaltning):
        catalogue.correct(kept, forvaltning="atlantis", date=MARCH, registries=REGISTRIES)
    assert catalogue.get(kept, OPERATOR).protocol.date.value is None
    assert catalogue.waiting() == ()


def test_an_unknown_protocol_cannot_be_corrected(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownProtocol):
        catalogue.correct("farsta/odaterat", date=MARCH, registries=REGISTRIES)


def test_releasing_a_held_protocol_opens_it_and_answers_why_it_waited(
    catalogue: Catalogue,
) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.pdf"), HELD, ("Personnummer.",)).protocol_id
    record = catalogue.correct(id_, visibility=PUBLIC, registries=REGISTRIES)
    assert (record.visibility, record.held_for) == (PUBLIC, ())
    assert catalogue.get(id_, Audience.PUBLIC).protocol.id == id_


def test_changed_visibility_is_marked_for_the_index(catalogue: Catalogue, kept: str) -> None:
    catalogue.correct(kept, visibility=INTERNAL, registries=REGISTRIES)
    (pending,) = catalogue.waiting()
    assert pending.record is not None
    assert pending.record.visibility is INTERNAL


def test_a_released_protocol_is_not_held_again_for_what_was_already_looked_at(
    catalogue: Catalogue,
) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.pdf"), HELD, ("x",)).protocol_id
    catalogue.correct(id_, visibility=PUBLIC, registries=REGISTRIES)
    assert catalogue.keep(minutes(1), file_of("a.pdf"), HELD, ("x",)).visibility is PUBLIC


def test_a_released_protocol_is_held_again_for_a_file_nobody_has_looked_at(
    catalogue: Catalogue,
) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.pdf"), HELD, ("x",)).protocol_id
    catalogue.correct(id_, visibility=PUBLIC, registries=REGISTRIES)
    copy = catalogue.keep(minutes(1), file_of("a.docx", DOCX), HELD, ("x",))
    assert copy.visibility is HELD


def test_what_waits_already_waits_for_what_another_file_brings_too(catalogue: Catalogue) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.pdf"), HELD, ("x",)).protocol_id
    copy = catalogue.keep(minutes(1), file_of("a.docx", DOCX), HELD, ("y", "x"))
    assert copy.held_for == ("x", "y")
    assert catalogue.get(id_, OPERATOR).held_for == ("x", "y")


def test_a_person_who_opened_a_protocol_is_not_overruled_by_an_internal_copy(
    catalogue: Catalogue,
) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.pdf"), INTERNAL).protocol_id
    catalogue.correct(id_, visibility=PUBLIC, registries=REGISTRIES)
    assert catalogue.keep(minutes(1), file_of("a.docx", DOCX), INTERNAL).visibility is PUBLIC


def test_the_parsers_own_reading_of_the_forvaltning_stays_beneath(
    catalogue: Catalogue, kept: str
) -> None:
    before = catalogue.get(kept, OPERATOR).protocol
    catalogue.correct(kept, date=MARCH, registries=REGISTRIES)
    after = catalogue.get("farsta/2024-03-14", OPERATOR).protocol
    assert (
        after.forvaltning == before.forvaltning == ForvaltningRef("farsta", "Farsta", Basis.STATED)
    )
