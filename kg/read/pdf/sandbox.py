"""PDFium in a process of its own, with bounds on time and memory: a hostile file can end that process, not the build."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError

ENGINE = Path(__file__).with_name("engine.py")
MOST_PAGES = 1_000  # read of one file: a long report has a few hundred
MOST_CHARACTERS = 4_000_000  # read of one file: forty times a long report
MOST_MEMORY = 1_500_000_000  # bytes: PDFium unpacks a stream up to 1 GB; a hundred pages of print need 100 MB
MOST_SECONDS = 60  # of computing: a hundred pages take one or two
PATIENCE = 600  # seconds by the clock, on a machine that is busy


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print.

    Attributes:
        page: from 0.
        x0, y0, x1, y1: the box of its type in points, y upwards.
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    is_bold: bool
    text: str

    @property
    def height(self) -> float:
        """Of the type, in points."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Print:
    """What a PDF holds.

    Attributes:
        properties: of the file: Title, Author, CreationDate, Creator …
        pages: how many it has. sizes: width and height of those that were read.
        pictures: how many of the pages read have one.
        lines: in the order of the file, which need not be that of reading.
    """

    properties: dict[str, str]
    pages: int
    sizes: tuple[tuple[float, float], ...]
    pictures: int
    lines: tuple[Line, ...]


def print_of(data: bytes, path: str) -> Print:
    """What the PDF holds.

    Raises:
        ReadError: it is damaged, asks for a password, or takes more time or memory than any document should.
    """
    limits = (MOST_PAGES, MOST_CHARACTERS, MOST_MEMORY, MOST_SECONDS)
    command = [sys.executable, "-P", str(ENGINE), *map(str, limits)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired:
        raise ReadError(_greedy(path)) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        is_bound = done.returncode < 0 or not said or said.startswith("MemoryError")
        raise ReadError(_greedy(path) if is_bound else _unopened(path, said[:200]))
    told = json.loads(done.stdout)
    if "error" in told:
        raise ReadError(_unopened(path, told["error"]))
    return Print(
        properties=told["properties"],
        pages=told["pages"],
        sizes=tuple((width, height) for width, height in told["sizes"]),
        pictures=told["pictures"],
        lines=tuple(Line(*line) for line in told["lines"]),
    )


def _greedy(path: str) -> str:
    return (
        f"{path}: reading it takes more than {MOST_SECONDS} seconds or {MOST_MEMORY // 1_000_000:,} MB; expected a PDF as "
        "programs write them. Print it anew to PDF, or leave it out"
    )


def _unopened(path: str, error: str) -> str:
    if "password" in error.lower():
        return f"{path}: asks for a password; expected a PDF that opens without. Save a copy without a password"
    return f"{path}: damaged or no PDF ({error}); expected a PDF that a viewer opens. Download it again, or print it anew to PDF"
