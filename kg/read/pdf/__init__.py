"""PDF with a text layer.

`engine` takes the lines of print from the pages, in a process of its own (`sandbox`); `running` knows headers and footers; `blocks`
puts columns in reading order; `paragraphs` rejoins what lines, columns and pages have parted. The marks of the document are its
pages, as a viewer counts them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from kg.errors import ReadError
from kg.model import Article, Document, Given, Piece
from kg.read.english import no_article
from kg.read.given import with_field
from kg.read.pdf.paragraphs import paragraphs_of
from kg.read.pdf.running import ADDRESS, running_lines
from kg.read.pdf.sandbox import Print, print_of
from kg.read.properties import with_properties
from kg.read.typeset import typeset

SUFFIXES = (".pdf",)
LEAST_CHARACTERS = 40  # a page, on average: below, the pages are pictures of text
PRINTED = re.compile(r"skia|chrom|firefox|cairo|webkit|quartz|wkhtml|print|scan|acrobat distiller", re.IGNORECASE)
DAY = re.compile(r"^D:(\d{4})(\d\d)(\d\d)")


def read(piece: Piece, *, name: str) -> Document:
    """The document that a PDF's text layer is.

    Raises:
        ReadError: damaged, locked, without a text layer, without a paragraph of prose, or more than any document should be.
    """
    printed = print_of(piece.data, piece.path)
    _check_layer(printed, piece.path)
    running, told = running_lines(printed)
    kept = [line for index, line in enumerate(printed.lines) if index not in running]
    made = typeset(
        paragraphs_of(kept), heading="visible headline, by its type", opening=[t for t in told if not ADDRESS.match(t)]
    )
    if not made.articles:
        raise no_article(
            piece.path, made.text, "expected paragraphs of prose. Leave the file out, or look with kg read --whole"
        )
    articles = tuple(_filled(article, printed, told, len(made.articles) == 1) for article in made.articles)
    notes = (*_notes(printed, running), *made.notes)
    return Document(name, piece.path, made.text, hashlib.sha256(piece.data).hexdigest(), articles, made.marks, notes)


def _check_layer(printed: Print, path: str) -> None:
    """Raises ReadError where the pages are pictures."""
    characters = sum(len(line.text) for line in printed.lines)
    if characters < LEAST_CHARACTERS * max(1, min(printed.pages, len(printed.sizes))):
        what = "pictures of pages (a scan)" if printed.pictures else "no text"
        raise ReadError(
            f"{path}: holds {what}, no text layer; expected a PDF whose words can be marked in a viewer. "
            f"Recognise its text first: ocrmypdf --language eng {path.rsplit('/', 1)[-1]} out.pdf"
        )


def _notes(printed: Print, running: dict[int, str]) -> Iterator[str]:
    if running:
        yield f"{len(running)} lines in the margins of pages (headers, footers, page numbers) are kept once or left out"
    if len(printed.sizes) < printed.pages:
        yield f"only {len(printed.sizes):,} of {printed.pages:,} pages are read: split the file to read all"
    bare = len(printed.sizes) - len({line.page for line in printed.lines})
    if bare:
        yield f"{bare} of {printed.pages} pages have no text layer (pictures or blank)"


def _filled(article: Article, printed: Print, told: Sequence[str], is_only: bool) -> Article:
    """The article with its address, and what the file's properties say where the pages do not.

    Of a browser's print the day of making is another than that of publication.
    """
    said = printed.properties
    day = DAY.match(said.get("CreationDate", ""))
    is_print = PRINTED.search(f"{said.get('Creator', '')} {said.get('Producer', '')}")
    article = with_properties(
        article,
        "PDF",
        title=said.get("Title", "") if is_only else "",
        author=said.get("Author", "") if is_only else "",
        day="-".join(day.groups()) if day and not is_print else "",
    )
    address = next((found.group() for line in told if (found := ADDRESS.match(line)) and line.startswith("http")), None)
    return with_field(article, Given("url", address, "margin of the page")) if address else article
