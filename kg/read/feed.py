"""Feeds: RSS and Atom, as they are saved, however broken. Each entry is an article.

lxml, not feedparser: 3 MB of nested elements take feedparser 97 seconds, a bomb of entities 10; lxml a few hundredths, and it goes
through a feed of any length an entry at a time.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, BinaryIO

from kg.errors import ReadError
from kg.model import Given, Piece, Skipped
from kg.read.parts import needs
from kg.read.records import compose, numbered, plain_words
from kg.settings import Settings

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
CONTENT = ("encoded", "content")  # content:encoded of RSS, content of Atom
SUMMARY = ("description", "summary", "subtitle")
DATES = ("pubdate", "published", "date", "issued", "updated", "modified")
ADDRESS = re.compile(r"\s*(https?://[^\s<>\x00-\x1f]{1,2000})")
SHORT = 1000  # characters below which a description is taken for a summary


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Skipped]:
    """A piece for each entry, numbered from 1.

    Raises:
        ReadError: lxml is not installed, or this is no feed.
    """
    etree = needs("lxml.etree", path)
    number, feed = 0, ""
    try:
        for element in _elements(etree, stream):
            above = _name(element.getparent())
            if _name(element) == "title":
                feed = plain_words(_text(element)) if above in ("channel", "feed") else feed
            elif _is_entry(element):
                number += 1
                yield _entry(element, number, feed, path)
                _forget(element)
    except (etree.LxmlError, ValueError) as error:
        if not number:
            said = str(error).split("\n")[0][:80]
            raise ReadError(f"{path}: no feed ({said}); expected RSS or Atom") from error
    if not number:
        raise ReadError(f"{path}: no feed, or one without entries; expected RSS or Atom")


def links(data: bytes, path: str) -> list[str]:
    """The addresses of the articles that a feed's entries stand for, in its order, as far as it can be read.

    Raises:
        ReadError: lxml is not installed.
    """
    etree = needs("lxml.etree", path)
    found = []
    with suppress(etree.LxmlError, ValueError):
        for element in _elements(etree, io.BytesIO(data)):
            if _is_entry(element):
                found.append(_link(element))
                _forget(element)
    return [address for address in found if address]


def _elements(etree: Any, stream: BinaryIO) -> Iterator[Any]:
    """The entries and titles of a feed, each when it is read to its end."""
    # entities are left unread and no other file is opened; without huge_tree, depth and size of a text are bounded
    parsed = etree.iterparse(
        stream, tag=("{*}item", "{*}entry", "{*}title"), recover=True, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    for _, element in parsed:
        yield element


def _is_entry(element: Any) -> bool:
    return _name(element) in ("item", "entry") and _name(element.getparent()) in ("channel", "feed", "rdf")


def _entry(element: Any, number: int, feed: str, path: str) -> Piece | Skipped:
    parts = {_name(child): child for child in reversed(element)}  # of several with a name, the first
    title = plain_words(_text(parts.get("title")))
    link = _link(element)
    where = numbered(path, number, title)
    content = max((_text(parts.get(name)) for name in CONTENT), key=len)
    summary = _first(parts, SUMMARY)
    text = content if len(content) >= len(summary) else summary
    if not text.strip():
        return Skipped(where, f"an entry without a text{f'; its article is at {link}' if link else ''}")
    notes: tuple[str, ...] = ()
    if text is summary and len(plain_words(summary)) < SHORT:
        notes = (f"only the summary in the feed{f'; the article is at {link}' if link else ''}",)
    known = {
        "title": title,
        "published": _first(parts, DATES),
        "publisher": plain_words(_text(parts.get("source"))) or feed,
        "author": plain_words(_text(parts.get("creator")) or _text(parts.get("author"))),
        "url": link,
    }
    given = tuple(Given(field, value, "entry of the feed") for field, value in known.items() if value)
    return compose(where, title, html.unescape(text) if "<" not in text else text, given, notes)


def _first(parts: Mapping[str, Any], names: Sequence[str]) -> str:
    """The text of the first part with one of these names that has any."""
    return next((words for name in names if (words := _text(parts.get(name)).strip())), "")


def _link(entry: Any) -> str:
    """The address of an entry's article: Atom's alternate link, RSS's link, or the guid if it is an address."""
    for child in entry:
        if _name(child) == "link":
            address = child.get("href") if child.get("rel", "alternate") == "alternate" else None
            if found := ADDRESS.match(address or _text(child)):
                return found[1]
    guid = next((_text(child) for child in entry if _name(child) in ("guid", "id")), "")
    return found[1] if (found := ADDRESS.match(guid)) else ""


def _text(element: Any) -> str:
    """The text in an element; of an author or source, its name or title; of XHTML, the markup."""
    if element is None:
        return ""
    inner = next((child for child in element if _name(child) in ("name", "title")), None)
    if inner is not None and _name(element) in ("author", "source"):
        return _text(inner)
    if any(_name(child) == "div" for child in element):
        from lxml import etree  # the element comes from it

        return "".join(etree.tostring(child, encoding="unicode", method="html", with_tail=False) for child in element)
    return "".join(element.itertext())


def _name(element: Any) -> str:
    """The element's name without its namespace, in lower case; "" for none, and for what is no element."""
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _forget(element: Any) -> None:
    """Free an entry that was read, and what stands before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
