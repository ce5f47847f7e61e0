"""Mailboxes (`.mbox`): each message is a mail of its own, called by its number and its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.parser import BytesHeaderParser
from typing import BinaryIO

from kg.errors import ReadError
from kg.model import Packed, Piece, Skipped
from kg.read.records import numbered
from kg.settings import Settings

SUFFIXES = (".mbox",)
FROM = re.compile(rb"From (?:\S+|-)\s.*\b(?:19|20)\d\d\b")  # the line that begins a message, after a blank one
ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
LONGEST_LINE = 1 << 20  # bytes that are read at a time


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Packed | Skipped]:
    """The messages, in the order of the box.

    Raises:
        ReadError: it holds none.
    """
    number = 0
    for message in _messages(stream, settings.max_file_bytes):
        number += 1
        if message is None:
            why = f"{path}: message {number}: more than {settings.max_file_bytes:,} bytes; save what is attached to it by itself"
            yield Skipped(f"{path}/{number:05}", why, failed=True)
        else:
            yield Piece(numbered(path, number, _subject(message)), ESCAPED.sub(rb"\1", message), ".eml")
    if not number:
        raise ReadError(
            f"{path}: no mailbox (no message begins in it); expected the mbox format, as mail programs export it"
        )


def _messages(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The messages without the line that begins each; None for one of more than `most` bytes, which is passed over."""
    lines: list[bytes] | None = None
    size = 0
    is_after_blank = True
    while line := stream.readline(LONGEST_LINE):
        if is_after_blank and FROM.match(line):
            if lines is not None:
                yield b"".join(lines) if size <= most else None
            lines, size = [], 0
        elif lines is not None:
            size += len(line)
            if size <= most:
                lines.append(line)
            else:
                lines.clear()
        is_after_blank = not line.strip()
    if lines is not None:
        yield b"".join(lines) if size <= most else None


def _subject(message: bytes) -> str:
    """What the message says it is about, "" if nothing that can be read."""
    head = re.split(rb"\r?\n\r?\n", message[:100_000], maxsplit=1)[0]
    try:
        return str(BytesHeaderParser(policy=policy.default).parsebytes(head + b"\n\n").get("Subject", ""))
    except (ValueError, TypeError, IndexError, LookupError, AttributeError):  # what the parser of broken headers raises
        return ""
