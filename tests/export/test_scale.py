"""A network that is too large to be drawn at once: the core first, the rest when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bench.landscapes import make_landscape
from kg.built import Built
from kg.export import html
from kg.graph.network import build_network
from kg.settings import Settings
from tests.export.conftest import Watched

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of 2,400 nodes and 7,200 lines."""
    landscape = make_landscape(2400, 7200)
    network = build_network(landscape, base=Settings().base)
    built = Built(landscape, {}, network, Settings())
    file = tmp_path_factory.mktemp("large") / "network.html"
    file.write_bytes(html.export(built)["network.html"])
    return file


@pytest.fixture
def page(watched: Watched, large: Path) -> Page:
    return watched.open(large)


def undrawn(page: Page) -> str:
    """A thing that is not drawn and has more than two neighbours."""
    return str(
        page.evaluate("allNodes.find((n) => !nodes.get(n.id) && new Set(n.lines.map((e) => e.order)).size > 2).id")
    )


def test_the_core_is_drawn_and_counted(page: Page) -> None:
    drawn = page.evaluate("shown.things.length")
    assert 500 < drawn <= 1500
    assert page.evaluate("shown.lines.length") < 4600
    expect(page.locator("#count")).to_contain_text("of 2,400 things drawn")
    assert page.evaluate("shown.things.every((n) => shown.lines.some((e) => e.from === n.id || e.to === n.id))")


def test_what_is_not_drawn_is_found_and_comes_in_beside_its_neighbours(page: Page) -> None:
    iri = undrawn(page)
    page.fill("#find", page.evaluate("(iri) => nameOf(iri)", iri))
    found = page.locator("#found [role=option]").all()
    assert found
    page.evaluate("(iri) => choose(iri)", iri)
    assert page.evaluate("(iri) => Boolean(nodes.get(iri))", iri)
    before = page.evaluate("shown.things.length")
    page.locator(".acts button", has_text="more neighbour").click()
    assert page.evaluate("shown.things.length") >= before
    assert page.evaluate(
        "(iri) => left().lines.filter((e) => e.from === iri || e.to === iri).every((e) => edges.get(e.id))", iri
    )
    assert "open=" in page.url
    close = page.evaluate(
        """(iri) => {
            const places = Object.values(network.getPositions([...guests]));
            return places.flatMap((a, i) => places.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < 30)).length;
        }""",
        iri,
    )
    assert close == 0, "two newcomers stand on each other"
    page.locator(".acts button", has_text="Draw only the weightiest").click()
    assert page.evaluate("shown.things.length") <= before


def test_a_filter_brings_in_what_it_leaves(page: Page) -> None:
    for label in page.locator("#relations label").all():
        if "Pays" not in label.inner_text() and label.locator("input").is_checked():
            label.click()
    pledges = page.evaluate("dossier.money.length")
    assert page.evaluate("shown.things.filter((n) => n.kind === 'pledge').length") == pledges
    assert page.evaluate("shown.lines.every((e) => e.relation === 'pays')")
