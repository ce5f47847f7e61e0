"""A real Chromium, and a build whose every word is hostile."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from kg.built import Built
from kg.export import html
from tests.export.hostile import hostile_build

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("NOT TESTED: no Chromium on this machine, so nobody looked at the page; `make browser` installs it")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Watched:
    """A page, what it complained about, and what it asked the network for. Both must stay empty."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._refuse)
        page.on("request", lambda request: self.requests.append(request.url))

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"a dialogue opened: {dialog.message}")
        dialog.dismiss()

    def open(self, file: Path, state: str = "") -> Page:
        """The page, drawn."""
        self.page.goto(f"{file.as_uri()}{state}")
        self.page.wait_for_selector("html[data-ready]")
        self.requests = [url for url in self.requests if url.split("#")[0] != file.as_uri()]
        return self.page


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    seen = Watched(context.new_page())
    yield seen
    context.close()
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith(("data:", "file:"))] == []


@pytest.fixture(scope="session")
def hostile() -> Built:
    return hostile_build()


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
