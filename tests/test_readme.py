"""What the README says is what the program does."""

import dataclasses as dc
import pathlib
import re
import tomllib

import click
import pytest

import protokollarkiv
from archive.settings import FILE, Limits, Settings, load_settings

README = (pathlib.Path(__file__).parents[1] / "README.md").read_text("utf-8")
COMMANDS = protokollarkiv.commands.commands
# "| `check [--repair]` | kontrollerar …"
ROWS = dict(re.findall(r"^\| `(\w+)([^`]*)` \|", README, re.MULTILINE))
(SETTINGS,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)


def test_every_command_has_its_row() -> None:
    assert ROWS.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", ROWS)
def test_the_options_in_a_row_are_those_of_the_command(name: str) -> None:
    known = {
        option
        for param in COMMANDS[name].params
        if isinstance(param, click.Option)
        for option in param.opts
    }
    told = set(re.findall(r"--[a-z-]+", ROWS[name]))
    assert told == known or (told < known and "…" in ROWS[name])


def test_the_settings_that_are_shown_are_all_there_are(tmp_path: pathlib.Path) -> None:
    table = tomllib.loads(SETTINGS)
    assert table.keys() == {field.name for field in dc.fields(Settings)} - {"data_dir"}
    (tmp_path / FILE).write_text(SETTINGS, "utf-8")
    assert load_settings(tmp_path, {}).limits == Limits()
    assert table["limits"].keys() == {field.name for field in dc.fields(Limits)}
