"""The hand-made gold of tests/gold, scored: the figures of README.md, of the floors and of every commit message."""

from __future__ import annotations

import tempfile
from pathlib import Path

import kg
from kg.evaluate import Scores, evaluate

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
# name → where its texts are; what each is: tests/gold/README.md
SETS = {"seeds": ROOT / "seeds"} | {name: GOLD / name for name in ("devset", "passages", "heldout")}


def score(name: str, *, min_belief: float = 0.5) -> Scores:
    """The scores of a fresh build of the set's texts."""
    with tempfile.TemporaryDirectory() as folder:
        settings = kg.Settings(min_belief=min_belief)
        kg.build(sorted(SETS[name].glob("*.txt")), Path(folder) / "out", settings)
        return evaluate(GOLD / name, Path(folder) / "out")


def table() -> str:
    """F1 (precision, recall) of every kind of fact, as a Markdown table."""
    scores = {name: score(name).rows for name in SETS}
    lines = [f"| F1 (precision, recall) | {' | '.join(SETS)} |", "|---|" + "---|" * len(SETS)]
    for kind in scores["seeds"]:
        cells = [
            f"{row.f1:.2f} ({row.precision:.2f}, {row.recall:.2f})" for row in (scores[name][kind] for name in SETS)
        ]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)
