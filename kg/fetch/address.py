"""Addresses as the user names them, one by one and in lists."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from kg.errors import FetchError
from kg.fetch import is_address
from kg.model import Skipped

PORTS = {"http": 80, "https": 443}
LONGEST = 2000  # characters of an address: more is no article's
LONGEST_LIST = 10_000_000  # bytes
NAME_PART = 60  # characters of the host, and of the last words of the path, in a file's name
COMMENT = re.compile(r"(?:^|\s)#.*")


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in the one form in which it is asked for: host in ASCII and lower case, path quoted, no fragment.

    Attributes:
        target: path and query.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"

    def __str__(self) -> str:
        return self.site + self.target

    @property
    def file_name(self) -> str:
        """A name for what is kept of it, stable and its own: "news.example-pool-to-reopen-1a2b3c4d5e"."""
        path = self.target.partition("?")[0].rstrip("/").rpartition("/")[2]
        words = re.findall(r"[a-z0-9]+", re.sub(r"%[0-9a-f]{2}|\.[a-z]{2,5}$", " ", path.lower()))
        while words and len("-".join(words)) > NAME_PART:
            words.pop()
        host = re.sub(r"[^a-z0-9.-]+", "_", self.host.strip("[]")).strip(".")[-NAME_PART:]
        digest = hashlib.sha256(str(self).encode()).hexdigest()[:10]
        return "-".join([host, *words, digest])


def parse(text: str) -> Address:
    """The address that a text is.

    Raises:
        FetchError: it is none that is fetched; the message names it, without its password.
    """
    shown = without_secrets(text)
    if not is_address(text):
        raise FetchError(f"{shown}: no web address; expected one that begins with https:// or http://")
    if len(text) > LONGEST:
        raise FetchError(f"{shown}: longer than {LONGEST:,} characters; expected the address of a page")
    if re.search(r"[\s\\\x00-\x1f\x7f]", text):
        raise FetchError(f"{shown}: blanks or backslashes in an address; expected them quoted (%20)")
    try:
        parsed = parse_url(text)
    except LocationParseError:
        raise FetchError(f"{shown}: no web address that can be understood; check its host and port") from None
    if parsed.auth is not None:
        raise FetchError(f"{shown}: a user name or password in an address is never sent; leave it out")
    host = (parsed.host or "").rstrip(".")
    if parsed.scheme not in PORTS or not host or "%" in host or ".." in host:
        raise FetchError(f"{shown}: no web address with a host; check it")
    port = PORTS[parsed.scheme] if parsed.port is None else parsed.port
    return Address(parsed.scheme, host, port, parsed.request_uri)


def follow(address: Address, location: str) -> Address:
    """Where a redirect from the address leads.

    Raises:
        FetchError: to nothing that is fetched.
    """
    try:
        return parse(urljoin(str(address), location.strip()))
    except ValueError:
        raise FetchError(f"{without_secrets(location)}: no web address") from None


def without_secrets(text: str) -> str:
    """The address as it may be shown: one printable line, without user name and password."""
    shown = re.sub(r"(?<=://)[^/?#\s]*@", "…@", text)
    return "".join(c if c.isprintable() else "\ufffd" for c in shown)[:300]


def listed(sources: Sequence[str]) -> tuple[list[Address], list[Skipped]]:
    """The addresses that the sources are or list, in order, each once; and what is none, with the reason.

    Args:
        sources: addresses, files with one address a line (after # stands a comment), or "-" for such lines on standard input.

    Raises:
        FetchError: a list that cannot be opened.
    """
    found: dict[Address, None] = {}
    wrong = []
    for text, where in (line for source in sources for line in _lines(source)):
        try:
            found[parse(text)] = None
        except FetchError as error:
            wrong.append(Skipped(without_secrets(text), f"{where}{error}", failed=True))
    return list(found), wrong


def _lines(source: str) -> Iterator[tuple[str, str]]:
    """The addresses as they are written, each with where it stands ("" for the command line)."""
    if is_address(source):
        yield source, ""
        return
    name = "standard input" if source == "-" else Path(source).name
    try:
        data = _bytes(source)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise FetchError(
            f"{without_secrets(source)}: cannot be opened ({why}); expected an address that begins with https:// or http://, "
            "a file with one a line, or - for standard input"
        ) from error
    if len(data) > LONGEST_LIST or b"\0" in data:
        raise FetchError(f"{name}: no list of addresses; expected text with one address a line")
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), start=1):
        text = COMMENT.sub("", line).strip()
        if text:
            yield text, f"{name}, line {number}: "


def _bytes(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(LONGEST_LIST + 1)
    with Path(source).open("rb") as file:
        return file.read(LONGEST_LIST + 1)
