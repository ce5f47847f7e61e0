"""`python -m bench.train.pronouns GAP_FOLDER > kg/lexicon/pronoun_cues.txt`: the weights of the pronoun cues, from GAP.

GAP (Webster et al. 2018, Apache-2.0) says of a pronoun which of two people named near it is meant, or neither. A record is an
example with all the people whom our own chains offer; right is whoever the gold allows, so that a third person counts as right
where neither of the two is. The weights are those of a softmax over the options with an L2 penalty. Earlier pronouns of a text are resolved
with the weights that ship, so run it again until they stay.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.quality import Record, records_of
from kg.mention import load_model
from kg.mention.coreference import before_pronouns
from kg.mention.coreference.pronouns import Decision, decide
from kg.mention.events import find_events
from kg.mention.initiatives import find_initiatives
from kg.mention.names import find_names
from kg.mention.parse import parse_paragraphs
from kg.mention.roles import find_roles
from kg.model import Article, Document, Form, Mention, Span
from kg.parsed import ParsedArticle
from kg.settings import Settings

PENALTY = 0.0007  # the best of five by four-fold cross-validation: F1 .706
STEPS = 600
LEAST_SEEN = 12  # a cue that fewer options have is left out
LEAST_WEIGHT = 0.03
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def decision_of(record: Record) -> Decision | None:
    """The decision about the record's pronoun; None where it is not looked at (inside quotation marks)."""
    text = record["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document("text", "text.txt", text, digest, (Article(0, Span(0, len(text))),))
    (paragraphs,) = parse_paragraphs([(document, document.articles[0])], load_model(Settings().model))
    bare = ParsedArticle(document, document.articles[0], paragraphs, (), ())
    work = before_pronouns(find_roles(find_events(find_initiatives(find_names(bare)))))
    start = record["pronoun"]["start"]
    return next((d for d in decide(work) if d.pronoun.paragraph.span_of(d.pronoun.token).start == start), None)


def allowed(record: Record, decision: Decision) -> list[bool]:
    """Which options the gold allows."""
    covers = [
        [_names(group.mentions if group else (), c) for c in record["candidates"]] for group, _ in decision.options
    ]
    gold = [c["coref"] for c in record["candidates"]]
    if not any(gold):
        return [not any(cover) for cover in covers]
    return [all(is_named == is_so for is_named, is_so in zip(cover, gold, strict=True)) for cover in covers]


def _names(mentions: Sequence[Mention], candidate: Record) -> bool:
    return any(
        m.start < candidate["end"] and candidate["start"] < m.end and m.form in (Form.NAME, Form.SHORT)
        for m in mentions
    )


def examples(records: Sequence[Record]) -> Iterator[tuple[Decision, list[bool]]]:
    """The decisions that teach something: some options allowed, some not."""
    for record in records:
        decision = decision_of(record)
        if decision is not None:
            right = allowed(record, decision)
            if any(right) and not all(right):
                yield decision, right


def matrix(found: Sequence[tuple[Decision, list[bool]]]) -> tuple[list[str], Floats, Ints, NDArray[np.bool_]]:
    """Names of the cues; a row per option with their values; the example of each row; whether it is right."""
    rows = [(cues, number) for number, (decision, _) in enumerate(found) for _, cues in decision.options]
    names = sorted({name for cues, _ in rows for name in cues})
    column = {name: i for i, name in enumerate(names)}
    values = np.zeros((len(rows), len(names)))
    for row, (cues, _) in enumerate(rows):
        for name, value in cues.items():
            values[row, column[name]] = value
    right = np.array([is_right for _, flags in found for is_right in flags])
    return names, values, np.array([number for _, number in rows]), right


def fit(values: Floats, example: Ints, right: NDArray[np.bool_]) -> Floats:
    """The weights that make the right options likely (Adam on the penalised likelihood; no randomness)."""
    count = int(example.max()) + 1
    weights = np.zeros(values.shape[1])
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for _ in range(STEPS):
        scores = values @ weights
        top = np.full(count, -np.inf)
        np.maximum.at(top, example, scores)
        odds = np.exp(scores - top[example])
        chance = odds / np.bincount(example, odds, count)[example]
        of_right = np.bincount(example, chance * right, count)[example]
        wanted = np.where(right, chance / np.maximum(of_right, 1e-9), 0.0)
        slope = values.T @ (chance - wanted) / count + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        weights = weights - 0.05 * mean / (np.sqrt(spread) + 1e-8)
    return weights


def main(folder: str) -> None:
    """Print the list."""
    names, values, example, right = matrix(list(examples(records_of(Path(folder), None))))
    weights, seen = fit(values, example, right), (values != 0).sum(axis=0)
    print("# Cue\twhat it weighs for a person whom a pronoun may mean; learnt from GAP by bench/train/pronouns.py")
    for name, weight, times in zip(names, weights, seen, strict=True):
        if times >= LEAST_SEEN and abs(weight) >= LEAST_WEIGHT:
            print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1])
