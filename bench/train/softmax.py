"""A softmax over short cues, fitted with an L2 penalty, and the readable table that ships of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LEAST_SEEN = 3  # a cue that fewer examples have is left out
Weights = dict[str, NDArray[np.float32]]
Example = tuple[Sequence[str], str]  # cues, outcome


def fit(
    examples: Sequence[Example], outcomes: Sequence[str], penalty_of: Callable[[str], float], *, steps: int
) -> Weights:
    """The weights of each cue for each outcome (Adam on the penalised likelihood; no randomness).

    Args:
        penalty_of: how strongly the weights of a cue are held down.
    """
    seen = Counter(cue for cues, _ in examples for cue in cues)
    column = {cue: i for i, cue in enumerate(sorted(cue for cue, times in seen.items() if times >= LEAST_SEEN))}
    values = np.zeros((len(examples), len(column)), np.float32)
    wanted = np.zeros((len(examples), len(outcomes)), np.float32)
    for row, (cues, outcome) in enumerate(examples):
        values[row, [column[cue] for cue in cues if cue in column]] = 1
        wanted[row, outcomes.index(outcome)] = 1
    weights = np.zeros((len(column), len(outcomes)), np.float32)
    penalty = np.array([[penalty_of(cue)] for cue in column], np.float32)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = values @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        slope = values.T @ (odds / odds.sum(axis=1, keepdims=True) - wanted) + penalty * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights -= 0.02 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {cue: weights[i] for cue, i in column.items()}


def write(weights: Weights, outcomes: Sequence[str], heading: str, path: Path, *, least: float) -> None:
    """Write the cues of which a weight is at least so far from 0, a line each under the heading, and say how many."""
    lines = [heading, "\t".join(["cue", *outcomes])]
    for cue, values in weights.items():
        if np.abs(values).max() >= least:
            lines.append("\t".join([cue, *(f"{value:.2f}".replace("-0.00", "0") for value in values)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} cues in {path.name}")
