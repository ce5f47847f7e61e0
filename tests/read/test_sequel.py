"""An article that its site split over several pages is one document; the next post of a blog is another article."""

from __future__ import annotations

import json
from pathlib import Path

from kg.model import Document
from kg.pipeline import build, look
from kg.read.show import as_json

PARTS = (
    (
        "The council will repair the old pool this year, said Anna Bell, its leader, at a meeting on Tuesday.",
        "It is not yet clear who will pay for it in the end, but the work has been put off for years, and the roof leaks.",
        "A firm from the town has said that it could start in May if it had the money by then, and finish before winter.",
    ),
    (
        "Two clubs that swim there have trained in Ashby since, and say that half of their children have stopped coming.",
        "“Nobody wants another summer without a pool,” said Hal Oakes, the chairman of the larger club, on Tuesday.",
        "The county has promised £200,000 for new changing rooms, on condition that the council pays for the roof itself.",
    ),
    (
        "The last time that the pool was shut for so long was in 1974, when the boiler house burnt down in one night.",
        "Schools will be told next week where their pupils can swim until the work is done, said the head of education.",
        "Tickets will cost no more than before, the leader promised, and pensioners will swim for nothing on Mondays.",
    ),
)
AT = "https://news.example/pool"


def page(number: int, links: str, title: str = "Pool to reopen") -> str:
    text = "".join(f"<p>{line}</p>" for line in PARTS[number - 1])
    head = f"<title>{title}</title>{links}"
    return f"<html><head>{head}</head><body><article><h1>{title}</h1>{text}<p>Page {number} of 3</p></article></body></html>"


def saved(folder: Path, **pages: str) -> list[Document]:
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    documents, left_out = look([folder])
    assert left_out == []
    return documents


def links(own: str, before: str = "", after: str = "") -> str:
    named = {"canonical": own, "prev": before, "next": after}
    return "".join(f'<link rel="{rel}" href="{address}">' for rel, address in named.items() if address)


def three(folder: Path) -> list[Document]:
    return saved(
        folder,
        c=page(3, links(f"{AT}?page=3", f"{AT}?page=2")),
        a=page(1, links(AT, after="/pool?page=2")),
        b=page(2, links(f"{AT}?page=2", AT, f"{AT}?page=3")),
    )


def test_the_pages_of_one_article_are_one_document(tmp_path: Path) -> None:
    (document,) = three(tmp_path)
    (article,) = document.articles
    assert (document.path, article.url) == ("a.html", AT)
    assert document.notes == ("goes on in b.html, c.html",)
    (shown,) = json.loads(as_json([document]))
    assert [line for line in shown["text"].splitlines() if line] == [line for part in PARTS for line in part]
    for number, part in enumerate(PARTS, start=1):
        assert (document.place(document.text.index(part[1])) or "").startswith(f"page {number}, paragraph ")


def test_a_build_reads_them_as_one(tmp_path: Path) -> None:
    three(tmp_path)
    outcome = build([tmp_path], tmp_path / "out")
    (reading,) = outcome.landscape.readings
    assert outcome.counts["articles"] == 1
    text = (tmp_path / "out" / "articles" / "a.txt").read_text(encoding="utf-8")
    evidence = [item for fact in reading.facts for item in fact.evidence]
    assert any(item.start > text.index("Two clubs") for item in evidence)
    assert all(text[item.start : item.end] == item.words for item in evidence)


def test_pages_whose_canonical_address_is_the_first_page(tmp_path: Path) -> None:
    (document,) = saved(tmp_path, a=page(1, links(AT, after=f"{AT}?page=2")), b=page(2, links(AT, before=AT)))
    assert document.notes == ("goes on in b.html",)


def test_the_next_post_of_a_blog_is_another_article(tmp_path: Path) -> None:
    other = f"{AT}-shut"
    found = saved(
        tmp_path,
        a=page(1, links(AT, after=other)),
        b=page(2, links(other, before=AT), title="Pool was shut for years"),
    )
    assert len(found) == 2


def test_pages_that_name_each_other_in_a_circle_stay_apart(tmp_path: Path) -> None:
    two = f"{AT}?page=2"
    assert len(saved(tmp_path, a=page(1, links(AT, two, two)), b=page(2, links(two, AT, AT)))) == 2
