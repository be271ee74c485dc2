"""A protocol with its script, in a real Chromium, and the same without it."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import NEEDED
from playwright.sync_api import Browser, Page, expect

from webui.assets import ASSETS

pytestmark = NEEDED

FARSTA = "/protokoll/farsta/2025-01-14"
IN_VIEW = """mark => {
  const { top, bottom } = mark.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


@pytest.fixture
def copying(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_section_is_copied_with_its_source_and_it_is_said(copying: Page) -> None:
    copying.goto(FARSTA)
    copying.get_by_role("button", name="Citera § 3").click()
    expect(copying.get_by_role("status")).to_have_text("Kopierat med källa")
    expect(copying.get_by_role("button", name="Kopierat med källa § 3")).to_be_visible()
    text = copied(copying)
    assert text.startswith("”Sjukfrånvaron har minskat")
    assert "§ 3 Sjukfrånvaro, s. 2\n" in text
    today = dt.date.today()
    assert text.endswith(f"{FARSTA}#p3 (hämtad {today} via Lillbyarkivet, Lillby kommun)")


def test_one_exchange_is_copied_by_keyboard(copying: Page) -> None:
    copying.goto(FARSTA)
    copying.locator("#f2").get_by_role("button", name="Citera").focus()
    copying.keyboard.press("Enter")
    expect(copying.get_by_role("status")).to_have_text("Kopierat med källa")
    assert copied(copying).startswith("Kommunal frågar: ”Kommunal undrar när de delade")


def test_the_address_of_a_section_is_copied_and_it_is_said(copying: Page) -> None:
    copying.goto(f"{FARSTA}?q=larm")
    copying.get_by_role("link", name="Länk till § 3").click()
    expect(copying.get_by_role("status")).to_have_text("Länken kopierad")
    assert copied(copying).endswith(f"{FARSTA}#p3")
    assert copying.url.endswith("?q=larm")  # one stays where one is


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["#p5", "?q=larmen#p5", "#f2"])
def test_whose_meeting_it_is_stays_in_view_and_covers_nothing(
    page: Page, width: int, path: str
) -> None:
    page.set_viewport_size({"width": width, "height": 300})
    page.goto(f"{FARSTA}{path}")
    bar = page.locator(".bar-of")
    expect(bar.get_by_text("14 januari 2025")).to_be_in_viewport(ratio=1)
    edge = bar.bounding_box()
    target = page.locator(f"#{path.partition('#')[2]}").bounding_box()
    assert edge and target
    assert edge["y"] == 0
    assert target["y"] >= edge["height"]


def test_without_script_the_text_is_there_to_select(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{FARSTA}?q=larm")
    page.get_by_role("link", name="Till första träffen").click()
    assert page.url.endswith("#p2")
    page.get_by_role("link", name="Citera § 3").click()
    expect(page.locator("blockquote")).to_contain_text("§ 3 Sjukfrånvaro, s. 2")
    page.get_by_role("link", name="Protokoll från förvaltningsgruppen").click()
    assert page.url.endswith(f"{FARSTA}#p3")
    context.close()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("anchor", ["", "#p2"])
def test_the_first_mark_is_in_view(page: Page, width: int, anchor: str) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{FARSTA}?q=larmen{anchor}")
    expect(page.locator(".word.here")).to_have_count(1)
    assert page.locator("#p2 mark").first.evaluate(IN_VIEW)
    assert page.locator(".word").first.get_attribute("class") == "word here"


def test_an_anchor_without_marks_is_where_one_stays(page: Page) -> None:
    page.goto(f"{FARSTA}?q=larmen#p5")
    expect(page.locator("#p5")).to_be_in_viewport()
    expect(page.locator(".word.here")).to_have_count(0)


def test_one_goes_from_mark_to_mark_by_keys_and_by_buttons(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{FARSTA}?q=larmen")
    count = page.locator(".word").count()
    bar = page.locator(".met .told")
    expect(bar).to_have_text(f"Träff 1 av {count}")
    page.keyboard.press("n")
    expect(bar).to_have_text(f"Träff 2 av {count}")
    expect(page.locator(".word").nth(1)).to_have_class("word here")
    page.get_by_role("button", name="Nästa träff").click()
    for _ in range(3):
        page.keyboard.press("p")
    expect(bar).to_have_text(f"Träff {count} av {count}")  # round to the last
    assert page.locator("mark").last.evaluate(IN_VIEW)
    expect(page.get_by_role("status")).to_contain_text(f"Träff {count} av {count}")


def test_keys_of_one_letter_can_be_turned_off_and_on(page: Page) -> None:
    page.goto(f"{FARSTA}?q=larmen")
    told = page.locator(".met .told")
    page.get_by_role("button", name="Stäng av").click()
    page.keyboard.press("n")
    expect(told).to_contain_text("Träff 1 av")
    page.reload()
    page.keyboard.press("n")
    expect(told).to_contain_text("Träff 1 av")
    page.get_by_role("button", name="Sätt på").click()
    page.keyboard.press("n")
    expect(told).to_contain_text("Träff 2 av")


def test_the_contents_tell_which_section_is_being_read(page: Page) -> None:
    page.goto(FARSTA)
    contents = page.get_by_label("Innehåll")
    for number in (5, 2):
        page.locator(f"#p{number}").evaluate("it => it.scrollIntoView({block: 'start'})")
        page.mouse.wheel(0, -80)
        current = contents.locator("[aria-current]")
        expect(current).to_have_count(1)
        expect(current).to_contain_text(f"§ {number}")


def test_one_goes_to_the_next_meeting_and_back(page: Page) -> None:
    page.goto("/protokoll/bromma/2022-02-10")
    page.get_by_label("Protokoll före och efter", exact=True).get_by_role(
        "link", name="Nästa"
    ).click()
    assert page.url.endswith("/protokoll/bromma/2022-03-10")
    page.get_by_label("sist på sidan").get_by_role("link", name="Föregående protokoll här").click()
    assert page.url.endswith("/protokoll/bromma/2022-02-10")


def test_a_section_leads_to_others_like_it_and_back(page: Page) -> None:
    page.goto("/protokoll/bromma/2022-02-10")
    page.locator("#p1").get_by_role("link", name="Andra protokoll med liknande ord").click()
    expect(page.locator("h1")).to_have_text("Andra protokoll med liknande ord")
    page.get_by_role("link", name="Protokoll förvaltningsgruppen Bromma").first.click()
    expect(page.locator("#p1")).to_be_in_viewport()


@pytest.mark.parametrize(
    "path", [f"{FARSTA}?q=larmen", f"{FARSTA}/citera/p2", f"{FARSTA}/liknande/p2"]
)
def test_it_is_accessible_and_nothing_scrolls_sideways(page: Page, path: str) -> None:
    page.goto(path)
    for width in (320, 360, 640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


JARVA = "/protokoll/jarva/2024-08-20"


def test_who_comes_for_what_a_date_rests_on_finds_it_open(page: Page) -> None:
    page.goto(JARVA)
    told = page.get_by_text("skyddsronden hölls den 15 augusti").first
    expect(told).to_be_hidden()
    page.goto("/sok?q=arbetsplatsvåld")
    page.get_by_role("link", name="beräknat").first.click()
    assert page.url.endswith(f"{JARVA}#underlag")
    expect(told).to_be_in_viewport()
    assert page.locator("#underlag details:not([open])").count() == 0
    page.locator("#underlag summary").first.click()
    expect(told).to_be_hidden()


def test_an_address_within_the_page_opens_it_too(page: Page) -> None:
    page.goto(JARVA)
    page.evaluate("location.hash = 'underlag'")
    expect(page.get_by_text("skyddsronden hölls den 15 augusti").first).to_be_in_viewport()


def test_without_script_what_a_date_rests_on_is_open_too(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{JARVA}#underlag")
    expect(page.get_by_text("skyddsronden hölls den 15 augusti").first).to_be_in_viewport()
    context.close()


def test_each_page_of_a_section_has_a_link_of_its_own(page: Page) -> None:
    page.goto(FARSTA)
    section = page.locator("#p2")
    for number in (1, 2):
        link = section.get_by_role("link", name=f"Sida {number} i originalet", exact=True)
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        assert (link.get_attribute("href") or "").endswith(f"page={number}")


def test_on_paper_stand_the_words_and_their_source_and_no_tools(page: Page) -> None:
    page.goto(f"{FARSTA}?q=larmen")
    page.emulate_media(media="print")
    for shown in (page.locator("#p3 .text"), page.locator(".source")):
        expect(shown).to_be_visible()
    for hidden in (".contents", ".tools >> nth=0", ".bar-of", ".turns >> nth=0", ".top", ".bottom"):
        expect(page.locator(hidden)).to_be_hidden()


def test_the_script_stays_small() -> None:
    assert len(ASSETS["protokoll.js"].content) <= 7 * 1024
