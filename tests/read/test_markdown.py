"""Markdown: read as it is shown, with what its front matter says; without marks it is plain text."""

from __future__ import annotations

import pytest

from kg.errors import ReadError
from kg.model import Article, Document, Piece
from kg.read import read_document

FIRST = "The council will spend £2m on the old pool, its leader, Anna Bell, said at a meeting on Tuesday."
QUOTE = "“Nobody wants another summer without a pool,” said Hal Oakes, the chairman of the swimming club."
LAST = "The county has promised £200,000 for new changing rooms, on condition that the council pays for the roof."
FRONT = """---
title: "Pool to reopen"
source: "https://news.example/pool"
author:
  - "[[Rita Quill]]"
  - "[[Tom Verrall]]"
site: [Tarn Post]
published: 2024-03-12
created: 2024-05-01
---
"""


def read(text: str) -> Document:
    return read_document(Piece("pool.md", text.encode()), name="pool")


def body(document: Document, article: Article) -> list[str]:
    kept = document.text[article.body.start : article.body.end]
    return [line for line in kept.splitlines() if line.strip()]


def test_marks_are_no_words() -> None:
    marked = FIRST.replace("£2m", "**£2m**").replace("Anna Bell", "[Anna\nBell](https://news.example/bell)")
    document = read(f"# Pool to reopen\n\n*By Rita Quill, 12 March 2024*\n\n{marked}\n\n> {QUOTE}\n\n    {LAST}\n")
    (article,) = document.articles
    assert (article.title, article.author, article.published) == ("Pool to reopen", "Rita Quill", "2024-03-12")
    assert body(document, article) == [FIRST, QUOTE, LAST]
    assert (document.place(document.text.index(QUOTE)) or "").startswith("paragraph")


def test_front_matter_says_where_it_stands() -> None:
    document = read(f"{FRONT}\n{FIRST}\n\n{QUOTE}\n\n{LAST}\n")
    (article,) = document.articles
    assert document.text.startswith("Pool to reopen\n")
    assert body(document, article) == [FIRST, QUOTE, LAST]
    known = {field: getattr(article, field) for field in ("title", "published", "publisher", "author", "url")}
    assert known == {
        "title": "Pool to reopen",
        "published": "2024-03-12",
        "publisher": "Tarn Post",
        "author": "Rita Quill, Tom Verrall",
        "url": "https://news.example/pool",
    }
    assert dict(article.origins)["published"] == "front matter published"
    assert dict(article.origins)["url"] == "front matter source"


def test_menus_and_lists_of_links_are_furniture() -> None:
    menu = "[Home](/) | [News](/news) | [Sport](/sport)"
    more = "\n".join(f"- [Mayor to be asked about road {n}](/road/{n})" for n in range(1, 5))
    document = read(f"{menu}\n\n# Pool to reopen\n\n{FIRST}\n\n{QUOTE}\n\n{LAST}\n\n## Most read\n\n{more}\n")
    (article,) = document.articles
    assert body(document, article) == [FIRST, QUOTE, LAST]


def test_a_file_without_marks_is_plain_text() -> None:
    text = f"Pool to reopen\nBy Rita Quill\n12 March 2024\n{FIRST}\n{QUOTE}\n{LAST}\n"
    document = read(text)
    assert document.text == text
    assert body(document, document.articles[0]) == [FIRST, QUOTE, LAST]


@pytest.mark.parametrize("text", ["# Contents\n\n- [Pool](/pool)\n- [Park](/park)\n", "---\ntitle: Pool\n---\n"])
def test_nothing_to_read_is_said(text: str) -> None:
    with pytest.raises(ReadError, match=r"pool\.md: no article found"):
        read(text)


def test_front_matter_that_is_never_closed_does_no_harm() -> None:
    (article,) = read(f"---\ntitle: Pool\n\n{FIRST}\n\n{QUOTE}\n\n{LAST}\n").articles
    assert article.author is None
