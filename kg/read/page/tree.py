"""Bytes of a page → its tree, within bounds of time and memory."""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from kg.errors import ReadError
from kg.read.decode import decode
from kg.read.mojibake import mend, note_of

HEAD = 4096  # bytes in which a page must state its encoding (HTML Standard: 1024; many are late)
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,40})", re.IGNORECASE)
# what browsers take these names for (WHATWG Encoding Standard)
WINDOWS = frozenset(("ascii", "us-ascii", "iso8859-1", "iso-8859-1", "latin-1", "latin1"))
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MOST_TAGS = 300_000  # long newspaper pages have 10,000; a tree takes about 1 kB for each
LEVELS = 2048  # libxml2 reads so many levels at most; real pages have fewer than 100


def text_of(data: bytes, charset: str | None, path: str) -> tuple[str, list[str]]:
    """The source of a page without control characters, and notes on what was repaired.

    Args:
        charset: what came with the page (a header's), before what it states itself.

    Raises:
        ReadError: empty or binary.
    """
    stated = next(
        (found[1].decode() for sign in (META_CHARSET, XML_CHARSET) if (found := sign.search(data[:HEAD]))), ""
    )
    declared = [name for name in (charset, stated) if name]
    text = decode(data, path, declared=[_as_browsers(name) for name in declared])
    notes = []
    if declared and not _agrees(text, data, _as_browsers(declared[0])):
        notes.append(f"declared as {declared[0]}, which it is not; read in the encoding that fits")
    clean, count = CONTROL.subn("", text)
    if count:
        notes.append(f"{count} control characters removed")
    return clean, notes


def _as_browsers(name: str) -> str:
    return "cp1252" if name.lower() in WINDOWS else name


def _agrees(text: str, data: bytes, name: str) -> bool:
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return False
    try:
        return codec.decode(data, "strict")[0].lstrip("\ufeff") == text
    except (UnicodeError, ValueError):
        return False


def tree_of(source: str, path: str) -> HtmlElement:
    """The root of the page's tree.

    Raises:
        ReadError: no HTML, nested too deep, or too many tags.
    """
    tags = source.count("<")
    if tags > MOST_TAGS:
        raise ReadError(
            f"{path}: {tags:,} tags; expected at most {MOST_TAGS:,}. Split the page, or save its article as text"
        )
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True
    )
    try:
        root = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ReadError(f"{path}: not a web page ({error}); expected HTML. Save the page again") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(
            f"{path}: nested more than {LEVELS:,} levels deep; expected a page that people read. Save its article as text"
        )
    return root


def mend_tree(root: HtmlElement) -> tuple[str, ...]:
    """Mends what was decoded wrongly in the tree's texts and metadata, and gives a note of it if it can be seen.

    The tree and not the source, because much of it is spelt in entities ("&Acirc;&pound;325m").
    """
    seen: list[tuple[str, str]] = []
    for element in root.iter():
        for place, text in (("text", element.text), ("tail", element.tail)):
            if text and not text.isascii():
                clean = CONTROL.sub("", mend(text))
                if clean != text:
                    setattr(element, place, clean)
                    if place == "tail" or element.tag not in ("script", "style"):
                        seen.append((text, clean))
        content = element.get("content", "")
        if not content.isascii():
            element.set("content", CONTROL.sub("", mend(content)))
    return note_of(seen)
