"""Plain text and Markdown: a saved article, or the text dump of a web page."""

from __future__ import annotations

import hashlib

from kg.errors import ReadError
from kg.model import Document, Span
from kg.read.articles import find_articles
from kg.read.decode import decode
from kg.read.language import is_english
from kg.read.lines import lines_of

SUFFIXES = (".txt", ".md", ".text")


def read(data: bytes, *, name: str, path: str) -> Document:
    """The document that a text file is.

    Raises:
        ReadError: empty, binary, not English, or without a paragraph of prose.
    """
    text = decode(data, path)
    articles = find_articles(text, lines_of(text))
    if not articles:
        raise ReadError(
            f"{path}: no article found; expected paragraphs of prose. Leave the file out, or check that it is the right text"
        )
    if not is_english("\n".join(_body(text, article.body) for article in articles)):
        raise ReadError(
            f"{path}: the text does not look English; only English is read. Leave the file out or translate it"
        )
    return Document(name, path, text, hashlib.sha256(data).hexdigest(), articles)


def _body(text: str, body: Span) -> str:
    return text[body.start : body.end]
