"""The hand-made gold of tests/gold, scored: the figures of README.md, of the floors and of every commit message."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kg
from kg.evaluate import Row, Scores, evaluate

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
# name → where its texts are; what each is: tests/gold/README.md
SETS = {"seeds": ROOT / "seeds"} | {
    name: GOLD / name for name in ("devset", "passages", "articles", "views", "heldout", "heldout2", "heldout3")
}

# set → the only rows that its annotation covers; the other sets are annotated for all
PARTIAL = {
    "views": ("people", "events", "event participants", "stance"),
    "heldout2": ("people", "events", "stance"),  # nobody is sure to take part in an event there
}


def covered(name: str, rows: dict[str, Row]) -> dict[str, Row]:
    """Those of the rows that the set is annotated for."""
    return {kind: row for kind, row in rows.items() if kind in PARTIAL.get(name, rows)}


def texts(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The texts of a set with their annotations, in the order of their names."""
    for path in sorted((GOLD / name).glob("*.json")):
        source = SETS[name] / f"{path.stem}.txt"
        if source.exists():
            yield source.read_text("utf-8"), json.loads(path.read_text("utf-8"))


def score(name: str, *, min_belief: float = 0.5) -> Scores:
    """The scores of a fresh build of the set's texts, of what the set is annotated for."""
    with tempfile.TemporaryDirectory() as folder:
        settings = kg.Settings(min_belief=min_belief)
        kg.build(sorted(SETS[name].glob("*.txt")), Path(folder) / "out", settings)
        found = evaluate(GOLD / name, Path(folder) / "out")
        documents = {stem: covered(name, rows) for stem, rows in found.documents.items()}
        return Scores(covered(name, found.rows), documents, found.warnings)


def table() -> str:
    """F1 (precision, recall) of every kind of fact, as a Markdown table; blank where a set is not annotated for it."""
    scores = {name: score(name).rows for name in SETS}
    lines = [f"| F1 (precision, recall) | {' | '.join(SETS)} |", "|---|" + "---|" * len(SETS)]
    for kind in scores["seeds"]:
        cells = [
            "" if row is None else f"{row.f1:.2f} ({row.precision:.2f}, {row.recall:.2f})"
            for row in (scores[name].get(kind) for name in SETS)
        ]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)
