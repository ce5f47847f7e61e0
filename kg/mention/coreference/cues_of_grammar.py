"""Cues inside the pronoun's sentence: whose clause it stands in, who is understood to act; and whom grammar rules out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mention.coreference.clauses import clause_of, first_conjunct, is_chained, understood_subject, way
from kg.mention.coreference.cues_of_names import Cues
from kg.mention.coreference.sights import SUBJECTS, Sight, person_nouns
from kg.tokens import Token

REFLEXIVE = frozenset(["himself", "herself"])
ASIDE = frozenset(["conj", "parataxis", "advcl", "dep"])  # what a verb's subject does not govern


def grammar(cues: Cues, pronoun: Sight, seen: Sequence[Sight]) -> None:
    """Add the cues of the candidate's sights before the pronoun in its sentence."""
    token, same = pronoun.token, [s for s in seen if s.sentence == pronoun.sentence]
    if not same:
        return
    cues[f"way {way(token, same[-1].token)}"] = 1.0
    clause = clause_of(token)
    outer = clause_of(clause) if clause.dep_ != "ROOT" else clause
    doer = understood_subject(clause) if pronoun.role != "subject" else None
    for sight in same:
        head = first_conjunct(sight.token)
        if doer is not None and doer.i == head.i:
            cues[f"does it, pronoun {pronoun.role} {token.dep_}"] = 1.0
        if head.dep_ in SUBJECTS and is_chained(clause, head.head):
            cues["joined verb's subject"] = 1.0
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


def is_ruled_out(pronoun: Token, candidate: Token) -> bool:
    """Whether grammar forbids that the two are one: "he met X", "X met him", "X asked Y to see him" (not Y), "her brother X"."""
    if pronoun.doc is not candidate.doc or pronoun.lower_ in REFLEXIVE:
        return False
    if pronoun.dep_ == "poss":
        return _is_own(pronoun, candidate)
    if pronoun.dep_ in SUBJECTS and pronoun.i < candidate.i:
        return _governs(pronoun.head, candidate)
    if pronoun.dep_ in ("dobj", "dative"):
        doer = understood_subject(pronoun.head, reach=2)
        return doer is not None and doer.i == first_conjunct(candidate).i
    return False


def _governs(verb: Token, token: Token) -> bool:
    """Whether the token stands in the verb's clause or below it, and not in a clause that is only joined to it."""
    while token.dep_ != "ROOT" and token.i != verb.i:
        if token.dep_ in ASIDE and token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return token.i == verb.i


def _is_own(pronoun: Token, candidate: Token) -> bool:
    """Whether the candidate is what the pronoun owns: "her husband, X"."""
    up = candidate
    while up.dep_ in ("appos", "compound", "conj", "flat") and up.i != pronoun.head.i:
        up = up.head
    return up.i == pronoun.head.i or (up.dep_ == "appos" and up.head.i == pronoun.head.i)
