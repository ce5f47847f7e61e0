"""network.html on screens of three sizes: what is seen first, what fits, what is wide enough to read and not wider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.export.conftest import Watched
from tests.export.test_page import at

pytestmark = pytest.mark.browser

TABLES = ("ledger", "grid", "timeline", "list")
Opener = Callable[[int, int], Page]


@contextmanager
def opened(browser: Browser, file: Path, wide: int, high: int) -> Iterator[Page]:
    """The page on a screen of this size; it must not have complained at the end."""
    context = browser.new_context(
        viewport={"width": wide, "height": high}, has_touch=wide < 900, reduced_motion="reduce"
    )
    watched = Watched(context.new_page())
    yield watched.open(file)
    context.close()
    assert watched.complaints == []


def show(page: Page, view: str) -> None:
    page.locator(f".views [data-view={view}]").click()


def test_a_phone_shows_the_search_and_the_map_first(browser: Browser, built: Path) -> None:
    with opened(browser, built / "network.html", 360, 740) as page:
        header, field = page.locator("header").bounding_box(), page.locator("#find").bounding_box()
        assert header
        assert field
        assert header["height"] <= 100, "furniture before the map"
        assert field["y"] < header["height"]
        assert field["width"] >= 180
        reach = page.evaluate(
            """() => {
                const ys = shown.things.map((n) => network.canvasToDOM(network.getPosition(n.id)).y);
                return (Math.max(...ys) - Math.min(...ys)) / byId("map").clientHeight;
            }"""
        )
        assert reach > 0.5, "the map leaves most of the screen empty"


@pytest.mark.parametrize("wide", [320, 360, 414, 560, 821, 900, 1280])
def test_suggestions_lie_on_the_screen_and_over_all_else(browser: Browser, built: Path, wide: int) -> None:
    with opened(browser, built / "network.html", wide, 740) as page:
        page.locator("#find").click()
        page.keyboard.type("the")
        assert page.evaluate("[document.scrollingElement.scrollLeft, document.scrollingElement.scrollWidth]") == [
            0,
            wide,
        ]
        hidden = page.evaluate(
            """() => [...byId("found").children].filter((one) => {
                const list = byId("found").getBoundingClientRect();
                const { left, right, top, bottom } = one.getBoundingClientRect();
                if (top > list.bottom) return false;  // waits until the list is scrolled
                const ends = [[left + 4, top + 4], [right - 4, top + 4]];
                return ends.some(([x, y]) => !one.contains(document.elementFromPoint(x, y)));
            }).map((one) => one.textContent)"""
        )
        assert hidden == []


@pytest.mark.parametrize(("wide", "high"), [(360, 740), (1280, 800)])
def test_no_label_is_cut_by_the_edge_of_the_screen(browser: Browser, built: Path, wide: int, high: int) -> None:
    with opened(browser, built / "network.html", wide, high) as page:
        cut = """() => {
            const { x, y } = network.getViewPosition();
            const [scale, map] = [network.getScale(), byId("map")];
            const [left, top] = [x * scale - map.clientWidth / 2, y * scale - map.clientHeight / 2];
            const [right, bottom] = [left + map.clientWidth, top + map.clientHeight];
            const isIn = (p) => p.x * scale > left && p.x * scale < right && p.y * scale > top && p.y * scale < bottom;
            return placed.filter(({ id, box }) => isIn(network.getPosition(id)) && (box.left < left || box.right > right)).length;
        }"""
        assert page.evaluate(cut) == 0
        few = page.evaluate("placed.length")
        page.locator("#map").focus()
        for _ in range(2):
            page.keyboard.press("Shift+ArrowRight")
        page.evaluate("network.redraw()")
        assert few
        assert page.evaluate(cut) == 0, "what is cut after a move finds another side, too"


def test_a_wide_header_is_one_line(browser: Browser, built: Path) -> None:
    with opened(browser, built / "network.html", 1280, 800) as page:
        box = page.locator("header").bounding_box()
        assert box
        assert box["height"] <= 62


@pytest.mark.parametrize("view", TABLES)
def test_a_phone_shows_rows_as_cards_that_say_their_columns(browser: Browser, built: Path, view: str) -> None:
    with opened(browser, built / "network.html", 360, 740) as page:
        show(page, view)
        assert page.evaluate(
            "[...document.querySelectorAll('#tables tbody tr')].every((row) => row.scrollWidth <= innerWidth)"
        )
        heads = page.evaluate("VIEWS[state.view].columns.filter((c) => !c.onlyInFile).map((c) => c.head)")
        assert page.evaluate(
            "[...document.querySelectorAll('#tables tbody tr')[0].cells].map((cell) => cell.dataset.head)"
        ) == (heads)
        assert page.get_by_role("table").get_by_role("row").count() > 1, "still a table for a screen reader"
        pressed = page.locator(".views [aria-pressed=true]").bounding_box()
        assert pressed
        assert pressed["x"] >= 0
        assert pressed["x"] + pressed["width"] <= 360


@pytest.mark.parametrize("view", TABLES)
def test_columns_are_as_wide_as_what_stands_in_them(browser: Browser, built: Path, view: str) -> None:
    with opened(browser, built / "network.html", 1280, 800) as page:
        show(page, view)
        broken = page.evaluate(
            """() => [...document.querySelectorAll("#tables thead .sort")].filter((button) => {
                const wide = button.clientWidth - 2 * parseFloat(getComputedStyle(button).paddingLeft);
                const pen = document.createElement("canvas").getContext("2d");
                pen.font = getComputedStyle(button).font;
                return button.textContent.split(" ").some((word) => pen.measureText(word).width > wide + 1);
            }).map((button) => button.textContent)"""
        )
        assert broken == [], "a word of a head is broken"
        assert page.evaluate("byId('tables').querySelector('.scroll').scrollWidth <= byId('tables').clientWidth"), (
            "sideways"
        )
        for cell in page.locator("#tables tbody td.sum").all()[:40]:
            box = cell.bounding_box()
            assert box
            assert box["width"] < 130


@pytest.mark.parametrize("view", ["ledger", "grid", "said", "timeline", "list"])
def test_lines_of_text_stay_readable_on_the_widest_screen(
    browser: Browser, gold_build: Callable[[str], Path], view: str
) -> None:
    with opened(browser, gold_build("devset") / "network.html", 3840, 2160) as page:
        show(page, view)
        longest = page.evaluate(
            """() => Math.max(...[...document.querySelectorAll("#tables p, #tables td, #tables li .words")]
                .filter((one) => one.textContent.length > 60)
                .map((one) => one.clientWidth / parseFloat(getComputedStyle(one).fontSize)))"""
        )
        assert longest <= 48, "em; about 90 letters a line"


def test_a_finger_opens_what_it_touches_and_nothing_of_the_panel_that_opens_under_it(
    browser: Browser, built: Path
) -> None:
    with opened(browser, built / "network.html", 820, 1180) as page:
        for iri in page.evaluate("shown.things.map((n) => n.id)"):
            x, y = at(page, iri)
            if y < 0.55 * 1180:
                continue  # above the panel
            page.touchscreen.tap(x, y)
            page.wait_for_timeout(50)
            assert page.evaluate("state.show") == iri
            page.evaluate("go({ show: '' }); fitAll(false)")


def test_the_grid_of_a_phone_has_whole_names(browser: Browser, built: Path) -> None:
    with opened(browser, built / "network.html", 360, 740) as page:
        show(page, "grid")
        texts = page.locator(".chart .handle text").all_text_contents()
        assert texts
        assert not [text for text in texts if text.endswith("…")]
        assert {one.get_attribute("data-iris") for one in page.locator(".chart .handle").all()} == set(
            page.evaluate("itemsOf(VIEWS.grid).map((p) => p.iri)")
        )


def test_the_charts_of_the_widest_screen_use_the_room(browser: Browser, gold_build: Callable[[str], Path]) -> None:
    with opened(browser, gold_build("devset") / "network.html", 3840, 2160) as page:
        show(page, "grid")
        box = page.locator(".chart").bounding_box()
        assert box
        assert box["width"] > 2000
        show(page, "said")
        lefts = {round(sheet["x"]) for one in page.locator(".sayings").all()[:6] if (sheet := one.bounding_box())}
        assert len(lefts) > 2, "sheets stand side by side"
