"""A table of the board's matters: one row each, with case number, paragraf and result.

"Ärende | Dnr | MBL | Resultat" over "Budget 2025 | KS 2024/12 | § 11 | Enighet". Columns come in
any order and the head may be missing, so each cell is known by what it says.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from archive.model import Outcome
from importers.parse.outcomes import find_result
from importers.parse.references import find_diarienummer
from importers.parse.samverkan_bases import THE_ACT, basis_of, basis_of_cell

HEAD: t.Final = re.compile(
    r"(?:ärende\w*|rubrik|dnr|diarie\w+|mbl|basis|resultat|utfall|beslut|kommentar\w*|nr|nummer"
    r"|samverkan\w*|paragraf|hantering|typ|föredragande|§)[.:]?",
    re.IGNORECASE,
)
LONGEST_RESULT: t.Final = 120  # characters
LETTERS: t.Final = re.compile(r"[^\W\d_]{3}")


@dc.dataclass(frozen=True, slots=True)
class TableRow:
    """One matter as its row tells it."""

    matter: str
    basis: str | None
    outcome: Outcome | None
    case_numbers: tuple[str, ...]
    result: str  # the words of the outcome


def is_head(cells: c.Sequence[str]) -> bool:
    """Whether the row only names the columns."""
    return len(cells) > 1 and all(HEAD.fullmatch(cell) for cell in cells)


def read_row(cells: c.Sequence[str]) -> TableRow | None:
    """The matter of a row that has a paragraf or a result; None where it has neither."""
    basis = outcome = None
    matter = result = ""
    case_numbers: list[str] = []
    for cell in cells:
        numbers = find_diarienummer(cell)
        if numbers and not LETTERS.search(_without(cell, numbers)):
            case_numbers += numbers
        elif basis is None and (told := _basis_and_result(cell)):
            basis, ended = told
            outcome, result = (ended, cell) if ended else (outcome, result)
        elif outcome is None and matter and (ended := _result(cell)):
            outcome, result = ended, cell
        elif not matter and LETTERS.search(cell):
            matter = _without(cell, numbers)
            case_numbers += numbers
    if not matter or (basis is None and outcome is None):
        return None
    return TableRow(matter, basis, outcome, tuple(case_numbers), result)


def _basis_and_result(cell: str) -> tuple[str, Outcome | None] | None:
    """Both where a cell holds both: "Informerat, § 19 MBL", "§ 11 MBL, bordlagt"."""
    if len(cell) > LONGEST_RESULT or (basis := basis_of_cell(cell) or basis_of(cell)) is None:
        return None
    outcome = find_result(THE_ACT.sub(" ", cell).strip(" ,.:;"))
    return (basis, outcome) if outcome or basis_of_cell(cell) else None


def _result(cell: str) -> Outcome | None:
    return find_result(cell) if len(cell) <= LONGEST_RESULT else None


def _without(cell: str, case_numbers: c.Iterable[str]) -> str:
    for number in case_numbers:
        cell = cell.replace(number, "")
    return re.sub(r"(?i)\bdnr\b[.:]?", "", cell).strip(" ,()–-")
