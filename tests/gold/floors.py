"""The floors under the figures of `kg evaluate`: `python -m tests.gold.floors` shows them, `--raise` lifts them.

A floor is lowered by hand-written reason only: `--lower SET ROW --why "…"`; the reason stays in floors.json.
A floor holds for one corpus, named by its hash: changed gold has to be measured anew (`--raise` takes the new hash).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from pathlib import Path
from typing import TypedDict

from bench.gold import SETS, covered, score
from kg.evaluate import evaluate

HERE = Path(__file__).parent
FILE = HERE / "floors.json"
SLACK = 0.02  # under the measured figure: two items more or less in a set of a hundred


class Floors(TypedDict):
    """What floors.json holds of one set."""

    corpus: str
    f1: dict[str, float]
    lowered: list[dict[str, str | float]]


NONE: Floors = {"corpus": "", "f1": {}, "lowered": []}


def corpus_hash(name: str) -> str:
    """A hash of the set's annotations and of the texts that they belong to."""
    digest = hashlib.sha256()
    for file in sorted([*(HERE / name).glob("*.json"), *SETS[name].glob("*.txt")], key=lambda f: f.name):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def measure(name: str, built: Path) -> dict[str, float]:
    """F1 of every row that the set is annotated for."""
    return {kind: row.f1 for kind, row in covered(name, evaluate(HERE / name, built).rows).items()}


def load() -> dict[str, Floors]:
    """The floors by set."""
    found: dict[str, Floors] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def raised(old: Floors, measured: dict[str, float], corpus: str) -> Floors:
    """The floors lifted to just below what is measured; none is lowered, unless the corpus is another one."""
    same_corpus = old["corpus"] == corpus
    fresh = {kind: max(0.0, math.floor(100 * (f1 - SLACK)) / 100) for kind, f1 in measured.items()}
    kept = {kind: max(f1, old["f1"].get(kind, 0.0)) if same_corpus else f1 for kind, f1 in fresh.items()}
    return {"corpus": corpus, "f1": kept, "lowered": old["lowered"]}


def main() -> None:
    """Show the floors, raise them, or lower one."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold.floors", description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift every floor that can be lifted")
    parser.add_argument("--lower", nargs=2, metavar=("SET", "ROW"), help="set one floor to what is measured now")
    parser.add_argument("--why", help="the reason for lowering")
    args = parser.parse_args()
    if args.lower and not args.why:
        parser.error("lowering a floor needs a reason: --why")
    floors = load()
    for name in SETS:
        measured = {kind: row.f1 for kind, row in score(name).rows.items()}
        if args.lift:
            floors[name] = raised(floors.get(name, NONE), measured, corpus_hash(name))
        if args.lower and args.lower[0] == name:
            row = args.lower[1]
            low = math.floor(100 * (measured[row] - SLACK)) / 100
            floors[name]["lowered"].append({"row": row, "from": floors[name]["f1"][row], "to": low, "why": args.why})
            floors[name]["f1"][row] = low
        print(f"{name:34} F1  floor")
        for kind, f1 in measured.items():
            print(f"  {kind:30} {f1:.3f}  {floors.get(name, NONE)['f1'].get(kind, 0):.2f}")
    FILE.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
