"""Clauses of membership: who is meant by the subject, which bodies by the objects, and whether the clause says that it is so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Form, Kind, Mention
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

UNREAL = frozenset("would could might may should can must not n’t n't never to if unless whether".split())
PARTS = frozenset("board boards committee council faculty staff team family panel cabinet bench".split())
OF_PARTS = frozenset(["of", "for", "at"])
LISTING = frozenset(["including", "like"])
OVER = ("conj", "advcl", "pcomp", "xcomp")


def is_real(verb: Token) -> bool:
    """Whether the clause says that it is so: no modal, no negation, no "if", no infinitive of a wish."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg", "mark", "advmod")}
    if words & UNREAL:
        return False
    above = verb.head
    if verb.dep_ == "xcomp" and above.i != verb.i:
        return is_real(above)
    return verb.dep_ != "conj" or above.i == verb.i or above.pos_ != "VERB" or is_real(above)


def subject(article: ParsedArticle, paragraph: Paragraph, verb: Token, depth: int = 0) -> Mention | None:
    """The person who is the subject of the verb, over what is joined to it and "prior to joining"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            is_relative = child.lower_ in ("who", "that") and verb.dep_ == "relcl"
            return _person(article, paragraph, verb.head if is_relative else child)
    if depth < 3 and verb.dep_ in OVER and verb.head.i != verb.i:
        over = verb.head
        while over.pos_ not in ("VERB", "AUX") and over.head.i != over.i:
            over = over.head  # "prior to joining", "before joining"
        return subject(article, paragraph, over, depth + 1)
    if verb.dep_ == "acl" or verb.dep_ == "relcl":
        return _person(article, paragraph, verb.head)
    return None


def _person(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Mention | None:
    """The person whom the token names, or of whom it says what they are: "Ann Bell is a lawyer who …", "Ann Bell, a lawyer who …"."""
    found = mention_at(article, paragraph, token, Kind.PERSON)
    if found is not None or token.pos_ != "NOUN":
        return found
    if token.dep_ == "attr" and token.head.lemma_ == "be" and is_real(token.head):
        told = next((c for c in token.head.lefts if c.dep_ == "nsubj"), None)
        return mention_at(article, paragraph, told, Kind.PERSON) if told is not None else None
    return mention_at(article, paragraph, token.head, Kind.PERSON) if token.dep_ == "appos" else None


def bodies(verb: Token, links: Sequence[str]) -> Iterator[Token]:
    """The tokens that may name the body: direct objects ("" in links), objects of these prepositions, and what is joined to them."""
    for child in verb.children:
        if child.dep_ == "dobj" and "" in links:
            yield from _with_parts(verb, child)
        if child.dep_ in ("prep", "agent") and child.lower_ in links:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _with_parts(verb, inner)


def _with_parts(verb: Token, token: Token) -> Iterator[Token]:
    """The token, what is joined to it, and whose it is: "the board of X", "X’s staff", "firms including X", "a firm, X"."""
    for one in (token, *token.conjuncts):
        yield one
        if one.lower_ in PARTS:
            near = [*one.children, *(c for c in verb.children if c.i > one.i)]
            preps = [c for c in near if c.dep_ == "prep" and c.lower_ in OF_PARTS]
            yield from (t for prep in preps for t in prep.subtree if t.dep_ in ("pobj", "conj"))
            yield from (c for c in one.children if c.dep_ == "poss")
        elif one.pos_ == "NOUN":
            yield from (c for c in one.children if c.dep_ == "appos")
            listed = (g for c in one.children if c.lower_ in LISTING for g in c.children if g.dep_ in ("pobj", "dobj"))
            for first in listed:
                yield from (first, *first.conjuncts)


def mention_at(article: ParsedArticle, paragraph: Paragraph, token: Token, kind: Kind) -> Mention | None:
    """The mention of that kind in which the token stands."""
    where = paragraph.span_of(token)
    found = article.mention_at(where, kind)
    return found if found is not None and found.end >= where.end and found.start <= where.start else None


def body_at(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Mention | None:
    """The body that the token names or, as a pronoun, stands for; none that is only described."""
    body = mention_at(article, paragraph, token, Kind.ORGANISATION)
    return body if body is not None and body.form in (Form.NAME, Form.SHORT, Form.PRONOUN) else None
