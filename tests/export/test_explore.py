"""network.html in a real Chromium: paths, dates, sums, the story, and what is dragged."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.gold import SETS
from tests.export.conftest import Watched
from tests.export.test_page import at, name_of, some_node

pytestmark = pytest.mark.browser


def far_pair(page: Page) -> list[str]:
    """Two things that a path of three steps joins."""
    found: list[str] = page.evaluate(
        """() => {
            const lines = left().lines;
            for (const a of shown.things) for (const b of shown.things) if (wayBetween(a.id, b.id, lines).length === 4) return [a.id, b.id];
        }"""
    )
    return found


def test_the_path_between_two_is_told_line_by_line(page: Page) -> None:
    one, other = far_pair(page)
    page.evaluate("(iri) => choose(iri)", one)
    page.locator(".acts button", has_text="Path to").click()
    expect(page.locator("#panel h2")).to_contain_text("to …")
    page.fill("#find", name_of(page, other))
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text(name_of(page, other))
    expect(page.locator("#panel p.soft").first).to_contain_text("3 steps")
    expect(page.locator("#panel .joint")).to_have_count(2)
    expect(page.locator("#panel .fact mark").first).to_be_visible()
    assert "way=" in page.url
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#panel .joint")).to_have_count(2)
    page.locator("#relations label").first.click()
    page.evaluate("go({ relations: dossier.relations.map((r) => r.relation).sort() })")
    expect(page.locator("#panel")).to_contain_text("No relation leads from one to the other")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_the_other_end_of_a_path_is_chosen_on_the_map(page: Page) -> None:
    person, event = some_node(page, "person"), some_node(page, "event")
    page.mouse.click(*at(page, person))
    page.locator(".acts button", has_text="Path to").click()
    page.evaluate("fitAll()")
    page.mouse.click(*at(page, event))
    expect(page.locator("#panel h2")).to_contain_text("From")
    expect(page.locator("#panel h2")).to_contain_text(name_of(page, event))


def test_the_slider_of_dates_is_moved_by_keyboard(watched: Watched, gold_build: Callable[[str], Path]) -> None:
    page = watched.open(gold_build("devset") / "network.html")
    lines = page.evaluate("left().lines.length")
    assert page.locator("#bars rect").count() > 1
    page.locator("#from").focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.locator("#undated").uncheck()
    assert "from=" in page.url
    assert page.evaluate("left().lines.length") < lines
    heard = page.evaluate("dossier.sources.filter((s, i) => isHeard(i)).map((s) => s.published)")
    assert heard
    assert min(heard) >= page.evaluate("state.from")[: len(min(heard))]
    expect(page.locator("#between")).to_contain_text("article")
    page.locator("#to").focus()
    page.keyboard.press("Home")
    assert page.evaluate("Number(field('to').value) >= Number(field('from').value)"), "one end stops at the other"
    page.locator("#reset").click()
    assert page.evaluate("left().lines.length") == lines


def test_facts_of_the_same_words_are_one_with_all_their_evidence(page: Page) -> None:
    iri = page.evaluate(
        """() => {
            const fact = dossier.facts.find((f) => f.kind === "position" && f.about.length === 2);
            const passages = [{ ...fact.passages[0], words: "again" }];
            const again = { ...fact, iri: "x/again", line: fact.line.toUpperCase(), about: [fact.about[0]], belief: 0, passages };
            factsAbout.get(fact.about[0]).push(again);
            return fact.about[0];
        }"""
    )
    page.evaluate("(show) => go({ show, fact: 'again' })", iri)
    lines = [line.lower() for line in page.locator("#panel .posts li").all_inner_texts()]
    assert len(lines) == len(set(lines))
    expect(page.locator("#panel .fact.sought")).to_have_count(1)
    expect(page.locator("#panel .fact.sought mark", has_text="again")).to_be_visible()


def test_the_title_line_leads_to_the_articles(page: Page) -> None:
    articles = page.evaluate("dossier.sources.filter((s, i) => s.origin === i).length")
    page.locator("#holds button", has_text=f"{articles} articles").click()
    expect(page.locator("#articles label").first).to_be_visible()
    assert page.locator("#articles label").count() == page.evaluate("dossier.sources.length")


def test_sums_are_filtered_by_steps(page: Page) -> None:
    pledges = page.evaluate("left().things.filter((n) => n.kind === 'pledge').length")
    page.locator("summary", has_text="Sums of money").click()
    box = page.locator("#sums label").first
    count = int(box.locator("b").inner_text())
    box.click()
    assert page.evaluate("left().things.filter((n) => n.kind === 'pledge').length") == pledges - count
    assert "sums=" in page.url


def test_the_story_is_told_step_by_step(page: Page) -> None:
    steps = tomllib.loads((SETS["seeds"] / "story.toml").read_text(encoding="utf-8"))["step"]
    page.locator("#story").click()
    for number, step in enumerate(steps, 1):
        expect(page.locator("#tour h2")).to_have_text(step["title"])
        expect(page.locator("#tour h2")).to_be_focused()
        assert f"tour={number}" in page.url
        if "focus" in step:
            expect(page.locator("#panel")).to_be_visible()
        if number < len(steps):
            page.keyboard.press("ArrowRight")
    page.go_back()
    expect(page.locator("#tour h2")).to_have_text(steps[-2]["title"])
    page.keyboard.press("Tab")
    page.locator("#tour h2").press("Escape")
    expect(page.locator("#tour")).to_be_hidden()


def drag_by_mouse(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y, steps=3)
    page.mouse.move(x + 60, y, steps=3)
    page.mouse.up()


def drag_by_finger(page: Page, x: float, y: float) -> None:
    device = page.context.new_cdp_session(page)
    device.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for dx in (5, 20, 40, 60):
        device.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + dx, "y": y}]})
    device.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("touch", [False, True])
def test_what_is_dragged_stays_until_reset(browser: Browser, built: Path, *, touch: bool) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, has_touch=touch, reduced_motion="reduce")
    watched = Watched(context.new_page())
    page = watched.open(built / "network.html")
    iri = some_node(page, "organisation")
    home = page.evaluate("(iri) => network.getPosition(iri)", iri)
    (drag_by_finger if touch else drag_by_mouse)(page, *at(page, iri))
    there = page.evaluate("(iri) => network.getPosition(iri)", iri)
    assert there["x"] > home["x"] + 10, "nothing was dragged"
    page.locator("#kinds label", has_text="People").click()
    page.locator("#kinds label", has_text="People").click()
    assert page.evaluate("(iri) => network.getPosition(iri)", iri) == there
    page.locator("#reset").click()
    assert page.evaluate("(iri) => network.getPosition(iri)", iri) == home
    assert watched.complaints == []
    context.close()
