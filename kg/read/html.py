"""A saved web page: the visible text as lines, and the articles in it apart from all else that stands there."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from kg.errors import ReadError
from kg.model import Document, Paging, Piece
from kg.read.english import no_article
from kg.read.sequel import NEXT_PAGE
from kg.read.typeset import paragraph_marks

if TYPE_CHECKING:
    from kg.read.page.stated import Stated

SUFFIXES = (".html", ".htm", ".xhtml")
LOCKED = re.compile(
    r"(?:subscribe|log ?in|sign (?:in|up)|register) (?:now )?(?:to|and) (?:continue|keep|read)|to continue reading|already a subscriber"
    r"|for subscribers only|subscriber[- ]only|remaining free articles",
    re.IGNORECASE,
)
STUB = 150  # words: less than that on a page that asks to pay is the beginning of an article
MOST_LINES = 20_000  # long live blogs have 3,000
FEW_WORDS = 20


def read(piece: Piece, *, name: str) -> Document:
    """The document that a web page is; its text is the page's visible text, a line per block.

    Raises:
        ReadError: empty, binary, no HTML, beyond the bounds, or without an article; the message says which.
    """
    # lxml and what stands on it load only when there is a page to read
    from kg.read.page.articles import find_page_articles
    from kg.read.page.blocks import page_of
    from kg.read.page.choose import choose, items_of
    from kg.read.page.second import second_opinion
    from kg.read.page.stated import stated_of
    from kg.read.page.teasers import teasers
    from kg.read.page.tree import mend_tree, text_of, tree_of

    source, notes = text_of(piece.data, piece.charset, piece.path)
    root = tree_of(source, piece.path)
    notes += mend_tree(root)
    page = page_of(root)
    if len(page.blocks) > MOST_LINES:
        raise ReadError(
            f"{piece.path}: {len(page.blocks):,} lines of text; expected at most {MOST_LINES:,}. Save its article as text"
        )
    stated = stated_of(root)
    items = items_of(page)
    lead = teasers(items)
    kept = choose(page, items, second_opinion(root, page)) if page.blocks else []
    kept = [is_kept and n not in lead for n, is_kept in enumerate(kept)]
    articles = find_page_articles(page, items, kept, stated)
    if not articles:
        raise no_article(piece.path, page.text, _why_none(source, page.text))
    notes += stated.notes
    words = sum(item.count for item, is_kept in zip(items, kept, strict=True) if is_kept)
    if words < STUB and (stated.is_locked or LOCKED.search(page.text)):
        notes.append("only the beginning of the article is on the page: the rest is for subscribers")
    if stated.after:
        notes.append(NEXT_PAGE)
    digest = hashlib.sha256(piece.data).hexdigest()
    marks = paragraph_marks((block.start for block in page.blocks), articles)
    return Document(name, piece.path, page.text, digest, articles, marks, tuple(notes), _paging(piece, stated))


def _paging(piece: Piece, stated: Stated) -> Paging | None:
    """What the page says of the pages before and after it, as whole addresses where its own is known."""
    if not (stated.before or stated.after):
        return None
    own = tuple(given.value for given in (*piece.given, *stated.known) if given.field == "url")
    base = own[0] if own else ""
    return Paging(own, *(_whole(base, address) if address else "" for address in (stated.before, stated.after)))


def _whole(base: str, address: str) -> str:
    """The whole address; "" if it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _why_none(source: str, text: str) -> str:
    if re.search(r"<i?frame(?:set)?[\s>]", source, re.IGNORECASE) and len(text.split()) < FEW_WORDS:
        return "the page only frames others; expected the article itself. Save the framed page"
    if re.search(r"<script[\s>]", source, re.IGNORECASE) and len(text.split()) < FEW_WORDS:
        return "its text comes in by script; expected a page with its text. Save it from the browser as “complete page”"
    return "expected paragraphs of prose, not a list of links. Save the page of the article itself"
