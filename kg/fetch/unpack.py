"""What an answer holds: its body unpacked within bounds, and which kind it is."""

from __future__ import annotations

import re
import zlib

from kg.errors import FetchError
from kg.fetch.client import Answer

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FEED = "application/rss+xml"  # stands for every sort of feed
KINDS = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "application/pdf": "application/pdf",
    "application/x-pdf": "application/pdf",
    WORD: WORD,
    "application/rss+xml": FEED,
    "application/atom+xml": FEED,
    "application/rdf+xml": FEED,
}
VAGUE = (
    "",
    "application/octet-stream",
    "binary/octet-stream",
    "application/xml",
    "text/xml",
    "text/html",
    "text/plain",
)
SIGNS = (
    (re.compile(rb"%PDF-"), "application/pdf"),
    (
        re.compile(
            rb"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:rss|feed|rdf:RDF)\b",
            re.IGNORECASE | re.DOTALL,
        ),
        FEED,
    ),
    (re.compile(rb"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL), "text/html"),
)  # fmt: skip
HEAD = 4096


def unpacked(answer: Answer, limit: int) -> bytes:
    """The body as it was before it was packed for the way.

    Raises:
        FetchError: it is packed in a way that we did not ask for, broken, or gives more than `limit` bytes.
    """
    packing = answer.header("content-encoding").strip().lower()
    if packing in ("", "identity"):
        return answer.body
    if packing != "gzip":
        raise FetchError(f"packed as {packing[:20]!r}, which was not asked for; save the page from the browser")
    parts: list[bytes] = []
    left, rest = limit, answer.body
    try:
        while rest:
            machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
            block = machine.decompress(rest, left + 1)
            left -= len(block)
            if left < 0:
                raise FetchError(f"unpacks to more than {limit:,} bytes; expected an article of at most that")
            if not machine.eof and not answer.is_cut:
                raise FetchError("broke off in the middle of its packed text; try again later")
            parts.append(block)
            rest = machine.unused_data  # another stream; what is none could not be read from the archive
    except zlib.error as error:
        raise FetchError(f"packed, but broken ({str(error)[-60:]}); try again later") from error
    return b"".join(parts)


def kind_of(answer: Answer, data: bytes) -> str:
    """The media type that is read: as the site says, or as the first bytes say where that is vague or plainly wrong.

    Raises:
        FetchError: nobody reads it.
    """
    stated = answer.header("content-type").partition(";")[0].strip().lower()
    start = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if stated in VAGUE:
        signed = next((kind for sign, kind in SIGNS if sign.match(start)), "")
        if signed:
            return signed
    if stated not in KINDS:
        shown = stated if stated.isprintable() else "?"
        raise FetchError(f"{shown[:60] or 'of no stated kind'}; expected a web page, text, PDF, Word file or feed")
    if not data.strip():
        raise FetchError("an empty page; expected an article")
    return KINDS[stated]
