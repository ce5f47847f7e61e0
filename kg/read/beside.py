"""Files that a person writes beside the articles (TOML): where they are, and their tables."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeGuard

from kg.model import Skipped


def tables_beside(
    sources: Sequence[str], name: str, key: str, *, expected: str, without: str
) -> tuple[list[tuple[int, Any]], list[Skipped]]:
    """The tables `[[key]]` of the files of that name, among the sources and in their folders, numbered from 1; what was wrong.

    Args:
        expected: what a table holds. without: what the build lacks where a file cannot be read.
    """
    found: list[tuple[int, Any]] = []
    wrong: list[Skipped] = []
    for source in sources:
        file = Path(source) if Path(source).name == name else Path(source) / name
        if source == "-" or not file.is_file():
            continue
        try:
            told = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            wrong.append(Skipped(name, f"{name}: expected TOML in UTF-8 ({error}); {without}", failed=True))
            continue
        entries = told.get(key)
        if isinstance(entries, list) and entries:
            found += enumerate(entries, 1)
        else:
            wrong.append(Skipped(name, f"{name}: no {key}s; expected [[{key}]] tables with {expected}"))
    return found, wrong


def is_text(value: Any) -> TypeGuard[str]:
    """Whether it is words."""
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: Any) -> TypeGuard[list[str]]:
    """Whether it is a list of words."""
    return isinstance(value, list) and all(is_text(each) for each in value)
