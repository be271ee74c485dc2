"""Paragraphs cut into what belongs to each of the case numbers in them.

A number stands before what its case is called, or after it:

    KS 2025/12 Remiss om friluftsliv              Dnr KS 2025/12. Remiss om friluftsliv
    Remiss om friluftsliv, KS 2025/12             Remiss om friluftsliv (dnr KS 2025/12)
    Ärenden: KS 2025/12 Remiss, KS 2025/13 Budget
"""

import collections.abc as c
import re
import typing as t

from webui.case_slug import case_slug

LONGEST_NAME: t.Final = 160
SHORTEST_NAME: t.Final = 3
LONGEST_LABEL: t.Final = 20  # "(diarienummer: "

_SPACES: t.Final = re.compile(r"\s+")
_APART: t.Final = re.compile(r"\n\s*\n")
# "dnr " "(Dnr: " before a number
_WORD: t.Final = r"(?:\b(?:dnr|d\.nr|diarienr|diarienummer|ärendenr|ärendenummer)\b[.:]{0,2}\s*)?"
_LABELLED: t.Final = re.compile(rf"\(?{_WORD}$", re.IGNORECASE)
# Between numbers that one thing has several of: "KS 2025/12 och KS 2025/13"
_JOINT: t.Final = re.compile(r"\W*(?:(?:och|samt)\s+)?\(?(?:dnr\b[.:]{0,2}\s*)?", re.IGNORECASE)
# "• " "a) " "3. " "– " "Punkt 6, " before what a line says
_BULLET: t.Final = re.compile(r"\W*(?:(?:\w{1,2}[.)]|punkt \d+[.:,]?)\s+)?\W*", re.IGNORECASE)
# "Ärenden för information: " before the first of a list
_LEAD: t.Final = re.compile(r".*:\s*(?:\W\s)?", re.DOTALL)
# A name follows a number: " Remiss" ": Remiss" ". Remiss" ") Remiss", but not ". Enighet."
_NAME_AFTER: t.Final = re.compile(r"(?P<signs>[\s:.,)–-]{1,4})[\"”]?[A-ZÅÄÖ0-9]")
_OUTCOME: t.Final = re.compile(
    r"\W*(?:i\s)?(?:enighet|oenighet|information\b|samverka|samråd|bordlagt|bordläggs|bordlades"
    r"|ajournera|förhandling|ärende|parterna|de fackliga|godkän|mbl\b)",
    re.IGNORECASE,
)
# "Ärendet rör KS 2025/12" "Vision undrar hur det går med KS 2025/12": told, not named
_TOLD: t.Final = re.compile(
    r"\b(?:ärendet|rör|avser|gäller|går|gicks?|undra(?:r|de)|fråga(?:r|de)|är|var|har|hade"
    r"|tas|togs|(?:informera|redovisa|presentera)(?:r|de|s|des)|föreslår|behandla(?:s|des)"
    r"|hänger|ska|skulle|kommer|finns|se)\b",
    re.IGNORECASE,
)
# What is said of all cases alike, or heads some of them.
_OF_ALL: t.Final = re.compile(
    r"(?:ärendena|parterna|de fackliga organisationerna|facken|samtliga ärenden|övriga ärenden)\b"
    r"|(?:ärenden|samverkan|information|förhandling|anmälan|anmälningsärenden|beslutsärenden)\b"
    r"[^.]{0,160}(?:mbl\b[^.]{0,40}|§[^.]{0,40}|:)$",
    re.IGNORECASE,
)
# A sentence ends; but not at "dnr." or "3.".
_STOP: t.Final = re.compile(r"(?<=[^\W\d]{3})[.?!](?=\s|$)")


class Run(t.NamedTuple):
    """Numbers that stand side by side, and whose they are."""

    start: int  # of the first, its "dnr" too
    end: int
    slugs: frozenset[str]


class Piece(t.NamedTuple):
    """What is said beside a run, and what it is called there."""

    run: Run
    text: str
    name: str


def paragraphs(text: str, numbers: c.Iterable[str]) -> c.Iterator[tuple[str, tuple[Piece, ...]]]:
    """Each paragraph with the pieces of cases in it."""
    pattern = spelling(*numbers)
    before = ""
    for paragraph in _APART.split(text):
        line = _SPACES.sub(" ", paragraph).strip()
        pieces = tuple(_pieces(line, _runs(line, pattern)))
        if len(pieces) == 1 and not pieces[0].name and stands_above(before, [(line, pieces)]):
            pieces = (pieces[0]._replace(name=before.rstrip(" .:,")),)
        yield line, pieces
        before = "" if pieces else line


def is_of_all(text: str) -> bool:
    """Whether it is said of all cases alike, or heads some of them."""
    return _OF_ALL.match(text) is not None


def is_told(text: str) -> bool:
    """Whether it is a sentence, rather than one more line of a list."""
    return _STOP.search(text) is not None


def stands_above(text: str, following: c.Sequence[tuple[str, tuple[Piece, ...]]]) -> bool:
    """Whether it is the heading of a number that stands alone in the next paragraph."""
    if not following or len(following[0][1]) != 1 or is_of_all(text):
        return False
    is_short = SHORTEST_NAME <= len(text) <= LONGEST_NAME and not is_told(text)
    run, after = following[0][1][0].run, following[0][0]
    return is_short and not _BULLET.sub("", after[: run.start] + after[run.end :], count=1).strip()


def spelling(*numbers: str) -> re.Pattern[str]:
    """Any of the numbers as it is printed, however its line was broken."""
    every = (r"\s+".join(map(re.escape, number.split())) for number in numbers)
    printed = "|".join(every) or "(?!)"
    return re.compile(rf"(?<![\w/.-])(?:{printed})(?![\w/]|[.:-]\w)")


def _runs(text: str, pattern: re.Pattern[str]) -> list[Run]:
    found = ((*match.span(), case_slug(match[0])) for match in pattern.finditer(text))
    runs: list[Run] = []
    for start, end, slug in found:
        if runs and _JOINT.fullmatch(text, runs[-1].end, start):
            runs[-1] = Run(runs[-1].start, end, runs[-1].slugs | {slug})
            continue
        word = _LABELLED.search(text, max(start - LONGEST_LABEL, 0), start)
        runs.append(Run(word.start() if word else start, end, frozenset({slug})))
    return runs


def _pieces(text: str, runs: list[Run]) -> c.Iterator[Piece]:
    """The text of a paragraph shared out over the numbers in it."""
    if not runs:
        return
    ends = [*(run.start for run in runs[1:]), len(text)]
    lead = text[: runs[0].start]
    headed = not _BULLET.sub("", lead, count=1) or _LEAD.fullmatch(lead) is not None
    after = [_after(text[run.end : end]) for run, end in zip(runs, ends, strict=True)]
    if headed or (len(runs) > 1 and all(after)):
        for run, end, called in zip(runs, ends, after, strict=True):
            yield Piece(run, text[run.start : end].strip(" ,;"), called)
        return
    # A name stands before its number, or a sentence has it: the last one's ends the paragraph.
    begin = 0
    for place, run in enumerate(runs):
        is_last = place + 1 == len(runs)
        end = len(text) if is_last else _end_of(text, run.end, ends[place])
        rest = text[run.end : end].lstrip(" )")
        is_named = not rest or rest[0] in ".,;:–(" or _OUTCOME.match(rest)
        called = _before(text[begin : run.start]) if is_named else ""
        yield Piece(run, text[begin:end].strip(" ,;"), called)
        begin = end


def _end_of(text: str, start: int, end: int) -> int:
    """Where what is said of a number ends that stands after its name: with the last sentence before
    the next one's, or at once."""
    stops = [stop.end() for stop in _STOP.finditer(text, start, end)]
    return stops[-1] if stops else start + text.startswith(")", start)


def _after(text: str) -> str:
    """What a case is called after its number."""
    match = _NAME_AFTER.match(text)
    if not match or _OUTCOME.match(text):
        return ""
    return _as_name(text[match.end("signs") :], from_end=False)


def _before(text: str) -> str:
    """What a case is called before its number."""
    bare = _BULLET.sub("", text, count=1)
    bare = re.sub(r"^(?:(?:och|samt)\s+)", "", bare)
    return _as_name(bare, from_end=True)


def _as_name(text: str, *, from_end: bool) -> str:
    """The sentence beside the number, where it is short enough to be a name."""
    text = text.strip()
    stop = None
    if from_end:
        stops = [stop.end() for stop in _STOP.finditer(text.rstrip(" .,;:("))]
        text = text[stops[-1] :] if stops else text
        text = re.sub(rf"[\s,;:(–-]*{_WORD}$", "", text, flags=re.IGNORECASE)
    elif stop := _STOP.search(text):
        text = text[: stop.start()]
    bare = _SPACES.sub(" ", text).strip(" ,;:.()–-")
    is_name = SHORTEST_NAME <= len(bare) <= LONGEST_NAME and not bare[0].islower()
    return bare if is_name and not ((from_end or stop) and _TOLD.search(bare)) else ""
