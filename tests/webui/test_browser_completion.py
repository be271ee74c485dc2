"""The search box with its script, in a real Chromium."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import NEEDED
from playwright.sync_api import Locator, Page, expect

from webui.assets import ASSETS

pytestmark = NEEDED

BOX = "Sök i protokollen"


@pytest.fixture
def box(page: Page) -> Locator:
    page.goto("/")
    return page.get_by_role("combobox", name=BOX)


def test_a_word_is_completed_with_the_keyboard_alone(page: Page, box: Locator) -> None:
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("sjukfr")
    options = page.get_by_role("listbox", name="Förslag").get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").first).to_have_text(f"{options.count()} förslag")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(options.first).to_have_text("Sjukfrånvaro ämne")
    expect(box).to_have_attribute("aria-activedescendant", "forslag-0")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("1 paragraf · Sjukfrånvaro")
    expect(page).to_have_url("/sok?amne=sjukfranvaro")
    expect(box).to_have_value("")


def test_a_proposal_says_what_it_is_and_adds_in_bold(page: Page, box: Locator) -> None:
    box.press_sequentially("visi")
    option = page.get_by_role("option", name="Vision fackförbund")
    expect(option).to_have_text("Vision fackförbund")
    expect(option.locator("b")).to_have_text("on")


def test_a_case_number_in_any_spelling_leads_to_the_case(page: Page, box: Locator) -> None:
    box.press_sequentially("far2024/1")
    option = page.get_by_role("option")
    expect(option).to_have_text("FAR 2024/112 ärende, Farsta")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/arende/farsta/far-2024-112")


def test_the_arrows_go_round_by_way_of_the_box(page: Page, box: Locator) -> None:
    box.press_sequentially("arbets")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(box).not_to_have_attribute("aria-activedescendant", "forslag-0")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")


def test_escape_closes_and_then_clears(page: Page, box: Locator) -> None:
    box.press_sequentially("arbets")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("arbets")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")


def test_tab_leaves_the_box_and_its_proposals(page: Page, box: Locator) -> None:
    box.press_sequentially("arbets")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Sök")).to_be_focused()
    expect(box).to_have_value("arbets")


def test_enter_searches_for_what_was_typed_where_nothing_is_chosen(
    page: Page, box: Locator
) -> None:
    box.press_sequentially("larm")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("om larm")


def test_a_proposal_is_picked_by_touch_and_keeps_the_choices(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/sok?q=larm&fack=vision")
    box = page.get_by_role("combobox", name=BOX)
    box.fill("")
    box.press_sequentially("recep")
    page.get_by_role("option").first.click()
    expect(page.locator("h1")).to_contain_text("om reception · Vision")


def test_a_name_is_chosen_beside_the_other_words_and_choices(page: Page) -> None:
    page.goto("/sok?q=larm&fack=vision")
    box = page.get_by_role("combobox", name=BOX)
    box.fill("larm hot")
    box.press_sequentially(" och")
    box.fill("larm hot")
    page.get_by_role("option", name="Hot och våld ämne").click()
    expect(page).to_have_url("/sok?q=larm&fack=vision&amne=hot-och-vald")
    expect(page.get_by_label("Gjorda val").get_by_role("link")).to_have_count(3)


def test_a_name_is_chosen_among_the_questions_and_stays_there(page: Page) -> None:
    page.goto("/fragor?besvarad=ja")
    box = page.get_by_role("combobox", name="Sök i frågorna")
    box.press_sequentially("visi")
    page.get_by_role("option", name="Vision fackförbund").click()
    expect(page).to_have_url("/fragor?besvarad=ja&fack=vision")


def test_the_keys_wait_while_one_types_and_can_be_turned_off(page: Page, box: Locator) -> None:
    box.press_sequentially("a/?")
    expect(box).to_have_value("a/?")
    page.get_by_role("button", name="Stäng av").click()
    page.keyboard.press("/")
    expect(box).not_to_be_focused()
    page.reload()
    page.keyboard.press("/")
    expect(box).not_to_be_focused()
    page.get_by_role("button", name="Sätt på").click()
    page.keyboard.press("?")
    expect(page).to_have_url("/hjalp")


def test_a_late_answer_is_not_shown(page: Page, box: Locator) -> None:
    page.route("**/api/v1/forslag?q=arb", lambda route: None)  # is never answered
    box.press_sequentially("arb")
    page.wait_for_timeout(200)
    box.press_sequentially("etsplats")
    expect(page.get_by_role("option").first).to_contain_text("arbetsplats")


@pytest.mark.parametrize("width", (1280, 360))
def test_the_open_list_is_accessible_and_moves_nothing(
    page: Page, box: Locator, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    before = page.get_by_role("button", name="Sök").bounding_box()
    box.press_sequentially("arbets")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert page.get_by_role("button", name="Sök").bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_script_is_small() -> None:
    assert len(ASSETS["site.js"].content) <= 6 * 1024
