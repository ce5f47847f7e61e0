"""Whether a web archive ends where its last record does, or was cut off inside one (a download that broke off)."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

GZIP = b"\x1f\x8b"
BLOCK = 1 << 18
MOST_HEAD = 1 << 16  # bytes of a record's head
LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d{1,15})\s*\r\n", re.IGNORECASE)
WITH_GZIP_HEAD = 31  # zlib's window bits for a stream with the head and checksum of gzip


def is_cut(stream: BinaryIO, start: int, most: int) -> bool:
    """Whether the stream ends inside a record; False where that cannot be told. A cut between two records leaves no trace.

    Args:
        start: where a record begins, as far back as the check goes.
        most: bytes that are unpacked for it at most.
    """
    stream.seek(0)
    is_packed = stream.read(2) == GZIP
    stream.seek(start)
    if is_packed and stream.read(2) != GZIP:
        start = 0  # all records in one packing
    stream.seek(start)
    return _is_packing_cut(stream, most) if is_packed else _is_record_cut(stream, start)


def _is_packing_cut(stream: BinaryIO, most: int) -> bool:
    data = b""
    while data := data or stream.read(BLOCK):
        if not data.startswith(GZIP):
            return data == GZIP[:1]
        packing = zlib.decompressobj(WITH_GZIP_HEAD)
        while not packing.eof:
            data = data or stream.read(BLOCK)
            if not data:
                return True
            try:
                most -= len(packing.decompress(data, BLOCK))
            except zlib.error:
                return False  # another fault, which whoever reads the records meets
            if most < 0:
                return False
            data = packing.unconsumed_tail
        data = packing.unused_data
    return False


def _is_record_cut(stream: BinaryIO, start: int) -> bool:
    size = stream.seek(0, 2)
    while start < size:
        stream.seek(start)
        head, end, _ = stream.read(MOST_HEAD).partition(b"\r\n\r\n")
        if not head.strip():
            return False
        if not end or not head.lstrip().startswith(b"WARC/"):
            return not end
        length = LENGTH.search(head + b"\r\n")
        if length is None:
            return False
        start += len(head) + len(end) + int(length[1])
        if start > size:
            return True
        start += 4  # two line ends
    return False
