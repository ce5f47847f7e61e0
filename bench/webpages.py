"""Speed of reading web pages beside trafilatura alone, on the same pages in one run; a folder with dev.jsonl and html/ is needed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.quality import records_of
from bench.quality.scrapinghub import body, page_of, trafilatura_alone
from kg.model import Piece

ROUNDS = 3


def measure(folder: Path | None, limit: int | None) -> str:
    """CPU milliseconds per page of both, medians of three rounds in turn.

    Raises:
        FileNotFoundError: no folder, or none with pages.
    """
    if folder is None:
        raise FileNotFoundError("webpages needs the folder that holds dev.jsonl and html/")
    pages = [page_of(record) for record in records_of(folder, limit)]
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(_spent(pages, lambda data: trafilatura_alone(data.decode("utf-8", errors="replace"))))
        ours.append(_spent(pages, lambda data: body(Piece("page.html", data))))
    per_page = [1000 * statistics.median(times) / len(pages) for times in (theirs, ours)]
    size = sum(map(len, pages)) / len(pages) / 1000
    return (
        f"{len(pages)} pages of {size:.0f} kB: trafilatura alone {per_page[0]:.1f} ms, our reader {per_page[1]:.1f} ms a page "
        f"({per_page[1] / per_page[0]:.2f} times)"
    )


def _spent(pages: Sequence[bytes], work: Callable[[bytes], object]) -> float:
    begin = time.process_time()
    for data in pages:
        work(data)
    return time.process_time() - begin
