"""How does the time to parse grow with the text, ordinary or hostile?

Makes texts of one pattern each in four sizes and parses them as a text file's. The exponent is the
slope of time over size, both logarithmic: 1 is linear, 2 quadratic. Times are of the processor; a
size that takes more than the limit ends its pattern. Writes a table in Markdown; with --profile
also in which functions the time was spent, where it is much.
Run: python benchmarks/parse_growth.py [PATTERN ...] [--kilobytes 50 100 200 400] [--limit 30]
"""

import argparse
import collections.abc as c
import contextlib
import cProfile
import itertools
import math
import signal
import statistics
import time
import types
import typing as t

from archive.registry import packaged
from importers.formats.text import read_text
from importers.parse import Parser

FRONT: t.Final = """Kulturförvaltningen
Protokoll fört vid möte med förvaltningsgruppen den 6 maj 2031 kl. 9.00
Närvarande
För arbetsgivaren: Mona Alm, förvaltningschef, ordförande
Eva Frisk, Vision
Gun Hed, Kommunal

§ 1 Mötets öppnande
Ordföranden öppnade mötet.

§ 2 Övriga frågor
"""
NAMES: t.Final = ("Ada", "Bo", "Cia", "Disa", "Egil", "Frej", "Gun", "Hild", "Ivar", "Jon", "Kaj")
SURNAMES: t.Final = ("Alm", "Björk", "Dal", "Ek", "Fors", "Gran", "Hed", "Ivarsson", "Lind", "Rot")
STEEP: t.Final = 1.3  # an exponent worth a look
SLOW: t.Final = 5.0  # seconds worth one

Make: t.TypeAlias = c.Callable[[int], str]


def person(n: int) -> str:
    """A name that no other number has."""
    first, last = NAMES[n % len(NAMES)], SURNAMES[n // len(NAMES) % len(SURNAMES)]
    more = "".join(chr(ord("a") + int(digit)) for digit in str(n // 110))
    return f"{first} {last}{more}"


def under_heading(piece: str) -> Make:
    """The piece again and again under a heading; {n} counts."""
    return lambda size: FRONT + repeated(piece, size)


def repeated(piece: str, size: int) -> str:
    """As many of the piece as make so many characters, each with its {n} and {person}."""
    pieces = (piece.format(n=n, person=person(n)) for n in itertools.count(1))
    made, length = [], 0
    while length < size:
        made.append(next(pieces))
        length += len(made[-1])
    return "".join(made)


def attended(piece: str) -> Make:
    """The piece again and again in the attendance list."""
    before, after = FRONT.split("\n\n", 1)
    return lambda size: f"{before}\n{repeated(piece, size)}\n\n{after}"


PATTERNS: t.Final[dict[str, Make]] = {
    "minutes": under_heading(
        "\n§ {n} Ärende nummer {n}\nArbetsgivaren redovisade läget för verksamheten under våren.\n"
        "Vision frågade hur många tjänster som berörs och när.\nArbetsgivaren svarade att elva"
        " berörs.\nSamverkan enligt MBL § 11 avslutades i enighet, dnr KUL 2031/{n}.\n"
    ),
    "prose in one §": under_heading("Förslaget bereds i budgeten för hemtjänsten vecka {n}. "),
    "long lines": under_heading("Budgeten för hemtjänsten, " * 150 + "slut.\n"),
    "many bullets": under_heading("• budgeten för enhet {n}\n"),
    "many questions": under_heading("Vision frågar när larm {n} byts?\n\n"),
    "questions in a row": under_heading("Vision frågar när larm {n} byts? "),
    "question and answer": under_heading(
        "Vision frågar när larm {n} byts?\n\nArbetsgivaren svarar att det sker i maj.\n\n"
    ),
    "unanswered turns": under_heading("Vision: När byts larmet\n\nEva Frisk:\n\n"),
    "numbered questions": under_heading("{n}. Kommunal undrar hur det går?\n\n"),
    "many names": under_heading("{person} och {person} talade. "),
    "§ 1 repeated": under_heading("§ 1 Lokaler\n"),
    "§ 1, § 2, … without text": under_heading("§ {n} Lokaler\n"),
    "numbered lines": under_heading("{n}. Lokaler\n"),
    "open quotes": under_heading("”Det saknas rutiner. "),
    "quotes": under_heading("”Ja” sade Vision. "),
    "brackets": under_heading("("),
    "bracket lines": under_heading("((((((((((\n"),
    "digits": under_heading("1234567890"),
    "digits in words": under_heading("12 345 "),
    "dates": under_heading("2031-05-06 "),
    "union names": under_heading("Vision Kommunal SSR "),
    "union names, listed": under_heading("Vision, Kommunal och SSR, "),
    "question marks": under_heading("?"),
    "question marks apart": under_heading("? "),
    "full stops": under_heading("."),
    "dashes": under_heading("- "),
    "one word": under_heading("a"),
    "one word with capital": lambda size: "A" + "a" * size,
    "one word, hyphens": under_heading("a-"),
    "blank lines": under_heading("\n\n\nja"),
    "one letter a line": under_heading("a\n"),
    "capitals": under_heading("Aa "),
    "table": under_heading("Ärende {n}\tMBL § 11\tEnighet\n"),
    "table of questions": under_heading("När byggs hus {n}?\tI höst.\n"),
    "sick leave": under_heading("Sjukfrånvaron i mars var {n},2 %. "),
    "reservations": under_heading("Vision reserverar sig mot beslut {n}. "),
    "case numbers": under_heading("Dnr KUL 2031/{n}, "),
    "references": under_heading("Protokoll 2031-03-{n} § {n}, punkt {n}. Se s. {n} i planen. "),
    "samverkan": under_heading("Samverkan enligt MBL § 11 avslutades i enighet.\n\n"),
    "samverkan, listed": under_heading("Samverkan enligt MBL § 19:\n• Ärende {n}\n"),
    "attendance of thousands": attended("{person}, Vision\n"),
    "attendance in one line": attended("{person}, Vision, "),
    "attendance, names alone": attended("{person}\n"),
    "attendance in a table": attended("{person}\tskyddsombud\tKommunal\n"),
    "thousands speak": lambda size: (
        attended("{person}, Vision\n")(size // 2)
        + repeated("{person} undrar över larmen. Mona Alm svarar. ", size // 2)
    ),
    "signatures": under_heading("Vid protokollet\n{person}\n"),
    "names signed": under_heading("Justeras\n{person}, justerare\n"),
    "appendices": under_heading("\fBilaga {n}\nText.\n"),
    "pages": under_heading("Kulturförvaltningen\nSida {n}\nBudgeten bereds.\n\f"),
    "no headings": lambda size: repeated("Budgeten bereds för enhet {n}.\n", size),
    "no headings, in capitals": lambda size: repeated("Budget\nDen bereds.\n\n", size),
}


def main() -> None:
    """Parse every pattern in every size, and print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("patterns", nargs="*", help="only those whose name holds one of these")
    ask.add_argument("--kilobytes", type=int, nargs="+", default=[50, 100, 200, 400])
    ask.add_argument("--limit", type=float, default=30.0, help="seconds for one text")
    ask.add_argument("--profile", action="store_true", help="of what is slow")
    chosen = ask.parse_args()
    parser = Parser(packaged())
    signal.signal(signal.SIGVTALRM, stop)
    parser.parse(read_text(FRONT.encode()), "warm.txt")
    print(f"| Pattern | {' | '.join(f'{size} kB, s' for size in chosen.kilobytes)} | exponent |")
    print("| --- |" + " --: |" * (len(chosen.kilobytes) + 1))
    for name, make in PATTERNS.items():
        if chosen.patterns and not any(part in name for part in chosen.patterns):
            continue
        spent = list(times(parser, make, chosen.kilobytes, chosen.limit))
        slope = exponent(chosen.kilobytes, spent)
        cells = [f"{seconds:.2f}" for seconds in spent]
        cells += [f"> {chosen.limit:.0f}"] * (len(spent) < len(chosen.kilobytes))
        cells += ["–"] * (len(chosen.kilobytes) - len(cells))
        print(f"| {name} | {' | '.join(cells)} | {slope:.2f} |", flush=True)
        if chosen.profile and (slope > STEEP or max(spent, default=0.0) > SLOW):
            print(profile(parser, make, chosen.kilobytes[0], chosen.limit))


def times(
    parser: Parser, make: Make, kilobytes: c.Iterable[int], limit: float
) -> c.Iterator[float]:
    """The seconds for each size, until one takes longer than the limit."""
    for size in kilobytes:
        document = read_text(make(1000 * size).encode())
        begun = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, limit)
        try:
            parser.parse(document, "text.txt")
        except TimeoutError:
            return
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        yield time.process_time() - begun


def exponent(kilobytes: c.Sequence[int], spent: c.Sequence[float]) -> float:
    """The slope of time over size on logarithmic scales; endless where one size alone was timed."""
    sizes = [math.log(size) for size, _ in zip(kilobytes, spent, strict=False)]
    if len(sizes) < 2:
        return math.inf
    return statistics.linear_regression(sizes, [math.log(seconds) for seconds in spent]).slope


def profile(parser: Parser, make: Make, size: int, limit: float) -> str:
    """The five functions that took most time themselves."""
    document = read_text(make(1000 * size).encode())
    profiler = cProfile.Profile()
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    with contextlib.suppress(TimeoutError):
        profiler.runcall(parser.parse, document, "text.txt")
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    slowest = sorted(profiler.getstats(), key=lambda entry: -entry.inlinetime)[:5]
    return "".join(f"    {entry.inlinetime:7.2f} s  {entry.code}\n" for entry in slowest)


def stop(signal_number: int, frame: types.FrameType | None) -> t.NoReturn:
    """Ends a parse that takes too long."""
    raise TimeoutError


if __name__ == "__main__":
    main()
