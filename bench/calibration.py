"""How far the beliefs of facts can be taken at their word, on our own gold: reliability per kind, expected calibration error.

`python -m bench calibration` prints the tables; `python -m bench calibrate` fits Platt's scaling per kind of fact on the held-out
sets, on top of what kg/lexicon/calibration.txt says, rewrites that file and draws docs/reliability.svg from what a fit on four fifths
makes of the last. The gold that rules were tuned on would make beliefs too high: there they are right more often than elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from bench import gold
from kg.extract._calibration import scale
from kg.lexicon import rows

ROOT = Path(__file__).parent.parent
PLOT = ROOT / "docs" / "reliability.svg"
TABLE = ROOT / "kg" / "lexicon" / "calibration.txt"
KINDS = {
    "positions with organisation": "positionHeld",
    "funding: status": "fundingStatement",
    "direct quotes: speaker": "direct",
    "indirect statements: speaker": "indirect",
    "relations": "relation",
    "stance": "stance",
}
HELD_OUT = ("heldout", "heldout2", "heldout3")  # no rule was tuned on them
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
PULL = 4.0  # facts' worth of pull towards leaving beliefs as they are: a kind with few facts moves little
FOLDS = 5
Belief = tuple[float, bool]
Scale = tuple[float, float]


def gold_beliefs(sets: Iterable[str]) -> dict[str, list[Belief]]:
    """Per kind of fact, every prediction on these sets that can be judged: its belief, and whether the gold agrees."""
    found: dict[str, list[Belief]] = {kind: [] for kind in KINDS.values()}
    for name in sets:
        judged = gold.score(name, min_belief=0).rows
        for row, kind in KINDS.items():
            found[kind] += judged[row].beliefs if row in judged else []
    return found


def binned(pairs: Iterable[Belief]) -> list[tuple[float, float, int]]:
    """Per bin that holds anything: mean belief, share that is right, how many."""
    pairs = list(pairs)
    bins = []
    for low, high in pairwise(BINS):
        inside = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == BINS[-1]]
        if inside:
            mean = sum(belief for belief, _ in inside) / len(inside)
            bins.append((mean, sum(right for _, right in inside) / len(inside), len(inside)))
    return bins


def expected_calibration_error(pairs: Sequence[Belief]) -> float:
    """The mean distance between belief and share right over the bins, each weighed by what it holds; 0 for nothing."""
    return sum(abs(mean - right) * count for mean, right, count in binned(pairs)) / max(1, len(pairs))


def fit(pairs: Sequence[Belief]) -> Scale:
    """Slope and intercept of Platt's scaling on log-odds, drawn towards (1, 0); Newton's method, so always the same."""
    if not pairs:
        return 1.0, 0.0
    belief = np.clip(np.array([belief for belief, _ in pairs]), 0.02, 0.98)
    inputs = np.stack([np.log(belief / (1 - belief)), np.ones(len(pairs))], axis=1)
    right = np.array([float(is_right) for _, is_right in pairs])
    start = np.array([1.0, 0.0])
    weights = start.copy()
    for _ in range(50):
        found = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (found - right) + PULL * (weights - start)
        curve = (inputs.T * (found * (1 - found))) @ inputs + PULL * np.eye(2)
        weights -= np.linalg.solve(curve, slope)
    # a slope below 0 would turn the extractors' own order round: then only the level is corrected
    return (float(weights[0]), float(weights[1])) if weights[0] > 0 else (0.05, float(weights[1]))


def crossed(pairs: Sequence[Belief]) -> list[Belief]:
    """The pairs with beliefs corrected by a fit on the other folds: what the correction is worth on facts it has not seen."""
    corrected: list[Belief] = []
    for fold in range(FOLDS):
        slope, intercept = fit([pair for n, pair in enumerate(pairs) if n % FOLDS != fold])
        corrected += [
            (scale(belief, slope, intercept), right) for n, (belief, right) in enumerate(pairs) if n % FOLDS == fold
        ]
    return corrected


def as_text(found: Mapping[str, Sequence[Belief]]) -> str:
    """A table per kind of fact and for all."""
    lines = [f"{'':18} facts  right  belief    ECE   per bin: belief → right (facts)"]
    everything = [pair for pairs in found.values() for pair in pairs]
    for label, pairs in [*found.items(), ("all", everything)]:
        if pairs:
            mean = sum(belief for belief, _ in pairs) / len(pairs)
            right = sum(is_right for _, is_right in pairs) / len(pairs)
            bins = "  ".join(f"{b:.2f}→{r:.2f} ({n})" for b, r, n in binned(pairs))
            error = expected_calibration_error(pairs)
            lines.append(f"{label:18} {len(pairs):5}  {right:5.2f}  {mean:6.2f}  {error:5.3f}   {bins}")
    return "\n".join(lines)


def as_svg(pairs: Sequence[Belief]) -> str:
    """The reliability plot: a dot per bin, its area by the facts in it, against the diagonal of perfect calibration."""
    size, edge = 360, 48

    def at(value: float) -> float:
        return round(edge + value * (size - 2 * edge), 1)

    ticks = "".join(
        f'<text x="{at(t)}" y="{size - edge + 18}" text-anchor="middle">{t:g}</text>'
        f'<text x="{edge - 8}" y="{size - at(t) + 4}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.25, 0.5, 0.75, 1)
    )
    dots = "".join(
        f'<circle cx="{at(mean)}" cy="{size - at(right)}" r="{round(3 + 12 * (count / len(pairs)) ** 0.5, 1)}" fill="#0072b2" '
        f'fill-opacity=".75"><title>belief {mean:.2f}, right {right:.2f}, {count} facts</title></circle>'
        for mean, right, count in binned(pairs)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12" fill="#444">'
        f'<rect width="{size}" height="{size}" fill="#fff"/>'
        f'<rect x="{edge}" y="{edge}" width="{size - 2 * edge}" height="{size - 2 * edge}" fill="none" stroke="#bbb"/>'
        f'<line x1="{at(0)}" y1="{size - at(0)}" x2="{at(1)}" y2="{size - at(1)}" stroke="#888" stroke-dasharray="4 4"/>'
        f'{ticks}{dots}<text x="{size / 2}" y="{size - 8}" text-anchor="middle">belief</text>'
        f'<text x="14" y="{size / 2}" text-anchor="middle" transform="rotate(-90 14 {size / 2})">share that is right</text></svg>\n'
    )


def measure(*, refit: bool = False) -> str:
    """The tables; on request the scales fitted anew and the plot drawn (run again to see the effect of the scales)."""
    tuned = gold_beliefs(name for name in gold.SETS if name not in HELD_OUT)
    unseen = gold_beliefs(HELD_OUT)
    parts = ["on the sets that rules were tuned on:", as_text(tuned), "", "held out:", as_text(unseen)]
    if refit:
        crosswise = {kind: crossed(pairs) for kind, pairs in unseen.items()}
        parts += ["", "held out, each fifth by a fit on the other four:", as_text(crosswise)]
        PLOT.write_text(as_svg([pair for pairs in crosswise.values() for pair in pairs]), encoding="utf-8")
        write({kind: fit(pairs) for kind, pairs in unseen.items() if pairs})
    return "\n".join(parts)


def write(fits: Mapping[str, Scale]) -> None:
    """Write the scales, each on top of the one that the file has."""
    known = {kind: (float(slope), float(intercept)) for kind, slope, intercept in rows("calibration")}
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for kind in sorted(known.keys() | fits.keys()):
        (old_slope, old_intercept), (slope, intercept) = known.get(kind, (1.0, 0.0)), fits.get(kind, (1.0, 0.0))
        lines.append(f"{kind}\t{old_slope * slope:.3f}\t{slope * old_intercept + intercept:.3f}")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
