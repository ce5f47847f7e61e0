"""Where two words of one sentence stand to each other: whose clause it is, who is understood to act, the way between them."""

from __future__ import annotations

from kg.mention.coreference.sights import SUBJECTS
from kg.tokens import Token

LONGEST_WAY = 4  # steps on either side that a way tells
PLAIN = {
    "nsubjpass": "nsubj",
    "csubj": "nsubj",
    "dative": "dobj",
    "oprd": "attr",
    "agent": "prep",
    "nmod": "compound",
    "amod": "compound",
    "acl": "relcl",
}
REPEATED = frozenset(["conj", "compound", "prep"])


def first_conjunct(token: Token) -> Token:
    """The first of the nouns that are joined: A of "A, B and C"."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        token = token.head
    return token


def clause_of(token: Token) -> Token:
    """The verb above the token; the root where there is none."""
    while token.dep_ != "ROOT":
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return token


def is_chained(verb: Token, other: Token) -> bool:
    """Whether the verb is joined to the other by "and": "X rose and took her seat"."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        if verb.i == other.i:
            return True
    return False


def understood_subject(verb: Token, reach: int = 6) -> Token | None:
    """Who does what the verb says, stated or not: "X rose and took …", "X asked Y to take …", "X left, taking …", "Y taking …".

    Args:
        reach: at how many verbs to look; 1 finds only who is stated at this one, or whom it describes.
    """
    for _ in range(reach):
        stated = next((t for t in verb.lefts if t.dep_ in SUBJECTS), None)
        if stated is not None and stated.tag_ not in ("WP", "WDT"):
            return stated
        if verb.dep_ in ("relcl", "acl"):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if verb.dep_ == "xcomp":
            made = next((t for t in verb.head.rights if t.dep_ in ("dobj", "dative") and t.i < verb.i), None)
            if made is not None:
                return made
        if verb.dep_ == "pcomp":
            verb = verb.head.head if verb.head.dep_ == "prep" else verb.head
            if verb.pos_ not in ("VERB", "AUX"):
                return None
            continue
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return None


def way(pronoun: Token, candidate: Token) -> str:
    """The steps from the pronoun up to where both meet and from the candidate up to there: "poss dobj < nsubj"."""
    above = {t.i: n for n, t in enumerate(_line(pronoun))}
    line = _line(candidate)
    meeting = next((t for t in line if t.i in above), None)
    if meeting is None:
        return ""
    return f"{_steps(pronoun, meeting)} < {_steps(candidate, meeting)}"


def _line(token: Token) -> list[Token]:
    found = [token]
    while found[-1].dep_ != "ROOT" and len(found) < 40:
        found.append(found[-1].head)
    return found


def _steps(token: Token, end: Token) -> str:
    names: list[str] = []
    while token.i != end.i:
        name = PLAIN.get(token.dep_, token.dep_)
        if name != "pobj" and not (names and names[-1] == name and name in REPEATED):
            names.append(name)
        token = token.head
    return " ".join(names[:LONGEST_WAY]) + (" …" if len(names) > LONGEST_WAY else "")
