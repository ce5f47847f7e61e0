"""Readings kept between builds, one file per article file, under its content hash and the version of all that read it."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.model import Reading

PACKAGES = (
    "spacy",
    "trafilatura",
    "lxml",
    "charset-normalizer",
    "py3langid",
    "babel",
    "ftfy",
    "markdown-it-py",
    "pypdfium2",
    "python-docx",
)
READ_BY = ("model", "parsed.py", "tokens.py", "read", "mention", "extract", "lexicon")


class _OwnNouns(pickle.Unpickler):
    """Unpickles the nouns of `kg.model` and nothing else, so that a cache file cannot run code."""

    def find_class(self, module: str, name: str) -> object:
        if module == "kg.model" or module.startswith("kg.model."):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no noun of kg.model")


@lru_cache(maxsize=4)
def reader_version(model: str) -> str:
    """A hash (16 hex digits) of all that decides what is read: our sources and lexicons, the libraries, the model."""
    digest = hashlib.sha256()
    for part in READ_BY:
        for name, data in _sources(files("kg").joinpath(part)):
            digest.update(f"{name}\0".encode() + data + b"\0")
    for package in (*PACKAGES, model):
        try:
            digest.update(f"{package}={version(package)}\0".encode())
        except PackageNotFoundError:
            digest.update(f"{package}\0".encode())
    return digest.hexdigest()[:16]


def _sources(part: Traversable) -> list[tuple[str, bytes]]:
    if part.is_file():
        return [(part.name, part.read_bytes())] if part.name.endswith((".py", ".txt", ".toml", ".tsv")) else []
    below = sorted(part.iterdir(), key=lambda item: item.name)
    return [(f"{part.name}/{name}", data) for item in below for name, data in _sources(item)]


def recall(folder: Path | None, key: str) -> Reading | None:
    """The reading kept under `key`; None if there is none, or none that can be read back."""
    if folder is None:
        return None
    file = _file(folder, key)
    if not file.exists():
        return None
    try:
        kept = _OwnNouns(io.BytesIO(file.read_bytes())).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError, KeyError):
        file.unlink(missing_ok=True)
        return None
    return kept if isinstance(kept, Reading) else None


def keep(folder: Path | None, key: str, reading: Reading) -> None:
    """Keep the reading under `key`; nowhere if there is no folder."""
    if folder is None:
        return
    file = _file(folder, key)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(pickle.dumps(reading, protocol=5))
    fresh.replace(file)


def _file(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.pickle"
