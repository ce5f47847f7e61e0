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

from bench.gold import texts
from bench.train import softmax
from bench.train.softmax import Weights
from kg.extract._business import speaks_of_business
from kg.extract._money import money_of
from kg.extract._money_cues import is_unlearnt
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
LEAST_WEIGHT = 0.08
PENALTY = 2.0
STEPS = 250
FOLDS = 6


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
        is_of_business = speaks_of_business(article)
        for told in money_of(article):
            label = next((status for start, end, status in labels if told.start < end and start < told.end), None)
            if label is None or told.is_implied or told.item.amount.stated < SMALLEST:
                continue
            place = place_of(told.paragraph, told.item.start, told.item.end)
            sort = ruled(place)
            if is_of_business or is_unlearnt(place.words):
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
    for text, gold in texts(name):
        labels = []
        for kind in ("pledges", "figures"):
            for item in gold.get(kind, []):
                start = text.find(item["surface"], max(0, text.find(item.get("evidence") or "")))
                if start >= 0:
                    labels.append((start, start + len(item["surface"]), item.get("status", "figure")))
        yield from sums_of(text, labels)


def fit(sums: Sequence[Labelled]) -> Weights:
    """The weights of each cue for each outcome."""
    return softmax.fit([(one.cues, one.outcome) for one in sums], OUTCOMES, lambda _: PENALTY, steps=STEPS)


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
    heading = "# Cue of a sum (kg/extract/_money_learnt.py)	what it weighs for each outcome; learnt by bench/train/money.py"
    softmax.write(weights, OUTCOMES, heading, TABLE, least=LEAST_WEIGHT)


if __name__ == "__main__":
    main()
