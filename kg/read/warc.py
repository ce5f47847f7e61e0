"""Web archives: the pages in WARC files, as archives, crawlers and Common Crawl News give them.

FastWARC, not warcio: that fails on pages packed with current brotli, and reads about a tenth as fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from kg.errors import ReadError
from kg.model import Given, Piece, Skipped
from kg.read.ends import is_cut
from kg.read.names import readable
from kg.read.parts import needs
from kg.read.records import numbered
from kg.settings import Settings

SUFFIXES = (".warc", ".warc.gz", ".wet", ".wet.gz")
KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
BLOCK = 1 << 20
FOUND = "200"
ONE_ADDRESS = b"description: one address"  # in the account that `kg fetch` gives of its archives


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Skipped]:
    """A piece for each page that was there (status 200) and is text, HTML, PDF or Word, numbered from 1.

    The one page of an archive that `kg fetch` made is called as its archive.

    The date of a record is the day on which the page was captured, and is only noted.

    Raises:
        ReadError: fastwarc is not installed, or the archive is broken or cut off.
    """
    warc = needs("fastwarc.warc", path)
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    number, is_one, last = 0, False, 0
    try:
        for record in warc.ArchiveIterator(
            stream, record_types=wanted | kinds.warcinfo, parse_http=True, auto_decode="all"
        ):
            if record.record_type == kinds.warcinfo:
                is_one = ONE_ADDRESS in record.reader.read(BLOCK)
                continue
            suffix = _kind(record)
            if suffix:
                number, last = number + 1, record.stream_pos
                yield _page(
                    record, suffix, path if is_one and number == 1 else _place(record, number, path), path, settings
                )
    except (OSError, ValueError, OverflowError, EOFError) as error:
        raise ReadError(
            f"{path}: broken or cut off after {number:,} pages ({readable(str(error))[:80]}); what came before is read"
        ) from error
    if number and is_cut(stream, last, settings.max_unpacked_bytes):
        raise ReadError(
            f"{path}: cut off in or behind page {number:,}, the last, which is read as far as it goes; get it again"
        )
    if not number:
        raise ReadError(f"{path}: no page of text or HTML; expected a web archive with pages that were found")


def _kind(record: Any) -> str:
    """The ending by which the record's page is read; "" if it is none to read."""
    address = _address(record)
    if urlsplit(address).path.endswith("/robots.txt") or not address.startswith("http"):
        return ""
    if record.http_headers is not None:
        if str(record.http_headers.status_code) != FOUND:
            return ""
        # told from the first bytes by whoever kept it
        identified = record.headers.get("WARC-Identified-Payload-Type") or ""
        return KINDS.get(identified.lower()) or KINDS.get((record.http_content_type or "").lower(), "")
    return KINDS.get((record.headers.get("Content-Type") or "").partition(";")[0].strip().lower(), "")


def _address(record: Any) -> str:
    return str(record.headers.get("WARC-Target-URI") or "").strip("<> ")


def _place(record: Any, number: int, path: str) -> str:
    parts = urlsplit(_address(record))
    return numbered(path, number, parts.path.rstrip("/").rpartition("/")[2] or parts.netloc)


def _page(record: Any, suffix: str, where: str, path: str, settings: Settings) -> Piece | Skipped:
    address = _address(record)
    try:
        data = record.reader.read(settings.max_file_bytes + 1)
        if len(data) > settings.max_file_bytes:
            _read_on(record.reader, path, settings)
            raise ReadError(f"{where}: more than {settings.max_file_bytes:,} bytes; expected a page of at most that")
    except (ReadError, OSError, ValueError) as error:
        return Skipped(where, f"{error}" if isinstance(error, ReadError) else f"{where}: broken ({error})", failed=True)
    if not data:
        return Skipped(where, f"{where}: nothing left of the page; the archive is broken there", failed=True)
    notes = [f"captured {str(record.headers.get('WARC-Date'))[:10]}"]
    if record.headers.get("WARC-Truncated"):
        notes.append("cut off when it was captured")
    charset = record.http_charset if record.http_headers is not None else "utf-8"
    return Piece(where, data, suffix, (Given("url", address, "address in the web archive"),), charset, tuple(notes))


def _read_on(reader: Any, path: str, settings: Settings) -> None:
    """Go on to the end of a record: the next is found only from there.

    Raises:
        OSError: it does not end within bounds.
    """
    left = settings.max_unpacked_bytes // 10
    while left > 0 and (block := reader.read(BLOCK)):
        left -= len(block)
    if left <= 0:
        raise EOFError(f"a page that does not end in {settings.max_unpacked_bytes // 10:,} bytes")
