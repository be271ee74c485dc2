"""How fast are pages read, by who made the PDF?

The own reader, which also says where every word stands, beside pdfminer's layout analysis
(`extract_pages` and a walk over its lines), Poppler's pdftotext and PDFium, in the same run: their
rounds take turns, and the median counts. Times are of the processor, so that others on the machine
disturb less. Who is not on the machine is left out. Writes a table in Markdown.
Run: python benchmarks/pdf_pages.py [--samples FOLDER] [--count 8] [--rounds 5] [--seed 1]
"""

import argparse
import collections.abc as c
import html
import importlib.metadata
import io
import os
import pathlib
import platform
import resource
import shutil
import statistics
import subprocess
import tempfile
import typing as t

import pypdfium2  # noqa: TID251
from pdfminer.high_level import extract_pages  # noqa: TID251
from pdfminer.layout import LTTextLine  # noqa: TID251

from archive.settings import Limits
from importers.demo import render, selected_meetings
from importers.formats.pdf import read_pdf

OWN: t.Final = "egen läsare"
LAYOUT: t.Final = "extract_pages"
STYLE: t.Final = "body { font: 11pt/1.4 sans-serif; text-align: justify }"

Files = list[pathlib.Path]


def main() -> None:
    """Make the files, read them all in turns and print what it took."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--samples", type=pathlib.Path, help="a folder of PDFs")
    ask.add_argument("--count", type=int, default=8, help="invented protocols of each producer")
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--seed", type=int, default=1)
    chosen = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made = {
            "prov": sorted(chosen.samples.glob("*.pdf")) if chosen.samples else [],
            **invented(folder, chosen.seed, chosen.count),
        }
        readers = {
            OWN: read_own,
            LAYOUT: read_layout,
            **({"pdftotext": read_poppler} if shutil.which("pdftotext") else {}),
            "pypdfium2": read_pdfium,
        }
        print(machine())
        print()
        print(row(["Framställt av", "filer", "sidor", *readers, f"gånger {LAYOUT}"]))
        print(row(["---", *["--:"] * (len(readers) + 3)]))
        for producer, files in made.items():
            if files:
                print(row([producer, *measured(files, readers, chosen.rounds)]), flush=True)


def measured(
    files: Files, readers: c.Mapping[str, c.Callable[[pathlib.Path], int]], rounds: int
) -> c.Iterator[str]:
    """Files, pages, pages per second of each reader, and how much faster the own one is."""
    pages = sum(map(read_own, files))  # and every library warm
    yield str(len(files))
    yield str(pages)
    seconds: dict[str, list[float]] = {reader: [] for reader in readers}
    for _ in range(rounds):
        for reader, read in readers.items():
            begun = processor_time()
            for file in files:
                read(file)
            seconds[reader].append(processor_time() - begun)
    medians = {reader: statistics.median(taken) for reader, taken in seconds.items()}
    for median in medians.values():
        yield f"{pages / median:.0f}"
    ratios = [slow / own for slow, own in zip(seconds[LAYOUT], seconds[OWN], strict=True)]
    yield f"{statistics.median(ratios):.1f} ({min(ratios):.1f}–{max(ratios):.1f})"


def processor_time() -> float:
    """Seconds that this process and those it has waited for have used."""
    return sum(
        sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def read_own(file: pathlib.Path) -> int:
    """The file's lines and words by the reader of the archive; how many pages they fill."""
    return read_pdf(file.read_bytes(), file.name, Limits()).page_count or 0


def read_layout(file: pathlib.Path) -> int:
    """The file's lines by pdfminer's analysis of the layout; how many characters they are."""

    def length(item: t.Any) -> int:
        if isinstance(item, LTTextLine):
            return len(item.get_text())
        return sum(map(length, item)) if hasattr(item, "__iter__") else 0

    return sum(map(length, extract_pages(io.BytesIO(file.read_bytes()))))


def read_poppler(file: pathlib.Path) -> int:
    """The file's text by Poppler; how many bytes it is."""
    found = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return len(found.stdout)


def read_pdfium(file: pathlib.Path) -> int:
    """The file's text by PDFium; how many characters it is."""
    document = pypdfium2.PdfDocument(file)
    total = 0
    for page in document:
        text = page.get_textpage()
        total += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return total


def invented(folder: pathlib.Path, seed: int, count: int) -> dict[str, Files]:
    """Invented protocols as PDF, by each producer on the machine."""
    files: dict[str, Files] = {"reportlab": [], "LibreOffice": [], "Chromium": []}
    documents: Files = []
    pages: Files = []
    for number, minutes in enumerate(selected_meetings(seed, count)):
        files["reportlab"].append(folder / f"reportlab-{number}.pdf")
        files["reportlab"][-1].write_bytes(render(minutes, "pdf"))
        documents.append(folder / f"libreoffice-{number}.docx")
        documents[-1].write_bytes(render(minutes, "docx"))
        pages.append(folder / f"chromium-{number}.html")
        pages[-1].write_text(as_html(render(minutes, "txt").decode()), "utf-8")
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents)
        files["LibreOffice"] = [file.with_suffix(".pdf") for file in documents]
    if browser := shutil.which("chromium") or shutil.which("google-chrome"):
        quiet = ["--headless", "--no-sandbox", "--no-pdf-header-footer"]
        for page in pages:
            printed = page.with_suffix(".pdf")
            run(browser, *quiet, f"--print-to-pdf={printed}", page.as_uri())
            files["Chromium"].append(printed)
    return files


def as_html(text: str) -> str:
    """A protocol in plain text as a page for a browser."""
    paragraphs = "".join(f"<p>{html.escape(line)}" for line in text.splitlines() if line.strip())
    return (
        f'<!doctype html><html lang="sv"><meta charset="utf-8"><style>{STYLE}</style>{paragraphs}'
    )


def run(*command: str | pathlib.Path) -> None:
    """Run a program that says nothing."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def machine() -> str:
    """What the figures hold for."""
    libraries = ("pdfminer.six", "pypdfium2", "reportlab")
    versions = [f"{name} {importlib.metadata.version(name)}" for name in libraries]
    programs = [
        version
        for command in (["pdftotext", "-v"], ["soffice", "--version"], ["chromium", "--version"])
        if (version := version_of(command))
    ]
    return ", ".join(
        [
            f"{os.cpu_count()} processorer {processor()}",
            platform.platform(terse=True),
            f"Python {platform.python_version()}",
            *versions,
            *programs,
        ]
    )


def processor() -> str:
    """The processor's name, where the system says it."""
    described = pathlib.Path("/proc/cpuinfo")
    lines = described.read_text().splitlines() if described.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def version_of(command: list[str]) -> str:
    """The first line that a program says of itself, nothing where there is no such program."""
    if not shutil.which(command[0]):
        return ""
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return (said.stdout or said.stderr).partition("\n")[0].strip()


def row(cells: c.Iterable[str]) -> str:
    """A row of the table."""
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
