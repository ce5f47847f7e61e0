"""Whether a verb says what its subject thinks: not in a question, under a condition, demanded, reported or denied."""

from __future__ import annotations

from functools import cache

from kg.extract._clause import (
    is_negated,
)
from kg.lexicon import rows
from kg.model import StanceValue
from kg.tokens import Token

REFUSING = frozenset(["refuse", "decline"])
OPEN_ENDED = frozenset(["fail", "try", "seek", "hope", "likely", "able", "due", "expect", "need", "consider"])
OTHER = {StanceValue.SUPPORTIVE: StanceValue.CRITICAL, StanceValue.CRITICAL: StanceValue.SUPPORTIVE}


@cache
def entries(name: str) -> dict[str, list[tuple[StanceValue, str]]]:
    """Word → the attitudes that it tells, each with what must stand before the plan: see the list of that name."""
    found: dict[str, list[tuple[StanceValue, str]]] = {}
    for word, sign, before in rows(name):
        value = StanceValue.SUPPORTIVE if sign == "+" else StanceValue.CRITICAL
        found.setdefault(word, []).append((value, before))
    return found


def judged_by(verb: Token, value: StanceValue) -> StanceValue | None:
    """The attitude after negation and modals; None where nothing is said of it."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark", "advmod")}
    if marks & {"if", "whether", "unless", "why", "how"} or is_in_question(verb) or is_conditional(verb):
        return None
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in ("accuse", "suspect", "deny"):
        return None  # what somebody is accused of, they may not have done
    negated = is_negated(verb)
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in REFUSING:
        negated = True
    elif verb.dep_ == "xcomp" and verb.head.lemma_.lower() in OPEN_ENDED:
        return None
    if is_neither(verb, value):
        return StanceValue.NEUTRAL
    if verb.dep_ == "conj" and any(
        is_neither(verb.head, v) for v, _ in entries("attitude_verbs").get(verb.head.lemma_.lower(), [])
    ):
        return None  # the second half of it
    if negated:
        if value is StanceValue.CRITICAL:
            return StanceValue.MIXED
        return (
            StanceValue.CRITICAL
            if marks & {"could", "can", "ca", "will", "wo", "would", "do", "does"} or infinitive(verb)
            else None
        )
    if marks & {"might", "may", "could", "can"}:
        return None
    if marks & {"would", "should", "'d", "’d", "must"}:
        return value if is_reported(verb) and not marks & {"should", "must"} else None
    return value


def is_in_question(verb: Token) -> bool:
    """Whether it is only asked: "asked whether she backs it", "Does she back it?"."""
    return any(
        a.lemma_ in ("ask", "wonder") and verb.dep_ in ("ccomp", "conj") for a in [verb.head]
    ) or verb.sent.text.rstrip(" ”\"’'").endswith("?")


def is_conditional(verb: Token) -> bool:
    """ "If we don't get it, we will vote against the bill"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for c in clauses for m in c.children)


def is_demanded(verb: Token) -> bool:
    """ "should scrap it", "will have to be scrapped"."""
    if any(c.lower_ in ("should", "must", "ought") for c in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need", "ought")


def is_reported(verb: Token) -> bool:
    """ "said she would oppose it": what follows a verb of saying in the past is no mere possibility."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in (
        "say",
        "tell",
        "announce",
        "vow",
        "pledge",
        "promise",
        "add",
        "insist",
        "declare",
        "confirm",
    )


def is_neither(verb: Token, value: StanceValue) -> bool:
    """ "neither backed nor opposed it"."""
    if not any(c.lower_ == "neither" for c in verb.children) and "neither" not in [t.lower_ for t in verb.lefts]:
        return False
    for other in verb.conjuncts:
        signs = [v for v, _ in entries("attitude_verbs").get(other.lemma_.lower(), [])]
        if OTHER[value] in signs:
            return True
    return False


def infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_over(verb: Token) -> bool:
    """ "had been sceptical until": no longer."""
    return any(c.lower_ == "had" for c in verb.children) and any(t.lower_ == "until" for t in verb.subtree)
