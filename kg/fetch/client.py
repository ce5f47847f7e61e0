"""One question to one machine: asked within bounds of time and size, answered as it came.

urllib3 (docs/decisions/0012-fetching.md). The connection goes to an IP address that `guard` let pass; the host's name is used for the
certificate and the Host header only. Redirects, cookies and proxies are not its business.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from http.client import HTTPException
from importlib.metadata import version
from threading import Timer
from types import TracebackType
from typing import Self

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, IncompleteRead, ProtocolError, ReadTimeoutError
from urllib3.response import HTTPResponse

from kg.errors import FetchError
from kg.fetch.address import PORTS, Address
from kg.fetch.guard import places
from kg.settings import Fetching

NAME = "stakeholder-kg"  # as robots.txt files call us
BLOCK = 1 << 16
ASIDE = 100_000  # bytes that are kept of an answer that is no article: a redirect, a page that says “not found”
BREAKS = (ConnectionError, IncompleteRead, ProtocolError)


class LaterError(FetchError):
    """An answer that may come if it is asked for again.

    Attributes:
        seconds: until then, as the site says; None if it does not say.
        address: which did not answer, where that is not the one that the user named.
    """

    def __init__(self, message: str, seconds: float | None = None, address: Address | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds
        self.address = address


class BusyError(LaterError):
    """A site that wants to be left alone for now, all of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one machine said to one question.

    Attributes:
        ip: of the machine.
        at: the second in which it began to answer, UTC.
        asked: the headers of the question; headers: of the answer, as they came.
        body: as it came, perhaps packed (Content-Encoding), without the marks of a transfer in chunks.
        is_cut: the body went on.
    """

    address: Address
    ip: str
    at: datetime
    asked: tuple[tuple[str, str], ...]
    version: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    is_cut: bool = False

    def header(self, name: str) -> str:
        """The first header of that name (in lower case), "" if there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def ask(address: Address, wanted: Mapping[str, str], settings: Fetching, *, limit: int, cut: bool = False) -> Answer:
    """What the address's host answers.

    Args:
        wanted: headers beside those that every question has.
        limit: bytes of an article's answer (status 200); more is refused, or cut off if `cut`.

    Raises:
        LaterError: it broke off.
        FetchError: it cannot be asked, does not answer in time, or says too much.
    """
    port = "" if address.port == PORTS[address.scheme] else f":{address.port}"
    asked = {
        "Host": address.host + port,
        "User-Agent": user_agent(settings),
        "Accept": "text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, "
        "application/xml;q=0.9, text/plain;q=0.9, */*;q=0.1",
        "Accept-Language": "en, *;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **wanted,
    }
    with _Watched(settings) as watched:
        try:
            connection, ip = _connected(address, settings, watched)
            connection.timeout = settings.read_seconds
            connection.request("GET", address.target, headers=asked, preload_content=False, decode_content=False)
            response = connection.getresponse()
            at = datetime.now(UTC).replace(microsecond=0)
            body, is_cut = _body(response, limit, cut)
        except (OSError, HTTPError, HTTPException, ValueError) as error:
            raise watched.fault(error) from error
        watched.check()  # a body without a stated length ends where the watch ended it
    return Answer(
        address, ip, at, tuple(asked.items()), response.version_string, response.status, response.reason or "",
        tuple(response.headers.iteritems()), body, is_cut,
    )  # fmt: skip


def user_agent(settings: Fetching) -> str:
    """How we name ourselves."""
    contact = f" ({settings.contact})" if settings.contact else ""
    return f"{NAME}/{version(NAME)}{contact}"


def _body(response: HTTPResponse, limit: int, cut: bool) -> tuple[bytes, bool]:
    """The body and whether it went on."""
    is_article = response.status == 200
    most = limit if is_article else ASIDE
    declared = response.headers.get("Content-Length", "")
    if is_article and not cut and declared.isdecimal() and int(declared) > limit:
        raise FetchError(_too_large(limit))
    parts, size = [], 0
    while size <= most and (block := response.read(BLOCK, decode_content=False)):
        parts.append(block)
        size += len(block)
    if size > most and is_article and not cut:
        raise FetchError(_too_large(limit))
    return b"".join(parts)[:most], size > most


def _too_large(limit: int) -> str:
    return f"more than {limit:,} bytes; expected an article of at most that"


def _connected(address: Address, settings: Fetching, watched: _Watched) -> tuple[HTTPConnection, str]:
    """A connection to the first of the host's machines that answers, and which that is."""
    failed: Exception | None = None
    for ip in places(address, settings):
        if address.scheme == "https":
            connection: HTTPConnection = HTTPSConnection(
                ip,
                address.port,
                timeout=settings.connect_seconds,
                ssl_context=_trust(),
                server_hostname=address.host.strip("[]"),
            )
        else:
            connection = HTTPConnection(ip, address.port, timeout=settings.connect_seconds)
        watched.connection = connection
        try:
            connection.connect()
        except (OSError, HTTPError) as error:
            connection.close()
            watched.check()
            failed = error
        else:
            watched.socket = connection.sock
            return connection, ip
    assert failed is not None  # noqa: S101 - `places` gives at least one
    raise failed


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """The certificates that this system trusts; where it keeps none for Python, those that the packages bring."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath or context.get_ca_certs()):
        with suppress(ImportError):
            import certifi

            context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


class _Watched:
    """Ends the connection when the whole of an answer takes too long, whatever it is that drips."""

    def __init__(self, settings: Fetching) -> None:
        self._settings = settings
        self._timer = Timer(settings.whole_seconds, self._end)
        self._timer.daemon = True
        self._is_over = False
        self.connection: HTTPConnection | None = None
        self.socket: socket.socket | None = None  # the connection forgets it while the answer is still being read

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self.connection is not None:
            self.connection.close()

    def _end(self) -> None:
        self._is_over = True
        sock = self.socket or (self.connection.sock if self.connection is not None else None)
        if sock is not None:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # not SSLSocket's, which the other thread may be reading

    def check(self) -> None:
        """Raises FetchError if the time is over."""
        if self._is_over:
            raise FetchError(f"the answer took more than {self._settings.whole_seconds:g} seconds; try again later")

    def fault(self, error: Exception) -> FetchError:
        """What went wrong, in words for the user."""
        if self._is_over:
            return FetchError(f"the answer took more than {self._settings.whole_seconds:g} seconds; try again later")
        if isinstance(error, ssl.SSLCertVerificationError):
            return FetchError(f"its certificate does not prove that it is the site ({error.verify_message}); not read")
        if isinstance(error, ConnectTimeoutError):
            return FetchError(f"no answer within {self._settings.connect_seconds:g} seconds; try again later")
        if isinstance(error, (ReadTimeoutError, TimeoutError)):
            return FetchError(f"silent for {self._settings.read_seconds:g} seconds; try again later")
        said = " ".join(str(error).rpartition(": ")[2].split())[:100]
        if isinstance(error, BREAKS):
            return LaterError(f"the answer broke off ({said or type(error).__name__}); try again later")
        return FetchError(f"cannot be reached ({said or type(error).__name__}); check the address, and the network")
