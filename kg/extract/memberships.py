"""Who belongs to which body where no title says as what: parties of members, verbs of work, clubs in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract import Example
from kg.model import Fact, Form, Kind, Mention, PositionHeld, Relation, Span
from kg.parsed import Paragraph, ParsedArticle
from kg.tokens import Token

NAME = "memberships"
VERSION = "1"
YIELDS: tuple[type[Fact], ...] = (Relation,)
NEEDS: tuple[str, ...] = ("positions", "relations")
EXAMPLES = (
    Example("Anna Bell joined the Harrow Trust in 2004.", ("Anna Bell | member_of | Harrow Trust",)),
    Example("Peter Marsh works for Harrow Council.", ("Peter Marsh | member_of | Harrow Council",)),
    Example("Labour MP Anna Bell spoke first.", ("Anna Bell | member_of | Labour",)),
    Example("Peter Marsh refused to join the Harrow Trust and never worked for Harrow Council.", ()),
    Example("Anna Bell may join the Harrow Trust if Peter Marsh, who joined in a protest, leaves.", ()),
)

# verb → the prepositions after which the body stands; "" for a direct object
VERBS: dict[str, tuple[str, ...]] = {
    "join": ("",),
    "rejoin": ("",),
    "work": ("for", "at", "with"),
    "employ": ("by", "at"),
    "teach": ("at",),
    "lecture": ("at",),
    "play": ("for",),
    "sign": ("for", "with"),
    "serve": ("in", "with", "on"),
    "sit": ("on",),
    "belong": ("to",),
    "volunteer": ("for", "with", "at"),
}
UNREAL = frozenset("would could might may should can must not n’t n't never to".split())
PRESENT, PAST, PARTY, POSSESSIVE, BRACKETS = 0.8, 0.7, 0.9, 0.75, 0.7


def extract(article: ParsedArticle, known: Sequence[Fact]) -> list[Fact]:
    """The memberships that neither a position nor another relation states, each once."""
    said = {_pair(article, person, body) for fact in known for person, body in _ends(fact)}
    found: list[Fact] = []
    for person, body, belief, where in _all(article):
        pair = _pair(article, person, body)
        if pair in said or pair[0] is None or pair[1] is None:
            continue
        said.add(pair)
        start, end = min(where.start, person.start, body.start), max(where.end, person.end, body.end)
        evidence = article.evidence(start, end, f"{NAME}/{VERSION}")
        found.append(Relation(evidence=(evidence,), belief=belief, subject=person, relation="member_of", object=body))
    return found


Membership = tuple[Mention, Mention, float, Span]


def _ends(fact: Fact) -> Iterator[tuple[Mention, Mention]]:
    if isinstance(fact, PositionHeld) and fact.organisation is not None:
        yield fact.person, fact.organisation
    if isinstance(fact, Relation) and fact.relation == "member_of" and isinstance(fact.object, Mention):
        yield fact.subject, fact.object


def _pair(article: ParsedArticle, person: Mention, body: Mention) -> tuple[object, object]:
    one, other = article.chain_of(person), article.chain_of(body)
    return (None if one is None else one.mentions[0], None if other is None else other.mentions[0])


def _all(article: ParsedArticle) -> Iterator[Membership]:
    yield from _parties(article)
    for paragraph in article.paragraphs:
        yield from _by_verb(article, paragraph)
        yield from _side_by_side(article, paragraph)


def _parties(article: ParsedArticle) -> Iterator[Membership]:
    """ "Labour MP Anna Bell", "the Liberal Democrat health spokesman, Peter Marsh": the party in the description."""
    for role in article.roles:
        for body in article.mentions_in(role.span, Kind.ORGANISATION):
            chain = article.chain_of(body)
            is_party = chain is not None and chain.sort == "political_party"
            if role.holder is not None and is_party and body.end <= role.title.start and body != role.organisation:
                yield role.holder, body, PARTY, role.span


def _by_verb(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Membership]:
    for verb in paragraph.doc:
        links = VERBS.get(verb.lemma_)
        if verb.pos_ != "VERB" or links is None or not _is_real(verb):
            continue
        person = _subject(article, paragraph, verb)
        if person is None:
            continue
        for token in _bodies(verb, links):
            body = _body(article, paragraph, token)
            if body is not None:
                is_past = verb.tag_ in ("VBD", "VBN") and verb.lemma_ not in ("join", "rejoin")
                where = paragraph.span_of(verb)
                yield person, body, PAST if is_past else PRESENT, where


def _is_real(verb: Token) -> bool:
    """Whether the clause says that it is so: no modal, no negation, no "if", no infinitive of a wish."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg", "mark", "advmod")}
    if words & UNREAL or words & {"if", "unless", "whether"}:
        return False
    above = verb.head
    return verb.dep_ != "conj" or above.i == verb.i or above.pos_ != "VERB" or _is_real(above)


def _subject(article: ParsedArticle, paragraph: Paragraph, verb: Token, depth: int = 0) -> Mention | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            token = verb.head if child.lower_ in ("who", "that") and verb.dep_ == "relcl" else child
            return _mention(article, paragraph, token, Kind.PERSON)
    if depth < 3 and verb.dep_ in ("conj", "advcl", "pcomp") and verb.head.i != verb.i:
        over = verb.head
        while over.pos_ not in ("VERB", "AUX") and over.head.i != over.i:
            over = over.head  # "prior to joining", "before joining"
        return _subject(article, paragraph, over, depth + 1)
    if verb.dep_ == "acl" or verb.dep_ == "relcl":
        return _mention(article, paragraph, verb.head, Kind.PERSON)
    return None


def _bodies(verb: Token, links: Sequence[str]) -> Iterator[Token]:
    """The tokens that may name the body: direct objects, objects of these prepositions, and what is joined to them."""
    for child in verb.children:
        if child.dep_ == "dobj" and "" in links:
            yield from (child, *child.conjuncts)
        if child.dep_ in ("prep", "agent") and child.lower_ in links:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from (inner, *inner.conjuncts)
                    if inner.lower_ in ("board", "committee", "council", "faculty", "staff"):
                        yield from (t for prep in inner.children for t in prep.subtree if t.dep_ == "pobj")


def _mention(article: ParsedArticle, paragraph: Paragraph, token: Token, kind: Kind) -> Mention | None:
    where = paragraph.span_of(token)
    found = article.mention_at(where, kind)
    return found if found is not None and found.end >= where.end and found.start <= where.start else None


def _body(article: ParsedArticle, paragraph: Paragraph, token: Token) -> Mention | None:
    body = _mention(article, paragraph, token, Kind.ORGANISATION)
    return body if body is not None and body.form in (Form.NAME, Form.SHORT, Form.PRONOUN) else None


def _side_by_side(article: ParsedArticle, paragraph: Paragraph) -> Iterator[Membership]:
    """ "the Harrow Party’s Anna Bell", "Anna Bell (Harrow Rovers)"."""
    text = article.document.text
    inside = article.mentions_in(Span(paragraph.start, paragraph.end), Kind.PERSON, Kind.ORGANISATION)
    for one, other in pairwise(inside):
        between = text[one.end : other.start]
        around = Span(one.start, other.end)
        kinds = (one.kind, other.kind)
        if one.form is Form.PRONOUN or other.form is Form.PRONOUN:
            continue
        is_owned = between in ("'s ", "’s ", "' ", "’ ") and other.form is Form.NAME
        is_bracketed = between == " (" and text[other.end : other.end + 1] in (")", ",")
        if kinds == (Kind.ORGANISATION, Kind.PERSON) and is_owned:
            yield other, one, POSSESSIVE, around
        elif kinds == (Kind.PERSON, Kind.ORGANISATION) and is_bracketed:
            yield one, other, BRACKETS, around
