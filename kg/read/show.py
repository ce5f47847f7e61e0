"""What was found in the inputs, for the person who wonders why an article looks wrong: `kg read`."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence

from kg.model import Article, Document, Span

FIELDS = ("title", "published", "publisher", "author", "url")
INDENT = 6


def as_json(documents: Sequence[Document]) -> str:
    """A list of articles: `text` (the body without what is cut), what is known of it, and in `found` where each of that stands.

    `start` and `end` are the body's offsets in the text of the whole file, which `kg build` saves in `articles/`.
    """
    found = [
        {
            "text": _body(document, article),
            **{field: getattr(article, field) for field in FIELDS},
            "source": document.path,
            "index": article.index,
            "start": article.body.start,
            "end": article.body.end,
            "found": dict(article.origins),
            "notes": list(document.notes),
        }
        for document in documents
        for article in document.articles
    ]
    return json.dumps(found, indent=1, ensure_ascii=False)


def as_text(documents: Sequence[Document], *, width: int = 100, whole: bool = False) -> str:
    """Every article with what is known of it and where that stands, and its body line by line; ✂ marks what is cut.

    Args:
        width: of the terminal.
        whole: lines in full, and those outside the bodies as well.
    """
    return "\n".join(line for document in documents for line in _document(document, width, whole))


def _body(document: Document, article: Article) -> str:
    parts, at = [], article.body.start
    for cut in article.cut:
        parts.append(document.text[at : cut.start].rstrip())
        at = cut.end
    return "\n".join([*parts, document.text[at : article.body.end].lstrip("\r\n")])


def _document(document: Document, width: int, whole: bool) -> Iterator[str]:
    count = len(document.articles)
    inside = sum(article.body.end - article.body.start for article in document.articles)
    size = len(document.text)
    yield f"{document.path}: {count} article{'' if count == 1 else 's'}; {inside:,} of {size:,} characters are body"
    yield from (f"  note: {note}" for note in document.notes)
    at = 0
    for article in document.articles:
        if whole:
            yield from _lines(document, Span(at, article.body.start), width, "·", whole)
        yield f"  [{article.index}] {article.title or '(no title found)'}"
        origins = dict(article.origins)
        for field in FIELDS:
            value = getattr(article, field)
            said = f"{value}  ← {origins.get(field, 'said nowhere')}" if value else "not found"
            yield f"{'':{INDENT}}{field:10} {said}"
        yield from _article(document, article, width, whole)
        at = article.body.end
    if whole:
        yield from _lines(document, Span(at, size), width, "·", whole)
    yield ""


def _article(document: Document, article: Article, width: int, whole: bool) -> Iterator[str]:
    at = article.body.start
    for cut in article.cut:
        yield from _lines(document, Span(at, cut.start), width, "│", whole)
        yield from _lines(document, cut, width, "✂", whole)
        at = cut.end
    yield from _lines(document, Span(at, article.body.end), width, "│", whole)


def _lines(document: Document, span: Span, width: int, sign: str, whole: bool) -> Iterator[str]:
    room = max(20, width - INDENT - 2)
    for line in document.text[span.start : span.end].splitlines():
        if not line.strip():
            continue
        shown = textwrap.wrap(line, room) if whole else [textwrap.shorten(line, room, placeholder=" …")]
        yield from (f"{'':{INDENT}}{sign} {part}" for part in shown)
