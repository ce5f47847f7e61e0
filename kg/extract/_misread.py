"""Reported clauses that the parse hung elsewhere or took for something else, and where they begin."""

from __future__ import annotations

from kg.extract._subjects import OBJECTIVE, WITH_LISTENER
from kg.tokens import Token


def after_listener(verb: Token) -> Token | None:
    """ "Bell told the inquiry it had closed": the clause, where the parse takes it for one about the listener."""
    if verb.lemma_ not in WITH_LISTENER:
        return None
    for listener in verb.children:
        if listener.dep_ in ("dobj", "dative") and listener.i > verb.i:
            for clause in listener.children:
                if clause.dep_ == "relcl" and clause.left_edge.dep_ in ("nsubj", "nsubjpass", "det", "poss"):
                    is_relative = any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in clause.children)
                    is_object = any(t.dep_ in ("dobj", "attr", "acomp", "ccomp", "xcomp") for t in clause.children)
                    return clause if is_object and not is_relative else None
    return None


def after_document(verb: Token) -> Token | None:
    """ "said in a statement that it had closed", "told the inquiry that …": the clause, where the parse hangs it on a noun behind the verb."""
    for prep in verb.children:
        is_listener = prep.dep_ in ("dobj", "dative") and verb.lemma_ in WITH_LISTENER
        nouns = [prep] if is_listener else prep.children if prep.dep_ in ("prep", "dative") else []
        for noun in nouns:
            if prep.i < verb.i or noun.pos_ not in ("NOUN", "PROPN"):
                continue
            for clause in noun.children:
                if clause.dep_ in ("acl", "relcl", "ccomp") and has_that(clause) and clause.left_edge.lower_ == "that":
                    return clause
    return None


def misread(verb: Token) -> tuple[int, int] | None:
    """ "said [the public needed reassurance that …]": the words whose verb the parse took for an adjective before an object."""
    for thing in verb.children:
        if thing.dep_ == "dobj" and thing.left_edge.i == verb.i + 1:
            for told in thing.lefts:
                is_verb = told.dep_ == "amod" and told.tag_ in ("VBN", "VBD") and told.i > thing.left_edge.i + 1
                if is_verb and any(child.dep_ in ("acl", "relcl") and has_that(child) for child in thing.rights):
                    return thing.left_edge.i, thing.right_edge.i + 1
    return None


def with_subject(clause: Token, verb: Token, start: int) -> int:
    """The start of a clause whose subject the parse made an object of the verb: "admitted [his side] were beaten"."""
    if any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj", "mark") for child in clause.children):
        return start
    for child in verb.children:
        if (
            child.dep_ in ("dobj", "dative")
            and all(clause.doc[i].is_punct for i in range(child.right_edge.i + 1, start))
            and child.right_edge.i < start
            and (clause.tag_ in ("VBD", "VBZ", "VBP") or (clause.tag_ == "VB" and child.tag_ == "NNS"))
        ):
            return start if child.lower_ in OBJECTIVE else child.left_edge.i
    return start


def with_measure(clause: Token, verb: Token, start: int) -> int:
    """ "said over one million are used": the start, where the parse hung "over" on the verb."""
    before = clause.doc[start - 1]
    is_lone = (
        before.dep_ in ("prep", "advmod") and before.head == verb and before.i > verb.i and not list(before.children)
    )
    return start - 1 if is_lone and (clause.doc[start].like_num or clause.doc[start].is_currency) else start


def has_that(clause: Token) -> bool:
    """Whether "that" opens the clause."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
