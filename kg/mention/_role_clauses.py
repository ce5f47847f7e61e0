"""Clauses: whose post a verb gives, since when, and whether it is so at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mention._role_page import OWNERS, Page
from kg.model import Kind, Mention
from kg.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator


BECOME = frozenset(["be", "become", "remain", "serve", "act", "continue"])
APPOINT = frozenset(
    """
    appoint name confirm elect make install choose select promote nominate re-elect reappoint re-appoint hire
    recruit crown ordain
    """.split()
)
SUCCEED = frozenset(["succeed", "replace"])
LEAVE = frozenset("quit resign retire leave step stand go sack fire dismiss oust remove replace depart".split())
JOIN = frozenset(["join", "start", "begin", "take", "return", "come", "arrive", "bring", "move", "rejoin", "install"])
MOVE = frozenset(["return", "move", "come"])  # "returned to Acme as"
SERVE = frozenset("serve work act spend continue remain stay employ perform function play".split())
NOUNS_OF_OFFICE = frozenset(
    """
    role job post position appointment tenure term time stint spell career work election resignation departure
    retirement reign predecessor successor capacity days years
    """.split()
)
FUTURE = frozenset(["will", "shall", "’ll", "'ll", "wo", "to"])
UNREAL = frozenset(["would", "could", "might", "may", "should", "must", "can", "ca", "’d", "'d"])
NEGATIONS = frozenset(["not", "n’t", "n't", "never"])
# "wants to be", "refused to become", "is tipped to be": nobody holds it ("hop" is what the model takes "hoped" for)
WISHES = frozenset(
    """
    want hope hop refuse decline aim fail try seek wish like bid tip ask urge persuade ready prepare set intend agree
    threaten offer run stand campaign claim pretend imagine dream expect consider choose prefer deny reject love
    hate plan vow force convince qualify apply vie
    """.split()
)
ANNOUNCE = frozenset(["announce", "confirm", "reveal", "disclose", "unveil"])
PREVENT = frozenset("prevent stop keep bar ban block deter disqualify exclude discourage".split())


def subject(page: Page, verb: Token) -> Mention | None:
    """The person who is the subject of a verb, over relative clauses and what is joined to it."""
    return next(iter(subjects(page, verb)), None)


def subjects(page: Page, verb: Token, depth: int = 0) -> list[Mention]:
    """The people who are the subject of a verb; two where "and" joins two names."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            if child.lower_ in ("who", "that", "whom") and verb.dep_ == "relcl":
                named = people(page, verb.head)
                return named[-1:] if _is_of_one(verb) else named
            return people(page, child)
    if depth < 4 and verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and verb.head.i != verb.i:
        over = verb.head if verb.dep_ != "pcomp" else verb.head.head
        if over.lemma_ in APPOINT | {"invite"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
            named = [p for c in objects(over) for p in people(page, c)]  # "appointed Ann Bell to act as her adviser"
            if named:
                return named
        return subjects(page, over, depth + 1)
    return people(page, verb.head) if verb.dep_ in ("relcl", "acl") else []


def _is_of_one(verb: Token) -> bool:
    """Whether the verb is in the singular: of "Ann and Clive Bell, who is the chair" only the last one is."""
    return any(t.lower_ in ("is", "was", "has") for t in (verb, *verb.children) if t.pos_ in ("AUX", "VERB"))


def people(page: Page, token: Token) -> list[Mention]:
    """The person that a token names or stands for, and those joined to it by "and"."""
    found = page.who(token)
    if found is None and token.dep_ == "attr" and token.head.lemma_ in BECOME:
        return subjects(page, token.head)  # "Ann Bell is a lawyer who chairs …"
    if found is None and token.dep_ == "appos":
        return people(page, token.head)
    if found is None and token.pos_ == "NOUN":  # "his younger brother Ann Bell was …"
        found = next((p for c in token.children if c.dep_ == "appos" and (p := page.person(c.i)) is not None), None)
    if found is not None and any(
        c.lower_ == "or" for t in (token, *token.conjuncts) for c in t.children if c.dep_ == "cc"
    ):
        return []  # "either Ann or Peter Bell will be president"
    joined = [page.person(c.i) for c in token.conjuncts if c.i > token.i and page.person(c.i) is not None]
    return [m for m in dict.fromkeys((found, *joined)) if m is not None]


PAST = frozenset(["previously", "formerly"])


def tense(verb: Token) -> str:
    """ "current", "former", "incoming", or "denied" for what is negated or not real."""
    around = [child for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "advmod")]
    words = {child.lower_ for child in around}
    if "longer" in words or (verb.dep_ == "xcomp" and verb.head.lemma_ == "use"):
        return "former"  # "used to be"
    if words & {"would", "’d", "'d"} and not NEGATIONS & words and _is_told(verb) and not is_conditional(verb):
        return "incoming"  # "said that she would become chair"
    if NEGATIONS & words or UNREAL & words or is_wished(verb) or is_conditional(verb):
        return "denied"
    if FUTURE & words:
        return "incoming"
    if PAST & words:
        return "former"  # "has previously been chief of staff"
    if verb.tag_ in ("VB", "VBG") and verb.dep_ in ("conj", "xcomp", "pcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return tense(verb.head) if verb.dep_ == "conj" else "current"
    if {"had"} & words or (verb.tag_ == "VBD" and not {"has", "have"} & words):
        return "former"
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not words and verb.head.pos_ in ("VERB", "AUX"):
        return tense(verb.head)
    return "current"


def _is_told(verb: Token) -> bool:
    """Whether the clause of a change of post hangs on what was said or announced."""
    above = verb.head
    is_said = verb.dep_ == "ccomp" and above.tag_ in ("VBD", "VBN") and above.lemma_ in ANNOUNCE | {"say", "tell"}
    return is_said and verb.lemma_ in JOIN | SUCCEED | LEAVE | APPOINT | {"become"}


def is_wished(verb: Token) -> bool:
    """Whether the clause hangs on a wish, a refusal or an attempt."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl") or above.i == verb.i:
        return False
    has_to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if verb.dep_ == "pcomp":
        return above.lower_ == "from" and above.head.lemma_ in PREVENT  # "to keep Ann Bell from becoming president"
    if verb.dep_ == "acl":
        return has_to  # "a bid to become", "the chance to be"
    if verb.dep_ == "advcl":
        return has_to and above.lemma_ in WISHES
    if verb.dep_ in ("relcl", "ccomp"):
        return False
    return above.lemma_ in WISHES


def is_conditional(verb: Token) -> bool:
    """Whether "if", "unless" or "whether" opens the clause."""
    clause: Token = verb
    for _ in range(3):
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether", "should") for c in clause.children):
            return True
        if clause.dep_ != "conj" or clause.head.i == clause.i:
            return False
        clause = clause.head
    return False


def objects(verb: Token) -> Iterator[Token]:
    """The direct objects of a verb and what they are joined to."""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "oprd", "nsubj") and child.i > verb.i:
            yield child


def objects_of(page: Page, verb: Token) -> list[Mention]:
    """The people whom an active verb names to something: "appointed Ann Bell to the post of"."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return []
    return [person for child in objects(verb) for person in people(page, child)]


def body_of_verb(page: Page, verb: Token) -> Mention | None:
    """The body that a verb of coming, leaving or naming speaks of: "joined Acme as", "Acme has named", "works for Acme as"."""
    lemma = verb.lemma_
    if lemma in JOIN | LEAVE | {"lead", "run", "serve"}:
        for child in verb.children:
            if child.dep_ == "dobj" and (body := page.organisation(child.i)) is not None:
                return body
    for child in verb.children:
        links = ("at", "with", "for", "from", "by", *(["to"] if lemma in MOVE else []))
        if (child.dep_ == "prep" and child.lower_ in links) or child.dep_ == "agent":
            for inner in child.children:
                if inner.dep_ == "pobj" and (body := page.organisation(inner.i)) is not None:
                    if child.lower_ == "from" and lemma not in LEAVE:
                        continue
                    return body
    if lemma in APPOINT and verb.dep_ == "ccomp" and verb.head.lemma_ in ANNOUNCE:
        told = (
            page.body(c) for c in verb.head.lefts if c.dep_ == "nsubj"
        )  # "Acme announced that Ann Bell has been appointed"
        found = next((body for body in told if body is not None), None)
        if found is not None:
            return found
    if lemma in APPOINT:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "to":
                for inner in child.subtree:  # "elected to the board of Harrow Bank as"
                    if inner.dep_ == "pobj" and (body := page.organisation(inner.i)) is not None:
                        return body
            if child.dep_ == "nsubj" and (body := page.body(child)) is not None:
                return body
    return None


def owner_of_noun(page: Page, noun: Token) -> Mention | None:
    """Whose "role", "tenure" or "appointment" it is: "his role as", "Bell’s appointment as"."""
    for child in noun.children:
        if child.dep_ == "poss":
            if child.lower_ in OWNERS:
                return page.pronoun(child, Kind.PERSON)
            return page.person(child.i)
        if child.dep_ == "prep" and child.lower_ == "of":
            found = [page.person(c.i) for c in child.children if c.dep_ == "pobj"]
            if found and found[0] is not None:
                return found[0]
    return None
