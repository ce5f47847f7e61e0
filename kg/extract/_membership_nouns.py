"""Who works where by a noun: "her career at X", "took a post with X", "spent ten years with X"; by a work: "was designed by Ann Bell at X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract._membership_clauses import body_at, is_real, mention_at, subject
from kg.lexicon import words
from kg.model import Kind, Mention, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

# Nouns of being employed; what somebody does "at" a school or a hospital for a time may be learning, or being ill
POSTS = frozenset(
    """
    career job role position positions post posts appointment appointments tenure stint employment professorship
    directorship membership lectureship spell
    """.split()
)
AT = frozenset(["at", "with", "within"])
HELD_BY = frozenset("hold have get take accept land win leave quit resign begin start".split())
WORKS = frozenset(["work", "career"])
SPENT = frozenset(["year", "years", "decade", "decades", "career", "season", "seasons"])
LEARNING = frozenset("school college university academy institute hospital prison infirmary jail".split())
MADE = frozenset(
    """
    develop design invent discover create devise prepare write generate isolate pioneer synthesise synthesize formulate
    """.split()
)
RESEARCHING = frozenset("university college institute laboratory laboratories lab labs school centre center".split())
LEARNT = frozenset(["pupil", "student", "assistant", "work", "study", "train", "collaborate", "research"])
BETWEEN = re.compile(r" at (?:the )?")
REACH = 90  # characters after a name in which its bearer's university may end

Work = tuple[Mention, Mention, Token]


def by_nouns(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Work]:
    """(person, body, token that says so) for every such noun or work of the paragraph."""
    for token in paragraph.doc:
        if token.pos_ == "NOUN" and token.lower_ in POSTS | WORKS | SPENT:
            person = _whose(article, paragraph, token)
            if person is not None:
                yield from ((person, body, token) for body in _where(article, paragraph, token))
        if token.pos_ == "VERB" and token.lemma_ in MADE:
            yield from _made(article, paragraph, token)
        if token.dep_ == "prep" and (token.is_sent_start or (token.i and token.nbor(-1).is_sent_start)):
            is_before = token.lower_ == "to" and token.i > 0 and token.nbor(-1).lower_ == "prior"
            if is_before or (token.is_sent_start and token.lower_ == "at"):
                yield from _opening(article, paragraph, token)
        if token.pos_ == "PROPN" and token.dep_ in ("pobj", "attr", "conj"):
            yield from _colleagues(article, paragraph, token)


def _opening(article: ParsedArticle, paragraph: Paragraph, at: Token) -> Iterator[Work]:
    """ "Prior to Tarn Motors, Ann Bell served as …", "At Tarn Motors she was head of …": where somebody worked opens the sentence."""
    verb = at.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    is_work = verb.lemma_ in ("be", "serve", "work", "hold", "lead", "manage", "run")
    told = [c for c in verb.children if c.dep_ == "attr" or (c.lower_ == "as" and c.dep_ == "prep") or c.dep_ == "dobj"]
    subject_ = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i > at.i), None)
    if not is_work or not told or subject_ is None or not is_real(verb):
        return
    person = mention_at(article, paragraph, subject_, Kind.PERSON)
    is_post = any(t.lower_ in words("role_heads") for c in told for t in c.subtree)
    after = Span(paragraph.span_of(at).end, paragraph.span_of(subject_).start)
    bodies = article.mentions_in(after, Kind.ORGANISATION)
    is_next = bool(bodies) and article.document.text[after.start : bodies[0].start].strip() in ("", "the")
    if person is not None and is_next and is_post:
        yield person, bodies[0], at


def _whose(article: ParsedArticle, paragraph: Paragraph, noun: Token) -> Mention | None:
    """Whose career it is, or who holds, takes or spends it; None where the clause does not say that it is so."""
    verb = noun.head if noun.dep_ in ("dobj", "npadvmod") and noun.head.pos_ == "VERB" else None
    if verb is not None:
        is_held = verb.lemma_ in HELD_BY and noun.lower_ in POSTS
        is_begun = verb.lemma_ in ("begin", "start") and noun.lower_ in WORKS
        if is_held or is_begun or (verb.lemma_ == "spend" and noun.lower_ in SPENT):
            return subject(article, paragraph, verb) if is_real(verb) else None
    if noun.lower_ in POSTS:
        owners = (mention_at(article, paragraph, c, Kind.PERSON) for c in noun.children if c.dep_ == "poss")
        return next((person for person in owners if person is not None), None)
    return None


def _where(article: ParsedArticle, paragraph: Paragraph, noun: Token) -> Iterator[Mention]:
    near = [*noun.rights, *(c for c in noun.head.children if c.i > noun.i and noun.dep_ in ("dobj", "npadvmod"))]
    for prep in near:
        if prep.dep_ == "prep" and prep.lower_ in AT:
            for place in (t for c in prep.children if c.dep_ == "pobj" for t in (c, *c.conjuncts)):
                body = body_at(article, paragraph, place)
                if body is not None and not (noun.lower_ in SPENT - {"career"} and _is_of(body, LEARNING)):
                    yield body


def _made(article: ParsedArticle, paragraph: Paragraph, verb: Token) -> Iterator[Work]:
    """ "was designed by Ann Bell and Clive Marsh at Harrow University", "developed at Harrow University by Ann Bell"."""
    agents = [t for c in verb.children if c.dep_ == "agent" for g in c.children for t in (g, *g.conjuncts)]
    people = [p for t in agents if (p := mention_at(article, paragraph, t, Kind.PERSON)) is not None]
    if not people or not is_real(verb):
        return
    places = [t for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "at" and verb.i < t.i <= agents[-1].i + 2]
    for token in (c for prep in places for c in prep.children if c.dep_ == "pobj"):
        body = body_at(article, paragraph, token)
        if body is not None and _is_research(body):
            yield from ((person, body, verb) for person in people)


def _colleagues(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Iterator[Work]:
    """ "a pupil of Ann Bell at Harrow University", "its proponents are Ann Bell at Harrow University and …"."""
    person = mention_at(article, paragraph, token, Kind.PERSON)
    first = token
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    is_with = first.dep_ == "pobj" and first.head.lower_ in ("of", "with", "under") and first.head.head.lemma_ in LEARNT
    if person is None or not (is_with or first.dep_ == "attr"):
        return
    after = article.mentions_in(Span(person.end, person.end + REACH), Kind.ORGANISATION)
    if after and BETWEEN.fullmatch(article.document.text[person.end : after[0].start]) and _is_research(after[0]):
        yield person, after[0], token


def _is_research(body: Mention) -> bool:
    return _is_of(body, RESEARCHING) or body.words.isupper()


def _is_of(body: Mention, heads: frozenset[str]) -> bool:
    return bool(set(body.words.lower().split()) & heads)
