"""What a person does on the page of hits, in a real Chromium; most of it without any script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import NEEDED
from playwright.sync_api import Browser, Page, expect

pytestmark = NEEDED

WIDTHS = (1280, 360)

PAGES = {
    "months": "/sok?q=arbetsmiljön&ar=2022",
    "two years": "/sok?q=arbetsmiljön&fran=2023&till=2024",
    "narrowed": "/sok?q=larm&forvaltning=farsta&fack=vision&amne=hot-och-vald&ar=2025",
    "second": "/sok?q=arbetsmiljön&sida=2",
    "some words": "/sok?q=arbetsplatsvåld+riktlinjen&forvaltning=farsta",
    "long": "/sok?q=" + "hotochvåldutanmellanslag" * 20,
    "html": "/sok?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E🦆",
    "many": "/sok?"
    + "&".join(f"ar={year}-{month:02}" for year in range(2000, 2004) for month in range(1, 11)),
}


def unfold(page: Page, name: str) -> None:
    """Open what is folded where there is little room."""
    fold = page.locator("summary", has_text=name)
    if fold.is_visible():
        fold.click()


@pytest.mark.parametrize("path", ["/sok?q=receptionen+xylofon", "/fragor?fack=vision&besvarad=ja"])
def test_the_first_hit_begins_in_the_first_screen_of_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    expect(page.locator(".hit .body").first).to_be_in_viewport()
    expect(page.get_by_role("link", name="Nyast")).to_be_visible()


def test_a_placeholder_fits_the_narrowest_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    for path in ("/sok", "/fragor"):
        page.goto(path)
        fits = """box => {
            const style = getComputedStyle(box);
            const pen = document.createElement("canvas").getContext("2d");
            pen.font = style.font;
            const room = box.clientWidth - 2 * parseFloat(style.paddingLeft);
            return pen.measureText(box.placeholder).width <= room;
        }"""
        assert page.get_by_role("combobox").evaluate(fits), path


@pytest.mark.parametrize("width", WIDTHS)
def test_time_is_chosen_by_year_then_by_month_and_left_again(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/sok?q=arbetsmiljön")
    unfold(page, "Träffar per år")
    page.get_by_label("Träffar per år").get_by_role("link", name="2022").click()
    expect(page.locator("h1")).to_contain_text("24 paragrafer om arbetsmiljön · 2022")
    bars = page.get_by_role("navigation", name="Träffar per månad 2022")
    unfold(page, "Träffar per månad 2022")
    expect(bars.get_by_role("link")).to_have_count(12)
    bars.get_by_role("link", name="mars 2022: 3 paragrafer").click()
    expect(page.locator("h1")).to_contain_text("3 paragrafer om arbetsmiljön · mars 2022")
    unfold(page, "Träffar per månad 2022")
    page.get_by_role("link", name="Hela 2022").click()
    expect(page.locator("h1")).to_contain_text("24 paragrafer")
    unfold(page, "Träffar per månad 2022")
    page.get_by_role("link", name="Alla år").click()
    expect(page.locator("h1")).to_contain_text("72 paragrafer om arbetsmiljön")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("24 paragrafer")


@pytest.mark.parametrize("width", WIDTHS)
def test_time_can_be_read_and_chosen_as_a_table(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/sok?q=arbetsmiljön")
    unfold(page, "Träffar per år")
    page.get_by_text("Visa som tabell").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(["År", "Paragrafer"])
    expect(table.get_by_role("row", name="2022 24")).to_be_visible()
    table.get_by_role("link", name="2022").click()
    expect(page.locator("h1")).to_contain_text("24 paragrafer om arbetsmiljön · 2022")


def test_a_search_needs_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Sök i protokollen").fill("larm")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("om larm")
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.get_by_label("Avgränsa träffarna").get_by_role("link", name="Vision").click()
    expect(page.locator("h1")).to_contain_text("Vision")
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    for width in (320, 360, 640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_by_day_and_by_night(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    by_day = Axe().run(page)
    assert by_day.violations_count == 0, by_day.generate_report()
    page.emulate_media(color_scheme="dark")
    by_night = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert by_night.violations_count == 0, by_night.generate_report()
