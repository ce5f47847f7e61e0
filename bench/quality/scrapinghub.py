"""Scrapinghub's article extraction benchmark, its pages dumped as text: how much of the body the reader of text dumps finds.

A page is dumped as a browser's "save as text" would: one line per block, no markup, nothing left out.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from bench.quality import Read, Record
from kg.errors import ReadError
from kg.evaluate import Row
from kg.model import Piece
from kg.read import read_document

MEASURES = "article bodies in text dumps of English pages, by shared four-word shingles (summed over pages)"
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
    """One row: shingles of the bodies found against those of the right ones, over the pages in English."""
    row = Row()
    for record in records:
        wanted = _shingles(record["text"])
        if not _is_english(record["text"]):
            continue
        html = gzip.decompress((Path(record["folder"]) / "html" / f"{record['id']}.html.gz").read_bytes())
        found = _shingles(_body(dump(html.decode("utf-8", errors="replace"))))
        right = sum((wanted & found).values())
        row.add(Row(right, wanted.total() - right, found.total() - right))
    return {"body shingles": row}


def _body(text: str) -> str:
    try:
        document = read_document(Piece("page.txt", text.encode()), name="page")
    except ReadError:
        return ""
    kept = []
    for article in document.articles:
        places = [article.body.start, *(at for cut in article.cut for at in (cut.start, cut.end)), article.body.end]
        kept += [text[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]
    return "\n".join(kept)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[n : n + 4]) for n in range(len(words) - 3))


def _is_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return len(words) >= 30 and sum(word in COMMON for word in words) / len(words) >= 0.15
