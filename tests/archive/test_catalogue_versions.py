"""Several files of one meeting: which is shown, which is history, what is a part of what."""

import dataclasses as dc
import itertools

import pytest
from minutes import APRIL, BROMMA, file_of, minutes, part_of, prose, reworded, texts_of, with_texts

from archive.catalogue import Catalogue
from archive.media_types import DOCX, PDF, TEXT
from archive.model import ForvaltningRef, Protocol
from archive.records import FileRole, KeptAs
from archive.visibility import Audience, Visibility

FORMATS = {"a.pdf": PDF, "a.docx": DOCX, "a.txt": TEXT}
SIGNED_IN_MARCH = ("Ulla Påhittad 2024-03-20T10:00:00+0100",)
SIGNED_IN_MAY = ("Ulla Påhittad 2024-05-02T10:00:00+0200",)


def keep(catalogue: Catalogue, protocol: Protocol, name: str, media_type: str = PDF) -> KeptAs:
    return catalogue.keep(protocol, file_of(name, media_type), Visibility.PUBLIC).kept_as


def roles(catalogue: Catalogue, protocol_id: str = "farsta/2024-03-14") -> list[tuple[str, str]]:
    record = catalogue.get(protocol_id, Audience.OPERATOR)
    return [(file.filename, file.role.value) for file in record.files]


def shown_text(catalogue: Catalogue) -> tuple[str, ...]:
    return texts_of(catalogue.get("farsta/2024-03-14", Audience.OPERATOR).protocol)


@pytest.mark.parametrize("order", list(itertools.permutations(FORMATS)), ids="-".join)
def test_pdf_is_shown_before_word_before_text_in_whatever_order_they_come(
    catalogue: Catalogue, order: tuple[str, ...]
) -> None:
    for name in order:
        as_read = minutes(1) if name == "a.pdf" else reworded(minutes(1), 2)
        keep(catalogue, as_read, name, FORMATS[name])
    assert roles(catalogue) == [("a.pdf", "shown"), ("a.docx", "copy"), ("a.txt", "copy")]
    assert shown_text(catalogue) == texts_of(minutes(1))


def test_a_better_format_brings_its_own_parse_under_the_same_id(catalogue: Catalogue) -> None:
    keep(catalogue, minutes(1, date=None), "a.txt", TEXT)
    assert keep(catalogue, minutes(1), "a.pdf") is KeptAs.COPY
    (record,) = catalogue.newest(Audience.OPERATOR, 10)
    assert record.protocol.id == "farsta/odaterat"
    assert record.protocol.date.value is not None


def test_of_two_files_with_the_same_text_and_format_the_first_is_shown(
    catalogue: Catalogue,
) -> None:
    keep(catalogue, minutes(1), "a.pdf")
    assert keep(catalogue, minutes(1), "kopia.pdf") is KeptAs.COPY
    assert roles(catalogue) == [("a.pdf", "shown"), ("kopia.pdf", "copy")]


def test_a_copy_is_one_whatever_its_name_date_or_forvaltning(catalogue: Catalogue) -> None:
    keep(catalogue, minutes(1), "a.pdf")
    other = minutes(1, date=APRIL, forvaltning=ForvaltningRef())
    assert keep(catalogue, other, "bilaga 4.docx", DOCX) is KeptAs.COPY


def test_the_version_imported_last_is_shown_and_the_first_is_history(catalogue: Catalogue) -> None:
    corrected = reworded(minutes(1), 5)
    keep(catalogue, minutes(1), "a.pdf")
    assert keep(catalogue, corrected, "b.pdf") is KeptAs.NEW_VERSION
    assert roles(catalogue) == [("b.pdf", "shown"), ("a.pdf", "earlier")]
    assert shown_text(catalogue) == texts_of(corrected)


def test_the_version_signed_last_is_shown_though_imported_first(catalogue: Catalogue) -> None:
    keep(catalogue, with_signatures(reworded(minutes(1), 5), SIGNED_IN_MAY), "b.pdf")
    assert keep(catalogue, minutes(1, signatures=SIGNED_IN_MARCH), "a.pdf") is KeptAs.NEW_VERSION
    assert roles(catalogue) == [("b.pdf", "shown"), ("a.pdf", "earlier")]


def test_a_signature_on_one_version_only_decides_nothing(catalogue: Catalogue) -> None:
    keep(catalogue, minutes(1, signatures=SIGNED_IN_MAY), "a.pdf")
    keep(catalogue, reworded(minutes(1), 5), "b.pdf")
    assert roles(catalogue) == [("b.pdf", "shown"), ("a.pdf", "earlier")]


def test_a_much_changed_text_of_the_same_meeting_is_a_version(catalogue: Catalogue) -> None:
    keep(catalogue, minutes(1), "a.pdf")
    assert keep(catalogue, reworded(minutes(1), 30), "b.docx", DOCX) is KeptAs.NEW_VERSION


def test_a_copy_of_an_earlier_version_goes_into_its_history(catalogue: Catalogue) -> None:
    keep(catalogue, minutes(1), "a.pdf")
    keep(catalogue, reworded(minutes(1), 6), "b.pdf")
    assert keep(catalogue, minutes(1), "a.docx", DOCX) is KeptAs.COPY
    assert roles(catalogue) == [("b.pdf", "shown"), ("a.pdf", "earlier"), ("a.docx", "earlier")]


def test_a_short_protocol_is_known_again_by_its_text_alone(catalogue: Catalogue) -> None:
    short = with_texts(minutes(1, date=None), "Mötet ställdes in.")
    keep(catalogue, short, "a.txt", TEXT)
    assert keep(catalogue, short, "a.pdf") is KeptAs.COPY


def test_short_meetings_with_the_same_formalities_are_kept_apart(catalogue: Catalogue) -> None:
    for number, meeting in enumerate(
        (minutes(1), minutes(1, date=APRIL), minutes(1, forvaltning=BROMMA))
    ):
        short = with_texts(meeting, "Mötet öppnas.", "Inga frågor.", "Mötet avslutas.")
        assert keep(catalogue, short, f"{number}.pdf") is KeptAs.NEW


def test_long_meetings_that_open_and_close_alike_are_kept_apart(catalogue: Catalogue) -> None:
    formalities = "Ordföranden öppnar mötet och hälsar alla välkomna. " * 3
    for seed in range(2):
        protocol = with_texts(minutes(1), formalities, *texts_of(minutes(seed)), formalities)
        assert keep(catalogue, protocol, f"{seed}.pdf") is KeptAs.NEW


def test_protocols_without_any_text_are_kept_apart(catalogue: Catalogue) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert keep(catalogue, with_texts(minutes(1)), name) is KeptAs.NEW


def test_a_part_is_linked_to_the_whole_that_is_there(catalogue: Catalogue) -> None:
    keep(catalogue, minutes(1), "a.pdf")
    assert keep(catalogue, part_of(minutes(1), 4), "del.pdf") is KeptAs.PART
    part = catalogue.get("farsta/2024-03-14-2", Audience.OPERATOR)
    assert part.part_of == "farsta/2024-03-14"


def test_a_whole_is_linked_to_the_parts_that_came_before(catalogue: Catalogue) -> None:
    for number in (2, 5):
        keep(catalogue, part_of(minutes(1), number), f"{number}.pdf")
    assert keep(catalogue, minutes(1), "a.pdf") is KeptAs.NEW
    whole = catalogue.get("farsta/2024-03-14-3", Audience.OPERATOR)
    assert whole.parts == ("farsta/2024-03-14", "farsta/2024-03-14-2")
    assert catalogue.get("farsta/2024-03-14", Audience.OPERATOR).part_of == whole.protocol.id


def test_a_part_without_a_date_finds_its_whole_by_its_words(catalogue: Catalogue) -> None:
    whole, part = minutes(1, words=1800), part_of(minutes(1, words=1800, date=None), 4)
    keep(catalogue, whole, "a.pdf")
    assert keep(catalogue, part, "del.pdf") is KeptAs.PART


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_part_of_a_part_belongs_to_the_whole_though_little_alike(
    catalogue: Catalogue, order: tuple[int, ...]
) -> None:
    first, second, rest = prose("a", 200), prose("b", 200), prose("c", 400)
    once = reworded(with_texts(minutes(1), first), 8)
    twice = reworded(once, 4)
    ids = {}
    of_three = (
        twice,
        with_texts(minutes(1), *texts_of(once), second),
        with_texts(minutes(1), first, second, rest),
    )
    for number in order:
        file = file_of(f"{number}.pdf")
        ids[number] = catalogue.keep(of_three[number], file, Visibility.PUBLIC).protocol_id
    parts = catalogue.get(ids[2], Audience.OPERATOR).parts
    assert set(parts) == {ids[0], ids[1]}


def test_every_change_of_what_is_shown_is_marked_for_the_index(catalogue: Catalogue) -> None:
    for name, media_type in (("a.txt", TEXT), ("a.pdf", PDF)):
        keep(catalogue, minutes(1), name, media_type)
        (pending,) = catalogue.waiting()
        assert pending.record is not None
        assert pending.record.shown_file.filename == name
        catalogue.unmark([pending])


def test_history_keeps_every_file(catalogue: Catalogue) -> None:
    for number in range(4):
        keep(catalogue, reworded(minutes(1), number * 3), f"{number}.pdf")
    record = catalogue.get("farsta/2024-03-14", Audience.OPERATOR)
    assert [file.role for file in record.files] == [FileRole.SHOWN, *[FileRole.EARLIER] * 3]
    assert [file.filename for file in record.files] == ["3.pdf", "2.pdf", "1.pdf", "0.pdf"]


def with_signatures(protocol: Protocol, signatures: tuple[str, ...]) -> Protocol:
    return dc.replace(protocol, signatures=signatures)
