"""Plain text: a saved article, or the text dump of a web page."""

from __future__ import annotations

import hashlib

from kg.model import Document, Piece
from kg.read.articles import find_articles, lines_of
from kg.read.decode import decode
from kg.read.english import no_article
from kg.read.mojibake import mended

SUFFIXES = (".txt", ".text")


def read(piece: Piece, *, name: str) -> Document:
    """The document that a text file is.

    Raises:
        ReadError: empty, binary, or without a paragraph of prose in English.
    """
    text, notes = mended(decode(piece.data, piece.path))
    articles = find_articles(text, lines_of(text))
    if not articles:
        raise no_article(
            piece.path, text, "expected paragraphs of prose. Leave the file out, or check that it is the right text"
        )
    return Document(name, piece.path, text, hashlib.sha256(piece.data).hexdigest(), articles, notes=notes)
