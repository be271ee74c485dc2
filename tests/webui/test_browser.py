"""What a person does, in a real Chromium against the served site."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import NEEDED
from playwright.sync_api import Page, expect

pytestmark = NEEDED

PAGES = {
    "start": "/",
    "results": "/sok?q=hot+larm&fack=vision&fack=kommunal",
    "nothing": "/sok?q=xylofon&forvaltning=jarva",
    "questions": "/sok?typ=fraga&besvarad=nej",
    "years": "/sok?q=arbetsmiljön",
    "protocol": "/protokoll/farsta/2025-01-14?q=larm#p2",
    "why": "/protokoll/farsta/2025-01-14/varfor/p3?q=sjukfrånvaro+SAM",
    "inferred": "/protokoll/jarva/2024-08-20",
    "about": "/om",
    "failure": "/finns-inte",
    "gathered": "/sok?q=larm&grupp=protokoll",
    "all questions": "/fragor?besvarad=nej",
    "förvaltningar": "/forvaltningar",
    "förvaltning": "/forvaltning/farsta",
    "unions": "/fackforbund",
    "union": "/fack/vision",
    "topics": "/amnen",
    "topic": "/amne/arbetsmiljo",
    "all years": "/ar",
    "year": "/ar/2022",
    "month": "/ar/2022-03",
    "newest": "/nyast",
    "coverage": "/tackning",
    "coverage of a year": "/tackning?ar=2022",
    "coverage of one": "/tackning?forvaltning=farsta",
    "statistics": "/statistik",
    "quotation": "/protokoll/farsta/2025-01-14/citera/p2",
    "similar": "/protokoll/farsta/2025-01-14/liknande/p2",
    "later": "/protokoll/farsta/2025-01-14/liknande/f2?senare=ja",
    "case": "/arende/farsta/ha-2024-773",
    "coverage of years": "/tackning?fran=2021&till=2023",
    "empty month": "/ar/2022-12",
    "api": "/api",
    "help": "/hjalp",
    "accessibility": "/tillganglighet",
    "style": "/stil",
}


def test_a_search_leads_to_the_section_with_its_words_marked(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Sök i protokollen").fill("arbetsplatsvåld")
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("link", name="Föranmälda frågor").click()
    section = page.locator("#p2")
    expect(section).to_be_in_viewport()
    expect(section.locator("mark").first).to_have_text("arbetsplatsvåld")
    page.get_by_role("link", name="Tillbaka till träffarna").click()
    expect(page.get_by_label("Sök i protokollen")).to_have_value("arbetsplatsvåld")


def test_a_choice_is_made_and_taken_away(page: Page) -> None:
    page.goto("/sok?q=larm")
    page.get_by_label("Avgränsa träffarna").get_by_role("link", name="Vision").click()
    expect(page.locator("h1")).to_contain_text("Vision")
    page.get_by_label("Gjorda val").get_by_role("link", name="Vision").click()
    expect(page.locator("h1")).not_to_contain_text("Vision")


def test_a_year_is_chosen_in_the_timeline(page: Page) -> None:
    page.goto("/sok?q=arbetsmiljön")
    page.get_by_label("Träffar per år").get_by_role("link", name="2022").click()
    expect(page.locator("h1")).to_contain_text("24 paragrafer om arbetsmiljön · 2022")


def test_a_range_of_days_is_typed(page: Page) -> None:
    page.goto("/sok?q=arbetsmiljön")
    page.get_by_label("Från").fill("2022")
    page.get_by_label("Till").fill("2022-02")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("h1")).to_contain_text("6 paragrafer om arbetsmiljön")


def test_on_a_phone_the_choices_and_the_menu_are_folded(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/sok?q=larm&fack=vision")
    choices = page.get_by_label("Avgränsa träffarna")
    expect(choices).to_be_hidden()
    page.get_by_text("Avgränsa · 1 val").click()
    expect(choices.get_by_role("link", name="Kommunal")).to_be_visible()
    expect(page.get_by_role("link", name="Statistik")).to_be_hidden()
    page.get_by_text("Meny").click()
    expect(page.get_by_role("link", name="Statistik")).to_be_visible()


def test_the_keyboard_reaches_the_content_first(page: Page) -> None:
    page.goto("/sok?q=larm")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    for width in (320, 390, 640, 1280):  # 640 is 1280 at 200 % zoom
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("name", ["start", "questions", "protocol", "coverage", "statistics"])
def test_nothing_moves_while_a_slow_computer_reads_the_page(page: Page, name: str) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(PAGES[name], wait_until="load")
    moved = page.evaluate(
        """() => new Promise(done => {
          let moved = 0
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) moved += entry.value
          }).observe({type: 'layout-shift', buffered: true})
          setTimeout(() => done(moved), 300)
        })"""
    )
    assert moved == 0


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_by_day_and_by_night(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    by_day = Axe().run(page)
    assert by_day.violations_count == 0, by_day.generate_report()
    page.emulate_media(color_scheme="dark")
    by_night = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert by_night.violations_count == 0, by_night.generate_report()


def test_a_page_is_accessible_on_a_phone_with_everything_unfolded(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("results", "protocol", "inferred"):
        page.goto(PAGES[name])
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
