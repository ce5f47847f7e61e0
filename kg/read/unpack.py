"""Input → the pieces in it: a file is one piece, a container as many as it holds, through containers in containers.

Memory stays bounded: one piece is held at a time, and a container that gives more than the settings allow is left.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from kg.errors import ReadError
from kg.model import Input, Piece, Skipped
from kg.read.kinds import HEAD, suffix_of, tell
from kg.read.names import stem, unique
from kg.read.parts import containers, readers
from kg.settings import Settings


def pieces_of(
    inputs: Sequence[Input], settings: Settings, progress: Callable[[str, int, int], None]
) -> Iterator[tuple[Piece | Skipped, str]]:
    """What the inputs hold, in order, each with the stem of its output files; `progress` hears of each input."""
    taken: Counter[str] = Counter(item.name for item in inputs)
    for done, item in enumerate(sorted(inputs, key=lambda i: i.name)):
        progress(item.path, done, len(inputs))
        for piece in unpack(item, settings):
            is_whole = isinstance(piece, Skipped) or piece.path == item.path
            yield piece, item.name if is_whole else unique(stem(piece.path), taken)
    progress("", len(inputs), len(inputs))


def unpack(item: Input, settings: Settings) -> Iterator[Piece | Skipped]:
    """The pieces of one input, in its order. What cannot be read is said, and the rest goes on."""
    try:
        with item.file.open("rb") as stream:
            suffix = tell(item.path, stream.read(HEAD))
            stream.seek(0)
            if suffix in containers():
                yield from _opened(stream, item.path, suffix, settings, settings.max_depth)
            else:
                yield Piece(item.path, read_at_most(stream, settings.max_file_bytes, item.path), suffix)
    except ReadError as error:
        yield Skipped(item.path, str(error), failed=True)
    except OSError as error:
        why = f"{item.path}: cannot be opened ({error.strerror}); check its permissions"
        yield Skipped(item.path, why, failed=True)


def read_at_most(stream: BinaryIO, limit: int, path: str) -> bytes:
    """All bytes of the stream.

    Raises:
        ReadError: there are more than `limit`; no more than that is read.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(f"{path}: more than {limit:,} bytes; expected at most that. Split it into articles")
    return data


def _opened(stream: BinaryIO, path: str, suffix: str, settings: Settings, depth: int) -> Iterator[Piece | Skipped]:
    """What a container holds, and what the containers in it hold, `depth` deep."""
    given, count = 0, 0
    for piece in containers()[suffix].pieces(stream, path=path, settings=settings):
        if isinstance(piece, Skipped):
            yield piece
            continue
        given, count = given + len(piece.data), count + 1
        if given > settings.max_unpacked_bytes or count > settings.max_pieces:
            raise ReadError(
                f"{path}: holds more than {settings.max_pieces:,} pieces or {settings.max_unpacked_bytes:,} bytes; "
                "what came before is read. Split it, or unpack it yourself"
            )
        yield from _looked_at(piece, settings, depth)


def _looked_at(piece: Piece, settings: Settings, depth: int) -> Iterator[Piece | Skipped]:
    suffix = suffix_of(piece)
    if suffix in containers():
        if depth <= 1:
            why = f"{piece.path}: a container in containers, more than {settings.max_depth} deep; unpack it yourself"
            yield Skipped(piece.path, why, failed=True)
            return
        try:
            yield from _opened(io.BytesIO(piece.data), piece.path, suffix, settings, depth - 1)
        except ReadError as error:
            yield Skipped(piece.path, str(error), failed=True)
    elif suffix in readers():
        yield piece
    else:
        yield Skipped(piece.path, f"no reader for this kind ({suffix or 'no ending'})")
