"""What speaks for a person being the one whom a pronoun means: named cues, to be weighed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kg.mention.coreference.groups import Group
from kg.mention.coreference.names import likely_gender
from kg.mention.coreference.sights import SUBJECTS, Sight, person_nouns
from kg.model import Form
from kg.tokens import Token

PREPOSITIONS = frozenset(["of", "with", "by", "to", "for", "from", "against", "as", "in", "on", "about", "between"])
CHILDREN = frozenset(["daughter", "son", "child", "widow", "widower", "wife", "husband", "sister", "brother"])
FAR = 4  # sentences: from here on all distances are one
NEAR = 500  # characters around the pronoun in which names are counted: about as much as a passage of GAP holds
Cues = dict[str, float]


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
    _gender(cues, group, gender)
    if seen:
        _distance(cues, pronoun, seen, people)
        _grammar(cues, pronoun, seen)
    else:
        cues["only ahead"] = 1.0
        cues[f"ahead {ahead[0].role}, pronoun {pronoun.role}"] = 1.0
        if _governs_ahead(pronoun.token, ahead[0].token):
            cues["ahead, main subject"] = 1.0
    _weight_of(cues, pronoun, seen, people)
    if group.is_named:
        here = pronoun.paragraph.start + pronoun.token.idx
        near = [m for m in group.mentions if m.form is not Form.PRONOUN and abs(m.start - here) < NEAR]
        cues["times named"] = math.log1p(len(near))
    if any(s.is_noun for s in (*seen, *ahead)):
        cues["noun"] = 1.0
    if any(_is_own(pronoun.token, s.token) for s in (*seen[-3:], *ahead)):
        cues["owned by the pronoun"] = 1.0
    return cues


def _gender(cues: Cues, group: Group, gender: str) -> None:
    likely = likely_gender(group.name) if group.is_named else ""
    sign = "known" if group.gender else "" if not likely else "likely" if likely == gender else "unlikely"
    cues[f"gender {sign or 'unknown'}"] = 1.0
    if group.called:
        cues["same pronoun before" if group.called == gender else "other pronoun before"] = 1.0


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
    named = next((s for s in reversed(seen) if not s.is_pronoun), last)
    if last.token.dep_ == "pobj" and last.token.head.lower_ in PREPOSITIONS:
        cues[f"after {last.token.head.lower_}"] = 1.0
    if named.token.dep_ == "conj" or any(child.dep_ == "conj" for child in named.token.children):
        cues["one of several"] = 1.0
    if named.token.dep_ == "compound":
        cues["part of a compound"] = 1.0
    if named.length > 1:
        cues["whole name last"] = 1.0
    if _is_kin(named.token):
        cues["named as kin"] = 1.0
    if _is_parent(named.token):
        cues["named as parent"] = 1.0
    if last.token.dep_ == "appos":
        cues["apposition"] = 1.0
    if last.is_quoted:
        cues["quoted"] = 1.0
    if age == 0:
        cues["words between"] = math.log1p(pronoun.first - last.first)
    for back in (0, 1, 2):
        there = [s for s in people if s.sentence == pronoun.sentence - back]
        own = [s for s in there if s.group is last.group]
        if not own:
            continue
        best = min(own, key=lambda s: ("subject", "object", "owner", "other").index(s.role))
        cues[f"{best.role} {back}"] = 1.0
        cues[f"{best.role} {back}, pronoun {pronoun.role}"] = 1.0
        if there[0].group is last.group:
            cues[f"first {back}"] = 1.0
        if best.role == "subject" and best.token.head.dep_ == "ROOT":
            cues[f"main subject {back}"] = 1.0


def _grammar(cues: Cues, pronoun: Sight, seen: Sequence[Sight]) -> None:
    """Cues inside the sentence: whose clause the pronoun stands in, and what grammar rules out."""
    token = pronoun.token
    for sight in seen:
        if sight.sentence != pronoun.sentence:
            continue
        head = _first_conjunct(sight.token)
        if token.head.i == head.head.i and head.dep_ in SUBJECTS and token.dep_ in ("dobj", "dative"):
            cues["own verb's subject as its object"] = 1.0
        if token.dep_ == "pobj" and token.head.head.i == head.head.i and head.dep_ in SUBJECTS:
            cues["own verb's subject in its phrase"] = 1.0
        clause = _clause(token)
        if head.dep_ not in SUBJECTS and sight.token.i < token.i and _clause(head).i == clause.i:
            cues[f"in its clause as {sight.role}, pronoun {pronoun.role}"] = 1.0
        if head.dep_ in SUBJECTS and head.head.i == clause.i and token.dep_ == "poss":
            cues["owner, by the clause's subject"] = 1.0
        if head.dep_ in SUBJECTS and _is_chained(clause, head.head):
            cues["joined verb's subject"] = 1.0
        outer = _clause(clause) if clause.dep_ != "ROOT" else clause
        if head.dep_ in SUBJECTS and clause.i != outer.i and head.head.i == outer.i:
            cues[f"outer clause's subject, {clause.dep_}, pronoun {pronoun.role}"] = 1.0
        if any(t.dep_ == "relcl" and t.head.i == sight.token.i for t in (clause, outer)):
            cues["in its relative clause"] = 1.0
        owned = sight.token.head
        is_owner = sight.token.dep_ == "poss" and owned.lemma_.lower() not in person_nouns()
        if is_owner and any(t.dep_ == "relcl" and t.head.i == owned.i for t in (clause, outer)):
            cues["owner of what the clause describes"] = 1.0
        if sight.token.dep_ == "poss" and any(t.i == token.i for t in sight.token.head.subtree):
            cues["owner in the same phrase"] = 1.0
        if sight.token.dep_ == "pobj" and sight.token.head.dep_ == "agent":
            cues["agent"] = 1.0


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
    if seen and seen[0].group.is_named and len(seen[0].group.tokens) == 1:
        cues["never whole name"] = 1.0


def _is_kin(token: Token) -> bool:
    """Whether the words name somebody as somebody else's: "his wife, X", "X's brother Y"."""
    return token.dep_ == "appos" and any(child.dep_ == "poss" for child in token.head.children)


def _is_parent(token: Token) -> bool:
    """Whether the words name somebody by whose child or partner the text speaks of another: "the daughter of X and Y, she …"."""
    was_owner = False
    while token.dep_ in ("conj", "appos", "compound", "pobj", "prep"):
        was_owner = was_owner or (token.dep_ == "prep" and token.lower_ == "of")
        token = token.head
    return was_owner and token.lemma_.lower() in CHILDREN


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        token = token.head
    return token


def _clause(token: Token) -> Token:
    """The verb above the token; the root where there is none."""
    while token.dep_ != "ROOT":
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return token


def _is_chained(verb: Token, other: Token) -> bool:
    """Whether the verb is joined to the other by "and": "X rose and took her seat"."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        if verb.i == other.i:
            return True
    return False


def _is_own(pronoun: Token, candidate: Token) -> bool:
    """Whether the candidate is what the pronoun owns: "her husband, X"."""
    if pronoun.dep_ != "poss" or pronoun.doc is not candidate.doc:
        return False
    up = candidate
    while up.dep_ in ("appos", "compound", "conj", "flat") and up.i != pronoun.head.i:
        up = up.head
    return up.i == pronoun.head.i or (up.dep_ == "appos" and up.head.i == pronoun.head.i)


def _governs_ahead(pronoun: Token, candidate: Token) -> bool:
    """Whether the candidate is the subject of the main clause and the pronoun stands in a clause or phrase before it."""
    return candidate.dep_ in SUBJECTS and candidate.head.dep_ == "ROOT" and pronoun.head.i != candidate.head.i
