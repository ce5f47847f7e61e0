"""Judgements about pairs of chains: the same, different or unsure, by which rule, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lexicon.roles import role_concept
from kg.model import Fact, Form, Judgement, Kind, Mention, PositionHeld, PositionStatus, Reading, Verdict, chain_key
from kg.resolve.block import Candidate, candidates, pairs
from kg.resolve.compare import compare

SAME = 0.8  # from this score on two chains are one
OFFICES = frozenset(("chancellor", "prime-minister", "secretary-of-state"))
NEAR_YEARS = 1  # an office is compared over articles whose dates are at most so far apart, where both are known


def judge(readings: Sequence[Reading]) -> tuple[Judgement, ...]:
    """The judgements over all chains, sorted."""
    found = candidates(readings)
    made = [*_by_name(found), *_offices(readings), *_departments(found)]
    return tuple(sorted(set(made)))


def _judgement(left: str, right: str, score: float, rule: str, why: str) -> Judgement:
    left, right = sorted((left, right))
    return Judgement(
        left, right, Verdict.SAME if score >= SAME else Verdict.UNSURE, f"rule: {rule}", why, round(score, 2)
    )


def _by_name(found: Sequence[Candidate]) -> Iterator[Judgement]:
    for one, other in pairs(found):
        likeness = compare(one, other)
        if likeness is not None:
            yield _judgement(one.key, other.key, likeness.score, likeness.rule, likeness.why)


def _offices(readings: Sequence[Reading]) -> Iterator[Judgement]:
    """An office without a name in one article and exactly one holder of that office by name in all the others."""
    holders: dict[str, dict[str, tuple[str, str, Reading]]] = {}
    unnamed: list[tuple[str, str, Reading]] = []
    for reading in readings:
        for chain in reading.chains:
            if chain.kind is not Kind.PERSON:
                continue
            key = chain_key(reading.document, chain)
            if not chain.is_named:
                concept = role_concept(chain.name.lower().removeprefix("the ")) or ""
                if concept in OFFICES:
                    unnamed.append((concept, key, reading))
                continue
            for office in _concepts(reading.facts, chain.mentions):
                holders.setdefault(office, {})[_person(chain.name)] = (key, chain.name, reading)
            for mention in chain.mentions:
                described = role_concept(mention.words.lower().removeprefix("the ")) or ""
                if mention.form is Form.DESCRIPTION and described in OFFICES:
                    holders.setdefault(described, {})[_person(chain.name)] = (key, chain.name, reading)
    for concept, key, reading in unnamed:
        known = holders.get(concept, {})
        if len(known) == 1:
            other, name, where = next(iter(known.values()))
            if where is not reading and _near(reading, where):
                why = f"{name} is the only holder of that office whom the articles name"
                yield _judgement(key, other, 0.82, "office", why)


def _person(name: str) -> str:
    return name.lower()


def _concepts(facts: Sequence[Fact], mentions: Sequence[Mention]) -> list[str]:
    held = (
        f for f in facts if isinstance(f, PositionHeld) and f.person in mentions and f.status is PositionStatus.CURRENT
    )
    return sorted(
        {concept for f in held if (concept := role_concept(f.title.words)) in OFFICES and concept is not None}
    )


def _near(one: Reading, other: Reading) -> bool:
    """Whether the articles' dates are near, or not known."""
    years = [[int(a.published[:4]) for a in r.document.articles if a.published] for r in (one, other)]
    return not years[0] or not years[1] or min(abs(a - b) for a in years[0] for b in years[1]) <= NEAR_YEARS


def _departments(found: Sequence[Candidate]) -> Iterator[Judgement]:
    """ "the department" in one article and exactly one department by name in all the others: never sure."""
    unnamed = [
        c
        for c in found
        if c.chain.kind is Kind.ORGANISATION and not c.chain.is_named and c.chain.name.lower() == "the department"
    ]
    named = [
        c
        for c in found
        if c.chain.kind is Kind.ORGANISATION and c.chain.is_named and c.chain.name.startswith("Department ")
    ]
    names = sorted({name for c in named for name in c.names})
    if len(names) == 1:
        for one in unnamed:
            if one.document.content_hash != named[0].document.content_hash:
                why = f"{named[0].chain.name} is the only department that the articles name"
                yield _judgement(one.key, named[0].key, 0.6, "department", why)
