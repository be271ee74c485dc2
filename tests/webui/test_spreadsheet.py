"""A table of hits in a real spreadsheet, which has no better way to show that it opens rightly."""

import collections.abc as c
import dataclasses as dc
import pathlib
import shutil
import subprocess
import typing as t
import xml.etree.ElementTree as ET
import zipfile

import meetings
import pytest
from flask.testing import FlaskClient

from archive.model import Section
from webui.export_rows import HEADING

OFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}

# Semicolons, quotes, UTF-8, in Swedish, and formulas would be run: as a double click opens it.
AS_OPENED = "59,34,76,1,,1053,false,true,false,false,false,-1"


class Cell(t.NamedTuple):
    """What a spreadsheet took a cell for, and what it shows."""

    type: str | None
    value: str | None
    formula: str | None
    lines: tuple[str, ...]


def cells(path: pathlib.Path) -> list[list[Cell]]:
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read("content.xml"))
    office, table = f"{{{NAMES['office']}}}", f"{{{NAMES['table']}}}"
    return [
        [
            Cell(
                cell.get(f"{office}value-type"),
                cell.get(f"{office}date-value") or cell.get(f"{office}value"),
                cell.get(f"{table}formula"),
                tuple("".join(line.itertext()) for line in cell.iterfind("text:p", NAMES)),
            )
            for cell in row.iterfind("table:table-cell", NAMES)
            for _ in range(min(20, int(cell.get(f"{table}number-columns-repeated", 1))))
        ]
        for row in root.iter(f"{table}table-row")
    ]


@pytest.fixture
def opened(
    client_of: c.Callable[..., FlaskClient], tmp_path: pathlib.Path
) -> list[dict[str, Cell]]:
    """The table of two meetings, one of them full of what a spreadsheet could run."""
    evil = dc.replace(
        meetings.undated(),
        title="=1+1",
        sections=(
            Section(1, 4, '=HYPERLINK("https://x.example";"a")', "@SUM(A1)\n\n+46 8; “å”\n-1"),
        ),
    )
    text = client_of(meetings.farsta(), evil).get("/sok.csv").data
    file = tmp_path / "träffar.csv"
    file.write_bytes(text)
    subprocess.run(
        [
            str(OFFICE),
            "--headless",
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            f"--infilter=Text - txt - csv (StarCalc):{AS_OPENED}",
            *("--convert-to", "ods", "--outdir", str(tmp_path), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    rows = cells(tmp_path / "träffar.ods")
    assert [cell.lines[0] for cell in rows[0][: len(HEADING)]] == list(HEADING)
    return [dict(zip(HEADING, row, strict=False)) for row in rows[1:] if any(it.type for it in row)]


def test_the_table_opens_rightly_in_a_spreadsheet(opened: list[dict[str, Cell]]) -> None:
    assert len(opened) == 6
    farsta = next(row for row in opened if row["Rubrik"].lines == ("Föranmälda frågor",))
    assert (farsta["Datum"].type, farsta["Datum"].value) == ("date", "2025-01-14")
    assert (farsta["§"].type, farsta["§"].value) == ("float", "2")
    assert farsta["Text"].lines[1] == meetings.ALARM_QUESTION
    assert farsta["Svar"].lines[1] == f"2. {meetings.SHIFT_ANSWER}"
    evil = next(row for row in opened if row["§"].value == "4")
    assert evil["Protokoll"][:1] == ("string",)
    assert evil["Protokoll"].lines == ("'=1+1",)
    assert evil["Rubrik"].lines == ('\'=HYPERLINK("https://x.example";"a")',)
    assert evil["Text"].lines == ("'@SUM(A1)", "+46 8; “å”", "-1")
    assert {cell.formula for row in opened for cell in row.values()} == {None}
