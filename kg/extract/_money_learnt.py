"""What the words around a sum make likely, where no rule is sure: weights learnt from passages of our own.

`python -m bench.train.money` fits them and writes kg/lexicon/money_weights.txt. A cue is a short string: the governing verb and how the sum hangs on it, the nouns that
it measures, the words beside it, the words of its sentence. Names and numbers are masked, so that no person or body is a cue.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.extract._masks import CONTENT, NAMES, mask_of
from kg.extract._money_place import Place, mood_of, noun_class, verb_class
from kg.lexicon import rows
from kg.tokens import Token, Tokens

RARER = 1.3  # log odds by which sums for a purpose are rarer in news than in the passages that weights are learnt from
LEARNT = "learnt"  # stands at the end of Evidence.extractor: such beliefs are probabilities already
BEFORE, AFTER = 4, 5  # tokens beside the sum that are looked at by their place
EARLIER = 30  # tokens before its sentence, whose nouns of money count


def cues(place: Place) -> Iterator[str]:
    """What is seen of a sum, each once."""
    yield from dict.fromkeys(_cues(place))


def _cues(place: Place) -> Iterator[str]:
    yield "any"
    yield f"in {place.paragraph.sort}"
    doc = place.paragraph.doc
    own = doc.char_span(place.start, place.end)
    if own is None or place.root is None:
        return
    if place.verb is not None:
        verb = place.verb.lemma_.lower()
        yield f"verb {verb}"
        yield f"verb {verb} {place.link}"
        yield f"verb is {verb_class(place.verb)} {place.link}"
        yield f"mood {mood_of(place.verb)}"
        yield from (f"over {over.lemma_.lower()}" for over in list(place.verbs())[1:])
    for number, noun in enumerate(place.nouns[:3]):
        yield f"noun {_masked(noun)}"
        yield f"noun {number} is {noun_class(noun)}"
    yield from _beside(own)
    sentence = doc.char_span(place.first, place.last)
    if sentence is None:
        return
    for token in sentence:
        if token.pos_ in CONTENT and token.ent_type_ not in NAMES and token.is_alpha:
            yield f"word {token.lemma_.lower()}"
            if noun_class(token):
                yield f"has {noun_class(token)}"
    for token in doc[max(0, sentence.start - EARLIER) : sentence.start]:
        if noun_class(token) and token.pos_ == "NOUN":
            yield f"earlier {noun_class(token)}"


def _beside(own: Tokens) -> Iterator[str]:
    """The words beside the sum by their distance, alone and in pairs."""
    doc = own.doc
    before = [_masked(t) for t in reversed(doc[max(own.sent.start, own.start - BEFORE) : own.start])]
    after = [_masked(t) for t in doc[own.end : min(own.sent.end, own.end + AFTER)]]
    for side, words in (("before", [*before, "^"]), ("after", [*after, "$"])):
        yield from (f"{side} {min(at, 2)} {word}" for at, word in enumerate(words))
        yield from (f"{side} {one} {two}" for one, two in pairwise(words[:3]))


def _masked(token: Token) -> str:
    if (mask := mask_of(token)) is not None:
        return mask
    return token.lemma_.lower() if token.pos_ in ("VERB", "NOUN") else token.lower_


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    """The outcomes, and cue → its weight for each of them."""
    (_, *outcomes), *table = rows("money_weights")
    return tuple(outcomes), {cue: tuple(map(float, weights)) for cue, *weights in table}


def likelihoods(place: Place) -> dict[str, float]:
    """How likely each outcome is: a funding status, or "figure"; they add up to 1."""
    outcomes, weights = _weights()
    scores = [0.0] * len(outcomes)
    for cue in cues(place):
        for number, weight in enumerate(weights.get(cue, ())):
            scores[number] += weight
    scores[outcomes.index("figure")] += RARER
    best = max(scores)
    powers = [math.exp(score - best) for score in scores]
    return {outcome: power / sum(powers) for outcome, power in zip(outcomes, powers, strict=True)}
