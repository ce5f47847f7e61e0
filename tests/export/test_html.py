"""network.html and report.html as files: nothing to load, the same bytes, hostile words as words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.built import Built
from kg.export import html, report
from tests.export import hostile as bad

LARGEST = 1_200_000  # bytes of the seeds' page


@pytest.mark.parametrize("name", ["network.html", "report.html"])
def test_nothing_is_loaded(built: Path, name: str) -> None:
    page = (built / name).read_text(encoding="utf-8")
    loaded = re.findall(r"""<(?:script|link|img|iframe|object|embed)\b[^>]*?\b(?:src|href)=["']?([^"'\s>]*)""", page)
    assert [address for address in loaded if not address.startswith("data:")] == []
    assert "default-src 'none'" in page
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "http" not in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert not re.search(r"\son\w+=", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL))


def test_the_page_allows_only_its_own_scripts(built: Path) -> None:
    page = (built / "network.html").read_text(encoding="utf-8")
    assert "unsafe-inline" not in page.split("<style>")[0]
    assert len((built / "network.html").read_bytes()) <= LARGEST


def test_the_same_bytes_twice(hostile: Built) -> None:
    assert html.export(hostile) == html.export(hostile)
    assert report.export(hostile) == report.export(hostile)


def test_hostile_words_leave_no_script_behind(hostile: Built, built: Path) -> None:
    page = html.export(hostile)["network.html"].decode()
    harmless = (built / "network.html").read_text(encoding="utf-8")
    assert page.count("<script") == harmless.count("<script")
    assert page.count("</script") == harmless.count("</script")
    printed = report.export(hostile)["report.html"].decode()
    assert "<script" not in printed
    assert "<img" not in printed
    assert "javascript:" not in re.findall(r'href="([^"]*)"', printed)


def test_a_passage_is_cut_where_its_words_stand(hostile: Built) -> None:
    """Offsets count UTF-16 units, as the page's script does."""
    page = html.export(hostile)["network.html"].decode()
    found = re.search(r'id="facts">(.*?)</script>', page, re.DOTALL)
    assert found
    told = json.loads(found[1])
    passages = told["facts"]["fields"].index("passages")
    text = hostile.landscape.readings[0].document.text
    for row in told["facts"]["rows"]:
        for _, number, start, end, at in row[passages]:
            words = told["texts"][number].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
            assert words in text
            assert bad.EMOJI in words
            assert text[at:].startswith(words), "characters of the document are counted otherwise"


def test_the_library_is_the_one_of_the_registry_in_the_pinned_version() -> None:
    """`make vendor` writes it; the licences stand beside it."""
    root = Path(__file__).parent.parent.parent
    pinned = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]["vis-network"]
    vendored = html.PAGE.joinpath(html.LIBRARY).read_text(encoding="utf-8")
    assert f"@version {pinned}" in vendored
    assert "Permission is hereby granted" in html.PAGE.joinpath("vendor/LICENSE-MIT").read_text(encoding="utf-8")
    registry = root / "node_modules" / "vis-network" / "dist" / "vis-network.min.js"
    if registry.is_file():
        lines = registry.read_text(encoding="utf-8").splitlines()
        assert vendored.splitlines() == [line for line in lines if not line.startswith("//# sourceMappingURL=")]
