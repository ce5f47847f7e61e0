"""One question is answered within bounds of time and size, or refused in one line."""

from __future__ import annotations

import gzip
import shutil
import socket
import subprocess
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import FetchError
from kg.fetch import client
from kg.fetch.address import parse
from kg.fetch.client import Answer, LaterError, ask, user_agent
from kg.fetch.keep import keep, kept
from kg.fetch.unpack import FEED, kind_of, unpacked
from kg.pipeline import fetch
from kg.settings import Fetching
from tests.fetch.server import ARTICLE, Handler, Site, serving
from tests.read.test_hostile import spoilt

LIMIT = 100_000


def asked(site: Site, path: str, **changes: object) -> Answer:
    return ask(parse(site.root + path), {}, site.settings(**changes).fetching, limit=LIMIT)  # type: ignore[arg-type]


def raw(*parts: bytes, pause: float = 0.0) -> Callable[[Handler], None]:
    """A page that sends just these bytes."""

    def page(handler: Handler) -> None:
        for part in parts:
            handler.wfile.write(part)
            handler.wfile.flush()
            time.sleep(pause)
        handler.close_connection = True

    return page


def test_it_says_who_asks(site: Site) -> None:
    site.page("/a")
    asked(site, "/a", contact="desk@paper.example")
    assert site.asked[0][1]["User-Agent"] == user_agent(Fetching()) + " (desk@paper.example)"
    assert user_agent(Fetching()).startswith("stakeholder-kg/")


def test_chunks_are_joined(site: Site) -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"
    site.pages["/a"] = raw(body)
    answer = asked(site, "/a")
    assert (answer.body, answer.is_cut, answer.header("content-type")) == (b"abcdefg", False, "text/html")


@pytest.mark.parametrize("packed", [gzip.compress(ARTICLE), gzip.compress(ARTICLE[:99]) + gzip.compress(ARTICLE[99:])])
def test_packed_bodies_are_kept_as_they_came_and_unpacked(site: Site, packed: bytes) -> None:
    site.page("/a", packed, Content_Encoding="GZip")
    answer = asked(site, "/a")
    assert answer.body == packed
    assert unpacked(answer, LIMIT) == ARTICLE


NO_LENGTH = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
LONG = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n"), "more than 100,000 bytes"),
        (raw(NO_LENGTH, bytes(300_000)), "more than 100,000 bytes"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", *[b"ffff\r\n" + bytes(65535) + b"\r\n"] * 4),
         "more than 100,000 bytes"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"zzzz\r\nabc"), "broke off"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"ffff\r\nabc"), "broke off"),
        (raw(LONG, b"the beginning"), "broke off"),
        (raw(b""), "broke off"),
        (raw(b"SSH-2.0-OpenSSH_9\r\n"), "cannot be reached"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500), "cannot be reached"),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000), "cannot be reached"),
    ],
)  # fmt: skip
def test_too_much_or_too_little(site: Site, page: Callable[[Handler], None], why: str) -> None:
    site.pages["/a"] = page
    with pytest.raises(FetchError, match=why) as error:
        asked(site, "/a")
    assert isinstance(error.value, LaterError) == (why == "broke off")
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 200


@pytest.mark.parametrize(
    ("page", "changes", "why"),
    [
        (raw(b"", pause=3), {"read_seconds": 0.3}, "silent for 0.3 seconds"),
        (raw(LONG, b"a", pause=3), {"read_seconds": 0.3}, "silent for 0.3 seconds"),
        (raw(LONG, *[b"a"] * 100, pause=0.1), {"whole_seconds": 0.6}, "more than 0.6 seconds"),
        (raw(NO_LENGTH, *[b"a"] * 100, pause=0.1), {"whole_seconds": 0.6}, "more than 0.6 seconds"),
        (raw(b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 100, pause=0.1), {"whole_seconds": 0.6}, "more than 0.6 seconds"),
        (raw(*[b"HTTP/1.1 100 Continue\r\n\r\n"] * 100, pause=0.1), {"whole_seconds": 0.6}, "more than 0.6 seconds"),
    ],
)
def test_slow_sites_are_not_waited_for(
    site: Site, page: Callable[[Handler], None], changes: dict[str, float], why: str
) -> None:
    site.pages["/a"] = page
    start = time.monotonic()
    with pytest.raises(FetchError, match=why):
        asked(site, "/a", **changes)
    assert time.monotonic() - start < 2


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n0\r\n\r\n"
PACKED = gzip.compress(ARTICLE, mtime=0)
WHOLE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(PACKED)
    + PACKED
)
MOVED = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:22/a\r\nContent-Length: 0\r\n\r\n"


@pytest.mark.parametrize("good", [CHUNKED, WHOLE])
def test_no_fault_of_an_answer_breaks_the_program_or_is_kept_wrongly(site: Site, tmp_path: Path, good: bytes) -> None:
    for data in [good, *spoilt(good)]:
        site.pages["/a"] = raw(data)
        with suppress(FetchError):
            answer = asked(site, "/a", read_seconds=0.3)
            unpacked_data = unpacked(answer, LIMIT)
            kind = kind_of(answer, unpacked_data)
            if answer.status == 200:
                keep(tmp_path, [answer], kind, site.settings().fetching)
                found = kept(tmp_path, answer.address, LIMIT)
                assert found is not None, data
                assert (found.data, found.kind, found.address) == (unpacked_data, kind, str(answer.address)), data


def test_no_fault_of_a_redirect_breaks_the_program(site: Site, tmp_path: Path) -> None:
    for data in [MOVED, *spoilt(MOVED)]:
        site.pages["/a"] = raw(data)
        with suppress(FetchError):
            fetch([f"{site.root}/a"], tmp_path, site.settings(read_seconds=0.3, tries=1))
        assert not list(tmp_path.iterdir()), "nothing of it is an article"


def test_nobody_listens() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    settings = Fetching(private=True, ports=(port,), connect_seconds=2)
    with pytest.raises(FetchError, match=r"cannot be reached|no answer within 2 seconds"):
        ask(parse(f"http://127.0.0.1:{port}/"), {}, settings, limit=LIMIT)


def answered(body: bytes, **headers: str) -> Answer:
    from datetime import UTC, datetime

    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(parse("https://news.example/a"), "1.1.1.1", datetime.now(UTC), (), "HTTP/1.1", 200, "OK", pairs, body)


@pytest.mark.parametrize(
    ("body", "packing", "why"),
    [
        (gzip.compress(bytes(50_000_000)), "gzip", "unpacks to more than 100,000 bytes"),
        (gzip.compress(bytes(60_000)) * 3, "gzip", "unpacks to more than 100,000 bytes"),
        (gzip.compress(ARTICLE)[:-30], "gzip", "broke off in the middle"),
        (b"plain words", "gzip", "packed, but broken"),
        (gzip.compress(ARTICLE) + b"more", "gzip", "packed, but broken"),
        (zlib.compress(ARTICLE), "deflate", "which was not asked for"),
        (ARTICLE, "br", "'br', which was not asked for"),
        (ARTICLE, "gzip, gzip", "which was not asked for"),
    ],
)
def test_bad_packing(body: bytes, packing: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        unpacked(answered(body, Content_Encoding=packing), LIMIT)


@pytest.mark.parametrize(
    ("body", "stated", "kind"),
    [
        (ARTICLE, "text/html; charset=utf-8", "text/html"),
        (ARTICLE, "", "text/html"),
        (b"\xef\xbb\xbf <!-- x --><!DOCTYPE html><p>x", "application/octet-stream", "text/html"),
        (b"%PDF-1.7 ...", "binary/octet-stream", "application/pdf"),
        (b"%PDF-1.7 ...", "text/html", "application/pdf"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "text/xml", FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "text/html", FEED),
        (b"<x/>", "Application/Atom+XML", FEED),
        (b"plain words", "text/plain", "text/plain"),
    ],
)
def test_kinds(body: bytes, stated: str, kind: str) -> None:
    assert kind_of(answered(body, Content_Type=stated), body) == kind


@pytest.mark.parametrize(
    ("body", "stated", "why"),
    [
        (b"\x89PNG", "image/png", "image/png; expected a web page"),
        (b"words", "", "of no stated kind; expected"),
        (b"<x/>", "text/xml", "text/xml; expected"),
        (b" \n", "text/html", "an empty page"),
        (b"{}", "application/json", "application/json"),
        (b"x", "\x1b[2J", r"\?; expected"),
    ],
)
def test_kinds_that_nobody_reads(body: bytes, stated: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        kind_of(answered(body, Content_Type=stated), body)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl, which makes the certificate")
def test_certificates_are_checked_against_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pem = tmp_path / "one.pem"
    command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=news.example -addext".split()
    made = subprocess.run(
        ["openssl", *command, "subjectAltName=DNS:news.example", "-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "crt")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    pem.write_bytes((tmp_path / "key").read_bytes() + (tmp_path / "crt").read_bytes())
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: real("127.0.0.1" if str(host).endswith(".example") else host, *rest, **more),
    )
    client._trust.cache_clear()
    with serving(pem) as site:
        site.page("/a")
        with pytest.raises(FetchError, match="certificate does not prove"):
            ask(parse(f"https://news.example:{site.port}/a"), {}, site.settings().fetching, limit=LIMIT)
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        client._trust.cache_clear()
        answer = ask(parse(f"https://news.example:{site.port}/a"), {}, site.settings().fetching, limit=LIMIT)
        assert answer.body == ARTICLE
        with pytest.raises(FetchError, match="certificate does not prove"):
            ask(parse(f"https://other.example:{site.port}/a"), {}, site.settings().fetching, limit=LIMIT)
    client._trust.cache_clear()
