"""Web archives give the pages that were there, decoded, with their addresses."""

from __future__ import annotations

import gzip
import io

import pytest

from kg.errors import ReadError
from kg.model import Given, Piece, Skipped
from kg.settings import Settings

pytest.importorskip("fastwarc")

from kg.read.warc import pieces

PAGE = b"<html><body><p>The council will repair the pool this year, said Anna Bell.</p></body></html>"


def record(
    name: str,
    body: bytes = PAGE,
    *,
    status: str = "200 OK",
    sort: str = "text/html",
    headers: str = "",
    kind: str = "response",
) -> bytes:
    answer = (
        f"HTTP/1.1 {status}\r\nContent-Type: {sort}\r\n{headers}\r\n".encode() + body if kind == "response" else body
    )
    outer = "application/http; msgtype=response" if kind == "response" else sort
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/{name}\r\nWARC-Date: 2024-03-01T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {outer}\r\nContent-Length: {len(answer)}\r\n\r\n"
    ).encode() + answer + b"\r\n\r\n"  # fmt: skip


def found_in(data: bytes, settings: Settings | None = None) -> list[Piece | Skipped]:
    return list(pieces(io.BytesIO(data), path="a.warc.gz", settings=settings or Settings()))


@pytest.mark.parametrize("packed", [True, False])
def test_pages_that_were_there_in_any_packing(packed: bool) -> None:
    brotli = pytest.importorskip("brotli")
    chunked = f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"
    records = [
        record("pool/", sort="text/html; charset=iso-8859-1"),
        record("chunks", chunked, headers="Transfer-Encoding: chunked\r\n"),
        record("gzip", gzip.compress(PAGE), headers="Content-Encoding: gzip\r\n"),
        record("br", brotli.compress(PAGE), headers="Content-Encoding: br\r\n"),
        record("gone", status="404 Not Found"),
        record("picture", sort="image/png"),
        record("robots.txt", sort="text/plain"),
        record("asked", kind="request"),
        record("words", PAGE, kind="conversion", sort="text/plain"),
    ]
    found = found_in(b"".join(map(gzip.compress, records) if packed else records))
    assert [item.path for item in found] == [
        f"a.warc.gz/0000{number}-{name}"
        for number, name in enumerate(("pool", "chunks", "gzip", "br", "words"), start=1)
    ]
    first, last = found[0], found[-1]
    assert isinstance(first, Piece)
    assert isinstance(last, Piece)
    assert all(isinstance(item, Piece) and item.data == PAGE for item in found)
    assert (first.suffix, first.charset, last.suffix) == (".html", "iso-8859-1", ".txt")
    assert first.given == (Given("url", "https://news.example/pool/", "address in the web archive"),)
    assert first.notes == ("captured 2024-03-01",), "no date of publication"


def test_a_page_that_unpacks_to_too_much_is_left_and_the_next_is_read() -> None:
    bomb = record("bomb", gzip.compress(bytes(3_000_000)), headers="Content-Encoding: gzip\r\n")
    refused, read = found_in(bomb + record("pool"), Settings(max_file_bytes=1_000_000))
    assert isinstance(refused, Skipped)
    assert "more than 1,000,000 bytes" in refused.why
    assert isinstance(read, Piece)
    endless = Settings(max_file_bytes=1_000_000, max_unpacked_bytes=5_000_000)
    with pytest.raises(ReadError, match="does not end"):
        found_in(bomb + record("pool"), endless)


def test_an_archive_that_is_broken_or_none_at_all() -> None:
    with pytest.raises(ReadError, match="broken or cut off after 1 pages"):
        list(found_in(record("pool") + b"no record at all\r\n" * 5))
    for nothing in (b"", b"words" * 50, record("gone", status="404 Not Found")):
        with pytest.raises(ReadError, match=r"no page of text|broken"):
            found_in(nothing)


def varied(name: str) -> bytes:
    """A record whose packed bytes are many."""
    return record(name, b"<p>" + b" ".join(b"word%d" % (n * n) for n in range(3_000)) + b"</p>")


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        ((varied("one") + varied("two"))[:-500], 2),
        (varied("one") + varied("two")[:90], 1),
        ((gzip.compress(varied("one")) + gzip.compress(varied("two")))[:-500], 2),
        ((gzip.compress(varied("one")) + gzip.compress(varied("two")))[:-4], 2),
        (gzip.compress(varied("one")) + gzip.compress(varied("two"))[:60], 1),
        (gzip.compress(varied("one") + varied("two"))[:-500], 2),
    ],
)
def test_a_download_that_broke_off_is_read_as_far_as_it_goes_and_said_to_be_cut(data: bytes, pages: int) -> None:
    stream = pieces(io.BytesIO(data), path="a.warc.gz", settings=Settings())
    assert [type(next(stream)) for _ in range(pages)] == [Piece] * pages
    with pytest.raises(ReadError, match=rf"a\.warc\.gz: cut off in or behind page {pages}, the last"):
        next(stream)


@pytest.mark.parametrize("more", [b"", b"\r\n", record("x", kind="metadata")])
def test_a_whole_archive_is_not_said_to_be_cut(more: bytes) -> None:
    whole = varied("one") + varied("two") + more
    assert len(found_in(whole)) == 2
    assert len(found_in(whole.rstrip(b"\r\n"))) == 2
    assert len(found_in(gzip.compress(whole))) == 2
    packed = gzip.compress(varied("one")) + gzip.compress(varied("two")) + (gzip.compress(more) if more else b"")
    assert len(found_in(packed)) == 2
