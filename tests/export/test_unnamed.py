"""What somebody says whom the article does not name is kept in the article's words for them, and makes nobody of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from rdflib import Graph
from rdflib.namespace import RDF

import kg
from kg import ontology as o
from kg.graph.check import check
from kg.query import why
from tests.export.conftest import Watched

TEXT = """Bessel pool stays shut

Colin Prewett, leader of Bessel Council, said: “Nobody has asked the swimmers what they think of it.”

“Colin Prewett has known it for years,” said one official at the town hall. He added: “The roof was never safe.”

“We will swim in the river,” a resident of Mill Lane said. The spokeswoman of nobody was asked.
"""
ONE, OTHER = "one official at the town hall", "a resident of Mill Lane"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unnamed")
    (folder / "pool.txt").write_text(TEXT, "utf-8")
    kg.build([folder], folder / "out", kg.Settings(cache=None))
    return folder / "out"


def test_the_annotation_lists_their_words_apart(build: Path) -> None:
    found = json.loads((build / "annotations" / "pool.json").read_text("utf-8"))
    assert [quote["speaker"] for quote in found["quotes"]] == ["p1"]
    assert [(quote["speaker"], quote["text"]) for quote in found["unnamed_quotes"]] == [
        (ONE, "Colin Prewett has known it for years,"),
        (ONE, "The roof was never safe."),
        (OTHER, "We will swim in the river,"),
    ]
    assert [person["name"] for person in found["people"]] == ["Colin Prewett"]


def test_the_graph_has_their_words_and_no_node_for_them(build: Path) -> None:
    graph = Graph().parse(build / "graph.ttl")
    said = {str(value) for value in graph.objects(None, o.SPEAKER_TEXT)}
    assert said == {ONE, OTHER}
    statements = set(graph.subjects(RDF.type, o.STATEMENT))
    assert len(statements) == 4
    assert len(set(graph.subjects(o.SPEAKER)) & statements) == 1
    assert check(build) == []
    assert "official" not in (build / "nodes.csv").read_text("utf-8")


def test_why_says_who_spoke_of_somebody(build: Path) -> None:
    assert f"{ONE} said: Colin Prewett has known it for years," in why(build, "Colin Prewett")


def test_the_report_lists_them_last(build: Path) -> None:
    report = (build / "report.html").read_text("utf-8")
    assert (
        "<h3><bdi>Without a name</bdi> <small>3</small></h3>" in report[report.index("Nobody has asked the swimmers") :]
    )
    assert f"<bdi>{OTHER} said: “We will swim in the river,”</bdi>" in report


@pytest.mark.browser
def test_the_page_shows_them_and_their_article(watched: Watched, build: Path) -> None:
    page = watched.open(build / "network.html")
    page.locator(".views [data-view=said]").click()
    last = page.locator("#tables .sayings").last
    expect(last.locator("h3")).to_contain_text("Without a name")
    last.locator("li", has_text="river").locator("button.words").click()
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("A resident of Mill Lane")
    expect(panel.locator("mark")).to_contain_text("We will swim in the river")
    panel.locator("button.close").click()
    expect(panel).to_be_hidden()
    last.locator("li", has_text="has known it").locator("button.words").click()
    expect(panel.locator("h2")).to_have_text("Colin Prewett")
    expect(panel.locator("h3", has_text="What others said of it (1)")).to_be_visible()
    assert watched.complaints == []
