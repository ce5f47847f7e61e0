"""An article that its site split over several pages → one document, if all of these are among the inputs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urldefrag

from kg.model import Article, Document, Mark, Span

PAGE_NUMBER = re.compile(r"\W*\b(?:page|part)\W*\d+(?: of \d+)?\W*$", re.IGNORECASE)
BETWEEN = "\n\n"
NEXT_PAGE = "the page names a next page, which is read only if it is among the inputs"


def join_pages(documents: Sequence[Document]) -> list[Document]:
    """The documents, those that are pages of one article as one, in the place and under the name of the first page."""
    pages = [document for document in documents if document.paging and len(document.articles) == 1]
    after = {page.name: following for page in pages if (following := _following(page, pages))}
    sequels = {following.name for following in after.values()}
    chains: dict[str, list[Document]] = {}
    taken: set[str] = set()
    for page in pages:
        if page.name in after and page.name not in sequels:
            chain = [page]
            while (following := after.get(chain[-1].name)) and following.name not in taken | {p.name for p in chain}:
                chain.append(following)
            if len(chain) > 1:
                chains[page.name] = chain
                taken |= {p.name for p in chain}
    return [
        _one(chains[document.name]) if document.name in chains else document
        for document in documents
        if document.name in chains or document.name not in taken
    ]


def _following(page: Document, pages: Sequence[Document]) -> Document | None:
    """The page on which the article goes on: one names the other as its next or previous page, and both have the same title.

    Blogs name the next post in the same way, but that has a title of its own.
    """
    if not page.paging or not page.paging.after or not _title(page):
        return None
    others = [other for other in pages if other is not page and _title(other) == _title(page)]
    named = [other for other in others if _bare(page.paging.after) in _addresses(other) - _addresses(page)]
    naming = [other for other in others if other.paging and _bare(other.paging.before) in _addresses(page)]
    return next(iter([*named, *naming]), None)


def _title(page: Document) -> str:
    return PAGE_NUMBER.sub("", page.articles[0].title or "").casefold().strip()


def _addresses(page: Document) -> set[str]:
    own = page.paging.own if page.paging else ()
    return {_bare(address) for address in (*own, page.articles[0].url or "") if address}


def _bare(address: str) -> str:
    """An address without what makes no other page of it."""
    return urldefrag(address).url.removeprefix("http://").removeprefix("https://").rstrip("/")


def _one(pages: Sequence[Document]) -> Document:
    """The pages as one document: what stands between the bodies is cut, and places say the page."""
    first = pages[0]
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page.text) + len(BETWEEN))
    bodies = [_moved(page.articles[0].body, start) for page, start in zip(pages, starts, strict=True)]
    cuts = [Span(one.end, two.start) for one, two in pairwise(bodies)]
    cuts += [_moved(cut, start) for page, start in zip(pages, starts, strict=True) for cut in page.articles[0].cut]
    marks = tuple(
        Mark(mark.start + start, f"page {number}, {mark.label}")
        for number, (page, start) in enumerate(zip(pages, starts, strict=True), start=1)
        for mark in page.marks
    )
    article: Article = replace(
        first.articles[0], body=Span(bodies[0].start, bodies[-1].end), cut=tuple(sorted(cuts)), index=0
    )
    notes = dict.fromkeys(note for page in pages for note in page.notes if note != NEXT_PAGE)
    goes_on = f"goes on in {', '.join(page.path for page in pages[1:])}"
    return replace(
        first,
        text=BETWEEN.join(page.text for page in pages),
        content_hash=hashlib.sha256("".join(page.content_hash for page in pages).encode()).hexdigest(),
        articles=(article,),
        marks=marks,
        notes=(*notes, goes_on),
        paging=None,
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
