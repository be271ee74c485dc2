"""Runs of one page become rows of cells.

A PDF has no lines and often no spaces: only letters with places. What stands on one baseline is a
row, which `parts` divides into cells; inside a cell a gap wider than the letters' own spacing is a
word space. A footnote's raised number belongs to the row.
"""

import collections
import collections.abc as c
import dataclasses as dc
import itertools
import operator
import re
import statistics
import typing as t

from importers.formats.normalise import BULLET, belongs_to_next, clean
from importers.formats.pdf.parts import Part, gap, parts_of, split_at_columns
from importers.formats.pdf.runs import Run, Style

Value = t.TypeVar("Value", str, float)

PrintedWord = tuple[Run, ...]

# Shares of the type size.
SAME_BASELINE: t.Final = 0.4  # a raised or lowered sign still belongs to its row
WORD_GAP: t.Final = 0.15  # more than kerning, less than the narrowest word space
LETTERSPACING_AT_MOST: t.Final = 0.6

LETTERS_TO_JUDGE: t.Final = 4  # fewer do not show whether a word is letterspaced

# "o" in such a face before text in another is Word's second bullet.
TYPEWRITER: t.Final = re.compile(r"Courier|.*Mono")


@dc.dataclass(frozen=True, slots=True)
class Cell:
    """Text on one baseline within one column."""

    text: str
    left: float
    right: float
    font: str
    size: float
    bold: bool
    words: tuple[PrintedWord, ...]  # as printed, which the text may join or clean


@dc.dataclass(frozen=True, slots=True)
class Row:
    """The cells of one baseline, left to right; y is counted upwards."""

    baseline: float
    size: float
    cells: tuple[Cell, ...]


def rows_of(runs: c.Iterable[Run]) -> tuple[Row, ...]:
    """Upright runs in any order as rows from the top down."""
    baselines = _baselines(runs)
    parted = split_at_columns([parts_of(group) for _, group in baselines])
    rows: list[Row] = []
    for (baseline, _), parts in zip(baselines, parted, strict=True):
        cells = _joined_labels([cell for part in parts if (cell := _cell(part))])
        if cells:
            rows.append(Row(baseline, max(cell.size for cell in cells), tuple(cells)))
    return tuple(rows)


def _baselines(runs: c.Iterable[Run]) -> list[tuple[float, list[Run]]]:
    """Runs grouped by baseline, the largest type of each group deciding where it lies."""
    by_line: dict[float, list[Run]] = collections.defaultdict(list)
    for run in runs:
        by_line[round(run.y, 1)].append(run)
    groups: list[tuple[float, float, list[Run]]] = []
    for y in sorted(by_line, reverse=True):
        size = max(run.style.size for run in by_line[y])
        if groups and groups[-1][0] - y < SAME_BASELINE * max(size, groups[-1][1]):
            upper_y, upper_size, upper = groups.pop()
            main = (upper_y, upper_size) if upper_size >= size else (y, size)
            upper.extend(by_line[y])
            groups.append((*main, upper))
        else:
            groups.append((y, size, by_line[y]))
    return [(y, sorted(group, key=operator.attrgetter("x"))) for y, _, group in groups]


def _cell(part: Part) -> Cell | None:
    style = _style(part)
    words = _words(part, _letterspacing(part, style.size) + WORD_GAP * style.size)
    text = clean(" ".join("".join([run.text for run in word]) for word in words))
    if not text:
        return None
    if text.startswith("o ") and TYPEWRITER.match(part[0].style.font) and len(_fonts(part)) > 1:
        text = f"{BULLET}{text[1:]}"
    right = max([run.right for run in part])
    return Cell(text, part[0].x, right, style.font, style.size, style.bold, words)


def _style(part: Part) -> Style:
    """The size of most of it, the font of most of its letters, and bold where all letters are."""
    style = part[0].style
    if all(run.style is style for run in part):
        return style
    weighed = [(run, sum(map(str.isalpha, run.text))) for run in part]
    lettered = [(run, count) for run, count in weighed if count] or [(run, 1) for run in part]
    return style._replace(
        font=_commonest([(run.style.font, count) for run, count in lettered]),
        size=_commonest([(run.style.size, run.letters) for run in part]),
        bold=all(run.style.bold for run, _ in lettered),
    )


def _words(part: Part, word_gap: float) -> tuple[PrintedWord, ...]:
    words = [[part[0]]]
    for before, run in itertools.pairwise(part):
        if run.spaced or gap(before, run) > word_gap:
            words.append([])
        words[-1].append(run)
    return tuple(map(tuple, words))


def _letterspacing(part: Part, size: float) -> float:
    """How far apart the letters of a word are set, 0 in ordinary type."""
    gaps = [gap(before, run) for before, run in itertools.pairwise(part) if not run.spaced]
    if not gaps and not any(run.spacing for run in part):
        return 0.0
    gaps += itertools.chain.from_iterable([run.spacing] * (run.letters - 1) for run in part)
    spacing = statistics.median(gaps) if len(gaps) >= LETTERS_TO_JUDGE else 0.0
    return min(max(spacing, 0.0), LETTERSPACING_AT_MOST * size)


def _commonest(weighed: list[tuple[Value, int]]) -> Value:
    """The value of most weight, the first of several."""
    weights: collections.Counter[Value] = collections.Counter()
    for value, weight in weighed:
        weights[value] += weight
    return weights.most_common(1)[0][0]


def _fonts(part: Part) -> set[str]:
    return {run.style.font for run in part}


def _joined_labels(cells: list[Cell]) -> list[Cell]:
    """A number or bullet first on the row, with the text it numbers."""
    if len(cells) < 2 or not belongs_to_next(cells[0].text, cells[1].text):
        return cells
    label, following, *rest = cells
    joined = dc.replace(
        following,
        text=f"{label.text} {following.text}",
        left=label.left,
        words=label.words + following.words,
    )
    return [joined, *rest]
