"""Every code and every error has a Swedish sentence that helps."""

import collections.abc as c
import inspect
import pathlib
import pickle

import pytest

from archive import errors, messages
from archive.errors import Fault, SetAside
from archive.messages import RemarkCode

EXAMPLES: dict[type[errors.ArchiveError], errors.ArchiveError] = {
    errors.ArchiveError: errors.ArchiveError("x"),
    errors.SettingsError: errors.SettingsError(pathlib.Path("a.toml"), "namn", Fault.WRONG_VALUE),
    errors.RegistryError: errors.RegistryError(
        pathlib.Path("unions.toml"), "dik.predecessors", Fault.CIRCLE, "srat"
    ),
    errors.UnreadableFile: errors.UnreadableFile("a.pdf", SetAside.EMPTY),
    errors.NotAProtocol: errors.NotAProtocol("a.pdf"),
    errors.CatalogueError: errors.CatalogueError("x"),
    errors.UnknownProtocol: errors.UnknownProtocol("farsta/2024-03-14"),
    errors.UnknownForvaltning: errors.UnknownForvaltning("atlantis"),
    errors.IndexUnavailable: errors.IndexUnavailable("x"),
    errors.CannotDraw: errors.CannotDraw("x"),
    errors.CannotRead: errors.CannotRead("x"),
    errors.MissingExtra: errors.MissingExtra("demo"),
    errors.NoArchive: errors.NoArchive(pathlib.Path("fel")),
}


def error_classes(root: type[errors.ArchiveError]) -> c.Iterator[type[errors.ArchiveError]]:
    yield root
    for kind in root.__subclasses__():
        yield from error_classes(kind)


def test_every_error_has_an_example_here() -> None:
    defined = {
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.ArchiveError)
    }
    assert defined == EXAMPLES.keys()
    assert set(error_classes(errors.ArchiveError)) >= defined


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.__name__)
def test_every_error_but_the_root_has_a_sentence_of_its_own(
    kind: type[errors.ArchiveError],
) -> None:
    sentence = messages.error_sentence(EXAMPLES[kind])
    nothing_known = messages.error_sentence(errors.ArchiveError())
    assert (sentence == nothing_known) == (kind is errors.ArchiveError)


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.__name__)
def test_every_error_stands_in_the_tree_that_is_drawn(kind: type[errors.ArchiveError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize("code", RemarkCode)
def test_every_remark_has_a_sentence(code: RemarkCode) -> None:
    assert messages.remark_sentence(code, "§ 4").rstrip("§ 4").strip()


@pytest.mark.parametrize("reason", SetAside)
def test_every_reason_to_set_a_file_aside_has_a_sentence(reason: SetAside) -> None:
    assert messages.set_aside_sentence(reason)


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_in_a_settings_file_has_a_sentence_that_names_the_file(fault: Fault) -> None:
    whole = errors.SettingsError(pathlib.Path("a.toml"), None, fault, "namn = [")
    assert messages.error_sentence(whole).startswith("Filen a.toml ")
    one = errors.SettingsError(pathlib.Path("a.toml"), "namn", fault, "namn = [")
    assert messages.error_sentence(one).startswith("namn i a.toml ")


def test_the_document_s_own_words_stand_in_the_sentence() -> None:
    assert "{31} februari" in messages.remark_sentence(RemarkCode.DATE_IMPOSSIBLE, "{31} februari")


def test_a_file_that_cannot_be_read_is_named_with_its_reason() -> None:
    sentence = messages.error_sentence(errors.UnreadableFile("a.pdf", SetAside.EMPTY, "0 bytes"))
    assert sentence == "a.pdf: filen är tom"


def test_what_is_for_the_log_is_not_shown() -> None:
    assert "0 bytes" in str(errors.UnreadableFile("a.pdf", SetAside.EMPTY, "0 bytes"))
    assert "disk I/O" not in messages.error_sentence(errors.CatalogueError("disk I/O error"))


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.__name__)
def test_every_error_crosses_between_processes_with_its_data(
    kind: type[errors.ArchiveError],
) -> None:
    sent = EXAMPLES[kind]
    received = pickle.loads(pickle.dumps(sent))
    assert type(received) is kind
    assert (str(received), vars(received)) == (str(sent), vars(sent))
