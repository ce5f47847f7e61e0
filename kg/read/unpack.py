"""Input → the pieces in it: a file is one piece, a container as many as it holds, through containers in containers.

Memory stays bounded: one piece is held at a time, a container in a container lies in a temporary file without a name, and
one budget counts all that comes out of an input, however deep and whatever sizes its headers declare.
"""

from __future__ import annotations

import io
import os
import stat
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import BinaryIO, cast

from kg.errors import ReadError
from kg.model import STANDARD_INPUT, Input, Packed, Piece, Skipped
from kg.read.kinds import HEAD, suffix_of, tell
from kg.read.leave import no_reader, reason_to_leave
from kg.read.names import stem, unique
from kg.read.parts import containers, readers
from kg.settings import Settings

IN_MEMORY = 1_000_000  # bytes of a container in a container that are held before they go into a temporary file
CHUNK = 1 << 18


class TooMuchError(ReadError):
    """An input that gives more than the settings allow: the whole of it is left."""


class Budget:
    """What one input may still give, counted over all that is in it."""

    def __init__(self, path: str, settings: Settings) -> None:
        self._path = path
        self._settings = settings
        self._bytes = settings.max_unpacked_bytes
        self._pieces = settings.max_pieces

    def spend(self, size: int, pieces: int = 0) -> None:
        """Count bytes and pieces that came out.

        Raises:
            TooMuchError: it is more than the settings allow.
        """
        self._bytes -= size
        self._pieces -= pieces
        if self._bytes < 0 or self._pieces < 0:
            raise TooMuchError(
                f"{self._path}: holds more than {self._settings.max_pieces:,} pieces or "
                f"{self._settings.max_unpacked_bytes:,} bytes; what came before is read. Split it, or unpack it yourself"
            )

    def spend_on(self, stream: BinaryIO, most: int) -> Iterator[bytes]:
        """The stream's bytes up to `most`, in blocks that are counted as they come."""
        while most > 0 and (block := stream.read(min(CHUNK, most))):
            self.spend(len(block))
            most -= len(block)
            yield block


def pieces_of(
    inputs: Sequence[Input], settings: Settings, progress: Callable[[str, float, int], None]
) -> Iterator[tuple[Piece | Skipped, str]]:
    """What the inputs hold, in order, each with the stem of its output files; `progress` hears of each piece."""
    taken: Counter[str] = Counter(item.name for item in inputs)
    for done, item in enumerate(sorted(inputs, key=lambda i: i.name)):
        progress(f"reading {item.path}", done, len(inputs))
        for piece, share in _with_share(item, settings):
            is_whole = isinstance(piece, Skipped) or piece.path == item.path
            if not is_whole:
                progress(f"reading {piece.path}", done + share, len(inputs))
            yield piece, item.name if is_whole else unique(stem(piece.path), taken)
    progress("", len(inputs), len(inputs))


def unpack(item: Input, settings: Settings) -> Iterator[Piece | Skipped]:
    """The pieces of one input, in its order. What cannot be read is said, and the rest goes on."""
    for piece, _ in _with_share(item, settings):
        yield piece


def read_at_most(stream: BinaryIO, limit: int, path: str) -> bytes:
    """All bytes of the stream.

    Raises:
        ReadError: there are more than `limit`; no more than that is read.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(_too_large(path, limit))
    return data


def _with_share(item: Input, settings: Settings) -> Iterator[tuple[Piece | Skipped, float]]:
    """The pieces of one input, each with the share of the input that lies before it (0 to 1)."""
    budget = Budget(item.path, settings)
    try:
        with closing(_opened_file(item, budget, settings)) as stream:
            size = stream.seek(0, os.SEEK_END)
            if not size:
                raise ReadError(f"{item.path}: the file is empty; expected an article. Leave it out or save it again")
            stream.seek(0)
            # without an ending: standard input, or a file that was named by itself (in a folder such are left out)
            suffix = item.suffix or tell(item.path, stream.read(HEAD)) or ".txt"
            stream.seek(0)
            if suffix in containers():
                for piece in _opened(stream, item.path, suffix, settings, budget):
                    yield piece, 0.0 if stream.closed else min(0.99, stream.tell() / max(1, size))
            else:
                yield Piece(item.path, read_at_most(stream, settings.max_file_bytes, item.path), suffix), 0.0
    except ReadError as error:
        yield Skipped(item.path, str(error), failed=True), 1.0
    except OSError as error:
        why = f"{item.path}: cannot be opened ({error.strerror or error}); check that it is there and may be read"
        yield Skipped(item.path, why, failed=True), 1.0


def _opened_file(item: Input, budget: Budget, settings: Settings) -> BinaryIO:
    """The input's bytes, seekable. A pipe or device that took the file's place since it was found does not block."""
    if item.file == STANDARD_INPUT:
        return _held(sys.stdin.buffer, item.path, budget, settings.max_unpacked_bytes)
    number = os.open(item.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise ReadError(f"{item.path}: no regular file (a folder, pipe or device); expected a file to read")
    return cast(BinaryIO, os.fdopen(number, "rb"))


def _held(stream: BinaryIO, path: str, budget: Budget, limit: int) -> BinaryIO:
    """All of the stream, seekable: in memory while it is small, else in a temporary file without a name."""
    held = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - whoever asked for it closes it
    try:
        for block in budget.spend_on(stream, limit + 1):
            held.write(block)
        if held.tell() > limit:
            raise ReadError(_too_large(path, limit))
    except BaseException:
        held.close()
        raise
    held.seek(0)
    return cast(BinaryIO, held)


def _opened(
    stream: BinaryIO, path: str, suffix: str, settings: Settings, budget: Budget, depth: int = 1
) -> Iterator[Piece | Skipped]:
    """What a container holds, and what the containers in it hold; `depth` counts from 1."""
    for found in containers()[suffix].pieces(stream, path=path, settings=settings):
        budget.spend(0, pieces=1)
        if isinstance(found, Skipped):
            yield found
            continue
        try:
            if isinstance(found, Packed):
                yield from _unpacked(found, settings, budget, depth)
            else:
                budget.spend(len(found.data))
                yield from _looked_at(found, settings, budget, depth)
        except TooMuchError:
            raise
        except ReadError as error:
            yield Skipped(found.path, str(error), failed=True)


def _unpacked(member: Packed, settings: Settings, budget: Budget, depth: int) -> Iterator[Piece | Skipped]:
    """A member of an archive: its pieces if it is a container, else itself."""
    with closing(member.open()) as stream:
        try:
            reason = reason_to_leave(member.path)
            if reason:
                yield Skipped(member.path, reason)
            else:
                yield from _read_member(member, stream, settings, budget, depth)
        finally:
            if member.is_forward_only:
                for _ in budget.spend_on(stream, sys.maxsize):
                    pass


def _read_member(
    member: Packed, stream: BinaryIO, settings: Settings, budget: Budget, depth: int
) -> Iterator[Piece | Skipped]:
    head = stream.read(HEAD)
    suffix = member.suffix or tell(member.path, head)
    whole = cast(BinaryIO, _Rest(head, stream))
    if suffix in containers():
        _check_depth(member.path, settings, depth)
        with closing(_held(whole, member.path, budget, settings.max_unpacked_bytes)) as held:
            yield from _opened(held, member.path, suffix, settings, budget, depth + 1)
    elif suffix in readers():
        data = b"".join(budget.spend_on(whole, settings.max_file_bytes + 1))
        if len(data) > settings.max_file_bytes:
            raise ReadError(_too_large(member.path, settings.max_file_bytes))
        yield Piece(member.path, data, suffix)
    else:
        yield Skipped(member.path, no_reader(member.path, suffix))


def _looked_at(piece: Piece, settings: Settings, budget: Budget, depth: int) -> Iterator[Piece | Skipped]:
    suffix = suffix_of(piece)
    if suffix in containers():
        _check_depth(piece.path, settings, depth)
        yield from _opened(io.BytesIO(piece.data), piece.path, suffix, settings, budget, depth + 1)
    elif suffix in readers():
        yield piece
    else:
        yield Skipped(piece.path, no_reader(piece.path, suffix))


def _check_depth(path: str, settings: Settings, depth: int) -> None:
    if depth >= settings.max_depth:
        raise ReadError(f"{path}: a container in containers, more than {settings.max_depth} deep; unpack it yourself")


class _Rest:
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def read(self, size: int) -> bytes:
        """At most so many bytes; b"" at the end."""
        if self._head:
            block, self._head = self._head[:size], self._head[size:]
            return block
        return self._stream.read(size)


def _too_large(path: str, limit: int) -> str:
    return f"{path}: more than {limit:,} bytes; expected at most that. Split it into articles"
