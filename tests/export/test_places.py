"""Evidence from a file that has pages says on which one it stands, wherever evidence is shown; other files say nothing new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kg
from kg.graph.check import check
from kg.model import Document, Mark
from kg.query import why
from tests.read import pdfs

FIRST = "Lena Ortiz, chief executive of Brightfields Energy, said: “We will pay for the new pool.”"
FILLER = (
    "The work was put off for years, and it is not yet clear who will do it in the end, the council was told on Monday."
)
LAST = "Colin Prewett, leader of Bessel Council, said: “Nobody has asked the swimmers what they think of it.”"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("places")
    parts = [
        ("h", "Energy firm to pay for the new pool at Bessel"),
        ("p", FIRST),
        *[("p", FILLER)] * 3,
        ("/", ""),
        ("p", LAST),
    ]
    (folder / "pool.pdf").write_bytes(pdfs.printed(parts))
    (folder / "plain.txt").write_text(
        f"Energy firm to pay for pool\n\n{FIRST}\n\n{FILLER}\n\n{FILLER} {FILLER}\n", "utf-8"
    )
    kg.build([folder], folder / "out", kg.Settings(cache=None))
    return folder / "out"


def test_annotations_say_the_page(build: Path) -> None:
    found = json.loads((build / "annotations" / "pool.json").read_text("utf-8"))
    places = {quote["text"].strip("“”"): quote["locator"] for quote in found["quotes"]}
    assert places["We will pay for the new pool."] == "page 1"
    assert places["Nobody has asked the swimmers what they think of it."] == "page 2"
    assert {person["name"]: person["locator"] for person in found["people"]} == {
        "Lena Ortiz": "page 1",
        "Colin Prewett": "page 2",
    }


def test_a_text_file_says_no_place(build: Path) -> None:
    assert "locator" not in (build / "annotations" / "plain.json").read_text("utf-8")


def test_the_graph_says_the_page_and_holds_to_its_shapes(build: Path) -> None:
    assert 'k:locator "page 2"' in (build / "graph.ttl").read_text("utf-8")
    assert check(build) == []


def test_the_answer_to_why_says_the_page(build: Path) -> None:
    assert "pool, page 2" in why(build, "Colin Prewett")


def test_the_report_and_the_page_say_the_page(build: Path) -> None:
    assert "page 2 (also appeared in " in (build / "report.html").read_text("utf-8")
    assert '"page 2"' in (build / "network.html").read_text("utf-8")


def test_a_place_runs_on_until_the_next() -> None:
    document = Document("a", "a.pdf", "abcdef", "", (), (Mark(1, "page 1"), Mark(4, "page 2")))
    assert [document.place(n) for n in range(6)] == [None, "page 1", "page 1", "page 1", "page 2", "page 2"]
