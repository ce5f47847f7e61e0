"""What speaks for a person being the one whom a pronoun means: named cues, to be weighed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kg.mention.coreference.clauses import clause_of, way
from kg.mention.coreference.cues_of_grammar import grammar
from kg.mention.coreference.cues_of_names import Cues, manner, nature
from kg.mention.coreference.sights import SUBJECTS, Sight, role_of
from kg.model import Form
from kg.tokens import Token

__all__ = ["Cues", "cues_of"]

ROLES = ("subject", "object", "owner", "other")
FAR = 4  # sentences: from here on all distances are one
NEAR = 500  # characters around the pronoun in which names are counted: about as much as a passage of GAP holds


def cues_of(
    pronoun: Sight, gender: str, seen: Sequence[Sight], ahead: Sequence[Sight], people: Sequence[Sight]
) -> Cues:
    """The cues for one candidate.

    Args:
        pronoun: the pronoun's own sight; its group is not known yet.
        gender: "m" or "f", the pronoun's.
        seen: the candidate's sights before the pronoun, in order. ahead: those after it in the same sentence.
        people: everybody's sights before the pronoun, in order.
    """
    cues: Cues = {}
    group = (seen or ahead)[0].group
    nature(cues, group, gender, (*seen, *ahead))
    if seen:
        _distance(cues, pronoun, seen, people)
        manner(cues, seen)
        _roles(cues, pronoun, seen[-1], people)
        grammar(cues, pronoun, seen)
    else:
        cues["only ahead"] = 1.0
    if ahead:
        is_second = any(s.sentence == pronoun.sentence for s in people[-1:])
        _ahead(cues, "again" if seen else "only", pronoun, ahead[0], is_second=is_second)
    _weight_of(cues, pronoun, seen, people)
    if group.is_named:
        here = pronoun.paragraph.start + pronoun.token.idx
        near = [m for m in group.mentions if m.form is not Form.PRONOUN and abs(m.start - here) < NEAR]
        cues["times named"] = math.log1p(len(near))
    return cues


def _distance(cues: Cues, pronoun: Sight, seen: Sequence[Sight], people: Sequence[Sight]) -> None:
    last = seen[-1]
    age = min(FAR, pronoun.sentence - last.sentence)
    cues[f"age {age}"] = 1.0
    between = {id(s.group) for s in people if (s.sentence, s.first) > (last.sentence, last.first)}
    cues["others between"] = min(3, len(between))
    if not between:
        cues["last of all"] = 1.0
        cues[f"last of all, pronoun {pronoun.role}"] = 1.0
    if pronoun.paragraph is not last.paragraph:
        cues["other paragraph"] = 1.0
    if last.is_pronoun:
        cues[f"pronoun before, age {min(2, age)}"] = 1.0
    if age == 0:
        cues["words between"] = math.log1p(pronoun.first - last.first)


def _roles(cues: Cues, pronoun: Sight, last: Sight, people: Sequence[Sight]) -> None:
    """What the candidate was in this sentence and in the two before it, and where the pronoun stands in its own."""
    for back in (0, 1, 2):
        there = [s for s in people if s.sentence == pronoun.sentence - back]
        own = [s for s in there if s.group is last.group]
        if not own:
            continue
        best = min(own, key=lambda s: ROLES.index(s.role))
        is_main = best.role == "subject" and best.token.head.dep_ == "ROOT"
        cues[f"{best.role} {back}"] = 1.0
        if is_main:
            cues[f"main subject {back}"] = 1.0
        if back < 2:
            cues[f"{'main ' if is_main else ''}{best.role} {back}, pronoun {_place(pronoun.token)}"] = 1.0
        if there[0].group is last.group:
            cues[f"first {back}"] = 1.0


def _place(token: Token) -> str:
    """Where a pronoun stands, finer than its role: "main owner of object", "under subject, first"."""
    role = role_of(token)
    owned = f" of {role_of(token.head)}" if role == "owner" else ""
    clause = clause_of(token).dep_
    sort = "main" if clause == "ROOT" else "joined" if clause == "conj" else "under"
    return f"{sort} {role}{owned}{', first' if token.i - token.sent.start < 2 else ''}"


def _ahead(cues: Cues, sort: str, pronoun: Sight, named: Sight, *, is_second: bool) -> None:
    """Cues of a name that follows in the same sentence: "Before she left, Ann Bell …".

    Args:
        is_second: somebody else is named in the sentence before the pronoun.
    """
    cues[f"{sort} ahead {named.role}, pronoun {pronoun.role}"] = 1.0
    cues[f"{sort} ahead, way {way(pronoun.token, named.token)}"] = 1.0
    if _is_main_subject(named.token) and pronoun.token.head.i != named.token.head.i:
        cues[f"{sort} ahead, main subject"] = 1.0
        cues[f"{sort} ahead, main subject, {_fronted(pronoun.token, named.token.head)}"] = 1.0
        if is_second:
            cues["ahead, main subject, but somebody before"] = 1.0


def _is_main_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"


def _fronted(token: Token, verb: Token) -> str:
    """What the words with the pronoun are to the main verb."""
    while token.dep_ != "ROOT" and token.head.i != verb.i:
        token = token.head
    return token.dep_


def _weight_of(cues: Cues, pronoun: Sight, seen: Sequence[Sight], people: Sequence[Sight]) -> None:
    """Cues of how much the text is about the candidate."""
    cues["times seen"] = math.log1p(len([s for s in seen if pronoun.sentence - s.sentence <= FAR]))
    if seen and people[0].group is seen[0].group:
        cues["first of all"] = 1.0
    if people:
        counts: dict[int, int] = {}
        for sight in people:
            counts[id(sight.group)] = counts.get(id(sight.group), 0) + 1
        if seen and counts[id(seen[0].group)] == max(counts.values()):
            cues["seen most"] = 1.0
