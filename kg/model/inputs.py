"""What a build is given: files, and the pieces that containers hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: where it lies, its path below the source folder, and the stem of its output files.

    Attributes:
        file: `STANDARD_INPUT` for what is handed to the program.
        suffix: the ending by which it is to be read whatever its name (".html"); "" to tell.
    """

    file: Path
    path: str
    name: str
    suffix: str = ""


STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of an article outside its text: by a column of a table, an entry of a feed, a header.

    Attributes:
        field: title, author, published, publisher or url.
        origin: where it stands, in words for the user: "column pub_date", "entry of the feed".
    """

    field: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to read: a file, or one of the things that a container (archive, mailbox, table, feed) holds.

    Attributes:
        path: below the source folder, through the containers: "week.zip/monday/one.html".
        suffix: the ending by which it is read (".html"); "" to tell from the path and the first bytes.
        charset: the encoding that came with it (a header's), which may be wrong; None if none did.
        notes: what whoever took it out of its container noticed ("cut off in the export"); one plain sentence each.
    """

    path: str
    data: bytes
    suffix: str = ""
    given: tuple[Given, ...] = ()
    charset: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A member of an archive, still packed: whoever opens it reads as much of it as they want.

    Attributes:
        path: as a Piece's.
        open: the member's bytes from their start; a fresh stream each time, to be closed.
        suffix: as a Piece's.
        is_forward_only: all of it has to be read before its archive can give the next.
    """

    path: str
    open: Callable[[], BinaryIO]
    suffix: str = ""
    is_forward_only: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """One input that gave nothing, and why.

    Attributes:
        failed: it should have been read; False for what was left out on purpose.
    """

    path: str
    why: str
    failed: bool = False
