"""Third-party sets: one file each, found by reading this folder.

What goes in: the records of the set's `dev.jsonl`, and `read`, which gives the parsed article and the facts of a text. What comes
out: rows of a table, each with what is right, missed and false.

The contract of a file, whose name is the set's:

    MEASURES: str                                                 one line: what is scored, and by which rule
    score(records: Sequence[Record], read: Read) -> dict[str, Row]

`read` takes the whole text as the body of one article, so that a set measures extraction and not article finding.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from kg.evaluate import Row
from kg.model import Fact
from kg.parsed import ParsedArticle

Record = dict[str, Any]
Read = Callable[[str], tuple[ParsedArticle, list[Fact]]]


class Measure(Protocol):
    """What a module of this folder offers."""

    MEASURES: str

    def score(self, records: Sequence[Record], read: Read) -> dict[str, Row]:
        """The rows of the set's table."""
        ...


def measures() -> dict[str, Measure]:
    """Every set that can be scored, by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    return {name: cast(Measure, importlib.import_module(f"{__name__}.{name}")) for name in names}


def records_of(folder: Path, limit: int | None) -> list[Record]:
    """The records of a set's folder; `limit` takes so many, spread evenly over the file.

    Raises:
        FileNotFoundError: the folder holds no dev.jsonl; the message says what was expected.
    """
    file = folder / "dev.jsonl"
    if not file.is_file():
        raise FileNotFoundError(
            f"{file}: not there; expected the set's annotated texts, one JSON object a line. The sets are not part of "
            "the project: see docs/how-to/measure.md for where each comes from"
        )
    lines = file.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) | {"folder": str(folder)} for line in lines if line.strip()]
    step = max(1, len(records) // limit) if limit else 1
    return records[::step][:limit]
