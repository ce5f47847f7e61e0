"""`python -m bench.train.pronouns GAP_FOLDER > kg/lexicon/pronoun_cues.txt`: the weights of the pronoun cues, from GAP.

GAP (Webster et al. 2018, Apache-2.0) says of a pronoun which of two people named near it is meant, or neither. A record is an
example with all the people whom our own chains offer; right is whoever the gold allows, so that a third person counts as right
where neither of the two is. The weights are those of a softmax over the options with an L2 penalty. Earlier pronouns of a text are
resolved with the weights of the round before; the first round begins without any. What five folds (by Wikipedia page) give, each with
the weights of the others, is told on stderr.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.quality import Record, gap, records_of
from kg.evaluate import Row
from kg.mention import load_model
from kg.mention.coreference import before_pronouns, find_chains
from kg.mention.coreference.pronouns import Decision, decide, weights
from kg.mention.events import find_events
from kg.mention.initiatives import find_initiatives
from kg.mention.names import find_names
from kg.mention.parse import parse_paragraphs
from kg.mention.roles import find_roles
from kg.model import Article, Document, Form, Mention, Span
from kg.parsed import ParsedArticle
from kg.settings import Settings

PENALTY = 0.0012  # the best of five by the likelihood of what is right, in five folds
STEPS = 600
LEAST_SEEN = 20  # a cue that fewer options have is left out
LEAST_WEIGHT = 0.03
ROUNDS, FOLDS = 3, 5
BY_HAND = {"named as parent": -1.5, "owner of what the clause describes": 0.8}  # GAP has too few of them
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Example = tuple[Decision, list[bool]]


def parsed(records: Sequence[Record]) -> dict[str, ParsedArticle]:
    """The texts of the records, with names and roles, by their words."""
    documents = [
        Document("text", "text.txt", text, hashlib.sha256(text.encode()).hexdigest(), (Article(0, Span(0, len(text))),))
        for text in dict.fromkeys(record["text"] for record in records)
    ]
    paragraphs = parse_paragraphs([(d, d.articles[0]) for d in documents], load_model(Settings().model))
    bare = (ParsedArticle(d, d.articles[0], lines, (), ()) for d, lines in zip(documents, paragraphs, strict=True))
    return {a.document.text: find_roles(find_events(find_initiatives(find_names(a)))) for a in bare}


def decision_of(record: Record, article: ParsedArticle) -> Decision | None:
    """The decision about the record's pronoun; None where it is not looked at (inside quotation marks)."""
    start = record["pronoun"]["start"]
    decisions = decide(before_pronouns(article))
    return next((d for d in decisions if d.pronoun.paragraph.span_of(d.pronoun.token).start == start), None)


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


def examples(records: Sequence[Record], articles: dict[str, ParsedArticle]) -> Iterator[tuple[Record, Example]]:
    """The decisions that teach something: some options allowed, some not."""
    for record in records:
        decision = decision_of(record, articles[record["text"]])
        if decision is not None:
            right = allowed(record, decision)
            if any(right) and not all(right):
                yield record, (decision, right)


def matrix(found: Sequence[Example]) -> tuple[list[str], Floats, Ints, NDArray[np.bool_]]:
    """Names of the cues seen often enough; a row per option with their values; the example of each row; whether it is right."""
    rows = [(cues, number) for number, (decision, _) in enumerate(found) for _, cues in decision.options]
    seen = Counter(name for cues, _ in rows for name, value in cues.items() if value)
    names = sorted(name for name, times in seen.items() if times >= LEAST_SEEN)
    column = {name: i for i, name in enumerate(names)}
    values = np.zeros((len(rows), len(names)))
    for row, (cues, _) in enumerate(rows):
        for name, value in cues.items():
            if name in column:
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


def learnt(found: Sequence[Example]) -> dict[str, float]:
    """The weights that ship, to two digits, those by hand among them."""
    names, values, example, right = matrix(found)
    fitted = zip(names, fit(values, example, right), strict=True)
    return {name: round(float(weight), 2) for name, weight in fitted if abs(weight) >= LEAST_WEIGHT} | BY_HAND


def use(new: dict[str, float]) -> None:
    """From now on pronouns are resolved with these weights."""
    weights().clear()
    weights().update(new)


def fold_of(record: Record) -> int:
    """The fold of the record's Wikipedia page."""
    return int(hashlib.sha256(record["meta"]["url"].encode()).hexdigest(), 16) % FOLDS


def folds(
    records: Sequence[Record], found: Sequence[tuple[Record, Example]], articles: dict[str, ParsedArticle]
) -> Iterator[Row]:
    """What `python -m bench gap` would say of each fold, with the weights of the others."""
    for fold in range(FOLDS):
        use(learnt([example for record, example in found if fold_of(record) != fold]))
        own = [record for record in records if fold_of(record) == fold]
        yield gap.score(own, lambda text: (find_chains(articles[text]), []))["pronouns"]


def main(folder: str) -> None:
    """Print the list."""
    records = records_of(Path(folder), None)
    articles = parsed(records)
    use({})
    for _ in range(ROUNDS):
        found = list(examples(records, articles))
        use(learnt([example for _, example in found]))
    print("# Cue\twhat it weighs for a person whom a pronoun may mean; learnt from GAP by bench/train/pronouns.py")
    for name, weight in sorted(weights().items()):
        print(f"{name}\t{weight:.2f}")
    rows = list(folds(records, found, articles))
    whole = Row(sum(r.right for r in rows), sum(r.missed for r in rows), sum(r.false for r in rows))
    for name, row in [*((f"fold {i}", row) for i, row in enumerate(rows)), ("all folds", whole)]:
        print(f"{name:10} precision {row.precision:.3f} recall {row.recall:.3f} F1 {row.f1:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
