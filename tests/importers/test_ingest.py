"""An import takes in what it can, sets the rest aside with its reason, and can be run again."""

import collections.abc as c
import dataclasses as dc
import os
import pathlib
import signal
import subprocess
import sys
import zipfile

import pytest

from archive import messages
from archive.catalogue import Catalogue
from archive.errors import SetAside
from archive.originals import Originals
from archive.pages import PageStore
from archive.records import KeptAs
from archive.registry import packaged
from archive.settings import Limits, Own
from archive.visibility import Audience, Visibility
from importers.ingest import FileKept, FileSetAside, Importer
from importers.summary import summary_lines

SAMPLE = (pathlib.Path(__file__).parents[1] / "samples" / "paragrafer.txt").read_text("utf-8")
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\0" * 200


@pytest.fixture
def importer(tmp_path: pathlib.Path) -> c.Iterator[Importer]:
    with Catalogue.open(f"sqlite:///{tmp_path / 'katalog.sqlite'}") as catalogue:
        yield Importer(
            catalogue=catalogue,
            originals=Originals(tmp_path / "originals"),
            pages=PageStore(tmp_path / "pages"),
            registries=packaged(),
            limits=Limits(workers=1),
            visibility=Visibility.PUBLIC,
        )


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    place = tmp_path / "filer"
    place.mkdir()
    return place


@pytest.mark.parametrize("asked", [Visibility.PUBLIC, Visibility.INTERNAL])
def test_personal_data_wait_for_a_person_whatever_the_import_asked_for(
    importer: Importer, folder: pathlib.Path, asked: Visibility
) -> None:
    private = SAMPLE.replace("§ 42", "Nås på 070-123 45 67, ek@post.example.\n\n§ 42", 1)
    (folder / "a.txt").write_text(private, "utf-8")
    outcomes = list(dc.replace(importer, visibility=asked).run([folder]))
    (outcome,) = outcomes
    assert isinstance(outcome, FileKept)
    assert outcome.kept.visibility is Visibility.HELD
    assert list(summary_lines(outcomes))[1:] == [
        "Vilande tills någon beslutar, 1 protokoll:",
        "  kulturforvaltningen/2031-05-06:"
        " Privat telefonnummer i § 41. Privat e-postadress i § 41.",
        messages.HOW_TO_RELEASE,
    ]


def test_a_released_protocol_stays_released_when_its_file_comes_again(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE.replace("Ekrummet", "Ekrummet 070-123 45 67"), "utf-8")
    (outcome,) = importer.run([folder])
    assert isinstance(outcome, FileKept)
    id_ = outcome.kept.protocol_id
    importer.catalogue.correct(id_, visibility=Visibility.PUBLIC, registries=packaged())
    (again,) = importer.run([folder])
    assert isinstance(again, FileKept)
    assert (again.kept.kept_as, again.kept.visibility) == (KeptAs.KNOWN, Visibility.PUBLIC)


def test_the_operators_own_numbers_hold_nothing(importer: Importer, folder: pathlib.Path) -> None:
    (folder / "a.txt").write_text(SAMPLE.replace("Ekrummet", "Ekrummet 0470-12 34 56"), "utf-8")
    (outcome,) = dc.replace(importer, own=Own(nummerserier=("0470-12",))).run([folder])
    assert isinstance(outcome, FileKept)
    assert outcome.kept.visibility is Visibility.PUBLIC


def test_bad_files_are_named_and_the_others_come_in(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    (folder / "bild.pdf").write_bytes(JPEG)
    (folder / "tom.pdf").write_bytes(b"")
    (folder / "trasig.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type")
    (folder / "faktura.txt").write_text("Faktura 17\nAtt betala: 300 kr\n", "utf-8")
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("foto.jpg", JPEG)
    outcomes = list(importer.run([folder]))
    assert importer.count([folder]) == len(outcomes) == 6
    kept = [outcome for outcome in outcomes if isinstance(outcome, FileKept)]
    aside = {o.filename: o.reason for o in outcomes if isinstance(o, FileSetAside)}
    assert [outcome.kept.protocol_id for outcome in kept] == ["kulturforvaltningen/2031-05-06"]
    assert aside == {
        "bild.pdf": SetAside.WRONG_TYPE,
        "faktura.txt": SetAside.NOT_A_PROTOCOL,
        "tom.pdf": SetAside.EMPTY,
        "trasig.pdf": SetAside.BROKEN,
        "z.zip": SetAside.NOTHING_INSIDE,
    }
    assert {file.filename for file in importer.catalogue.rejected()} == set(aside)


def test_what_is_kept_is_marked_for_the_index(importer: Importer, folder: pathlib.Path) -> None:
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    list(importer.run([folder]))
    (pending,) = importer.catalogue.waiting()
    assert pending.protocol_id == "kulturforvaltningen/2031-05-06"


def test_importing_again_changes_nothing_and_says_so(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    (folder / "samma.txt").write_text(SAMPLE, "utf-8")
    first = [
        outcome.kept.kept_as for outcome in importer.run([folder]) if isinstance(outcome, FileKept)
    ]
    again = [
        outcome.kept.kept_as for outcome in importer.run([folder]) if isinstance(outcome, FileKept)
    ]
    assert first == [KeptAs.NEW, KeptAs.KNOWN]
    assert again == [KeptAs.KNOWN, KeptAs.KNOWN]
    assert importer.catalogue.summary(Audience.OPERATOR).protocols == 1


def test_what_is_no_protocol_is_kept_on_request(importer: Importer, folder: pathlib.Path) -> None:
    (folder / "faktura.txt").write_text("Faktura 17\nAtt betala: 300 kr\n", "utf-8")
    (outcome,) = dc.replace(importer, keep_others=True).run([folder])
    assert isinstance(outcome, FileKept)
    assert outcome.kept.protocol_id == "okand/odaterat"


def test_a_file_that_takes_too_long_is_set_aside_and_the_next_is_read(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a-lång.txt").write_text(SAMPLE + "ord. Vision frågade. " * 300_000, "utf-8")
    (folder / "b.txt").write_text(SAMPLE, "utf-8")
    hurried = dc.replace(importer, limits=Limits(workers=1, file_seconds=0.3))
    long, short = hurried.run([folder])
    assert long == FileSetAside("a-lång.txt", SetAside.TOO_SLOW)
    assert isinstance(short, FileKept)


def test_a_file_that_can_be_read_at_last_is_no_longer_set_aside(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "faktura.txt").write_text("Faktura 17\nAtt betala: 300 kr\n", "utf-8")
    list(importer.run([folder]))
    assert len(importer.catalogue.rejected()) == 1
    list(dc.replace(importer, keep_others=True).run([folder]))
    assert importer.catalogue.rejected() == ()


def test_a_file_that_wants_too_much_memory_is_set_aside(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "stor.txt").write_text(SAMPLE + "ord " * 30_000_000, "utf-8")
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    narrow = dc.replace(importer, limits=Limits(workers=1, memory_mb=500, file_mb=200))
    a, big = narrow.run([folder])
    assert isinstance(a, FileKept)
    assert isinstance(big, FileSetAside)
    assert big.reason in {SetAside.TOO_MUCH_MEMORY, SetAside.READER_DIED}


def test_the_summary_names_every_file_set_aside_in_swedish(
    importer: Importer, folder: pathlib.Path
) -> None:
    (folder / "a.txt").write_text(SAMPLE, "utf-8")
    (folder / "tom.pdf").write_bytes(b"")
    assert list(summary_lines(list(importer.run([folder])))) == [
        "Inläst: 1 nytt protokoll.",
        "Lades åt sidan, 1 fil:",
        "  tom.pdf: filen är tom",
    ]


KILLED = """
import pathlib, sys
from archive import messages
from archive.catalogue import Catalogue
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import packaged
from archive.settings import Limits, Own
from archive.visibility import Visibility
from importers.ingest import Importer
home = pathlib.Path(sys.argv[1])
if __name__ == "__main__":
    catalogue = Catalogue.open(f"sqlite:///{home / 'katalog.sqlite'}")
    importer = Importer(catalogue=catalogue, originals=Originals(home / "originals"),
        pages=PageStore(home / "pages"), registries=packaged(), limits=Limits(workers=1),
        visibility=Visibility.PUBLIC)
    for outcome in importer.run([home / "filer"]):
        print(outcome.filename, flush=True)
"""


def test_an_import_killed_half_way_is_completed_by_the_next(
    importer: Importer, folder: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    for number in range(1, 7):
        different = " ".join(f"ord{number}x{i}" for i in range(200))
        text = SAMPLE.replace("6 maj", f"{number} maj").replace("Inga övriga frågor.", different)
        (folder / f"{number}.txt").write_text(text, "utf-8")
    script = tmp_path / "import.py"
    script.write_text(KILLED, "utf-8")
    with subprocess.Popen(
        [sys.executable, script, tmp_path], stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()  # the first is kept
        os.killpg(process.pid, signal.SIGKILL)
    kept_before = importer.catalogue.summary(Audience.OPERATOR).protocols
    assert 1 <= kept_before <= 6
    outcomes = list(importer.run([folder]))
    assert all(isinstance(outcome, FileKept) for outcome in outcomes)
    assert importer.catalogue.summary(Audience.OPERATOR).protocols == 6
    assert len(importer.catalogue.waiting()) == 6
