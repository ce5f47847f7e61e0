"""What one takes away from network.html, in a real Chromium: citations, pictures, files, paper."""

from __future__ import annotations

import base64
import csv
import io
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from playwright.sync_api import Browser, Locator, Page, expect

from tests.export import hostile as bad

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
HARMLESS = {"svg", "g", "title", "desc", "rect", "circle", "polygon", "path", "text"}
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def open_statement(page: Page) -> None:
    page.evaluate(
        """() => {
            const fact = dossier.facts.find((f) => f.kind === "statement" && f.about.length && f.passages[0].at > 100);
            go({ show: fact.about[0], fact: fact.iri.split("/").pop() });
        }"""
    )


def test_each_piece_of_evidence_is_copied_as_a_citation_by_keyboard(page: Page, built: Path) -> None:
    page.context.grant_permissions(CLIPBOARD)
    open_statement(page)
    passage = page.locator("#panel .sought .passage").first
    assert page.locator("#panel .passage .copy").count() == page.locator("#panel .passage").count()
    passage.locator(".copy").press("Enter")
    expect(page.locator("#said")).to_have_text("Citation copied")
    expect(passage.locator(".copy")).to_be_focused()
    text = page.evaluate("navigator.clipboard.readText()")
    words = passage.locator("mark").inner_text()
    assert text.startswith(f"“{' '.join(words.split())}” — ") or text.startswith(" ".join(words.split()))
    found = re.search(r"(\S+), characters (\d+)–(\d+)\.", text)
    assert found
    file, start, end = found.groups()
    saved = (built / "articles" / Path(file).name).read_bytes().decode("utf-8")
    assert saved[int(start) : int(end)] == words
    assert "https://kg.example/fact/" in text
    assert "file:" not in text


@pytest.mark.parametrize("works", [True, False])
def test_a_page_that_may_not_copy_finds_another_way(page: Page, *, works: bool) -> None:
    open_statement(page)
    page.evaluate(
        """(works) => {
            navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden"));
            const old = document.execCommand.bind(document);
            document.execCommand = (name) => works && old(name);
        }""",
        works,
    )
    button = page.locator("#panel .sought .copy").first
    button.press("Enter")
    if works:
        expect(button).to_have_text("Copied")
        expect(button).to_be_focused()
        return
    box = page.locator("#panel .taken")
    expect(box).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.value").startswith("“")
    expect(page.locator("#said")).to_contain_text("Control C")


def ways(page: Page, form: str) -> Locator:
    """The buttons of the open list that save in a form."""
    return page.locator(f"#savings [data-form={form}]")


def saved(page: Page, form: str, number: int = 0) -> Path:
    """What a button of the list saves, under the name that it suggests."""
    page.locator("#save").click()
    with page.expect_download() as waiting:
        ways(page, form).nth(number).click()
    name = waiting.value.suggested_filename
    assert re.fullmatch(r"[a-z0-9-]{1,70}\.(png|svg|csv)", name)
    target = waiting.value.path().with_name(f"{number}-{name}")
    waiting.value.save_as(target)
    return target


def drawing(file: Path) -> etree._Element:
    """The root of a saved drawing, which holds plain shapes and nothing that acts or loads."""
    root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        assert isinstance(element.tag, str), "neither comments nor instructions"
        assert element.tag.removeprefix(SVG) in HARMLESS
        for name, value in ((str(key), str(text)) for key, text in element.attrib.items()):
            assert not name.startswith(("on", "{", "style", "href", "class", "id", "data-")), name
            assert "url(" not in value
            assert "javascript:" not in value
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    return root


def words_in(root: etree._Element) -> str:
    return " ".join(text for element in root.iter(f"{SVG}text") if (text := element.text))


def test_the_map_is_saved_as_a_drawing_of_what_is_seen(page: Page) -> None:
    root = drawing(saved(page, "svg"))
    titles = [title.text for title in root.iter(f"{SVG}title")]
    for name in page.evaluate("shown.things.map((n) => n.name)"):
        assert any(text and text.startswith(name) for text in titles), name
    for kind in page.evaluate("[...new Set(shown.things.map((n) => kindOf.get(n.kind).legend))]"):
        assert kind in words_in(root)
    assert f"{page.evaluate('dossier.sources.length')} articles" in words_in(root)
    page.locator("#kinds label", has_text="Organisations").click()
    body = page.evaluate("nameOf(allNodes.find((n) => n.kind === 'organisation').id)")
    root = drawing(saved(page, "svg"))
    assert body not in words_in(root)
    assert "Left out: organisations." in words_in(root)


def test_what_lies_outside_the_frame_or_under_the_panel_is_not_in_the_picture(page: Page) -> None:
    whole = drawing(saved(page, "svg"))
    page.evaluate("choose(shown.things[0].id)")
    page.evaluate("network.moveTo({ scale: 2, position: network.getPosition(shown.things[0].id) })")
    file = saved(page, "svg")
    detail = drawing(file)
    assert page.evaluate("drawable(shown.things[0].name)") in words_in(detail)
    assert "A detail: " in words_in(detail)
    assert len(list(detail.iter(f"{SVG}polygon"))) < len(list(whole.iter(f"{SVG}polygon")))
    assert len(file.stem) > len("0-stakeholder-map")


def test_lines_are_drawn_where_the_canvas_draws_them(page: Page) -> None:
    """Arrowheads and bends are our own geometry: vis does not tell it."""
    page.evaluate("go({ relations: [] })")  # with bent and dotted lines
    page.wait_for_function("placed")
    far = page.evaluate(
        """() => shown.lines.flatMap((e) => {
            const places = network.getPositions([e.from, e.to]);
            const edge = network.body.edges[e.id];
            const via = edge.edgeType.getViaNode?.() ?? undefined;
            const look = { width: 1.5, toArrowScale: 0.45, toArrowType: "arrow" };
            const head = edge.edgeType.getArrowData(ruler, "to", via, false, false, look);
            const pull = pullOf(places[e.from], places[e.to], e.bend);
            const { shape, size } = e.ends[1];
            const [tip] = arrowhead(places[e.from], pull, places[e.to], 11.25, (angle) => reach(shape, size, 1.5, angle));
            const off = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
            return [off(tip, head.point), pull ? off(pull, via) : 0];
        })"""
    )
    assert len(far) > 40
    assert max(far) < 1.5


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_saved_as_a_sharp_picture_in_the_colours_of_the_page(page: Page, blank: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.wait_for_function("(dark) => isDark() === dark", arg=scheme == "dark")
    picture = saved(page, "png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", picture[16:24])
    root = drawing(saved(page, "svg"))
    assert [wide, high] == [3 * int(root.get("width", "0")), 3 * int(root.get("height", "0"))]
    seen = blank.evaluate(
        """async (source) => {
            const image = new Image();
            image.src = source;
            await image.decode();
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.width, image.height];
            const pen = canvas.getContext("2d");
            pen.drawImage(image, 0, 0);
            const { data } = pen.getImageData(0, 0, image.width, image.height);
            const counts = {};
            for (let i = 0; i < data.length; i += 4) {
                const parts = [0, 1, 2].map((j) => data[i + j].toString(16).padStart(2, "0"));
                const colour = "#" + parts.join("") + (data[i + 3] < 255 ? "?" : "");
                counts[colour] = (counts[colour] ?? 0) + 1;
            }
            return counts;
        }""",
        f"data:image/png;base64,{base64.b64encode(picture).decode()}",
    )
    assert not [colour for colour in seen if colour.endswith("?")], "the ground is whole"
    assert max(seen, key=lambda colour: seen[colour]) == page.evaluate("tints().ground")
    for colour in page.evaluate("dossier.kinds.map((kind) => inkOf(kind))"):
        assert seen.get(colour, 0) > 500, colour


@pytest.mark.parametrize(("view", "least"), [("ledger", 2), ("grid", 1), ("timeline", 1)])
def test_charts_are_saved_as_they_stand(page: Page, view: str, least: int) -> None:
    page.locator(f".views [data-view={view}]").click()
    page.locator("#save").click()
    count = ways(page, "svg").count()
    assert count == ways(page, "png").count() >= least
    page.keyboard.press("Escape")
    for number in range(count):
        root = drawing(saved(page, "svg", number))
        title = page.locator("#tables figure h3").nth(number).inner_text()
        assert title in words_in(root)
        for text in page.locator("#tables figure").nth(number).locator("svg text").all_text_contents():
            assert text in words_in(root)
        assert saved(page, "png", number).read_bytes().startswith(b"\x89PNG")


def test_the_list_of_what_can_be_saved_is_used_by_keyboard(page: Page) -> None:
    page.locator("#save").press("Enter")
    expect(page.locator("#save")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(ways(page, "png")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#savings")).to_be_hidden()
    expect(page.locator("#save")).to_be_focused()
    page.keyboard.press("Enter")
    with page.expect_download():
        ways(page, "svg").press("Enter")
    expect(page.locator("#said")).to_have_text("Saved as stakeholder-map.svg")
    expect(page.locator("#save")).to_be_focused()
    page.locator("#save").press("Enter")
    page.locator("#find").focus()
    expect(page.locator("#savings")).to_be_hidden()


@pytest.mark.parametrize("view", ["map", "ledger", "grid", "said", "timeline", "list"])
def test_hostile_words_are_saved_as_words(bad_page: Page, view: str) -> None:
    bad_page.evaluate("(view) => go({ view, loose: true, relations: [] })", view)
    bad_page.locator("#save").click()
    counts = {form: ways(bad_page, form).count() for form in ("svg", "png", "csv")}
    bad_page.keyboard.press("Escape")
    assert counts["csv"] == (view != "map")
    for number in range(counts["svg"]):
        root = drawing(saved(bad_page, "svg", number))
        assert not re.search(r"[\x00-\x1f\ufffe\u202a-\u202e\u2066-\u2069]", words_in(root))
    for number in range(counts["png"]):
        assert saved(bad_page, "png", number).read_bytes().startswith(b"\x89PNG")
    assert "Source: 1 article" in "".join(printed(bad_page)[0])


@pytest.mark.parametrize("view", ["ledger", "grid", "said", "timeline", "list"])
def test_no_spreadsheet_runs_what_hostile_words_ask_for(bad_page: Page, view: str) -> None:
    bad_page.evaluate("(view) => go({ view, by: 'table' })", view)
    rows = list(csv.reader(io.StringIO(saved(bad_page, "csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + bad_page.evaluate("itemsOf(VIEWS[state.view]).length") > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    cells = [cell for row in rows for cell in row]
    for cell in cells:
        assert not re.match(r"\s*[=+@-]|[\t\r\n]", cell), cell
    if view == "list":
        for name in (bad.FORMULA, bad.SCRIPT, bad.EMOJI):
            assert any(cell.removeprefix("'") == name for cell in cells)


def test_every_panel_of_hostile_words_is_saved_and_quoted(bad_page: Page) -> None:
    bad_page.context.grant_permissions(CLIPBOARD)
    bad_page.evaluate("go({ loose: true, relations: [] })")
    for iri in bad_page.evaluate("shown.things.map((n) => n.id)"):
        bad_page.evaluate("(show) => go({ show, fact: '' }, { fly: false })", iri)
        drawing(saved(bad_page, "svg"))
        for button in bad_page.locator("#panel .copy:visible").all()[:3]:
            button.press("Enter")
            expect(button).to_have_text("Copied")
            text = bad_page.evaluate("navigator.clipboard.readText()")
            assert "https://kg.example/fact/" in text
            assert not re.search(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069]|javascript:alert\(9\)", text)


def printed(page: Page) -> tuple[list[str], float]:
    """The text of each sheet of paper, and how bright the first is, from 0 to 1."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))
    texts = [sheet.get_textpage().get_text_bounded().replace("\r\n", "\n") for sheet in document]
    pixels = document[0].render(scale=0.5, grayscale=True).to_numpy()
    return texts, float(pixels.mean()) / 255


def letters(text: str) -> str:
    """The letters and digits alone: paper breaks lines, and words with hyphens."""
    return re.sub(r"\W+", "", text)


def standing(page: Page) -> object:
    """Everything that printing changes for a moment."""
    return page.evaluate(
        """() => [network.getViewPosition(), network.getScale(), state, onPaper, most, document.querySelectorAll("#paper *").length,
            [...document.querySelectorAll("details")].map((part) => part.open), document.querySelectorAll("#tables tr").length,
            byId("panel").scrollTop, byId("tables").scrollTop]"""
    )


def test_the_map_is_printed_dark_on_white_with_all_that_the_panel_tells(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    iri = page.evaluate(
        "[...shown.things].sort((a, b) => factsAbout.get(b.id)?.length - factsAbout.get(a.id)?.length)[0].id"
    )
    page.evaluate("(iri) => choose(iri)", iri)
    page.evaluate("byId('panel').scrollTop = 300")
    before = standing(page)
    texts, brightness = printed(page)
    assert brightness > 0.8
    assert f"Stakeholder map: {page.evaluate('nameOf(state.show)')}" in texts[0]
    assert "Source: " in texts[0]
    text = letters("".join(texts[1:]))
    for quoted in page.locator("#panel blockquote").all():
        assert letters(quoted.text_content() or "?") in text
    for button in ("Copy citation", "Whole map", "Path to", "Save"):
        assert letters(button) not in text
    assert standing(page) == before


def test_tables_are_printed_whole_with_their_heads_on_every_page(page: Page) -> None:
    page.locator(".views [data-view=list]").click()
    page.evaluate("most = 5; renderView(null)")
    before = standing(page)
    texts, _ = printed(page)
    assert len(texts) > 1
    for text in texts:
        assert "Mentioned" in text
    text = letters("".join(texts))
    for name in page.evaluate("dossier.profiles.map((p) => p.name)"):
        assert letters(name) in text
    assert "Showmore" not in text
    assert standing(page) == before


@pytest.mark.parametrize("view", ["ledger", "grid", "said", "timeline"])
def test_every_view_is_printed_without_what_only_a_screen_has(page: Page, view: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.evaluate("(view) => go({ view, belief: 0.6 })", view)
    before = standing(page)
    texts, brightness = printed(page)
    assert brightness > 0.8
    text = "".join(texts)
    assert page.evaluate("VIEWS[state.view].title") in text
    assert "Left out: belief below 0.60." in text
    for control in ("Earlier", "Save", "Whole map", "Only rows"):
        assert control not in text
    for title in page.locator("#tables figure svg text").all_text_contents():
        assert title.endswith("…") or letters(title) in letters(text)  # a chart is as wide as its paper
    assert standing(page) == before


def test_links_are_printed_with_their_addresses(page: Page) -> None:
    page.evaluate("dossier.sources.forEach((source) => { source.url = 'https://post.example/article' })")
    open_statement(page)
    assert letters("<https://post.example/article>") in letters("".join(printed(page)[0]))
