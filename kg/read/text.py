"""Plain text: a saved article or the text dump of a web page."""

from __future__ import annotations

import hashlib

from kg.model import Article, Document, Span

SUFFIXES = (".txt", ".md")


def read(data: bytes, *, name: str, path: str) -> Document:
    """The document that a text file is."""
    text = data.decode("utf-8")
    start = len(text) - len(text.lstrip())
    article = Article(index=0, body=Span(start, len(text.rstrip())))
    return Document(name, path, text, hashlib.sha256(data).hexdigest(), (article,))
