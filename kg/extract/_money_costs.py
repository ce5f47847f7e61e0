"""What work costs, and what is needed for it: "reopening the line would cost £5m", "the trust needs £5m"."""

from __future__ import annotations

import re

from kg.extract._money_cues import (
    BARE_FINANCE,
    S,
    Sort,
    figure,
)
from kg.extract._money_place import Place, mood_of, noun_class
from kg.tokens import Token


def needed(place: Place, verb: Token) -> Sort | None:
    """ "the trust needs £5m", "£5m is needed for the roof"."""
    if place.link in ("dobj", "nsubjpass", "nsubj", "for", "of", "in", "at"):
        return Sort(S.ESTIMATED_NEED, 0.78, verb.lower_)
    return None


def estimated(place: Place, verb: Token) -> Sort | None:
    """ "the cost of repairing the pier is estimated at £5m"."""
    return Sort(S.ESTIMATED_NEED, 0.6, verb.lower_) if costs_work(place) else figure(verb.lower_)


def costs_work(place: Place) -> bool:
    """Whether the sentence speaks of the cost of doing something."""
    return bool(re.search(r"\bcost of (?!living|a )(?:\w+ing|th\w+ (?:work|repairs?|scheme|project))\b", place.words))


DAMAGE = re.compile(
    r"\b(?:damage|disasters?|hurricanes?|storms?|floods?|fires?|earthquakes?|strikes?|crime|fraud|crash)\b"
)  # whose cost somebody bears
GROWING = frozenset("rise increase climb soar double jump balloon grow spiral escalate swell treble triple".split())


def has_grown(place: Place) -> bool:
    """ "The cost of the new bridge has risen to £5m", "…, put at £3m at first, has doubled": of something to be built."""
    if place.root is None or not re.search(r"\b(?:to|at|from)\s*$", place.before):
        return False
    sentence = place.root.sent
    costs = (t for t in sentence if t.lower_ in ("cost", "bill") and t.dep_ in ("nsubj", "nsubjpass"))
    return any(t.lemma_ in GROWING for t in sentence) and any(any(map(_is_built, cost.subtree)) for cost in costs)


def _is_built(token: Token) -> bool:
    return noun_class(token) == "project" or token.lemma_.lower() in WORKS


def is_lending(place: Place) -> bool:
    """ "mortgage loans of £2bn approved in May": what banks lend."""
    return bool(re.search(r"\b(?:[Mm]ortgages?|lending)\b", place.words))


def costing(place: Place, verb: Token) -> Sort | None:
    """A scheme would cost: needed. A study cost: spent. A thing costs: its price."""
    mood = mood_of(verb)
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "csubj")), None)
    if subject is None and verb.dep_ == "xcomp":  # "is estimated to cost"
        subject = next((child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lower_ in ("which", "that") and verb.dep_ == "relcl":
        subject = _head_noun(verb.head)
    is_work = subject is not None and (
        subject.dep_ == "csubj"
        or subject.pos_ == "VERB"
        or noun_class(subject) in ("money", "project")
        or subject.lemma_.lower() in WORKS
        or any(c.dep_ == "compound" and noun_class(c) == "money" for c in subject.children)  # "a debt relief deal"
    )
    if mood in ("future", "possible", "infinitive") and is_work:
        return Sort(S.ESTIMATED_NEED, 0.75, f"{mood} {verb.lower_}")
    if verb.tag_ == "VBN" and place.link in ("at",):
        return Sort(S.ESTIMATED_NEED, 0.7, "costed at")
    if mood in ("past", "perfect") and is_work:
        return Sort(S.SPENT, 0.7, verb.lower_)
    if mood in ("future", "possible") and _is_reckoned(place, verb, subject):
        return Sort(S.ESTIMATED_NEED, 0.66, f"reckoned {verb.lower_}")
    return figure(verb.lower_, 0.75)


def _is_reckoned(place: Place, verb: Token, subject: Token | None) -> bool:
    """ "it would cost £5m to mend the roof", "estimates that free travel would cost £5m": no loss that somebody bears."""
    if any(child.dep_ == "dative" for child in verb.children):
        return False
    if subject is not None and subject.lower_ == "it" and re.match(r" (?:a year )?to \w+", place.goes_on):
        return True
    is_would = any(child.lower_ == "would" for child in verb.children)
    if is_would and subject is not None and _is_made_new(place, subject):
        return True
    return is_would and verb.dep_ == "ccomp" and verb.head.lemma_ in ("estimate", "calculate", "reckon")


def _is_made_new(place: Place, subject: Token) -> bool:
    """ "A new bypass would cost £5m": a thing that is not there yet, and costs millions; no harm, no firm that is bought."""
    is_new = any(child.lower_ in ("new", "replacement", "second", "similar", "permanent") for child in subject.children)
    is_large = re.search(r"(?:m|bn|million|billion|trillion)$", place.paragraph.text[place.start : place.end])
    return is_new and bool(is_large) and not DAMAGE.search(place.words) and not BARE_FINANCE.search(place.words)


def _head_noun(token: Token) -> Token:
    """The noun that a relative clause is about where it was hung on a date: "a study in 2016, which cost £1m"."""
    while (
        token.dep_ in ("pobj", "nummod")
        and (token.like_num or token.ent_type_ in ("DATE", "CARDINAL"))
        and token.head.head != token.head
    ):
        token = token.head if token.dep_ == "nummod" else token.head.head
    return token


WORKS = frozenset(
    "study inquiry review report survey repair work renovation restoration conversion refurbishment scheme project programme plan policy proposal reform change measure pilot agreement move".split()
)
