"""The other ways to look on network.html, in a real Chromium: tables and charts that show what the filters leave, linked with the map."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.export import hostile as bad
from tests.export.conftest import Watched

pytestmark = pytest.mark.browser

VIEWS = ("ledger", "grid", "said", "timeline", "list")


def show(page: Page, view: str) -> None:
    page.locator(f".views [data-view={view}]").click()


def column(page: Page, head: str) -> list[str]:
    """The texts of one column, from the top."""
    heads = [text.split("\n")[0].rstrip(" ▲▼↕") for text in page.locator("#tables thead th").all_inner_texts()]
    return page.locator(f"#tables tbody td:nth-child({heads.index(head) + 1})").all_inner_texts()


def press_head(page: Page, head: str) -> None:
    page.locator("#tables thead button", has_text=head).press("Enter")


def test_a_table_is_sorted_by_every_column_by_keyboard(page: Page) -> None:
    show(page, "list")
    for head in page.evaluate("VIEWS.list.columns.filter((c) => !c.onlyInFile).map((c) => c.head)"):
        press_head(page, head)
        button = page.locator("#tables thead button", has_text=head)
        expect(button).to_be_focused()
        cell = page.locator("#tables thead th[aria-sort]")
        expect(cell).to_have_count(1)
        first = cell.get_attribute("aria-sort")
        press_head(page, head)
        assert {first, cell.get_attribute("aria-sort")} == {"ascending", "descending"}
    press_head(page, "Mentioned")
    counts = [int(text) for text in column(page, "Mentioned")]
    assert counts == sorted(counts, reverse=True)
    assert "sort=-mentions" in page.url


def test_what_is_not_known_stands_last_both_ways(page: Page) -> None:
    show(page, "ledger")
    for _ in range(2):
        press_head(page, "Who pays")
        payers = column(page, "Who pays")
        known = [payer for payer in payers if payer != "not said"]
        assert payers[: len(known)] == known
        assert len(known) < len(payers)


def test_words_leave_only_rows_that_have_them_and_the_count_says_so(page: Page) -> None:
    show(page, "list")
    everybody = page.locator("#tables tbody tr").count()
    name = column(page, "Name")[0]
    page.locator("#words").press_sequentially(name.upper())
    expect(page.locator("#words")).to_be_focused()
    left = page.locator("#tables tbody tr").count()
    assert 0 < left < everybody
    expect(page.locator(".counted")).to_have_text(f"{left} of {everybody} names")
    page.locator("#words").fill("zzzz")
    expect(page.locator("#tables tbody")).to_contain_text("nothing is left by the filters")


@pytest.mark.parametrize("view", VIEWS)
def test_the_filters_act_on_every_view(page: Page, view: str) -> None:
    show(page, view)
    total = page.evaluate("(view) => VIEWS[view].all().length", view)
    expect(page.locator(".counted")).to_contain_text(f"All {total}")
    page.evaluate("go({ articles: dossier.sources.map((s, i) => String(i)).slice(1) })")
    one = page.evaluate("(view) => itemsOf(VIEWS[view]).length", view)
    assert one < total
    expect(page.locator(".counted")).to_contain_text(f"{one} of {total}")
    page.evaluate("go({ articles: [] })")
    page.evaluate("go({ kinds: dossier.kinds.map((k) => k.kind) })")
    loose = {
        "timeline": "dossier.sources.filter((s) => s.published)",
        "said": "statements().filter((f) => !f.about[0])",
    }
    left = page.evaluate(f"{loose[view]}.length") if view in loose else 0  # an article, or who has no name, is no kind
    expect(page.locator(".counted")).to_contain_text(f"{left} of {total}")


def test_a_relation_that_is_unticked_takes_its_facts_along(page: Page) -> None:
    show(page, "list")
    before = column(page, "Positions")
    page.locator("#relations label", has_text="Holds a position").click()
    after = column(page, "Positions")
    assert sum(map(bool, after)) < sum(map(bool, before))


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_chosen_on_the_map_is_marked_in_every_view(page: Page, view: str) -> None:
    iri = page.evaluate(
        "(view) => VIEWS[view].all().map((item) => VIEWS[view].iris(item)[0]).find((iri) => iri && nodeOf.has(iri))",
        view,
    )
    page.evaluate("(show) => go({ show })", iri)
    show(page, view)
    marked = page.locator("#tables .chosen[aria-current=true]").first
    expect(marked).to_be_visible()
    page.locator("#tables button", has_text="Only what concerns").click()
    for iris in page.evaluate("(view) => itemsOf(VIEWS[view]).map((item) => VIEWS[view].iris(item))", view):
        assert iri in iris


def test_a_choice_in_a_table_opens_the_panel_and_escape_gives_the_keyboard_back(page: Page) -> None:
    show(page, "list")
    name = page.locator("#tables tbody tr").nth(3).locator(".link").first
    text = name.inner_text()
    name.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(text)
    expect(page.locator("#panel h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    assert page.evaluate("document.getElementById('tables').contains(document.activeElement)")


def test_statements_stand_by_person_and_by_topic_quoted_and_reported_apart(page: Page) -> None:
    show(page, "said")
    first = page.locator(".sayings").first
    expect(first.locator("h3 .link")).to_be_visible()
    assert first.locator("h4").all_inner_texts()
    statements = page.evaluate("statements().length")
    assert page.locator(".sayings li").count() == statements
    page.locator("[data-keep=by]").select_option("topic")
    topics = page.locator(".sayings h3 .link").all_inner_texts()
    assert len(topics) == len(set(topics))
    assert page.locator(".sayings li").count() >= statements
    page.locator("[data-keep=by]").select_option("table")
    page.locator("[data-keep=how]").select_option("direct")
    assert set(column(page, "How")) == {"quoted"}


def test_what_was_chosen_elsewhere_is_brought_into_sight_however_far_down(page: Page) -> None:
    last = page.evaluate("byKind().findLast((p) => shown.things.some((n) => n.id === p.iri)).iri")
    page.evaluate("(show) => go({ show })", last)
    show(page, "list")
    expect(page.locator("#tables tr.chosen")).to_be_in_viewport()
    page.evaluate("most = 5; renderView(null)")
    expect(page.locator("#tables tr.chosen")).to_have_count(1)


def test_a_table_draws_its_first_rows_and_more_on_demand(page: Page) -> None:
    show(page, "list")
    page.evaluate("most = 5; renderView(null)")
    expect(page.locator("#tables tbody tr")).to_have_count(5)
    page.locator("[data-keep=more]").click()
    assert page.locator("#tables tbody tr").count() == page.evaluate("dossier.profiles.length")


def test_hostile_words_stay_words_in_every_view(bad_page: Page) -> None:
    scripts = bad_page.locator("script").count()
    for view in VIEWS:
        show(bad_page, view)
        for way in ("", "topic", "table"):
            bad_page.evaluate("(by) => go({ by })", way)
        assert bad_page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    expect(bad_page.locator("#tables")).to_contain_text(bad.SCRIPT)
    assert bad_page.locator("script").count() == scripts
    assert bad_page.locator("#tables img, #tables a").count() == 0


def test_the_charts_of_the_ledger_draw_each_sum_once_and_add_only_promises(page: Page) -> None:
    show(page, "ledger")
    bars = page.locator(".chart").first.locator("rect.piece")
    drawn = [bar.get_attribute("data-iris") for bar in bars.all()]
    assert len(drawn) == len(set(drawn)) > 1
    calls = page.evaluate("dossier.money.filter((m) => !m.counts).map((m) => m.iri)")
    page.locator("[data-keep=flow]").select_option("promised")
    bands = [band.get_attribute("data-iris") for band in page.locator("path.piece").all()]
    assert bands
    assert not set(bands) & set(calls)
    page.locator("path.piece").first.dispatch_event("click")
    expect(page.locator("#panel dl.money")).to_be_visible()
    expect(page.locator("path.piece.chosen")).to_have_count(1)


def test_the_ledger_leads_to_those_whom_its_statements_name_even_where_two_have_one_name(
    watched: Watched, gold_build: Callable[[str], Path]
) -> None:
    page = watched.open(gold_build("devset") / "network.html")
    show(page, "ledger")
    names = page.evaluate("dossier.profiles.map((p) => p.name)")
    doubles = {name for name in names if names.count(name) > 1}
    seen = set()
    rows = page.evaluate("[...document.querySelectorAll('#tables tbody tr')].map((row) => row.dataset.iris.split(' '))")
    for number, iris in enumerate(rows):
        for link in page.locator("#tables tbody tr").nth(number).locator(".link").all():
            link.dispatch_event("click")
            assert page.evaluate("state.show") in iris
            seen.add(link.inner_text())
    assert doubles & seen, "nobody here shares a name: the test shows nothing"


def test_the_grid_places_only_who_has_a_stance_and_its_names_are_reached_by_keyboard(page: Page) -> None:
    show(page, "grid")
    names = page.locator(".chart .handle")
    placed = {name.get_attribute("data-iris") for name in names.all()}
    assert placed == set(page.evaluate("itemsOf(VIEWS.grid).map((p) => p.iri)"))
    apart = {item.get_attribute("data-iris") for item in page.locator(".apart li").all()}
    assert apart
    assert not apart & placed
    boxes = [box for name in names.all() if (box := name.locator("rect").first.bounding_box())]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert (
                a["x"] + a["width"] <= b["x"]
                or b["x"] + b["width"] <= a["x"]
                or a["y"] + a["height"] <= b["y"]
                or b["y"] + b["height"] <= a["y"]
            )
    page.locator("[data-keep=measure]").select_option("betweenness")
    expect(page.locator("figcaption h3")).to_contain_text("between others")
    names.first.press("Enter")
    expect(page.locator("#panel h2")).to_be_visible()
    expect(page.locator(".handle.chosen")).to_have_count(1)


def test_the_names_of_a_chart_are_one_stop_and_the_arrow_keys_go_from_one_to_the_next(page: Page) -> None:
    show(page, "grid")
    names = page.locator(".chart .handle")
    assert page.locator(".chart .handle[tabindex='0']").count() == 1
    names.first.focus()
    seen = {page.evaluate("document.activeElement.dataset.iris")}
    order = page.evaluate(
        """() => [...document.querySelectorAll(".chart .handle")].map((one) => one.getBoundingClientRect())
            .map(({ x, y }) => [x, y])"""
    )
    for _ in order:
        page.keyboard.press("ArrowRight")
        seen.add(page.evaluate("document.activeElement.dataset.iris"))
    assert len(seen) > 1
    before = page.evaluate("document.activeElement.getBoundingClientRect().y")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getBoundingClientRect().y") != before
    assert page.evaluate("document.activeElement.classList.contains('handle')")
    page.keyboard.press("End")
    expect(names.last).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.classList.contains('handle')"), "one stop of the Tab key"
    page.keyboard.press("Shift+Tab")
    expect(names.last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".chart .handle:focus")).to_have_count(1)


def test_who_said_what_is_ordered_by_number_or_by_name(page: Page) -> None:
    show(page, "said")
    counts = [int(text.split()[0]) for text in page.locator(".sayings h3 .soft").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.locator("[data-keep=order]").focus()
    page.locator("[data-keep=order]").select_option("name")
    assert "order=name" in page.url
    names = page.locator(".sayings h3 .link").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(counts) - 1  # those without a name stand under one head
    expect(page.locator("[data-keep=order]")).to_be_focused()
    page.locator("[data-keep=by]").select_option("table")
    expect(page.locator("[data-keep=order]")).to_have_count(0)


def test_the_timeline_says_what_has_no_date(page: Page) -> None:
    show(page, "timeline")
    dated, undated = page.evaluate("[moments().filter(isDated).length, moments().filter((m) => !isDated(m)).length]")
    expect(page.locator(".counted")).to_contain_text(str(dated))
    expect(page.locator("#tables > h3")).to_have_text(f"Without a date ({undated})")
    page.locator("[data-keep=step-closer]").click()
    assert "span=" in page.url
    expect(page.locator("[data-keep=step-closer]")).to_be_focused()


def test_the_table_is_saved_as_csv_that_no_spreadsheet_runs(page: Page) -> None:
    show(page, "list")
    page.locator("#save").click()
    with page.expect_download() as waiting:
        page.locator("[data-form=csv]").click()
    text = waiting.value.path().read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + page.evaluate("dossier.profiles.length")
    assert waiting.value.suggested_filename == "who-is-who.csv"
    for cell, safe in {"=1+1": "'=1+1", "@a": "'@a", 'a "b", c': '"a ""b"", c"', "x": "x"}.items():
        assert page.evaluate("(cell) => csvCell(cell)", cell) == safe


def test_the_name_that_is_chosen_in_the_grid_does_not_lie_on_its_number(page: Page) -> None:
    show(page, "grid")
    page.locator(".chart .handle").first.click()
    name, number = (box for text in page.locator(".handle.chosen text").all() if (box := text.bounding_box()))
    assert name["x"] + name["width"] <= number["x"]
