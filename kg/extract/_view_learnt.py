"""What a person's words and acts make likely of their view on what the article is about: weights learnt from passages of our own.

`python -m bench.train.stance` fits them and writes kg/lexicon/view_weights.txt; `_view_cues.py` says what they weigh.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract._money_learnt import LEARNT
from kg.extract._view_cues import Piece, cues, pieces_of
from kg.lexicon import rows
from kg.model import Chain, Fact, Form, Kind, Stance, StanceValue
from kg.parsed import ParsedArticle

NAME = f"stance/{LEARNT}"
LEAST = {StanceValue.SUPPORTIVE: 0.65, StanceValue.CRITICAL: 0.65, StanceValue.MIXED: 0.65}
LEAST_AMONG_OTHERS = 0.72  # in an item in which people speak of other things too
SIGNS = {
    StanceValue.SUPPORTIVE: frozenset(["word + 1", "word not - 1", "phrase + 1"]),
    StanceValue.CRITICAL: frozenset(["word - 1", "word not + 1", "phrase - 1"]),
    StanceValue.MIXED: frozenset(["word + 1", "phrase + 1"]),
}  # a sentence that tells a view has at least one of these
ALONE = 0.45  # likelihood of the view by the sentence that tells most of it
NEAR = 250  # characters between what the article is about and what is said of it
SHORT = 1600  # characters of an item that is wholly about one thing
DOUBTED = 0.6  # likelihood of the opposite from which a rule is not believed
OPPOSITE = {StanceValue.SUPPORTIVE: StanceValue.CRITICAL, StanceValue.CRITICAL: StanceValue.SUPPORTIVE}


Odds = Callable[[Iterable[str]], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Seen:
    """A person who speaks or acts in an article.

    Attributes:
        matter: what the article is about.
        cues: what is seen of all that the person says and does.
        tied: the sentences that are about what the article is about, each with what is seen of it.
        rule: what the rules say of the view.
        is_short: the item is so short that all of it is about one thing.
    """

    person: Chain
    matter: Chain
    cues: tuple[str, ...]
    tied: tuple[tuple[Piece, tuple[str, ...]], ...]
    rule: Stance | None
    is_short: bool

    def decided(self, odds: Odds) -> tuple[StanceValue, float, Piece] | None:
        """The view, its likelihood and the sentence that tells most of it; None where none is likely.

        In a short item all sentences count together; in a longer one, in which people speak of other things too, one must tell it.
        """
        over_all = odds(self.cues)
        value = max(LEAST, key=lambda v: over_all[v])
        alone = [
            (odds(cues)[value], -piece.paragraph.start, piece) for piece, cues in self.tied if SIGNS[value] & {*cues}
        ]
        if not alone or over_all[value] <= over_all["none"]:
            return None
        best, _, piece = max(alone, key=lambda item: item[:2])
        belief = over_all[value] if self.is_short else min(over_all[value], best)
        least = LEAST[value] if self.is_short else LEAST_AMONG_OTHERS
        return (value, belief, piece) if belief >= least and best >= ALONE else None

    def is_doubted(self, odds: Odds) -> bool:
        """Whether the opposite of what the rules say is likely."""
        return self.rule is not None and odds(self.cues).get(OPPOSITE.get(self.rule.value, ""), 0.0) >= DOUBTED


@dataclass(frozen=True, slots=True)
class Views:
    """Views that are likely, and those of the rules that are not."""

    found: tuple[Stance, ...] = ()
    doubted: tuple[Stance, ...] = ()


def people_seen(article: ParsedArticle, known: Sequence[Fact], ruled: Sequence[Stance]) -> Iterator[Seen]:
    """The people of an article that is about an undertaking, with what is seen of their view on it."""
    chain = article.chain_of(article.matter) if article.matter is not None else None
    if chain is None:
        return
    is_short = article.paragraphs[-1].end - article.paragraphs[0].start < SHORT
    for person in article.chains:
        if person.kind is not Kind.PERSON or (article.author is not None and article.author in person.mentions):
            continue
        pieces = pieces_of(article, person, known)
        if not pieces:
            continue
        rule = next((s for s in ruled if s.holder in person.mentions and s.towards in chain.mentions), None)
        tied = [p for p in pieces if is_short or _is_tied(chain, p)]
        yield Seen(
            person,
            chain,
            tuple(cues(article, person, pieces, rule.value if rule is not None else None)),
            tuple((piece, tuple(cues(article, person, [piece], None))) for piece in tied),
            rule,
            is_short,
        )


def _is_tied(matter: Chain, piece: Piece) -> bool:
    """Whether what the article is about is named in the sentence, or shortly before it."""
    where = piece.paragraph.span_of(piece.sentence)
    return any(where.start - NEAR <= m.start < where.end for m in matter.mentions)


def views(article: ParsedArticle, known: Sequence[Fact], ruled: Sequence[Stance]) -> Views:
    """What people are likely to think of what the article is about, where no rule says it."""
    found, doubted = [], []
    for seen in people_seen(article, known, ruled):
        if seen.rule is not None:
            if seen.is_doubted(likelihoods):
                doubted.append(seen.rule)
        elif (decided := seen.decided(likelihoods)) is not None:
            found.append(_view(article, seen, *decided))
    return Views(tuple(found), tuple(doubted))


def _view(article: ParsedArticle, seen: Seen, value: StanceValue, belief: float, best: Piece) -> Stance:
    """The view, with the sentence that tells it, and the undertaking there or, failing that, where it is named first."""
    where = best.paragraph.span_of(best.sentence)
    inside = [m for m in seen.matter.mentions if where.start <= m.start and m.end <= where.end]
    towards = inside[0] if inside else seen.matter.mentions[0]
    words = best.sentence.text
    start = where.start + len(words) - len(words.lstrip())
    pieces = [article.evidence(start, start + len(words.strip()), NAME)]
    if not inside:
        pieces.append(article.evidence(towards.start, towards.end, NAME))
    mentions = [m for m in seen.person.mentions if where.start <= m.start < where.end]
    named = next((m for m in seen.person.mentions if m.form is Form.NAME), seen.person.mentions[0])
    holder = mentions[0] if mentions else named
    return Stance(evidence=tuple(pieces), belief=round(belief, 3), holder=holder, towards=towards, value=value)


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    """The outcomes, and cue → its weight for each of them."""
    (_, *outcomes), *table = rows("view_weights")
    return tuple(outcomes), {cue: tuple(map(float, weights)) for cue, *weights in table}


def likelihoods(cues: Iterable[str]) -> dict[str, float]:
    """How likely each view is: "none", "supportive", "critical", "mixed"; they add up to 1."""
    outcomes, weights = _weights()
    scores = [0.0] * len(outcomes)
    for cue in cues:
        for number, weight in enumerate(weights.get(cue, ())):
            scores[number] += weight
    best = max(scores)
    powers = [math.exp(score - best) for score in scores]
    return {outcome: power / sum(powers) for outcome, power in zip(outcomes, powers, strict=True)}
