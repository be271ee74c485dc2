"""From a hit to the page it stands on, in a real Chromium: the marks sit on the words."""

import collections.abc as c

import flask
import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import NEEDED
from files import A4, pdf_of, printed
from playwright.sync_api import Browser, FloatRect, Page, expect
from reportlab.pdfbase.pdfmetrics import stringWidth

from archive.catalogue import Catalogue
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import packaged
from archive.settings import Limits, Settings
from archive.visibility import Visibility
from importers.ingest import Importer
from importers.pictures import Drawing, draw
from index import index_pending, open_index
from webui import create_app

pytestmark = NEEDED

WIDTHS = (1280, 360)
ID = "farsta/2031-03-12"
PAGE = f"/protokoll/{ID}/sida/2"
LEFT, TOP, LEADING, SIZE = 70, 80, 14, 11  # as `printed` has it
FIRST = """Farsta stadsdelsförvaltning
Protokoll från förvaltningsgruppen den 12 mars 2031 kl. 13.00
Närvarande:
Ulla Påhittad, stadsdelsdirektör, ordförande
Siv Saga, Vision
§ 1 Mötets öppnande
Ordföranden öppnar mötet och hälsar alla välkomna."""
# The words stand low on the page: nobody sees them without being led there.
BEFORE = "Vision frågar hur förvaltningen arbetar mot "
SECOND = (
    "\n" * 38
    + "§ 2 Föranmälda frågor\n"
    + f"{BEFORE}arbetsplatsvåld i receptionen.\n"
    + "Arbetsgivaren svarar att det systematiska skydds-\n"
    + "arbetet följs upp i höst.\n"
    + "§ 3 Mötets avslutande\nOrdföranden avslutar mötet."
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> c.Iterator[flask.Flask]:
    """A site with one protocol of two pages, imported and drawn as any other."""
    home = tmp_path_factory.mktemp("sidor")
    files = home / "filer"
    files.mkdir()
    (files / "FSG 2031-03-12.pdf").write_bytes(pdf_of(printed(FIRST), printed(SECOND)))
    settings = Settings(data_dir=home, limits=Limits(workers=1))
    originals, pages = Originals(settings.originals_dir), PageStore(settings.pages_dir)
    index = open_index(settings.index_dir, packaged())
    with Catalogue.open(settings.database_url) as catalogue:
        importer = Importer(
            catalogue=catalogue,
            originals=originals,
            pages=pages,
            registries=packaged(),
            limits=settings.limits,
            visibility=Visibility.PUBLIC,
        )
        list(importer.run([files]))
        drawings = [
            Drawing(originals.path(file.sha256), file.sha256) for file in catalogue.shown_files()
        ]
        list(draw(drawings, settings.pages_dir, settings.limits))
        index_pending(catalogue, index)
        yield create_app(
            settings=settings,
            catalogue=catalogue,
            originals=originals,
            page_store=pages,
            index=index,
            registries=packaged(),
        )


def box_of(page: Page, selector: str) -> FloatRect:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box


def on_screen(page: Page, line: int, before: str, word: str) -> FloatRect:
    """Where the PDF has a word of its second page, on the picture as it is shown."""
    paper = box_of(page, ".paper img")
    scale = paper["width"] / A4[0]
    left, baseline = LEFT + stringWidth(before, "Helvetica", SIZE), TOP + LEADING * line
    return {
        "x": paper["x"] + scale * left,
        "y": paper["y"] + scale * (baseline - 0.75 * SIZE),
        "width": scale * stringWidth(word, "Helvetica", SIZE),
        "height": scale * 0.75 * SIZE,
    }


def assert_marked(mark: FloatRect, word: FloatRect, scale: float) -> None:
    """That a mark covers a word's letters, and reaches no further than half the space beside."""
    near = 2 * scale + 1  # points, and the mark's own line
    assert abs(mark["x"] - word["x"]) <= near
    assert abs(mark["x"] + mark["width"] - word["x"] - word["width"]) <= near
    assert mark["y"] <= word["y"] <= word["y"] + word["height"] <= mark["y"] + mark["height"]
    assert mark["height"] < LEADING * scale + 2


@pytest.mark.parametrize("width", WIDTHS)
def test_the_way_from_a_search_to_the_marked_page_and_a_quotation(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    find_and_narrow(page, narrow=width < 600)
    page.get_by_role("link", name="Föranmälda frågor").click()
    expect(page.locator("#p2 mark").first).to_have_text("våld")
    page.locator("#p2").get_by_role("link", name="Sida 2 i originalet").click()
    expect(page.locator("h1")).to_have_text("Sida 2 av 2")
    picture = page.get_by_alt_text("Sida 2 av 2 i originalet")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1240
    strong = page.locator(".strong rect")
    expect(strong).to_have_count(1)
    expect(strong).to_be_in_viewport(ratio=0.99)
    scale = box_of(page, ".paper img")["width"] / A4[0]
    part = on_screen(page, 39, f"{BEFORE}arbetsplats", "våld")
    assert_marked(box_of(page, ".strong rect"), part, scale)
    whole = on_screen(page, 39, BEFORE, "arbetsplatsvåld")
    assert_marked(box_of(page, ".light rect"), whole, scale)
    page.get_by_role("link", name="Tillbaka till § 2 i protokollet").click()
    expect(page.locator("#p2")).to_be_in_viewport()
    page.get_by_role("button", name="Citera § 2").click()
    expect(page.get_by_role("status").first).to_have_text("Kopierat med källa")
    quoted: str = page.evaluate("navigator.clipboard.readText()")
    assert "arbetsplatsvåld i receptionen" in quoted
    assert f"/protokoll/{ID}#p2 (hämtad " in quoted
    for _ in ("the page", "the protocol", "the hits"):
        page.go_back()
    expect(page.locator("h1")).to_contain_text("1 paragraf om våld")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_same_way_without_script(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(
        base_url=address,
        java_script_enabled=False,
        viewport={"width": width, "height": 800},
        color_scheme="dark",
    )
    page = context.new_page()
    find_and_narrow(page, narrow=width < 600)
    page.get_by_role("link", name="Föranmälda frågor").click()
    expect(page.locator("#p2 mark").first).to_be_in_viewport()
    page.locator("#p2").get_by_role("link", name="Sida 2 i originalet").click()
    expect(page.locator(".strong rect")).to_be_in_viewport()
    page.get_by_role("link", name="Tillbaka till § 2 i protokollet").click()
    page.get_by_role("link", name="Citera § 2").click()
    expect(page.locator("blockquote")).to_contain_text("arbetsplatsvåld i receptionen")
    context.close()


def find_and_narrow(page: Page, *, narrow: bool) -> None:
    """Search from the start page, and choose in two facets."""
    page.goto("/")
    page.get_by_label("Sök i protokollen").fill("våld")
    page.get_by_role("button", name="Sök").click()
    choices = page.get_by_label("Avgränsa träffarna")
    for name in ("Farsta", "Vision"):
        if narrow:
            page.get_by_text("Avgränsa", exact=False).first.click()
        choices.get_by_role("link", name=name).click()
    expect(page.locator("h1")).to_contain_text("Farsta")
    expect(page.locator("h1")).to_contain_text("Vision")


def test_a_hit_leads_straight_to_its_page(page: Page) -> None:
    page.goto("/sok?q=våld")
    page.get_by_role("link", name="sida 2").click()
    expect(page.locator(".strong rect")).to_be_in_viewport(ratio=0.99)


def test_a_divided_word_is_marked_on_both_lines(page: Page) -> None:
    page.goto(f"{PAGE}?q=skyddsarbete")
    scale = box_of(page, ".paper img")["width"] / A4[0]
    first, second = (page.locator(".strong rect").nth(n).bounding_box() for n in (0, 1))
    assert first and second
    before = "Arbetsgivaren svarar att det systematiska "
    assert_marked(first, on_screen(page, 40, before, "skydds-"), scale)
    assert_marked(second, on_screen(page, 41, "", "arbetet"), scale)


@pytest.mark.parametrize("width", [1100, 1280, 1600])
def test_the_picture_and_its_text_stand_side_by_side(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{PAGE}?q=våld")
    picture, text = box_of(page, ".paper"), box_of(page, ".words")
    assert picture["x"] + picture["width"] < text["x"]
    assert text["x"] + text["width"] <= width
    assert abs(picture["y"] - text["y"]) < 4
    assert min(picture["width"], text["width"]) > 400
    expect(page.locator(".words mark")).to_have_text("våld")
    expect(page.locator(".words mark")).to_be_visible()
    expect(page.locator(".words summary")).to_be_hidden()
    heading = page.get_by_role("heading", name="§ 2 Föranmälda frågor", level=3)
    expect(heading).to_be_visible()
    assert box_of(page, ".words h3")["y"] < box_of(page, ".words mark")["y"] - 10


@pytest.mark.parametrize("width", [360, 768, 1099])
def test_where_there_is_less_room_the_text_is_folded_below(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PAGE)
    picture = box_of(page, ".paper")
    assert box_of(page, ".words")["y"] > picture["y"] + picture["height"]
    expect(page.locator(".words h3").first).to_be_hidden()
    page.get_by_text("Sidans text").first.click()
    expect(page.locator(".words h3").first).to_be_visible()


def test_pages_are_turned_and_the_search_is_kept(page: Page) -> None:
    page.goto(f"{PAGE}?q=ordföranden")
    page.get_by_role("navigation", name="Bläddra", exact=True).get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Sida 1 av 2")
    expect(page.locator(".strong rect")).not_to_have_count(0)
    page.get_by_role("navigation", name="Sidor").get_by_role("link", name="Sida 2").click()
    expect(page.locator(".strong rect")).not_to_have_count(0)


def test_the_picture_moves_nothing_when_it_comes(page: Page) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries()"
        ".forEach(it => window.moved += it.value)).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"{PAGE}?q=våld", wait_until="networkidle")
    assert page.evaluate("window.moved") == 0


def test_by_night_the_paper_is_white(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(PAGE)
    paper = page.locator(".paper")
    assert paper.evaluate("it => getComputedStyle(it).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".paper img").evaluate("it => getComputedStyle(it).filter") == "none"


def test_on_paper_there_is_the_picture_and_no_way_on(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(f"{PAGE}?q=våld")
    expect(page.locator(".paper img")).to_be_visible()
    expect(page.locator(".strong rect")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)


@pytest.mark.parametrize("path", [f"{PAGE}?q=våld", f"{PAGE}?q=xylofon", f"/protokoll/{ID}/sida/9"])
def test_a_page_is_accessible_and_fits(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
    by_day = Axe().run(page)
    assert by_day.violations_count == 0, by_day.generate_report()
    page.emulate_media(color_scheme="dark")
    by_night = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert by_night.violations_count == 0, by_night.generate_report()
    for width in (320, 360, 640, 1100, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
