"""A second reading brings what the parser has learnt, and leaves what people have decided."""

import collections.abc as c
import dataclasses as dc
import datetime as dt
import pathlib

import pytest

from archive.catalogue import Catalogue
from archive.errors import SetAside, UnreadableFile
from archive.messages import RemarkCode
from archive.model import Protocol
from archive.originals import Originals
from archive.pages import PageStore
from archive.records import FileRole, KeptAs, NewFile
from archive.registry import packaged
from archive.settings import Limits
from archive.visibility import Audience, Visibility
from importers.keeping import keep_read
from importers.parse import Parser
from importers.reader import Reader
from importers.readings import Job, Reading
from importers.reparse import FileReread, FileUnread, Reparser
from importers.summary import reparse_lines
from importers.version import PARSER
from importers.workers import Read, Workers

SAMPLE = (pathlib.Path(__file__).parents[1] / "samples" / "paragrafer.txt").read_text("utf-8")
ID = "kulturforvaltningen/2031-05-06"
PRIVATE = SAMPLE.replace("§ 42", "Nås på 070-123 45 67.\n\n§ 42", 1)
READER = Reader(Limits(), Parser(packaged()))
OPERATOR, PUBLIC, HELD = Audience.OPERATOR, Visibility.PUBLIC, Visibility.HELD


class Here(Workers):
    """Reads in this process, which is quick."""

    def __init__(self) -> None:
        pass

    def read(self, job: Job) -> c.Iterator[Read]:
        content = job.path.read_bytes()
        try:
            yield job, READER.read(content, job.filename)
        except UnreadableFile as err:
            yield job, err

    def rest(self) -> c.Iterator[Read]:
        return iter(())


@pytest.fixture
def reparser(tmp_path: pathlib.Path) -> c.Iterator[Reparser]:
    with Catalogue.open(f"sqlite:///{tmp_path / 'katalog.sqlite'}") as catalogue:
        yield Reparser(catalogue, Originals(tmp_path / "originals"), PageStore(tmp_path / "sidor"))


def keep(
    reparser: Reparser,
    text: str = SAMPLE,
    name: str = "a.txt",
    *,
    then: c.Callable[[Protocol], Protocol] = lambda protocol: protocol,
) -> str:
    """Keep a file as a parser read it `then`, and give the protocol's id."""
    content = text.encode()
    sha256 = reparser.originals.keep(content)
    job = Job(reparser.originals.path(sha256), name, sha256, len(content))
    reading = Reading(then(READER.read(content, name).protocol))
    return keep_read(reparser.catalogue, reparser.pages, job, reading, PUBLIC).protocol_id


def short_sighted(protocol: Protocol) -> Protocol:
    """As a parser read it that saw two sections and nothing private."""
    return dc.replace(protocol, sections=protocol.sections[:2], warnings=())


def again(reparser: Reparser, *ids: str) -> list[FileReread | FileUnread]:
    return list(reparser.run(Here(), ids or None))


def test_a_better_parse_takes_the_place_of_the_old_and_is_marked_for_the_index(
    reparser: Reparser,
) -> None:
    keep(reparser, then=short_sighted)
    reparser.catalogue.unmark(reparser.catalogue.waiting())
    (outcome,) = again(reparser)
    assert isinstance(outcome, FileReread)
    assert outcome.kept.kept_as is KeptAs.KNOWN
    assert "paragrafer 2 → 6" in outcome.changes
    assert len(reparser.catalogue.get(ID, OPERATOR).protocol.sections) == 6
    assert [pending.protocol_id for pending in reparser.catalogue.waiting()] == [ID]


def test_a_second_run_changes_nothing(reparser: Reparser) -> None:
    keep(reparser, then=short_sighted)
    again(reparser)
    reparser.catalogue.unmark(reparser.catalogue.waiting())
    (outcome,) = again(reparser)
    assert isinstance(outcome, FileReread)
    assert outcome.changes == ()
    assert reparser.catalogue.waiting() == ()


def test_what_people_have_decided_stays(reparser: Reparser) -> None:
    keep(reparser, then=short_sighted)
    decided = reparser.catalogue.correct(
        ID,
        date=dt.date(2031, 5, 7),
        visibility=Visibility.INTERNAL,
        registries=packaged(),
    )
    again(reparser)
    record = reparser.catalogue.get("kulturforvaltningen/2031-05-07", OPERATOR)
    assert len(record.protocol.sections) == 6
    assert (record.visibility, record.protocol.date) == (
        Visibility.INTERNAL,
        decided.protocol.date,
    )


def test_copies_and_earlier_versions_are_read_too(reparser: Reparser) -> None:
    corrected = SAMPLE.replace("lades till handlingarna", "godkändes med ett tillägg")
    for text, name in ((SAMPLE, "a.txt"), (corrected, "rättad.txt")):
        keep(reparser, text, name)
        keep(reparser, text, name, then=lambda p: dc.replace(p, title="Som det lästes förr"))
    roles = {file.role for file in reparser.catalogue.get(ID, OPERATOR).files}
    assert roles == {FileRole.SHOWN, FileRole.EARLIER}
    outcomes = again(reparser)
    assert [o.changes for o in outcomes if isinstance(o, FileReread)] == [("titel",)] * 2


def test_only_those_asked_for_are_read(reparser: Reparser) -> None:
    keep(reparser)
    other = keep(reparser, SAMPLE.replace("6 maj", "9 juni"), "b.txt")
    keep(reparser, "\n".join(f"§ {n} {'ord' * n}\nText {n}." for n in range(1, 9)), "c.txt")
    outcomes = again(reparser, other)
    assert other in {o.kept.protocol_id for o in outcomes if isinstance(o, FileReread)}
    assert len(outcomes) == reparser.catalogue.count_files([other])
    assert len(outcomes) < reparser.catalogue.count_files()


def test_personal_data_that_were_missed_are_held_now(reparser: Reparser) -> None:
    keep(reparser, PRIVATE, then=short_sighted)
    assert reparser.catalogue.get(ID, Audience.PUBLIC).visibility is PUBLIC
    (outcome,) = again(reparser)
    assert isinstance(outcome, FileReread)
    assert outcome.newly_held
    record = reparser.catalogue.get(ID, OPERATOR)
    assert (record.visibility, record.held_for) == (HELD, ("Privat telefonnummer i § 41.",))


def test_what_a_person_has_released_stays_released(reparser: Reparser) -> None:
    keep(reparser, PRIVATE)
    assert reparser.catalogue.get(ID, OPERATOR).visibility is HELD
    reparser.catalogue.correct(ID, visibility=PUBLIC, registries=packaged())
    (outcome,) = again(reparser)
    assert isinstance(outcome, FileReread)
    assert not outcome.newly_held
    assert reparser.catalogue.get(ID, OPERATOR).visibility is PUBLIC


def test_a_file_that_can_no_longer_be_read_keeps_what_was_read(reparser: Reparser) -> None:
    keep(reparser)
    (file,) = reparser.catalogue.get(ID, OPERATOR).files
    original = reparser.originals.path(file.sha256)
    original.chmod(0o644)
    original.write_bytes(b"")
    assert again(reparser) == [FileUnread("a.txt", ID, SetAside.EMPTY)]
    original.unlink()
    assert again(reparser) == [FileUnread("a.txt", ID, SetAside.UNREACHABLE)]
    assert len(reparser.catalogue.get(ID, OPERATOR).protocol.sections) == 6


def test_an_interrupted_run_is_completed_by_the_next(reparser: Reparser) -> None:
    keep(reparser, then=short_sighted)
    keep(reparser, "\n".join(f"§ {n} {'ord' * n}\nText {n}." for n in range(1, 9)), "c.txt")
    next(reparser.run(Here()))
    again(reparser)
    assert len(reparser.catalogue.get(ID, OPERATOR).protocol.sections) == 6
    assert all(isinstance(o, FileReread) and not o.changes for o in again(reparser))


def test_which_parser_read_a_file_is_noted(reparser: Reparser) -> None:
    sha256 = reparser.originals.keep(SAMPLE.encode())
    old = NewFile(sha256, "a.txt", "text/plain", len(SAMPLE.encode()))
    protocol = READER.read(SAMPLE.encode(), "a.txt").protocol
    reparser.catalogue.keep(protocol, old, PUBLIC)
    assert [f.parser for f in reparser.catalogue.get(ID, OPERATOR).files] == [0]
    again(reparser)
    assert [f.parser for f in reparser.catalogue.get(ID, OPERATOR).files] == [PARSER]


def test_the_summary_says_what_changed_what_waits_and_what_was_lost(reparser: Reparser) -> None:
    keep(reparser, PRIVATE, then=short_sighted)
    lost = keep(reparser, "\n".join(f"§ {n} {'ord' * n}\nText {n}." for n in range(1, 9)), "c.txt")
    (file,) = reparser.catalogue.get(lost, OPERATOR).files
    reparser.originals.path(file.sha256).unlink()
    lines = list(reparse_lines(again(reparser), each=True))
    assert lines[0] == "Läst om: 1 fil i 1 protokoll. Ändrade: 1."
    assert "  paragrafer i de ändrade: 2 → 6" in lines
    assert any(line.startswith(f"{ID} (a.txt): paragrafer 2 → 6, ") for line in lines)
    assert f"  {ID}: Privat telefonnummer i § 41." in lines
    assert any("ratta ID --synlighet publik" in line for line in lines)
    assert lines[-2:] == [
        "Gick inte att läsa om, 1 fil. Det som lästes förut står kvar:",
        f"  c.txt ({lost}): filen finns inte eller får inte läsas",
    ]


def test_remarks_on_personal_data_name_every_kind(reparser: Reparser) -> None:
    text = PRIVATE.replace("Nås på", "Ek, 850709-9805, ek@post.example. Nås på")
    keep(reparser, text)
    codes = {r.code for r in reparser.catalogue.get(ID, OPERATOR).protocol.warnings}
    assert codes >= {
        RemarkCode.IDENTITY_NUMBER,
        RemarkCode.PRIVATE_PHONE,
        RemarkCode.PRIVATE_EMAIL,
    }
    assert len(reparser.catalogue.get(ID, OPERATOR).held_for) == 3
