"""Tables of articles as text: CSV, TSV and their kin, with the names of the columns in the first row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from kg.errors import ReadError
from kg.model import Piece, Skipped
from kg.read.decode import text_of
from kg.read.records import Row, pieces_of_rows
from kg.settings import Settings

SUFFIXES = (".csv", ".tsv", ".tab")
DELIMITERS = ",;\t|"


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Skipped]:
    """A piece for each row; the number in its path is the row's as a spreadsheet shows it, the names of the columns being row 1.

    Raises:
        ReadError: no table, no column with a text, or a cell that never ends.
    """
    text, notes = text_of(stream, path)
    yield from pieces_of_rows(lambda: _rows(text, path, settings), path=path, settings=settings, notes=notes)


def _rows(text: TextIO, path: str, settings: Settings) -> Iterator[Row]:
    text.seek(0)
    first = text.readline(settings.max_file_bytes)
    while first and not first.strip():
        first = text.readline(settings.max_file_bytes)
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(settings.max_file_bytes)
    lines = _Lines(first, text, settings.max_file_bytes, path)
    table = csv.reader(lines, delimiter=delimiter)
    try:
        names = _names(next(table, []))
        for number, cells in enumerate(table, start=2):
            lines.start_row()
            if lines.is_at_end:  # a row is given before the next line is asked for, unless a quotation mark is open
                where = f"{path}/{number:05}"
                why = (
                    "a quotation mark that is never closed, so that the rest of the table stands in this row; close it"
                )
                yield Skipped(where, f"{where}: {why}", failed=True)
            elif len(cells) > len(names) and any(cells[len(names) :]):
                where = f"{path}/{number:05}"
                why = f"{where}: {len(cells)} cells under {len(names)} names of columns; check its quotation marks"
                yield Skipped(where, why, failed=True)
            elif any(cell.strip() for cell in cells):
                yield number, dict.fromkeys(names, "") | dict(zip(names, cells, strict=False))
    except csv.Error as error:
        raise ReadError(f"{path}: {error}; expected a table. Check the quotation marks") from error


def _names(cells: list[str]) -> list[str]:
    """The names of the columns, each its own: what has none, or one that was there before, is called by its place."""
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split())
        names.append(name if name and name not in names else f"column {place}")
    return names


class _Lines:
    """The lines of a table; a row that goes on over too many is refused, so that an unclosed quotation mark does no harm."""

    def __init__(self, first: str, text: TextIO, limit: int, path: str) -> None:
        self._first = first
        self._text = text
        self._limit = limit
        self._path = path
        self._size = 0
        self.is_at_end = False

    def start_row(self) -> None:
        """Count anew."""
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        line = self._first
        while line:
            self._size += len(line)
            if self._size > self._limit:
                raise ReadError(
                    f"{self._path}: a row of more than {self._limit:,} characters; expected a table. "
                    "Check for a quotation mark that is not closed; what came before is read"
                )
            yield line
            line = self._text.readline(self._limit + 1)
        self.is_at_end = True
