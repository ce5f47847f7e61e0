"""Judgements about pairs of chains: the same, different or unsure, by which rule, why.

A chain is judged against one member of every group so far, not against every other chain: as many judgements as chains, however
many articles name a body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from kg.model import Judgement, Kind, Reading, Verdict
from kg.resolve.block import Candidate, blocks, candidates
from kg.resolve.compare import SAME, Likeness, compare
from kg.resolve.letters import by_letters
from kg.resolve.offices import departments, offices
from kg.resolve.rulings import after_rulings

DIFFERENT = 0.2  # up to this score two chains are two


def judge(readings: Sequence[Reading], by_hand: Sequence[Judgement] = ()) -> tuple[Judgement, ...]:
    """The judgements over all chains, sorted; what a person decides goes before every rule."""
    found = candidates(readings)
    made = [
        _judgement(*pair) for pair in (*_by_name(found), *by_letters(found), *offices(readings), *departments(readings))
    ]
    return tuple(sorted(_consistent([*by_hand, *after_rulings(made, by_hand)], set(by_hand))))


def _judgement(one: str, other: str, likeness: Likeness) -> Judgement:
    left, right = sorted((one, other))
    score = round(likeness.score, 2)
    verdict = Verdict.SAME if score >= SAME else Verdict.DIFFERENT if score <= DIFFERENT else Verdict.UNSURE
    return Judgement(left, right, verdict, f"rule: {likeness.rule}", likeness.why, score)


def _by_name(found: Sequence[Candidate]) -> Iterator[tuple[str, str, Likeness]]:
    for block in blocks(found):
        groups: list[Candidate] = []
        # those whose country is known come first, so that one of unknown country cannot bridge two
        for candidate in sorted(block, key=lambda c: (not c.country, c.document.name, c.chain.mentions[0])):
            likenesses = [(other, compare(other, candidate)) for other in groups]
            alike = [(other, likeness) for other, likeness in likenesses if likeness and likeness.score >= SAME]
            unclear = len(alike) > 1 and candidate.chain.kind is not Kind.PERSON
            for other, likeness in likenesses if unclear or not alike else alike[:1]:
                if likeness is not None:
                    yield other.key, candidate.key, _doubted(likeness, len(alike)) if unclear else likeness
            if unclear or not alike:
                groups.append(candidate)


def _doubted(likeness: Likeness, fitting: int) -> Likeness:
    """The likeness where the chain fits several groups that are not one."""
    if likeness.score < SAME:
        return likeness
    return replace(likeness, score=0.5, rule="several fit", why=f"{likeness.why}; but {fitting} such bodies are named")


def _consistent(made: Sequence[Judgement], first: Set[Judgement]) -> list[Judgement]:
    """The judgements, where "same" would join what is judged different turned to "unsure"; the surest joins come first.

    Args:
        first: those that come before the surest.
    """
    parent: dict[str, str] = {}
    apart: dict[str, set[str]] = {}

    def root(key: str) -> str:
        while parent.get(key, key) != key:
            key = parent[key]
        return key

    for judgement in made:
        if judgement.verdict is Verdict.DIFFERENT:
            apart.setdefault(judgement.left, set()).add(judgement.right)
            apart.setdefault(judgement.right, set()).add(judgement.left)
    members: dict[str, list[str]] = {}
    kept = []
    for judgement in sorted(set(made), key=lambda j: (j not in first, -j.score, j)):
        one, other = root(judgement.left), root(judgement.right)
        if judgement.verdict is not Verdict.SAME or one == other:
            kept.append(judgement)
            continue
        theirs = members.get(other, [other])
        clash = next((a for a in members.get(one, [one]) if apart.get(a, set()) & set(theirs)), None)
        if clash is not None:
            why = f"{judgement.why}; but that would join what is judged different"
            kept.append(replace(judgement, verdict=Verdict.UNSURE, why=why, score=min(judgement.score, 0.6)))
            continue
        parent[other] = one
        members[one] = members.get(one, [one]) + theirs
        kept.append(judgement)
    return kept
