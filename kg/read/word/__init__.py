"""Word files (.docx and its kin).

`package` opens the file and feeds its parts to a parser bit by bit; `styles` knows what is a heading; `story` collects the lines of the
document as a reader sees them, all changes accepted; `paragraphs` makes paragraphs and headings of them. The marks of the document are its
pages, where the word processor has noted them when it saved, else the paragraphs of each article.

The parts are XML in a zip archive, read with lxml and the standard library (docs/decisions/0010-libraries-of-containers.md).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from kg.errors import ReadError
from kg.model import Article, Document, Piece

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TEMPLATE = re.compile(r"python-docx", re.IGNORECASE)  # who made a template: its day is the template's


def read(piece: Piece, *, name: str) -> Document:
    """The document that a Word file is.

    Raises:
        ReadError: encrypted, of the old kind, broken, no Word file, beyond the bounds, or without an article.
    """
    # lxml and what stands on it load only when there is a file to read
    from kg.read.articles import lines_of
    from kg.read.english import no_article
    from kg.read.typeset import paragraph_marks, typeset
    from kg.read.word.package import Package
    from kg.read.word.paragraphs import paragraphs_of
    from kg.read.word.story import MOST_CHARACTERS, MOST_LINES, Story, TooLongError
    from kg.read.word.styles import Styles

    package = Package(piece.data, piece.path)
    styles = Styles()
    package.parse(package.related("styles"), styles)
    story = Story(styles)
    try:
        package.parse(package.main, story)
    except TooLongError:
        raise ReadError(
            f"{piece.path}: more than {MOST_LINES:,} lines or {MOST_CHARACTERS:,} characters of text; split it into articles"
        ) from None
    if not story.is_word:
        raise ReadError(
            f"{piece.path}: holds no text document (a workbook, slides?); expected a Word file. Save its text as .docx"
        )
    has_pages = story.page > 1
    made = typeset(paragraphs_of(story.lines, styles, has_pages=has_pages), heading="visible headline, by its style")
    if not made.articles:
        raise no_article(piece.path, made.text, _why_none(story.embedded))
    articles = made.articles
    if len(articles) == 1:
        articles = (_filled(articles[0], package.properties()),)
    marks = made.marks if has_pages else paragraph_marks((line.start for line in lines_of(made.text)), articles)
    digest = hashlib.sha256(piece.data).hexdigest()
    notes = (*_notes(story.changes, story.embedded), *made.notes)
    return Document(name, piece.path, made.text, digest, articles, marks, notes)


def _why_none(embedded: int) -> str:
    if embedded:
        return "its text is an embedded file. Open it in a word processor and save it anew as .docx"
    return "expected paragraphs of prose. Leave it out, or check that it is the right file"


def _notes(changes: int, embedded: int) -> Iterator[str]:
    if changes:
        yield "tracked changes are read as accepted: what was deleted is left out"
    if embedded:
        yield f"{embedded} embedded files in it are not read: open it in a word processor and save it anew"


def _filled(article: Article, said: dict[str, str]) -> Article:
    """The only article of a file with what the file's properties say where the text does not."""
    from kg.read.properties import with_properties

    author = said.get("dc:creator", "")
    day = DAY.match(said.get("dcterms:created", ""))
    return with_properties(
        article,
        "Word",
        title=said.get("dc:title", ""),
        author=author,
        day=day.group() if day and not TEMPLATE.search(author) else "",
    )
