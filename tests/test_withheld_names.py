"""A withheld name is gone from everything that the public can read, and can return."""

import pathlib

import meetings
import pytest
from click.testing import CliRunner

import protokollarkiv
from archive.catalogue import Catalogue
from archive.name_masking import NamesShown, names_anywhere
from archive.originals import Originals
from archive.records import Record
from archive.registry import packaged
from archive.settings import Settings
from archive.visibility import Audience, Visibility
from index import Request, index_pending, open_index

NAME = "Ulla Påhittad"


@pytest.fixture
def data(tmp_path: pathlib.Path) -> pathlib.Path:
    """An archive of one protocol, in which that name stands."""
    protocol = meetings.farsta()
    settings = Settings(data_dir=tmp_path)
    content = meetings.content_of(protocol)
    Originals(settings.originals_dir).keep(content)
    with Catalogue.open(settings.database_url) as catalogue:
        catalogue.keep(protocol, meetings.file_with(content, protocol), Visibility.PUBLIC)
        index_pending(catalogue, open_index(settings.index_dir, packaged()))
    return tmp_path


def run(data: pathlib.Path, *arguments: str) -> str:
    result = CliRunner().invoke(protokollarkiv.commands, ["--data", str(data), *arguments])
    return result.output


def in_public(data: pathlib.Path, name: str) -> tuple[bool, int]:
    """Whether a name stands in the protocol, and how many sections are found by it."""
    settings = Settings(data_dir=data)
    with Catalogue.open(settings.database_url) as catalogue:
        (record,) = catalogue.newest(Audience.PUBLIC, 1)
    found = open_index(settings.index_dir, packaged()).find(Request(name, Audience.PUBLIC))
    return name in record.protocol.to_json(), found.total


def test_it_is_withheld_logged_and_shown_again(data: pathlib.Path) -> None:
    before = in_public(data, NAME)
    assert before[0]
    told = run(data, "dolj", NAME, "--skal", "begärt 2030-01-15")
    assert told == f"Dolt: {NAME}, i 1 protokoll.\n"
    assert in_public(data, NAME) == (False, 0)
    assert f"{NAME}: begärt 2030-01-15\n" in run(data, "dolj")
    assert run(data, "dolj", NAME, "--visa-igen") == f"Visas igen: {NAME}, i 1 protokoll.\n"
    assert in_public(data, NAME) == before
    assert "visas igen sedan" in run(data, "dolj")


def test_where_it_is_cut_off_what_is_withheld_is_marked_for_the_index(
    data: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=data)
    looked: list[str] = []

    def cut_off(record: Record, name: str) -> bool:
        if looked:  # the protocol was looked at already: this is the second time
            raise KeyboardInterrupt
        looked.append(name)
        return names_anywhere(record, name)

    with Catalogue.open(settings.database_url) as catalogue:
        monkeypatch.setattr("archive.catalogue.names_anywhere", cut_off)
        with pytest.raises(KeyboardInterrupt):
            catalogue.withhold_name(NAME, "begärt")
        assert len(catalogue.marked()) == 1
        index_pending(catalogue, open_index(settings.index_dir, packaged()))
    assert in_public(data, NAME) == (False, 0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["Ulla"], "Skriv hela namnet"),
        ([NAME], "Ange --skal"),
        ([NAME, "--visa-igen"], "är inte dolt"),
    ],
)
def test_what_is_lacking_is_said(data: pathlib.Path, arguments: list[str], sentence: str) -> None:
    result = CliRunner().invoke(protokollarkiv.commands, ["--data", str(data), "dolj", *arguments])
    assert sentence in str(result.exception) + result.output


def test_an_index_with_all_names_does_not_serve_a_site_that_masks_them(data: pathlib.Path) -> None:
    index = open_index(data / "index", packaged(), form="namn inga")
    assert index.needs_rebuild()
    assert index.find(Request("larm", Audience.PUBLIC)).total == 0
    shown = NamesShown.NONE
    with Catalogue.open(Settings(data_dir=data).database_url, shown) as catalogue:
        index_pending(catalogue, index)
        assert index.find(Request("larm", Audience.PUBLIC)).total
        assert index.find(Request("Påhittad", Audience.OPERATOR)).total == 0
        inside = catalogue.get("farsta/2025-01-14", Audience.OPERATOR)
    assert NAME in inside.protocol.to_json()


def test_names_are_masked_for_the_public_alone_and_only_while_one_is_withheld(
    data: pathlib.Path,
) -> None:
    with Catalogue.open(Settings(data_dir=data).database_url) as catalogue:
        assert not catalogue.masks_names(Audience.PUBLIC)
        catalogue.withhold_name(NAME, "begärt")
        assert catalogue.masks_names(Audience.PUBLIC)
        assert not catalogue.masks_names(Audience.OPERATOR)
        catalogue.show_name(NAME)
        assert not catalogue.masks_names(Audience.PUBLIC)
    with Catalogue.open(Settings(data_dir=data).database_url, NamesShown.ROLES) as catalogue:
        assert catalogue.masks_names(Audience.PUBLIC)
