"""`python -m bench.train.stance`: the weights of `kg/extract/_view_learnt.py`, from passages of our own, and how good they are.

Learns from bench/train/stance_passages/learnt.jsonl and the gold of tests/gold that is not held out: what a person's words and acts
in an article make of their view on what it is about, by a softmax over "none", "supportive", "critical" and "mixed" with an L2
penalty. Prints precision and recall in six-fold cross-validation (a passage is wholly in one fold), from the other writers to each, and
on the passages held out, with the rules alone and with both; writes kg/lexicon/view_weights.txt.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.gold import texts
from bench.train import softmax
from bench.train.softmax import Weights
from kg.evaluate.match import share_heads
from kg.extract import quotes
from kg.extract._view_learnt import Seen, people_seen
from kg.extract.stance import stances_by_rule
from kg.mention import parse_document
from kg.model import Piece
from kg.parsed import ParsedArticle
from kg.read import read_document
from kg.settings import Settings

PASSAGES = Path(__file__).parent / "stance_passages"
TABLE = Path(__file__).parent.parent.parent / "kg" / "lexicon" / "view_weights.txt"
OUTCOMES = ("none", "supportive", "critical", "mixed")
FROM_GOLD = ("seeds", "devset", "passages", "views")
LEAST_WEIGHT = 0.03
PENALTY, FOR_WORDS = 1.0, 30.0  # for what lists say, and for single words and pairs
STEPS = 200
FOLDS = 6


@dataclass(frozen=True, slots=True)
class Labelled:
    """A person whose view somebody labelled.

    Attributes:
        passage: a hash of the text. writer: the line's place in the file, or the set of the gold.
        seen: None where the program finds nothing that the person says or does, or no undertaking.
        view: one of OUTCOMES.
        has_matter: whether the program says what the article is about.
        is_right_matter: whether the program takes the article to be about what the label is about.
    """

    passage: str
    writer: str
    name: str
    seen: Seen | None
    view: str
    has_matter: bool
    is_right_matter: bool

    @property
    def cues(self) -> tuple[str, ...]:
        """What is seen of the person."""
        return self.seen.cues if self.seen is not None else ()

    @property
    def rule(self) -> str:
        """What the rules say."""
        return str(self.seen.rule.value) if self.seen is not None and self.seen.rule is not None else ""


def parsed(text: str) -> ParsedArticle:
    """The first article of a plain text, read as the program reads it."""
    document = read_document(Piece("text.txt", text.encode()), name="text")
    return next(iter(parse_document(document, Settings().model)))


def people_of(
    text: str, writer: str, labels: Sequence[tuple[str, str]], matter: str, *, all_others: bool
) -> Iterator[Labelled]:
    """The labelled people of a text.

    Args:
        labels: name and view.
        matter: all words by which what the labels are about is called.
        all_others: whether people without a label have no view.
    """
    article = parsed(text)
    known = quotes.extract(article, ())
    seen = {one.person.name: one for one in people_seen(article, known, stances_by_rule(article, known))}
    chain = article.chain_of(article.matter) if article.matter is not None else None
    is_right = chain is not None and share_heads(matter, " ".join(m.words for m in chain.mentions))
    passage = hashlib.sha256(text.encode()).hexdigest()
    rest = dict(seen)
    for name, view in labels:
        own = next((n for n in rest if n == name or name.endswith(f" {n}") or n.endswith(f" {name}")), None)
        one = rest.pop(own) if own is not None else None
        yield Labelled(passage, writer, name, one, view, chain is not None, is_right)
    for one in rest.values() if all_others else ():
        yield Labelled(passage, writer, one.person.name, one, "none", chain is not None, is_right)


def of_passages(name: str) -> Iterator[Labelled]:
    """The people of a file of passages, 150 by each writer."""
    for number, line in enumerate((PASSAGES / f"{name}.jsonl").read_text("utf-8").splitlines()):
        passage = json.loads(line)
        labels = [(person["name"], person["stance"]) for person in passage["people"]]
        yield from people_of(
            passage["text"], f"{name} {number // 150}", labels, " ".join(passage["undertaking"]), all_others=False
        )


def of_gold(name: str) -> Iterator[Labelled]:
    """The people of a set of the gold: their view on what the article is about, or none."""
    for text, gold in texts(name):
        names = {person["id"]: person["name"] for person in gold["people"]}
        article = parsed(text)
        chain = article.chain_of(article.matter) if article.matter is not None else None
        about = " ".join(m.words for m in chain.mentions) if chain is not None else ""
        labels = []
        for item in gold.get("stance", []):
            forms = [item["towards"]]
            for other in gold.get("initiatives", []):
                if item["towards"] in (other["name"], *other.get("aliases", [])):
                    forms += [other["name"], *other.get("aliases", [])]
            if share_heads(" ".join(forms), about):
                view = "none" if item["value"] == "neutral" else item["value"]
                labels.append((names.get(item["person"], item["person"]), view))
        yield from people_of(text, name, labels, about, all_others=True)


def penalty_of(cue: str) -> float:
    """How strongly the weights of a cue are held down: little for how common the outcomes are, much for single words."""
    if cue == "any":
        return 0.01
    is_word = cue.startswith(("word ", "pair ", "main ", "role ")) and not cue.startswith(
        ("word +", "word -", "word not ")
    )
    return FOR_WORDS if is_word else PENALTY


def fit(people: Sequence[Labelled]) -> Weights:
    """The weights of each cue for each outcome."""
    examples = [(one.cues, one.view) for one in people if one.cues and one.is_right_matter]
    return softmax.fit(examples, OUTCOMES, penalty_of, steps=STEPS)


def odds_by(weights: Weights) -> Callable[[Iterable[str]], dict[str, float]]:
    """How likely each outcome is by these weights."""

    def odds_of(cues: Iterable[str]) -> dict[str, float]:
        scores = sum((weights[cue] for cue in cues if cue in weights), np.zeros(len(OUTCOMES), np.float32))
        odds = np.exp(scores - scores.max())
        return dict(zip(OUTCOMES, (odds / odds.sum()).tolist(), strict=True))

    return odds_of


def view_of(one: Labelled, weights: Weights | None) -> str:
    """What the program says of the person's view: by the rules, and by the weights where no rule speaks."""
    rule = "none" if one.rule in ("", "neutral") else one.rule
    if weights is None or one.seen is None:
        return rule
    if one.rule:
        return "none" if one.seen.is_doubted(odds_by(weights)) else rule
    decided = one.seen.decided(odds_by(weights))
    return str(decided[0]) if decided is not None else "none"


def figures(people: Iterable[Labelled], decide: Callable[[Labelled], str]) -> str:
    """Precision, recall and F1 of the views, over all and of each sort, as a row."""
    table = Counter(
        (decide(one) if one.is_right_matter else "wrong" if decide(one) != "none" else "none", one.view)
        for one in people
    )
    rows = []
    for wanted in (OUTCOMES[1:], *((o,) for o in OUTCOMES[1:])):
        right = sum(table[o, o] for o in wanted)
        said = sum(n for (say, _), n in table.items() if say in wanted or (say == "wrong" and len(wanted) > 1))
        there = sum(n for (_, is_), n in table.items() if is_ in wanted)
        rows.append(
            f"P {right / max(1, said):.2f} R {right / max(1, there):.2f} F1 {2 * right / max(1, said + there):.2f} ({right}/{said})"
        )
    return "   ".join(rows)


def matters(people: Iterable[Labelled]) -> str:
    """How often the program says what a passage is about, and how often that is right, as a row."""
    passages = {one.passage: one for one in people}.values()
    found, right = (sum(getattr(one, field) for one in passages) for field in ("has_matter", "is_right_matter"))
    return f"what it is about: P {right / max(1, found):.2f} R {right / max(1, len(passages)):.2f} ({right}/{found} of {len(passages)})"


def cross_validated(
    people: Sequence[Labelled], fold_of: Callable[[Labelled], object]
) -> Iterator[tuple[Labelled, Weights]]:
    """Each person with weights that were fitted without the passages of the same fold."""
    for fold in sorted({str(fold_of(one)) for one in people}):
        weights = fit([one for one in people if str(fold_of(one)) != fold])
        yield from ((one, weights) for one in people if str(fold_of(one)) == fold)


def main() -> None:
    """Measure, fit on all that is not held out, measure on what is, write the table."""
    passages, held_out = list(of_passages("learnt")), list(of_passages("heldout"))
    gold = [one for name in FROM_GOLD for one in of_gold(name)]
    print(f"passages   {matters(passages)}")
    print(f"held out   {matters(held_out)}")
    print("views: all, supportive, critical, mixed")
    for name, people, fold_of in (
        ("six-fold", [*passages, *gold], lambda one: int(one.passage[:8], 16) % FOLDS),
        ("by writer", [*passages, *gold], lambda one: one.writer),
    ):
        found = {id(one): view_of(one, weights) for one, weights in cross_validated(people, fold_of)}
        print(f"{name:10} passages  {figures(passages, lambda one, found=found: found[id(one)])}")  # type: ignore[misc]
        print(f"{name:10} gold      {figures(gold, lambda one, found=found: found[id(one)])}")  # type: ignore[misc]
    weights = fit([*passages, *gold])
    print(f"held out   rules     {figures(held_out, lambda one: view_of(one, None))}")
    print(f"held out   both      {figures(held_out, lambda one: view_of(one, weights))}")
    heading = (
        "# Cue of a view (kg/extract/_view_cues.py)	what it weighs for each outcome; learnt by bench/train/stance.py"
    )
    softmax.write(weights, OUTCOMES, heading, TABLE, least=LEAST_WEIGHT)


if __name__ == "__main__":
    main()
