"""network.html in a real Chromium: what a person does with the mouse and the keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.built import Built
from kg.export import html
from tests.export import hostile as bad
from tests.export.conftest import Watched

pytestmark = pytest.mark.browser


def at(page: Page, thing: str) -> tuple[float, float]:
    """Where a node, or the middle of a line ("from to"), stands on the screen."""
    where = page.evaluate(
        """(thing) => {
            const [one, other] = thing.split(" ");
            const places = network.getPositions(other ? [one, other] : [one]);
            const [a, b] = [places[one], places[other ?? one]];
            const p = network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
            const box = document.getElementById("map").getBoundingClientRect();
            return [p.x + box.left, p.y + box.top];
        }""",
        thing,
    )
    return where[0], where[1]


def some_node(page: Page, kind: str) -> str:
    """The best connected visible node of a kind."""
    return str(
        page.evaluate(
            """(kind) => shown.things.filter((n) => n.kind === kind)
                .sort((a, b) => edgesAt.get(b.id).length - edgesAt.get(a.id).length || (a.id < b.id ? -1 : 1))[0].id""",
            kind,
        )
    )


def name_of(page: Page, iri: str) -> str:
    return str(page.evaluate("(iri) => nameOf(iri)", iri))


def test_the_map_shows_things_and_lines_with_labels_that_do_not_overprint(page: Page) -> None:
    colours = page.evaluate(
        """() => {
            const canvas = document.querySelector("#map canvas");
            const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            const seen = new Set();
            for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
            return [0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9].filter((colour) => seen.has(colour)).length;
        }"""
    )
    assert colours == 5, "a kind of thing is not to be seen"
    overlaps = page.evaluate(
        """() => placed.flatMap((a, i) => placed.slice(i + 1).filter((b) =>
            a.box.left < b.box.right && b.box.left < a.box.right && a.box.top < b.box.bottom && b.box.top < a.box.bottom)).length"""
    )
    assert overlaps == 0
    assert page.evaluate("placed.length >= 0.8 * shown.things.length"), "most things have their name on the first view"


def test_a_click_on_a_thing_tells_what_is_known_and_who_says_so(page: Page) -> None:
    iri = some_node(page, "person")
    page.mouse.click(*at(page, iri))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(name_of(page, iri))
    expect(panel.locator("mark").first).to_be_visible()
    expect(panel.locator("cite").first).to_be_visible()
    expect(panel.locator(".belief").first).to_contain_text("belief")
    for marked in panel.locator("blockquote").all()[:5]:
        assert marked.locator("mark").inner_text().strip() in marked.inner_text()


def test_a_click_on_a_line_tells_every_relation_of_its_two_ends(page: Page) -> None:
    pair = page.evaluate(
        """() => {
            const by = new Map();
            for (const e of shown.lines) gather(by, [e.from, e.to].sort().join(" "), e);
            const isFree = (pair) => {  // the middle of the pair lies on one of its lines, and under no node
                const [one, other] = pair.split(" ").map((id) => network.getPosition(id));
                const p = network.canvasToDOM({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
                return network.getNodeAt(p) === undefined && network.getEdgeAt(p) !== undefined;
            };
            return [...by].find(([pair, some]) => some.length > 1 && isFree(pair))[0];
        }"""
    )
    bends = page.evaluate(
        "(pair) => shown.lines.filter((e) => pair.includes(e.from) && pair.includes(e.to)).map((e) => e.bend)",
        pair,
    )
    assert len(bends) == len(set(bends)) or len(bends) > 2, "parallel relations lie on each other"
    page.mouse.click(*at(page, pair))
    expect(page.locator("#panel h3.relation")).to_have_count(len(bends))
    expect(page.locator("#panel .fact mark").first).to_be_visible()


def test_a_name_is_found_by_keyboard_alone(page: Page) -> None:
    name = name_of(page, some_node(page, "person"))
    page.keyboard.press("/")
    page.keyboard.type(name[:4].lower())
    options = page.locator("#found [role=option]")
    expect(options.first).to_be_visible()
    titles = [option.locator("bdi").inner_text() for option in options.all()]
    for _ in range(titles.index(name)):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(name)
    expect(page.locator("#panel h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_words_that_were_said_are_found(page: Page) -> None:
    line = page.evaluate("dossier.facts.find((f) => f.kind === 'statement' && f.line.length > 60).line")
    page.fill("#find", line[20:50])
    page.keyboard.press("Enter")
    expect(page.locator("#panel .fact.sought .line")).to_contain_text(line[20:50])
    page.fill("#find", "zzzz no such thing")
    expect(page.locator("#found")).to_contain_text("Nothing of that name")


def test_arrow_keys_walk_from_thing_to_thing(page: Page) -> None:
    page.locator("#map").focus()
    page.keyboard.press("Enter")
    first = page.locator("#panel h2").inner_text()
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        if page.locator("#panel h2").inner_text() != first:
            break
    assert page.locator("#panel h2").inner_text() != first
    expect(page.locator("#map")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")


def test_the_address_holds_the_view_and_back_undoes_it(page: Page) -> None:
    person, body = some_node(page, "person"), some_node(page, "organisation")
    page.mouse.click(*at(page, person))
    page.locator("#panel .neighbours .link").first.click()
    second = page.locator("#panel h2").inner_text()
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text(name_of(page, person))
    page.go_forward()
    expect(page.locator("#panel h2")).to_have_text(second)
    page.go_back()
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    page.goto(re.sub(r"#.*", "", page.url) + f"#show={body.removeprefix('https://kg.example/')}&steps=1&kinds=event")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#panel h2")).to_have_text(name_of(page, body))
    expect(page.locator(".around [aria-pressed=true]")).to_have_text("Its neighbours")
    expect(page.locator("#kinds input").nth(4)).not_to_be_checked()


def test_an_address_that_asks_for_nonsense_shows_the_map(watched: Watched, built: Path) -> None:
    page = watched.open(
        built / "network.html", "#show=%E0%A4%A&view=constructor&steps=x&belief=-7&kinds=,,<b>&articles=99"
    )
    expect(page.locator("#panel")).to_be_hidden()
    assert page.evaluate("shown.things.length") > 10


def test_the_legend_filters(page: Page) -> None:
    before = page.evaluate("shown.things.length")
    page.locator("#kinds label", has_text="Organisations").click()
    assert page.evaluate("shown.things.some((n) => n.kind === 'organisation')") is False
    assert page.evaluate("shown.lines.some((e) => nodeOf.get(e.to).kind === 'organisation')") is False
    page.locator("#relations label", has_text="Speaks of").click()
    assert page.evaluate("shown.lines.some((e) => e.relation === 'speaks_of')") is True
    page.locator("#loose").check()
    page.locator("#reset").click()
    assert page.evaluate("shown.things.length") == before
    page.locator("#belief").fill("1")
    assert page.evaluate("shown.lines.length") == 0
    expect(page.locator("#empty")).to_be_visible()


def test_articles_can_be_left_out_by_date(page: Page) -> None:
    dated = page.evaluate("dossier.sources.findIndex((s) => /^....-..-..$/.test(s.published))")
    day = page.evaluate("(number) => dossier.sources[number].published", dated)
    page.evaluate("(day) => go({ from: day, to: day, undated: false })", day)
    heard = page.evaluate("dossier.sources.map((s, i) => i).filter(isHeard).map((i) => dossier.sources[i].published)")
    assert heard
    assert set(heard) == {day}
    assert page.evaluate("shown.lines.every((e) => sourcesOf(e).some(isHeard))")
    assert "from=" in page.url


def test_the_neighbourhood_alone(page: Page) -> None:
    iri = some_node(page, "person")
    page.mouse.click(*at(page, iri))
    counts = []
    for name in ("Its neighbours", "Two steps", "Whole map"):
        page.locator(".around button", has_text=name).click()
        counts.append(page.evaluate("shown.things.length"))
    assert counts == sorted(counts)
    assert counts[0] < counts[2]
    own = page.evaluate("(iri) => within(1, [iri], shown.lines).size", iri)
    assert counts[0] == own


def test_the_ledger_adds_each_promise_once(page: Page) -> None:
    page.locator("[data-view=ledger]").click()
    promised = page.evaluate(
        "dossier.money.filter((m) => m.counts && m.status !== 'manifesto' && !m.is_per_year).reduce((all, m) => all + m.stated, 0)"
    )
    expect(page.locator(".totals li", has_text="promised")).to_contain_text(
        page.evaluate("(n) => sum(n, 'GBP')", promised)
    )
    never = ["requested", "estimated_need", "spent", "existing", "denied"]
    assert not page.evaluate("(never) => dossier.money.some((m) => m.counts && never.includes(m.status))", never)
    page.locator("#tables td .link").first.click()
    expect(page.locator("#panel dl.money")).to_be_visible()
    table, panel = page.locator("#tables").bounding_box(), page.locator("#panel").bounding_box()
    assert table
    assert panel
    assert table["x"] + table["width"] <= panel["x"] + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("wide", "high"), [(360, 740), (820, 1180), (2560, 1440)])
def test_every_size_and_scheme_fits(browser: Browser, built: Path, wide: int, high: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": wide, "height": high},
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=wide < 900,
    )
    watched = Watched(context.new_page())
    page = watched.open(built / "network.html")
    for view in ("ledger", "said", "list", "map"):
        page.locator(f"[data-view={view}]").click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    iri = some_node(page, "organisation")
    page.touchscreen.tap(*at(page, iri)) if wide < 900 else page.mouse.click(*at(page, iri))
    expect(page.locator("#panel h2")).to_have_text(name_of(page, iri))
    x, y = at(page, iri)
    page.evaluate("flyTo(chosen(), { animate: false })")
    x, y = at(page, iri)
    box = page.locator("#panel").bounding_box()
    assert box
    assert not (box["x"] <= x <= box["x"] + box["width"] and box["y"] <= y <= box["y"] + box["height"]), (
        "the panel hides what it tells of"
    )
    assert watched.complaints == []
    context.close()


def test_hostile_words_are_shown_as_words(watched: Watched, hostile: Built, tmp_path: Path) -> None:
    file = tmp_path / "network.html"
    file.write_bytes(html.export(hostile)["network.html"])
    page = watched.open(file)
    scripts, images = page.locator("script").count(), page.locator("img, svg[onload]").count()
    page.locator("#loose").check()
    for iri in page.evaluate("allNodes.map((n) => n.id)"):
        page.evaluate("(show) => go({ show, fact: '', view: 'map' })", iri)
        expect(page.locator("#panel h2")).to_contain_text(name_of(page, iri)[:40])
        assert page.evaluate(
            "document.querySelector('#panel').scrollWidth <= document.querySelector('#panel').clientWidth"
        ), iri
    for pair in page.evaluate("allEdges.map((e) => `${e.from} ${e.to}`)"):
        page.evaluate("(show) => go({ show, fact: '' })", pair)
        expect(page.locator("#panel .fact").first).to_be_visible()
    for view in ("ledger", "said", "list"):
        page.locator(f"[data-view={view}]").click()
    expect(page.locator("#tables")).to_contain_text(bad.SCRIPT)
    expect(page.locator("#tables")).to_contain_text(bad.IMAGE)
    for words in ("</script>", "<img", "\u202e", "👩🏽‍⚕️", "Llanfair", "{{ 7*7 }}"):
        page.fill("#find", words)
        expect(page.locator("#found")).to_be_visible()
    assert page.locator("#panel a, #tables a").count() == 0, "an address that is no web address became a link"
    assert page.locator("script").count() == scripts
    assert page.locator("img, svg[onload]").count() == images
    assert page.title() == "Stakeholder map"


def test_an_empty_build_says_so(watched: Watched, hostile: Built, tmp_path: Path) -> None:
    from dataclasses import replace

    from kg.graph.network import build_network
    from kg.resolve import resolve

    nothing = resolve([])
    empty = replace(hostile, landscape=nothing, network=build_network(nothing, base=hostile.settings.base))
    file = tmp_path / "network.html"
    file.write_bytes(html.export(empty)["network.html"])
    page = watched.open(file)
    expect(page.locator("#empty")).to_be_visible()
    page.locator("[data-view=ledger]").click()
    expect(page.locator("#tables")).to_contain_text("Nothing of this kind")


def test_the_report_opens_without_a_complaint(watched: Watched, built: Path) -> None:
    watched.page.goto((built / "report.html").as_uri())
    expect(watched.page.locator("h1")).to_be_visible()
    for link in watched.page.locator("nav a").all():
        assert watched.page.locator(link.get_attribute("href") or "?").count() == 1
