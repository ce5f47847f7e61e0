"""Bytes → text, in whatever encoding they are. Line ends stay as they are: offsets count them."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Sequence
from typing import BinaryIO, TextIO

from charset_normalizer import from_bytes

from kg.errors import ReadError

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
CONTROL_SHARE = 0.01  # of control characters above which a file is taken for binary
FOREIGN = re.compile(
    "[\u0370-\u1fff\u2500-\u25ff]"
)  # other scripts and the blocks that single-byte encodings fill up with
LEAST_FOREIGN = 0.1  # of a text's letters: fewer are Latin punctuation read in the wrong encoding
HEAD = 1 << 16  # bytes of a long text that are looked at first
MOSTLY_NUL = 0.7  # of every other byte: so UTF-16 writes English
# “ before a capital, ’ in “don’t”, as Mac Roman writes them: in Windows-1252 this would be ÒWe and donÕt
MAC_QUOTES = re.compile(rb"(?<![\w\x80-\xff])\xd2[A-Z]|[a-z]\xd5(?:s|t|re|ve|ll|d|m)(?![a-z\x80-\xff])")
GOOD_PER_BAD = 20  # good characters beyond ASCII for each broken one, from which broken UTF-8 is still UTF-8


def decode(data: bytes, path: str, declared: Sequence[str] = ()) -> str:
    """The text of a file: by its byte order mark, as UTF-8, as declared, or in the encoding that charset-normalizer finds.

    What is valid UTF-8 is UTF-8, whatever is declared: no other encoding looks like it by chance.

    Args:
        declared: names of encodings that came with the file, the most trusted first; wrong and unknown ones are passed over.

    Raises:
        ReadError: the file is empty, or is no text.
    """
    if not data.strip():
        raise ReadError(f"{path}: the file is empty; expected an article. Leave it out or save it again")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return _checked(
                    data[len(mark) :].decode("utf-8") if encoding == "utf-8" else data.decode(encoding), path
                )
            except UnicodeDecodeError:
                break
    if unmarked := _unmarked(data):
        return _checked(data.decode(unmarked, "replace"), path)
    try:
        return _checked(data.decode("utf-8"), path)
    except UnicodeDecodeError:
        pass
    if data.count(b"\0") > len(data) * CONTROL_SHARE:
        raise ReadError(_binary(path))
    patched = data.decode("utf-8", "replace")
    broken = patched.count("\ufffd")
    if sum(character > "\x7f" for character in patched) - broken > GOOD_PER_BAD * broken:
        return _checked(patched, path)
    for name in declared:
        if (text := _as_declared(data, name)) is not None:
            return _checked(text, path)
    found = from_bytes(data, cp_isolation=["cp1252", "latin_1", "utf_16", "mac_roman", "cp1250", "cp1251"])
    best = found.best()
    if best is None:
        raise ReadError(_binary(path))
    # English pages are Windows-1252 unless it makes a mess of them: cp1250 would read every £ as Ł just as smoothly
    if MAC_QUOTES.search(data):
        return _checked(data.decode("mac_roman"), path)
    best = next((guess for guess in found if guess.encoding == "cp1252" and guess.chaos <= best.chaos), best)
    return _checked(str(best), path)


def text_of(stream: BinaryIO, path: str) -> tuple[TextIO, tuple[str, ...]]:
    """A long text, to be read a bit at a time: by its byte order mark, as UTF-8, or else as Windows-1252; and a note if so.

    Args:
        stream: is looked through once, from its start.

    Raises:
        ReadError: its beginning is no text.
    """
    head = stream.read(HEAD)
    marked = next((encoding for mark, encoding in MARKS if head.startswith(mark)), _unmarked(head))
    _checked(head.decode(marked or "latin_1", "replace"), path)
    encoding = {"utf-8": "utf-8-sig"}.get(marked, marked) if marked else _encoding(stream)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
    return text, () if encoding != "cp1252" else ("not UTF-8; read as Windows-1252",)


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by its NULs; None for anything else."""
    first, second = data[:HEAD:2], data[1:HEAD:2]
    for nul, other, encoding in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if nul.count(0) > MOSTLY_NUL * len(nul) and not other.count(0):
            return encoding
    return None


def _encoding(stream: BinaryIO) -> str:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := stream.read(1 << 20):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _as_declared(data: bytes, name: str) -> str | None:
    """The text in the encoding with this name; None if the name is unknown, not of a text encoding, or the bytes do not fit."""
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    foreign = len(FOREIGN.findall(text))
    is_stray = 0 < foreign < LEAST_FOREIGN * sum(map(str.isalpha, text))
    return None if is_stray or any("\x80" <= character <= "\x9f" for character in text) else text


def _checked(text: str, path: str) -> str:
    control = sum(character < " " and character not in "\n\r\t\f\v" for character in text)
    if control > len(text) * CONTROL_SHARE:
        raise ReadError(_binary(path))
    return text


def _binary(path: str) -> str:
    return (
        f"{path}: not a text file (or in an encoding that cannot be told); expected plain text. Save it as UTF-8 text"
    )
