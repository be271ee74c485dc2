"""What does a reader's browser fetch of each page, and how soon does it show something?

The site is served as in earnest over the loopback and opened in Chromium, each page with an empty
cache. For each page: what was fetched with everything on it, compressed, in kilobytes (pictures of
originals' pages apart); how many files; how much of the page moved after it was first shown (the
layout shift that browsers count); and the time to the first paint, the median of several visits.
Writes a table in Markdown, and a line for each page that is over the bounds: 60 kB, no shift, 300
milliseconds.
Run: python benchmarks/page_paint.py [--data FOLDER] [--visits 5]; without a folder over the demo
"""

import argparse
import collections.abc as c
import contextlib
import dataclasses as dc
import pathlib
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import typing as t

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM: t.Final = "/usr/bin/chromium"
ARGUMENTS: t.Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PROGRAM: t.Final = pathlib.Path(sys.executable).with_name("protokollarkiv")
WIDTHS: t.Final = (1280, 360)
KILOBYTES: t.Final = 60.0
MILLISECONDS: t.Final = 300.0
PATIENCE: t.Final = 30.0  # seconds until the site answers
SETTLED: t.Final = 300  # ms after the page is loaded, in which things may still move

# What a browser tells of itself.
SHIFT: t.Final = """() => new Promise(done => {
  let moved = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) moved += entry.value
  }).observe({type: 'layout-shift', buffered: true})
  setTimeout(() => done(moved), 50)
})"""
FIRST_PAINT: t.Final = """() =>
  performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0]"""


@dc.dataclass(frozen=True, slots=True)
class Visit:
    """What one visit to a page came to."""

    kilobytes: float
    files: int
    shift: float
    paint: float  # milliseconds


def main() -> None:
    """Serve, visit, and write the table."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--data", type=pathlib.Path, help="the data folder of an archive")
    ask.add_argument("--visits", type=int, default=5, help="to each page at each width")
    chosen = ask.parse_args()
    over = []
    with contextlib.ExitStack() as stack:
        data = chosen.data or demo(pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory())))
        address = stack.enter_context(served(data))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS])
        paths = pages_of(browser, address)
        print("| sida | kB | filer | rörelse | första bild vid 1280, ms | vid 360 |")
        print("| --- | --: | --: | --: | --: | --: |")
        for name, path in paths.items():
            by_width = {
                width: [visit(browser, address + path, width) for _ in range(chosen.visits)]
                for width in WIDTHS
            }
            print(row(name, by_width))
            over += [f"{name}: {what}" for what in complaints(by_width)]
        browser.close()
    for line in over:
        print(f"\nÖver gränsen: {line}")


def demo(data: pathlib.Path) -> pathlib.Path:
    """The demo archive, made in a folder."""
    subprocess.run([PROGRAM, "--data", data, "demo"], stdout=subprocess.DEVNULL, check=True)
    return data


def pages_of(browser: Browser, address: str) -> dict[str, str]:
    """The pages to visit, some of them found by following the site's own links."""
    paths = {
        "start": "/",
        "träffar": "/sok?q=hot+och+våld",
        "inga träffar": "/sok?q=xylofon",
        "frågor": "/fragor",
        "förvaltningar": "/forvaltningar",
        "fack": "/fackforbund",
        "ämnen": "/amnen",
        "år": "/ar",
        "täckning": "/tackning",
        "statistik": "/statistik",
        "hjälp": "/hjalp",
        "om": "/om",
        "api": "/api",
    }
    page = browser.new_page()
    page.goto(f"{address}/sok?q=arbetsmiljö")
    found = page.locator('main a[href*="/protokoll/"]')
    links = [link.get_attribute("href") or "" for link in found.all()]
    hits = [link for link in links if "/varfor/" not in link and "/sida/" not in link]
    paths["protokoll"] = hits[0].partition("#")[0]
    paths["varför"] = next(link for link in links if "/varfor/" in link)
    paths["originalets sida"] = next(link for link in links if "/sida/" in link).partition("#")[0]
    page.goto(address + paths["protokoll"])
    case = page.locator('main a[href*="/arende/"]').first.get_attribute("href") or ""
    paths["ärende"] = case.partition("#")[0]
    page.close()
    return paths


def visit(browser: Browser, address: str, width: int) -> Visit:
    """One visit with nothing in the cache."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    sizes = sizes_of(page)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLED)
    found = Visit(
        kilobytes=sum(sizes.values()) / 1000,
        files=len(sizes),
        shift=float(page.evaluate(SHIFT)),
        paint=float(page.evaluate(FIRST_PAINT)),
    )
    context.close()
    return found


def sizes_of(page: Page) -> dict[str, int]:
    """Bytes as they come over the wire, by request, filled while the page is used."""
    sizes: dict[str, int] = {}
    addresses: dict[str, str] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def begun(event: dict[str, t.Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def ended(event: dict[str, t.Any]) -> None:
        if not re.search(r"/sida/\d+\.webp", addresses.get(event["requestId"], "")):
            sizes[event["requestId"]] = int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", begun)
    session.on("Network.loadingFinished", ended)
    return sizes


def row(name: str, by_width: dict[int, list[Visit]]) -> str:
    """A line of the table."""
    every = [visit for visits in by_width.values() for visit in visits]
    paints = [statistics.median(visit.paint for visit in visits) for visits in by_width.values()]
    cells = [
        f"{max(visit.kilobytes for visit in every):.1f}".replace(".", ","),
        str(max(visit.files for visit in every)),
        f"{max(visit.shift for visit in every):.3f}".replace(".", ","),
        *(f"{paint:.0f}" for paint in paints),
    ]
    return f"| {name} | {' | '.join(cells)} |"


def complaints(by_width: dict[int, list[Visit]]) -> c.Iterator[str]:
    """What is over the bounds."""
    for width, visits in by_width.items():
        if (most := max(visit.kilobytes for visit in visits)) > KILOBYTES:
            yield f"{most:.0f} kB vid {width}"
        if (most := max(visit.shift for visit in visits)) > 0:
            yield f"rörelse {most:.3f} vid {width}"
        if (paint := statistics.median(visit.paint for visit in visits)) > MILLISECONDS:
            yield f"{paint:.0f} ms vid {width}"


@contextlib.contextmanager
def served(data: pathlib.Path) -> c.Iterator[str]:
    """The address of the site over an archive, while it is served."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [PROGRAM, "--data", data, "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def wait_for(port: int) -> None:
    """Until it answers; raises TimeoutError."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers at port {port}")


if __name__ == "__main__":
    main()
