"""Markdown: an article as note-taking and clipping programs save it, with what its front matter says of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from kg.lexicon import rows
from kg.model import Document, Given, Piece
from kg.read import html, text
from kg.read.decode import decode
from kg.read.given import fill_in

SUFFIXES = (".md", ".markdown")
FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
ITEM = re.compile(r"[ \t]*-[ \t]+(.+)$")
# what no plain text has: headings, links, emphasis of a whole line, underlined headlines
MARKED = re.compile(r"^#{1,6} \S|\]\(\S+\)|^(\*{1,2}|_)\S.*\S\1[ \t]*$|^\S.*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
FIELDS = ("title", "published", "publisher", "author", "url")


def read(piece: Piece, *, name: str) -> Document:
    """The document that a Markdown file is: the text as it is shown, a line per paragraph; a file without marks is plain text.

    Raises:
        ReadError: empty, binary, or without an article in English.
    """
    source = decode(piece.data, piece.path)
    front = FRONT_MATTER.match(source)
    if not front and not MARKED.search(source.replace("\r\n", "\n")):
        return text.read(piece, name=name)
    said = tuple(_said(front[1])) if front else ()
    source = source[front.end() :] if front else source
    page = _shown(source, next((given.value for given in said if given.field == "title"), ""))
    shown = replace(piece, data=page.encode(), suffix=".html", charset="utf-8", given=said)
    document = fill_in(html.read(shown, name=name), shown)
    return replace(document, content_hash=hashlib.sha256(piece.data).hexdigest())


def _shown(source: str, title: str) -> str:
    """The web page that the Markdown is shown as, with the title above it if it is not there."""
    from markdown_it import MarkdownIt

    # an indented paragraph of an article is no code
    made = MarkdownIt("commonmark").enable("table").enable("strikethrough").disable("code")
    heading = "" if title.casefold() in source.casefold() else f"<h1>{escape(title)}</h1>"
    return f"<html><body><article>{heading}{made.render(source)}</article></body></html>"


def _said(front: str) -> Iterator[Given]:
    """What the front matter says of the article, by the names that columns of tables have too; the first of each."""
    usual = {name: field for field, name in rows("columns") if field in FIELDS}
    known: dict[str, Given] = {}
    for key, value in _entries(front):
        field = usual.get(re.sub(r"[^a-z0-9]+", "", key.lower()))
        if field == "publisher" and value.startswith(("http://", "https://")):
            field = "url"  # "source:" holds either
        if field and value:
            known.setdefault(field, Given(field, value, f"front matter {key}"))
    yield from known.values()


def _entries(front: str) -> Iterator[tuple[str, str]]:
    """Keys and values; the items of a list in one value."""
    key, values = "", list[str]()
    for line in front.splitlines():
        if entry := ENTRY.match(line):
            yield key, ", ".join(values)
            key, values = entry[1], [_bare(part) for part in _parts(entry[2] or "")]
        elif item := ITEM.match(line):
            values.append(_bare(item[1]))
    yield key, ", ".join(values)


def _parts(value: str) -> list[str]:
    value = value.strip()
    inner = value[1:-1] if value.startswith("[") and value.endswith("]") and not value.startswith("[[") else ""
    return inner.split(",") if inner else [value] if value else []


def _bare(value: str) -> str:
    """Without the quotation marks of YAML, and the brackets that note-taking programs put around names."""
    return re.sub(r"^\[\[(.*)\]\]$", r"\1", value.strip().strip("\"'")).strip()
