"""Which lines open a §: numbered headings as a sequence, else unnumbered ones.

A number at a line's start is not yet a heading. A sentence may wrap there ("§9 och punkten om …"),
the § may belong to an act ("§ 38 MBL"), and a list inside an item counts 1, 2, 3 too. What tells
the headings apart is that they continue one another. So every line that could be a heading is a
candidate in its way of numbering (`§ 3`, `3 §`, `3.`, `3`, `Punkt 3`, Word's own numbers), each
with a weight from how it is set, and the heaviest rising sequence within one way wins.
"""

import collections.abc as c
import dataclasses as dc
import re
import typing as t

from importers.formats.lines import Line
from importers.parse.list_items import FINISHED
from importers.parse.paragraphs import Metrics, had_room, join_lines, larger_gap
from importers.parse.titles import (
    COLON_ON_LINE,
    LONGEST_TITLE,
    TEXT_ON_LINE,
    TITLE_LINES,
    USUAL_TITLES,
    Heading,
    tidy,
    title_goes_on,
)
from importers.parse.unnumbered import find_unnumbered

# Each way of numbering: "§ 12 Ekonomi" "§12. Ekonomi" / "12 § Ekonomi" / "Punkt 12 Ekonomi"
# / "12. Ekonomi" / "12 Ekonomi". The title may be missing (it stands on the next line).
WAYS: t.Final = {
    "§ n": re.compile(r"§\s?(?P<number>\d{1,3})(?P<sub>[a-z])?\s*[.:)]?\s*[-–]?\s*(?P<title>.*)"),
    "n §": re.compile(r"(?P<number>\d{1,3})\s?§\s*[.:]?\s*[-–]?\s*(?P<title>.*)"),
    "punkt n": re.compile(
        r"(?:punkt|ärende|paragraf)\s+(?P<number>\d{1,3})\s*[.:)]?\s*[-–]?\s*(?P<title>.*)", re.I
    ),
    "n.": re.compile(r"(?P<number>\d{1,3})\s?[.)]\s*(?P<title>(?!\d).*)"),
    "n": re.compile(r"(?P<number>\d{1,3})\s+(?P<title>(?!\d|[-–%§]).+)"),
}
# "§ 38 MBL", "§ 11 i medbestämmandelagen", "19 § MBL": the § belongs to an act, not to the agenda;
# but "§ 7 MBL-förhandling" and "§ 9 MBL § 19 Information" are items.
OF_AN_ACT: t.Final = re.compile(
    r"(?:MBL|AML|LAS|SoL|OSL|FML)(?:\s*$|[\s.,]+(?!§))|i\s+(?:MBL|lagen|medbestämmande|samverkans)"
)
# "14 januari", "12 månader", "3 st": counted things, not numbered items
COUNTED: t.Final = re.compile(
    r"(?:jan|feb|mars|apr|maj|juni?|juli?|aug|sep|okt|nov|dec)|"
    r"(?:st|kr|kronor|mkr|tkr|tim|timmar|procent|personer|år|månader|veckor|dagar)\b",
    re.IGNORECASE,
)
MOSTLY: t.Final = 0.5  # of the headings, and the text begins on their line after a colon
LONGEST_ALONE: t.Final = 60  # characters of a title that the text does not share a line with
FEWEST: t.Final = 3  # unnumbered headings, for them to count as such


@dc.dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    number: int
    title: str
    weight: float


def find_headings(lines: c.Sequence[Line], metrics: Metrics) -> tuple[Heading, ...]:
    """The headings in order; none where the text is neither numbered nor headed."""
    chains = [_best_chain(_candidates(lines, way, metrics)) for way in ("word", *WAYS)]
    weight, chain = max(chains, key=lambda found: found[0])
    if weight > 1.0:
        ends = [following.index for following in chain[1:]] + [len(lines)]
        on_line = [
            COLON_ON_LINE.fullmatch(found.title) is not None
            and (end - found.index == 1 or len(lines[found.index].text) > LONGEST_ALONE)
            for found, end in zip(chain, ends, strict=True)
        ]
        colons = sum(on_line) > MOSTLY * len(chain)
        return tuple(
            _with_whole_title(lines[:end], found, metrics, colons=colons)
            for found, end in zip(chain, ends, strict=True)
        )
    unnumbered = tuple(find_unnumbered(lines, metrics))
    return unnumbered if len(unnumbered) >= FEWEST else ()


def _candidates(lines: c.Sequence[Line], way: str, metrics: Metrics) -> c.Iterator[_Candidate]:
    """Every line that could open an item in that way of numbering."""
    any_bold = any(line.bold for line in lines)
    for i, line in enumerate(lines):
        if way == "word":
            found = re.fullmatch(r"§?\s*(\d{1,3})\s*[.)§]?", line.number or "")
            number, title = (int(found[1]), line.text) if found else (0, "")
        else:
            match = WAYS[way].fullmatch(line.text)
            number, title = (int(match["number"]), match["title"]) if match else (0, "")
        if number:
            weight = _weight(lines, i, title.strip(), way, metrics)
            if any_bold and not line.bold and not line.heading:
                weight -= 0.4  # the document has bold type and does not use it here
            yield _Candidate(i, number, title.strip(), weight)


def _weight(lines: c.Sequence[Line], i: int, title: str, way: str, metrics: Metrics) -> float:
    """How much the line looks like a heading."""
    line, before = lines[i], lines[i - 1] if i else None
    weight = {"§ n": 1.3, "n §": 1.2, "punkt n": 1.2, "word": 0.8, "n.": 0.8, "n": 0.3}[way]
    if line.bold or line.heading:
        weight += 1.0
    if before is None or larger_gap(before, line, metrics):
        weight += 0.3
    if before is not None and not before.text.endswith(FINISHED) and not line.whole:
        weight -= 0.0 if had_room(before, line, metrics) else 0.7  # a sentence goes on
    if before is not None and before.text.endswith(":"):
        weight -= 0.3  # a list is announced
    if USUAL_TITLES.match(title):
        weight += 0.6
    if title[:1].islower() or title.startswith((",", ".", ")", "–", "-")):
        weight -= 2.5
    if OF_AN_ACT.match(title) or (way in ("n", "n.") and COUNTED.match(title)):
        weight -= 2.5
    if len(title) > LONGEST_TITLE or title.endswith((",", "?")):
        weight -= 0.6
    if title.endswith(".") and len(title) > 60:
        weight -= 0.6
    if not title and way in ("n.", "n", "word"):
        weight -= 1.0
    return weight


def _best_chain(candidates: c.Iterable[_Candidate]) -> tuple[float, list[_Candidate]]:
    """The heaviest rising sequence; a gap in the numbers costs, a late start a little."""
    items = [item for item in candidates if item.weight > -1.0]
    best: list[tuple[float, int]] = []  # weight of the best chain that ends here, and its link
    for j, item in enumerate(items):
        weight, link = (0.0 if item.number == 1 else -0.4), -1
        for i in range(max(0, j - 200), j):
            if items[i].number < item.number:
                through = best[i][0] - 0.45 * min(item.number - items[i].number - 1, 4)
                if through > weight:
                    weight, link = through, i
        best.append((weight + item.weight, link))
    if not best:
        return 0.0, []
    at = max(range(len(best)), key=lambda k: best[k][0])
    weight, chain = best[at][0], []
    while at >= 0:
        chain.append(items[at])
        at = best[at][1]
    return weight, chain[::-1]


def _with_whole_title(
    lines: c.Sequence[Line], found: _Candidate, metrics: Metrics, *, colons: bool
) -> Heading:
    """The heading with the lines its title runs over; `lines` end where the next one begins."""
    after, page = found.index + 1, lines[found.index].page
    if colons and (begins := COLON_ON_LINE.fullmatch(found.title)):
        return Heading(found.index, after, found.number, begins["title"], page, begins["rest"])
    text_begins = TEXT_ON_LINE.fullmatch(found.title)
    if text_begins and USUAL_TITLES.match(found.title):
        title, rest = text_begins["title"], text_begins["rest"]
        return Heading(found.index, after, found.number, title, page, rest)
    parts = [found.title] if found.title else []
    while (
        after < len(lines)
        and after - found.index < TITLE_LINES
        and (not parts or title_goes_on(lines[after - 1], lines[after], metrics))
    ):
        parts.append(lines[after].text)
        after += 1
    return Heading(found.index, after, found.number, tidy(join_lines(parts)), page)
