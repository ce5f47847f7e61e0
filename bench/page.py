"""How soon network.html is visible and how smoothly it pans, beside plain pyvis, in the same headless Chromium and the same run.

Visible: milliseconds from navigation to the second frame after the network is drawn. Frames a second: while the mouse drags the
map about. pyvis stands beside it twice: as it comes (physics in the browser, waited for up to PATIENCE), and tuned as well as it can
be (positions given, physics off, straight lines). Its requests to other hosts are refused, as on a machine without a network.
Goals, on two cores without a GPU: the seeds 0.6 s; 1,000 nodes 1.0 s and 20 frames a second; 20,000 nodes 3 s, built in 10 s.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from pyvis.network import Network

import kg
from bench.gold import SETS
from bench.landscapes import make_landscape
from kg.built import Built
from kg.export import html
from kg.graph.layout import place_nodes
from kg.graph.network import build_network
from kg.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = ((1_000, 3_000), (20_000, 60_000))  # nodes, lines
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ROUNDS = 3
PATIENCE = 60.0  # seconds that a page gets to draw
PANNING = 2.0  # seconds
MOST_PLAIN = 5_000  # nodes; beyond, plain pyvis takes minutes to write and does not draw
OURS_DRAWN = "document.documentElement?.dataset.ready === 'yes'"
PLAIN_DRAWN = "window.isDrawn === true"
WATCH = "<script>network.once('{event}', () => {{ window.isDrawn = true; }}); {more}</script></body>"


@dataclass(frozen=True, slots=True)
class Row:
    """One page: seconds to build, bytes, milliseconds until visible (None: not within PATIENCE), frames a second (None: not drawn)."""

    what: str
    build: float
    size: int
    visible: float | None
    frames: float | None

    def __str__(self) -> str:
        """One line of the table."""
        visible = "not drawn" if self.visible is None else f"{self.visible:,.0f} ms"
        frames = "–" if self.frames is None else f"{self.frames:.0f}"
        return f"  {self.what:34} {self.build:7.2f} s {self.size / 1e6:7.2f} MB {visible:>12} {frames:>5}"


def measure(sizes: tuple[tuple[int, int], ...] = SIZES) -> str:
    """The table, or a line that says what is missing."""
    browser_path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser_path is None:
        return "bench: no Chromium on this machine, so nothing was measured; `make browser` installs it (Debian)"
    lines = [f"medians of {ROUNDS}; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"]
    with tempfile.TemporaryDirectory() as folder, _browser(browser_path) as browser:
        lines.append("the seeds: build, size, visible, frames a second while panning")
        lines.append(str(_row(browser, Path(folder), "ours, from the articles", _seeds, OURS_DRAWN)))
        for node_count, line_count in sizes:
            lines.append(
                f"{node_count:,} nodes, {line_count:,} lines: build, size, visible, frames a second while panning"
            )
            lines += [str(row) for row in _rows(browser, Path(folder), node_count, line_count)]
    return "\n".join(lines)


def _seeds() -> str:
    """The page of the seeds, read anew."""
    with tempfile.TemporaryDirectory() as folder:
        kg.build([SETS["seeds"]], folder)
        return (Path(folder) / "network.html").read_text(encoding="utf-8")


@contextmanager
def _browser(path: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def _rows(browser: Browser, folder: Path, node_count: int, line_count: int) -> Iterator[Row]:
    landscape = make_landscape(node_count, line_count)
    network = build_network(landscape, base=Settings().base)
    built = Built(landscape, {}, network, Settings())

    def ours() -> str:
        place_nodes(network)
        return html.export(built)["network.html"].decode()

    yield _row(browser, folder, "ours, layout and page", ours, OURS_DRAWN)
    if node_count <= MOST_PLAIN:
        yield _row(browser, folder, "pyvis, positions given, tuned", lambda: _plain(built, tuned=True), PLAIN_DRAWN)
        yield _row(browser, folder, "pyvis as it comes", lambda: _plain(built, tuned=False), PLAIN_DRAWN)


def _plain(built: Built, *, tuned: bool) -> str:
    """The page that pyvis itself writes."""
    network = Network(directed=True, cdn_resources="in_line")
    for iri, about in built.network.nodes(data=True):
        place = {"x": about["x"], "y": about["y"]} if tuned else {}
        network.add_node(iri, label=about["label"], size=8, **place)
    for source, target, about in built.network.edges(data=True):
        network.add_edge(source, target, title=about["label"])
    if tuned:
        network.options = {"physics": {"enabled": False}, "edges": {"smooth": False}}
        network.conf = False
    event = "afterDrawing" if tuned else "stabilizationIterationsDone"
    more = "network.redraw();" if tuned else ""
    # pyvis keeps `network` inside a function: told outside, where the watcher finds it
    page: str = network.generate_html().replace(
        "network = new vis.Network", "network = window.network = new vis.Network"
    )
    return page.replace("</body>", WATCH.format(event=event, more=more))


def _row(browser: Browser, folder: Path, what: str, make: Callable[[], str], drawn: str) -> Row:
    began = time.perf_counter()
    page = make()
    build = time.perf_counter() - began
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    seen = [_seen(browser, file, drawn)]
    if seen[0][0] is not None:
        seen += [_seen(browser, file, drawn) for _ in range(ROUNDS - 1)]
    visible = [ms for ms, _ in seen if ms is not None]
    frames = [f for _, f in seen if f is not None]
    return Row(
        what,
        build,
        len(page.encode()),
        median(visible) if visible else None,
        median(frames) if frames else None,
    )


def _seen(browser: Browser, file: Path, drawn: str) -> tuple[float | None, float | None]:
    """Milliseconds until visible, and frames a second while panning."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    try:
        page = context.new_page()
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        page.add_init_script(
            f"""(function watch() {{
                if ({drawn}) requestAnimationFrame(() => requestAnimationFrame(() => {{ window.seenAt = performance.now(); }}));
                else setTimeout(watch, 5);
            }})();"""
        )
        page.goto(file.as_uri(), wait_until="commit")
        visible = _wait(page)
        return visible, None if visible is None else _frames(page)
    finally:
        context.close()


def _wait(page: Page) -> float | None:
    """When the page was visible. Asked in turns: the page's policy allows no waiting inside it."""
    from playwright.sync_api import Error

    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            seen = page.evaluate("window.seenAt ?? null")
        except Error:
            seen = None
        if seen is not None:
            return float(seen)
        time.sleep(0.1)
    return None


def _frames(page: Page) -> float:
    """Frames a second while the mouse drags the map."""
    box = page.locator("canvas").first.bounding_box()
    if box is None:
        return 0.0
    x, y = box["x"] + 20, box["y"] + 20
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(
        "() => { window.ticks = []; const tick = (t) => { ticks.push(t); requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"
    )
    began, step = time.perf_counter(), 0
    while time.perf_counter() - began < PANNING:
        step += 1
        page.mouse.move(x + 5 * (step % 100), y + 3 * (step % 100))
    page.mouse.up()
    return float(page.evaluate("1000 * (ticks.length - 1) / (ticks.at(-1) - ticks[0])"))
