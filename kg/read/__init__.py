"""Input file → Document. One file per kind of input, found by reading this folder.

What goes in: a path. What comes out: a `Document`: the decoded, otherwise unaltered text, and the articles in it (headline, body,
what the page says about itself). Furniture stays in the text but outside the articles.

The contract of a reader file: `SUFFIXES: tuple[str, ...]` and `read(data: bytes, *, name: str, path: str) -> Document`, which raises
ReadError with the reason and what to do.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from functools import lru_cache
from typing import Protocol, cast

from kg.errors import ReadError
from kg.model import Document
from kg.read.personal import mask


class Reader(Protocol):
    """What a module of this folder offers, if it declares SUFFIXES."""

    SUFFIXES: tuple[str, ...]

    def read(self, data: bytes, *, name: str, path: str) -> Document:
        """The document that the bytes of a file are."""
        ...


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Every reader by the file endings that it takes (".txt")."""
    found: dict[str, Reader] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for suffix in getattr(module, "SUFFIXES", ()):
            found[suffix] = cast(Reader, module)
    return found


def read_document(data: bytes, *, name: str, path: str) -> Document:
    """The document that the bytes of the file at `path` are, read by the reader for its ending.

    Raises:
        ReadError: no reader takes this ending, or the reader cannot make sense of the bytes.
    """
    suffix = "." + path.rsplit(".", 1)[-1].lower() if "." in path.rsplit("/", 1)[-1] else ""
    reader = readers().get(suffix)
    if reader is None:
        known = ", ".join(sorted(readers()))
        raise ReadError(
            f"{path}: no reader for {suffix or 'a file without an ending'}; expected one of {known}. Save it as text or leave it out."
        )
    document = reader.read(data, name=name, path=path)
    return replace(document, text=mask(document.text))
