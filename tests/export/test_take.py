"""What one takes away from network.html, in a real Chromium: citations, pictures, files, paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.built import Built
from kg.export import html
from tests.export.conftest import Watched

pytestmark = pytest.mark.browser

CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def page(watched: Watched, built: Path) -> Page:
    """The map of the seeds."""
    return watched.open(built / "network.html")


@pytest.fixture
def bad_page(watched: Watched, hostile: Built, tmp_path: Path) -> Page:
    """The map of the hostile build."""
    file = tmp_path / "network.html"
    file.write_bytes(html.export(hostile)["network.html"])
    return watched.open(file)


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
