"""Tables of articles as Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.errors import ReadError
from kg.model import Piece, Skipped
from kg.read.columns import as_record
from kg.read.parts import needs
from kg.read.records import Row, pieces_of_rows
from kg.settings import Settings

SUFFIXES = (".parquet", ".pq")
ROWS = 64  # that are held at a time
DEEPEST_SCHEMA = 1_000_000  # bytes of a string, and things in a list, that the file's own description may have


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Skipped]:
    """A piece for each row; the number in its path counts from 1.

    Raises:
        ReadError: pyarrow is not installed, the file is broken, or no column holds a text.
    """
    arrow, parquet = needs("pyarrow", path), needs("pyarrow.parquet", path)
    try:
        table = parquet.ParquetFile(
            stream, thrift_string_size_limit=DEEPEST_SCHEMA, thrift_container_size_limit=DEEPEST_SCHEMA
        )
        yield from pieces_of_rows(lambda: _rows(table, path, settings), path=path, settings=settings)
    except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
        said = " ".join(str(error).split())[:100]
        raise ReadError(f"{path}: broken, or no Parquet file ({said}); save the table again, or as CSV") from error


def _rows(table: Any, path: str, settings: Settings) -> Iterator[Row]:
    number = 0
    for batch in table.iter_batches(batch_size=ROWS):
        if batch.nbytes > ROWS * settings.max_file_bytes:
            raise ReadError(f"{path}: {ROWS} rows of more than {settings.max_file_bytes:,} bytes each; split the table")
        for row in batch.to_pylist():
            number += 1
            yield number, as_record(row)
