"""Archives and compressed files: zip, tar, gzip, bzip2, xz. Members are handed on still packed, in the order of the file.

The order of the file, not of the names: the same bytes give the same order, and a compressed tar can only be read forward.
Nothing is ever written under a member's name; what is no file (link, device) is left.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, cast

from kg.errors import ReadError
from kg.model import Packed, Piece, Skipped
from kg.read.kinds import HEAD, tell
from kg.read.names import readable
from kg.settings import Settings

ZIP = (".zip",)
TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
ONE: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb")),
    ".bz2": lambda stream: cast(BinaryIO, bz2.BZ2File(stream)),
    ".xz": lambda stream: cast(BinaryIO, lzma.LZMAFile(stream)),  # noqa: SIM115 - whoever unpacks closes it
}
MAGIC = ((b"\x1f\x8b", ".gz"), (b"BZh", ".bz2"), (b"\xfd7zXZ", ".xz"))
SUFFIXES = (*ZIP, *TAR, *ONE)

BROKEN = (
    EOFError,
    OSError,
    RuntimeError,  # zipfile: encrypted, or a method that it does not know (NotImplementedError)
    ValueError,
    OverflowError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
)
LARGEST_HEADER = (
    100_000  # bytes between two files of a tar: a name takes 512, a long one with attributes a few thousand
)
IS_ENCRYPTED, IS_UTF_8 = 0x1, 0x800  # flag bits of a zip's member (APPNOTE.TXT 4.4.4)
LINK, FILE_TYPE = 0o120000, 0o170000  # st_mode, as Unix keeps it in a zip
DRIVE = re.compile(r"^[A-Za-z]:")


def pieces(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Packed | Skipped]:
    """The members of the archive, or the one file that is compressed.

    Raises:
        ReadError: it is broken, cut off, or no archive at all.
    """
    magic = stream.read(6)
    stream.seek(0)
    packing = next((ending for start, ending in MAGIC if magic.startswith(start)), "")
    try:
        if path.lower().endswith(TAR) or (not packing and not magic.startswith(b"PK")):
            yield from _tar(ONE[packing](stream) if packing else stream, path, settings)
        elif packing:
            yield _one(stream, path, packing)
        else:
            yield from _zip(stream, path, settings)
    except BROKEN as error:
        raise ReadError(_broken(path, error)) from error


def _one(stream: BinaryIO, path: str, packing: str) -> Packed:
    """The file that is compressed on its own: it keeps the path, and is read by the ending before the packing's."""
    bare = path[: -len(packing)] if path.lower().endswith(packing) else path
    unpacked = partial(_from_start, stream, ONE[packing], path)
    with unpacked() as first:
        head = first.read(HEAD)
    return Packed(path, unpacked, tell(bare, head) or ".txt")


def _from_start(stream: BinaryIO, unpack: Callable[[BinaryIO], BinaryIO], path: str) -> BinaryIO:
    stream.seek(0)
    return _careful(unpack(stream), path)


def _zip(stream: BinaryIO, path: str, settings: Settings) -> Iterator[Packed | Skipped]:
    _check_directory(stream, path, settings)
    archive = zipfile.ZipFile(stream)
    for member in archive.infolist():
        inside = f"{path}/{_inside(_name(member))}"
        if member.is_dir():
            continue
        if (member.external_attr >> 16) & FILE_TYPE == LINK:
            yield Skipped(inside, "a link; links in archives are not followed")
        elif member.flag_bits & IS_ENCRYPTED:
            yield Skipped(inside, f"{inside}: encrypted; unpack it with its password", failed=True)
        else:
            yield Packed(inside, partial(_from_zip, archive, member, inside))


def _from_zip(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str) -> BinaryIO:
    try:
        return _careful(cast(BinaryIO, archive.open(member)), path)
    except BROKEN as error:
        raise ReadError(_broken(path, error)) from error


def _check_directory(stream: BinaryIO, path: str, settings: Settings) -> None:
    """Raises ReadError if the directory at the end, which is read as a whole, is larger than a file may be."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - (1 << 16) - 22))
    tail = stream.read()
    at, at_64 = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    lengths = [struct.unpack_from("<I", tail, at + 12)[0]] if 0 <= at <= len(tail) - 22 else [0]
    if 0 <= at_64 <= len(tail) - 56:
        lengths = [struct.unpack_from("<Q", tail, at_64 + 40)[0]]
    if lengths[0] > settings.max_file_bytes:
        raise ReadError(f"{path}: a list of members of {lengths[0]:,} bytes; split the archive, or unpack it yourself")
    stream.seek(0)


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name: what zipfile took for the DOS code page is UTF-8 more often, where it can be."""
    if member.flag_bits & IS_UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _tar(stream: BinaryIO, path: str, settings: Settings) -> Iterator[Packed | Skipped]:
    """Members are read forward only: what is left of one is read by whoever unpacks before the next is looked for."""
    counted = _Counted(stream, path)
    counted.allow(LARGEST_HEADER)
    with tarfile.open(fileobj=cast(BinaryIO, counted), mode="r|") as archive:
        for number in range(settings.max_pieces + 1):
            counted.allow(LARGEST_HEADER)
            member = archive.next()
            archive.members = []  # type: ignore[attr-defined] # or each would be kept
            if member is None:
                return
            counted.allow(None)
            inside = f"{path}/{_inside(member.name)}"
            data = archive.extractfile(member) if member.isreg() else None
            if data is not None:
                yield Packed(inside, partial(_careful, cast(BinaryIO, data), inside), is_forward_only=True)
            elif not member.isdir():
                what = "a link" if member.issym() or member.islnk() else "a device or pipe"
                yield Skipped(inside, f"{what}; only files in archives are read")
            if number == settings.max_pieces:
                raise ReadError(f"{path}: more than {number:,} members; what came before is read. Split it")


def _inside(name: str) -> str:
    """A member's name as a path below the archive: none leads out of it."""
    parts = DRIVE.sub("", name.replace("\\", "/")).split("/")
    return readable("/".join(part for part in parts if part not in ("", ".", ".."))) or "member"


def _broken(path: str, error: Exception) -> str:
    said = str(error).split("\n")[0][:100] or type(error).__name__
    return f"{path}: broken, cut off, or not of the kind that its name says ({readable(said)}); get it again, or unpack it yourself"


class _Counted:
    """A stream that gives only so many bytes until it is allowed more: tarfile would read headers of any size into memory."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream = stream
        self._path = path
        self._left: int | None = None

    def allow(self, size: int | None) -> None:
        """Give so many bytes from here on; None for all."""
        self._left = size

    def read(self, size: int) -> bytes:
        """At most so many bytes."""
        block: bytes = getattr(self._stream, "read1", self._stream.read)(size)  # what there is, before any complaint
        if self._left is not None:
            self._left -= len(block)
            if self._left < 0:
                raise ReadError(
                    f"{self._path}: broken, or a header of more than {LARGEST_HEADER:,} bytes; get it again"
                )
        return block


class _Careful:
    """A stream whose complaints name the member, whatever library unpacks it."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream = stream
        self._path = path

    def read(self, size: int) -> bytes:
        """At most so many bytes."""
        try:
            return self._stream.read(size)
        except BROKEN as error:
            raise ReadError(_broken(self._path, error)) from error

    def close(self) -> None:
        """No more of it will be read."""
        self._stream.close()

    def __enter__(self) -> _Careful:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _careful(stream: BinaryIO, path: str) -> BinaryIO:
    return cast(BinaryIO, _Careful(stream, path))
