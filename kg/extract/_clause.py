"""Clauses: who does what to whom, by the parse. Shared by what looks for acts: relations, stance, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


PARTIES = (Kind.PERSON, Kind.ORGANISATION)
RELATIVE = frozenset(["who", "which", "that", "whom"])
POSSIBLE = frozenset(["would", "could", "might", "may", "should", "can", "'d", "’d", "must"])
CONDITIONS = frozenset(["if", "whether", "unless", "until"])
UNREAL = frozenset(
    [
        "refuse",
        "decline",
        "fail",
        "want",
        "hope",
        "try",
        "seek",
        "wish",
        "likely",
        "expect",
        "ask",
        "urge",
        "need",
        "able",
        "due",
    ]
)  # "refused to answer": what hangs on these did not happen, or not yet
DOCUMENTS = frozenset("report study survey review research inquiry ruling letter paper audit poll".split())
CLOSE = 8  # tokens between two that "and" joins
SHARED = ("conj", "xcomp", "advcl", "acl", "pcomp", "parataxis")  # a verb in these takes over the subject of its head


def party_at(article: ParsedArticle, paragraph: Paragraph, token: Token, *kinds: Kind) -> Mention | None:
    """The mention that the token is the head of, a person before a body; one of `kinds`, by default person or body."""
    where = paragraph.span_of(token)
    for kind in kinds or PARTIES:
        found = article.mention_at(where, kind)
        if found is not None and found.end >= where.end:
            return found
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i:
            apposed = article.mention_at(paragraph.span_of(child), Kind.PERSON)
            if apposed is not None and Kind.PERSON in (kinds or PARTIES):
                return apposed
    return None


def subject_of(verb: Token) -> Token | None:
    """The head of the verb's subject: its own, that of the clause it is coordinated with, or what its relative clause hangs on."""
    for _ in range(5):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                if child.lower_ in RELATIVE and verb.dep_ == "relcl":
                    return verb.head
                return child
        if verb.head == verb or verb.dep_ not in SHARED:
            return None
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
            is_clear = verb.tag_ == "VBN" or (verb.tag_ == "VBG" and verb.head.dep_ not in ("pobj", "dobj"))
            return verb.head if is_clear else None  # "wrote to the board opposing it": not the board
        if verb.dep_ == "xcomp" and is_passive(verb.head):
            return None  # "was asked to back it": not done by whom it was asked of
        verb = verb.head
        if verb.pos_ == "ADP":
            verb = verb.head
    return None


def agent_of(verb: Token) -> Token | None:
    """ "by Anna Bell" after a passive verb or in what hangs on it: the head of the agent."""
    for child in verb.subtree:
        if child.i > verb.i and child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            found = next((c for c in child.children if c.dep_ == "pobj"), None)
            if found is not None:
                return found
    return None


def is_passive(verb: Token) -> bool:
    """Whether something is done to the verb's subject."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def objects_of(verb: Token) -> Iterator[Token]:
    """Heads of what is done something to, coordinated ones included."""
    for child in verb.children:
        if child.dep_ in ("dobj", "obj", "nsubjpass"):
            yield verb.head if child.lower_ in RELATIVE and verb.dep_ == "relcl" else child
            yield from _joined(child)


def governed_by(verb: Token, preposition: str) -> Iterator[Token]:
    """Heads of what stands after a preposition that belongs to the verb ("agree with …")."""
    for child in verb.children:
        if child.lower_ == preposition and child.dep_ in ("prep", "prt", "advmod", "agent", "dative"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from _joined(inner)
                elif inner.dep_ == "prep":
                    yield from (c for c in inner.children if c.dep_ == "pobj")


def _joined(token: Token) -> Iterator[Token]:
    """What "and" joins to the token; not what the parser hangs on after a dash."""
    if any(c.dep_ == "cc" for c in token.children):
        yield from (c for c in token.children if c.dep_ == "conj" and c.i - token.i <= CLOSE)


def is_negated(token: Token) -> bool:
    """Whether "not", "never" or "no longer" belongs to the token or to the verb that it completes."""
    for one in (token, token.head):
        if any(c.dep_ == "neg" or c.lower_ in ("never", "neither", "nor", "hardly", "barely") for c in one.children):
            return True
        if token.dep_ not in ("xcomp", "acomp", "attr", "oprd", "prep", "conj"):
            return False
        if token.dep_ == "conj" and one is token:
            return any(c.lower_ in ("nor", "neither") for c in token.head.children)
    return False


def is_possible_only(verb: Token) -> bool:
    """ "would back", "could criticise", "if she backs", "refused to answer": nothing that was done."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in UNREAL:
        return True
    return any(c.dep_ == "aux" and c.lower_ in POSSIBLE for c in verb.children) or any(
        c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children
    )


def said_by_documents(sentence: Tokens) -> set[int]:
    """The tokens of what a document says in the sentence: "in the wake of a report which called the law a mess"."""
    clauses = (t for t in sentence if t.dep_ == "relcl" and t.head.lemma_.lower() in DOCUMENTS)
    return {token.i for clause in clauses for token in clause.subtree}


def sentence_of(paragraph: Paragraph, token: Token) -> Span:
    """Where the token's sentence stands in the document, without blanks at its ends."""
    sentence = token.sent
    words = sentence.text
    start = paragraph.start + sentence.start_char + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
