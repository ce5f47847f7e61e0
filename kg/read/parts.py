"""What this folder can read: every reader and every container, by the endings that it takes."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, Protocol, cast

from kg.errors import ReadError
from kg.extras import extra
from kg.model import Document, Packed, Piece, Skipped
from kg.settings import Settings

PACKAGE = __name__.rpartition(".")[0]


class Reader(Protocol):
    """What a module offers that makes a document of a piece."""

    SUFFIXES: tuple[str, ...]

    def read(self, piece: Piece, *, name: str) -> Document:
        """The document that the piece is."""
        ...


class Container(Protocol):
    """What a module offers that takes a container apart."""

    SUFFIXES: tuple[str, ...]

    def pieces(self, stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Piece | Packed | Skipped]:
        """What the container holds, in its order."""
        ...


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Every reader by the file endings that it takes (".txt")."""
    return cast(dict[str, Reader], _offering("read"))


@lru_cache(maxsize=1)
def containers() -> dict[str, Container]:
    """Every container by the file endings that it takes (".zip")."""
    return cast(dict[str, Container], _offering("pieces"))


def _offering(function: str) -> dict[str, ModuleType]:
    found: dict[str, ModuleType] = {}
    for info in sorted(pkgutil.iter_modules([str(Path(__file__).parent)]), key=lambda i: i.name):
        module = importlib.import_module(f"{PACKAGE}.{info.name}")
        if hasattr(module, function):
            found |= dict.fromkeys(getattr(module, "SUFFIXES", ()), module)
    return found


def needs(library: str, path: str) -> ModuleType:
    """The library that reads a kind of file which the plain install cannot.

    Raises:
        ReadError: it is not installed; the message says how to install it.
    """
    return extra(library, f"{path}: reading this kind of file", ReadError)
