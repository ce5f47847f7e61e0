"""Which kind a piece is: by what it was handed as, by its ending, and by its first bytes where they say plainly otherwise."""

from __future__ import annotations

import re

from kg.model import Piece
from kg.read.parts import containers, readers

HEAD = 4096  # bytes that are looked at
# first bytes that no other kind has; what a text file begins with is looked for after marks and blanks
SIGNS = (
    (re.compile(rb"%PDF-"), ".pdf"),
    # a zip archive whose first members are those of a Word file, which tools write in any order
    (
        re.compile(
            rb"PK\x03\x04.{26}(?=\[Content_Types\]\.xml|_rels/\.rels|docProps/|word/|customXml/).{0,3500}?word/(?:_rels/)?[a-zA-Z]+\d*\.xml",
            re.DOTALL,
        ),
        ".docx",
    ),
    (re.compile(rb"PK\x03\x04"), ".zip"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ".doc"),
    (re.compile(rb"\x1f\x8b\x08"), ".gz"),
    (re.compile(rb"BZh[1-9]1AY&SY"), ".bz2"),
    (re.compile(rb"\xfd7zXZ\0"), ".xz"),
    (re.compile(rb".{257}ustar", re.DOTALL), ".tar"),
    (re.compile(rb"PAR1"), ".parquet"),
    (re.compile(rb"\[?\s*\{\s*\"[^\"\n]+\"\s*:"), ".json"),
    (re.compile(rb"WARC/\d"), ".warc"),
    (re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE), ".html"),
    (
        re.compile(
            rb"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:rss|feed|rdf:RDF)\b",
            re.IGNORECASE | re.DOTALL,
        ),
        ".rss",
    ),
    # downloads of press databases: a head with a length in words, and what stands between articles or before the text
    (
        re.compile(
            rb"(?:document[ \t]+)?1 of \d+ documents?\s.{0,3000}?\n[ \t]*length:[ \t]+[\d,]+ words?[ \t]*\r?\n"
            rb"|.{0,2000}?\nlength:[ \t]+[\d,]+ words?[ \t]*\r?\n.{0,500}?\nbody[ \t]*\r?\n",
            re.IGNORECASE | re.DOTALL,
        ),
        ".nexis",
    ),
    (re.compile(rb"(?:.{0,500}?\n)?HD\b.{0,1000}?\nWC\s+[\d,]+ words\s.{0,200}?PD\s", re.DOTALL), ".factiva"),
    (re.compile(rb"From \S+ .*\d{4}\r?\n[\w-]+: "), ".mbox"),
)
BEFORE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*", re.DOTALL)
PLAIN = frozenset((".txt", ".text", ""))  # endings under which people save anything


def suffix_of(piece: Piece) -> str:
    """The ending by which the piece is read: "" if nothing tells."""
    return piece.suffix or tell(piece.path, piece.data[:HEAD])


def tell(path: str, head: bytes) -> str:
    """The ending that the path has (the longest that some reader takes), or that its first bytes speak for.

    Args:
        path: with `/`.
        head: the first bytes, may be empty.
    """
    named = ending(path)
    if named not in PLAIN:
        return named
    start = BEFORE.match(head)
    rest = head[start.end() :] if start else head
    signed = next((suffix for sign, suffix in SIGNS if sign.match(rest)), None)
    return signed if signed in readers() or signed in containers() else named


def ending(path: str) -> str:
    """The ending of the file's name in lower case (".tar.gz" where some reader takes that), "" if it has none."""
    name = path.rsplit("/", 1)[-1].lower()
    known = [s for s in (*readers(), *containers()) if name.endswith(s) and name != s]
    if known:
        return max(known, key=len)
    return "." + name.rsplit(".", 1)[-1] if "." in name[1:] else ""
