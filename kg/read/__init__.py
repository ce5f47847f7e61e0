"""Input file → pieces → documents. One file per kind of input, found by reading this folder.

What goes in: a path. What comes out: a `Document` for each article file or page in it: its text, and the articles in the text
(headline, body, what the page says about itself). Furniture stays in the text but outside the articles.

The contract of a reader file: `SUFFIXES: tuple[str, ...]` and `read(piece: Piece, *, name: str) -> Document`, which raises
ReadError with the reason and what to do.

The contract of a container file: `SUFFIXES` and `pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece |
Packed | Skipped]`, which gives what the container holds in its order, one at a time, without holding it all; raises ReadError where
the container itself is broken (what was given before counts). The stream can seek; `unpack` counts what comes out.
"""

from __future__ import annotations

from dataclasses import replace

from kg.errors import ReadError
from kg.model import Article, Document, Piece
from kg.read.english import in_english
from kg.read.given import fill_in
from kg.read.kinds import suffix_of
from kg.read.leave import other_ending
from kg.read.mojibake import mend
from kg.read.parts import containers, readers
from kg.read.personal import mask


def read_document(piece: Piece, *, name: str) -> Document:
    """The document that a piece is, read by the reader for its kind.

    Raises:
        ReadError: no reader takes this kind, or the reader cannot make sense of the bytes.
        LanguageError: no article in it is English.
    """
    suffix = suffix_of(piece)
    reader = readers().get(suffix)
    if reader is None:
        if advice := other_ending(suffix):
            raise ReadError(f"{piece.path}: no reader for {suffix}; {advice}")
        known = ", ".join(sorted({*readers(), *containers()}))
        raise ReadError(
            f"{piece.path}: no reader for {suffix or 'a file without an ending'}; expected one of {known}. "
            "Say with --as which of these it is, save it as text, or leave it out"
        )
    document = fill_in(in_english(reader.read(piece, name=name)), piece)
    return replace(document, text=mask(document.text), articles=tuple(_masked(a) for a in document.articles))


def _masked(article: Article) -> Article:
    """Without telephone numbers and addresses, and without mojibake, in what the page says about itself."""
    return replace(
        article,
        title=mask(mend(article.title)) if article.title else article.title,
        publisher=mend(article.publisher) if article.publisher else article.publisher,
        author=mask(mend(article.author)) if article.author else article.author,
    )
