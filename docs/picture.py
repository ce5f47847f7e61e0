"""docs/map.png: the page of output/ in a real Chromium, with a panel open. `make picture` renews it.

The picture shows whoever is best connected with what joins them, so that it needs no name.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
SIZE = {"width": 1400, "height": 860}
CHOICE = """() => {
  const ties = (n) => edgesAt.get(n.id) ?? [];
  const near = (n) => new Set(ties(n).filter((e) => e.relation !== "speaks_of").flatMap((e) => [e.from, e.to])).size;
  const order = (a, b) => near(b) - near(a) || ties(b).length - ties(a).length || (a.id < b.id ? -1 : 1);
  go({ show: shown.things.filter((n) => n.kind === "person").sort(order)[0].id, fact: "" });
}"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Write the picture; 1 where there is no Chromium."""
    browser = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if browser is None:
        sys.stderr.write("No Chromium on this machine: `make browser` installs it\n")
        return 1
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto((ROOT / "output" / "network.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        page.evaluate(CHOICE)
        page.wait_for_timeout(300)
        page.screenshot(path=ROOT / "docs" / "map.png")
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
