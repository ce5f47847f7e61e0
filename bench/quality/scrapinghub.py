"""Scrapinghub's article extraction benchmark: how much of the body is found in the page, and in a dump of it as text.

A page is dumped as a browser's "save as text" would: one line per block, no markup, nothing left out.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import trafilatura

from bench.quality import Read, Record
from kg.errors import ReadError
from kg.evaluate import Row
from kg.model import Piece
from kg.read import read_document

MEASURES = "article bodies of English pages, by shared four-word shingles (summed over pages; in brackets F1 averaged over pages)"
BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 section article header footer nav aside table tr td th br blockquote figure figcaption form "
    "button option dd dt dl main pre hr label".split()
)
SILENT = frozenset("script style noscript template svg head iframe textarea title".split())
COMMON = frozenset("the of and to in a is that for it".split())


class _Dump(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))
        if tag in BLOCKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def dump(html: str) -> str:
    """The text of a page, a line per block."""
    parser = _Dump()
    parser.feed(html)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", "".join(parser.parts))).strip()


def score(records: Sequence[Record], read: Read) -> dict[str, Row]:
    """Shingles of the bodies found against those of the right ones, over the pages in English: our reader of pages, trafilatura alone
    with the same settings, and our reader of text dumps. Behind each name stands the F1 of precision and recall averaged over pages.
    """
    found: dict[str, list[Row]] = {"web pages": [], "trafilatura alone": [], "text dumps": []}
    for record in records:
        if not _is_english(record["text"]):
            continue
        data = page_of(record)
        html = data.decode("utf-8", errors="replace")
        found["web pages"].append(tally(record["text"], body(Piece("page.html", data))))
        found["trafilatura alone"].append(tally(record["text"], trafilatura_alone(html)))
        found["text dumps"].append(tally(record["text"], body(Piece("page.txt", dump(html).encode()))))
    table = {}
    for name, rows in found.items():
        total = Row()
        for row in rows:
            total.add(row)
        table[f"{name} (averaged: {mean_f1(rows):.3f})"] = total
    return table


def page_of(record: Record) -> bytes:
    """The page as it was saved."""
    return gzip.decompress((Path(record["folder"]) / "html" / f"{record['id']}.html.gz").read_bytes())


def trafilatura_alone(html: str) -> str:
    """The body that trafilatura finds with the settings that we use."""
    return trafilatura.extract(html, favor_precision=True, include_comments=False) or ""


def body(piece: Piece) -> str:
    """The bodies of the articles in the piece, without what is cut; "" if it cannot be read."""
    try:
        document = read_document(piece, name="page")
    except ReadError:
        return ""
    kept = []
    for article in document.articles:
        places = [article.body.start, *(at for cut in article.cut for at in (cut.start, cut.end)), article.body.end]
        kept += [document.text[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]
    return "\n".join(kept)


def tally(wanted: str, found: str) -> Row:
    """Shared, missed and false shingles of a text found against the right one."""
    right, got = _shingles(wanted), _shingles(found)
    shared = sum((right & got).values())
    return Row(shared, right.total() - shared, got.total() - shared)


def mean_f1(rows: Sequence[Row]) -> float:
    """F1 of precision and recall averaged over pages: every page counts the same."""
    precision = sum(row.precision for row in rows) / len(rows)
    recall = sum(row.recall for row in rows) / len(rows)
    return 2 * precision * recall / (precision + recall)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[n : n + 4]) for n in range(len(words) - 3))


def _is_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return len(words) >= 30 and sum(word in COMMON for word in words) / len(words) >= 0.15
