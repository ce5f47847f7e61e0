"""network.html for everybody: axe-core finds nothing in any view, what is pressed is large enough, the keyboard alone suffices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.export.conftest import Watched
from tests.export.test_page import name_of, some_node

pytestmark = pytest.mark.browser

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PRESSED = "button, a[href], select, summary, label, input:not([type=checkbox]), [role=option], .handle"
SMALL = """(pressed) => [...document.querySelectorAll(pressed)]
    .filter((one) => !one.closest(".unseen") && !one.matches(".unseen") && one.checkVisibility({ visibilityProperty: true }))
    .map((one) => [one.getBoundingClientRect(), one])
    .filter(([box, one]) => (one.tagName !== "LABEL" || one.querySelector("input")) && box.width && (box.height < 23.9 || box.width < 23.9))
    .map(([box, one]) => `${one.tagName} ${one.textContent} ${Math.round(box.width)} × ${Math.round(box.height)}`)"""


def axe() -> str:
    """axe-core: the one that package.json pins where npm has brought it, else the one that came with Python's package."""
    pinned = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
    script = pinned if pinned.exists() else files("axe_playwright_python").joinpath("axe.min.js")
    return script.read_text(encoding="utf-8")


class Judge:
    """Looks at the page as it is now."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(axe())

    def look(self, what: str) -> None:
        found = self.page.evaluate(
            """async (values) => (await axe.run(document, { runOnly: { type: "tag", values } })).violations
                .map((one) => [one.id, one.nodes.length, one.nodes[0].target.join(" "), one.nodes[0].failureSummary])""",
            RULES,
        )
        assert found == [], what
        assert self.page.evaluate(SMALL, PRESSED) == [], what


@pytest.fixture(params=[(wide, scheme) for wide in (1280, 360) for scheme in ("light", "dark")], ids=str)
def page(browser: Browser, built: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The map of the seeds, wide and narrow, light and dark, open to axe-core."""
    wide, scheme = request.param
    context = browser.new_context(
        viewport={"width": wide, "height": 800 if wide > 900 else 740},
        color_scheme=scheme,
        has_touch=wide < 900,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    watched = Watched(context.new_page())
    yield watched.open(built / "network.html")
    context.close()
    assert watched.complaints == []


def test_every_view_panel_and_list_is_accessible(page: Page) -> None:
    judge = Judge(page)
    person = some_node(page, "person")
    for view in ("map", "ledger", "grid", "said", "timeline", "list"):
        page.evaluate("(view) => go({ view, show: '', by: '' })", view)
        judge.look(view)
        for by in ("topic", "table") if view == "said" else ():
            page.evaluate("(by) => go({ by })", by)
            judge.look(f"{view} by {by}")
        page.evaluate("(show) => go({ show })", person)
        judge.look(f"{view} with the panel")
    page.evaluate("go({ view: 'map', show: dossier.money[0].iri })")
    judge.look("a sum")
    page.evaluate("go({ show: `${shown.lines[0].from} ${shown.lines[0].to}` })")
    judge.look("a line")
    page.evaluate("(way) => go({ show: '', way })", person)
    judge.look("a path that waits for its other end")
    page.evaluate("go({ way: '' }); tell(1)")
    judge.look("the story")
    page.evaluate("tell(0); go({ show: '', way: '' })")
    for words in ("the", "zzzz"):
        page.fill("#find", words)
        judge.look(f"looking for {words}")
    page.fill("#find", "")
    page.locator("#save").click()
    judge.look("what can be saved")
    page.keyboard.press("Escape")
    if page.locator("#filter").is_visible():
        page.locator("#filter").click()
    for part in page.locator("#legend details:not([open]) summary").all():
        if part.is_visible():
            part.click()
    judge.look("the legend")


def test_escape_closes_the_legend_of_a_phone(page: Page) -> None:
    button = page.locator("#filter")
    if not button.is_visible():
        expect(page.locator("#legend")).to_be_visible()
        return
    page.evaluate("(show) => go({ show })", some_node(page, "person"))
    button.press("Enter")
    page.locator("#kinds input").first.click()  # the legend lies over the panel
    page.keyboard.press("Escape")
    expect(page.locator("#legend")).to_be_hidden()
    expect(button).to_be_focused()
    expect(page.locator("#panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_the_keyboard_alone_finds_walks_filters_and_tells(page: Page) -> None:
    """From the first Tab on, nothing is clicked."""
    press = page.keyboard.press
    to = tabbing(page)
    name = name_of(page, some_node(page, "organisation"))
    to("#find")
    page.keyboard.type(name)
    press("Enter")
    expect(page.locator("#panel h2")).to_have_text(name)
    expect(page.locator("#panel h2")).to_be_focused()
    to("#panel .acts button")
    press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("to …")
    press("/")
    page.keyboard.type(name_of(page, some_node(page, "person")))
    press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("From")
    press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    for view in ("ledger", "said", "map"):
        to(f".views [data-view={view}]", "Shift+Tab" if view == "map" else "Tab")
        press("Enter")
        expect(page.locator(f".views [data-view={view}]")).to_be_focused()
    if page.locator("#filter").is_visible():
        to("#filter")
        press("Enter")
    lines = page.evaluate("left().lines.length")
    to("#kinds input")
    press(" ")
    assert page.evaluate("left().lines.length") < lines
    to("#belief")
    press("End")
    assert page.evaluate("state.belief") == 1
    to("#reset")
    press("Enter")
    assert page.evaluate("left().lines.length") == lines
    press("Escape")
    to("#story")
    press("Enter")
    expect(page.locator("#tour h2")).to_be_focused()
    to("#tour .main")
    press("Enter")
    assert page.evaluate("state.tour") == 2
    press("ArrowLeft")
    assert page.evaluate("state.tour") == 1
    press("Escape")
    expect(page.locator("#tour")).to_be_hidden()


def tabbing(page: Page) -> Callable[..., None]:
    """Presses Tab until what is asked for has the keyboard: it must be seen, and come within one round."""

    def to(what: str, key: str = "Tab") -> None:
        for _ in range(160):
            page.keyboard.press(key)
            if page.evaluate("(what) => document.activeElement.matches(what)", what):
                assert page.evaluate("document.activeElement.getBoundingClientRect().width") > 0
                return
        pytest.fail(f"{key} never comes to {what}")

    return to
