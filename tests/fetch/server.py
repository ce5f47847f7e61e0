"""A web site on this machine that behaves as well or as badly as a test wants."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from kg.settings import Fetching, Settings

ARTICLE = (
    "<html><head><title>Pool to reopen</title></head><body><article><h1>Pool to reopen</h1>"
    "<p>The council of Harrow will repair the pool this year, its leader told the meeting on Tuesday evening.</p>"
    "<p>“We will open it in May,” said Anna Bell, leader of Harrow Council. The work was put off for years, and it is not yet "
    "clear who will pay for it in the end.</p></article></body></html>"
).encode()

Page = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the site's pages."""

    site: Site

    def do_GET(self) -> None:
        self.site.asked.append((self.path, dict(self.headers.items())))
        page = self.site.pages.get(self.path)
        with suppress(ConnectionError):
            if page is None:
                self.give(b"nothing here", status=404)
            else:
                page(self)

    def give(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        stated = {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in (stated | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Site:
    """What the server has been asked, and what it answers to each path."""

    def __init__(self, port: int, scheme: str = "http") -> None:
        self.port = port
        self.root = f"{scheme}://127.0.0.1:{port}"
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def page(self, path: str, body: bytes = ARTICLE, **rest: object) -> str:
        """Answer with this body; the page's address."""
        self.pages[path] = lambda handler: handler.give(body, **rest)  # type: ignore[arg-type]
        return self.root + path

    def moved(self, path: str, to: str, status: int = 302) -> str:
        return self.page(path, b"", status=status, Location=to)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def settings(self, size: int = 200_000, **changes: object) -> Settings:
        """Settings for a site on this machine that is in no need of politeness."""
        quick: dict[str, object] = {"delay_seconds": 0, "private": True, "ports": (self.port,), "whole_seconds": 20}
        return Settings(max_file_bytes=size, fetching=Fetching(**(quick | changes)))  # type: ignore[arg-type]


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    handler = type("OneHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_address[1], "http" if certificate is None else "https")
    handler.site = site  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
