"""Every kind of bad input that can come as a file, and the test that shows what it gets.

| input | test |
| --- | --- |
| empty file | test_an_empty_file_is_set_aside |
| truncated | test_a_truncated_pdf_is_set_aside |
| | test_a_truncated_word_file_is_set_aside |
| | test_a_truncated_opendocument_file_is_set_aside |
| | importers/formats/test_pdf.py::test_a_pdf_cut_off_anywhere_is_broken |
| encrypted | test_a_locked_pdf_is_set_aside |
| | test_a_locked_word_file_is_set_aside |
| | importers/formats/test_odt.py::test_a_locked_file_is_told_as_locked |
| non-PDF named .pdf | test_a_picture_named_a_pdf_is_set_aside |
| | test_a_login_page_named_a_pdf_is_set_aside |
| old binary Word | test_an_old_word_file_is_set_aside_with_advice |
| 0 pages | test_a_pdf_without_pages_is_set_aside |
| PDF bomb | test_a_pdf_bomb_is_set_aside |
| Word, OpenDocument bomb | test_a_word_bomb_is_set_aside |
| | importers/formats/test_odt.py::test_a_file_that_unpacks_to_too_much_is_not_unpacked |
| | importers/formats/test_odt.py::test_entities_that_grow_without_end_are_not_followed |
| 10,000 pages | test_a_pdf_of_ten_thousand_pages_is_set_aside |
| page that loops the reader | test_a_page_that_draws_itself_holds_nobody_up |
| | test_pages_that_hold_themselves_hold_nobody_up |
| nested without end | test_a_web_page_nested_a_hundred_thousand_deep_is_read |
| | importers/formats/test_rtf.py::\
test_groups_and_tables_nested_without_end_are_read_to_the_bottom |
| too slow | importers/test_ingest.py::\
test_a_file_that_takes_too_long_is_set_aside_and_the_next_is_read |
| too much memory | importers/test_ingest.py::test_a_file_that_wants_too_much_memory_is_set_aside |
| original kept, others imported | test_what_is_set_aside_keeps_its_original |
| | test_the_good_file_among_the_bad_is_imported |
| one line each, exit code 1 | test_a_bad_file_is_one_line_and_exit_code_one |
| scan without text | test_a_scan_without_text_says_what_to_install |
| no protocol | test_an_invoice_and_a_novel_are_set_aside_as_no_protocol |
| | importers/test_ingest.py::test_what_is_no_protocol_is_kept_on_request |
| same bytes again | importers/test_ingest.py::test_importing_again_changes_nothing_and_says_so |
| same text in another file | test_the_same_text_in_other_formats_is_linked_as_copies |
| corrected version | test_a_corrected_version_is_a_new_version_of_the_same_protocol |
| partial before the whole | test_a_part_that_came_before_is_linked_to_its_whole |
| ZIP with ../, absolute names | test_entries_that_point_outside_are_named_and_the_rest_imported |
| | importers/sources/test_zip.py::test_an_entry_that_points_outside_is_refused_and_the_rest_come |
| ZIP with links | importers/sources/test_zip.py::test_a_link_is_refused |
| ZIP bomb | importers/sources/test_zip.py::test_a_bomb_is_refused_before_it_is_unpacked |
| ZIP in a ZIP | importers/sources/test_zip.py::test_an_archive_inside_an_archive_is_refused |
| ZIP of every kind | test_a_zip_of_every_kind_of_file_is_imported |
| date not found or impossible | test_an_impossible_date_is_imported_as_unknown_with_a_warning |
| | test_a_year_far_off_is_imported_as_unknown_with_a_warning |
| förvaltning not found | test_an_unknown_forvaltning_is_imported_with_a_warning |
| latin-1, UTF-16, BOM, DOS, Mac | test_every_encoding_of_a_text_gives_the_same_protocol |
| decomposed åäö, RTL marks, NUL | test_decomposed_letters_and_signs_nobody_sees_change_nothing |
| broken UTF-8 | test_broken_bytes_spoil_no_other_letter |
| 1 MB line | test_a_line_of_a_megabyte_is_read_or_set_aside |
| HTML or script in names, titles, file names | test_html_in_a_text_stays_text |
| | webui/test_security.py::test_html_from_documents_and_readers_is_shown_as_text |
| | webui/test_security.py::test_html_in_a_file_name_stays_in_its_header |
| disk full | test_a_full_disk_during_an_import_loses_nothing |
| | archive/test_originals.py::test_a_full_disk_is_an_error_of_the_catalogue_and_leaves_nothing |
| read-only data folder | test_a_read_only_folder_is_told_in_one_sentence |
| killed at any moment | importers/test_ingest.py::\
test_an_import_killed_half_way_is_completed_by_the_next |
| | archive/test_crash_safety.py::\
test_whatever_the_moment_all_is_there_or_nothing_and_the_next_run_completes_it |
| | archive/test_crash_safety.py::\
test_an_original_without_its_protocol_is_completed_by_importing_again |
| two imports at once | archive/test_database.py::\
test_two_imports_at_once_neither_lose_nor_double_anything |
| index deleted or damaged | test_commands.py::\
test_a_lost_index_is_built_again_from_the_catalogue |
| catalogue locked | archive/test_database.py::\
test_a_writer_that_never_gets_its_turn_gives_up_and_has_changed_nothing |
| readers go on | archive/test_database.py::test_readers_go_on_while_another_writes |
"""

import collections.abc as c
import ctypes
import dataclasses as dc
import os
import pathlib
import re
import resource
import subprocess
import sys
import unicodedata
import zlib

import pytest
from files import docx_of, odt_of, pdf_of, printed, zip_of
from raw_pdf import PAGE, pdf_of_description, pdf_of_objects, stream_of

from archive.catalogue import Catalogue
from archive.errors import SetAside
from archive.messages import RemarkCode, set_aside_sentence
from archive.model import Basis
from archive.originals import Originals
from archive.pages import PageStore
from archive.records import KeptAs
from archive.registry import packaged
from archive.settings import Limits
from archive.visibility import Audience, Visibility
from importers.ingest import FileKept, FileSetAside, Importer, Outcome

TESTS = pathlib.Path(__file__).parent
SAMPLE = (TESTS / "samples" / "paragrafer.txt").read_text("utf-8")
ID = "kulturforvaltningen/2031-05-06"

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\0" * 200
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
LOOP = b"<< /XObject << /A 6 0 R >> >>"
SWELLS = 300_000_000  # bytes


def squeezed(size: int) -> bytes:
    """So many spaces as deflate writes them, and those once more."""
    deflate = zlib.compressobj(1)
    spaces = b" " * 10_000_000
    once = b"".join(deflate.compress(spaces) for _ in range(size // len(spaces)))
    return zlib.compress(once + deflate.flush())


BAD: dict[str, c.Callable[[], bytes]] = {
    "bomb.pdf": lambda: pdf_of_description(
        squeezed(SWELLS), attributes=b"/Filter [/FlateDecode /FlateDecode]"
    ),
    "bomb.docx": lambda: zip_of({"word/document.xml": b" " * 210_000_000}),
    "djup.html": lambda: ("<div>" * 100_000 + SAMPLE.replace("\n", "<br>")).encode(),
    "faktura.txt": lambda: b"Faktura 17\nAtt betala: 300 kr\n",
    "gammal.doc": lambda: OLD_WORD,
    "inloggning.pdf": lambda: b"<!DOCTYPE html><title>Logga in</title>",
    "kapad.docx": lambda: docx_of(lambda document: document.add_heading("Protokoll"))[:5000],
    "kapad.odt": lambda: odt_of("<text:p>Protokoll</text:p>")[:-60],
    "kapad.pdf": lambda: pdf_of(printed(SAMPLE))[:-700],
    "låst.docx": lambda: OLD_WORD + "EncryptedPackage".encode("utf-16-le"),
    "låst.pdf": lambda: pdf_of(printed(SAMPLE), password="hemligt"),
    "omvärld.pdf": lambda: pdf_of_objects(
        {1: CATALOG, 2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", 3: PAGE}
    ),
    "roman.txt": lambda: (
        "Det var en mörk och stormig natt. Ingen såg honom komma.\n\n".encode() * 200
    ),
    "sidlös.pdf": lambda: pdf_of_objects({1: CATALOG, 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
    "skannad.pdf": lambda: pdf_of(lambda canvas: canvas.rect(50, 50, 400, 600, fill=1)),
    "slinga.pdf": lambda: pdf_of_description(
        b"/A Do",
        resources=LOOP,
        more={6: stream_of(b"/A Do /A Do", b"/Subtype /Form /BBox [0 0 1 1] /Resources 5 0 R")},
    ),
    "tiotusen.pdf": lambda: pdf_of_objects(
        {
            1: CATALOG,
            2: b"<< /Type /Pages /Count 10000 /Kids [%b] >>"
            % b" ".join(b"%d 0 R" % number for number in range(3, 10_003)),
            **dict.fromkeys(range(3, 10_003), PAGE),
        }
    ),
    "tom.pdf": lambda: b"",
    "bild.pdf": lambda: JPEG,
    "protokoll.txt": SAMPLE.encode,
}


@pytest.fixture(scope="module")
def bad(
    tmp_path_factory: pytest.TempPathFactory,
) -> c.Iterator[tuple[Importer, dict[str, Outcome]]]:
    """What became of each of the bad files, in one import of them all."""
    home = tmp_path_factory.mktemp("daligt")
    files = home / "filer"
    files.mkdir()
    for name, content in BAD.items():
        (files / name).write_bytes(content())
    limits = Limits(workers=2, file_seconds=20, memory_mb=700)
    with Catalogue.open(f"sqlite:///{home / 'katalog.sqlite'}") as catalogue:
        importer = importer_in(home, catalogue, limits)
        yield importer, {outcome.filename: outcome for outcome in importer.run([files])}


@pytest.fixture
def importer(tmp_path: pathlib.Path) -> c.Iterator[Importer]:
    with Catalogue.open(f"sqlite:///{tmp_path / 'katalog.sqlite'}") as catalogue:
        yield importer_in(tmp_path, catalogue, Limits(workers=1))


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    place = tmp_path / "filer"
    place.mkdir()
    return place


def importer_in(home: pathlib.Path, catalogue: Catalogue, limits: Limits) -> Importer:
    return Importer(
        catalogue=catalogue,
        originals=Originals(home / "originals"),
        pages=PageStore(home / "pages"),
        registries=packaged(),
        limits=limits,
        visibility=Visibility.PUBLIC,
    )


def aside(bad: tuple[Importer, dict[str, Outcome]], name: str) -> SetAside | None:
    """Why the file was set aside; None where it was kept."""
    outcome = bad[1][name]
    return outcome.reason if isinstance(outcome, FileSetAside) else None


def kept(outcomes: c.Iterable[Outcome]) -> list[tuple[str, KeptAs, str]]:
    """Each file's name, what it was kept as and in which protocol; fails where one was not."""
    found = []
    for outcome in outcomes:
        assert isinstance(outcome, FileKept), outcome
        found.append((outcome.filename, outcome.kept.kept_as, outcome.kept.protocol_id))
    return found


def remarks(outcomes: c.Iterable[Outcome]) -> set[RemarkCode]:
    return {
        remark.code
        for outcome in outcomes
        if isinstance(outcome, FileKept)
        for remark in outcome.to_check
    }


def command(
    data: pathlib.Path, *arguments: str | pathlib.Path, before: c.Callable[[], object] = int
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, in which something is done before it begins."""
    return subprocess.run(
        [sys.executable, "-m", "protokollarkiv", "--data", data, *arguments],
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        timeout=120,
        preexec_fn=before,
    )


def test_every_test_in_the_table_exists() -> None:
    table = (__doc__ or "").replace("\\\n", "")
    named = re.findall(r"\| (?:([\w/]+\.py)::)?(test_\w+) \|", table)
    assert len(named) > 50
    for path, name in named:
        source = (TESTS / path if path else pathlib.Path(__file__)).read_text("utf-8")
        assert re.search(rf"^def {name}\(", source, re.MULTILINE), (path, name)


def test_every_test_here_is_in_the_table() -> None:
    source = pathlib.Path(__file__).read_text("utf-8")
    here = set(re.findall(r"^def (test_\w+)", source, re.MULTILINE))
    about_the_table = {
        "test_every_test_in_the_table_exists",
        "test_every_test_here_is_in_the_table",
    }
    assert here - about_the_table <= set(re.findall(r"test_\w+", __doc__ or ""))


Bad = tuple[Importer, dict[str, Outcome]]


def test_an_empty_file_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "tom.pdf") is SetAside.EMPTY


def test_a_truncated_pdf_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "kapad.pdf") is SetAside.BROKEN


def test_a_truncated_word_file_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "kapad.docx") is SetAside.BROKEN


def test_a_truncated_opendocument_file_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "kapad.odt") is SetAside.BROKEN


def test_a_locked_pdf_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "låst.pdf") is SetAside.ENCRYPTED


def test_a_locked_word_file_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "låst.docx") is SetAside.ENCRYPTED


def test_a_picture_named_a_pdf_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "bild.pdf") is SetAside.WRONG_TYPE


def test_a_login_page_named_a_pdf_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "inloggning.pdf") is SetAside.WRONG_TYPE


def test_an_old_word_file_is_set_aside_with_advice(bad: Bad) -> None:
    reason = aside(bad, "gammal.doc")
    assert reason is SetAside.UNSUPPORTED
    assert "spara om filen som PDF eller Word (.docx)" in set_aside_sentence(reason)


def test_a_pdf_without_pages_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "sidlös.pdf") is SetAside.BROKEN


def test_a_pdf_bomb_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "bomb.pdf") in {SetAside.TOO_LARGE, SetAside.TOO_MUCH_MEMORY}


def test_a_word_bomb_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "bomb.docx") is SetAside.TOO_LARGE


def test_a_pdf_of_ten_thousand_pages_is_set_aside(bad: Bad) -> None:
    assert aside(bad, "tiotusen.pdf") is SetAside.TOO_MANY_PAGES


def test_a_page_that_draws_itself_holds_nobody_up(bad: Bad) -> None:
    assert aside(bad, "slinga.pdf") in {SetAside.NO_TEXT, SetAside.BROKEN, SetAside.TOO_LARGE}


def test_pages_that_hold_themselves_hold_nobody_up(bad: Bad) -> None:
    assert aside(bad, "omvärld.pdf") in {SetAside.NO_TEXT, SetAside.BROKEN}


def test_a_web_page_nested_a_hundred_thousand_deep_is_read(bad: Bad) -> None:
    assert aside(bad, "djup.html") is None


def test_what_is_set_aside_keeps_its_original(bad: Bad) -> None:
    importer, outcomes = bad
    rejected = {file.filename: file.sha256 for file in importer.catalogue.rejected()}
    assert rejected.keys() == {
        outcome.filename for outcome in outcomes.values() if isinstance(outcome, FileSetAside)
    }
    assert importer.originals.read(rejected["bild.pdf"] or "") == JPEG
    assert importer.originals.check(filter(None, rejected.values())).missing == ()


def test_the_good_file_among_the_bad_is_imported(bad: Bad) -> None:
    assert aside(bad, "protokoll.txt") is None
    assert len(bad[1]) == len(BAD)


def test_a_scan_without_text_says_what_to_install(bad: Bad) -> None:
    reason = aside(bad, "skannad.pdf")
    assert reason is SetAside.NO_TEXT
    assert "behöver OCR" in set_aside_sentence(reason)
    assert "tesseract-ocr-swe" in set_aside_sentence(reason)


def test_an_invoice_and_a_novel_are_set_aside_as_no_protocol(bad: Bad) -> None:
    assert aside(bad, "faktura.txt") is SetAside.NOT_A_PROTOCOL
    assert aside(bad, "roman.txt") is SetAside.NOT_A_PROTOCOL


def test_a_bad_file_is_one_line_and_exit_code_one(
    folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    (folder / "bra.txt").write_text(SAMPLE, "utf-8")
    (folder / "tom.pdf").write_bytes(b"")
    done = command(tmp_path / "data", "import", folder)
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if "tom.pdf" in line] == [
        "  tom.pdf: filen är tom"
    ]
    assert "1 nytt protokoll" in done.stdout


AS_RTF = r"{\rtf1\ansi " + SAMPLE.replace("\n", "\\par\n") + "}"
IN_EVERY_FORMAT = {
    "protokoll.pdf": lambda: pdf_of(*map(printed, (SAMPLE[:1400], SAMPLE[1400:]))),
    "protokoll.docx": lambda: docx_of(
        lambda document: [document.add_paragraph(line) for line in SAMPLE.splitlines()]
    ),
    "protokoll.odt": lambda: odt_of(
        "".join(f"<text:p>{line}</text:p>" for line in SAMPLE.splitlines())
    ),
    "protokoll.html": lambda: ("<pre>" + SAMPLE).encode(),
    "protokoll.rtf": lambda: AS_RTF.encode("cp1252"),
    "protokoll.txt": SAMPLE.encode,
}


def test_the_same_text_in_other_formats_is_linked_as_copies(
    importer: Importer, folder: pathlib.Path
) -> None:
    for name, content in IN_EVERY_FORMAT.items():
        (folder / name).write_bytes(content())
    found = kept(importer.run([folder]))
    assert [kept_as for _, kept_as, _ in found] == [KeptAs.NEW, *[KeptAs.COPY] * 5]
    assert {protocol_id for *_, protocol_id in found} == {ID}


def test_a_zip_of_every_kind_of_file_is_imported(importer: Importer, folder: pathlib.Path) -> None:
    contents = {name: content() for name, content in IN_EVERY_FORMAT.items()}
    (folder / "år.zip").write_bytes(zip_of(contents))
    assert {protocol_id for *_, protocol_id in kept(importer.run([folder]))} == {ID}


def test_a_corrected_version_is_a_new_version_of_the_same_protocol(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    (folder / "b.txt").write_text(SAMPLE.replace("två enheter", "tre enheter"), "utf-8")
    assert kept(importer.run([folder])) == [
        ("a.txt", KeptAs.NEW, ID),
        ("b.txt", KeptAs.NEW_VERSION, ID),
    ]


def test_a_part_that_came_before_is_linked_to_its_whole(
    importer: Importer, folder: pathlib.Path
) -> None:
    head, rest = SAMPLE.split("§ 41 ")
    matter = re.search(r"§ 45 .*?(?=§ 46 )", rest, re.DOTALL)
    assert matter
    (folder / "a-omedelbar.txt").write_text(head + matter[0], "utf-8")
    (folder / "b-hela.txt").write_text(SAMPLE, "utf-8")
    (_, _, part), (_, _, whole) = kept(importer.run([folder]))
    assert part != whole
    record = importer.catalogue.get(part, Audience.OPERATOR)
    assert record.part_of == whole


def test_entries_that_point_outside_are_named_and_the_rest_imported(
    importer: Importer, folder: pathlib.Path
) -> None:
    text = SAMPLE.encode()
    (folder / "a.zip").write_bytes(zip_of({"../ut.txt": text, "/rot.txt": text, "bra.txt": text}))
    *refused, good = importer.run([folder])
    assert [(o.filename, o.reason) for o in refused if isinstance(o, FileSetAside)] == [
        ("a.zip/../ut.txt", SetAside.UNSAFE_NAME),
        ("a.zip//rot.txt", SetAside.UNSAFE_NAME),
    ]
    assert kept([good]) == [("a.zip/bra.txt", KeptAs.NEW, ID)]
    assert not (folder.parent / "ut.txt").exists()


def test_an_impossible_date_is_imported_as_unknown_with_a_warning(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE.replace("6 maj 2031", "31 februari 2031"), "utf-8")
    outcomes = list(importer.run([folder]))
    ((_, _, protocol_id),) = kept(outcomes)
    assert importer.catalogue.get(protocol_id, Audience.OPERATOR).protocol.date.basis is not (
        Basis.STATED
    )
    assert RemarkCode.DATE_IMPOSSIBLE in remarks(outcomes)


def test_a_year_far_off_is_imported_as_unknown_with_a_warning(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE.replace("2031", "2205"), "utf-8")
    outcomes = list(importer.run([folder]))
    assert kept(outcomes) == [("a.txt", KeptAs.NEW, "kulturforvaltningen/odaterat")]
    assert remarks(outcomes) & {RemarkCode.DATE_UNKNOWN, RemarkCode.DATE_IMPOSSIBLE}


def test_an_unknown_forvaltning_is_imported_with_a_warning(
    importer: Importer, folder: pathlib.Path
) -> None:
    unknown = SAMPLE.replace("Kulturförvaltningen", "Förvaltningen").replace("biblioteken", "dem")
    (folder / "a.txt").write_text(unknown, "utf-8")
    outcomes = list(importer.run([folder]))
    assert kept(outcomes) == [("a.txt", KeptAs.NEW, "okand/2031-05-06")]
    assert RemarkCode.FORVALTNING_UNKNOWN in remarks(outcomes)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be", "cp1252", "mac_roman"]
# Older than the dash.
OLD_ENCODINGS = ["latin-1", "cp850"]


def test_every_encoding_of_a_text_gives_the_same_protocol(
    importer: Importer, folder: pathlib.Path
) -> None:
    for encoding in ENCODINGS:
        (folder / f"{encoding}.txt").write_bytes(SAMPLE.encode(encoding))
    for encoding in OLD_ENCODINGS:
        (folder / f"{encoding}.txt").write_bytes(SAMPLE.replace("–", "-").encode(encoding))
    found = kept(importer.run([folder]))
    assert {protocol_id for *_, protocol_id in found} == {ID}
    assert {kept_as for _, kept_as, _ in found} == {KeptAs.NEW, KeptAs.COPY}


def test_decomposed_letters_and_signs_nobody_sees_change_nothing(
    importer: Importer, folder: pathlib.Path
) -> None:
    decomposed = unicodedata.normalize("NFD", SAMPLE)
    strewn = SAMPLE.replace(" ", "\u200f \u202e", 40).replace("mötet", "mö\u00adt\0et")
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    (folder / "b.txt").write_text(decomposed, "utf-8")
    (folder / "c.txt").write_text(strewn, "utf-8")
    assert [kept_as for _, kept_as, _ in kept(importer.run([folder]))] == [
        KeptAs.NEW,
        KeptAs.COPY,
        KeptAs.COPY,
    ]


def test_broken_bytes_spoil_no_other_letter(importer: Importer, folder: pathlib.Path) -> None:
    broken = SAMPLE.encode().replace("öppnat".encode(), b"\xf6ppnat") + b"\xc3"
    (folder / "a.txt").write_bytes(broken)
    ((_, _, protocol_id),) = kept(importer.run([folder]))
    protocol = importer.catalogue.get(protocol_id, Audience.OPERATOR).protocol
    assert "förklarade mötet öppnat" in protocol.sections[0].text


def test_a_line_of_a_megabyte_is_read_or_set_aside(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE + "ord " * 250_000, "utf-8")
    (folder / "b.txt").write_text("å" * 1_000_000, "utf-8")
    hurried = dc.replace(importer, limits=Limits(workers=2, file_seconds=1))
    assert {outcome.filename for outcome in hurried.run([folder])} == {"a.txt", "b.txt"}


EVIL = '<script>alert("1")</script>'


def test_html_in_a_text_stays_text(importer: Importer, folder: pathlib.Path) -> None:
    text = SAMPLE.replace("Mona Alm", f"Mona {EVIL} Alm").replace("Mötets öppnande", EVIL)
    name = "=1+1 <b>&amp;'.txt"
    (folder / name).write_text(text, "utf-8")
    ((filename, _, protocol_id),) = kept(importer.run([folder]))
    protocol = importer.catalogue.get(protocol_id, Audience.OPERATOR).protocol
    assert filename == name
    assert protocol.sections[0].title == EVIL


def test_a_full_disk_during_an_import_loses_nothing(
    folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    data = tmp_path / "data"

    def fill_the_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    full = command(data, "import", folder, before=fill_the_disk)
    assert full.returncode != 0
    assert re.fullmatch(
        r"(?:Katalogen|Sökregistret) går inte att läsa eller skriva\. [^\n]+\n", full.stderr
    )
    assert command(data, "import", folder).returncode == 0
    assert command(data, "check").returncode == 0


def test_a_read_only_folder_is_told_in_one_sentence(
    folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    data = tmp_path / "data"
    data.mkdir(mode=0o555)
    told = command(data, "import", folder, before=as_anyone)
    assert told.returncode == 1
    assert re.fullmatch(r"Katalogen går inte att läsa eller skriva\. [^\n]+\n", told.stderr)


def as_anyone() -> None:
    """Root too heeds the rights of files from the next program on."""
    drop_from_bounding_set, override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, override, 0, 0, 0)
