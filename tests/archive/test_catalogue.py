"""What the catalogue keeps and gives back; copies, corrections and crashes have own files."""

import dataclasses as dc
import typing as t

import pytest
from minutes import (
    APRIL,
    BROMMA,
    MARCH,
    file_of,
    full_protocol,
    minutes,
    part_of,
    reworded,
    texts_of,
)

from archive import reading
from archive.catalogue import Catalogue
from archive.errors import SetAside, UnknownProtocol
from archive.media_types import DOCX, TEXT
from archive.model import ForvaltningRef
from archive.records import FileRole, Kept, KeptAs, Summary
from archive.visibility import Audience, Visibility

PUBLIC, INTERNAL, HELD = Visibility.PUBLIC, Visibility.INTERNAL, Visibility.HELD
OPERATOR = Audience.OPERATOR


def test_a_kept_protocol_comes_back_as_it_was_read(catalogue: Catalogue) -> None:
    protocol = dc.replace(full_protocol(), id=None)
    kept = catalogue.keep(protocol, file_of("larm.pdf"), PUBLIC)
    assert kept == Kept("farsta/2024-03-14", KeptAs.NEW, PUBLIC)
    record = catalogue.get(kept.protocol_id, OPERATOR)
    assert record.protocol == dc.replace(protocol, id="farsta/2024-03-14")
    assert record.shown_file.filename == "larm.pdf"


def test_it_is_still_there_when_the_catalogue_is_opened_again(url: str) -> None:
    with Catalogue.open(url) as first:
        first.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    with Catalogue.open(url) as second:
        assert texts_of(second.get("farsta/2024-03-14", OPERATOR).protocol) == texts_of(minutes(1))


def test_two_meetings_of_a_day_get_numbered_ids(catalogue: Catalogue) -> None:
    ids = [
        catalogue.keep(minutes(seed), file_of(f"{seed}.pdf"), PUBLIC).protocol_id
        for seed in range(3)
    ]
    assert ids == ["farsta/2024-03-14", "farsta/2024-03-14-2", "farsta/2024-03-14-3"]


def test_what_the_document_does_not_say_stands_in_the_id_as_unknown(catalogue: Catalogue) -> None:
    protocol = minutes(1, date=None, forvaltning=ForvaltningRef())
    kept = catalogue.keep(protocol, file_of("a.pdf"), PUBLIC)
    assert kept.protocol_id == "okand/odaterat"


def test_the_same_bytes_again_change_nothing(catalogue: Catalogue) -> None:
    first = catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    catalogue.unmark(catalogue.waiting())
    again = catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    assert again == Kept(first.protocol_id, KeptAs.KNOWN, PUBLIC)
    assert catalogue.waiting() == ()
    assert catalogue.summary(OPERATOR).files == 1


def test_bytes_are_found_by_their_sha(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), INTERNAL)
    found = catalogue.find_file(file_of("a.pdf").sha256)
    assert found == Kept("farsta/2024-03-14", KeptAs.KNOWN, INTERNAL)
    assert catalogue.find_file(file_of("b.pdf").sha256) is None


def test_a_new_parse_of_known_bytes_takes_the_old_ones_place_under_the_same_id(
    catalogue: Catalogue,
) -> None:
    catalogue.keep(minutes(1, date=None), file_of("a.pdf"), PUBLIC)
    catalogue.unmark(catalogue.waiting())
    kept = catalogue.keep(minutes(1, date=MARCH), file_of("a.pdf"), PUBLIC)
    assert kept.protocol_id == "farsta/odaterat"
    assert catalogue.get(kept.protocol_id, OPERATOR).protocol.date.value == MARCH
    assert catalogue.summary(OPERATOR).earliest == MARCH
    assert [pending.protocol_id for pending in catalogue.waiting()] == ["farsta/odaterat"]


def test_copies_are_found_by_the_words_of_the_newest_parse(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    catalogue.keep(minutes(2, date=None), file_of("a.pdf"), PUBLIC)
    kept = catalogue.keep(minutes(2, date=None), file_of("a.docx", DOCX), PUBLIC)
    assert kept == Kept("farsta/2024-03-14", KeptAs.COPY, PUBLIC)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("visibility", list(Visibility))
def test_a_protocol_exists_only_for_those_who_may_see_it(
    catalogue: Catalogue, audience: Audience, visibility: Visibility
) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.pdf"), visibility).protocol_id
    seen = audience.may_see(visibility)
    assert len(catalogue.newest(audience, 10)) == seen
    assert len(list(catalogue.records(audience))) == seen
    assert catalogue.summary(audience).protocols == seen
    assert catalogue.summary(audience).files == seen
    if not seen:
        with pytest.raises(UnknownProtocol):
            catalogue.get(id_, audience)
        with pytest.raises(UnknownProtocol):
            catalogue.find_original(id_, audience)


def test_why_a_protocol_is_held_is_kept_with_it(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), HELD, ("Personnummer i § 4.",))
    assert catalogue.get("farsta/2024-03-14", OPERATOR).held_for == ("Personnummer i § 4.",)


def test_a_copy_never_makes_a_protocol_more_visible(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), INTERNAL)
    assert catalogue.keep(minutes(1), file_of("a.docx", DOCX), PUBLIC).visibility is INTERNAL
    assert catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC).visibility is INTERNAL


def test_a_copy_with_something_to_look_at_holds_the_protocol(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    catalogue.keep(minutes(1), file_of("a.docx", DOCX), HELD, ("Telefonnummer i § 2.",))
    record = catalogue.get("farsta/2024-03-14", OPERATOR)
    assert (record.visibility, record.held_for) == (HELD, ("Telefonnummer i § 2.",))


def test_a_new_parse_that_finds_something_to_look_at_holds_the_protocol(
    catalogue: Catalogue,
) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    assert catalogue.keep(minutes(1), file_of("a.pdf"), HELD, ("x",)).visibility is HELD


def test_links_between_parts_and_wholes_hide_what_the_reader_may_not_see(
    catalogue: Catalogue,
) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    part = catalogue.keep(part_of(minutes(1), 2), file_of("del.pdf"), HELD).protocol_id
    assert catalogue.get("farsta/2024-03-14", OPERATOR).parts == (part,)
    assert catalogue.get("farsta/2024-03-14", Audience.PUBLIC).parts == ()


def test_a_hidden_whole_is_not_named_by_its_part(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), INTERNAL)
    part = catalogue.keep(part_of(minutes(1), 2), file_of("del.pdf"), PUBLIC).protocol_id
    assert catalogue.get(part, Audience.SIGNED_IN).part_of == "farsta/2024-03-14"
    assert catalogue.get(part, Audience.PUBLIC).part_of is None


@pytest.mark.parametrize("id_", ["farsta/2024-03-14", "", "\0", "m\udce5te", "x" * 100_000])
def test_an_unknown_id_is_an_unknown_protocol(catalogue: Catalogue, id_: str) -> None:
    with pytest.raises(UnknownProtocol):
        catalogue.get(id_, OPERATOR)
    assert catalogue.moved_to(id_, OPERATOR) is None


def test_the_original_is_the_shown_file_unless_another_is_named(catalogue: Catalogue) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.txt", TEXT), PUBLIC).protocol_id
    catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    assert catalogue.find_original(id_, OPERATOR).filename == "a.pdf"
    copy = catalogue.find_original(id_, OPERATOR, file_of("a.txt").sha256)
    assert (copy.filename, copy.role, copy.media_type) == ("a.txt", FileRole.COPY, TEXT)


def test_another_protocols_file_is_no_original_of_this_one(catalogue: Catalogue) -> None:
    id_ = catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC).protocol_id
    catalogue.keep(minutes(2), file_of("b.pdf"), HELD)
    with pytest.raises(UnknownProtocol):
        catalogue.find_original(id_, Audience.PUBLIC, file_of("b.pdf").sha256)


def test_the_newest_meetings_come_first_and_the_undated_last(catalogue: Catalogue) -> None:
    for seed, date in enumerate((None, MARCH, APRIL)):
        catalogue.keep(minutes(seed, date=date), file_of(f"{seed}.pdf"), PUBLIC)
    dates = [record.protocol.date.value for record in catalogue.newest(OPERATOR, 10)]
    assert dates == [APRIL, MARCH, None]
    (second,) = catalogue.newest(OPERATOR, limit=1, offset=1)
    assert second.protocol.date.value == MARCH


def test_all_records_come_once_each_in_the_order_of_their_ids(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.reading.BATCH", 2)
    for seed in range(5):
        catalogue.keep(minutes(seed, words=60), file_of(f"{seed}.pdf"), PUBLIC)
    ids = [record.protocol.id for record in catalogue.records(OPERATOR)]
    assert ids == sorted(ids, key=str)
    assert len(set(ids)) == 5


def test_records_and_files_of_much_text_come_one_at_a_time_and_all_come(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(3):
        catalogue.keep(minutes(seed, words=60), file_of(f"{seed}.pdf"), PUBLIC)
    whole = list(catalogue.records(OPERATOR)), list(catalogue.read_files())
    read: list[int] = []
    to_records = reading.to_records

    def counted(*args: t.Any) -> t.Any:
        read.append(len(args[1]))
        return to_records(*args)

    monkeypatch.setattr(reading, "CHARACTERS", 1)
    monkeypatch.setattr(reading, "to_records", counted)
    assert (list(catalogue.records(OPERATOR)), list(catalogue.read_files())) == whole
    assert read == [1, 1, 1, 0]
    assert catalogue.count() == 3


def test_the_summary_counts_what_is_shown(catalogue: Catalogue) -> None:
    catalogue.keep(full_protocol(), file_of("larm.pdf"), PUBLIC)
    catalogue.keep(full_protocol(), file_of("larm.txt", TEXT), PUBLIC)
    catalogue.keep(minutes(1, date=APRIL, forvaltning=BROMMA), file_of("b.pdf"), PUBLIC)
    catalogue.keep(minutes(2, date=None, forvaltning=ForvaltningRef()), file_of("c.pdf"), PUBLIC)
    catalogue.keep(minutes(3, date=APRIL, forvaltning=BROMMA), file_of("d.pdf"), PUBLIC)
    assert catalogue.summary(OPERATOR) == Summary(
        protocols=4,
        sections=1 + 6 * 3,
        exchanges=2,
        unanswered=1,
        files=5,
        earliest=MARCH,
        latest=APRIL,
        by_forvaltning=(("bromma", 2), ("", 1), ("farsta", 1)),
    )


def test_an_empty_catalogue_sums_to_nothing(catalogue: Catalogue) -> None:
    assert catalogue.summary(OPERATOR) == Summary()


def test_a_file_that_was_set_aside_is_listed_with_its_reason(catalogue: Catalogue) -> None:
    catalogue.set_aside("trasig.pdf", "ab" * 32, SetAside.BROKEN)
    (note,) = catalogue.rejected()
    assert (note.filename, note.sha256, note.reason) == (
        "trasig.pdf",
        "ab" * 32,
        SetAside.BROKEN,
    )


def test_the_same_bytes_set_aside_again_are_one_note_with_the_latest_reason(
    catalogue: Catalogue,
) -> None:
    catalogue.set_aside("trasig.pdf", "ab" * 32, SetAside.TOO_SLOW)
    catalogue.set_aside("kopia.pdf", "ab" * 32, SetAside.BROKEN)
    (note,) = catalogue.rejected()
    assert (note.filename, note.reason) == ("kopia.pdf", SetAside.BROKEN)


def test_a_file_without_readable_bytes_is_one_note_by_its_name(catalogue: Catalogue) -> None:
    for name in ("a.pdf", "b.pdf", "a.pdf"):
        catalogue.set_aside(name, None, SetAside.UNREACHABLE)
    assert [note.filename for note in catalogue.rejected()] == ["a.pdf", "b.pdf"]


def test_keeping_a_file_forgets_that_it_was_set_aside(catalogue: Catalogue) -> None:
    file = file_of("a.pdf")
    catalogue.set_aside("gammal.pdf", file.sha256, SetAside.TOO_SLOW)
    catalogue.set_aside("a.pdf", None, SetAside.UNREACHABLE)
    catalogue.set_aside("b.pdf", None, SetAside.UNREACHABLE)
    catalogue.keep(minutes(1), file, PUBLIC)
    assert [note.filename for note in catalogue.rejected()] == ["b.pdf"]


def test_any_file_name_and_any_text_can_be_kept(catalogue: Catalogue) -> None:
    odd = dc.replace(reworded(minutes(1), 0), title="NUL \0 och halv \udce5")
    catalogue.keep(odd, file_of("a.pdf"), PUBLIC)
    catalogue.set_aside("pro\udce5tokoll\0.pdf", None, SetAside.EMPTY)
    assert catalogue.get("farsta/2024-03-14", OPERATOR).protocol.title == "NUL \0 och halv ?"
    assert [note.filename for note in catalogue.rejected()] == ["pro?tokoll.pdf"]


def test_times_are_given_in_utc(catalogue: Catalogue) -> None:
    catalogue.keep(minutes(1), file_of("a.pdf"), PUBLIC)
    imported_at = catalogue.get("farsta/2024-03-14", OPERATOR).shown_file.imported_at
    assert imported_at.utcoffset() is not None
    assert not imported_at.utcoffset()
