"""The parts of a Word file (ECMA-376: XML in a zip archive), fed to a parser bit by bit: no part, and no tree of one, is held whole."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any, Protocol, cast

from lxml import etree

from kg.errors import ReadError
from kg.read.archive import BROKEN

MOST_XML = 40_000_000  # bytes of one part, unpacked: a book of 1,000 pages has 20 MB
CHUNK = 1 << 16
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that an encrypted file is kept in (MS-OFFCRYPTO 2.3.4)
WEB_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html)", re.IGNORECASE)
AGAIN = "Open it in a word processor and save it anew as .docx"


class Target(Protocol):
    """What is told of each element as it is parsed; names without their namespace, foreign ones with a prefix: "mc:Fallback"."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Characters stand in the element begun last."""


PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",  # the strict variant
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
}


class Package:
    """A Word file whose parts can be parsed by what they are for.

    Raises:
        ReadError: encrypted, of the old kind, no Word file, or broken.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        _check_kind(data, path)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise ReadError(f"{path}: broken, cut off, or no Word file; expected a .docx. {AGAIN}") from error
        self._names = {name.lower(): name for name in self._archive.namelist()}
        self.main = self._related("", "officeDocument")
        if not self.main:
            raise ReadError(f"{path}: no document in it; expected a Word file. {AGAIN}, or read it as what it is")

    def parse(self, name: str, target: Target) -> None:
        """Tell the target what the part holds; nothing if there is no such part.

        Raises:
            ReadError: the part is broken, declares entities, or is larger than any document.
        """
        member = self._names.get(name.lower())
        if member is None:
            return
        parser = etree.XMLParser(
            target=cast(Any, _Told(target)), resolve_entities=False, no_network=True, huge_tree=False
        )
        size = 0
        try:
            with self._archive.open(member) as stream:
                while block := stream.read(CHUNK):
                    size += len(block)
                    if size > MOST_XML:
                        raise ReadError(
                            f"{self._path}: {name} unpacks to more than {MOST_XML:,} bytes; expected a document. Split it"
                        )
                    parser.feed(block)
            parser.close()
        except (*BROKEN, etree.XMLSyntaxError) as error:
            if isinstance(error, ReadError):
                raise
            said = " ".join(str(error).split())[:80]
            raise ReadError(f"{self._path}: broken ({name}: {said}); expected a Word file. {AGAIN}") from error
        except _EntitiesError:
            raise ReadError(
                f"{self._path}: {name} declares entities, as no word processor does; expected a Word file. Leave it out"
            ) from None

    def related(self, kind: str) -> str:
        """The name of the part that the document uses as its `kind` ("styles"), "" if it has none."""
        return self._related(self.main, kind)

    def properties(self) -> dict[str, str]:
        """What the file says of itself: "dc:title", "dc:creator", "dcterms:created"."""
        said = _Said()
        self.parse(self._related("", "core-properties"), said)
        return said.values

    def _related(self, source: str, kind: str) -> str:
        folder, base = posixpath.split(source)
        found = _Relationships(kind)
        self.parse(posixpath.join(folder, "_rels", f"{base}.rels"), found)
        return posixpath.normpath(posixpath.join("/", folder, found.target)).lstrip("/") if found.target else ""


def _check_kind(data: bytes, path: str) -> None:
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise ReadError(f"{path}: encrypted; expected a file without a password. Save a copy without a password")
        raise ReadError(
            f"{path}: an Office file of the old kind (.doc, .xls, .msg); expected .docx. Save it as .docx or as text"
        )
    if data.startswith(b"{\\rtf"):
        raise ReadError(f"{path}: rich text (RTF); expected .docx. Save it as .docx or as text")
    if WEB_PAGE.match(data):
        raise ReadError(f"{path}: a web page under a Word file's name; expected .docx. Give its name the ending .html")
    if not data.strip():
        raise ReadError(f"{path}: the file is empty; expected an article. Leave it out or save it again")


class _EntitiesError(Exception):
    """A part with a document type, which may declare entities that multiply."""


class _Told:
    """Passes on what the parser meets, with short names."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._names: dict[str, str] = {}
        self._level = 0

    def doctype(self, *_: Any) -> None:
        raise _EntitiesError

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        said = {self._short(name): value for name, value in attributes.items()} if attributes else {}
        self._target.start(self._short(tag), said)

    def end(self, tag: str) -> None:
        self._target.end(self._short(tag))

    def data(self, text: str) -> None:
        self._target.data(text)

    def comment(self, text: str) -> None:
        pass

    def pi(self, *_: Any) -> None:
        pass

    def close(self) -> None:
        pass

    def _short(self, tag: str) -> str:
        known = self._names.get(tag)
        if known is None:
            space, _, name = tag.rpartition("}")
            known = f"{PREFIXES.get(space[1:], 'other:')}{name}" if space else name
            self._names[tag] = known
        return known


class _Relationships:
    """The target of the first relationship of a kind."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self.target = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        is_meant = name == "Relationship" and attributes.get("Type", "").rpartition("/")[2] == self._kind
        if is_meant and not self.target and attributes.get("TargetMode") != "External":
            self.target = attributes.get("Target", "")

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


class _Said:
    """The text of each element, by its name."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._open = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open = name

    def end(self, name: str) -> None:
        self._open = ""

    def data(self, text: str) -> None:
        if self._open:
            self.values[self._open] = self.values.get(self._open, "") + text
