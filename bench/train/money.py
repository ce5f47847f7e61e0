"""`python -m bench.train.money`: the weights of `kg/extract/_money_learnt.py`, from passages of our own, and how good they are.

Learns from bench/train/money_passages/learnt.jsonl and the gold of tests/gold that is not held out: what the words around a sum
make of it, by a softmax over the statuses of money to come, "spent", "existing" and "figure", with an L2 penalty. Prints precision
and recall of money to come in six-fold cross-validation (a passage is wholly in one fold) and on the passages held out, with the
rules alone and with both; writes kg/lexicon/money_weights.txt.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.gold import GOLD as GOLD_FOLDER
from bench.gold import SETS
from kg.extract._business import speaks_of_business
from kg.extract._money import money_of
from kg.extract._money_cues import COURT
from kg.extract._money_learnt import RARER, cues
from kg.extract._money_place import place_of
from kg.extract._money_status import FIRM, LEAST, LEAST_AGAINST, NOTHING, ruled
from kg.extract.pledges import SMALLEST
from kg.mention import parse_document
from kg.model import Article, Document, FundingStatus, Span
from kg.settings import Settings

PASSAGES = Path(__file__).parent / "money_passages"
TABLE = Path(__file__).parent.parent.parent / "kg" / "lexicon" / "money_weights.txt"
TO_COME = ("announced", "committed", "proposed", "requested", "estimated_need", "conditional", "potential")
OUTCOMES = ("figure", *TO_COME, "spent", "existing")
FROM_GOLD = ("seeds", "devset", "passages")
LEAST_SEEN = 3  # a cue that fewer sums have is left out
LEAST_WEIGHT = 0.08
PENALTY = 2.0
STEPS = 250
FOLDS = 6
Floats = NDArray[np.float32]
Weights = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sum that somebody labelled: the passage it stands in, its cues, what it is, and what the rules say of it."""

    passage: str
    cues: tuple[str, ...]
    outcome: str
    rule: str
    certainty: float
    status: FundingStatus | None


def sums_of(text: str, labels: Sequence[tuple[int, int, str]]) -> Iterator[Labelled]:
    """The sums of a text that have a label.

    Args:
        labels: start, end and status.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document("text", "text.txt", text, digest, (Article(0, Span(0, len(text))),))
    for article in parse_document(document, Settings().model):
        for told in money_of(article):
            label = next((status for start, end, status in labels if told.start < end and start < told.end), None)
            if label is None or told.is_implied or told.item.amount.stated < SMALLEST:
                continue
            place = place_of(told.paragraph, told.item.start, told.item.end)
            sort = ruled(place)
            if speaks_of_business(article) or COURT.search(place.words):
                sort = replace(sort, certainty=FIRM)  # only rules speak there
            outcome = {"re-announced": "announced", "manifesto": "announced"}.get(label, label)
            outcome = outcome if outcome in OUTCOMES else "figure"
            yield Labelled(digest, tuple(cues(place)), outcome, sort.rule, sort.certainty, sort.status)


def of_passages(name: str) -> Iterator[Labelled]:
    """The sums of a file of passages."""
    for line in (PASSAGES / f"{name}.jsonl").read_text("utf-8").splitlines():
        passage = json.loads(line)
        labels, at = [], 0
        for item in passage["sums"]:
            start = passage["text"].find(item["surface"], at)
            start = start if start >= 0 else passage["text"].find(item["surface"])
            labels.append((start, start + len(item["surface"]), item["status"]))
            at = start + 1
        yield from sums_of(passage["text"], labels)


def of_gold(name: str) -> Iterator[Labelled]:
    """The sums of a set of the gold."""
    for path in sorted((GOLD_FOLDER / name).glob("*.json")):
        source = SETS[name] / f"{path.stem}.txt"
        if not source.exists():
            continue
        text, gold = source.read_text("utf-8"), json.loads(path.read_text("utf-8"))
        labels = []
        for kind in ("pledges", "figures"):
            for item in gold.get(kind, []):
                start = text.find(item["surface"], max(0, text.find(item.get("evidence") or "")))
                if start >= 0:
                    labels.append((start, start + len(item["surface"]), item.get("status", "figure")))
        yield from sums_of(text, labels)


def fit(sums: Sequence[Labelled]) -> Weights:
    """The weights of each cue for each outcome (Adam on the penalised likelihood; no randomness)."""
    seen = Counter(cue for one in sums for cue in one.cues)
    column = {cue: i for i, cue in enumerate(sorted(cue for cue, times in seen.items() if times >= LEAST_SEEN))}
    values = np.zeros((len(sums), len(column)), np.float32)
    wanted = np.zeros((len(sums), len(OUTCOMES)), np.float32)
    for row, one in enumerate(sums):
        values[row, [column[cue] for cue in one.cues if cue in column]] = 1
        wanted[row, OUTCOMES.index(one.outcome)] = 1
    weights = np.zeros((len(column), len(OUTCOMES)), np.float32)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = values @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        slope = values.T @ (odds / odds.sum(axis=1, keepdims=True) - wanted) + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights -= 0.02 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {cue: weights[i] for cue, i in column.items()}


def is_to_come(one: Labelled, weights: Weights | None) -> bool:
    """Whether the sum is taken for money to come: by the rules, and by the weights where no rule is sure."""
    if one.status is not None or one.certainty >= FIRM or weights is None:
        return one.status is not None and str(one.status) not in ("spent", "existing", "denied")
    scores = sum((weights[cue] for cue in one.cues if cue in weights), np.zeros(len(OUTCOMES), np.float32))
    scores[0] += RARER
    odds = np.exp(scores - scores.max())
    is_funding = 1 - odds[0] / odds.sum() >= (LEAST if one.rule == NOTHING else LEAST_AGAINST)
    return bool(is_funding) and OUTCOMES[1 + int(odds[1:].argmax())] in TO_COME


def figures(sums: Iterable[Labelled], decide: Callable[[Labelled], bool]) -> str:
    """Precision, recall and F1 of money to come, as a row."""
    table = Counter((decide(one), one.outcome in TO_COME) for one in sums)
    right, false, missed = table[True, True], table[True, False], table[False, True]
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + false + missed)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({right} right, {false} false, {missed} missed)"


def cross_validated(sums: Sequence[Labelled]) -> Iterator[tuple[Labelled, Weights]]:
    """Each sum with weights that were fitted without its passage."""
    fold = {one.passage: int(one.passage[:8], 16) % FOLDS for one in sums}
    for number in range(FOLDS):
        weights = fit([one for one in sums if fold[one.passage] != number])
        yield from ((one, weights) for one in sums if fold[one.passage] == number)


def main() -> None:
    """Measure, fit on all that is not held out, measure on what is, write the table."""
    passages, held_out = list(of_passages("learnt")), list(of_passages("heldout"))
    gold = [one for name in FROM_GOLD for one in of_gold(name)]
    without = {id(one): weights for one, weights in cross_validated([*passages, *gold])}
    weights = fit([*passages, *gold])
    for name, sums in (("passages", passages), ("gold", gold), ("held out", held_out)):
        print(f"{name:10} rules   {figures(sums, lambda one: is_to_come(one, None))}")
        print(f"{name:10} both    {figures(sums, lambda one: is_to_come(one, without.get(id(one), weights)))}")
    lines = [
        "# Cue of a sum (kg/extract/_money_learnt.py)	what it weighs for each outcome; learnt by bench/train/money.py",
        "\t".join(["cue", *OUTCOMES]),
    ]
    for cue, values in weights.items():
        if np.abs(values).max() >= LEAST_WEIGHT:
            lines.append("\t".join([cue, *(f"{value:.2f}".replace("-0.00", "0") for value in values)]))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} cues in {TABLE.name}")


if __name__ == "__main__":
    main()
