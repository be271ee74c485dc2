"""`protokollarkiv forkortningar`: what it writes, and that a person can accept it."""

import pathlib
import tomllib

import pytest
from commands import run

from archive.registry import load_registries

TEXT = """\
Protokoll från förvaltningsgruppens möte
Kulturförvaltningen
Datum: 6 maj 2031

§ 1 Mötets öppnande
Mötet öppnas.

§ 2 Systematiskt arbetsmiljöarbete (SAM)
Chefen berättar om lokal kompetensplan (LKP). En lokal kompetensplan (LKP) följs upp varje år.
Årlig översyn av schema (ÅÖS) görs i maj.
"""


@pytest.fixture(scope="module")
def proposals(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """What is proposed from a protocol that explains two abbreviations that are new."""
    home = tmp_path_factory.mktemp("arkiv")
    (home / "mote.txt").write_text(TEXT, "utf-8")
    assert run(home / "data", "import", str(home / "mote.txt")).returncode == 0
    done = run(home / "data", "forkortningar")
    assert done.returncode == 0, done.stderr
    place = home / "data" / "register" / "synonyms.forslag.toml"
    assert done.stdout == f"Nya förkortningar: 2. De står i {place}.\n"
    return place


def test_it_says_how_often_and_where_each_was_read(proposals: pathlib.Path) -> None:
    lines = proposals.read_text("utf-8").splitlines()
    assert '# LKP = ["lokal kompetensplan"]' in lines
    assert lines[lines.index('# LKP = ["lokal kompetensplan"]') - 1].startswith(
        "# 2 gånger: kultur"
    )
    assert '# "ÅÖS" = ["årlig översyn av schema"]' in lines


def test_what_the_search_knows_is_not_proposed(proposals: pathlib.Path) -> None:
    assert "SAM =" not in proposals.read_text("utf-8")


def test_nothing_is_accepted_until_a_person_moves_the_lines(
    proposals: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    text = proposals.read_text("utf-8")
    assert tomllib.loads(text) == {}
    moved = [line.removeprefix("# ") for line in text.splitlines() if " = [" in line]
    (tmp_path / "synonyms.toml").write_text("\n".join(moved), "utf-8")
    assert load_registries(tmp_path).synonyms == {
        "LKP": ("lokal kompetensplan",),
        "ÅÖS": ("årlig översyn av schema",),
    }


def test_without_an_archive_it_says_so(tmp_path: pathlib.Path) -> None:
    done = run(tmp_path / "fel", "forkortningar")
    assert (done.returncode, done.stdout) == (2, "")
